"""Dates in a string, at the precision stated.

Conventions, all for readers in the United Kingdom:

- Numbers stand in the order day, month, year: 3/4/2021 is 3 April 2021.
- `Sept 17` is September 2017 and never the 17th: policies are dated by month and year.
- A term is the month in which it ends (autumn 12, spring 03, summer 07), because the policy is in
  good time until then and overdue only afterwards. `Term 4` needs the number of terms in the school's
  year; without it only the year is certain.
- An academic year (`2016-17`) has no one calendar year. As the date of a next review it is the later
  year, or the review would be overdue eight months early; as the date of an approval it is the
  earlier one, in which that school year began. A found date carries both.
- A year alone is a date only where the value holds nothing else, so that laws and guidance named by
  their year (`Education Act 2011`) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clauseway.vocabulary import load
from clauseway.vocabulary.calendar import ALSO_WORDS, BARE_YEARS, DATE_SHAPE, MONTHS, TERMS, TWO_DIGITS, YEAR

_EARLIEST, _LATEST = 1980, 2079
_MEETING = re.compile(
    r"\b(?:dated|on|(?:fgb|lgb|body|board|governors|trustees|committee|council|meeting)\s+of)\s+$", re.IGNORECASE
)
# 2026-03 is a month; 2011-12 is rather a school year, as schools write it so.
_ISO_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date with the words that state it."""

    iso: str
    """`2022`, `2022-02` or `2022-02-28`: the last such period the words can mean."""
    begins: str
    """Like `iso`; another year only for an academic year, where it is the year in which that began."""
    words: str
    """The words as printed."""
    start: int
    """Offset of the first character in the string."""
    end: int
    """Offset behind the last character."""
    exact: bool = True
    """False where the words say more than could be read: `Term 4` of a year with an unknown number of terms."""


def find_dates(text: str, terms_per_year: int | None = None, *, prose: bool = False) -> tuple[FoundDate, ...]:
    """The dates of `text` in reading order; what is no possible day (31/02/2020) is left out.

    `terms_per_year` (3, 6 or None for unknown) resolves `Term 4 2024`. With `prose` the string is
    running text, in which two-digit years and years alone are too often something else.
    """
    if not TWO_DIGITS.search(text):
        return ()
    found = tuple(_found(text, terms_per_year, prose))
    if not found and not prose and BARE_YEARS.fullmatch(text):
        return tuple(FoundDate(m[0], m[0], m[0], m.start(), m.end()) for m in YEAR.finditer(text))
    return found


def is_later(one: str, other: str) -> bool:
    """Whether period `one` begins after period `other`, as far as both say: 2020 is not later than 2020-05."""
    size = min(len(one), len(other))
    return one[:size] > other[:size]


def _found(text: str, terms_per_year: int | None, prose: bool) -> Iterator[FoundDate]:
    for match in DATE_SHAPE.finditer(text):
        if _is_doubtful(match, text, prose):
            continue
        iso, begins, exact = _resolve(match, terms_per_year)
        if iso:
            yield FoundDate(iso, begins or iso, match[0], match.start(), match.end(), exact)


def _is_doubtful(match: re.Match[str], text: str, prose: bool) -> bool:
    """Whether the words, though shaped like a date, are more likely something else."""
    if match["sep"] == "." and len(match["year"]) == 2 and len(match["day"]) == 1:
        # 2.3.12 is a clause number unless it is all there is, or a meeting was held then.
        return match[0] != text.strip() and not _MEETING.search(text[max(0, match.start() - 40) : match.start()])
    year = match["month_year"]
    if year and len(year) < 4:
        word = match["month_word"].rstrip(".")
        return prose or (word in ALSO_WORDS and match[0] != text.strip())
    if match["session"]:
        return prose or (_session(match["session"]) is None and not _ISO_MONTH.fullmatch(match["session"]))
    return False


def _resolve(match: re.Match[str], terms: int | None) -> tuple[str, str, bool]:
    """ISO date, the beginning where it differs, and whether all was understood; empty where it is no date."""
    group = match.lastgroup or ""
    if group == "iso":
        year, month, day = match["iso"].split("-")
        return _day(year, int(month), day), "", True
    if group == "year":
        return _day(match["year"], int(match["month"]), match["day"]), "", True
    if group == "day_year":
        return _day(match["day_year"], _month(match["day_month"]), match["word_day"]), "", True
    if group == "us_year":
        return _day(match["us_year"], _month(match["us_month"]), match["us_day"]), "", True
    if group == "month_year":
        return _month_of(match["month_year"], _month(match["month_word"])), "", True
    return _resolve_period(match, group, terms)


def _resolve_period(match: re.Match[str], group: str, terms: int | None) -> tuple[str, str, bool]:
    if group == "only_year":
        return _month_of(match["only_year"], int(match["only_month"])), "", True
    if group == "term_year":
        return _term(match["term_year"], TERMS[_SPACES.sub(" ", match["term"].lower())]), "", True
    if group == "numbered_year":
        return _numbered_term(match["numbered_year"], int(match["numbered"]), terms)
    if session := _session(match["session"]):
        return session[1], session[0], True
    return match["session"], "", True


def _numbered_term(year: str, number: int, terms: int | None) -> tuple[str, str, bool]:
    month = load("calendar")["numbered_terms"].get(terms, {}).get(number)
    if month:
        return _term(year, month), "", True
    session = _session(year)
    if session is None:
        return _full_year(year), "", False
    # Whatever the number of terms, the first one lies before Christmas and the last ones after it.
    return (session[0] if number == 1 else session[1]), "", False


def _term(year: str, month: int) -> str:
    session = _session(year)
    if session is None:
        return _month_of(year, month)
    return f"{session[0] if month >= 9 else session[1]}-{month:02d}"


def _session(words: str) -> tuple[str, str] | None:
    """First and second calendar year of an academic year; None where the words are none."""
    parts = re.split(r"\s?[-–/]\s?", words)
    if len(parts) != 2:
        return None
    first, last = (_full_year(part) for part in parts)
    return (first, last) if first and last and int(last) == int(first) + 1 else None


def _full_year(words: str) -> str:
    """Four digits; a two-digit year is of this century up to 79. Empty outside the years policies can have."""
    digits = words.lstrip("'’")
    if not digits.isdigit():
        return ""
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if year < 80 else 1900
    return str(year) if _EARLIEST <= year <= _LATEST else ""


def _month(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


def _month_of(year: str, month: int) -> str:
    full = _full_year(year)
    return f"{full}-{month:02d}" if full else ""


def _day(year: str, month: int, day: str) -> str:
    full = _full_year(year)
    try:
        return date(int(full), month, int(day)).isoformat() if full else ""
    except ValueError:
        return ""
