"""Tables of policies by review date, and of schools with the number of theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from clauseway.dates import last_day
from clauseway.publish.plain_words import kind_in_words
from clauseway.publish.readers import Shelf
from clauseway.publish.records import PolicyEntry
from clauseway.publish.review_words import dues, notice_after, time
from clauseway.publish.text import html

_COLUMNS = ("Policy", "School", "Last approved or reviewed", "Next review", "Responsible")


class Row(msgspec.Struct, frozen=True):
    """A policy as the table shows it."""

    entry: PolicyEntry
    """The policy."""
    notice: str
    """What the school wants to be said once the review date has passed; empty where it says nothing."""
    page: str
    """Address of the policy as seen from the page."""
    home: str
    """Address of the page with the school's own review dates; empty on that page itself."""


def in_order(rows: Sequence[Row]) -> list[Row]:
    """By review date, then by school and policy; those of which none is stated last."""
    return sorted(
        rows, key=lambda row: (last_day(row.entry.review_date) if row.entry.review_date else _NEVER, row.page)
    )


_NEVER = last_day("9999")


def review_table(rows: Sequence[Row], caption: str) -> Iterator[str]:
    """Lines of HTML: `rows` in the order of their review dates, those that state none apart."""
    ordered = in_order(rows)
    stated = [row for row in ordered if row.entry.review_date]
    silent = [row for row in ordered if not row.entry.review_date]
    columns = [name for name in _COLUMNS if name != "School" or any(row.home for row in rows)]
    yield f'<table class="reviews"><caption>{html(caption)}</caption>'
    yield table_head(columns)
    if stated:
        yield from _group("In the order of the next review", stated, len(columns), "stated")
    if silent:
        yield from _group("Next review not stated", silent, len(columns), "unstated")
    yield "</table>"


def table_head(columns: Sequence[str]) -> str:
    """The row of a table that names its columns, as HTML."""
    cells = "".join(f'<th scope="col">{html(name)}</th>' for name in columns)
    return f"<thead><tr>{cells}</tr></thead>"


def _cells(cells: Sequence[tuple[str, str]]) -> str:
    """Cells of HTML, each with the name of its column, which stands before it on a phone."""
    return "".join(f'<td data-label="{label}">{value}</td>' for label, value in cells)


def _group(title: str, rows: Sequence[Row], columns: int, name: str) -> Iterator[str]:
    yield f'<tbody data-group="{name}"><tr class="group"><th scope="rowgroup" colspan="{columns}">{title}</th></tr>'
    yield from map(_row, rows)
    yield "</tbody>"


def _row(row: Row) -> str:
    entry = row.entry
    due = f' data-due="{last_day(entry.review_date)}"' if entry.review_date else ""
    kind = html(kind_in_words(entry.kind))
    cells = [
        *([("School", f'<a href="{row.home}">{html(entry.school_name)}</a>')] if row.home else []),
        (f"Last {last_event(entry)[1] or 'approved'}", _last(entry)),
        ("Next review", notice_after(entry.review_date, row.notice) if entry.review_date else ""),
        ("Responsible", _responsible(entry)),
    ]
    return (
        f'<tr data-school="{entry.school}" data-kind="{entry.kind}"{due}>'
        f'<th scope="row"><a href="{row.page}">{html(entry.title)}</a> <small>{kind}</small></th>'
        f"{_cells([(label, value or _NOTHING) for label, value in cells])}</tr>"
    )


_NOTHING = '<span class="none">Not stated</span>'


def last_event(entry: PolicyEntry) -> tuple[str, str]:
    """The date of the last approval or review, whichever is later, and which it was; empty where neither is stated."""
    known = [(date, word) for date, word in ((entry.approved, "approved"), (entry.reviewed, "reviewed")) if date]
    return max(known, key=lambda one: last_day(one[0])) if known else ("", "")


def _last(entry: PolicyEntry) -> str:
    date, word = last_event(entry)
    return f"{time(date)} <small>{word}</small>" if date else ""


def _responsible(entry: PolicyEntry) -> str:
    """The owner, and who approved it."""
    approver = f"<small>Approved by {html(entry.approved_by)}</small>" if entry.approved_by else ""
    return " ".join(part for part in (html(entry.owner), approver) if part)


def school_table(shelves: Sequence[Shelf]) -> Iterator[str]:
    """Lines of HTML: each school with the number of its policies, and the page of their review dates."""
    yield '<table class="reviews schools"><caption class="unseen">Review dates by school</caption>'
    yield f"{table_head(('School', 'Policies', 'Not stated', 'First review'))}<tbody>"
    yield from (_school(shelf) for shelf in shelves if shelf.entries)
    yield "</tbody></table>"


def _school(shelf: Shelf) -> str:
    dates = [entry.review_date for entry in shelf.entries if entry.review_date]
    cells = [
        ("Policies", f"{len(shelf.entries):,}"),
        ("Not stated", f"{len(shelf.entries) - len(dates):,}"),
        ("First review", time(min(dates, key=last_day)) if dates else _NOTHING),
    ]
    link = f'<a href="../schools/{shelf.school.slug}/reviews/">{html(shelf.school.name)}</a>'
    return f'<tr data-dues="{dues(shelf.entries)}"><th scope="row">{link}</th>{_cells(cells)}</tr>'
