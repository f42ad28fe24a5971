"""Whom a rule in the present tense is for, and who is told by headings and stems."""

from __future__ import annotations

import pytest

from clauseway.describe.audience import Groups, find_audiences
from clauseway.describe.findings import ClauseContext
from clauseway.model import Audience

ALL = (Audience.STAFF, Audience.PARENTS, Audience.PUPILS)


def audiences(text: str, *lead_ins: str, heading: str = "", addressees: tuple[Audience, ...] = ALL) -> str:
    clause = ClauseContext(text, lead_ins, (heading,) if heading else (), bool(lead_ins), True, "A Policy")
    return " ".join(a.value for a in find_audiences(clause, addressees, Groups())[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The headteacher tells the parents the reasons.", "staff parents"),
        ("The headteacher tells the pupil.", "staff"),
        ("Where a parent breaks this code, the headteacher meets the chair.", "staff"),
        ("We follow the same steps so that the child knows what comes next.", "staff"),
        ("Every dose is logged by the parent.", "parents"),
        ("Photographs are deleted after a year.", "staff"),
        ("The head is told when a child has been hit by another pupil.", "staff"),
        ("Visits are paid for in May. No child is left out by the tutor.", "staff"),
        ("Coats are worn in the yard.", "pupils"),
    ],
)
def test_who_keeps_up_a_practice(text: str, expected: str) -> None:
    assert audiences(text) == expected


def test_a_denied_act_of_no_one_in_particular_is_no_act_of_the_school() -> None:
    assert audiences("Dogs are not brought on to the site.", addressees=(Audience.PARENTS,)) == "parents"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("Duties of all staff", "staff"), ("Parents", "parents"), ("Safety", "staff parents pupils")],
)
def test_everyone_is_everyone_of_the_group_in_the_heading(heading: str, expected: str) -> None:
    assert audiences("Everyone must wear a badge.", heading=heading) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("What we ask of parents", "parents"),
        ("What we expect from parents", "parents"),
        ("I. What bullying is", "staff"),
    ],
)
def test_headings(heading: str, expected: str) -> None:
    assert audiences("Shouting must stop at once.", heading=heading) == expected


def test_behaviour_in_a_forbidding_heading_is_that_of_pupils() -> None:
    assert audiences("Using an insult", heading="Behaviour that will not be tolerated") == "pupils"


def test_you_behind_a_verb_is_not_the_one_who_acts() -> None:
    assert audiences("a postcard each term", "The staff will:", "tell you the good things, by:") == "staff"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Record" means any note that staff make.', "staff parents pupils"),
        ("Staff and parents know the child best.", "staff parents"),
    ],
)
def test_a_definition_addresses_whomever_the_policy_does(text: str, expected: str) -> None:
    assert audiences(text) == expected
