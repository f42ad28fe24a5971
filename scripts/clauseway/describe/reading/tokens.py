"""A text as lower-case words and marks, and the sentences they form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

# A word with inner apostrophe, hyphen, @ or dot ("don't", "e-mail", "netmums.com"); the genitive stands apart from
# its word so that "school's" is looked up as "school"; then the marks that part sentences and phrases. Nearly all
# words are plain ones, so these are tried first; nothing that was read of a word is ever given back ("++").
_TOKEN = re.compile(
    r"[a-z]++(?=[ ,])|\w++(?:[@-]\w++|\.[a-z0-9]\w*+|'(?!s\b)\w++)*+|[.;:!?,()–—]|(?<=\w)'s?(?!\w)|-(?=\s)"
)
ENDERS = frozenset(".;!?")
_ABBREVIATIONS = frozenset(
    {"e.g", "i.e", "eg", "ie", "mr", "mrs", "ms", "dr", "no", "vs", "approx", "incl", "esp", "st"}
)
# Text without full stops is cut here, so that looking back within a sentence stays cheap.
_LONGEST_SENTENCE = 200
_FEW = 60
# Marks that may also stand between tokens as none: these are looked for with the expression.
_ALSO_BETWEEN = frozenset("'-")
_CURLY = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def fold(text: str) -> str:
    """Lower the letters and straighten the apostrophes of a text, keeping its length."""
    if text.isascii():
        return text.lower()
    lowered = text.translate(_CURLY).lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_CURLY))


def tokenise(folded: str) -> list[str]:
    """Give the words and marks of a folded text in order."""
    return _TOKEN.findall(folded)


def span(folded: str, tokens: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Give the offsets in a folded text of its tokens from `start` up to `end` (token numbers)."""
    if not tokens[start:end]:
        return 0, 0
    first = _sure_place(folded, tokens[start], start)
    if first >= 0 and end == start + 1:
        return first, first + len(tokens[start])
    number, place = (start, first) if first >= 0 else (0, 0)
    if end - number > _FEW:
        return _placed(folded, start, end)
    for token in tokens[number:end]:
        if token[0] in _ALSO_BETWEEN:
            return _placed(folded, start, end)
        place = folded.index(token, place)
        first = place if number == start else first
        place += len(token)
        number += 1
    return first, place


def _sure_place(folded: str, token: str, number: int) -> int:
    """Give the offset of a token that is the first one or whose letters stand in the text but once, -1 of others."""
    place = folded.find(token)
    opens = number == 0 and token[0] not in _ALSO_BETWEEN
    return place if opens or folded.find(token, place + 1) < 0 else -1


def _placed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Give the offsets of tokens by parting the text again."""
    some = places(folded)[start:end]
    return (some[0][0], some[-1][1]) if some else (0, 0)


@lru_cache(maxsize=4)  # a long text is asked about many times in a row
def places(folded: str) -> list[tuple[int, int]]:
    """Give the offsets in a folded text of all its tokens."""
    return [match.span() for match in _TOKEN.finditer(folded)]


def sentences(tokens: Sequence[str], marked: Sequence[int]) -> list[tuple[int, int]]:
    """Give the token ranges of the sentences; a semicolon parts them too, an abbreviation's dot does not.

    `marked` holds the numbers of all tokens in `ENDERS`, and perhaps of others.
    """
    if ENDERS.isdisjoint(tokens[:-1]):
        return _cut(0, len(tokens))  # most texts are one sentence
    found, start = [], 0
    for place in marked:
        if tokens[place] not in ENDERS:
            continue
        if tokens[place] == "." and place and tokens[place - 1] in _ABBREVIATIONS:
            continue
        if place > start:
            found += _cut(start, place + 1)
        start = place + 1
    return found + _cut(start, len(tokens))


def _cut(start: int, end: int) -> list[tuple[int, int]]:
    """Part a range that is too long to be looked back over."""
    if end - start <= _LONGEST_SENTENCE:
        return [(start, end)] if end > start else []
    cuts = [*range(start, end, _LONGEST_SENTENCE), end]
    return list(pairwise(cuts))
