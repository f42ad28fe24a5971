"""Earlier editions: what Git knows of the files of a folder, read without running anything of the repository's."""

from clauseway.editions.blobs import Blobs, blob_name, open_blobs
from clauseway.editions.git import NoHistory
from clauseway.editions.log import Log, Version, is_committed, read_log, read_tree, try_log

__all__ = [
    "Blobs",
    "Log",
    "NoHistory",
    "Version",
    "blob_name",
    "is_committed",
    "open_blobs",
    "read_log",
    "read_tree",
    "try_log",
]
