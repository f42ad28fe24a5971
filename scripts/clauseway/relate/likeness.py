"""How far two clauses are the same text: shared runs of words."""

from __future__ import annotations

from functools import lru_cache

from clauseway.words import stem, words

_RUN = 5
"""Words in a row that make a shared run."""


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order."""
    return tuple(stem(word) for word in words(text.lower()))


def shared_wording(a: str, b: str) -> float:
    """Share of the runs of words of the text with fewer that the other has, too; 0 where one has no such run."""
    mine, theirs = _runs(a), _runs(b)
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


@lru_cache(maxsize=4096)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    found = stems(text)
    return frozenset(found[start : start + _RUN] for start in range(len(found) - _RUN + 1))
