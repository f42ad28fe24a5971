"""Acts that are denied of everybody, of what is no longer done, and to whom."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext


@pytest.mark.parametrize(
    "text",
    [
        "No one works at height alone.",
        "Without a current certificate nobody drives the minibus.",
        "In the holidays no one enters by the side gate.",
        "Neither the chair nor any member acts alone.",
        "None of the adults gives out a personal number.",
        "Names are not given to the press, nor does anyone but the headteacher speak for the school.",
        "Staff no longer accept gifts of money.",
        "Keys are no longer lent to hirers.",
        "Phones are no longer permitted in the sixth-form block.",
        "We release children to no one who is not on the form.",
        "Children are to be released to nobody but a named adult.",
        "Staff neither lend nor borrow keys.",
        "Staff give out their own number at no time.",
        "The office gives out no addresses.",
        "Invigilators say nothing about the paper.",
        "The key is lent to no one.",
    ],
)
def test_what_nobody_does_is_forbidden(text: str) -> None:
    assert find_duty(ClauseContext(text))[0].value == "must_not"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody likes to be told that they are wrong.",
        "No one knows a child better than its family.",
        "A cold is no longer a reason to stay at home.",
        "None of this is new.",
        "Few people know how nobody becomes a bully overnight.",
    ],
)
def test_what_nobody_is_or_thinks_is_described(text: str) -> None:
    assert find_duty(ClauseContext(text))[0].value == "none"


@pytest.mark.parametrize(
    ("stem", "text", "wanted"),
    [
        ("Neither staff nor volunteers:", "accept friend requests", "must_not"),
        ("Staff no longer:", "collect money in class", "must_not"),
        ("Pupils are stopped from:", "leaving the site", "must_not"),
        ("Leaders never fail to:", "count heads", "must"),
    ],
)
def test_stems_that_deny_as_they_break_off(stem: str, text: str, wanted: str) -> None:
    assert find_duty(ClauseContext(text, (stem,), item=True))[0].value == wanted


@pytest.mark.parametrize(
    ("heading", "text", "wanted"),
    [
        ("What not to do", "Give a pupil your number", "must_not"),
        ("Things we never do", "Shout at a child", "must_not"),
        ("What to do", "Give the office your number", "must"),
        ("Now or never", "Sign the charter", "must"),
        ("Employees", "Are not expected to lift what they feel is too heavy", "none"),
    ],
)
def test_headings_that_deny_as_they_break_off(heading: str, text: str, wanted: str) -> None:
    assert find_duty(ClauseContext(text, (), (heading,), item=True))[0].value == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We would rather you did not ring during lessons.", "should_not"),
        ("We would rather you rang after lessons.", "should"),
        ("Please, no dogs.", "should_not"),
        ("Please, no later than nine.", "should"),
        ("We do not forbid earrings.", "none"),
        ("We do not lend keys.", "must_not"),
    ],
)
def test_wishes_and_what_is_not_forbidden(text: str, wanted: str) -> None:
    assert find_duty(ClauseContext(text))[0].value == wanted


def test_never_to_stop_is_to_go_on() -> None:
    assert find_duty(ClauseContext("never stop counting heads", ("Staff in the pool:",), item=True))[0].value == "must"
    assert find_duty(ClauseContext("never stop on the zigzags", ("Parents:",), item=True))[0].value == "must_not"
