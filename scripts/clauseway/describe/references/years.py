"""The year or edition that is printed with the title of a law or of guidance."""

from __future__ import annotations

import re
from functools import cache

from clauseway.vocabulary import load

_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_AFTER_LAW = re.compile(rf"\s*,?\s*\(?({_YEAR})\b\)?")
_BEFORE = re.compile(
    rf"\b({_YEAR})\)?(?:\s+(?:edition|version|update|revision|issue|statutory guidance|guidance))?"
    rf"(?:\s+(?:of|to|on))?(?:\s+the)?[\s:,]*[\"'“‘]?\Z"
)
_BEFORE_LAW = re.compile(rf"\b({_YEAR})\s+\Z")
_SHORTLY = 6
_MARKS = r"[\s\"'“”‘’,:()\[\]–—/-]"
_REACH = 120  # characters around a title that are looked at
_LATER = 60


def year_of_law(text: str, start: int, end: int) -> tuple[int | None, int]:
    """The year behind the name of a law that stands from `start` to `end`, else right before it; the offset behind."""
    found = _AFTER_LAW.match(text, end)
    if found:
        return int(found[1]), _closed(text, end, found.end(1))
    before = _BEFORE_LAW.search(text[max(0, start - _SHORTLY) : start])
    return (int(before[1]) if before else None), end


def year_of_guidance(text: str, start: int, end: int) -> tuple[int | None, int]:
    """The latest year printed with a title that stands from `start` to `end`, and the offset behind it.

    Only the words of an edition may stand between: publishers, months, `updated`.
    """
    found = _after_title().match(text, end, min(end + _REACH, len(text)))
    if found is None:
        before = _BEFORE.search(text[max(0, start - _REACH) : start])
        return (int(before[1]), end) if before else (None, end)
    year, behind = int(found[1]), found.end(1)
    while later := _after_title().match(text, behind, min(behind + _LATER, len(text))):
        year, behind = max(year, int(later[1])), later.end(1)
    return year, _closed(text, end, behind)


def _closed(text: str, start: int, end: int) -> int:
    """The offset behind a bracket or quotation mark that stands right behind."""
    opened = text[start:end].count("(") > text[start:end].count(")")
    end += opened and text[end : end + 1] == ")"
    return end


@cache
def _after_title() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, load("references")["between_title_and_year"]), key=len, reverse=True))
    return re.compile(
        rf"(?:{_MARKS}|\.(?=\s?\()|\b(?:{words})\b|\b\d{{1,2}}(?:st|nd|rd|th)?\b(?!\.\d))*?(?<!\d)({_YEAR})(?!\d)",
        re.IGNORECASE,
    )
