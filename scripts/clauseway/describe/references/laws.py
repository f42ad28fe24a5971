"""Laws that the register does not have, by the form of their names; and law and guidance that are described only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clauseway.describe.references.text import Text, any_of
from clauseway.describe.references.years import year_of_law
from clauseway.model import Mention, ReferenceType
from clauseway.vocabulary import load

KINDS = frozenset({"act", "acts", "regulations", "order", "measure"})
"""Words with which the names of laws end."""
_WITHIN = frozenset({"of", "and", "for", "to", "in", "at", "etc", "by", "from"})
_LONGEST = 16
_MODIFIERS = 5


def find_laws(text: Text) -> Iterator[Mention]:
    """Acts, regulations and orders with a year, whose names are written as titles."""
    for place in text.at(KINDS):
        if text.is_capital(place):
            start = _title_start(text, place)
            last = text.spans[place][1]
            if start < place:
                bracket = re.match(r"\s*\([^()]{2,20}\)", text.text[last:])
                first = text.spans[start][0]
                year, end = year_of_law(text.text, first, last + (bracket.end() if bracket else 0))
                # What begins within a bracket is the end of a longer name.
                if year and text.text.count("(", first, end) == text.text.count(")", first, end):
                    yield _mention(text, ReferenceType.LAW, text.spans[start][0], end, year)


def _title_start(text: Text, kind: int) -> int:
    """The token with which the title before `Act` begins: capitals, brackets, and small words between them."""
    start, place = kind, kind - 1
    while place >= 0 and kind - place <= _LONGEST:
        token = text.tokens[place]
        if token[0].isalpha() and text.is_capital(place):
            start = place
        elif token not in _WITHIN and token not in ("(", ")", "'s", "'"):
            break
        place -= 1
    while start < kind and (text.tokens[start] in _words()["no_title_begins"] or not text.tokens[start][0].isalpha()):
        start += 1
    return start


def find_described(text: Text) -> Iterator[Mention]:
    """Law and guidance that is described and not named: `employment legislation`, `statutory guidance`."""
    words = _words()
    for place in text.at(described_words()):
        token = text.tokens[place]
        if token in words["law_nouns"]:
            start = _modifiers(text, place)
            known = text.token(place - 1) not in words["law_not_before"]
            if (
                (start < place or token == "legislation")
                and known
                and text.token(place + 1) not in words["law_not_behind"]
            ):
                yield _described(text, ReferenceType.LAW, start, place)
        elif token in words["guidance_nouns"]:
            before = text.token(place - 2 if text.token(place - 1) == "'s" else place - 1)
            behind = _behind().match(text.folded, min(text.spans[place][1] + 1, len(text.folded)))
            if before in words["guidance_before"] or behind:
                yield _described(text, ReferenceType.GUIDANCE, _modifiers(text, place), place)


def _modifiers(text: Text, place: int) -> int:
    """The token with which the words that describe a noun begin."""
    start = place
    while start > 0 and place - start < _MODIFIERS:
        token = text.tokens[start - 1]
        another = token == "and" and text.token(start - 2) in _nouns()
        if not token[0].isalpha() or token in _breaks() or another:
            break
        start -= 1
    while start < place and text.tokens[start] == "and":
        start += 1
    return start


def _described(text: Text, kind: ReferenceType, start: int, place: int) -> Mention:
    return _mention(text, kind, text.spans[start][0], text.spans[place][1], None)


def _mention(text: Text, kind: ReferenceType, start: int, end: int, year: int | None) -> Mention:
    return Mention(kind, text.text[start:end], start, end, (), year)


@cache
def described_words() -> frozenset[str]:
    """Words of which one stands wherever something is described."""
    return _words()["law_nouns"] | _words()["guidance_nouns"]


@cache
def _words() -> dict[str, frozenset[str]]:
    data = load("references")
    names = ("law_nouns", "law_not_before", "law_not_behind", "guidance_nouns", "guidance_before", "no_title_begins")
    return {name: frozenset(data[name]) for name in names}


@cache
def _nouns() -> frozenset[str]:
    """What may be named before `and`, and is then no part of what is described behind it."""
    heads = load("policy_names")["heads"]
    return _words()["law_nouns"] | _words()["guidance_nouns"] | frozenset((*heads["firm"], *heads["only_known"]))


@cache
def _behind() -> re.Pattern[str]:
    return any_of(tuple(load("references")["guidance_behind"]))


@cache
def _breaks() -> frozenset[str]:
    return frozenset(load("policy_names")["breaks"])
