"""The figures in clauses: times, sums, shares, times of day, and how often a thing is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_UNIT = r"(?:school |working |calendar |clear )*(?:days?|weeks?|months?|years?|hours?|minutes?|%|am|pm)"
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_OF_SCHOOL = re.compile(r"\b(?:school|working|clear) day", re.IGNORECASE)
_LONGEST_IN_A_WEEK = 4
"""School days that may lie within one week, so that they are as many days of the calendar."""
_AS_LONG = 1.13
"""How much longer a time may be that counts as the same: 90 days and three months, or 20 school days and a month."""
_NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        ("a|an|one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
    for word in words.split("|")
} | {"fourteen": "14", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "sixty": "60", "ninety": "90"}
_NUMBER_WORD = re.compile(rf"\b(?P<word>{'|'.join(_NUMBERS)})(?=[\s-]{_UNIT}\b)", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?:at|by|before|after|until|till|from|than) (?P<hour>\d{1,2})[.:](?P<minute>\d\d)(?!\d)(?:\s?[ap]m)?", re.I
)
_OFTEN = {
    "every three years": r"(?:every|each) (?:three|3) years|(?:every|each) third year",
    "every two years": r"every other year|(?:every|each) (?:two|2|second) years?|biennial(?:ly)?|alternate years",
    "each year": r"annual(?:ly)?|yearly|(?:each|every|once a|once each) year",
    "twice a year": r"twice (?:a|each|every) year|every six months",
    "each term": r"termly|(?:each|every|once a) term|three times a year",
    "each half term": r"half[- ]termly|(?:each|every) half[- ]term",
    "each month": r"monthly|(?:each|every|once a) month",
    "each week": r"weekly|(?:each|every|once a) week",
    "each day": r"daily|(?:each|every|once a) (?:school )?day",
}
_HOW_OFTEN = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _OFTEN.items()}
_FIGURE = re.compile(
    rf"(?<![\w.,:])(?P<sum>£)?(?P<value>\d+(?:,\d{{3}})*(?:[.:]\d+)?)[\s-]?(?P<unit>{_UNIT})?(?!\w)", re.IGNORECASE
)
_TIME = "time"
Figures = dict[str, dict[float, str]]
"""The figures of each unit by their value, so that `10 am` is `10:00am`, and `£5` is `£5.00`; each as written."""


def figures_differ(mine: Figures, theirs: Figures) -> Iterator[str]:
    """In what figures of a kind that both have they differ, if they do."""
    for unit in sorted(mine.keys() & theirs.keys()):
        if not _as_many(mine[unit], theirs[unit], 1.0 if unit != _TIME else _AS_LONG):
            yield f"the figures differ: {_in_order(mine[unit])} and {_in_order(theirs[unit])}"
            return


def _as_many(mine: Iterable[float], theirs: Iterable[float], ratio: float) -> bool:
    """Whether each figure of either is one of the other, but for that ratio."""
    pairs = ((mine, theirs), (theirs, mine))
    return all(any(max(a, b) <= ratio * min(a, b) for b in others) for some, others in pairs for a in some)


def how_often(text: str) -> str:
    """How often something is done, where one frequency is named; the narrower ones hold others in their words."""
    found = [name for name, words in _HOW_OFTEN.items() if words.search(text)]
    return found[-1] if len(found) == 1 or found[-1:] == ["each half term"] else ""


def figures_of(text: str) -> Figures:
    """The figures of a text by their units."""
    found: Figures = {}
    for match in _FIGURE.finditer(_NUMBER_WORD.sub(lambda word: _NUMBERS[word["word"].lower()], text)):
        unit = match["sum"] or (match["unit"] or "").lower().rstrip("s")
        if unit:
            value = float(match["value"].replace(",", "").replace(":", "."))
            unit, value = _in_days(value, unit)
            found.setdefault(unit, {}).setdefault(value, match[0].strip())
    for match in _CLOCK.finditer(text):
        value = float(f"{match['hour']}.{match['minute']}")
        found.setdefault("o'clock", {}).setdefault(value, f"{match['hour']}.{match['minute']}")
    return found


def _in_days(value: float, unit: str) -> tuple[str, float]:
    """A time in days of the calendar, five school days being a week; anything else as it is."""
    days = _DAYS.get(unit.split()[-1])
    if days is None:
        return unit, value
    found = value * days
    return _TIME, found * 7 / 5 if _OF_SCHOOL.search(unit) and found > _LONGEST_IN_A_WEEK else found


def _in_order(figures: dict[float, str]) -> str:
    return ", ".join(figures[value] for value in sorted(figures))
