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
from clauseway.describe.sentences import begins_with_it, holds_any, split_sentences, with_it
from clauseway.model import Piece, Role
from clauseway.vocabulary import load
from clauseway.vocabulary.bodies import BODY, body_in
from clauseway.vocabulary.calendar import TWO_DIGITS

# What is longer is no sentence, and hostile text must not cost more than its length.
_LONGEST = 2000
_TEXT = frozenset({Role.CLAUSE, Role.LEAD_IN, Role.TAIL, Role.FURNITURE})
_STEMS = ("review", "approv", "ratif", "adopt", "agreed", "updated", "revised", "adolyg", "mabwys")
_LOOKS = ("look at", "looks at", "looked at", "revisit", "reconsider", "refresh")
_SUBJECT = (
    r"(?:\b(?:this(?:\s+[\w’'-]+){0,4}?\s+|this\s+|the\s+)"
    r"(?:policy|policies|document|procedure|statement|guidance|version|code|text|agreement)\b|\bpolisi hwn\b)"
)
_SUBJECT_OR_IT = rf"(?:{_SUBJECT}|(?P<it>\bit\b))"
# What every sentence that dates an approval, or a review, holds.
_APPROVES = ("approv", "ratif", "adopt", "agree", "accept", "authori", "endors")
_REVIEWS = ("review", "updat", "revis", "amend", "rewrit", "renew", "look", "reconsider", "refresh", "adolyg")
_SPOKEN_OF = (
    *("polic", "document", "statement", "procedure", "guidance", "agreement", "polisi"),
    *("this", "next", "following"),
)
_DONE = r"(?:approved|ratified|adopted|agreed|accepted|authori[sz]ed|endorsed)"
_BEEN = r"\b(?:was|were|has been|have been|is|been)\s+(?:\w+ly\s+|last\s+|first\s+)?"
_LOOKED_AT = r"(?:reviewed|updated|revised|amended|rewritten|looked at|revisited|reconsidered|refreshed)"
_LOOKS_AT = r"(?:review(?:s|ed|ing)?|look(?:s|ed|ing)?(?:\s+again)?\s+at|revisit(?:s|ed|ing)?)"
_REVIEW = r"(?:review|revisit|update|revise|look(?:\s+again)?\s+at)"
_MADE = r"(?:written|drawn up|drafted|prepared|produced|discussed|developed|shared)"
_WAS = re.compile(rf"\b(?:was|were|has been|last)\s+(?:\w+ly\s+|last\s+)?{_LOOKED_AT}\b", re.IGNORECASE)
# Behind these lies what is yet to come. `May` with a capital is the month.
_TO_COME = re.compile(r"\b(?:will|shall|should|must|may|can|due|next|(?:is|are) to|to be)\b")
_DUE = (
    r"(?:due (?:for (?:review|renewal|revision)|to be (?:reviewed|renewed|revised))"
    rf"|(?:up|subject|back[^.;]{{0,40}}?) (?:for|to) review|next {_LOOKED_AT})"
)
# A sentence without a subject, which can only be said of what it stands in: `Agreed by Governors, May 2024.`
_BARE = re.compile(rf"(?:formally\s+)?{_DONE}\s+(?=(?:by|at|on|in)\b)", re.IGNORECASE)
_RULES = tuple(
    (field, _APPROVES if field == "approved" else _REVIEWS, re.compile(pattern, re.IGNORECASE))
    for field, pattern in (
        ("approved", rf"{_SUBJECT_OR_IT}[^.;]{{0,40}}?{_BEEN}(?:reviewed and )?{_DONE}\b(?P<rest>.*)"),
        (
            "approved",
            rf"^(?P<by>(?:the )?[\w ’'-]{{3,50}}?)\s+(?:have |has )?(?:formally )?(?:{_LOOKED_AT} and )?{_DONE}\s+"
            rf"{_SUBJECT}(?P<rest>.*)",
        ),
        (
            "approved",
            rf"(?:^|,\s)(?P<by>(?:the )?[\w ’'-]{{3,50}}?)\s+(?:have |has )?(?:formally )?{_DONE}\s+(?:an?|our|the)\s+"
            r"(?:new |revised |updated )?(?P<named>[\w’'-]+(?:\s[\w’'-]+){0,3}?)\s+policy\b(?P<rest>.*)",
        ),
        (
            "approved",
            rf"{_SUBJECT_OR_IT}[^;]{{0,120}}?{_BEEN}(?:{_LOOKED_AT}|{_DONE}|{_MADE})\b[^;]{{0,80}}?\band\s+"
            rf"(?:was\s+|then\s+)?{_DONE}\b(?P<rest>.*)",
        ),
        ("approved", rf"^(?P<bare>{_BARE.pattern})(?P<rest>.*)"),
        ("reviewed", rf"{_SUBJECT_OR_IT}[^.;]{{0,40}}?{_BEEN}{_LOOKED_AT}\b(?P<rest>.*)"),
        ("next_review", r"\b(?:next|following)\s+(?:\w+\s+)?review\b(?P<rest>.*)"),
        (
            "next_review",
            rf"{_SUBJECT_OR_IT}[^.;]{{0,40}}?\b(?:be {_LOOKED_AT}|{_DUE})\b(?P<rest>.*)",
        ),
        (
            "next_review",
            rf"\breview of {_SUBJECT}\s+"
            r"(?:will (?:take place|be held|follow|happen)|(?:is|falls) (?:due|planned|scheduled|set))\b(?P<rest>.*)",
        ),
        (
            "next_review",
            rf"{_SUBJECT_OR_IT}[^;]{{0,160}}?\b(?:and|but)\s+(?:it\s+)?(?:(?:will|shall|should|must|is to)\s+"
            rf"(?:\w+\s+)?be {_LOOKED_AT}|is {_DUE})\b(?P<rest>.*)",
        ),
        (
            "next_review",
            rf"\b(?:will|shall|to)\s+(?:next\s+|then\s+)?{_REVIEW}\s+(?:{_SUBJECT}|(?P<it>it)\b)(?P<rest>.*)",
        ),
        ("next_review", rf"{_SUBJECT}[^()]{{0,200}}\((?:next |for )?review(?: date| due)?\b(?P<rest>[^()]*)"),
        ("cycle", rf"{_SUBJECT_OR_IT}[^.;]{{0,60}}?\b(?:reviews?|{_LOOKED_AT})\b(?P<rest>.*)"),
        ("cycle", rf"\b{_LOOKS_AT}\s+(?:of\s+)?(?:[\w’'-]+\s+){{0,3}}?{_SUBJECT}(?P<rest>.*)"),
        ("cycle", r"^(?P<rest>adolygir\b.*\bpolisi\b.*)"),
    )
)
# What a name that is not at its end goes on with: `Finance, Premises and Staffing Committee`.
_NAME_GOES_ON = (
    rf"\s+(?:(?:the|and|&)\s+|[A-Z][\w’'-]*,?\s+){{0,6}}(?i:{BODY})\b"
    r"(?!\s+(?:will|must|shall|should|may|is|are|has|have)\b)"
)
_BY = re.compile(
    r"\b(?P<how>by|at) (?:(?:a |the |its |their )?(?:[\w’'-]+ ){0,2}?meeting (?:held )?of )?"
    r"(?P<by>(?:the )?[^.;()]{3,80}?)"
    r"(?=\s+(?:on|in|at|during|every|each|as|with|held|who|which|following|after)\b|\s+of\b(?!\s+(?:the\s+)?[A-Z])"
    rf"|\s+and\b(?!{_NAME_GOES_ON})|\s*,(?!{_NAME_GOES_ON})|\s*[.;()]|\s*$)"
)


