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
_MASK, _TITLE = "mask", "title"
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
    return [*numbered, *spelled, *named, *masked, *((title, _TITLE) for title in TITLES)]


ROLES: dict[str, Node[str]] = grow(_phrases())


def find_mentions(tokens: Sequence[str], marked: Sequence[int]) -> list[Mention]:
    """Give the groups that a text names, in order; the longest name wins and masked words name nobody.

    `marked` holds the numbers of all tokens that begin a name, and perhaps of others.
    """
    found, free, last = [], 0, len(tokens) - 1
    node_of = ROLES.get
    for place in marked:
        node = node_of(tokens[place])
        if node is None or place < free:
            continue
        if place == last or tokens[place + 1] not in node.following:  # most names are one word
            role, behind = node.value, place + 1
        else:
            match = longest(tokens, place, node)
            if match is None:
                continue
            behind, role = match
        if role is None:
            continue
        if role == _TITLE:
            if not _names_someone(tokens, behind):
                continue
            role, behind = "staff", behind + 1
        free = behind
        if role != _MASK:
            found.append(Mention(place, behind, role))
    return found


def _names_someone(tokens: Sequence[str], place: int) -> bool:
    """Tell "Mrs Lund", who, being named, works at the school, from "Mr and Mrs"."""
    return place < len(tokens) and tokens[place][0].isalpha() and tokens[place] not in JOINS


def start_of(mention: Mention) -> int:
    """Give the number of the first token of a mention."""
    return mention.start


def named_between(mentions: Sequence[Mention], begin: int, end: int) -> Sequence[Mention]:
    """Give the groups whose name begins in [begin, end)."""
    first = bisect_left(mentions, begin, key=start_of)
    return mentions[first : bisect_left(mentions, end, lo=first, key=start_of)]
