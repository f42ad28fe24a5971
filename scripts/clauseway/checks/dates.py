"""Dates and review cycles that cannot well be meant, whether they were read from the document or stated beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clauseway.dates import first_day, last_day
from clauseway.model import Metadata, Place
from clauseway.problems import Problem, Severity

_EARLIEST = 1990
"""Year before which no policy that is in force was approved."""
_LONGEST = 6
"""Years to the next review beyond which a date is rather a slip: the longest usual cycle is five."""
_WAYS = "in the document, or in a .yml file beside it that bears the same name"
_CYCLE = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?")


def check_dates(said: Metadata, file: str, known: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Tell of dates that are improbable, out of order, or longer apart than the stated cycle.

    `known` are problems that were found when the document was read, which are not told again.
    """
    last = _last(said)
    yield from _too_early(said, file)
    if not (last and said.review_date):
        return
    if first_day(last) > last_day(said.review_date):
        if not any(problem.code == "dates-out-of-order" for problem in known):
            message = f"The next review ({said.review_date}) lies before the policy's own date ({last})."
            yield _problem(
                "dates-out-of-order", Severity.WARNING, message, file, said, f"Correct one of them, {_WAYS}."
            )
        return
    months = _months(last, said.review_date)
    if months > 12 * _LONGEST:
        message = f"The next review ({said.review_date}) is {months // 12} years after the last date ({last})."
        yield _problem("date-improbable", Severity.WARNING, message, file, said, f"Check the year of both, {_WAYS}.")
    elif (cycle := _cycle(said.review_cycle)) and months > cycle + max(3, cycle // 4):
        message = (
            f"The policy is to be reviewed every {_length(cycle)}, and the next review ({said.review_date}) "
            f"is {_length(months)} after the last date ({last})."
        )
        yield _problem(
            "review-cycle-differs", Severity.INFO, message, file, said, f"Check the dates and the cycle, {_WAYS}."
        )


def _last(said: Metadata) -> str:
    """The later of approval and last review."""
    return max(filter(None, (said.approved, said.reviewed)), key=last_day, default="")


def _too_early(said: Metadata, file: str) -> Iterator[Problem]:
    for field in ("approved", "reviewed", "review_date"):
        date = getattr(said, field)
        if date and last_day(date).year < _EARLIEST:
            message = f"The date {date} ({field.replace('_', ' ')}) is improbably early."
            yield _problem("date-improbable", Severity.WARNING, message, file, said, f"Check the year, {_WAYS}.", field)


def _months(earlier: str, later: str) -> int:
    """Months that certainly lie between two dates, whatever their precision leaves open."""
    start, end = last_day(earlier), first_day(later)
    return (end.year - start.year) * 12 + end.month - start.month


def _cycle(period: str) -> int:
    """Months of an ISO 8601 duration; 0 where it is none of years and months."""
    match = _CYCLE.fullmatch(period)
    return int(match[1] or 0) * 12 + int(match[2] or 0) if match else 0


def _length(months: int) -> str:
    """`year`, `3 years`, `18 months`."""
    number, unit = (months, "month") if months % 12 else (months // 12, "year")
    return unit if number == 1 else f"{number} {unit}s"


def _problem(
    code: str, severity: Severity, message: str, file: str, said: Metadata, advice: str, field: str = "review_date"
) -> Problem:
    place = next((words.place for words in said.stated if words.field == field), Place())
    return Problem(code, severity, message, file, place.line, place.page, advice, paragraph=place.paragraph)
