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
    olds, news = ([(place, key(of[place].text)) for place in some] for some, of in zip(gap, (old, new), strict=True))
    if "".join(words for _, words in olds) == "".join(words for _, words in news):
        yield gap
        return
    yield from _divided(olds, news)
    yield from ((one, several) for several, one in _divided(news, olds))


def _divided(whole: Sequence[tuple[int, str]], parts: Sequence[tuple[int, str]]) -> Iterator[_Run]:
    """Each of `whole` that says what several of `parts` say one after the other."""
    for place, words in whole:
        for start in range(len(parts)):
            if (run := _adding_up(words, parts[start:])) and len(run) > 1:
                yield [place], run
                break


def _adding_up(words: str, parts: Sequence[tuple[int, str]]) -> list[int]:
    """The places of the first of `parts`, if they say exactly `words`; else nothing."""
    run: list[int] = []
    for place, part in parts:
        if not part or not words.startswith(part):
            break
        run.append(place)
        words = words[len(part) :]
        if not words:
            return run
    return []
