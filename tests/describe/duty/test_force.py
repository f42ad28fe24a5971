"""What stems hand on: options, breaches, outlooks and cases."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.duty.force import names_cases
from clauseway.describe.findings import ClauseContext


def duty(item: str, *stems: str) -> str:
    return find_duty(ClauseContext(item, stems, (), True))[0].value


@pytest.mark.parametrize(
    ("stems", "item", "expected"),
    [
        (("Rewards may include:",), "a badge", "may"),
        (("The tutor will agree a plan, which may include:",), "a quiet room", "may"),
        (("The warden will:", "arrange help, which might come from:"), "the council", "may"),
        (("Symptoms may include:",), "a rash", "none"),
        (("The following will be treated as gross misconduct:",), "theft of a bicycle", "must_not"),
        (("The following will be treated as lost property:",), "hats", "must"),
        (("We want pupils to:",), "enjoy riding", "none"),
        (("We want you to:",), "enjoy riding", "must"),
        (("By July pupils will know:",), "that helmets must not be lent", "none"),
        (("A child who is being bullied may:",), "not want to ride home", "none"),
        (("A child who rides to school may:",), "not use the lift", "must_not"),
        (("Teasing can be:",), "not letting someone play", "none"),
        (("Cycling may be allowed:",), "on the field", "may"),
    ],
)
def test_what_a_stem_says_of_its_items(stems: tuple[str, ...], item: str, expected: str) -> None:
    assert duty(item, *stems) == expected


@pytest.mark.parametrize(
    ("stems", "item", "expected"),
    [
        (("Staff should look out for a child who:",), "does not eat", "should"),
        (("Wardens must block bicycles that:",), "have not been checked", "must"),
        (("Wardens must check that:",), "the gate does not stick", "must"),
        (("Wardens must check that:",), "no bicycle is unlocked", "must"),
        (("Staff must tell the office if a pupil:",), "does not arrive", "must"),
        (("Pupils must, when riding:",), "not use a phone", "must_not"),
        (("Riding may be stopped where:", "a pupil cannot see because of:"), "fog", "may"),
        (("The warden is responsible for:", "seeing that no pupil is kept from:"), "break", "must_not"),
        (("The teacher who receives the note:",), "answers it within a week", "must"),
        (("Children who do not pay for lunch:",), "Year 1", "must_not"),
    ],
)
def test_cases_turn_nothing(stems: tuple[str, ...], item: str, expected: str) -> None:
    assert duty(item, *stems) == expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Look out for a child who:", True),
        ("Tell us if your child:", True),
        ("Unreasonable where the complainant:", True),
        ("It happens because progress:", True),
        ("Ensure that:", False),
        ("See that:", False),
        ("Block sites that:", True),
        ("Pupils must, when online:", False),
        ("Staff must:", False),
        ("", False),
    ],
)
def test_stems_that_break_off_in_a_case(stem: str, expected: bool) -> None:
    assert names_cases(stem) is expected
