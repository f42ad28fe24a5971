"""Files to blocks: finds the sources, decodes them, reads them. Knows formats, nothing of policies."""

from clauseway.sources.decode import decode
from clauseway.sources.discover import Discovery, Found, discover
from clauseway.sources.reader import read

__all__ = ["Discovery", "Found", "decode", "discover", "read"]
