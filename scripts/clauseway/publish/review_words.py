"""When a policy is due for review, in words that stay true on whatever day they are read.

What is written states the date alone. Whether it has passed is decided on the reading day by a script, which then puts
`data-past` in the place of the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from clauseway.dates import last_day
from clauseway.publish.plain_words import date_in_words
from clauseway.publish.records import PolicyEntry
from clauseway.publish.text import html


def time(date: str) -> str:
    """A date as HTML."""
    return f'<time datetime="{html(date)}">{html(date_in_words(date))}</time>'


def review_in_list(date: str, notice: str) -> str:
    """`next review March 2024` as HTML, which becomes `was due for review by March 2024`."""
    return _reading_day(date, f"next review {time(date)}", f"was due for review {_by(date)}", notice)


def review_in_panel(date: str, notice: str) -> str:
    """`March 2024` as HTML, which becomes `Was due by March 2024`."""
    return _reading_day(date, time(date), f"Was due {_by(date)}", notice)


def notice_after(date: str, notice: str) -> str:
    """`March 2024` as HTML, to which a school's own notice is added once it has passed."""
    return _reading_day(date, time(date), "", notice) if notice else time(date)


def _reading_day(date: str, now: str, past: str, notice: str) -> str:
    words = f"{date_in_words(date)}. {notice}" if notice else past
    return f'<span class="due" data-due="{last_day(date)}" data-past="{html(words)}">{now}</span>'


def _by(date: str) -> str:
    return f"by {date_in_words(date)}" if "-" in date else f"by the end of {date}"


def dues(entries: Iterable[PolicyEntry]) -> str:
    """The days on which reviews fall due, each with the number of policies: `2024-03-31:2 2026-12-31:1`."""
    days = Counter(last_day(entry.review_date) for entry in entries if entry.review_date)
    return " ".join(f"{day}:{number}" for day, number in sorted(days.items()))
