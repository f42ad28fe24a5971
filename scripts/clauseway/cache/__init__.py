"""What was worked out before, kept by what it depends on: the same question is not worked out twice."""

from clauseway.cache.digests import digest, folder_digest
from clauseway.cache.lock import alone
from clauseway.cache.made import made_once, recalled
from clauseway.cache.store import Cache
from clauseway.cache.version import version

__all__ = ["Cache", "alone", "digest", "folder_digest", "made_once", "recalled", "version"]
