"""Building aside: the last good site stays until the new one is whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def aside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target`; it becomes `target` if the block ends without an exception.

    What a killed run left behind is cleaned first, and the last good site put back if it was moved away.
    """
    new, old = target.with_name(f"{target.name}.new"), target.with_name(f"{target.name}.old")
    _recover(target, new, old)
    new.mkdir(parents=True)
    try:
        yield new
        if target.exists():
            target.rename(old)
        new.rename(target)
    finally:
        _recover(target, new, old)


def _recover(target: Path, new: Path, old: Path) -> None:
    if old.exists() and not target.exists():
        old.rename(target)
    for left_over in (new, old):
        if left_over.exists():
            shutil.rmtree(left_over)
