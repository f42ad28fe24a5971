"""Tables, with cells that are merged, repeated or tables themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from lxml import etree

from clauseway.sources.counters import whole_number
from clauseway.sources.flow import Cell, Paragraph, Table
from clauseway.sources.odt.names import COVERED_CELL, SOFT_PAGE_BREAK, TABLE

_MOST_COLUMNS = 30
"""Columns that a span or a repetition may claim; few wider tables fit on a page, and a cell repeated is empty."""
_HEADS = f"{TABLE}table-header-rows"
_ROW = f"{TABLE}table-row"


class CellReader(Protocol):
    """What reads the cells."""

    page_begins: bool

    def cell(self, element: etree._Element, aside: str) -> tuple[Paragraph | Table, ...]:
        """Read what stands in a cell."""

    def covered(self, element: etree._Element) -> None:
        """Leave out what stands in a cell that another one covers."""


def read_table(element: etree._Element, reader: CellReader, aside: str) -> Table:
    """Read a `table:table`; rows that are repeated are given once."""
    rows: list[tuple[Cell, ...]] = []
    for child, header in _rows(element):
        if child.tag == SOFT_PAGE_BREAK:
            reader.page_begins = True
        else:
            rows.append(tuple(_cells(child, reader, aside, header=header)))
    return Table(tuple(rows), aside)


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Give the rows, and page ends between them, each with whether it stands among the head rows."""
    pending = [(child, False) for child in reversed(list(table.iterchildren("*")))]
    while pending:
        child, header = pending.pop()
        if child.tag in (_ROW, SOFT_PAGE_BREAK):
            yield child, header
        else:
            inner = reversed(list(child.iterchildren("*")))
            pending.extend((one, header or child.tag == _HEADS) for one in inner)


def _cells(row: etree._Element, reader: CellReader, aside: str, *, header: bool) -> Iterator[Cell]:
    """Give the cells; those that a wider one covers in its own row are part of it."""
    covered = 0
    padding = _MOST_COLUMNS
    for element in row.iterchildren(f"{TABLE}table-cell", COVERED_CELL):
        times = min(_bounded(element, "number-columns-repeated"), 1 + padding)
        padding -= times - 1
        if element.tag == COVERED_CELL:
            reader.covered(element)
            yield from [Cell((), header)] * (times - covered)
            covered = max(0, covered - times)
            continue
        columns = _bounded(element, "number-columns-spanned")
        covered = columns - 1
        yield Cell(reader.cell(element, aside), header, columns)
        yield from [Cell((), header)] * (times - 1)


def _bounded(element: etree._Element, name: str) -> int:
    return max(1, min(_MOST_COLUMNS, whole_number(element.get(f"{TABLE}{name}", ""), 1)))
