"""What a table is for: rows of data, or text that is only arranged in columns.

Office programs and web pages use tables for page frames, for numbers beside their paragraphs, for
labels beside lists, for columns of text. Only rows that say one thing each stay rows.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from clauseway.model import Place
from clauseway.sources.flow import Cell, Paragraph, Run, Table
from clauseway.sources.line_groups import split_bullet
from clauseway.words import has_words

_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\(?(?:[a-z]|[ivx]{1,5})\))\s")
_MARK_ONLY = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5}|[A-Z]\d{1,2}(?:\.\d{1,2})*)[.):]?")
_LONG = 8  # words from which a paragraph says something by itself
_MUCH = 60  # words from which a cell with a list says too much for one row
_PAGE_PARAGRAPHS, _PAGE_WORDS = 8, 150  # from which a cell is a text and not part of a row
_LABEL = 8  # words that a label has at most


class Row(msgspec.Struct, frozen=True):
    """A row of a data table."""

    cells: tuple[tuple[Paragraph, ...], ...]
    """The paragraphs of each cell, tables within it included."""
    place: Place
    """Where its first word stands."""
    aside: str = ""
    """Why it is furniture, else empty."""
    header: bool = False
    """Whether the format says that all its cells name columns."""


_Grid = list[tuple[tuple[Paragraph, ...], ...]]


def read_table(table: Table) -> Iterator[Row | Paragraph]:
    """Give what a table holds in reading order: rows where it is data, else paragraphs."""
    rows = [(tuple(_paragraphs(cell) for cell in row), _is_header(row)) for row in table.rows]
    grid = [row for row, _ in rows if any(row)]
    if table.aside or not grid:
        return _as_text(grid, table.aside)
    if all(sum(map(bool, row)) <= 1 for row in grid) and not _is_form(grid):
        return _as_text(grid)
    if any(_is_page(cell) for row in grid for cell in row):
        return _as_text(grid)
    if _numbers_first(grid):
        return _numbered(grid)
    if _is_labelled(grid):
        return _labelled(grid)
    if _is_columns(grid):
        return _columns(grid)
    return (_row(row, header=header) for row, header in rows if any(row))


def _is_header(row: Sequence[Cell]) -> bool:
    """Whether the format says of every cell that it heads something: a row of names."""
    return bool(row) and all(cell.header or not cell.content for cell in row) and any(cell.header for cell in row)


def _is_form(grid: _Grid) -> bool:
    """Whether rows of short labels stand before cells that are left blank."""
    return all(len(row) > 1 and row[0] and len(_words(row[0])) <= _LABEL for row in grid)


def _paragraphs(cell: Cell) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a cell that hold or print something; tables in it one cell after another."""
    found: list[Paragraph] = []
    pending: list[Paragraph | Table] = list(reversed(cell.content))
    while pending:
        part = pending.pop()
        if isinstance(part, Table):
            inner = (content for row in part.rows for inner_cell in row for content in inner_cell.content)
            pending.extend(reversed(tuple(inner)))
        elif _has_words(part) or part.numbered:
            found.append(part)
    return tuple(found)


def _has_words(paragraph: Paragraph) -> bool:
    return any(has_words(run.text) for run in paragraph.runs)


def _text(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs).strip()


def _row(row: Sequence[tuple[Paragraph, ...]], aside: str = "", *, header: bool = False) -> Row:
    return Row(tuple(row), next(cell[0].place for cell in row if cell), aside, header)


def _as_text(grid: _Grid, aside: str = "") -> Iterator[Paragraph]:
    for paragraph in (paragraph for row in grid for cell in row for paragraph in cell):
        yield msgspec.structs.replace(paragraph, aside=aside) if aside else paragraph


# Numbers beside their paragraphs


def _numbers_first(grid: _Grid) -> bool:
    """Whether the first column holds nothing but numbers or list marks, and at least half its rows have one."""
    marked = sum(bool(row[0]) and _is_mark(row[0]) for row in grid)
    others = sum(bool(row[0]) and any(row[1:]) and not _is_mark(row[0]) for row in grid)
    widest = max(sum(map(bool, row[1:])) for row in grid)
    says = sum(len(_words(cell)) >= _LONG for row in grid for cell in row[1:2])
    return marked * 2 >= len(grid) and others * 4 <= len(grid) and widest == 1 and says * 2 >= marked


def _is_mark(cell: Sequence[Paragraph]) -> bool:
    """Whether a cell holds one number or bullet and nothing else."""
    if len(cell) != 1:
        return False
    text = _text(cell[0])
    return (cell[0].numbered and not text) or bool(_MARK_ONLY.fullmatch(text)) or bool(split_bullet(f"{text} x")[0])


