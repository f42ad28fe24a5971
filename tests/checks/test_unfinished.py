"""Gaps that templates leave, and private addresses: found, and not where there are none."""

from __future__ import annotations

import pytest

from clauseway.checks.unfinished import check_unfinished
from clauseway.model import Piece, Place, Role

FOUND = [
    ("The designated lead is [insert name].", "placeholder", "[insert name]"),
    ("At [Name of school] we care.", "placeholder", "[Name of school]"),
    ("[SCHOOL NAME] Behaviour Policy", "placeholder", "[SCHOOL NAME]"),
    ("Approved on [date].", "placeholder", "[date]"),
    ("Contact <insert telephone number>.", "placeholder", "<insert telephone number>"),
    ("Contact {{Headteacher's name}}.", "placeholder", "{Headteacher's name}"),
    ("Ring XXXX between 9 and 10.", "placeholder", "XXXX"),
    ("Approved xx/xx/xxxx", "placeholder", "xx/xx/xxxx"),
    ("Report it to (insert role) at once.", "placeholder", "(insert role)"),
    ("The lead is Mrs Hill (deputy to be confirmed).", "placeholder", "(deputy to be confirmed)"),
    ("Meet at [place].", "placeholder", "[place]"),
    ("Speak to [xxx] first.", "placeholder", "[xxx]"),
    ("The lead is insert name here.", "placeholder", "insert name here"),
    ("Write to jane.hill@gmail.com.", "personal-address", "jane.hill@gmail.com"),
    ("Write to jane.hill@bellane.sch.uk.", "named-address", "jane.hill@bellane.sch.uk"),
    ("Ring 07700 900123.", "mobile-number", "07700 900123"),
    ("Ring +44 7700 900 123.", "mobile-number", "+44 7700 900 123"),
]
NONE = [
    "Pupils in Year 6 [and Year 5 from 2026] may bring a phone.",
    "“[He] said so,” the report reads [sic].",
    "Add the date and insert the form into the folder.",
    "Parents must enter the school by the main gate.",
    "See [1] and [the appendix].",
    "Size XXL shirts are sold.",
    "The roman number XXX is thirty.",
    "Write to office@bellane.sch.uk or senco@bellane.sch.uk.",
    "Childline: 0800 1111. Office: 01792 496 0000. NSPCC 0808 800 5000.",
    "The reference is 20071234567.",
    "Temperatures < 5 and > 30 degrees are extreme.",
]


def pieces(text: str) -> list[Piece]:
    return [Piece(role=Role.CLAUSE, text=text, place=Place(line=number)) for number in (3, 9)]


@pytest.mark.parametrize(("text", "code", "words"), FOUND, ids=[row[0] for row in FOUND])
def test_what_is_unfinished_or_private_is_named_once_with_its_place(text: str, code: str, words: str) -> None:
    (problem,) = check_unfinished(pieces(text), "a/b.docx")
    assert (problem.code, problem.place) == (code, "a/b.docx:3")
    assert words in problem.message


@pytest.mark.parametrize("text", NONE)
def test_other_words_are_left_alone(text: str) -> None:
    assert list(check_unfinished(pieces(text), "a/b.docx")) == []


def test_a_long_find_is_quoted_in_part() -> None:
    (problem,) = check_unfinished(pieces(f"[insert {'very ' * 13}long]"), "a/b.docx")
    assert len(problem.message) < 120
    assert problem.message.endswith("…”.")
