"""Version histories: which rows say when a policy was last approved and last reviewed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from clauseway.describe.entries import Entry
from clauseway.model import Place
from clauseway.vocabulary.bodies import body_in, is_body

_REMARKS = frozenset({"changes", "control"})
_ROW_DATES = frozenset({"dated", "issued"})
_APPROVES = re.compile(
    r"\b(?:approved|ratified|adopted|agreed by|signed off|mabwysiadwyd|cymeradwywyd)\b", re.IGNORECASE
)
_NOT_YET = re.compile(r"\b(?:draft|to be|not|for|before|until|awaiting|pending|subject to)\b", re.IGNORECASE)
_REVIEWS = re.compile(r"\b(?:review|updat|amend|revis)", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|at|gan)\s+(?:the\s+)?(?P<body>[^,.;:()\d]{3,60})", re.IGNORECASE)


def latest_rows(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Of the rows of version histories and other weak places, those that count.

    That is the row with the latest date of its own, and, where its remark speaks of no approval, what the
    latest row of which the remark does says of that.
    """
    rows = list(_rows(entries))
    dated = [(max(_own_dates(row)), position) for position, row in enumerate(rows) if _own_dates(row)]
    if not dated:
        return tuple(entry for row in rows for entry in row)
    latest = rows[max(dated)[1]]
    approving = [(iso, position) for iso, position in dated if _is_approval(rows[position])]
    if approving and rows[max(approving)[1]] is not latest:
        return (*_approvals(rows[max(approving)[1]]), *_told(latest))
    return tuple(_told(latest))


def _rows(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries of each line or paragraph; one whose place is unknown stands alone."""
    rows: dict[Place | int, list[Entry]] = {}
    for number, entry in enumerate(entries):
        known = entry.place.line is not None or entry.place.paragraph is not None
        rows.setdefault(entry.place if known else number, []).append(entry)
    yield from rows.values()


def _own_dates(row: Sequence[Entry]) -> list[str]:
    """Dates of the row itself: neither of its next review, nor within its remark."""
    left_out = {"next_review", "review", *_REMARKS}
    return [date.begins for entry in row if entry.field not in left_out for date in entry.dates]


def _remarks(row: Sequence[Entry]) -> str:
    return "; ".join(entry.value for entry in row if entry.field in _REMARKS)


def _is_approval(row: Sequence[Entry]) -> bool:
    remarks = _remarks(row)
    done = _APPROVES.search(remarks)
    return done is not None and not _NOT_YET.search(remarks[: done.start()])


def _told(row: Sequence[Entry]) -> Iterable[Entry]:
    """A row as its remark tells it: the date of an approval, of a review, or as it stands."""
    if _is_approval(row):
        return _approvals(row)
    if not _REVIEWS.search(_remarks(row)):
        return row
    return [replace(entry, field="reviewed") if entry.field in _ROW_DATES else entry for entry in row]


def _approvals(row: Sequence[Entry]) -> Iterator[Entry]:
    """The row with its date as that of an approval, and the body that its remark or its author names."""
    for entry in row:
        yield replace(entry, field="approved") if entry.field in _ROW_DATES else entry
        if body := _body(entry):
            yield Entry("approved", entry.label, body, entry.place, weak=True)


def _body(entry: Entry) -> str:
    if entry.field == "owner":
        return entry.value if is_body(entry.value) else ""
    named = _BY.search(entry.value) if entry.field in _REMARKS else None
    return named["body"].strip() if named and body_in(named["body"]) else ""
