"""Whom definitions, tables, fines, headings about children and plain bans are for."""

from __future__ import annotations

import pytest

from clauseway.describe.audience import Groups, find_audiences
from clauseway.describe.definitions import find_groups
from clauseway.describe.findings import ClauseContext
from clauseway.model import Audience

EVERYONE = (Audience.STAFF, Audience.PARENTS, Audience.PUPILS)


def audiences(
    text: str, *lead_ins: str, heading: str = "", addressees: tuple[Audience, ...] = EVERYONE, title: str = ""
) -> str:
    clause = ClauseContext(text, lead_ins, (heading,) if heading else (), bool(lead_ins), True, title)
    return " ".join(a.value for a in find_audiences(clause, addressees, Groups())[0])


@pytest.mark.parametrize(
    "text",
    [
        'The word "staff" in this code includes governors and volunteers.',
        "Staff, for the purposes of this code, means anyone who works here, governors too.",
        "In this policy staff means everyone who works here, including governors.",
        'Where we say "staff" we mean employees, governors and volunteers.',
        "By staff we mean employees and governors.",
        'When this code says "staff", it means employees and governors.',
        "For the purposes of this code, governors and volunteers count as staff.",
        "Governors are treated as members of staff in this code.",
        'Employees and governors are all called "staff" below.',
        "This code applies to employees and governors (“staff”).",
        'It applies to employees and governors, all of whom are "staff" for its purposes.',
        "Throughout, the word 'staff' should be read to include governors.",
        "In what follows 'staff' stands for employees and governors.",
    ],
)
def test_staff_as_a_document_defines_it(text: str) -> None:
    assert find_groups([ClauseContext(text)]).names == (("staff", (Audience.STAFF, Audience.GOVERNORS)),)


@pytest.mark.parametrize(
    "text",
    [
        "Staff say what they mean to governors.",
        "In this policy we mean well by governors and staff.",
        'The trip ("the visit") is for governors.',
        "Being staff means being kind to governors.",
        "Governors count on staff.",
    ],
)
def test_what_defines_nothing(text: str) -> None:
    assert find_groups([ClauseContext(text)]).names == ()


def test_students_among_staff_are_on_placement() -> None:
    assert find_groups([ClauseContext('"Staff" includes agency staff and students.')]).names == (
        ("staff", (Audience.STAFF,)),
    )


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("1 Calling out Quiet reminder", "Sanctions", "staff pupils"),
        ("4 Hurting someone Meeting with parents", "Consequences", "staff parents pupils"),
        ("Choir Hall Tuesdays", "Clubs", "staff parents pupils"),
        ("A full sentence about order ends so.", "Sanctions", "staff parents pupils"),
        ("The penalty is £80 if it is paid within 21 days.", "Fines", "parents"),
        ("A second fine comes sooner.", "", "parents"),
        ("One that only tells the time is fine.", "", "staff parents pupils"),
    ],
)
def test_rows_about_conduct_and_what_a_fine_costs(text: str, heading: str, expected: str) -> None:
    assert audiences(text, heading=heading) == expected


@pytest.mark.parametrize(
    ("heading", "addressees", "expected"),
    [
        ("Children who need more", (Audience.STAFF, Audience.PARENTS), "staff parents"),
        ("Children", EVERYONE, "pupils"),
    ],
)
def test_a_heading_about_children_names_them_only_where_they_are_addressed(
    heading: str, addressees: tuple[Audience, ...], expected: str
) -> None:
    assert audiences("It is never simple.", heading=heading, addressees=addressees) == expected


@pytest.mark.parametrize(
    ("text", "lead_in", "expected"),
    [
        ("medicine and dose", "A plan will include the child's needs, that is:", "staff"),
        ("wear the tie", "Pupils' responsibilities:", "pupils"),
    ],
)
def test_what_a_child_only_owns(text: str, lead_in: str, expected: str) -> None:
    assert audiences(text, lead_in) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No pupil leaves the site alone.", "pupils"),
        ("No pupils", "pupils"),  # nothing stands behind the group
        ("No phones in class, please.", "parents pupils"),
        ("No child's name goes on a wall.", "staff"),
    ],
)
def test_whom_a_plain_ban_is_for(text: str, expected: str) -> None:
    assert audiences(text, addressees=(Audience.STAFF, Audience.PARENTS, Audience.PUPILS)) == expected


def test_written_consent_is_for_parents_to_give() -> None:
    assert audiences("Written consent is needed for each visit.") == "parents"


@pytest.mark.parametrize(
    ("text", "lead_in", "heading", "expected"),
    [
        ("We listen when somebody speaks.", "", "Our three rules", "pupils"),
        ("We listen when somebody speaks.", "", "The rules we follow", "staff"),
        ("We ask that you do not approach another child.", "", "For parents", "parents"),
        ("It helps us if you bring the report.", "", "For parents", "parents"),
        ("Phones go into a pouch.", "", "", "pupils"),
        ("Found phones go to the desk.", "", "", "staff"),
        ("The form goes to the office.", "", "", "staff"),
        ("Caps stay in bags.", "", "", "pupils"),
        ("keeping the device locked", "This includes:", "", "staff"),
        ("misses break with the tutor", "If that does not help, the child:", "", "pupils"),
        ("are sent home", "Where the parents:", "", "staff parents pupils"),
        ("Reports come home twice a year.", "", "The school", "staff"),
    ],
)
def test_whose_act_it_is(text: str, lead_in: str, heading: str, expected: str) -> None:
    assert audiences(text, *filter(None, [lead_in]), heading=heading) == expected


@pytest.mark.parametrize(
    ("text", "addressees", "expected"),
    [
        ("Do not send a child to school unwell.", (Audience.PARENTS, Audience.PUPILS), "parents"),
        ("Do not send a child home alone.", (Audience.STAFF, Audience.PARENTS), "staff"),
        ("Children sit with belts on from the gate to the gate.", (Audience.STAFF, Audience.PARENTS), "staff pupils"),
        ("Children may bring a purse.", (Audience.PARENTS,), "pupils"),
        ("Children should carry their own inhaler.", (Audience.STAFF, Audience.PARENTS), "pupils"),
        ("Children sit with belts on from the gate to the gate.", EVERYONE, "pupils"),
        ("Children sit with belts on from the gate to the gate.", (), "pupils"),
    ],
)
def test_what_children_do_and_what_is_done_to_them(text: str, addressees: tuple[Audience, ...], expected: str) -> None:
    assert audiences(text, addressees=addressees) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The complainant may be accompanied by a friend.", "parents"),
        ("The complainant may be excluded from the hearing.", "staff parents"),
        ("A worker may be accompanied by a colleague.", "staff"),
        ("An explanation is needed for every absence.", "parents"),
        ("Leave must be requested a month ahead.", "parents"),
        ("Leave must be recorded.", "staff"),
        ("All items should be clearly named.", "parents"),
        ("A named governor monitors provision.", "governors"),
        ("Chewing gum is not allowed.", "pupils"),
    ],
)
def test_what_only_families_do_to_it(text: str, expected: str) -> None:
    assert audiences(text) == expected
