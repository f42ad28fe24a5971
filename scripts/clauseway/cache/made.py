"""Folders that are made from something: not made again while that has not changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from clauseway.cache.digests import folder_digest
from clauseway.cache.store import Cache
from clauseway.problems import Problem, Severity


class Made(msgspec.Struct, frozen=True):
    """A folder as it was made."""

    folder: bytes
    """What it held (`folder_digest`)."""
    problems: tuple[Problem, ...]
    """What there was to say."""


def made_once(
    cache: Cache,
    folder: Path,
    made_from: Callable[[], bytes],
    make: Callable[[], Made],
    still_from: Callable[[], bytes] | None = None,
) -> Made:
    """Have `make` make `folder`, unless it was made of the same before and still is what it was.

    `made_from` stands for all that `make` depends on. It is asked before and after (then as `still_from`, where that is
    given): what was made while something changed is not relied on, nor what was made with an error.
    """
    if not cache.keeps:
        return make()
    key = made_from()
    known = cache.get(key, Made)
    if known and known.folder and known.folder == folder_digest(folder):
        return known
    made = make()
    is_sound = not any(problem.severity is Severity.ERROR for problem in made.problems)
    if is_sound and key == (still_from or made_from)():
        cache.put(key, made)
    return made
