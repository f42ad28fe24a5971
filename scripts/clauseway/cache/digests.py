"""Short names for long contents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
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
    return _of_files((os.fsencode(name), path.read_bytes()) for name, path in files)


def contents_digest(files: Mapping[str, str | bytes | Path]) -> bytes:
    """The same of a folder that holds `files` and nothing else, by path relative to it.

    Each may be its text, its bytes, or the path of the file that it is a copy of.
    """
    return _of_files((os.fsencode(name), _content(files[name])) for name in sorted(files))


def _of_files(files: Iterable[tuple[bytes, bytes]]) -> bytes:
    return digest(part for name, content in files for part in (name, digest([content])))


def _content(given: str | bytes | Path) -> bytes:
    if isinstance(given, Path):
        return given.read_bytes()
    return given.encode() if isinstance(given, str) else given
