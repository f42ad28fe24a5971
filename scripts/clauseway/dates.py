"""Dates at the precision stated (`2022`, `2022-02`, `2023-03-29`) as periods of days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def first_day(period: str) -> date:
    """The first day of an ISO 8601 date at the precision of a year, a month or a day."""
    year, month, day = _parts(period)
    return date(year, month or 1, day or 1)


def last_day(period: str) -> date:
    """The last day of an ISO 8601 date at the precision of a year, a month or a day: overdue is what comes after."""
    year, month, day = _parts(period)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(period: str) -> tuple[int, int, int]:
    """Year, month and day; 0 for what is not stated."""
    year, month, day = (*(int(part) for part in period.split("-")), 0, 0)[:3]
    return year, month, day
