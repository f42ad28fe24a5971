"""Which pieces of a policy bear which numbers, so that `section 7` leads to one of them or to none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from clauseway.model import Piece, Role
from clauseway.vocabulary import load

_LABELLED = re.compile(r"(?P<word>[^\W\d_]+)\s+(?P<label>[\w.()-]+)")
_HEADED = re.compile(
    r"(?P<word>appendix|annexe?|schedule|part|section|atodiad|adran|rhan)\s+(?P<label>\d+|[a-z])\b", re.IGNORECASE
)
_MARKS = re.compile(r"[().\s]+")
_NUMBERED = frozenset({Role.HEADING, Role.CLAUSE, Role.LEAD_IN})

Numbered = dict[tuple[str, str], list[int]]
"""Places of pieces by the word before their number (empty where there is none) and their number."""


def numbered(pieces: Sequence[Piece]) -> Numbered:
    """The numbers of the headings, clauses and stems of a policy."""
    found: Numbered = defaultdict(list)
    for place, piece in enumerate(pieces):
        if piece.role in _NUMBERED and (label := _label(piece)):
            found[label].append(place)
    return found


def lookup(pieces: Sequence[Piece], there: Numbered, word: str, number: str) -> Sequence[int]:
    """The places that a word and a number can mean: a heading rather than a clause where both bear the number."""
    data = load("references")["sections"]
    loose = word == "" or word in data["place"]
    places = there.get((word, number)) or (there.get(("", number)) if loose else None) or []
    headings = [place for place in places if pieces[place].role is Role.HEADING]
    return headings if len(headings) == 1 else places


def _label(piece: Piece) -> tuple[str, str] | None:
    if not piece.number:
        match = _HEADED.match(piece.text) if piece.role is Role.HEADING else None
        return (_same(match["word"].lower()), match["label"].lower()) if match else None
    labelled = _LABELLED.fullmatch(piece.number.strip())
    if labelled:
        return _same(labelled["word"].lower()), _plain(labelled["label"])
    number = piece.number.strip().lower()
    if number.startswith("(") or not number[0].isalnum():
        return _nested(piece)
    return "", _plain(number)


def _nested(piece: Piece) -> tuple[str, str] | None:
    """`2.1.a` of an item (a) below 2.1; an item below nothing that is numbered bears no name of its own."""
    path = [part.strip().lower() for part in piece.number_path]
    start = max((place for place, part in enumerate(path) if part[:1].isdigit()), default=-1)
    return ("", ".".join(map(_plain, path[start:]))) if start >= 0 else None


def _plain(number: str) -> str:
    return ".".join(part for part in _MARKS.split(number.lower()) if part)


def _same(word: str) -> str:
    return str(load("references")["same"].get(word, word))
