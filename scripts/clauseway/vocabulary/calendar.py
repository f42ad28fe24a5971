"""What a date looks like in a school policy: one pattern compiled from the calendar's words.

The pattern knows shapes only. Whether 31/02/2020 is a day, and what `Term 4` means, is decided where
dates are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from clauseway.vocabulary import load


def _numbers(table: Mapping[int, Sequence[str]]) -> dict[str, int]:
    return {word: number for number, words in table.items() for word in words}


def _longest_first(words: Mapping[str, int]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


MONTHS: Mapping[str, int] = _numbers(load("calendar")["months"])
"""Month words in lower case, with the number of the month."""

TERMS: Mapping[str, int] = _numbers(load("calendar")["terms"])
"""Term words in lower case, with the number of the month in which the term ends."""

ALSO_WORDS: frozenset[str] = frozenset(load("calendar")["also_words"])
"""Month words that mean something else in lower case."""

_MONTH = rf"(?:{_longest_first(MONTHS)})\b\.?|(?:{_longest_first(MONTHS)})(?=\d)"
_YEAR = r"(?:19[89]\d|20[0-7]\d)"
_SESSION = rf"(?:{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)|\d\d\s?[/–-]\s?\d\d)"
_SHORT = rf"(?:{_YEAR}|['’]?\d\d)"
_END = r"(?![\w%]|[./:–-]\d)"
_START = r"(?<![\w.])(?<!\d[/–-])"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|af|ail|ydd|fed|eg)\b)?"

DATE_SHAPE = re.compile(
    rf"""
      {_START}(?P<iso>{_YEAR}-\d\d-\d\d){_END}
    | {_START}(?P<day>\d{{1,2}})\s?(?P<sep>[./–-])\s?(?P<month>\d{{1,2}})\s?(?P=sep)\s?(?P<year>{_YEAR}|\d\d){_END}
    | {_START}(?P<word_day>\d{{1,2}}){_ORDINAL}[\s-]*(?:(?:of|o)\s+)?(?P<day_month>{_MONTH})[\s,/-]*
      (?P<day_year>{_SHORT}){_END}
    | (?<!\w)(?P<us_month>{_MONTH})\s*(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<us_year>{_YEAR}){_END}
    | (?<!\w)(?P<month_word>{_MONTH})[\s,/–-]*(?:of\s+)?(?P<month_year>{_SHORT}){_END}
    | (?<!\w)(?P<term>{_longest_first(TERMS)})(?:\s+[12](?=[\s,]))?[\s,–-]*(?:of\s+)?
      (?P<term_year>{_SESSION}|{_SHORT}){_END}
    | (?<!\w)(?:term|tymor)\s+(?P<numbered>[1-6])[\s,–-]*(?:of\s+)?(?P<numbered_year>{_SESSION}|{_YEAR}){_END}
    | {_START}(?P<only_month>0?[1-9]|1[0-2])/(?P<only_year>{_YEAR}){_END}
    | {_START}(?P<session>{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)){_END}
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Anything written like a date, except a year alone. Word groups are case-insensitive."""

BARE_YEARS = re.compile(rf"[\s(]*{_YEAR}(?:(?:\s*[,;/&|]\s*|\s+and\s+|\s+){_YEAR})*[\s).]*")
"""A value that holds years and nothing else."""

YEAR = re.compile(rf"{_START}{_YEAR}{_END}")
"""A year alone, of the time in which policies are dated."""

TWO_DIGITS = re.compile(r"\d\d")
"""What every date holds: a string without it need not be searched."""


def without_dates(text: str, gap: str = "") -> str:
    """`text` with everything shaped like a date replaced by `gap`."""
    return DATE_SHAPE.sub(gap, text) if TWO_DIGITS.search(text) else text
