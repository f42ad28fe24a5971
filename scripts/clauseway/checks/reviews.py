"""What depends on the day: reviews whose day has passed, and approvals whose day is still to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from clauseway.dates import first_day, last_day
from clauseway.model import Policy
from clauseway.problems import Problem, Severity


def check_reviews(policies: Iterable[Policy], today: date) -> Iterator[Problem]:
    """Tell which policies are due for review, after the last day of the period stated, and which bear a later date."""
    for policy in policies:
        yield from _overdue(policy, today)
        yield from _future(policy, today)


def _overdue(policy: Policy, today: date) -> Iterator[Problem]:
    due = policy.metadata.review_date
    if due and last_day(due) < today:
        message = f"The review of “{policy.metadata.title}” was due by {due}."
        advice = "If it has been reviewed, put the new edition in the place of this one."
        yield Problem("review-overdue", Severity.INFO, message, policy.source.file, advice=advice)


def _future(policy: Policy, today: date) -> Iterator[Problem]:
    for field, word in (("approved", "approved"), ("reviewed", "reviewed")):
        day = getattr(policy.metadata, field)
        if day and first_day(day) > today:
            message = f"“{policy.metadata.title}” says that it was {word} on a day to come ({day})."
            advice = "Check the year; if the policy is not in force yet, publish it when it is."
            yield Problem("date-in-future", Severity.WARNING, message, policy.source.file, advice=advice)
