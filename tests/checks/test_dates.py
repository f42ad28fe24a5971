"""Dates and cycles that cannot well be meant."""

from __future__ import annotations

import pytest

from clauseway.checks.dates import check_dates
from clauseway.model import Metadata, Place, Stated
from clauseway.problems import Problem, Severity


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"approved": "2024-03", "review_date": "2025-03", "review_cycle": "P1Y"}, []),
        ({"approved": "2024-03", "review_date": "2025-06", "review_cycle": "P1Y"}, []),
        ({"approved": "2024-03", "review_date": "2025-07", "review_cycle": "P1Y"}, ["review-cycle-differs"]),
        ({"approved": "2024-03", "review_date": "2027-03", "review_cycle": "P1Y"}, ["review-cycle-differs"]),
        ({"approved": "2024-03", "review_date": "2024-09", "review_cycle": "P2Y"}, []),
        ({"approved": "2024", "review_date": "2026", "review_cycle": "P1Y"}, []),
        ({"approved": "2024", "review_date": "2027", "review_cycle": "P1Y"}, ["review-cycle-differs"]),
        ({"approved": "2020-01", "reviewed": "2024-03", "review_date": "2025-03", "review_cycle": "P1Y"}, []),
        ({"approved": "2024-03", "review_date": "2025-09", "review_cycle": "P12W"}, []),
        ({"approved": "2024-03", "review_date": "2030-03"}, []),
        ({"approved": "2024-03", "review_date": "2042-03"}, ["date-improbable"]),
        ({"approved": "2024-03", "review_date": "2042-03", "review_cycle": "P1Y"}, ["date-improbable"]),
        ({"approved": "1924-03", "review_date": "1926"}, ["date-improbable", "date-improbable"]),
        ({"approved": "2025-03-02", "review_date": "2025-03-01"}, ["dates-out-of-order"]),
        ({"reviewed": "2025-03-02", "review_date": "2025"}, []),
        ({"review_date": "2025"}, []),
        ({"approved": "2025"}, []),
        ({}, []),
    ],
)
def test_what_is_told(fields: dict[str, str], expected: list[str]) -> None:
    assert [problem.code for problem in check_dates(Metadata(**fields), "a/b.txt")] == expected  # type: ignore[arg-type]


def test_the_message_names_the_dates_and_their_place() -> None:
    said = Metadata(
        approved="2024-03",
        review_date="2027-03",
        review_cycle="P1Y",
        stated=(Stated("approved", "March 2024", Place(line=3)), Stated("review_date", "March 2027", Place(line=4))),
    )
    (problem,) = check_dates(said, "a/b.txt")
    assert problem.place == "a/b.txt:4"
    assert problem.message == (
        "The policy is to be reviewed every year, and the next review (2027-03) is 3 years after the last date (2024-03)."
    )


def test_what_was_told_when_the_document_was_read_is_not_told_again() -> None:
    known = Problem("dates-out-of-order", Severity.WARNING, "The next review lies before.", "a/b.txt")
    said = Metadata(approved="2025-03", review_date="2024-03")
    assert list(check_dates(said, "a/b.txt", [known])) == []
