"""How deep list items lie as a person sees it: by the levels of one list, and by indents between lists."""

from __future__ import annotations

from dataclasses import dataclass

from clauseway.sources.docx.counting import Mark

SLACK = 120
"""Twips (2 mm) by which indents may differ without a person seeing two."""


_DEEPEST = 20
"""Depth beyond which nobody sees a difference; Word's lists have nine levels."""


@dataclass(slots=True)
class _Item:
    """A list item that later paragraphs may lie in."""

    count: str
    ilvl: int
    numbered: bool
    mark: int
    """Where its mark stands, in twips from the margin."""
    text: int
    """Where its text stands."""
    open: bool = True
    """Whether no paragraph further left has come since."""


class Nesting:
    """The items open at one place of a run of text."""

    def __init__(self) -> None:
        self._items: list[_Item] = []

    def clear(self) -> None:
        """Close everything, as a heading does."""
        self._items.clear()

    def plain(self, left: int) -> int:
        """Take a paragraph that is no list item, with its indent in twips; gives how many items it lies in."""
        within = 0
        for item in self._items:
            if not item.open or left < item.text - SLACK or left <= item.mark + SLACK:
                break
            within += 1
        for item in self._items[within:]:
            item.open = False
        return within

    def item(self, mark: Mark, ilvl: int, left: int, first: int) -> int:
        """Take a list item with its level and indents in twips; gives its depth, 0 for the outermost."""
        item = _Item(mark.count, ilvl, mark.numbered, left + first, left)
        depth = self._same_list(item, mark.starts)
        if depth is None:
            depth = self._by_indent(item)
        depth = min(depth, _DEEPEST)
        for outer in self._items[:depth]:
            outer.open = True
        del self._items[depth:]
        self._items.append(item)
        return depth

    def _same_list(self, item: _Item, starts: bool) -> int | None:
        """Depth by the item's own list, None where nothing of it is in reach."""
        for at in range(len(self._items) - 1, -1, -1):
            other = self._items[at]
            if other.count != item.count or other.ilvl > item.ilvl or not (other.open or item.numbered):
                continue
            if other.ilvl < item.ilvl:
                return at + 1
            if item.numbered:
                return at if other.open or not starts else None
            return at if abs(other.mark - item.mark) <= SLACK else None
        return None

    def _by_indent(self, item: _Item) -> int:
        for at, other in enumerate(self._items):
            own_deeper = other.count == item.count and other.ilvl > item.ilvl
            if own_deeper or not other.open or other.mark + SLACK >= item.mark:
                return at
        return len(self._items)
