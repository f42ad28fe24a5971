"""What lead-ins and headings hand on to the texts below them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import structs

from clauseway.describe.duty.impossible import ruled_out
from clauseway.describe.duty.openings import Opening, Opens, opening
from clauseway.describe.duty.practice import practice
from clauseway.describe.duty.unlikely import stem_of
from clauseway.describe.findings import Evidence, Within
from clauseway.describe.reading import Cue, Reading, read
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import PREPOSITIONS
from clauseway.describe.reading.phrases import grow, longest
from clauseway.describe.reading.places import MAIN, RELATIVE
from clauseway.model import Duty
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("duties")
_PURPOSES = grow((g.phrase(w), True) for w in _DATA["purpose_leads"])
_LISTINGS = grow((g.phrase(w), True) for w in _DATA["listing_leads"])
_NEGATIVE_HEADS = grow((g.phrase(w), True) for w in _DATA["negative_heads"])
_OPTIONS = grow((g.phrase(w), True) for w in _DATA["option_leads"])
_ADVICE = grow((g.phrase(w), True) for w in _DATA["advice_leads"])
_DUTY_HEADS = grow((g.phrase(w), True) for w in _DATA["duty_heads"])
_UNFINISHED = g.SUBORDINATORS | g.RELATIVES | {"for", "by", "of", "with", "about"}
_NOT_BEFORE_A_ROLE = g.SUBORDINATORS | g.RELATIVES | PREPOSITIONS | g.JOINS | g.IMPERATIVES | {"by", "as"}
_IN_ROLE_HEADINGS = frozenset({"the", "and", "or", "for", "all", "our"})
ROLE_HEADING, ROLE_LEAD_IN = "heading-role", "lead-in-role"
_TURNED = {Duty.MUST: Duty.MUST_NOT, Duty.SHOULD: Duty.SHOULD_NOT, Duty.MAY: Duty.MUST_NOT}


class Force(msgspec.Struct, frozen=True):
    """A modality in force over a text."""

    duty: Duty
    """The modality; `none` for a purpose or a list of examples, which binds nobody."""
    evidence: Evidence
    """The words it comes from."""
    closed: bool = False
    """Whether the items only finish its sentence ("... where:", "... that:"), so that their own modals are no rules."""


@lru_cache(maxsize=4096)
def norms(text: str) -> tuple[Cue, ...]:
    """Give the cues of a text that state a duty, in reading order."""
    reading = read(text)
    return tuple(cue for cue in reading.cues if not ruled_out(cue, reading)) or tuple(_added(reading))


def _added(reading: Reading) -> Iterator[Cue]:
    """Give the duties that a clause with no other adds in a relative: "takes the lead, which must not be delegated"."""
    for cue in reading.cues:
        after_comma = cue.subject_from > 1 and reading.tokens[cue.subject_from - 2] == ","
        if cue.depth == RELATIVE and after_comma and cue.means.kind == "modal" and not cue.means.reading:
            yield structs.replace(cue, depth=MAIN)


@lru_cache(maxsize=1024)
def stem_norms(text: str) -> tuple[Cue, ...]:
    """Give the duties of a stem or heading; "Behaviour that will not be tolerated" has its own in a relative clause."""
    reading = read(text)
    described = (
        c for c in reading.cues if c.depth == RELATIVE and not ruled_out(structs.replace(c, depth=MAIN), reading)
    )
    return norms(text) or tuple(described)


def turned(duty: Duty) -> Duty:
    """Turn a duty round; one that already forbids stays so.

    "Pupils must not: never run" is a colloquial double negation: nobody means that pupils must run.
    """
    return _TURNED.get(duty, duty)


@lru_cache(maxsize=1024)
def force_of_lead_in(text: str, level: int) -> Force | None:
    """Give what a lead-in says to its items, or None where it says nothing of duty."""
    reading, found = read(text), stem_norms(text)
    purpose = _last(reading, _PURPOSES)
    if not found and any(_releases(c, reading) for c in reading.cues):
        return Force(Duty.NONE, _evidence("lead-in-released", reading, *_last_cue(reading), level))
    if found and not (purpose >= 0 and purpose > found[-1].start):
        cue = stem_of(found)
        closed = _last_word(reading) in _UNFINISHED
        return Force(cue.duty, _evidence(f"lead-in-{cue.duty.value}", reading, cue.start, cue.end, level), closed)
    if purpose >= 0:
        closed = _last_word(reading) in _UNFINISHED
        return Force(Duty.NONE, _evidence("lead-in-purpose", reading, purpose, purpose + 1, level), closed)
    advice = _last(reading, _ADVICE)
    if advice >= 0:
        return Force(Duty.SHOULD, _evidence("lead-in-advice", reading, advice, advice + 2, level))
    opened = opening(reading.text)
    if opened.form in (Opens.NEGATION, Opens.NO):
        return Force(Duty.MUST_NOT, _evidence("lead-in-negation", reading, opened.start, opened.end, level))
    if opened.form is Opens.VERB:
        return Force(Duty.MUST, _evidence("lead-in-instruction", reading, opened.start, opened.end, level))
    kept_up = practice(reading)
    if kept_up is not None and _last(reading, _LISTINGS) < 0:
        return Force(kept_up[0], structs.replace(kept_up[1][0], within=Within.LEAD_IN, level=level))
    return _listing(reading, level)


def _releases(cue: Cue, reading: Reading) -> bool:
    """Tell "Pupils do not have to:", "Staff are not required to:": what they are free from, not what they do."""
    denied = cue.means.reading == "need" and cue.start > 0 and reading.tokens[cue.start - 1] in g.NEGATORS
    return cue.depth == MAIN and (denied or (cue.negated and cue.duty is Duty.NONE))


def _last_cue(reading: Reading) -> tuple[int, int]:
    return reading.cues[-1].start, reading.cues[-1].end


def _listing(reading: Reading, level: int) -> Force | None:
    """Judge a lead-in without a duty of its own: responsibilities bind, examples and meanings do not."""
    duty, listing = _last(reading, _DUTY_HEADS), _last(reading, _LISTINGS)
    if duty >= 0:
        return Force(Duty.MUST, _evidence("lead-in-responsibilities", reading, duty, duty + 1, level))
    option = _last(reading, _OPTIONS)
    if listing >= 0 and option >= 0:
        return Force(Duty.MAY, _evidence("lead-in-options", reading, option, option + 1, level))
    if _only_roles(reading) or _ends_in_role(reading) or _last_word(reading) == "by":
        return Force(Duty.MUST, _evidence(ROLE_LEAD_IN, reading, 0, len(reading.tokens), level))
    negative = _last(reading, _NEGATIVE_HEADS)
    if negative >= 0 and not reading.cues:
        return Force(Duty.MUST_NOT, _evidence("lead-in-forbids", reading, negative, negative + 1, level))
    if listing >= 0:
        return Force(Duty.NONE, _evidence("lead-in-examples", reading, listing, listing + 1, level))
    return None


@lru_cache(maxsize=1024)
def force_of_heading(text: str, level: int) -> Force | None:
    """Give what a heading ("Pupils must not", "Prohibited items", "Responsibilities") says to verbless items."""
    reading, found = read(text), stem_norms(text)
    if found:
        cue = stem_of(found)
        return Force(cue.duty, _heading("heading-modality", reading, cue.start, cue.end, level))
    negative = _last(reading, _NEGATIVE_HEADS)
    if negative >= 0 and not _asks(reading):
        return Force(Duty.MUST_NOT, _heading("heading-forbids", reading, negative, negative + 1, level))
    if _only_roles(reading):
        return Force(Duty.MUST, _heading(ROLE_HEADING, reading, 0, len(reading.tokens), level))
    duty = _last(reading, _DUTY_HEADS)
    if duty >= 0:
        return Force(Duty.MUST, _heading("heading-responsibilities", reading, duty, duty + 1, level))
    return None


def _asks(reading: Reading) -> bool:
    """Tell a heading that asks about a case: "What if I do not follow this?" forbids nothing."""
    return reading.text.rstrip().endswith("?") or "if" in reading.tokens


def _ends_in_role(reading: Reading) -> bool:
    """Tell a stem that ends in the one who acts: "Before the bus leaves, the leader:"; not "where the leader:"."""
    last = reading.mentions[-1] if reading.mentions else None
    if last is None or any(t[0].isalnum() for t in reading.tokens[last.end :]):
        return False
    before = [t for t in reading.tokens[: last.start] if t not in g.DETERMINERS]
    return not before or before[-1] not in _NOT_BEFORE_A_ROLE


def _last_word(reading: Reading) -> str:
    return next((t for t in reversed(reading.tokens) if t[0].isalnum()), "")


def _only_roles(reading: Reading) -> bool:
    """Tell a heading that names a group and nothing else: "SLT", "Parents/Carers", "For staff:"."""
    named = {k for m in reading.mentions for k in range(m.start, m.end)}
    bare = [k for k, t in enumerate(reading.tokens) if t[0].isalpha() and t not in _IN_ROLE_HEADINGS]
    others = [reading.tokens[k] for k in bare if k not in named]
    return (
        bool(named)
        and bare[-1:] != []
        and bare[-1] in named
        and len(others) <= 1
        and not g.SUBORDINATORS.intersection(others)
    )


def _last(reading: Reading, tree: dict[str, Any]) -> int:
    """Give the number of the last token outside brackets at which a phrase of the tree begins, -1 where none does."""
    last, brackets = -1, 0
    for place, token in enumerate(reading.tokens):
        brackets += (token == "(") - (token == ")")
        if not brackets and token in tree and longest(reading.tokens, place, tree[token]):
            last = place
    return last


def _evidence(rule: str, reading: Reading, start: int, end: int, level: int) -> Evidence:
    return Evidence(rule, *reading.words(start, end), Within.LEAD_IN, level)


def _heading(rule: str, reading: Reading, start: int, end: int, level: int) -> Evidence:
    return Evidence(rule, *reading.words(start, end), Within.HEADING, level)


__all__ = ["Force", "Opening", "force_of_heading", "force_of_lead_in", "norms", "turned"]
