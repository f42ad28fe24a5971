"""A table of a page while it is being read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from clauseway.sources.flow import Cell, Paragraph, Table

_MOST_COLUMNS = 1000  # as in browsers
_SPAN = re.compile(r"\s*\+?(\d{1,6})")


@dataclass(slots=True)
class Grid:
    """The rows so far, and the cell that is open."""

    index: int
    aside: str
    rows: list[list[Cell]] = field(default_factory=list)
    cell: list[Paragraph | Table] | None = None
    _head: bool = False
    _spans: tuple[int, int] = (1, 1)
    _is_header: bool = False
    _below: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Rows that a merged cell still covers and its columns, by its first column."""
    _column: int = 0

    def enter(self, tag: str, stated: Mapping[str, str], own: bool) -> None:
        """Take note of an element; `own` tells whether this is the nearest table."""
        if not own:
            return
        if tag == "thead":
            self._head = True
        elif tag == "tr":
            self._row()
        elif tag in ("td", "th"):
            if not self.rows:
                self._row()
            self._cover()
            self.cell = []
            self._spans = _span(stated, "colspan", _MOST_COLUMNS), _span(stated, "rowspan", 1_000_000)
            self._is_header = self._head or tag == "th"

    def leave(self, tag: str, own: bool) -> None:
        """Take note of the end of an element."""
        if not own:
            return
        if tag == "thead":
            self._head = False
        elif tag in ("td", "th") and self.cell is not None:
            columns, rows = self._spans
            self.rows[-1].append(Cell(tuple(self.cell), self._is_header, columns))
            if rows > 1:
                self._below[self._column] = (rows, columns)
            self._column += columns
            self.cell = None
        elif tag == "tr":
            self._cover()

    def table(self) -> Table:
        """Give the table; rows without a cell are left out."""
        return Table(tuple(tuple(row) for row in self.rows if row), self.aside)

    def _row(self) -> None:
        self._below = {column: (rows - 1, wide) for column, (rows, wide) in self._below.items() if rows > 1}
        self._column = 0
        self.rows.append([])

    def _cover(self) -> None:
        """Set empty cells where one from above reaches down."""
        while self._column in self._below:
            wide = self._below[self._column][1]
            self.rows[-1].append(Cell((), columns=wide))
            self._column += wide


def _span(stated: Mapping[str, str], name: str, most: int) -> int:
    found = _SPAN.match(stated.get(name, ""))
    return min(max(int(found[1]), 1), most) if found else 1
