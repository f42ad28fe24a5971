"""Dates, approver and review cycle that a policy states in a sentence of its text.

Only sentences about this policy count: `the Acceptable Use Policy ratified in May 2010` dates another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clauseway.describe.cycle import review_cycle
from clauseway.describe.dates import FoundDate, find_dates
from clauseway.describe.entries import Entry
from clauseway.describe.sentences import holds_any, split_sentences
from clauseway.model import Piece, Role

# What is longer is no sentence, and hostile text must not cost more than its length.
_LONGEST = 2000
_TEXT = frozenset({Role.CLAUSE, Role.LEAD_IN, Role.TAIL, Role.FURNITURE})
_STEMS = ("review", "approv", "ratif", "adopt", "agreed", "updated", "revised", "adolyg", "mabwys")
_SUBJECT = (
    r"\b(?:this(?:\s+[\w’'-]+){0,4}?\s+|this\s+|the\s+)"
    r"(?:policy|policies|document|procedure|statement|guidance|version|code)\b|\bpolisi hwn\b"
)
_SPOKEN_OF = ("polic", "document", "polisi", "this", "next", "following")
_DONE = r"(?:approved|ratified|adopted|agreed|accepted|authori[sz]ed|endorsed)"
_BEEN = r"\b(?:was|were|has been|have been|is|been)\s+(?:\w+ly\s+|last\s+|first\s+)?"
_RULES = tuple(
    (field, re.compile(pattern, re.IGNORECASE))
    for field, pattern in (
        ("approved", rf"(?:{_SUBJECT})[^.;]{{0,40}}?{_BEEN}(?:reviewed and )?{_DONE}\b(?P<rest>.*)"),
        (
            "approved",
            rf"^(?P<by>(?:the )?[\w ’'-]{{3,50}}?)\s+(?:have |has )?(?:formally )?{_DONE}\s+(?:{_SUBJECT})(?P<rest>.*)",
        ),
        (
            "reviewed",
            rf"(?:{_SUBJECT})[^.;]{{0,40}}?{_BEEN}(?:reviewed|updated|revised|amended|rewritten)\b(?P<rest>.*)",
        ),
        ("next_review", r"\b(?:next|following)\s+(?:\w+\s+)?review\b(?P<rest>.*)"),
        (
            "next_review",
            rf"(?:{_SUBJECT}|^it)[^.;]{{0,40}}?\b(?:be reviewed|due (?:for review|to be reviewed))\b(?P<rest>.*)",
        ),
        ("cycle", rf"(?:{_SUBJECT}|^it)[^.;]{{0,60}}?\breview(?:ed|s)?\b(?P<rest>.*)"),
        ("cycle", rf"\breview(?:s|ed|ing)?\s+(?:of\s+)?(?:{_SUBJECT})(?P<rest>.*)"),
        ("cycle", r"^(?P<rest>adolygir\b.*\bpolisi\b.*)"),
    )
)
_BY = re.compile(r"\bby (?P<by>(?:the )?[^,.;()]{3,60}?)(?=\s+(?:on|in|at|during|and|every|each|as)\b|\s*[,.;()]|\s*$)")


def stated_in_text(pieces: Sequence[Piece]) -> tuple[Entry, ...]:
    """What sentences of the text state, as weak entries: dates, approver and review cycle."""
    return tuple(
        entry
        for piece in pieces
        if piece.role in _TEXT and _may_state(piece)
        for sentence in split_sentences(piece.text)
        if len(sentence) <= _LONGEST
        for entry in _entries(sentence, piece)
    )


def _may_state(piece: Piece) -> bool:
    low = piece.text.lower()
    return holds_any(low, _STEMS) and (holds_any(low, _SPOKEN_OF) or _in_review_section(piece))


def _in_review_section(piece: Piece) -> bool:
    return bool(piece.section_path) and "review" in piece.section_path[-1].lower()


def _entries(sentence: str, piece: Piece) -> Iterator[Entry]:
    for field, pattern in _RULES:
        found = pattern.search(sentence)
        if not found or (found[0][:2].lower() == "it" and not _in_review_section(piece)):
            continue
        rest = found["rest"]
        if field == "cycle":
            if review_cycle(rest)[1]:
                yield Entry(field, "", rest, piece.place, weak=True)
            continue
        dates = find_dates(rest, prose=True)[:1]
        by = _by(found, rest) if field == "approved" else ""
        if dates or by:
            yield _entry(field, by, dates, piece)


def _entry(field: str, by: str, dates: Sequence[FoundDate], piece: Piece) -> Entry:
    """An entry as a line of metadata would state it: who, then when."""
    value = " ".join([by, *(date.words for date in dates)]).strip()
    moved = (replace(date, start=len(value) - len(date.words), end=len(value)) for date in dates)
    return Entry(field, "", value, piece.place, tuple(moved), weak=True)


def _by(found: re.Match[str], rest: str) -> str:
    """Who approved, in a sentence: before the verb or behind `by`."""
    if found.groupdict().get("by"):
        return found["by"].strip()
    named = _BY.search(rest)
    return named["by"].strip() if named else ""
