"""Whom the columns of a table name."""

from __future__ import annotations

import pytest

from clauseway.describe.audience import Groups, find_audiences
from clauseway.model import Audience
from tests.describe.duty.test_cells import row

_ALL = (Audience.STAFF, Audience.PARENTS, Audience.PUPILS, Audience.GOVERNORS)


@pytest.mark.parametrize(
    ("heads", "cells", "wanted"),
    [
        ("Who | Does what", "Governing board | Looks at the numbers each July", ["governors"]),
        ("Who | Is responsible for", "Pupils | Telling an adult about breakages", ["pupils"]),
        ("What is done | By whom", "Ring the parents of the pupil | Class teacher", ["staff"]),
        ("Step | What happened | What staff do", "4 | Swearing at an adult by a pupil | Call the leader", ["staff"]),
        ("Group | Adults to children", "Infants | 1 to 6", ["staff"]),
        ("How often | What happens", "Second | Parents must collect it", ["parents"]),
    ],
)
def test_whoever_stands_in_the_column_of_those_who_act(heads: str, cells: str, wanted: list[str]) -> None:
    clause = row(heads, cells)
    audiences, why = find_audiences(clause, _ALL, Groups())
    assert [one.value for one in audiences] == wanted
    assert all(clause.text[e.start : e.end] == e.words for e in why if e.within.value == "text")


def test_who_hears_of_it_is_not_the_one_who_acts() -> None:
    audiences, _ = find_audiences(row("What we do | Who is told", "Ring the office | Parents"), _ALL, Groups())
    assert audiences == (Audience.STAFF,)
