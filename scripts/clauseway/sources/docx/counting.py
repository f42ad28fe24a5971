"""Counts lists as Word does, and gives each paragraph its number or bullet as printed."""

from __future__ import annotations

import re

import msgspec

from clauseway.sources.docx.number_formats import write_number
from clauseway.sources.docx.numbering import LEVELS, Level, List, Numbering
from clauseway.sources.symbols import bullet

_LEGAL = frozenset({"decimal", "decimalZero", "none", "bullet"})
"""Ways of writing numbers that legal numbering leaves alone: Word prints `Section 1.01`."""
_PLACE = re.compile(r"%([1-9])")


class Mark(msgspec.Struct, frozen=True, gc=False):
    """What stands before a paragraph of a list."""

    text: str
    """The number or bullet as printed; empty where the list shows none, or it could not be worked out."""
    numbered: bool
    """Whether it is a number."""
    count: str
    """Which list it counts in."""
    starts: bool
    """Whether the count starts here."""
    resolved: bool = True
    """Whether it is known what Word prints."""


UNKNOWN = Mark("", False, "", False, resolved=False)
"""The mark of a list that is not defined, or is defined in a way that is not known."""


class Counts:
    """The counts of all lists in one run of text (the body, the notes, a page head)."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[int, int]] = set()

    def next(self, num: int, at: int) -> Mark:
        """Count one paragraph at level `at` (from 0) of the list `num`, and give what Word prints before it."""
        found = self._numbering.find(num)
        if found is None or at not in found.levels:
            return UNKNOWN
        counts = self._counts.setdefault(found.count, [None] * LEVELS)
        self._restart(num, found, at, counts)
        starts = counts[at] is None
        _advance(counts, found, at)
        return _mark(counts, found, at, starts)

    def _restart(self, num: int, found: List, at: int, counts: list[int | None]) -> None:
        """Start a level afresh that a list overrides, when the list first uses it."""
        if at in found.starts and (num, at) not in self._restarted:
            self._restarted.add((num, at))
            counts[at] = None


def _start(found: List, at: int) -> int:
    level = found.levels.get(at)
    return found.starts.get(at, 1 if level is None else level.start)


def _advance(counts: list[int | None], found: List, at: int) -> None:
    """Count on at one level: levels above that were passed over count too, levels below start again."""
    for above in range(at):
        if counts[above] is None:
            counts[above] = _start(found, above)
    now = counts[at]
    counts[at] = _start(found, at) if now is None else now + 1
    for below in range(at + 1, LEVELS):
        if _starts_again(found.levels.get(below), below, at):
            counts[below] = None


def _starts_again(level: Level | None, below: int, at: int) -> bool:
    """Tell whether a level starts again after a paragraph at the level `at` above it."""
    if level is None or level.restart is None or level.restart > below:
        return True
    return at < level.restart


def _mark(counts: list[int | None], found: List, at: int, starts: bool) -> Mark:
    level = found.levels[at]
    if level.style == "bullet":
        return Mark(bullet(level.text, level.font), False, found.count, starts)
    places = [int(place) - 1 for place in _PLACE.findall(level.text)]
    written = {place: _written(counts, found, place, level.legal) for place in places}
    if any(text is None or place > at for place, text in written.items()):
        return UNKNOWN
    text = _PLACE.sub(lambda match: written[int(match[1]) - 1] or "", level.text)
    return Mark(" ".join(text.split()), any(written.values()), found.count, starts)


def _written(counts: list[int | None], found: List, at: int, legal: bool) -> str | None:
    """The number of one level as it stands in a mark, None where it cannot be told."""
    level, count = found.levels.get(at), counts[at]
    if level is None or count is None:
        return None
    style = "decimal" if legal and level.style not in _LEGAL else level.style
    return write_number(count, style, level.pattern)
