"""Whom a rule is for that names nobody: likelihoods, each with the other side of it."""

from __future__ import annotations

import pytest

from clauseway.describe.audience import Groups, find_audiences
from clauseway.describe.findings import ClauseContext
from clauseway.model import Audience

S, P, U, G = Audience.STAFF, Audience.PARENTS, Audience.PUPILS, Audience.GOVERNORS


def audiences(
    text: str, heading: str = "", title: str = "A Policy", addressees: tuple[Audience, ...] = (S, P, U)
) -> str:
    clause = ClauseContext(text, (), (heading,) if heading else (), False, True, title)
    return " ".join(a.value for a in find_audiences(clause, addressees, Groups())[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to the head first.", "parents"),
        ("Speak to the class teacher.", "parents"),
        ("Do not approach the governors.", "parents"),
        ("Shut the lid and tell an adult.", "staff"),  # the telling is no instruction at the head
        ("Tell an adult you trust.", "pupils"),
        ("Tell the head at once.", "staff"),
        ("Speak clearly.", "staff"),
    ],
)
def test_whoever_turns_to_the_school(text: str, expected: str) -> None:
    assert audiences(text) == expected


def test_below_a_heading_for_staff_turning_to_the_head_is_theirs() -> None:
    assert audiences("Write to the head first.", heading="Staff") == "staff"


@pytest.mark.parametrize(
    ("text", "addressees", "expected"),
    [
        ("Complaints must be raised within a month.", (S, P, G), "parents"),
        ("A request may be made by letter.", (S, P), "parents"),
        ("Consent may be withdrawn at any time.", (S, P), "parents"),
        ("Complaints must be answered within a month.", (S, P), "parents"),
        ("A request may be made by letter.", (S, U), "staff"),
        ("Beds must be made.", (S, P), "staff"),
    ],
)
def test_whoever_applies(text: str, addressees: tuple[Audience, ...], expected: str) -> None:
    assert audiences(text, addressees=addressees) == expected


def test_a_letter_is_a_complainants_only_where_the_policy_is_about_complaints() -> None:
    text = "The letter should say what happened."
    assert audiences(text, title="Complaints Policy") == "parents"
    assert audiences(text, title="Attendance Policy") == "staff"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("Rules for all users", "staff parents pupils"), ("Rules for the shed", "staff"), ("Staff and users", "staff")],
)
def test_a_heading_for_all(heading: str, expected: str) -> None:
    assert audiences("Passwords must be kept secret.", heading=heading) == expected
