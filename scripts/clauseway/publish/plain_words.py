"""Dates, periods and kinds in the words a reader uses."""

from __future__ import annotations

import re

from clauseway.model import Kind

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PERIOD = re.compile(r"P(\d+)([YMW])")
_UNITS = {"Y": "year", "M": "month", "W": "week"}


def date_in_words(date: str) -> str:
    """`2022` as `2022`, `2022-02` as `February 2022`, `2023-03-29` as `29 March 2023`."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = f"{_MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {month}" if rest[1:] else month


def cycle_in_words(period: str) -> str:
    """`P1Y` as `every year`, `P6M` as `every 6 months`; any other ISO 8601 duration as it stands."""
    match = _PERIOD.fullmatch(period)
    if not match:
        return period
    number, unit = int(match[1]), _UNITS[match[2]]
    return f"every {unit}" if number == 1 else f"every {number} {unit}s"


def kind_in_words(kind: Kind) -> str:
    """`social-media` as `Social media`."""
    return "SEND" if kind is Kind.SEND else kind.value.replace("-", " ").capitalize()


def listed(words: tuple[str, ...]) -> str:
    """`staff, parents and pupils`."""
    *most, last = words or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def counted(number: int, word: str) -> str:
    """`1 clause`, `12 clauses`, `1 policy`, `2 policies`, `1,200 words`."""
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{number:,} {word if number == 1 else plural}"
