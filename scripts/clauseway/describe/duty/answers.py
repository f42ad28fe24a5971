"""Plain answers to headings that ask, such as "No" below "Can I bring my phone to school?"."""

from __future__ import annotations

from clauseway.describe.findings import ClauseContext, Evidence
from clauseway.describe.reading import Reading, read
from clauseway.model import Duty

_PERMISSION = frozenset({"can", "may", "could", "am", "are", "is"})
_OBLIGATION = frozenset({"must", "do", "does", "should"})
_YES, _NO = frozenset({"yes"}), frozenset({"no"})
_ANSWERS, _ASKED = _YES | _NO, _PERMISSION | _OBLIGATION


def answer(clause: ClauseContext, reading: Reading) -> tuple[Duty, tuple[Evidence, ...]] | None:
    """Give what a plain "Yes" or "No" says to the question in the heading, or None where it is no such answer."""
    question = read(clause.section_path[-1]).tokens if clause.section_path else []
    if question[-1:] != ["?"] or not reading.tokens or reading.tokens[0] not in _ANSWERS:
        return None
    asked = next((t for t in question if t in _ASKED), "")
    duty = _duty(asked, reading.tokens[0] in _YES)
    return None if duty is None else (duty, (Evidence("answer-to-heading", *reading.words(0, 1)),))


def _duty(asked: str, yes: bool) -> Duty | None:
    if asked in _PERMISSION:
        return Duty.MAY if yes else Duty.MUST_NOT
    if asked in _OBLIGATION:
        return Duty.MUST if yes else Duty.NONE
    return None
