"""Files to blocks: finds the sources, decodes them, reads them. Knows formats, nothing of policies."""

from clauseway.sources.decode import decode
from clauseway.sources.discover import Discovery, Found, discover, is_source
from clauseway.sources.office import converter
from clauseway.sources.reader import LARGEST_WITH_PICTURES, read

__all__ = ["LARGEST_WITH_PICTURES", "Discovery", "Found", "converter", "decode", "discover", "is_source", "read"]
