"""What was worked out before, kept by what it depends on: the same question is not worked out twice."""

from clauseway.cache.digests import contents_digest, digest, folder_digest
from clauseway.cache.lock import alone
from clauseway.cache.made import Made, made_once
from clauseway.cache.remembered import Remembered
from clauseway.cache.store import Cache
from clauseway.cache.version import version

__all__ = ["Cache", "Made", "Remembered", "alone", "contents_digest", "digest", "folder_digest", "made_once", "version"]
