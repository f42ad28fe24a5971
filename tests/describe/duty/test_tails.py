"""What the tail of a list says of its items where the stem says nothing."""

from __future__ import annotations

import pytest

from clauseway.describe.audience import Groups, find_audiences
from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext, Within
from clauseway.model import Audience


def item(text: str, stem: str, tail: str) -> ClauseContext:
    return ClauseContext(text, (stem,) if stem else (), (), True, True, "", tail)


@pytest.mark.parametrize(
    ("stem", "tail", "expected"),
    [
        ("Items such as:", "are not permitted.", "must_not"),
        ("The following:", "may be worn in summer.", "may"),
        ("", "must be left at home.", "must"),
        ("Items such as:", "Nothing else is said of them.", "none"),
        ("Items such as:", "The list may be changed.", "none"),
        ("Pupils may bring:", "unless the headteacher objects.", "may"),
        ("Pupils must not bring:", "and these may be taken away.", "must_not"),
        ("Pupils must bring:", "and must not lend them.", "must"),
    ],
)
def test_the_duty_of_an_item(stem: str, tail: str, expected: str) -> None:
    assert find_duty(item("a plain watch", stem, tail))[0].value == expected


def test_an_item_with_a_duty_of_its_own_keeps_it() -> None:
    assert (
        find_duty(item("knives, which must never be brought", "Items such as:", "may be worn."))[0].value == "must_not"
    )


def test_the_words_stand_in_the_tail() -> None:
    clause = item("feels unable to speak", "Where the worker:", "he or she may go to the head.")
    (found,) = find_duty(clause)[2]
    assert (found.rule, found.within, clause.tail[found.start : found.end]) == ("tail", Within.TAIL, "may")


def test_whoever_acts_in_the_tail_is_bound() -> None:
    clause = item("feels unable to speak", "Where somebody:", "the clerk must write to the family.")
    addressees = (Audience.STAFF, Audience.PARENTS, Audience.GOVERNORS)
    assert Audience.GOVERNORS in find_audiences(clause, addressees, Groups())[0]
