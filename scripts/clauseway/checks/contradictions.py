"""Rules of one policy that may contradict each other: asked as questions, and only where it is the same thing.

Two clauses speak of the same thing where (nearly) every telling word of the one that forbids stands in the other. A
rule is held against one that allows the thing, and against one that forbids it, too, but makes an exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

import msgspec

from clauseway.model import Audience, Duty, Findings, Piece, Place, Role
from clauseway.problems import Problem, Severity
from clauseway.vocabulary import load
from clauseway.words import stem, words

_FORBIDDING = frozenset({Duty.MUST_NOT, Duty.SHOULD_NOT})
_SAME = 0.85
"""Share of the telling words of the rule that forbids which the other must have."""
_FEWEST = 3  # telling words without which it cannot be told what a rule is about
_SHOWN = 120  # characters of a clause that a message quotes
_EXCEPTION = 60  # characters of an exception that a message quotes
_POSSESSIVE = re.compile(r"['’]s\b")


class _Rule(msgspec.Struct, frozen=True):
    """A clause that binds, as far as it is compared."""

    piece: Piece
    """The clause."""
    found: Findings
    """What is found about it."""
    about: frozenset[str]
    """Stems of its telling words, those of an exception left out."""
    exception: str
    """The words from which on it makes an exception or condition; empty where it makes none."""


def check_contradictions(pieces: Sequence[Piece], findings: Sequence[Findings | None], file: str) -> Iterator[Problem]:
    """Ask about each clause without an exception that another one contradicts, once, in the order of the document.

    `findings` run parallel to `pieces`.
    """
    rules = [
        _rule(piece, found)
        for piece, found in zip(pieces, findings, strict=True)
        if piece.role is Role.CLAUSE and found and found.duty is not Duty.NONE
    ]
    plain = [rule for rule in rules if _forbids_plainly(rule)]
    others = [rule for rule in rules if rule.found.duty is Duty.MAY or _excepts(rule)]
    asked: set[str] = set()
    for rule, other in product(plain, others):
        if rule.piece.text not in asked and _on_the_same(rule, other):
            asked.add(rule.piece.text)
            yield _question(rule, other, file)


def _rule(piece: Piece, found: Findings) -> _Rule:
    text = " ".join((*piece.lead_ins, piece.text, piece.tail)).strip()
    exception = _exceptions().search(text)
    # A rule that opens with its condition (“Unless …, staff must not …”) is about what follows it.
    body = text[: exception.start()] if exception and len(words(text[: exception.start()])) >= _FEWEST else text
    allowed = next((also.words for also in found.duties_also if also.duty is Duty.MAY), "")
    return _Rule(piece, found, _telling(body), _cut(text[exception.start() :], _EXCEPTION) if exception else allowed)


def _forbids_plainly(rule: _Rule) -> bool:
    return rule.found.duty in _FORBIDDING and not rule.exception and len(rule.about) >= _FEWEST


def _excepts(rule: _Rule) -> bool:
    return rule.found.duty in _FORBIDDING and rule.exception != ""


def _on_the_same(rule: _Rule, other: _Rule) -> bool:
    """Whether the other is on the same thing, for the same people, and not an item of the same list."""
    if rule.piece.lead_ins and rule.piece.lead_ins == other.piece.lead_ins:
        return False
    return _meet(rule.found.audiences, other.found.audiences) and (
        len(rule.about & other.about) >= _SAME * len(rule.about)
    )


def _meet(some: Sequence[Audience], others: Sequence[Audience]) -> bool:
    """Whether there is somebody whom both bind, as far as it is known."""
    return not some or not others or not set(some).isdisjoint(others)


@lru_cache(maxsize=1)
def _exceptions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('exceptions')['opens'])})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    return frozenset(load("exceptions")["empty"])


def _telling(text: str) -> frozenset[str]:
    found = words(_POSSESSIVE.sub("", text.lower()))
    return frozenset(stem(word) for word in found if word not in _empty() and (len(word) > 1 or word.isdigit()))


def _question(rule: _Rule, other: _Rule, file: str) -> Problem:
    allows = other.found.duty is Duty.MAY
    excepts = f"makes an exception (“{other.exception}”). Is it meant for both?"
    ending = "allows it. Which of the two holds?" if allows else excepts
    message = f"{_quoted(rule.piece)} forbids something without exception, and {_quoted(other.piece)} {ending}"
    advice = "If both are right as they stand, nothing need be done; else say the same in both."
    place: Place = rule.piece.place
    return Problem(
        "rules-differ", Severity.INFO, message, file, place.line, place.page, advice, paragraph=place.paragraph
    )


def _quoted(piece: Piece) -> str:
    """`2.3.5 “Staff should not …”`, with the stem that governs it."""
    text = " ".join((*piece.lead_ins[-1:], piece.text))
    return f"{piece.number or piece.place} “{_cut(text, _SHOWN)}”".strip()


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} …"
