"""Short names for long contents."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

_SIZE = 20


def digest(parts: Iterable[bytes]) -> bytes:
    """20 bytes that stand for `parts`; their borders count, so that no two lists of parts are taken for one another."""
    made = blake2b(digest_size=_SIZE)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


def folder_digest(folder: Path, skipped: Iterable[str] = ()) -> bytes:
    """What a folder holds: all its files by path and content, but not their times, nor folders that are empty.

    Parts of a path that are in `skipped` are left out. Nothing (`b""`) where there is no such folder. Raises OSError
    as the file system does.
    """
    if not folder.is_dir():
        return b""
    left_out = frozenset(skipped)
    paths = (path for path in folder.rglob("*") if not left_out.intersection(path.relative_to(folder).parts))
    files = sorted((path.relative_to(folder).as_posix(), path) for path in paths if path.is_file())
    return digest(part for name, path in files for part in (os.fsencode(name), digest([path.read_bytes()])))
