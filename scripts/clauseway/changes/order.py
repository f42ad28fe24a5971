"""Pairs in order: which of them never cross, and what lies between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

Pairs = dict[int, int]
"""Place of a passage in the newer edition, by its place in the older."""
Apart = tuple[frozenset[int], frozenset[int]]
"""Places of the older and of the newer edition that are accounted for otherwise than by pairs."""
NOTHING: Apart = (frozenset(), frozenset())
"""No places."""


def in_order(pairs: Mapping[int, int], weight: Callable[[int], int] = lambda _old: 1) -> Pairs:
    """The weightiest part of `pairs` that stands in the same order in both editions; all others moved.

    `weight` gives what a pair counts by its place in the older edition.
    """
    best = _Best(max(pairs.values(), default=-1) + 1)
    before: dict[int, int | None] = {}
    for old in sorted(pairs):
        total, before[old] = best.below(pairs[old])
        best.note(pairs[old], total + weight(old), old)
    _, here = best.below(best.size)
    kept: Pairs = {}
    while here is not None:
        kept[here] = pairs[here]
        here = before[here]
    return dict(sorted(kept.items()))


class _Best:
    """The weightiest chain that ends below a place, in steps that grow with the logarithm of the places."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._tree: list[tuple[int, int | None]] = [(0, None)] * (size + 1)

    def below(self, place: int) -> tuple[int, int | None]:
        """Weight and last link of the weightiest chain that ends before `place`; the earliest of equals."""
        found: tuple[int, int | None] = (0, None)
        while place > 0:
            found = max(found, self._tree[place], key=lambda chain: chain[0])
            place -= place & -place
        return found

    def note(self, place: int, weight: int, link: int) -> None:
        """Keep a chain that ends at `place` with `link`."""
        place += 1
        while place <= self.size:
            if weight > self._tree[place][0]:
                self._tree[place] = (weight, link)
            place += place & -place


def gaps(
    pairs: Mapping[int, int], olds: int, news: int, apart: Apart = NOTHING
) -> Iterator[tuple[list[int], list[int]]]:
    """What is neither paired nor `apart`, of both editions, between each two neighbours among the pairs in order."""
    free_old, free_new = unpaired(pairs, olds, news, apart)
    bounds = [(-1, -1), *in_order(pairs).items(), (olds, news)]
    for (old_a, new_a), (old_b, new_b) in pairwise(bounds):
        old = free_old[bisect_left(free_old, old_a) : bisect_left(free_old, old_b)]
        new = free_new[bisect_left(free_new, new_a) : bisect_left(free_new, new_b)]
        if old and new:
            yield old, new


def unpaired(pairs: Mapping[int, int], olds: int, news: int, apart: Apart = NOTHING) -> tuple[list[int], list[int]]:
    """The places of both editions that are neither paired nor `apart`."""
    taken = apart[1] | set(pairs.values())
    return (
        [old for old in range(olds) if old not in pairs and old not in apart[0]],
        [new for new in range(news) if new not in taken],
    )


def best_in_order(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) that never cross and whose scores add up to most; a score of 0 is no pair."""
    rows, columns = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            score = scores[row][column]
            both = best[row + 1][column + 1] + score if score else 0.0
            best[row][column] = max(both, best[row + 1][column], best[row][column + 1])
    return list(_walk(scores, best))


def _walk(scores: Sequence[Sequence[float]], best: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row < len(scores) and column < len(scores[0]):
        score = scores[row][column]
        if score and best[row][column] == best[row + 1][column + 1] + score:
            yield row, column
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