def stated_in_text(pieces: Sequence[Piece], title: str = "") -> tuple[Entry, ...]:
    """What sentences of the text state, as weak entries: dates, approver and review cycle.

    A policy that is not called `this` counts where its name is made of words of the `title`.
    """
    known = frozenset(title.lower().split())
    return tuple(
        entry
        for piece in pieces
        if piece.role in _TEXT and _may_state(piece)
        for sentence, it_is_policy in _sentences(piece)
        for entry in _entries(sentence, piece, known, it_is_policy=it_is_policy)
    )


def _may_state(piece: Piece) -> bool:
    if _is_bare(piece.text) and not piece.item:
        return True
    low = piece.text.lower()
    if not holds_any(low, _STEMS) and not holds_any(low, _LOOKS):
        return False
    return holds_any(low, _SPOKEN_OF) or _in_review_section(piece)


def _is_bare(text: str) -> bool:
    return _BARE.match(text) is not None and TWO_DIGITS.search(text) is not None


def _in_review_section(piece: Piece) -> bool:
    return bool(piece.section_path) and "review" in piece.section_path[-1].lower()


def _sentences(piece: Piece) -> Iterator[tuple[str, bool]]:
    """The sentences of a piece, each with whether `it` means this policy in it."""
    in_section = _in_review_section(piece)
    bare = _is_bare(piece.text) and not piece.item
    for sentence, it_is_policy in with_it(split_sentences(piece.text)):
        if len(sentence) <= _LONGEST:
            yield sentence, it_is_policy or bare or (in_section and begins_with_it(sentence))


