"""Labelled documents in the formats of office programs, and the scripts that write them."""
