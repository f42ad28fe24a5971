"""Groups of words that may stand for one another in a search, and where a text mentions them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from clauseway.search.words import family, terms
from clauseway.vocabulary import load

MARK = "~"
"""Stands before a group's name where it is a key beside the families of words."""


class Group(msgspec.Struct, frozen=True, gc=False):
    """Words and phrases of one meaning."""

    name: str
    """Its name among the keys of an index, with `MARK`."""
    phrases: tuple[tuple[str, ...], ...]
    """Its words and phrases as families; a phrase has several."""
    wider: tuple[str, ...]
    """Names of the groups that hold what it is a kind of."""
    near: tuple[str, ...]
    """Names of groups that are often meant as well."""


@cache
def groups() -> tuple[Group, ...]:
    """All groups, in the order of their file."""
    return tuple(_group(name, entry) for name, entry in load("search/synonyms").items())


def _group(name: str, entry: dict[str, list[str]]) -> Group:
    phrases = (tuple(family(word) for word in terms(phrase)) for phrase in entry["is"])
    return Group(
        name=MARK + name,
        phrases=tuple(dict.fromkeys(phrases)),
        wider=tuple(MARK + one for one in entry.get("of", ())),
        near=tuple(MARK + one for one in entry.get("near", ())),
    )


def words_of_groups() -> Iterator[str]:
    """Every word that stands in a group."""
    for entry in load("search/synonyms").values():
        for phrase in entry["is"]:
            yield from terms(phrase)


def mentioned(families: Sequence[str]) -> list[str]:
    """The names of the groups that a text mentions, a name for each mention; `families` are those of its words.

    At each word only the longest phrases count: `school uniform` is no mention of what `school` stands for.
    """
    found: list[str] = []
    place, begins = 0, _beginnings()
    while place < len(families):
        if families[place] not in begins:
            place += 1
            continue
        length, names = _longest(families, place)
        found.extend(names)
        place += max(length, 1)
    return found


def _longest(families: Sequence[str], start: int) -> tuple[int, Iterable[str]]:
    for length in range(min(_longest_phrase(), len(families) - start), 0, -1):
        names = _by_phrase().get(tuple(families[start : start + length]))
        if names:
            return length, names
    return 0, ()


@cache
def _by_phrase() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for group in groups():
        for phrase in group.phrases:
            found.setdefault(phrase, []).append(group.name)
    return {phrase: tuple(names) for phrase, names in found.items()}


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _by_phrase())


@cache
def _longest_phrase() -> int:
    return max(len(phrase) for phrase in _by_phrase())