def _entries(sentence: str, piece: Piece, known: frozenset[str], *, it_is_policy: bool) -> Iterator[Entry]:
    low = sentence.lower()
    for field, needs, pattern in _RULES:
        found = pattern.search(sentence) if holds_any(low, needs) else None
        if not found or not _is_about_policy(found, known, it_is_policy=it_is_policy):
            continue
        rest = _told_of_past(found["rest"]) if field == "approved" else found["rest"]
        if field == "cycle":
            if review_cycle(rest)[1]:
                yield Entry(field, "", rest, piece.place, weak=True)
            continue
        dates = find_dates(rest, prose=True)[:1]
        if dates and _is_anothers(rest[: dates[0].start]):
            continue
        if found.groupdict().get("bare") and not (dates and _only_names(rest[: dates[0].start])):
            continue
        by = _by(found, len(rest)) if field == "approved" else ""
        if dates or by:
            yield _entry(_tense(field, found, dates), by, dates, piece)


def _told_of_past(rest: str) -> str:
    """What stands behind a verb, up to where another tells what is to come: `... and will be reviewed in May 2026`."""
    return _TO_COME.split(rest, maxsplit=1)[0]


def _only_names(words: str) -> bool:
    """Whether nothing but a body and what joins it to a date stands in the words."""
    names = frozenset(load("metadata")["name_words"]) | frozenset(load("metadata")["left_over"])
    rest = re.sub(BODY, " ", words, flags=re.IGNORECASE)
    return all(word[0].isupper() or word in names for word in re.findall(r"[^\W\d_]+", rest))


def _is_anothers(before: str) -> bool:
    """Whether the words before a date make it that of another document: `in line with the Act of`."""
    words = f" {' '.join(re.findall(r'[a-z]+', before.lower()))} "
    return any(f" {word} " in words for word in load("metadata")["others_dates"])


def _is_about_policy(found: re.Match[str], known: frozenset[str], *, it_is_policy: bool) -> bool:
    groups = found.groupdict()
    if groups.get("it"):
        return it_is_policy
    return not groups.get("named") or (known.issuperset(found["named"].lower().split()) and body_in(found["by"]) != "")


def _tense(field: str, found: re.Match[str], dates: Sequence[FoundDate]) -> str:
    """`Is reviewed every three years (June 2028)` tells the next review: the cycle, or `will`, stands before."""
    before = found["rest"][: dates[0].start] if field == "reviewed" and dates else ""
    if before and not _WAS.search(before) and (review_cycle(before)[1] or _TO_COME.search(before)):
        return "next_review"
    return field


def _entry(field: str, by: str, dates: Sequence[FoundDate], piece: Piece) -> Entry:
    """An entry as a line of metadata would state it: who, then when."""
    value = " ".join([by, *(date.words for date in dates)]).strip()
    moved = (replace(date, start=len(value) - len(date.words), end=len(value)) for date in dates)
    return Entry(field, "", value, piece.place, tuple(moved), weak=True)


def _by(found: re.Match[str], end: int) -> str:
    """Who approved, in a sentence: before the verb, or behind a `by` that stands before `end` in the rest of it."""
    if found.groupdict().get("by"):
        return found["by"].strip()
    named = _BY.search(found["rest"])
    if not named or named.start() >= end:
        return ""
    return named["by"].strip() if named["how"] == "by" or body_in(named["by"]) else ""
