"""What a text is about, as far as its words tell: stems of its telling words, and the concepts they stand for."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from heapq import nlargest

from clauseway.memory import lasting
from clauseway.vocabulary import load
from clauseway.vocabulary.catalogue import Matter, matters
from clauseway.vocabulary.terms import mentioned
from clauseway.words import stem, words

Vector = dict[str, float]
"""A text as weights of its features; of length one."""

_OF_A_CONCEPT = 0.5
"""What a concept tells beside the words that name it."""
_LIKEST = 34
"""Matters that a profile names."""
_POWER = 2.4
"""Power that sets the likest of them far before the others."""


@lru_cache(maxsize=4096)
def features(text: str) -> tuple[str, ...]:
    """The stems of the telling words of a text and the concepts that it mentions (`@phone`), each once, in order."""
    telling = {stem(word) for word in words(text.lower()) if word not in _common()}
    return tuple(sorted(telling.union(term for term in mentioned(text) if term.startswith("@"))))


def vector(texts: Iterable[tuple[str, float]]) -> Vector:
    """Some texts as one, each with its weight: the features weighed by how much they tell, of length one."""
    found: Vector = {}
    for text, weight in texts:
        for one in features(text):
            if weight > found.get(one, 0.0):
                found[one] = weight
    return unit({one: weight * _telling(one) for one, weight in found.items()})


def unit(raw: Vector) -> Vector:
    """The same direction with length one."""
    length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
    return {one: weight / length for one, weight in raw.items()}


def cosine(a: Vector, b: Vector) -> float:
    """How alike two are, from 0 to 1; to the last digit the same both ways and on every run."""
    # The sum is rounded once, so no order of what is added makes another.
    return math.fsum([weight * b[one] for one, weight in a.items() if one in b])


def profile(text: Vector) -> Vector:
    """How near a text comes to each matter as a whole: the likest count far before the others.

    Two texts without a word in common have like profiles where their words are those of the same matters.
    """
    slugs, index = _wholes()
    found = [0.0] * len(slugs)
    for feature in sorted(text):
        # A plain loop over numbers: it runs some thousand times for each clause.
        mine = text[feature]
        for place, weight in index.get(feature, ()):
            found[place] += mine * weight
    likest = nlargest(_LIKEST, zip(found, range(len(found)), strict=True))
    return unit({slugs[place]: alike**_POWER for alike, place in likest if alike})


_Index = dict[str, list[tuple[int, float]]]
"""For each feature, the places of the matters in whose sayings it stands, with its weight in those of each."""


@cache
def _wholes() -> tuple[list[str], _Index]:
    return lasting("matters as a whole", tuple[list[str], _Index], _weigh)


def _weigh() -> tuple[list[str], _Index]:
    count = {
        matter.slug: Counter(one for text in _sayings(matter) for one in features(text))
        for matter in matters().values()
    }
    in_matters = Counter(one for some in count.values() for one in some)
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    slugs = sorted(count)
    for place, some in enumerate(count[slug] for slug in slugs):
        weights = {
            one: (1 + math.log(1 + times)) * _rarity(one, len(count), in_matters[one]) for one, times in some.items()
        }
        for one, weight in unit(weights).items():
            index[one].append((place, weight))
    return slugs, dict(index)


@lru_cache(maxsize=65536)
def _telling(feature: str) -> float:
    """The fewer sayings have it, the more it tells."""
    number, seen = _seen()
    return _rarity(feature, number, 1 + seen.get(feature, 0))


def _rarity(feature: str, number: int, having: int) -> float:
    """How much a feature tells that some of a number of texts have."""
    rare = math.log(1 + number / having)
    return rare * _OF_A_CONCEPT if feature.startswith("@") else rare


@cache
def _seen() -> tuple[int, dict[str, int]]:
    """How many sayings the catalogue has, and in how many of them each feature stands."""
    return lasting("sayings with each feature", tuple[int, dict[str, int]], _count)


def _count() -> tuple[int, dict[str, int]]:
    texts = [features(text) for matter in matters().values() for text in _sayings(matter)]
    return len(texts), dict(Counter(one for text in texts for one in text))


def _sayings(matter: Matter) -> Iterator[str]:
    """All that the catalogue gives of how a matter is spoken of."""
    yield from matter.examples
    yield from matter.also
    yield from matter.asked
    yield matter.title


@cache
def _common() -> frozenset[str]:
    return frozenset(word for group in load("common-words").values() for word in group)
