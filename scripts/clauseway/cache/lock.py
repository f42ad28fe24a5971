"""One build at a time in one folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from clauseway.problems import Problem, Severity, UnreadableSource

_LOCK = "lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other builds out of `folder` for the length of a block; it is made where it is not there.

    Raises UnreadableSource where another build is at work in it, and OSError as the file system does. The system lets
    go of the lock when a process ends, however it ends; the file that stays behind holds nobody up.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / _LOCK, blocking=False):
            yield
    except Timeout as busy:
        message = "Another build is at work on the same site."
        advice = "Wait until it has ended, or build to another place with --site."
        raise UnreadableSource(Problem("site-busy", Severity.ERROR, message, str(folder), advice=advice)) from busy
