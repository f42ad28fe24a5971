"""Whom ordinary words bind that name nobody, or name them only a sentence before."""

from __future__ import annotations

import pytest

from clauseway.describe.audience import find_audiences
from clauseway.describe.audience.people import Groups
from clauseway.describe.findings import ClauseContext
from clauseway.model import Audience

ALL = (Audience.STAFF, Audience.PARENTS, Audience.PUPILS)


def bound(text: str, *, title: str = "Policy", stem: str = "") -> set[str]:
    clause = ClauseContext(text, (stem,) if stem else (), ("Procedure",), bool(stem), True, title)
    return {a.value for a in find_audiences(clause, ALL, Groups())[0]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lunch money is paid online in advance.", {"parents"}),
        ("The deposit may be paid in instalments.", {"parents"}),
        ("Travel costs will be paid on return.", {"staff"}),
        ("Overtime is paid monthly.", {"staff"}),
        ("Invoices must be paid within 30 days.", {"staff"}),
        ("A complaint must be made within three months.", {"parents"}),
        ("Members of the committee must declare any interest.", {"governors"}),
        ("I give permission for my child to use the internet.", {"parents"}),
        ("A prefect is glad to help. The teacher is too. She meets each group every week.", {"staff"}),
        ("When a teacher has a concern, they complete the form.", {"staff"}),
    ],
)
def test_who_acts(text: str, expected: set[str]) -> None:
    assert bound(text) == expected


def test_whoever_comes_is_no_member_of_staff_by_that() -> None:
    families = (Audience.PARENTS, Audience.PUPILS)
    clause = ClauseContext("Anyone who needs to come beyond the front gate signs in.", (), ("Procedure",))
    assert set(find_audiences(clause, families, Groups())[0]) == set(families)


def test_what_is_brought_into_school_is_the_pupils_business() -> None:
    assert bound("knives", stem="The following items must not be brought into school:") == {"pupils"}


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("We will not tolerate abusive language.", "Behaviour Policy", {"pupils"}),
        ("The school does not tolerate abusive language.", "Code of Conduct for Parents", {"parents"}),
        ("Staff will not tolerate abusive language.", "Behaviour Policy", {"staff"}),
    ],
)
def test_what_a_school_will_not_bear_is_others_conduct(text: str, title: str, expected: set[str]) -> None:
    assert bound(text, title=title) == expected


@pytest.mark.parametrize(
    "text", ["/", "note may :", "note Save :", "I agree that", "Anyone", "They", "Save", "nothing", "by means"]
)
@pytest.mark.parametrize("stem", ["", "Staff must keep:", "Nothing prevents:", "Maintain appropriate:"])
def test_scraps_of_text_are_judged_too(text: str, stem: str) -> None:
    for title in ("Policy", "Uniform Policy"):
        assert bound(text, title=title, stem=stem) <= {"staff", "parents", "pupils"}
