"""Where a text names groups of people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import msgspec

from clauseway.describe.reading.grammar import phrase
from clauseway.describe.reading.phrases import Node, grow, longest
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("roles")
_LANGUAGE = re.compile(r"_cy$")
_MASK = "mask"
PREPOSITIONS = frozenset(_DATA["prepositions"])
BELONGINGS = frozenset(phrase(w) for w in _DATA["belongings"])
ADMINISTRATION = frozenset(_DATA["administration"])
TITLES, JOINS = frozenset(_DATA["titles"]), frozenset({"and", "or"})
TELLING = frozenset(_DATA["telling"])


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A group of people named in a text."""

    start: int
    """Number of its first token."""
    end: int
    """Number behind its last token."""
    role: str
    """`staff`, `parents`, `pupils`, `governors`, `school`, `adults`, `visitors` or `everyone`."""


def _phrases() -> list[tuple[str, str]]:
    named = [
        (phrase(w), _LANGUAGE.sub("", role))
        for role, groups in _DATA["roles"].items()
        for group in groups
        for w in group
    ]
    years = _DATA["year_groups"]
    numbered = [(f"{letter}{n}", "pupils") for letter in years["letters"] for n in range(1, 14)]
    spelled = [(f"{word} {n}", "pupils") for word in years["words"] for n in range(1, 14)]
    masked = [(phrase(w), _MASK) for w in _DATA["masks"]]
    return [*numbered, *spelled, *named, *masked]


ROLES: dict[str, Node[str]] = grow(_phrases())


def find_mentions(tokens: Sequence[str], marked: Sequence[int]) -> list[Mention]:
    """Give the groups that a text names, in order; the longest name wins and masked words name nobody.

    `marked` holds the numbers of all tokens that begin a name, and perhaps of others.
    """
    found, free, last = [], 0, len(tokens) - 1
    for place in marked:
        if place < free:
            continue
        if tokens[place] in TITLES:
            if place < last and tokens[place + 1][0].isalpha() and tokens[place + 1] not in JOINS:
                free = place + 2
                found.append(Mention(place, free, "staff"))  # "Mrs Lund": who is named so works there
            continue
        node = ROLES.get(tokens[place])
        if node is None:
            continue
        if place == last or tokens[place + 1] not in node.following:  # most names are one word
            match = None if node.value is None else (place + 1, node.value)
        else:
            match = longest(tokens, place, node)
        if match is not None:
            free = match[0]
            if match[1] != _MASK:
                found.append(Mention(place, free, match[1]))
    return found


def start_of(mention: Mention) -> int:
    """Give the number of the first token of a mention."""
    return mention.start


def named_between(mentions: Sequence[Mention], begin: int, end: int) -> Sequence[Mention]:
    """Give the groups whose name begins in [begin, end)."""
    first = bisect_left(mentions, begin, key=start_of)
    return mentions[first : bisect_left(mentions, end, lo=first, key=start_of)]
