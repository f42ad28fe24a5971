"""Lists as they are counted: which paragraph continues which list, and the number it gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from clauseway.sources.odt.list_styles import LEVELS, ListStyle, mark

OUTLINE = "outline"
"""Key of the one list that all headings without a list of their own are counted in."""
_BULLETS = "•◦▪"
"""Bullets of a list without style, by level; then they begin again."""


class Mark(msgspec.Struct, frozen=True, gc=False):
    """What stands before a paragraph."""

    text: str = ""
    """The mark as printed."""
    numbered: bool = False
    """Whether it is a number."""
    unresolved: bool = False
    """Whether there is a number that could not be told."""


@dataclass(slots=True)
class OpenList:
    """A `text:list` element, while its paragraphs are read."""

    style: str
    """Name of its list style; empty where none is stated."""
    level: int
    """Its level, from 0."""
    key: str
    """Which list it is counted in."""
    restarts: bool = False
    """Whether its next item begins the count anew."""
    parent: OpenList | None = None
    """The list that it stands in."""

    def within(self, style: str, item: Item, goes_on: bool | None) -> OpenList:
        """Open a list in an item of this one; a second one in the same item begins anew if nothing else is said."""
        item.lists += 1
        restarts = (self.restarts or item.lists > 1) if goes_on is None else not goes_on
        return OpenList(style or self.style, self.level + 1, self.key, restarts, self)

    def outermost(self) -> OpenList:
        """Give the list that it stands in, in the end."""
        at = self
        while at.parent is not None:
            at = at.parent
        return at

    def begun(self) -> None:
        """Note that a paragraph of it was met."""
        at: OpenList | None = self
        while at is not None:
            at.restarts, at = False, at.parent


@dataclass(slots=True)
class Item:
    """A `text:list-item`, while its paragraphs are read."""

    counted: bool = True
    """Whether it gets a number: a `text:list-header` does not, nor does what follows its first paragraph."""
    start: int | None = None
    """Number that it states itself."""
    style: str = ""
    """List style that it states itself."""
    lists: int = 0
    """How many lists it holds so far."""

    def count(self) -> bool:
        """Tell whether the paragraph at hand is counted; it is the last one of the item that is."""
        counted, self.counted = self.counted, False
        return counted


@dataclass(slots=True)
class Counts:
    """The state of one list."""

    style: ListStyle
    """The style that it began with."""
    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    """The number last given at each level, None where there was none."""
    last: int | None = None
    """The number last given at any level."""

    passed: list[int] = field(default_factory=lambda: [0] * LEVELS)
    """How many paragraphs without a number each level began with."""

    styles: list[ListStyle | None] = field(default_factory=lambda: [None] * LEVELS)
    """The style of the paragraph last met at each level."""

    def pass_over(self, level: int, style: ListStyle) -> None:
        """Meet a paragraph that is not counted."""
        self.passed[level] += 1
        self.styles[level] = style

    def count(self, level: int, style: ListStyle, start: int | None) -> list[int]:
        """Count an item of a level (from 0); `start` is the number it begins anew with, None to go on."""
        for above in range(level):
            if self.values[above] is None:
                self.values[above] = self._unwritten(above, style)
        self.styles[level] = style
        last = self.values[level]
        if start is not None:
            self.values[level] = start
        elif style.runs_on and self.last is not None:
            self.values[level] = self.last + 1
        else:
            self.values[level] = style.levels[level].start if last is None else last + 1
        self.last = self.values[level]
        below = LEVELS - level - 1
        self.values[level + 1 :] = [None] * below
        self.passed[level + 1 :] = [0] * below
        self.styles[level + 1 :] = [None] * below
        return [value or 0 for value in self.values[: level + 1]]

    def _unwritten(self, level: int, style: ListStyle) -> int:
        """Number of a level that has none yet, when one below it is counted.

        It counts as if it had its first item, in the style of the level above; but below several paragraphs
        without a number, it has yet to begin.
        """
        around = self.styles[level - 1] if level else None
        self.styles[level] = self.styles[level] or around or self.style
        if style.runs_on and self.last is not None:
            return self.last
        return (around or self.style).levels[level].start - (self.passed[level] > 1)


class Numbering:
    """All lists of a document, counted in its order."""

    def __init__(self, styles: Mapping[str, ListStyle], outline: str | None) -> None:
        self._styles = styles
        self._outline = outline
        self._counts: dict[str, Counts] = {}
        self._masters: dict[str, str] = {}
        self._last = ("", "")
        self._made = 0

    def open_list(self, style: str, ident: str, goes_on: bool | None, continues: str) -> OpenList:
        """Begin an outermost list: `goes_on` and `continues` are its continue-numbering and continue-list."""
        if style == self._outline:
            return OpenList(style, 0, OUTLINE)
        self._made += 1
        own = ident or f"list {self._made}"
        if goes_on and not continues and self._last[1] == style:
            continues = self._last[0]
        master = self._masters.get(continues, "")
        self._masters.setdefault(own, master or own)
        self._last = (own, style)
        return OpenList(style, 0, self._masters[own], restarts=goes_on is False or not master)

    def mark(self, opened: OpenList, item: Item) -> Mark:
        """Count a paragraph of an item and give its mark; only the first of an item that counts has one.

        A list style that the paragraph's own style names says nothing: LibreOffice goes by the list alone.
        """
        restarts = opened.restarts
        opened.begun()
        level = min(opened.level, LEVELS - 1)
        style = self._styles.get(item.style or opened.style)
        if style is None:
            return Mark(_BULLETS[opened.level % len(_BULLETS)] if item.count() else "")
        counts = self._counted(opened.key, opened.outermost().style, style)
        if not item.count():
            counts.pass_over(level, style)
            return Mark()
        start = item.start
        if start is None and restarts:
            start = style.levels[level].start
        return _mark(style, counts.count(level, style, start))

    def heading(self, level: int, restarts: bool, start: int | None) -> Mark:
        """Count a heading of the outline, of a level from 0, and give its mark."""
        if self._outline is None:
            return Mark()
        outline = self._styles[self._outline]
        level = min(level, LEVELS - 1)
        if restarts and start is None:
            start = outline.levels[level].start
        return _mark(outline, self._counted(OUTLINE, self._outline, outline).count(level, outline, start))

    def _counted(self, key: str, begun_with: str, style: ListStyle) -> Counts:
        if key not in self._counts:
            self._counts[key] = Counts(self._styles.get(begun_with, style))
        return self._counts[key]


def _mark(style: ListStyle, values: Sequence[int]) -> Mark:
    text = mark(style, values)
    return Mark(text or "", style.levels[len(values) - 1].bullet is None and bool(text), text is None)
