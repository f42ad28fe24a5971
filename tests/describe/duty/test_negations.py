"""Negations in unusual places: behind the verb, in pairs, in a label, in what one is released from."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext


def duty(text: str, *lead_ins: str) -> str:
    return find_duty(ClauseContext(text, lead_ins, (), bool(lead_ins)))[0].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pupils may leave under no circumstances.", "must_not"),
        ("Pupils may leave early, and on no account alone.", "may"),
        ("Phones must be neither seen nor heard.", "must_not"),
        ("Phones should be neither seen nor heard.", "should_not"),
        ("Pupils are on no account to leave the site.", "must_not"),
        ("Smoking is nowhere permitted.", "must_not"),
        ("Mobile phones – strictly forbidden", "must_not"),
        ("Forbidden items will be kept.", "must"),
        ("Staff agree not to give lifts.", "must_not"),
        ("Nothing in this policy prevents a report, and they must make one.", "must"),
    ],
)
def test_denied(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Do not hesitate to ask.", "must"),
        ("Never forget to sign in.", "must"),
        ("Don't just walk past: tell an adult.", "must"),
        ("Do not ask.", "must_not"),
    ],
)
def test_cancelled_instructions(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("stem", "text", "expected"),
    [
        ("Staff must:", "not hesitate to ask for help", "must"),
        ("Staff must:", "not wait until the evening", "must_not"),
        ("Pupils do not have to:", "take part", "none"),
        ("Staff are not required to:", "mark every page", "none"),
        ("Pupils have to:", "take part", "must"),
        ("Unacceptable behaviour includes:", "swearing", "must_not"),
        ("Bullying includes:", "swearing", "none"),
        ("Parents are responsible for:", "Please do not buy from other sellers.", "should_not"),
    ],
)
def test_under_a_lead_in(stem: str, text: str, expected: str) -> None:
    assert duty(text, stem) == expected


@pytest.mark.parametrize(
    ("text", "lead_ins", "expected"),
    [
        ("Support from an aide must not replace teaching.", (), "must_not"),
        ("Work at home should not take more than an hour.", (), "should_not"),
        ("Report anything that you must not see.", (), "must"),
        ("Report anything you should know.", (), "must"),
        ("Hugging a child who is hurt is permitted.", ("Staff must not:",), "may"),
        ("Sharing pictures which are permitted elsewhere", ("Staff must not:",), "must_not"),
        ("Holding a young child's hand, or leading it, is permitted.", ("Staff must not:",), "may"),
        ("Sharing pictures that are not permitted", ("Staff must not:",), "must_not"),
        ("sharing pictures", ("The following are not permitted:",), "must_not"),
    ],
)
def test_what_is_said_of_a_noun_at_the_head(text: str, lead_ins: tuple[str, ...], expected: str) -> None:
    assert duty(text, *lead_ins) == expected


def test_a_heading_that_asks_about_a_case_forbids_nothing() -> None:
    def under(heading: str) -> str:
        return find_duty(ClauseContext("refusing to hand in a device", (), (heading,), True))[0].value

    assert under("Do not") == "must_not"
    assert under("What if I do not follow this?") == "none"