def _words(cell: Sequence[Paragraph]) -> list[str]:
    return [word for paragraph in cell for word in _text(paragraph).split()]


def _numbered(grid: _Grid) -> Iterator[Paragraph]:
    """Give each number to the paragraph beside it; a row without a number is text."""
    for row in grid:
        rest = [paragraph for cell in row[1:] for paragraph in cell]
        if row[0] and _is_mark(row[0]) and rest:
            yield _joined(row[0][0], rest[0])
            yield from rest[1:]
        else:
            yield from (paragraph for cell in row for paragraph in cell)


def _joined(mark: Paragraph, text: Paragraph) -> Paragraph:
    if mark.numbered and not text.marker:
        return msgspec.structs.replace(text, marker=mark.marker, numbered=True, listed=True, depth=mark.depth)
    printed = f"{mark.marker} {_text(mark)}".strip() if mark.numbered else _text(mark)
    return msgspec.structs.replace(text, runs=(Run(f"{printed} ", bold=_is_bold(text)), *text.runs))


def _is_bold(paragraph: Paragraph) -> bool:
    return all(run.bold for run in paragraph.runs if has_words(run.text))


# Labels beside lists, and columns of text


def _is_labelled(grid: _Grid) -> bool:
    """Whether each row is a short label and, beside it, a list or several paragraphs."""
    rows = [row for row in _body(grid) if row[0]]
    if max(sum(map(bool, row)) for row in grid) > 2 or not rows:
        return False
    rich = sum(len(row) > 1 and _is_rich(row[1]) for row in rows)
    return rich * 2 > len(rows) and all(len(_words(row[0])) <= _LABEL and not _is_rich(row[0]) for row in rows)


def _is_rich(cell: Sequence[Paragraph]) -> bool:
    """Whether a cell says several things, each for itself: with numbers or headings of its own, or at length."""
    if any(paragraph.level or paragraph.numbered or _is_numbered(paragraph) for paragraph in cell) and len(cell) > 1:
        return True
    items = sum(paragraph.listed or _is_typed_item(paragraph) for paragraph in cell)
    if items >= 2 and any(_text(paragraph).endswith(":") for paragraph in cell):
        return True
    long = sum(len(_text(paragraph).split()) >= _LONG for paragraph in cell)
    return (items >= 2 or long >= 2) and len(_words(cell)) >= _MUCH


def _is_page(cell: Sequence[Paragraph]) -> bool:
    """Whether a cell holds a whole text: the table is the frame of a page."""
    return len(cell) >= _PAGE_PARAGRAPHS and len(_words(cell)) >= _PAGE_WORDS


def _is_typed_item(paragraph: Paragraph) -> bool:
    return bool(split_bullet(_text(paragraph))[0])


def _is_numbered(paragraph: Paragraph) -> bool:
    return bool(_MARK.match(_text(paragraph)))


def _body(grid: _Grid) -> _Grid:
    return grid[1:] if _has_head(grid) else grid


def _has_head(grid: _Grid) -> bool:
    """Whether the first row names columns: one short line in each, and something below that says more."""
    if len(grid) < 2 or not all(len(cell) == 1 and len(_words(cell)) <= _LABEL for cell in grid[0]):
        return False
    return _length(grid[0]) < _length(grid[1]) or any(_is_rich(cell) for cell in grid[1])


def _length(row: Sequence[Sequence[Paragraph]]) -> int:
    return sum(len(_words(cell)) for cell in row)


def _labelled(grid: _Grid) -> Iterator[Row | Paragraph]:
    """Set each label over its text; the row that names the columns rules nothing."""
    if _has_head(grid):
        yield _row(grid[0], "table header")
    for row in _body(grid):
        for index, cell in enumerate(row):
            yield from (_as_label(paragraph) if index == 0 else paragraph for paragraph in cell)


def _as_label(paragraph: Paragraph) -> Paragraph:
    """Make a label look like the heading it is."""
    return msgspec.structs.replace(
        paragraph, runs=tuple(msgspec.structs.replace(run, bold=True) for run in paragraph.runs)
    )


def _is_columns(grid: _Grid) -> bool:
    """Whether a few rows of several cells each hold running text or lists."""
    body = _body(grid)
    cells = [cell for row in body for cell in row if cell]
    rich = sum(_is_rich(cell) for cell in cells)
    return len(body) <= 2 and rich * 2 > len(cells)


def _columns(grid: _Grid) -> Iterator[Paragraph]:
    """Read column by column, each below its name."""
    for column in itertools.zip_longest(*grid, fillvalue=()):
        for index, cell in enumerate(column):
            names = index == 0 and _has_head(grid)
            yield from (_as_label(paragraph) if names else paragraph for paragraph in cell)
