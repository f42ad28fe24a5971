"""The words that the whole site's search knows: those of groups, matters and questions, with their forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import takewhile

from clauseway.memory import lasting
from clauseway.search.groups import groups, words_of_groups
from clauseway.search.phrases import elsewhere, phrases
from clauseway.search.records import VERSION, WordGroup, Words
from clauseway.search.words import family, forms, joined, terms
from clauseway.vocabulary import load
from clauseway.vocabulary.catalogue import matters, topics


def site_words() -> Words:
    """How a query is understood, whatever schools there are."""
    return lasting("words of the site", Words, _site_words)


def _site_words() -> Words:
    query = load("search/query")
    places = {group.name: place for place, group in enumerate(groups())}
    return Words(
        version=VERSION,
        forms=packed(forms(site_vocabulary())),
        groups=[
            WordGroup(
                group.name,
                [" ".join(phrase) for phrase in group.phrases],
                [places[name] for name in group.wider],
                [places[name] for name in group.near],
            )
            for group in groups()
        ],
        stop=" ".join(query["stop"]),
        soft=" ".join(dict.fromkeys(family(word) for word in query["soft"])),
        asks=query["asks"],
        duties=query["duties"],
        everyday=" ".join(query["everyday"]),
        slices="",
    )


@cache
def site_vocabulary() -> frozenset[str]:
    """The words that the site's list has, whatever schools there are."""
    return lasting("vocabulary of the site", frozenset[str], _site_vocabulary)


def _site_vocabulary() -> frozenset[str]:
    asked = (phrase for matter in matters().values() for phrase, _ in phrases(matter))
    beside = (phrase for subject in elsewhere() for phrase in (subject.title, *subject.asked))
    return frozenset((*words_of_groups(), *_words(asked), *_words(beside)))


@cache
def site_keys() -> tuple[str, ...]:
    """The families of the site's words, then the names of its groups, in the order in which `Words` has them."""
    made = lasting("keys of the site", list[str], lambda: [*forms(site_vocabulary()), *(one.name for one in groups())])
    return tuple(made)


@cache
def known_families() -> frozenset[str]:
    """The families of these words."""
    return lasting("families of the site", frozenset[str], lambda: frozenset(map(family, site_vocabulary())))


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from terms(text)
        yield from joined(text)


@cache
def matter_places() -> dict[str, int]:
    """The place of each matter among all, topic by topic."""
    return {matter.slug: place for place, matter in enumerate(one for topic in topics() for one in topic.matters)}


def packed(families: Mapping[str, list[str]]) -> list[str]:
    """Families with their words, a line for each; see `Words.forms`."""
    return [_line(key, known) for key, known in families.items()]


def _line(key: str, known: list[str]) -> str:
    start = _beginning(known)
    endings = ",".join(word[len(start) :] for word in known)
    return f"{'' if key == start else key} {start} {endings}"


def _beginning(some: list[str]) -> str:
    """What all of some sorted words begin with."""
    first, last = some[0], some[-1]
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in same)
