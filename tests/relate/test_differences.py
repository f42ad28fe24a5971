"""In what two clauses on one matter differ, and where they agree."""

from __future__ import annotations

import pytest

from clauseway.model import Audience, Duty
from clauseway.relate.differences import differences, terms

STAFF, PARENTS = frozenset({Audience.STAFF}), frozenset({Audience.PARENTS})
GOVERNORS = frozenset({Audience.GOVERNORS})
BOTH = STAFF | PARENTS

Side = tuple[Duty, frozenset[Audience], str] | tuple[Duty, frozenset[Audience], str, frozenset[Audience]]
CASES: dict[str, tuple[Side, Side, float, list[str]]] = {
    "agree": ((Duty.MUST_NOT, STAFF, "accept pupils"), (Duty.MUST_NOT, BOTH, "accept any pupil"), 0.5, []),
    "stricter": (
        (Duty.MUST_NOT, STAFF, "accept pupils"),
        (Duty.SHOULD_NOT, STAFF, "accept pupils"),
        0.5,
        ["this school forbids it, that one advises against it"],
    ),
    "opposite": (
        (Duty.MAY, STAFF, "bring a phone"),
        (Duty.MUST_NOT, STAFF, "bring a phone"),
        0.1,
        ["this school allows it, that one forbids it"],
    ),
    "the same in other words": (
        (Duty.MUST, STAFF, "decline requests of pupils"),
        (Duty.MUST_NOT, STAFF, "become a friend of a child"),
        0.1,
        [],
    ),
    "the opposite in the same words": (
        (Duty.MUST, STAFF, "wear a tie"),
        (Duty.MUST_NOT, STAFF, "wear a tie"),
        0.9,
        ["this school requires it, that one forbids it"],
    ),
    "other people": (
        (Duty.MUST, STAFF, "sign in"),
        (Duty.MUST, PARENTS, "sign in"),
        0.9,
        ["this is for staff, that for parents"],
    ),
    "the two ends of one rule": (
        (Duty.MUST, PARENTS, "ask for the form at the office"),
        (Duty.MUST, STAFF, "send whoever wishes it a copy"),
        0.1,
        [],
    ),
    "other people, in policies for others": (
        (Duty.MUST, PARENTS, "post with care", PARENTS),
        (Duty.MUST, STAFF, "think before they write", STAFF),
        0.1,
        ["this is for parents, that for staff"],
    ),
    "the two ends of one rule in policies for all": (
        (Duty.MUST, PARENTS, "post with care", BOTH),
        (Duty.MUST, STAFF, "think before they write", STAFF),
        0.1,
        [],
    ),
    "those who act for the school": ((Duty.MUST, STAFF, "hear it"), (Duty.MUST, GOVERNORS, "hear it"), 0.9, []),
    "other figures": (
        (Duty.MUST, STAFF, "answer within 5 school days"),
        (Duty.MUST, STAFF, "reply in 10 school days"),
        0.5,
        ["the figures differ: 5 school days and 10 school days"],
    ),
    "the same figures written otherwise": (
        (Duty.MUST, STAFF, "open at 8.30 am for 1,000 pupils, pay £5 and wait a 10-day period"),
        (Duty.MUST, STAFF, "open at 8:30am, pay £5.00 and wait 10 Days"),
        0.5,
        [],
    ),
    "other figures in words, and of school days": (
        (Duty.MUST, STAFF, "answer within five school days"),
        (Duty.MUST, STAFF, "answer within 10 working days"),
        0.5,
        ["the figures differ: 5 school days and 10 working days"],
    ),
    "the same figures in words": (
        (Duty.MUST, STAFF, "answer within a week"),
        (Duty.MUST, STAFF, "answer within one week of three letters"),
        0.5,
        [],
    ),
    "other times of day": (
        (Duty.MUST, PARENTS, "ring by 8.15am"),
        (Duty.MUST, PARENTS, "ring before 9.00"),
        0.5,
        ["the figures differ: 8.15 and 9.00"],
    ),
    "the same time in another unit": (
        (Duty.MUST, STAFF, "answer within three months, or a week, or 24 hours"),
        (Duty.MUST, STAFF, "answer within 90 days, or five school days, or one day"),
        0.5,
        [],
    ),
    "another time in another unit": (
        (Duty.MUST, STAFF, "answer within a week"),
        (Duty.MUST, STAFF, "answer within three school days"),
        0.5,
        ["the figures differ: 1 week and 3 school days"],
    ),
    "every other year": (
        (Duty.MUST, STAFF, "are trained every other year"),
        (Duty.MUST, STAFF, "are trained at least annually"),
        0.5,
        ["how often differs: every two years and each year"],
    ),
    "required and forbidden in words that are rather alike": (
        (Duty.MUST, STAFF, "wear trainers"),
        (Duty.MUST_NOT, STAFF, "wear trainers and boots"),
        0.25,
        ["this school requires it, that one forbids it"],
    ),
    "permission or an exception": (
        (Duty.MUST_NOT, STAFF, "film without consent"),
        (Duty.MUST_NOT, STAFF, "film except at plays"),
        0.4,
        ["one of them asks for permission, the other makes an exception"],
    ),
    "those who have left": (
        (Duty.MUST, STAFF, "keep it secret even after they leave the employment of the school"),
        (Duty.MUST, STAFF, "keep it secret"),
        0.4,
        ["only one of them speaks of staff who have left"],
    ),
    "how often": (
        (Duty.MUST, STAFF, "are trained annually"),
        (Duty.MUST, STAFF, "are trained each term"),
        0.5,
        ["how often differs: each year and each term"],
    ),
    "half a term is no term": (
        (Duty.MUST, STAFF, "report half-termly"),
        (Duty.MUST, STAFF, "report every half term"),
        0.5,
        [],
    ),
    "an exception in what is no rule": (
        (Duty.NONE, STAFF, "most is free unless it is not"),
        (Duty.MUST, STAFF, "most is free"),
        0.5,
        [],
    ),
    "good conduct asked for or required": (
        (Duty.MUST, STAFF, "work openly"),
        (Duty.SHOULD, STAFF, "be seen to work openly"),
        0.4,
        [],
    ),
    "other shares": (
        (Duty.MUST, STAFF, "attend 90% of lessons"),
        (Duty.MUST, STAFF, "attend 95% of lessons"),
        0.5,
        ["the figures differ: 90% and 95%"],
    ),
    "several figures in order": (
        (Duty.MUST, STAFF, "wait 10 days or 9 days, and pay £2"),
        (Duty.MUST, STAFF, "wait 8 days, and pay £3"),
        0.5,
        ["the figures differ: 9 days, 10 days and 8 days"],
    ),
    "a not within the same text": (
        (Duty.MUST, STAFF, "see that phones are not used"),
        (Duty.MUST, STAFF, "see that phones are used"),
        1.0,
        ["one of them says “no” or “not” where the other does not"],
    ),
    "a not that the duty tells of": (
        (Duty.MUST_NOT, STAFF, "it is forbidden to lie"),
        (Duty.MUST_NOT, STAFF, "you must not lie"),
        1.0,
        [],
    ),
    "figures of other things": ((Duty.MUST, STAFF, "wait 5 days"), (Duty.MUST, STAFF, "pay £5"), 0.5, []),
    "an exception": (
        (Duty.MUST_NOT, STAFF, "use a phone unless the head agrees"),
        (Duty.MUST_NOT, STAFF, "use a phone"),
        0.5,
        ["one of them makes an exception or condition"],
    ),
    "background": ((Duty.NONE, STAFF, "aims"), (Duty.MUST, STAFF, "aims"), 0.9, []),
}


@pytest.mark.parametrize(("a", "b", "alike", "expected"), CASES.values(), ids=CASES)
def test_what_differs_is_said(a: Side, b: Side, alike: float, expected: list[str]) -> None:
    assert list(differences(terms(*a), terms(*b), alike, "school")) == expected


def test_policies_of_one_school_are_not_called_schools() -> None:
    found = list(differences(terms(Duty.MAY, STAFF, "lie"), terms(Duty.MUST_NOT, STAFF, "lie"), 0.5, "policy"))
    assert found == ["this policy allows it, that one forbids it"]
