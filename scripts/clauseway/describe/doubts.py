"""What a person should know about a policy's metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clauseway.describe.dates import is_later
from clauseway.describe.entries import Entry
from clauseway.describe.policy_dates import PolicyDates
from clauseway.model import Place
from clauseway.problems import Problem, Severity

_WAYS = "in the policy itself, or in a .yml file beside it that bears the same name"


def doubts(
    dates: PolicyDates, entries: Sequence[Entry], unclear_cycle: Entry | None, file: str, *, scoped: bool
) -> Iterator[Problem]:
    """Problems of a policy's dates, review cycle and scope, in that order."""
    yield from _missing(dates, file)
    yield from _unread(entries, file)
    yield from _inexact(dates, file)
    yield from _out_of_order(dates, file)
    if unclear_cycle:
        words = " ".join(unclear_cycle.value.split())
        message = f"“{words}” can mean twice a year or every two years, so no review cycle is given."
        advice = f"State it as “every six months” or “every two years”, {_WAYS}."
        yield _problem("review-cycle-unclear", Severity.INFO, message, file, unclear_cycle.place, advice)
    if not scoped:
        message = "No sentence says to whom or to what the policy applies."
        advice = f"Add a sentence such as “This policy applies to all staff”, or state `scope:` {_WAYS}."
        yield _problem("scope-missing", Severity.INFO, message, file, Place(), advice)


def _missing(dates: PolicyDates, file: str) -> Iterator[Problem]:
    if not (dates.approved or dates.reviewed or dates.next_review):
        message = "No date of approval or review is stated, so nobody can tell whether the policy is up to date."
        advice = f"Add “Approved: <date>” and “Next review: <date>” {_WAYS}."
        yield _problem("date-missing", Severity.WARNING, message, file, Place(), advice)
    elif not dates.next_review:
        message = "The policy does not say when it is to be reviewed next."
        advice = f"Add “Next review: <date>” {_WAYS}."
        yield _problem("review-date-missing", Severity.WARNING, message, file, Place(), advice)


def _unread(entries: Sequence[Entry], file: str) -> Iterator[Problem]:
    for entry in entries:
        if entry.broken:
            words = " ".join(f"{entry.label} {entry.value}".split())
            message = f"“{words}” holds no date that can be read, so it was left out."
            advice = f"Write the date as “12 May 2024” or “May 2024”, {_WAYS}."
            yield _problem("date-unclear", Severity.WARNING, message, file, entry.place, advice)


def _inexact(dates: PolicyDates, file: str) -> Iterator[Problem]:
    for picked in (dates.approved, dates.reviewed, dates.next_review):
        if picked and not picked.exact:
            message = (
                f"“{picked.words}” depends on how many terms the school's year has, so only {picked.iso} was taken."
            )
            advice = "State `terms_per_year: 3` or `terms_per_year: 6` in the school's school.yml."
            yield _problem("date-unclear", Severity.INFO, message, file, picked.place, advice)


def _out_of_order(dates: PolicyDates, file: str) -> Iterator[Problem]:
    following = dates.next_review
    last = max((p for p in (dates.approved, dates.reviewed) if p), key=lambda picked: picked.iso, default=None)
    if following and last and is_later(last.iso, following.iso):
        message = f"The next review (“{following.words}”) lies before the policy's own date (“{last.words}”)."
        advice = f"Correct one of the two dates, {_WAYS}."
        yield _problem("dates-out-of-order", Severity.WARNING, message, file, following.place, advice)


def _problem(code: str, severity: Severity, message: str, file: str, place: Place, advice: str) -> Problem:
    return Problem(code, severity, message, file, place.line, place.page, advice, place.paragraph)
