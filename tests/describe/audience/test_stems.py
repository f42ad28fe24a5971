"""Whom lead-ins name: those who act in them, not those they mention."""

from __future__ import annotations

import pytest

from clauseway.describe.audience import Groups, find_audiences
from clauseway.describe.findings import ClauseContext
from clauseway.model import Audience

S, P, U, G = Audience.STAFF, Audience.PARENTS, Audience.PUPILS, Audience.GOVERNORS


def audiences(item: str, *stems: str, heading: str = "", addressees: tuple[Audience, ...] = (S, P, U)) -> str:
    clause = ClauseContext(item, stems, (heading,) if heading else (), True, True, "A Policy")
    return " ".join(a.value for a in find_audiences(clause, addressees, Groups())[0])


@pytest.mark.parametrize(
    ("stems", "item", "expected"),
    [
        (("When a pupil reports a theft the member of staff must:",), "listen", "staff"),
        (("For a pupil with a plan the school will:",), "find a quiet room", "staff"),
        (("When a child moves on we:",), "write to the new school", "staff"),
        (("When parents come to see us we will:",), "make tea", "staff"),
        (("If parents refuse the school will:",), "write to them", "staff parents"),
        (("Tutors will:", "tell the head when a pupil:"), "is late", "staff"),
        (("Staff will not:", "meet a pupil unless:"), "a parent knows", "staff"),
        (("Staff should look out for:", "a pupil who:"), "is alone", "staff"),
        (("A pupil who is searched must be:",), "told why", "staff"),
        (("Pupils must be:",), "seated by nine", "pupils"),
        (("A complaint is unreasonable where the complainant:",), "shouts", "parents"),
    ],
)
def test_who_acts_in_the_stem(stems: tuple[str, ...], item: str, expected: str) -> None:
    assert audiences(item, *stems) == expected


def test_you_who_are_asked_are_those_outside() -> None:
    assert audiences("park elsewhere", "We ask you to:", addressees=(P, U)) == "parents pupils"
    assert audiences("football shirts", "Please do not send children in:") == "parents"


@pytest.mark.parametrize(
    ("addressees", "expected"), [((S, P, U, G), "staff"), ((S, G), "staff governors"), ((S,), "staff")]
)
def test_adults_are_the_staff_where_families_are_addressed(addressees: tuple[Audience, ...], expected: str) -> None:
    assert audiences("lock the door", "Adults must:", addressees=addressees) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No pupil is to be refused a place.", "staff"),
        ("Pupils are to be seated by nine.", "pupils"),
        ("Pupils change at school. On Fridays they may go home in kit.", "pupils"),
        ("The room is cold. They may bring a coat.", "staff"),
        ("I always lock my bicycle.", "pupils"),
    ],
)
def test_who_acts_in_the_clause(text: str, expected: str) -> None:
    clause = ClauseContext(text, (), (), False, True, "A Policy")
    assert " ".join(a.value for a in find_audiences(clause, (S, P, U), Groups())[0]) == expected
