"""Tables without lines: rows whose parts begin at the same places, where that is beyond doubt."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.sources.pdf.grids import Grid, Slot
from clauseway.sources.pdf.lines import BULLETS, LEADER_END, is_mark
from clauseway.sources.pdf.parts import Area, Segment

_FEWEST_ROWS = 3
_NEAR = 2.5  # points
_MOST_WORDS = 9  # in a part of a row; text in columns has more
_APART = 2.4  # times the letters' height from row to row
_ROW = list[Segment]


def split_tables(segments: Sequence[Segment]) -> list[list[Segment] | Grid]:
    """Segments of a column, from the top, as text and tables in order."""
    rows = _rows(segments)
    parts: list[list[Segment] | Grid] = [[]]
    index = 0
    while index < len(rows):
        end = _end(rows, index)
        if end - index >= _FEWEST_ROWS and _is_sure(rows[index:end]):
            parts.extend([_grid(rows[index:end]), []])
            index = end
        else:
            text = parts[-1]
            assert isinstance(text, list)
            text.extend(rows[index])
            index += 1
    return [part for part in parts if part]


def _rows(segments: Sequence[Segment]) -> list[_ROW]:
    rows: list[_ROW] = []
    for segment in sorted(segments, key=lambda segment: (-segment.base, segment.x0)):
        if rows and abs(rows[-1][0].base - segment.base) <= 0.3 * segment.font.size:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda segment: segment.x0) for row in rows]


def _end(rows: Sequence[_ROW], start: int) -> int:
    """Index past the last of the rows from `start` whose parts begin where those of the first do."""
    first = rows[start]
    if len(first) < 2 or is_mark(first[0].text) or first[0].text[0] in BULLETS:
        return start
    end = start + 1
    while end < len(rows) and _is_aligned(first, rows[end]) and _is_near(rows[end - 1], rows[end]):
        end += 1
    return end


def _is_aligned(first: _ROW, row: _ROW) -> bool:
    return len(first) == len(row) and all(abs(a.x0 - b.x0) <= _NEAR for a, b in zip(first, row, strict=True))


def _is_near(above: _ROW, below: _ROW) -> bool:
    return above[0].base - below[0].base <= _APART * max(above[0].font.size, below[0].font.size)


def _is_sure(rows: Sequence[_ROW]) -> bool:
    """Whether rows are no numbered text, no contents list and no text in columns."""
    cells = [segment for row in rows for segment in row]
    if any(len(cell.text.split()) > _MOST_WORDS or LEADER_END.search(cell.text) for cell in cells):
        return False
    return not all(row[-1].text.isdigit() for row in rows) and not any(is_mark(row[0].text) for row in rows)


def _grid(rows: Sequence[_ROW]) -> Grid:
    starts = [min(row[i].x0 for row in rows) - 1 for i in range(len(rows[0]))]
    right = max(segment.x1 for row in rows for segment in row) + 1
    edges = (*starts, right)
    tops = [row[0].base + row[0].font.size for row in rows]
    lows = [*tops[1:], rows[-1][0].base - 0.4 * rows[-1][0].font.size]
    slots = [
        Slot(Area(edges[i], lows[r], edges[i + 1], tops[r]), r, i, 1, 1, [segment])
        for r, row in enumerate(rows)
        for i, segment in enumerate(row)
    ]
    return Grid(Area(edges[0], lows[-1], right, tops[0]), edges, len(rows), slots)
