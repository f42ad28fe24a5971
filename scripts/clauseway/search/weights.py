"""How much a word tells about a text, by the fields it stands in: the part of ranking that is done at build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from string import ascii_lowercase

from clauseway.search.groups import mentioned
from clauseway.search.words import family, joined, terms
from clauseway.vocabulary import load

MOST = 15
"""The highest weight; the lowest is 1."""

_LETTERS = ascii_lowercase[:MOST]

_ENOUGH = 1.1
"""Count at which a word has half the weight it can have: a word said four times does not tell four times as much."""
_BY_LENGTH = 0.35
"""How much long texts are held to have words by chance, from 0 to 1."""
_USUAL = 26
"""Words of a usual clause, its lead-in not counted: the mean of five schools' policies."""

Fields = Iterable[tuple[str, float]]
"""Texts with what one mention in them counts; the first is the text's own."""


def weights(fields: Fields) -> dict[str, int]:
    """By key, how much it tells about a text: the families of its words and the names of the groups it mentions."""
    counts: dict[str, float] = defaultdict(float)
    length = 0
    for text, weight in fields:
        number, keys = _keys(text)
        length = length or number
        for key in keys:
            counts[key] += weight
    hushed = silent()
    norm = _ENOUGH * (1 - _BY_LENGTH + _BY_LENGTH * length / _USUAL)
    return {key: max(1, round(MOST * count / (count + norm))) for key, count in counts.items() if key not in hushed}


@cache
def silent() -> frozenset[str]:
    """The families of words that carry no matter: they are in no index."""
    return frozenset(family(word) for word in load("search/query")["stop"])


@lru_cache(maxsize=4096)
def _keys(text: str) -> tuple[int, tuple[str, ...]]:
    """The number of words of a text, and all its keys; headings, stems and titles stand over many clauses."""
    families = [family(word) for word in terms(text)]
    return len(families), (*families, *map(family, joined(text)), *mentioned(families))


def told(phrases: Fields) -> dict[str, int]:
    """By family, how much it tells that something is meant that people call by some phrases: the more have it."""
    counts: dict[str, float] = defaultdict(float)
    for phrase, weight in phrases:
        for key in {family(word) for word in (*terms(phrase), *joined(phrase))} - silent():
            counts[key] += weight
    return {key: max(1, round(MOST * count / (count + 1))) for key, count in sorted(counts.items())}


def postings(texts: Iterable[Mapping[str, int]]) -> dict[str, str]:
    """By key, the texts that have it: `c2a` is the first with weight 3, and with weight 1 the second after that.

    Each is its distance from the one before, left out where it is 1 (the first is counted from -1), and a letter for
    its weight. Compressed this is a quarter smaller than lists of numbers.
    """
    found: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for place, keys in enumerate(texts):
        for key, weight in keys.items():
            distance = place - last.get(key, -1)
            found.setdefault(key, []).append(f"{'' if distance == 1 else distance}{_LETTERS[weight - 1]}")
            last[key] = place
    return {key: "".join(some) for key, some in sorted(found.items())}
