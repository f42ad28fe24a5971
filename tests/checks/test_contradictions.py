"""Rules that may contradict each other, asked only where they are on the same thing."""

from __future__ import annotations

import pytest

from clauseway.checks.contradictions import check_contradictions
from clauseway.describe import find_findings
from clauseway.problems import Problem
from tests.publish.samples import clause, item


def asked(*texts: str) -> list[Problem]:
    """What is asked of a policy of these clauses, with whom and how strongly they bind as the rules find it."""
    pieces = [clause(text, number=f"{n}.") for n, text in enumerate(texts, 1)]
    return list(check_contradictions(pieces, find_findings(pieces, "A Policy", ()), "a/b.txt"))


ASKED = [
    (
        "Staff must not use personal phones on trips.",
        "Staff may use their personal phones on trips to call the school.",
    ),
    (
        "Staff must never give out their personal phone number to parents.",
        "Staff must not give their personal phone number to parents without the permission of the headteacher.",
    ),
    (
        "Pupils must not wear rings, chains or bracelets in school.",
        "Pupils must not wear rings, chains or bracelets, except for a plain ring.",
    ),
    (
        "Parents must not photograph pupils in the swimming pool.",
        "Parents must not photograph pupils in the swimming pool unless the headteacher agrees.",
    ),
    (
        "Pupils may not bring mobile phones to school.",
        "Pupils may bring mobile phones to school.",
    ),
]
NOT_ASKED = [
    ("Pupils in Year 3 may not bring a phone to school.", "Pupils in Year 6 may bring a phone to school."),
    ("Staff must not use personal phones in lessons.", "Staff may use personal phones in the staff room."),
    ("Pupils must not use phones on trips.", "Staff may use phones on trips to call the school."),
    ("Staff must not accept gifts of money from parents.", "Staff must not accept other gifts unless they are small."),
    ("Staff must not share passwords.", "Staff must not share passwords with pupils or parents."),
    (
        "Staff must not photograph pupils without consent.",
        "Staff must not photograph pupils unless parents have given consent.",
    ),
    ("Staff must not shout.", "Staff may shout if a child is in danger."),
]


@pytest.mark.parametrize(("rule", "other"), ASKED)
def test_a_rule_and_what_it_does_not_allow_are_asked_about(rule: str, other: str) -> None:
    (problem,) = asked(other, rule)
    assert (problem.code, problem.severity) == ("rules-differ", "info")
    assert problem.message.endswith("?")
    assert rule in problem.message


@pytest.mark.parametrize(("rule", "other"), NOT_ASKED)
def test_what_is_not_the_same_is_left_alone(rule: str, other: str) -> None:
    assert asked(rule, other) == []


def test_the_question_tells_both_clauses_and_the_exception() -> None:
    (problem,) = asked(*ASKED[1])
    assert problem.message == (
        "1. “Staff must never give out their personal phone number to parents.” forbids something without exception, "
        "and 2. “Staff must not give their personal phone number to parents without the permission of the "
        "headteacher.” makes an exception (“without the permission of the headteacher.”). Is it meant for both?"
    )


def test_a_rule_is_asked_about_once() -> None:
    assert len(asked(ASKED[0][0], ASKED[0][1], ASKED[0][1].replace("call", "ring"))) == 1


def test_items_of_one_list_complete_each_other() -> None:
    stem = "Staff who take pupils on trips must:"
    pieces = [
        item("not use personal phones on trips", stem),
        item("use personal phones on trips only if the school phone fails", stem),
    ]
    assert list(check_contradictions(pieces, find_findings(pieces, "A Policy", ()), "a/b.txt")) == []
