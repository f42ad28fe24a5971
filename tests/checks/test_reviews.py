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
