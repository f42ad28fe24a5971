"""Folders that are made from something: not made again while neither has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from clauseway.cache.digests import folder_digest
from clauseway.cache.store import Cache
from clauseway.problems import Problem, Severity


class _Made(msgspec.Struct, frozen=True):
    """A folder as it was made."""

    folder: bytes
    """What it held."""
    problems: tuple[Problem, ...]
    """What there was to say."""


def made_once(
    cache: Cache, folder: Path, made_from: Callable[[], bytes], make: Callable[[], tuple[Problem, ...]]
) -> tuple[Problem, ...]:
    """Have `make` make `folder`, unless it was made of the same before and still is what it was; gives the problems.

    `made_from` stands for all that `make` depends on. It is asked before and after: what was made while something
    changed is not relied on, nor what was made with an error.
    """
    if not cache.keeps:
        return make()
    key = made_from()
    known = cache.get(key, _Made)
    if known and known.folder and known.folder == folder_digest(folder):
        return known.problems
    problems = make()
    if not any(problem.severity is Severity.ERROR for problem in problems) and key == made_from():
        cache.put(key, _Made(folder_digest(folder), problems))
    return problems
