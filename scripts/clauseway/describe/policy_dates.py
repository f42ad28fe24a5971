"""When a policy was approved and last reviewed, and when its next review is due.

`approved` is taken from the first of these that is stated: approved, ratified, adopted, agreed or
accepted; the date of a signature; the date from which it is in force; a bare `Date`; the date of issue
or of the policy; the date of a version. `To be ratified`, `Draft`, the date of writing and the date of
an earlier version are no approval. Where one kind of date is stated more than once, the latest counts;
version histories, running feet and titles count only where nothing else is stated.

A bare `Review date` says neither last nor next. Behind a `Next review` it is the last one; after the
approval or last review it is the next one; before it, the last. With no other date it is the next
one, as most policies mean it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clauseway.describe.dates import FoundDate, is_later
from clauseway.describe.entries import Entry
from clauseway.model import Place

_APPROVAL_ORDER = ("approved", "signed_on", "effective", "dated", "issued", "foot")


@dataclass(frozen=True, slots=True)
class Picked:
    """A date that was chosen, with its words."""

    iso: str
    """At the precision stated."""
    words: str
    """Verbatim."""
    place: Place
    """Where it stands."""
    exact: bool = True
    """See `FoundDate.exact`."""


@dataclass(frozen=True, slots=True)
class PolicyDates:
    """The three dates of a policy; None where nothing is stated."""

    approved: Picked | None = None
    """When it was approved, or what comes nearest to that."""
    reviewed: Picked | None = None
    """When it was last reviewed."""
    next_review: Picked | None = None
    """When it is to be reviewed next."""


_NOTHING = PolicyDates()


def pick_dates(entries: Sequence[Entry], known: PolicyDates = _NOTHING) -> PolicyDates:
    """The dates that the entries state; what is `known` already helps to tell last from next reviews."""
    return _with_ambiguous(
        PolicyDates(
            known.approved or _first_of(entries, _APPROVAL_ORDER),
            known.reviewed or _latest(entries, "reviewed"),
            known.next_review or _latest(entries, "next_review", ends=True),
        ),
        entries,
    )


def _first_of(entries: Sequence[Entry], fields: Sequence[str]) -> Picked | None:
    return next((found for field in fields if (found := _latest(entries, field))), None)


def _latest(entries: Sequence[Entry], field: str, *, ends: bool = False) -> Picked | None:
    found = [_picked(date, entry, ends) for entry in entries if entry.field == field for date in entry.dates]
    return max(found, key=lambda picked: picked.iso, default=None)


def _picked(date: FoundDate, entry: Entry, ends: bool) -> Picked:
    return Picked(date.iso if ends else date.begins, date.words, entry.place, date.exact)


def _with_ambiguous(dates: PolicyDates, entries: Sequence[Entry]) -> PolicyDates:
    """The dates with those of `Review date` put where their order says they belong."""
    pairs = [(date, entry) for entry in entries if entry.field == "review" for date in entry.dates]
    pairs.sort(key=lambda pair: pair[0].iso)
    if not pairs:
        return dates
    following = dates.next_review
    known = max((p.iso for p in (dates.approved, dates.reviewed) if p), default="")
    if following is None and (not known or is_later(pairs[-1][0].iso, known)):
        following = _picked(*pairs.pop(), ends=True)
    before = [pair for pair in pairs if following is None or is_later(following.iso, pair[0].begins)]
    reviewed = dates.reviewed or (_picked(*before[-1], ends=False) if before else None)
    return PolicyDates(dates.approved, reviewed, following)
