"""How alike the words of two clauses are: shared stems by rarity, and shared runs of words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import mul

from clauseway.words import stem, words

_RUN = 5
"""Words in a row that make a shared run."""

Vector = dict[str, float]


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order."""
    return tuple(stem(word) for word in words(text.lower()))


def rarity(texts: Iterable[Sequence[str]]) -> dict[str, float]:
    """Weight of each stem: the fewer texts have it, the more it tells."""
    seen: Counter[str] = Counter()
    count = 0
    for text in texts:
        seen.update(set(text))
        count += 1
    return {one: math.log(1 + count / number) for one, number in seen.items()}


def vector(text: Sequence[str], weights: dict[str, float]) -> Vector:
    """A text as weights of its stems, of length one."""
    raw = {one: weights[one] for one in set(text)}
    length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
    return {one: weight / length for one, weight in raw.items()}


def likeness(a: Vector, b: Vector) -> float:
    """Cosine of two texts, from 0 to 1; to the last digit the same both ways and on every run."""
    shared = a.keys() & b.keys()
    # Each pass goes through the same set, so in the same order.
    return math.fsum(map(mul, map(a.__getitem__, shared), map(b.__getitem__, shared))) if shared else 0.0


def shared_wording(a: str, b: str) -> float:
    """Share of the runs of words of the text with fewer that the other has, too; 0 where one has no such run."""
    mine, theirs = _runs(a), _runs(b)
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


@lru_cache(maxsize=8192)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    known = stems(text)
    return frozenset(zip(*(known[start:] for start in range(_RUN)), strict=False))
