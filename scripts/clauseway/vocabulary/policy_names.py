"""What policies are called: the topics that a name means, and the words about names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from clauseway.vocabulary import load
from clauseway.words import words

_MOST = 10  # words of a name


@cache
def topic_names() -> Mapping[tuple[str, ...], str]:
    """The topic that each name means, by the words of the name in small letters."""
    data = load("policy_names")
    found: dict[tuple[str, ...], str] = {}
    for part in ("topics", "documents"):
        for topic, names in data[part].items():
            found |= {tuple(words(name)): topic for name in (topic.replace("-", " "), *names)}
    return found


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of words of the file, as a set."""
    return frozenset(load("policy_names")[name])


def read_name(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The topics that the words of a name mean, the longest names first and each word once, and what is left.

    Words that make no difference, and numbers, are left out.
    """
    parts, place = words(name.lower().replace("’", "'")), 0
    topics, left = set(), set()
    while place < len(parts):
        end = next(
            (end for end in range(min(len(parts), place + _MOST), place, -1) if _topic(parts, place, end)), place
        )
        if end > place:
            topics.add(_topic(parts, place, end))
        elif parts[place] not in word_list("neutral") and not parts[place].isdigit():
            left.add(parts[place])
        place = max(end, place + 1)
    return frozenset(topics), frozenset(left - {"s"})


def _topic(parts: Sequence[str], start: int, end: int) -> str:
    return topic_names().get(tuple(parts[start:end]), "")
