"""Reading order of a page: columns by the white space between them, with what runs over both of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeVar

_FEWEST = 4  # lines that begin at the same place to make a column
_FEWEST_BAND = 3  # lines on either side of a gutter
_NARROWEST = 0.2  # of the width: less than this is no column but numbers or labels
_MOST_UNEQUAL = 0.45  # width of the narrower column to that of the wider
_FULL = 0.5  # of a column's width that its usual line takes
_FEWEST_WORDS = 3  # in the usual line of a column
_SHARE_FULL, _SHARE_WORDY = 0.4, 0.5  # of a side's lines; headings, items and last lines are short
_MOST_ITEMS = 1_200  # pieces of lines on a page; more are a drawing or a dense table, and in no columns
_DEEPEST = 3  # columns are looked for within columns


class Placed(Protocol):
    """Something with a place on the page."""

    @property
    def x0(self) -> float:
        """Left edge."""

    @property
    def x1(self) -> float:
        """Right edge."""

    @property
    def base(self) -> float:
        """Base line."""

    @property
    def text(self) -> str:
        """Its words."""


Item = TypeVar("Item", bound=Placed)


def columns(items: Sequence[Item], depth: int = 0) -> list[tuple[list[Item], bool]]:
    """Items of a page, given from the top, as groups in reading order.

    Each group is (part of) a column, and tells whether others stand beside it.
    """
    gutter = _gutter(items) if depth < _DEEPEST else None
    if gutter is None:
        return [(list(items), depth > 0)] if items else []
    groups: list[tuple[list[Item], bool]] = []
    for band, parted in _bands(items, gutter):
        if not parted:
            groups.append((band, depth > 0))
            continue
        for side in ([item for item in band if item.x0 < gutter], [item for item in band if item.x0 >= gutter]):
            groups.extend(columns(side, depth + 1))
    return groups


def _gutter(items: Sequence[Item]) -> float | None:
    """Left edge of the column that parts most lines of a page from others, where there is one."""
    if not 2 * _FEWEST_BAND <= len(items) <= _MOST_ITEMS:
        return None
    left, right = min(item.x0 for item in items), max(item.x1 for item in items)
    starts = Counter(round(item.x0) for item in items)
    best, score = None, 0
    for start in sorted(starts):
        count = sum(starts[near] for near in range(start - 2, start + 3))
        if count < _FEWEST or not left + _NARROWEST * (right - left) < start < right - _NARROWEST * (right - left):
            continue
        edge = min(near for near in range(start - 2, start + 3) if starts[near]) - 0.6
        lines = sum(len(band) for band, parted in _bands(items, edge) if parted)
        if lines > score:
            best, score = edge, lines
    return best


def _bands(items: Sequence[Item], gutter: float) -> list[tuple[list[Item], bool]]:
    """Items from the top in bands, each with whether the gutter parts it into columns."""
    bands: list[list[Item]] = [[]]
    crossing = False
    for item in items:
        crosses = item.x0 < gutter and item.x1 > gutter - 2
        if crosses != crossing:
            bands.append([])
            crossing = crosses
        bands[-1].append(item)
    return [(band, _is_parted(band, gutter)) for band in bands if band]


def _is_parted(band: Sequence[Item], gutter: float) -> bool:
    left = [item for item in band if item.x0 < gutter]
    right = [item for item in band if item.x0 >= gutter]
    if min(_rows(left), _rows(right)) < _FEWEST_BAND:
        return False
    if not _overlap(left, right):
        return False
    widths = [_width(left), _width(right)]
    equal = min(widths) > _MOST_UNEQUAL * max(widths)
    return equal and _is_prose(left, min(widths)) and _is_prose(right, min(widths))


def _rows(items: Sequence[Item]) -> int:
    return len({round(item.base) for item in items})


def _width(items: Sequence[Item]) -> float:
    return max(item.x1 for item in items) - min(item.x0 for item in items)


def _overlap(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether two sides stand beside one another for some lines."""
    low, high = min(item.base for item in right), max(item.base for item in right)
    return sum(low - 3 <= item.base <= high + 3 for item in left) >= _FEWEST_BAND - 1


def _is_prose(items: Sequence[Item], width: float) -> bool:
    """Whether the lines of a side are text that fills a width, and not labels, numbers or cells."""
    full = sum(item.x1 - item.x0 >= _FULL * width for item in items)
    wordy = sum(len(item.text.split()) >= _FEWEST_WORDS for item in items)
    return full >= _SHARE_FULL * len(items) and wordy >= _SHARE_WORDY * len(items)
