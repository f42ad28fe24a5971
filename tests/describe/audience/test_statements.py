"""Whom a clause without a duty is about."""

from __future__ import annotations

import pytest

from clauseway.describe.audience import Groups, find_audiences
from clauseway.describe.findings import ClauseContext
from clauseway.model import Audience

S, P, U, G = Audience.STAFF, Audience.PARENTS, Audience.PUPILS, Audience.GOVERNORS


def audiences(text: str, heading: str = "", addressees: tuple[Audience, ...] = (S, P, U, G)) -> str:
    clause = ClauseContext(text, (), (heading,) if heading else (), False, True, "A Policy")
    return " ".join(a.value for a in find_audiences(clause, addressees, Groups())[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This policy applies to pupils, parents and staff.", "staff parents pupils"),
        ("This policy is for staff and governors.", "staff governors"),
        ("This policy applies to all pupils.", "staff parents pupils governors"),
        ("It applies in the yard.", "staff parents pupils governors"),
    ],
)
def test_the_reach_of_the_policy(text: str, expected: str) -> None:
    assert audiences(text) == expected


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("9.30 am First call Attendance officer", "First day", "staff"),
        ("2 Appeal Review panel", "Stages", "governors"),
        ("Theft Class teacher", "Whom to contact", "staff parents pupils governors"),
        ("Office manager 01632 960111", "People", "staff parents pupils governors"),
        ("Charter agreed by the governing body in May", "Other papers", "staff parents pupils governors"),
        ("Red Amber Green", "Bands", "staff parents pupils governors"),
    ],
)
def test_rows_of_tables(text: str, heading: str, expected: str) -> None:
    assert audiences(text, heading) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I know that my teacher reads what I write.", "pupils"),
        ("It is not your fault, whatever your friends say.", "pupils"),
        ("I Illness Authorised", "staff parents pupils governors"),
        ("Cycling helps you and the town.", "staff parents pupils governors"),
        ("", "staff parents pupils governors"),
    ],
)
def test_who_speaks_or_is_spoken_to(text: str, expected: str) -> None:
    assert audiences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town thinks well of pupils, parents and staff.", "staff parents pupils governors"),
        ("Parents know their children best.", "parents"),
        ("Somebody is often unhappy.", "staff parents pupils governors"),
    ],
)
def test_groups_mentioned_in_passing(text: str, expected: str) -> None:
    assert audiences(text) == expected


def test_a_heading_that_opens_with_what_is_done_names_nobody() -> None:
    text = "Slow progress has many reasons."
    assert audiences(text, "Finding out what a child needs") == "staff parents pupils governors"
    assert audiences(text, "Pupils") == "pupils"


@pytest.mark.parametrize(
    ("stem", "expected"),
    [("By July pupils will know:", "pupils"), ("Our aim is that:", "staff parents pupils governors")],
)
def test_those_who_will_know_what_the_items_tell(stem: str, expected: str) -> None:
    clause = ClauseContext("how helmets fit", (stem,), (), True, True, "A Policy")
    assert " ".join(a.value for a in find_audiences(clause, (S, P, U, G), Groups())[0]) == expected


@pytest.mark.parametrize(
    ("title", "stem", "expected"),
    [
        ("Complaints Policy", "A complaint is vexatious if the person:", "parents"),
        ("Cycling Policy", "A ride is unsafe if the person:", "staff parents pupils governors"),
        ("Complaints Policy", "Where the complainant:", "staff parents pupils governors"),
    ],
)
def test_whose_conduct_the_items_describe(title: str, stem: str, expected: str) -> None:
    clause = ClauseContext("shouts", (stem,), (), True, True, title)
    assert " ".join(a.value for a in find_audiences(clause, (S, P, U, G), Groups())[0]) == expected
