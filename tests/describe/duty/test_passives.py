"""What is always done to something is a rule; what something is, or what is said of the policy itself, is none."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext


def duty(text: str, heading: str = "Procedure") -> str:
    return find_duty(ClauseContext(text, (), (heading,)))[0].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bicycles are oiled each term.", "must"),
        ("The pond is fenced and its gate is bolted.", "must"),
        ("People whose bicycle was taken are written to.", "must"),
        ("A pupil who is lost is looked for at once.", "must"),
        ("Helmets are used for every ride.", "must"),
        ("The pond is used only in summer.", "must"),
        ("Bicycles are used by many families.", "none"),
        ("The playground is divided into zones.", "none"),
        ("The bicycle shed is located by the gate.", "none"),
        ("The rules are set out below.", "none"),
        ("The times are given in Appendix B.", "none"),
        ("Lamps are checked in December.", "must"),
        ("Some bicycles are locked.", "none"),
        ("Bicycles are sometimes stolen.", "none"),
        ("A shed means a place in which bicycles are stored.", "none"),
    ],
)
def test_what_is_done(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bicycles are never ridden in the yard.", "must_not"),
        ("Helmets aren't shared.", "must_not"),
        ("No bicycle is left unlocked.", "must_not"),
        ("In our school nobody is laughed at.", "must_not"),
        ("A pupil with no helmet is given one.", "must"),
        ("The headteacher sees that no bicycle is left unlocked.", "must"),
        ("Pupils are not affected.", "none"),
    ],
)
def test_what_is_never_done(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This policy is reviewed by the warden.", "must"),
        ("It is reviewed by the warden.", "must"),
        ("It is handed in at the gate.", "must"),
        ("The policy is short. It is displayed in the shed.", "none"),
        ("Every helmet has a number. It is painted on the back.", "must"),
    ],
)
def test_the_policy_itself(text: str, expected: str) -> None:
    assert duty(text) == expected


def test_under_a_heading_of_background_the_present_tense_describes() -> None:
    assert duty("Every child is made welcome.", heading="Our beliefs") == "none"
    assert duty("Bicycles are oiled each term.", heading="Our beliefs") == "none"
