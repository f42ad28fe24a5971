"""Sheets to lines and tables in reading order, over the whole document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clauseway.sources.pdf.aligned import split_tables
from clauseway.sources.pdf.columns import columns
from clauseway.sources.pdf.furniture import find_furniture
from clauseway.sources.pdf.grids import Grid, Slot, find_grids
from clauseway.sources.pdf.lines import Line, make_lines
from clauseway.sources.pdf.parts import Segment, Sheet

_FULL_LINES = 0.985  # share of lines that end before the right edge of their column
_SAME_SIZE = 0.6  # points
_BOXES, _CELLS, _TURNED = 500, 1000, 2000  # columns of a page are counted from 0, those of these from here
_PADDING = 5.4  # points between the edge of a cell and its text, where the text does not show it


@dataclass(slots=True)
class CellLines:
    """A cell of a table with its lines."""

    slot: Slot
    lines: list[Line]


@dataclass(slots=True)
class GridLines:
    """A ruled table with the lines in its cells."""

    grid: Grid
    page: int
    cells: list[CellLines]


Item = Line | GridLines


def lay_out(sheets: Sequence[Sheet]) -> list[Item]:
    """Lines and tables of a document in reading order, heads and feet of pages in their places, notes at the end."""
    items: list[Item] = []
    notes: list[Item] = []
    edges: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for sheet, furniture in zip(sheets, find_furniture(sheets), strict=True):
        items.extend(_aside_lines(sheet, furniture, "page header", 0))
        kept = [segment for segment in sheet.segments if segment not in furniture]
        for item, parted in _body(sheet, kept):
            if isinstance(item, Line) and _is_note(item, sheet):
                notes.append(item)
            else:
                items.append(item)
            if isinstance(item, Line) and not item.own_edge:
                edges[round(sheet.width), round(item.left / 10) if parted else -1].append(item)
        items.extend(_turned(sheet))
        items.extend(_aside_lines(sheet, furniture, "page foot", 1))
    for lines in edges.values():
        ends = sorted(line.x1 for line in lines)
        right = ends[int(_FULL_LINES * (len(ends) - 1))]
        left = sorted(line.left for line in lines)[len(lines) // 20]
        for line in lines:
            line.right, line.left = right, left
    return [*items, *notes]


def _is_note(line: Line, sheet: Sheet) -> bool:
    """Whether a line belongs to the notes at the foot of its page."""
    return line.base <= sheet.notes_at + 1 and line.font.size <= sheet.notes_size + _SAME_SIZE


def _aside_lines(sheet: Sheet, furniture: dict[Segment, str], why: str, column: int) -> Iterator[Line]:
    segments = [segment for segment, reason in furniture.items() if reason == why]
    for line in make_lines(segments, sheet.number, -1 - column, 0, sheet.width):
        line.aside = why
        yield line


def _body(sheet: Sheet, segments: Sequence[Segment]) -> Iterator[tuple[Item, bool]]:
    """Lines and tables of a page's text in reading order, each with whether columns stand beside it."""
    grids, boxes, rest = find_grids(sheet.rules, segments)
    placed: list[Segment | Grid] = sorted([*rest, *grids], key=lambda item: (-item.base, item.x0))
    column = 0
    for group, parted in columns(placed):
        left, right = min(item.x0 for item in group), max(item.x1 for item in group)
        for part in _parts(group):
            if isinstance(part, Grid):
                yield _grid_lines(part, sheet.number), parted
            else:
                lines = make_lines(part, sheet.number, column, left, right)
                for box in boxes:
                    _narrow_beside(lines, box)
                yield from ((line, parted) for line in lines)
            column += 1
    for index, box in enumerate(boxes):
        inside = [segment for slot in box.slots for segment in slot.segments]
        lines = make_lines(inside, sheet.number, _BOXES + index, box.x0 + _PADDING, box.x1 - 2 * _PADDING)
        for line in lines:
            line.own_edge = True
            yield line, True


def _narrow_beside(lines: Sequence[Line], box: Grid) -> None:
    """Let lines end where a box to their right makes them end."""
    beside = [line for line in lines if box.area.y0 - line.font.size < line.base < box.area.y1 and line.x1 <= box.x0]
    for line in beside:
        line.right, line.own_edge = max(other.x1 for other in beside), True


def _parts(group: Sequence[Segment | Grid]) -> Iterator[list[Segment] | Grid]:
    """A column's text and tables in order."""
    waiting: list[Segment] = []
    for item in group:
        if isinstance(item, Segment):
            waiting.append(item)
            continue
        yield from split_tables(waiting)
        waiting = []
        yield item
    yield from split_tables(waiting)


def _grid_lines(grid: Grid, page: int) -> GridLines:
    cells = []
    for index, slot in enumerate(grid.slots):
        left = min((segment.x0 for segment in slot.segments), default=slot.area.x0)
        padding = left - slot.area.x0 if 0 < left - slot.area.x0 < 2 * _PADDING else _PADDING
        slack = slot.segments[0].font.size if slot.segments else 0
        lines = make_lines(slot.segments, page, _CELLS + index, left, slot.area.x1 - padding - slack)
        cells.append(CellLines(slot, lines))
    return GridLines(grid, page, cells)


def _turned(sheet: Sheet) -> Iterator[Line]:
    """Text that stands upright or askew: a watermark where it runs across the page, else text of its own."""
    for angle in sorted({angle for angle, _ in sheet.turned}):
        segments = [segment for at, segment in sheet.turned if at == angle]
        for line in make_lines(segments, sheet.number, _TURNED + angle, 0, 10_000):
            line.aside = "watermark" if angle % 90 else ""
            yield line
