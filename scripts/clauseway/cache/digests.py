"""Short names for long contents."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from clauseway.memory import Standing

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
    files = sorted(_files(os.fspath(folder), "", frozenset(skipped)))
    return _of_files((name, digest([Path(path).read_bytes()])) for name, path in files)


def _files(folder: str, within: str, skipped: Container[str]) -> Iterator[tuple[str, str]]:
    """All files of a folder, each by its name and path. Plain strings: there are tens of thousands."""
    try:
        entries = list(os.scandir(folder))
    except PermissionError:
        return
    for entry in entries:
        name = f"{within}{entry.name}"
        if entry.name in skipped:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{name}/", skipped)
        elif entry.is_file():
            yield name, entry.path


def contents_digest(files: Mapping[str, str | bytes | Path | Standing]) -> bytes:
    """The same of a folder that holds `files` and nothing else, by path relative to it.

    Each may be its text, its bytes, the path of the file that it is a copy of, or what stands there already.
    """
    return _of_files((name, _digest_of(files[name])) for name in sorted(files))


def _of_files(files: Iterable[tuple[str, bytes]]) -> bytes:
    """What stands for files by their names and digests."""
    return digest(part for name, content in files for part in (os.fsencode(name), content))


def _digest_of(given: str | bytes | Path | Standing) -> bytes:
    if isinstance(given, Standing):
        return given.digest
    content = given.read_bytes() if isinstance(given, Path) else given
    return digest([content.encode() if isinstance(content, str) else content])
