"""Which matters a clause comes near to, by how the catalogue says them; a second opinion where no pattern fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from heapq import nlargest

from clauseway.describe.findings import ClauseContext
from clauseway.memory import lasting
from clauseway.model import MatterFit
from clauseway.vocabulary.catalogue import matters
from clauseway.vocabulary.wording import Vector, cosine, features, vector

_MOST = 8
"""Matters that are named as near."""
_LEAST = 0.12
"""Likeness below which nothing is near."""
# How much a word counts by where it stands.
_OWN, _STEM, _HEADING, _TITLE = 1.0, 0.5, 0.35, 0.15
_NOT_A_RULE = 0.8
"""What is left of the likeness to a question or a title, which are shorter than rules and so easily alike."""
_IN_VERY_MANY = 200
"""Sayings from which a word that all of them have is too common to find them by."""
_TELLING = 9
"""Words by which sayings are found: the most telling ones."""
_LOOKED_AT = 24
"""Sayings that are compared in full, those that share the most telling of the rarer words."""
_COUNTER = -1.0
"""Marks a counter-example."""


def near_matters(clause: ClauseContext) -> tuple[MatterFit, ...]:
    """The matters that a clause is likest to, best first, each with the example or question that it is likest to.

    A matter is left out where one of its counter-examples is as like.
    """
    best: dict[str, tuple[float, str]] = {}
    against: dict[str, float] = defaultdict(float)
    for place, alike in _alike(clause).items():
        slug, text, worth = _said()[place]
        if worth == _COUNTER:
            against[slug] = max(against[slug], alike)
        elif (found := alike * worth) >= _LEAST and (slug not in best or (found, text) > best[slug]):
            best[slug] = (found, text)
    left = ((slug, alike, text) for slug, (alike, text) in best.items() if alike > against[slug])
    ranked = sorted(left, key=lambda one: (-one[1], one[0]))[:_MOST]
    return tuple(MatterFit(slug, round(min(alike, 1.0), 3), (text,)) for slug, alike, text in ranked)


def _alike(clause: ClauseContext) -> dict[int, float]:
    """How like the clause is to the sayings that share its rarer words, by the saying's place."""
    mine = vector(_places(clause))
    found: dict[int, float] = defaultdict(float)
    index = _by_feature()
    telling = nlargest(_TELLING, (feature for feature in mine if feature in index), key=lambda one: (mine[one], one))
    for feature in telling:
        weight = mine[feature]
        for place, other in index[feature]:
            found[place] += weight * other
    own = {feature for text in (clause.text, *clause.lead_ins) for feature in features(text)}
    likest = nlargest(_LOOKED_AT, found, key=lambda place: (found[place], -place))
    # What only the heading or the title shares with a saying does not make a clause of it.
    return {place: cosine(mine, _vectors()[place]) for place in likest if not own.isdisjoint(_vectors()[place])}


def _places(clause: ClauseContext) -> Iterator[tuple[str, float]]:
    yield clause.text, _OWN
    yield from ((stem, _STEM) for stem in clause.lead_ins)
    yield from ((heading, _HEADING) for heading in clause.section_path[-1:])
    yield clause.title, _TITLE


@cache
def _said() -> tuple[tuple[str, str, float], ...]:
    """Every saying of the catalogue with its matter and what likeness to it is worth."""
    return tuple(
        (matter.slug, text, worth)
        for matter in matters().values()
        for some, worth in (
            ((*matter.examples, *matter.also), 1.0),
            ((*matter.asked, matter.title), _NOT_A_RULE),
            (matter.counter, _COUNTER),
        )
        for text in some
    )


@cache
def _vectors() -> tuple[Vector, ...]:
    made = lasting("vectors of sayings", list[Vector], lambda: [vector([(text, 1.0)]) for _, text, _ in _said()])
    return tuple(made)


@cache
def _by_feature() -> dict[str, list[tuple[int, float]]]:
    """The sayings that have a feature, and its weight in each; those that very many have find nothing."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, whole in enumerate(_vectors()):
        for feature, weight in whole.items():
            found[feature].append((place, weight))
    return {feature: some for feature, some in found.items() if len(some) <= _IN_VERY_MANY}
