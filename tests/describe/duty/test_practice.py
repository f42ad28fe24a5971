"""What is always done is a rule; what people are, think or often do is none."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext


def duty(text: str, heading: str = "Procedure") -> str:
    return find_duty(ClauseContext(text, (), (heading,)))[0].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Learners switch off their phones at the gate.", "must"),
        ("Parents treat staff with courtesy.", "must"),
        ("Parents supply nappies and wipes.", "must"),
        ("All governors receive training on induction.", "must"),
        ("The teacher takes the phone.", "must"),
        ("Staff use school cameras only.", "must"),
        ("Staff use cameras in many lessons.", "none"),
        ("Then we listen to each child apart.", "must"),
        ("We aim high.", "none"),
        ("We celebrate success.", "none"),
        ("Parents own phones.", "none"),
        ("Children develop at different rates.", "none"),
        ("Staff dress is smart.", "none"),
        ("Most parents collect their children on foot.", "none"),
        ("Some pupils bring phones to school.", "none"),
        ("Pupils often bring phones to school.", "none"),
    ],
)
def test_acts(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Parents do not approach another child.", "must_not"),
        ("Pupils don't film anyone.", "must_not"),
        ("Staff never promise to keep a secret.", "must_not"),
        ("We do not employ anyone without references.", "must_not"),
        ("Nobody changes a child alone.", "must_not"),
        ("No pupil leaves the site alone.", "must_not"),
        ("Pupils do not know the code.", "none"),
        ("Parents do not need a ticket.", "none"),
    ],
)
def test_denied_acts(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Low-level concerns are shared with the headteacher.", "must"),
        ("Exclusion is used only as a last resort.", "must"),
        ("Exclusion is used in many schools.", "none"),
        ("Images are not shared on personal accounts.", "must_not"),
        ("No child is sent home to cool off.", "must_not"),
        ("Phones are not banned at break.", "none"),
        ("Pupils are not affected.", "none"),
        ("Absences are often recorded late.", "none"),
        ("Many complaints are resolved informally.", "none"),
    ],
)
def test_what_is_done(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(("heading", "expected"), [("Recording", "must"), ("Introduction", "none"), ("Aims", "none")])
def test_background_describes(heading: str, expected: str) -> None:
    assert duty("Staff record every concern.", heading) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("supports the headteacher. Governors do not investigate incidents.", "none"),
        ("Phones are kept in bags. Phones are not returned at break.", "must"),
        ("Phones distract. Teachers lock phones away.", "must"),
    ],
)
def test_a_later_sentence_may_bind_but_not_forbid(text: str, expected: str) -> None:
    assert duty(text) == expected
