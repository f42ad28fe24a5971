"""A picture of when reviews fall due: a column for each month, quarter or year, a square for each policy if they fit.

Places are given in percent and sizes in pixels, so letters keep their size however narrow the page is. Nothing in it
depends on the day; a script marks today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from clauseway.dates import last_day
from clauseway.publish.plain_words import counted, date_in_words
from clauseway.publish.review_table import table_head
from clauseway.publish.text import html

MOST_COLUMNS = 30
"""Columns that fit beside each other on a phone."""

_WIDTHS = (1, 3, 12)  # months of a column
_SQUARES = 8  # policies of a column that are drawn one by one
_TOP, _FLOOR, _HEIGHT = 16, 120, 152
_QUARTERS = ("January to March", "April to June", "July to September", "October to December")
_FEW = 12  # columns of which each has room for a year
_WIDEST = 6  # percent of the picture that a column takes at most
_NAMED = 12  # periods that the text alternative names


_Review = tuple[str, str]
"""The date of a next review, ISO 8601 at the precision stated, and the name of the policy."""


class _Scale(msgspec.Struct, frozen=True):
    """Which stretch of time the columns cover."""

    first: int
    """Number of the first column, counted in columns since the year 0."""
    columns: int
    """How many there are."""
    months: int
    """Months of each."""
    clipped: tuple[bool, bool]
    """Whether the first holds all that is earlier, the last all that is later."""

    def column(self, due: date) -> int:
        """The column in which a day stands, counted from 0."""
        number = (due.year * 12 + due.month - 1) // self.months - self.first
        return min(max(number, 0), self.columns - 1)

    def start(self, column: int) -> tuple[int, int]:
        """Year and month (1 to 12) with which a column starts."""
        year, month = divmod((self.first + column) * self.months, 12)
        return year, month + 1

    def name(self, column: int) -> str:
        """`March 2026`, `January to March 2026`, `2026`."""
        year, month = self.start(column)
        name = {1: date_in_words(f"{year}-{month:02}"), 3: f"{_QUARTERS[(month - 1) // 3]} {year}", 12: str(year)}[
            self.months
        ]
        if self.clipped[0] and column == 0:
            return f"{name} and before"
        return f"{name} and after" if self.clipped[1] and column == self.columns - 1 else name


def timeline(reviews: Sequence[_Review]) -> Iterator[str]:
    """Lines of HTML; nothing where no date is given.

    `reviews` are the dates of the next reviews, ISO 8601 at the precision stated, each with the name of its policy.
    """
    if not reviews:
        return
    scale = _scale([last_day(due) for due, _ in reviews])
    stacks: dict[int, list[_Review]] = {}
    for due, name in sorted(reviews, key=lambda review: (last_day(review[0]), review[1])):
        stacks.setdefault(scale.column(last_day(due)), []).append((due, name))
    counts = {column: len(some) for column, some in stacks.items()}
    yield '<figure class="timeline">'
    yield from _svg(scale, stacks, max(counts.values()))
    yield f"<figcaption>{_caption(scale, max(counts.values()))}</figcaption>"
    yield from _table(scale, counts)
    yield "</figure>"


def _scale(days: Sequence[date]) -> _Scale:
    """The narrowest columns of which there are not too many; of very distant days, the ends hold the rest."""
    months = sorted(day.year * 12 + day.month - 1 for day in days)
    width = next((width for width in _WIDTHS if _span(months, width) <= MOST_COLUMNS), _WIDTHS[-1])
    first, last = months[0] // width, months[-1] // width
    if last - first < MOST_COLUMNS:
        return _Scale(first, last - first + 1, width, (False, False))
    middle = months[len(months) // 2] // width
    start = min(max(middle - MOST_COLUMNS // 2, first), last - MOST_COLUMNS + 1)
    return _Scale(start, MOST_COLUMNS, width, (start > first, start + MOST_COLUMNS - 1 < last))


def _span(months: Sequence[int], width: int) -> int:
    return months[-1] // width - months[0] // width + 1


def _svg(scale: _Scale, stacks: dict[int, list[_Review]], most: int) -> Iterator[str]:
    year, month = scale.start(0)
    end_year, end_month = scale.start(scale.columns)
    yield (
        f'<svg role="img" aria-labelledby="timeline-title timeline-text" width="100%" height="{_HEIGHT}" '
        f'data-from="{year}-{month:02}-01" data-to="{end_year}-{end_month:02}-01">'
    )
    yield '<title id="timeline-title">When reviews fall due</title>'
    yield f'<desc id="timeline-text">{html(_in_words(scale, {one: len(some) for one, some in stacks.items()}))}</desc>'
    yield from _years(scale)
    yield f'<line class="axis" x1="0" x2="100%" y1="{_FLOOR}" y2="{_FLOOR}"/>'
    for column, some in sorted(stacks.items()):
        yield from _column(scale, column, some, most)
    yield "</svg>"


def _years(scale: _Scale) -> Iterator[str]:
    """A line and a number where a year starts; every fifth where the columns are years."""
    for column in range(scale.columns):
        year, month = scale.start(column)
        starts = year % 5 == 0 or scale.columns <= _FEW if scale.months == 12 else month == 1
        if starts or (column == 0 and scale.columns <= _FEW):
            x = _percent(column, scale)
            yield f'<line class="year" x1="{x}" x2="{x}" y1="{_TOP}" y2="{_HEIGHT}"/>'
            yield f'<text class="year" x="{x}" dx="4" y="{_HEIGHT - 6}">{year}</text>'


def _column(scale: _Scale, column: int, some: Sequence[_Review], most: int) -> Iterator[str]:
    """A square for each policy, or one bar for many, with their number above it."""
    room = 100 / scale.columns
    x, width = (column + 0.12) * room, min(room * 0.76, _WIDEST)
    step = (_FLOOR - _TOP) / max(most, _SQUARES)
    height = max(len(some) * step, 3)
    yield "<g>"
    if most <= _SQUARES:
        for place, (due, name) in enumerate(some, 1):
            title = f"{name}: {date_in_words(due)}"
            yield _box((x, width), (_FLOOR - place * step, step - 2), last_day(due), title)
    else:
        title = f"{scale.name(column)}: {counted(len(some), 'policy')}"
        yield _box((x, width), (_FLOOR - height, height), max(last_day(due) for due, _ in some), title)
    yield f'<text class="count" x="{x + width / 2:.2f}%" y="{_FLOOR - height - 4:.1f}">{len(some)}</text></g>'


def _box(across: tuple[float, float], down: tuple[float, float], due: date, title: str) -> str:
    """A box with its place and size each way, and the day on which the last of its reviews falls due."""
    place = f'x="{across[0]:.2f}%" width="{across[1]:.2f}%" y="{down[0]:.1f}" height="{down[1]:.1f}"'
    return f'<rect {place} rx="2" data-due="{due}"><title>{html(title)}</title></rect>'


def _percent(column: int, scale: _Scale) -> str:
    return f"{column * 100 / scale.columns:.2f}%"


def _in_words(scale: _Scale, counts: dict[int, int]) -> str:
    """The picture as a sentence: every period, or the first, the last and the fullest of many."""
    total = counted(sum(counts.values()), "policy")
    if len(counts) <= _NAMED:
        return f"{total}: {', '.join(f'{scale.name(column)}: {number}' for column, number in sorted(counts.items()))}."
    fullest = Counter(counts).most_common(1)[0]
    return (
        f"{total} from {scale.name(min(counts))} to {scale.name(max(counts))}, "
        f"most of them in {scale.name(fullest[0])} ({fullest[1]:,})."
    )


def _caption(scale: _Scale, most: int) -> str:
    unit = {1: "month", 3: "quarter", 12: "year"}[scale.months]
    what = "Each square is a policy" if most <= _SQUARES else "Each column counts policies"
    return f"{what}, in the {unit} in which the next review is due; a date without a month stands at its year’s end."


def _table(scale: _Scale, counts: dict[int, int]) -> Iterator[str]:
    yield '<details class="as-table"><summary>The picture as a table</summary>'
    yield f"<table>{table_head(('Next review', 'Policies'))}<tbody>"
    yield from (
        f"<tr><td>{scale.name(column)}</td><td>{number:,}</td></tr>" for column, number in sorted(counts.items())
    )
    yield "</tbody></table></details>"
