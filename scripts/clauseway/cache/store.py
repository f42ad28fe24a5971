"""A folder of things worked out before. Whatever is wrong with it costs time and never a result."""

from __future__ import annotations

import contextlib
import os
import tempfile
import zlib
from pathlib import Path
from typing import TypeVar

import msgspec

from clauseway.cache.digests import digest

LARGEST = 256 * 1024 * 1024
"""Bytes that the folder may hold; beyond, what was not used for longest is removed, but nothing that this run used."""

_CHECK = len(digest([]))
_QUICK = 1  # zlib's level: a fifth of the size for a few per cent of the time
_UNFINISHED = ".new"

_T = TypeVar("_T")


class Cache:
    """Values by key, each in a file of its own that is written aside and put in place whole.

    Several runs may use a folder at once. An entry that is damaged, or is no value of the type asked for, is not
    there. A folder that cannot be read or written holds nothing.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Use `folder`, which need not be there; without one nothing is kept."""
        self._folder = folder
        self._used: set[str] = set()

    @property
    def keeps(self) -> bool:
        """Whether it keeps anything at all."""
        return self._folder is not None

    def get(self, key: bytes, kind: type[_T]) -> _T | None:
        """What was kept under `key`, a value of type `kind`; None where nothing (sound) is there."""
        if self._folder is None:
            return None
        path = self._folder / key.hex()
        try:
            content = _unwrapped(key, path.read_bytes())
            value = msgspec.msgpack.decode(content, type=kind)
            os.utime(path)
        except (OSError, ValueError, zlib.error, msgspec.MsgspecError):
            return None
        self._used.add(path.name)
        return value

    def put(self, key: bytes, value: object) -> None:
        """Keep `value` under `key`."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            _write_whole(self._folder / key.hex(), _wrapped(key, msgspec.msgpack.encode(value)))
            self._used.add(key.hex())

    def tidy(self, largest: int = LARGEST) -> None:
        """Remove what killed runs left unfinished, and old entries while the folder is larger than `largest` bytes."""
        if self._folder is None or not self._folder.is_dir():
            return
        with contextlib.suppress(OSError):
            entries = [(entry.stat(), entry.name, Path(entry.path)) for entry in os.scandir(self._folder)]
            size = sum(stat.st_size for stat, _, _ in entries)
            for stat, name, path in sorted(entries, key=lambda entry: (entry[0].st_mtime_ns, entry[1])):
                if name.endswith(_UNFINISHED) or (size > largest and name not in self._used):
                    size -= stat.st_size
                    path.unlink(missing_ok=True)


def _wrapped(key: bytes, content: bytes) -> bytes:
    """An entry: a check over key and content, which neither half an entry nor another one passes; then the content."""
    packed = zlib.compress(content, _QUICK)
    return digest([key, packed]) + packed


def _unwrapped(key: bytes, entry: bytes) -> bytes:
    """The content of an entry; raises ValueError where it is not sound."""
    check, packed = entry[:_CHECK], entry[_CHECK:]
    if check != digest([key, packed]):
        raise ValueError("damaged")
    return zlib.decompress(packed)


def _write_whole(path: Path, content: bytes) -> None:
    """Write aside and rename, so that no half of it is ever found under its name."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=_UNFINISHED)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
