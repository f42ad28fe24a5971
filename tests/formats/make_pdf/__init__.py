"""Labelled documents in PDF and HTML: what they say, how each is set, and the programs that print them."""
