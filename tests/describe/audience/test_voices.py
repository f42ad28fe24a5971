"""Whom a clause is for, in the many voices of schools: one table a rule, both sides of it."""

from __future__ import annotations

import pytest

from clauseway.describe.audience import Groups, find_audiences
from clauseway.describe.findings import ClauseContext
from clauseway.model import Audience

S, P, U, G = Audience.STAFF, Audience.PARENTS, Audience.PUPILS, Audience.GOVERNORS


def audiences(
    text: str,
    *stems: str,
    heading: str = "",
    title: str = "A Policy",
    addressees: tuple[Audience, ...] = (S, P, U),
) -> str:
    clause = ClauseContext(text, stems, (heading,) if heading else (), bool(stems), True, title)
    return " ".join(a.value for a in find_audiences(clause, addressees, Groups())[0])


@pytest.mark.parametrize(
    ("stem", "title", "addressees", "expected"),
    [
        ("The following will not be tolerated:", "Behaviour Policy", (S, P, U), "pupils"),
        ("We will not accept:", "Code of Conduct for Parents", (S, P), "parents"),
        ("The school does not tolerate:", "Conduct in the Shed", (S, P), "parents"),
        ("The following are unacceptable:", "Network Rules", (S, P, U), "staff parents pupils"),
        ("Tutors will not accept:", "Behaviour Policy", (S, P, U), "staff"),
        ("We will only accept bicycles that are:", "Behaviour Policy", (S, P, U), "staff"),
        ("We will not sell:", "Behaviour Policy", (S, P, U), "staff"),
    ],
)
def test_whose_conduct_a_stem_forbids(stem: str, title: str, addressees: tuple[Audience, ...], expected: str) -> None:
    assert audiences("racing in the yard", stem, title=title, addressees=addressees) == expected


def test_the_heading_tells_whose_conduct_is_forbidden() -> None:
    assert audiences("racing", "We will not accept:", heading="Parents", title="Behaviour Policy") == "parents"


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("Racing is not permitted.", "What we will not accept", "parents"),
        ("Bicycles must be oiled.", "What we will do", "staff"),
    ],
)
def test_we_in_a_heading_of_what_is_not_accepted_forbids_others(text: str, heading: str, expected: str) -> None:
    assert audiences(text, heading=heading, title="Code for Parents", addressees=(P,)) == expected


def test_a_row_that_begins_with_a_group_is_about_it() -> None:
    row = ClauseContext("Governing board locks and bolts", (), ("Responsibilities",), True, True, "A Policy")
    assert find_audiences(row, (S, P, G), Groups())[0] == (G,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Never leave a child alone.", "staff"),
        ("Send a child home by bicycle.", "staff"),
        ("Never race with other children.", "staff parents pupils"),
    ],
)
def test_what_is_done_to_pupils_is_done_by_staff(text: str, expected: str) -> None:
    assert audiences(text, "It is prohibited, as the law stands:") == expected


@pytest.mark.parametrize(
    ("text", "title", "addressees", "expected"),
    [
        ("Sunglasses may be worn outdoors.", "School Uniform", (S, P, U), "pupils"),
        ("Rings are not worn to school.", "School Uniform", (S, P, U), "pupils"),
        ("Bells are allowed.", "Mobile Phones", (S, P, U), "pupils"),
        ("Sunglasses may be worn outdoors.", "Sun Safety", (S, P, U), "staff"),
        ("Sunglasses may be worn outdoors.", "School Uniform", (P, U), "parents pupils"),
        ("Sunglasses may be lent.", "School Uniform", (S, P, U), "staff"),
    ],
)
def test_what_is_worn_or_brought(text: str, title: str, addressees: tuple[Audience, ...], expected: str) -> None:
    assert audiences(text, title=title, addressees=addressees) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Requests are made in writing.", "parents"),
        ("Applications are made on a form.", "parents"),
        ("Items are returned at the end of the day.", "staff"),
        ("Where there are concerns, a visit may be made.", "staff"),
    ],
)
def test_a_familys_own_acts(text: str, expected: str) -> None:
    assert audiences(text) == expected


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("Registers close at nine.", "When a child is absent", "staff parents pupils"),
        ("Registers close at nine.", "Absence of pupils", "staff parents pupils"),
        ("Registers close at nine.", "Pupils", "pupils"),
        ("Tell an adult. Nobody will be cross.", "Pupils", "pupils"),
    ],
)
def test_headings(text: str, heading: str, expected: str) -> None:
    assert audiences(text, heading=heading) == expected


@pytest.mark.parametrize(
    ("stems", "item", "expected"),
    [
        (("The fee is waived if the parents receive:",), "a grant", "staff"),
        (("If a pupil is hurt:",), "ring for help", "staff"),
        (("If anybody is hurt:",), "do not ride on", "staff"),
        (("If a member of staff is hurt:",), "do not ride on", "staff"),
        (("Parents will be encouraged to help by:",), "oiling the chain", "parents"),
        (("Parents will be told by:",), "letter", "staff parents"),
    ],
)
def test_stems_that_name_a_case(stems: tuple[str, ...], item: str, expected: str) -> None:
    assert audiences(item, *stems) == expected


def test_whoever_an_act_is_done_to_does_not_act() -> None:
    assert audiences("Approaching another child is never acceptable.", title="Code for Parents") == "parents"


def test_a_health_board_is_no_board_of_governors() -> None:
    assert audiences("The health board is near.", addressees=(S, G)) == "staff governors"
    assert audiences("The board is new.", addressees=(S, G)) == "governors"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Complaints about the chair should be addressed to the clerk.", "parents"),
        ("Complaints must not be raised online. The head will delete them.", "staff parents"),
        ("Letters about the chair should be addressed to the clerk.", "staff"),
    ],
)
def test_what_families_hand_in(text: str, expected: str) -> None:
    assert audiences(text, addressees=(S, P, G)) == expected


@pytest.mark.parametrize(
    ("item", "stem", "addressees", "expected"),
    [
        ("listen", "When a child tells me about a theft I must:", (S, P, G), "staff"),
        ("listen", "When a child tells me about a theft I must:", (S, P, U), "pupils"),
        ("present;", "The register will mark whether every pupil is:", (S, P, U), "staff"),
        ("a warning", "We may use these in response to unacceptable behaviour:", (S, P, U), "staff"),
    ],
)
def test_stems_in_the_first_person(item: str, stem: str, addressees: tuple[Audience, ...], expected: str) -> None:
    assert audiences(item, stem, title="Behaviour Policy", addressees=addressees) == expected


def test_a_named_person_works_at_the_school() -> None:
    assert audiences("Mrs Lund meets the mechanic.") == "staff"
    assert audiences("The governor for bicycles is Mrs Lund.", addressees=(S, G)) == "governors"


def test_the_nearest_heading_tells_who_you_are() -> None:
    clause = ClauseContext("a buddy", ("You can tell:",), ("Children",), True, True, "A Policy")
    assert find_audiences(clause, (S, P, U), Groups(you=P))[0] == (U,)
