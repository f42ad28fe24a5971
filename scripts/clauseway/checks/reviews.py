"""Reviews whose day has passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from clauseway.dates import last_day
from clauseway.model import Policy
from clauseway.problems import Problem, Severity


def check_reviews(policies: Iterable[Policy], today: date) -> Iterator[Problem]:
    """Tell which policies are due for review: overdue after the last day of the period stated."""
    for policy in policies:
        due = policy.metadata.review_date
        if due and last_day(due) < today:
            message = f"The review of “{policy.metadata.title}” was due by {due}."
            advice = "If it has been reviewed, put the new edition in the place of this one."
            yield Problem("review-overdue", Severity.INFO, message, policy.source.file, advice=advice)
