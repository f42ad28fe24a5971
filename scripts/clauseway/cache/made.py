"""Values and folders that are made from something: not made again while that has not changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from clauseway.cache.digests import digest, folder_digest
from clauseway.cache.store import Cache
from clauseway.cache.version import version
from clauseway.problems import Problem, Severity

_T = TypeVar("_T")


def recalled(cache: Cache, records: Iterable[msgspec.Struct], kind: type[_T], make: Callable[[], _T]) -> _T:
    """What `make` makes of `records` and of nothing else, a value of type `kind`: from `cache` if it is known there."""
    if not cache.keeps:
        return make()
    key = digest([b"recalled", version(), kind.__qualname__.encode(), *map(msgspec.msgpack.encode, records)])
    known = cache.get(key, kind)
    if known is None:
        known = make()
        cache.put(key, known)
    return known


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
