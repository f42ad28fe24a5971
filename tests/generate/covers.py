"""The head of a made-up policy: its dates, approver and owner in the forms schools print them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_APPROVED = (
    "Approved by governors",
    "Date approved",
    "Date adopted",
    "Ratified by the governing body",
    "Approved by the governing body on",
    "Agreed by the full governing body on",
    "Adopted",
    "Document approval date",
)
_REVIEW = ("Review date", "Next review", "Next review date", "Date of next review", "Next review due", "To be reviewed")
_CYCLES = (
    ("Review cycle: Annual", "P1Y"),
    ("This policy is reviewed annually.", "P1Y"),
    ("Review cycle: every two years", "P2Y"),
    ("This policy is reviewed every three years.", "P3Y"),
)
_OWNERS = (
    "Mrs A Example",
    "Mr B Sample",
    "Deputy Headteacher",
    "Designated Safeguarding Lead",
    "School Business Manager",
)
_APPROVERS = ("Full Governing Body", "Finance and Premises Committee", "Trust Board", "Standards Committee")


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands before the text, and the truth about it."""

    lines: tuple[str, ...]
    """The printed lines."""
    fields: dict[str, str]
    """Front-matter fields with the value that was planted: ISO 8601 for dates; printed words for names."""


def cover(rng: Random, markdown: bool) -> Cover:
    """Make up a cover in one of several shapes; about one in ten states nothing."""
    if rng.random() < 0.1:
        return Cover((), {})
    year, month, day = rng.randint(2017, 2025), rng.randint(1, 12), rng.randint(1, 28)
    form = rng.randrange(8)
    approved, approved_iso = _date(form, year, month, day)
    review, review_iso = _date(form, year + rng.choice((1, 2, 3)), month, day)
    rows = [(rng.choice(_APPROVED), approved), (rng.choice(_REVIEW), review)]
    fields = {"approved": approved_iso, "review_date": review_iso}
    if rng.random() < 0.5:
        fields["owner"] = rng.choice(_OWNERS)
        rows.insert(0, ("Person responsible", fields["owner"]))
    if rng.random() < 0.4:
        fields["approved_by"] = rng.choice(_APPROVERS)
        rows.insert(0, ("Approved by", fields["approved_by"]))
    lines = _table(rows) if markdown and rng.random() < 0.5 else _labels(rng, rows)
    if rng.random() < 0.3:
        words, fields["review_cycle"] = rng.choice(_CYCLES)
        lines = [*lines, "", words]
    return Cover(tuple(lines), fields)


def _date(form: int, year: int, month: int, day: int) -> tuple[str, str]:
    """Give a date as printed in one of eight forms, and as ISO 8601 at the precision printed."""
    name, exact, to_month = _MONTHS[month - 1], f"{year}-{month:02d}-{day:02d}", f"{year}-{month:02d}"
    return (
        (f"{name} {year}", to_month),
        (f"{day}{_ordinal(day)} {name} {year}", exact),
        (f"{day} {name} {year}", exact),
        (f"{day:02d}/{month:02d}/{year}", exact),
        (f"{day:02d}.{month:02d}.{year % 100:02d}", exact),
        (f"{name[:3]} {year}", to_month),
        (f"{name[:4] if month == 9 else name[:3]} {year % 100:02d}", to_month),
        (f"{year}", f"{year}"),
    )[form]


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _labels(rng: Random, rows: list[tuple[str, str]]) -> list[str]:
    """Print labels and values as lines, as a table of two columns, or as a row of heads over a row of values."""
    shape = rng.randrange(4)
    if shape == 0:
        return ["\t".join(label for label, _ in rows), "\t".join(value for _, value in rows)]
    pattern = ("", "{}\t{}", "{}: {}", "{} ____{}____")[shape]
    return [pattern.format(label, value) for label, value in rows]


def _table(rows: list[tuple[str, str]]) -> list[str]:
    """Print labels and values as a Markdown table."""
    return ["| | |", "| --- | --- |", *(f"| {label} | {value} |" for label, value in rows)]
