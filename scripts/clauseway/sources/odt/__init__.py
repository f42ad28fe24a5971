"""OpenDocument text: lists and headings with the numbers that office programs print."""

from clauseway.sources.odt.reader import read_odt

__all__ = ["read_odt"]
