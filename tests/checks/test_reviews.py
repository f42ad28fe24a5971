"""Overdue reviews."""

from __future__ import annotations

from datetime import date

import pytest

from clauseway.checks.reviews import check_reviews, last_day
from clauseway.model import Metadata, Policy, Source


@pytest.mark.parametrize(
    ("period", "day"),
    [("2023", (2023, 12, 31)), ("2024-02", (2024, 2, 29)), ("2023-12", (2023, 12, 31)), ("2023-03-29", (2023, 3, 29))],
)
def test_last_day_of_a_period(period: str, day: tuple[int, int, int]) -> None:
    assert last_day(period) == date(*day)


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
