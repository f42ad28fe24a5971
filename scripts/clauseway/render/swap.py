"""Building aside: the last good site stays until the new one is whole, and is never missing where the system can."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are taken from the working directory
_EXCHANGE = 2  # RENAME_EXCHANGE


@contextmanager
def aside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target`; it becomes `target` if the block ends without an exception.

    What a killed run left behind is cleaned first, and the last good site put back if it was moved away.
    """
    recover(target)
    new, old = _beside(target)
    new.mkdir(parents=True)
    try:
        yield new
        if not target.exists():
            new.rename(target)
        elif not _exchange(new, target):
            target.rename(old)
            new.rename(target)
    finally:
        recover(target)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the disk cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), ctypes.c_uint(_EXCHANGE)) == 0)


def recover(target: Path) -> None:
    """Put the last good folder back if a killed run moved it away, and remove what it left beside it."""
    new, old = _beside(target)
    if old.exists() and not target.exists():
        old.rename(target)
    for left_over in (new, old):
        if left_over.exists():
            shutil.rmtree(left_over)


def _beside(target: Path) -> tuple[Path, Path]:
    return target.with_name(f"{target.name}.new"), target.with_name(f"{target.name}.old")
