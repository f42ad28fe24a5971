"""Earlier editions: what Git knows of the files of a folder, read without running anything of the repository's."""

from clauseway.editions.blobs import Blobs, blob_name, open_blobs
from clauseway.editions.git import NoHistory
from clauseway.editions.log import Log, Version, read_log, try_log

__all__ = ["Blobs", "Log", "NoHistory", "Version", "blob_name", "open_blobs", "read_log", "try_log"]
