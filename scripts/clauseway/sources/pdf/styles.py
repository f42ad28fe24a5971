"""What type and place tell over a whole document: levels of headings, depth of list items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from clauseway.sources.pdf.lines import LEADER_END
from clauseway.sources.pdf.paragraphs import Para

_LARGER = 1.07  # times the body's letters: what a heading has at least
_AT_LEAST = 0.7  # points more
_LONGEST = 200  # characters of a heading
_USUAL_WORDS = 12  # of the usual paragraph in a type that headings are set in
_LOWEST = 9
_DEEPER = 5.0  # points


def heading_levels(paras: Sequence[Para], body: float) -> dict[int, int]:
    """Level of every heading by its index: paragraphs in type that is larger than the body's, ranked by size."""
    by_size: dict[float, list[int]] = defaultdict(list)
    for index, para in enumerate(paras):
        if _may_head(para, body):
            by_size[_step(para.lines[0].font.size)].append(index)
    sizes = [size for size in sorted(by_size, reverse=True) if _heads([paras[i] for i in by_size[size]])]
    return {index: min(rank, _LOWEST) for rank, size in enumerate(sizes, 1) for index in by_size[size]}


def _step(size: float) -> float:
    return round(2 * size) / 2


def _may_head(para: Para, body: float) -> bool:
    line = para.lines[0]
    large = line.font.size >= max(_LARGER * body, body + _AT_LEAST)
    plain = not para.aside and not line.bullet and not LEADER_END.search(line.text)
    return large and plain and len(para.text) <= _LONGEST and any(char.isalnum() for char in para.text)


def _heads(group: Sequence[Para]) -> bool:
    """Whether paragraphs in one type are headings, and not a passage set larger."""
    return median(len(para.text.split()) for para in group) <= _USUAL_WORDS


def item_depths(paras: Sequence[Para]) -> dict[int, int]:
    """Depth of every list item, and of paragraphs within items how many they stand in, by index."""
    depths: dict[int, int] = {}
    open_at: list[tuple[float, float]] = []  # left edges of mark and text, outermost first
    for index, para in enumerate(paras):
        if para.aside:
            continue
        line = para.lines[0]
        at = line.x0 - line.left
        while open_at and open_at[-1][0] > at + _DEEPER:
            open_at.pop()
        if line.bullet:
            while open_at and open_at[-1][0] > at - _DEEPER:
                open_at.pop()
            depths[index] = len(open_at)
            open_at.append((at, line.text_x - line.left))
        elif open_at and at > open_at[-1][0] + _DEEPER and abs(at - open_at[-1][1]) <= _DEEPER and not line.numbered:
            depths[index] = len(open_at)
        else:
            open_at.clear()
    return depths
