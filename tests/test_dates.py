"""Dates of three precisions as periods of days."""

from __future__ import annotations

from datetime import date

import pytest

from clauseway.dates import first_day, last_day


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023-03-29", date(2023, 3, 29), date(2023, 3, 29)),
    ],
)
def test_first_and_last_day_of_a_period(period: str, first: date, last: date) -> None:
    assert (first_day(period), last_day(period)) == (first, last)
