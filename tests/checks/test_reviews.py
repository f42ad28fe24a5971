"""Overdue reviews."""

from __future__ import annotations

from datetime import date

import pytest

from clauseway.checks.reviews import check_reviews
from clauseway.model import Metadata, Policy, Source


@pytest.mark.parametrize(
    ("due", "today", "overdue"),
    [
        ("2024-02", date(2024, 2, 29), False),
        ("2024-02", date(2024, 3, 1), True),
        ("2024", date(2024, 12, 31), False),
        ("", date(2100, 1, 1), False),
    ],
)
def test_a_review_is_overdue_after_the_last_day(due: str, today: date, overdue: bool) -> None:
    source = Source(file="a/b.txt", sha256="", format="text", blocks=(), words=())
    policy = Policy("a", "b", source, (), (), Metadata(title="B", review_date=due))
    problems = list(check_reviews([policy], today))
    assert [problem.code for problem in problems] == ["review-overdue"] * overdue


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"approved": "2026-04"}, True),
        ({"reviewed": "2027"}, True),
        ({"approved": "2026-03"}, False),
        ({"approved": "2026"}, False),
        ({"approved": "2026-03-29"}, False),
        ({"approved": "2026-03-30"}, True),
    ],
)
def test_an_approval_that_is_still_to_come_is_told(fields: dict[str, str], told: bool) -> None:
    source = Source(file="a/b.txt", sha256="", format="text", blocks=(), words=())
    policy = Policy("a", "b", source, (), (), Metadata(title="B", **fields))  # type: ignore[arg-type]
    problems = list(check_reviews([policy], date(2026, 3, 29)))
    assert [problem.code for problem in problems] == ["date-in-future"] * told
