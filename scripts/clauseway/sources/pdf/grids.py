"""Tables by the lines drawn around their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from clauseway.sources.pdf.parts import Area, Rule, Segment

_NEAR = 3.0  # points: lines as near as this meet, or are one
_SAME = 1.5  # points: lines side by side as near as this are one
_LOW = 80.0  # points
_LARGEST = 4_000  # cells of a table on one page
_MOST_RULES = 2_000  # lines of a page that tables are looked for in


@dataclass(slots=True)
class Slot:
    """A cell with what stands in it."""

    area: Area
    row: int
    column: int
    columns: int
    """How many columns it spans."""
    rows: int
    """How many rows it spans."""
    segments: list[Segment] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A ruled table on a page."""

    area: Area
    edges: tuple[float, ...]
    """Where its columns begin and end."""
    rows: int
    slots: list[Slot]
    """Its cells, row by row."""

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.area.x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.area.x1

    @property
    def base(self) -> float:
        """Where it stands among lines: its top."""
        return self.area.y1

    @property
    def text(self) -> str:
        """Words of its first cells, as far as they matter to the layout around it."""
        return " ".join(segment.text for slot in self.slots[:4] for segment in slot.segments)


def find_grids(rules: Sequence[Rule], segments: Sequence[Segment]) -> tuple[list[Grid], list[Grid], list[Segment]]:
    """The tables of a page, the boxes that text runs beside, each with its text, and the segments in none of them."""
    grids: list[Grid] = []
    boxes: list[Grid] = []
    rest = list(segments)
    for group in _connected(_merged(rules)):
        grid = _grid(group)
        if grid is None:
            continue
        inside = [segment for segment in rest if grid.area.holds(*_middle(segment))]
        filled = _fill(grid, inside)
        if _is_table(grid) or _is_box(grid, rest, filled):
            (grids if _is_table(grid) else boxes).append(grid)
            rest = [segment for segment in rest if id(segment) not in filled]
        else:
            for slot in grid.slots:
                slot.segments.clear()
    return grids, boxes, rest


def _is_box(grid: Grid, segments: Sequence[Segment], filled: set[int]) -> bool:
    """Whether it is one cell with other text beside it."""
    if len(grid.slots) > 1 or not filled:
        return False
    beside = [s for s in segments if id(s) not in filled and grid.area.y0 < s.base < grid.area.y1]
    return any(segment.x1 <= grid.x0 or segment.x0 >= grid.x1 for segment in beside)


def _middle(segment: Segment) -> tuple[float, float]:
    return (segment.x0 + segment.x1) / 2, segment.base + 0.3 * segment.font.size


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Lines with those made one that continue or cover each other."""
    merged: list[Rule] = []
    if len(rules) > _MOST_RULES:
        return []
    for rule in sorted(rules, key=lambda rule: (rule.across, round(rule.at), rule.start)):
        last = merged[-1] if merged else None
        level = last is not None and last.across == rule.across and abs(last.at - rule.at) <= _SAME
        if last is not None and level and rule.start <= last.end + _NEAR:
            merged[-1] = Rule(rule.across, last.at, last.start, max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def _connected(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Lines in groups that hang together by meeting at right angles."""
    across = [rule for rule in rules if rule.across]
    upright = [rule for rule in rules if not rule.across]
    parent = list(range(len(across) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, flat in enumerate(across):
        for j, tall in enumerate(upright, len(across)):
            if _meet(flat, tall):
                parent[root(i)] = root(j)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate([*across, *upright]):
        groups.setdefault(root(index), []).append(rule)
    yield from (group for group in groups.values() if len(group) >= 3)


def _meet(flat: Rule, tall: Rule) -> bool:
    return flat.start - _NEAR <= tall.at <= flat.end + _NEAR and tall.start - _NEAR <= flat.at <= tall.end + _NEAR


def _grid(rules: Sequence[Rule]) -> Grid | None:
    """The cells that lines make; open sides are closed where the lines end."""
    across = [rule for rule in rules if rule.across]
    upright = [rule for rule in rules if not rule.across]
    if not across or not upright:
        return None
    x0, x1 = min(rule.start for rule in across), max(rule.end for rule in across)
    y0, y1 = min(rule.start for rule in upright), max(rule.end for rule in upright)
    xs = _distinct([*(rule.at for rule in upright), x0, x1])
    ys = _distinct([*(rule.at for rule in across), y0, y1])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _LARGEST:
        return None
    return Grid(Area(xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), len(ys) - 1, list(_slots(xs, ys, across, upright)))


def _distinct(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _slots(xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[Slot]:
    """Cells from the top left; places with no line between them are one cell."""
    rows, cols = len(ys) - 1, len(xs) - 1
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        high, low = ys[rows - row], ys[rows - row - 1]
        for column in range(cols):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < cols and not _stands(upright, xs[right], low, high):
                right += 1
            below = row + 1
            while below < rows and not _runs(across, ys[rows - below], xs[column], xs[right]):
                below += 1
            taken.update((r, c) for r in range(row, below) for c in range(column, right))
            yield Slot(Area(xs[column], ys[rows - below], xs[right], high), row, column, right - column, below - row)


def _stands(upright: Sequence[Rule], x: float, low: float, high: float) -> bool:
    middle = (low + high) / 2
    return any(abs(rule.at - x) <= _NEAR and rule.start <= middle <= rule.end for rule in upright)


def _runs(across: Sequence[Rule], y: float, left: float, right: float) -> bool:
    middle = (left + right) / 2
    return any(abs(rule.at - y) <= _NEAR and rule.start <= middle <= rule.end for rule in across)


def _fill(grid: Grid, segments: Iterable[Segment]) -> set[int]:
    """Put segments into their cells; the ids of those put."""
    filled = set()
    for segment in segments:
        x, y = _middle(segment)
        # A segment too wide for a cell belongs to the one that it begins in.
        slot = next((slot for slot in grid.slots if slot.area.holds(x, y)), None)
        if slot is None:
            slot = min(grid.slots, key=lambda slot: _distance(slot.area, x, y))
        slot.segments.append(segment)
        filled.add(id(segment))
    return filled


def _distance(area: Area, x: float, y: float) -> float:
    return max(area.x0 - x, x - area.x1, 0) + max(area.y0 - y, y - area.y1, 0)


def _is_table(grid: Grid) -> bool:
    """Whether it has at least two cells with words, or is a low row with one: no mere frame around the text."""
    filled = sum(bool(slot.segments) for slot in grid.slots)
    low = grid.area.y1 - grid.area.y0 < _LOW and len(grid.edges) > 2
    return len(grid.slots) > 1 and (filled > 1 or (filled == 1 and low))


def continues(upper: Grid, lower: Grid) -> bool:
    """Whether a table at the head of a page can be the rest of one at the foot of the page before."""
    same = len(upper.edges) == len(lower.edges)
    return same and all(abs(a - b) <= _NEAR for a, b in zip(upper.edges, lower.edges, strict=True))
