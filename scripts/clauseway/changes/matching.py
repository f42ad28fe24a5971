"""Which clause of the older edition became which of the newer: by number and words, then words, then likeness.

Every step takes only what the steps before it left. Those that look between pairs already found keep the order;
what is found anywhere else has moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher

import msgspec
from rapidfuzz.distance import Indel

from clauseway.changes.keys import key, plain_number
from clauseway.changes.order import Apart, Pairs, best_in_order, gaps, unpaired
from clauseway.changes.relaid import relaid
from clauseway.model import Passage

_ALIKE = 0.6
"""Share of words in common, in order, from which two clauses in the same place are one that was reworded."""
_ALIKE_SAME_NUMBER = 0.45
"""The same where both bear the same number."""
_ALIKE_ANYWHERE = 0.8
"""The same where nothing but the words speaks for it."""
_SURE = 0.75
"""Share of words in common from which an old link may lead to the newer clause."""
_ENOUGH_WORDS = 3
"""Words from which a text found somewhere else is the same text and no coincidence ("None", "See above")."""
_MOST_COMPARED = 60_000
"""Pairs of clauses whose likeness is looked at in one go; between more of them a rewrite is not followed."""


class Matched(msgspec.Struct, frozen=True):
    """Two passages that are one."""

    old: int
    """Place in the older edition."""
    new: int
    """Place in the newer edition."""
    likeness: float
    """Share of their words in common, stems included: 1 for the same words."""

    @property
    def sure(self) -> bool:
        """Whether a link to the older one may lead to the newer."""
        return self.likeness >= _SURE


def match(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[tuple[Matched, ...], Apart]:
    """The pairs of passages that are one, in the order of the newer edition, and what is only joined or divided.

    Each passage is in one pair at most.
    """
    pairs: Pairs = {}
    for view in (_numbered, _governed, _words):
        _same_between(pairs, old, new, view)
    for view in (_governed, _words):
        _same_anywhere(pairs, old, new, view)
    apart = relaid(pairs, old, new)
    _like_between(pairs, old, new, apart)
    _like_anywhere(pairs, old, new, apart)
    found = (Matched(before, after, likeness(old[before], new[after])) for before, after in pairs.items())
    return tuple(sorted(found, key=lambda pair: pair.new)), apart


def likeness(old: Passage, new: Passage) -> float:
    """Share of the words of two passages, stems and tails included, that they have in common in order."""
    return Indel.normalized_similarity(_all_words(old), _all_words(new))


def _all_words(one: Passage) -> list[str]:
    return [key(word) for word in f"{one.lead_in} {one.text} {one.tail}".split()]


def _own_words(one: Passage) -> list[str]:
    return [key(word) for word in one.text.split()]


def _words(one: Passage) -> Hashable:
    return one.heading, key(one.text)


def _governed(one: Passage) -> Hashable:
    return one.heading, key(one.lead_in), key(one.text), key(one.tail)


def _numbered(one: Passage) -> Hashable:
    return plain_number(one.number), _governed(one)


View = Callable[[Passage], Hashable]


def _same_between(pairs: Pairs, old: Sequence[Passage], new: Sequence[Passage], view: View) -> None:
    """Add pairs that look the same in the same order, between those already found."""
    for olds, news in list(gaps(pairs, len(old), len(new))):
        seen = SequenceMatcher(None, [view(old[i]) for i in olds], [view(new[i]) for i in news], autojunk=False)
        for block in seen.get_matching_blocks():
            pairs.update((olds[block.a + i], news[block.b + i]) for i in range(block.size))


def _same_anywhere(pairs: Pairs, old: Sequence[Passage], new: Sequence[Passage], view: View) -> None:
    """Add pairs that look the same wherever they stand, if nothing else looks like them."""
    olds, news = unpaired(pairs, len(old), len(new))
    often_old, often_new = Counter(view(old[i]) for i in olds), Counter(view(new[i]) for i in news)
    places = {view(new[i]): i for i in news}
    for place in olds:
        look = view(old[place])
        telling = old[place].heading or len(old[place].text.split()) >= _ENOUGH_WORDS
        if telling and often_old[look] == often_new[look] == 1:
            pairs[place] = places[look]


def _like_between(pairs: Pairs, old: Sequence[Passage], new: Sequence[Passage], apart: Apart) -> None:
    """Add pairs that are alike and keep the order, between those already found."""
    for olds, news in list(gaps(pairs, len(old), len(new), apart)):
        if len(olds) * len(news) <= _MOST_COMPARED:
            words = {j: _own_words(new[j]) for j in news}
            scores = [[_score(old[i], mine, new[j], words[j]) for j in news] for i, mine in _with_words(old, olds)]
            pairs.update((olds[i], news[j]) for i, j in best_in_order(scores))


def _with_words(some: Sequence[Passage], places: Sequence[int]) -> list[tuple[int, list[str]]]:
    return [(place, _own_words(some[place])) for place in places]


def _score(old: Passage, mine: Sequence[str], new: Passage, theirs: Sequence[str]) -> float:
    """How well two passages in the same place fit by their words, 0 where they are not one."""
    if old.heading is not new.heading:
        return 0.0
    same_number = bool(old.number) and plain_number(old.number) == plain_number(new.number)
    least = _ALIKE_SAME_NUMBER if same_number else _ALIKE
    alike = Indel.normalized_similarity(mine, theirs, score_cutoff=least)
    return alike + 0.1 * same_number if alike else 0.0


def _like_anywhere(pairs: Pairs, old: Sequence[Passage], new: Sequence[Passage], apart: Apart) -> None:
    """Add clauses that were reworded and moved: each the other's likest, and very like."""
    olds, news = unpaired(pairs, len(old), len(new), apart)
    olds, news = ([i for i in some if not of[i].heading] for some, of in ((olds, old), (news, new)))
    if not olds or not news or len(olds) * len(news) > _MOST_COMPARED:
        return
    theirs = _with_words(new, news)
    scores = [(_moved_score(mine, words), i, j) for i, mine in _with_words(old, olds) for j, words in theirs]
    for score, i, j in sorted(scores, key=lambda found: (-found[0], found[1:])):
        if score and i not in pairs and j not in pairs.values():
            pairs[i] = j


def _moved_score(mine: Sequence[str], theirs: Sequence[str]) -> float:
    if min(len(mine), len(theirs)) < _ENOUGH_WORDS:
        return 0.0
    return Indel.normalized_similarity(mine, theirs, score_cutoff=_ALIKE_ANYWHERE)
