"""Passages that say the same words in a row and are only joined or divided otherwise: a converter's work, no change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clauseway.changes.keys import key
from clauseway.changes.order import Apart, gaps
from clauseway.model import Passage

_Run = tuple[Sequence[int], Sequence[int]]


def relaid(pairs: Mapping[int, int], old: Sequence[Passage], new: Sequence[Passage]) -> Apart:
    """Their places in both editions, between the pairs already found."""
    olds, news = set[int](), set[int]()
    for gap in gaps(pairs, len(old), len(new)):
        for some_old, some_new in _same_words(gap, old, new):
            olds.update(some_old)
            news.update(some_new)
    return frozenset(olds), frozenset(news)


def _same_words(gap: _Run, old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[_Run]:
    """Runs of both editions within a gap that say the same; each passage is in one of them at most."""
    olds, news = ([(place, key(of[place].text)) for place in some] for some, of in zip(gap, (old, new), strict=True))
    here, free = 0, 0
    while here < len(olds):
        for start in range(free, len(news)):
            if found := _adding_up(olds[here:], news[start:]):
                mine, theirs = found
                yield [place for place, _ in olds[here : here + mine]], [n for n, _ in news[start : start + theirs]]
                here, free = here + mine - 1, start + theirs
                break
        here += 1


def _adding_up(olds: Sequence[tuple[int, str]], news: Sequence[tuple[int, str]]) -> tuple[int, int] | None:
    """How many of the first of each say the same in a row; None where they do not."""
    mine = theirs = ""
    of_old = of_new = 0
    while mine.startswith(theirs) or theirs.startswith(mine):
        if len(mine) <= len(theirs) and of_old < len(olds):
            mine, of_old = mine + olds[of_old][1], of_old + 1
        elif len(theirs) < len(mine) and of_new < len(news):
            theirs, of_new = theirs + news[of_new][1], of_new + 1
        else:
            return None
        if mine and mine == theirs:
            return of_old, of_new
    return None
