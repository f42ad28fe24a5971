"""The texts of the labelled documents, one module for each."""
