"""Goes through a page and makes paragraphs and tables of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import msgspec

from clauseway.sources.counters import whole_number
from clauseway.sources.findings import NOTE_MARK
from clauseway.sources.flow import Flow, Paragraph, Table
from clauseway.sources.html.definitions import Joins
from clauseway.sources.html.elements import (
    LISTS,
    SPACED,
    is_block,
    level_of,
    shows_as_block,
)
from clauseway.sources.html.folds import opens
from clauseway.sources.html.grid import Grid
from clauseway.sources.html.notes import Notes
from clauseway.sources.html.numbering import Mark, Numbering
from clauseway.sources.html.paragraphs import Gathering, Lines, Look, Setting
from clauseway.sources.html.styles import Style, Styles
from clauseway.sources.html.tree import Node, Page

_DEEPEST_TABLE = 20  # tables within each other; those deeper are read as text
_GOOGLE_LEVEL = re.compile(r"lst-kix_\w+-(\d)\b")
_WORD_LEVEL = re.compile(r"\blevel([1-9])\b")
_LABELS = frozenset(["dt", "summary", "legend"])
_CLOSE = frozenset(["li", "dd", "dt", "div", "td", "th", "br", "a", "span"])


class Plan(msgspec.Struct, frozen=True):
    """What was found out about a page before it is read."""

    page: Page
    styles: Styles
    stated: Mapping[int, Style]
    """What styles state for an element, by its index; most state nothing."""
    outside: Mapping[int, str]
    parts: Mapping[int, str]
    notes: Notes
    joins: Joins
    folds: Mapping[int, int]
    """Titles of what folds away, with their levels."""
    frames: Collection[int]
    """Tables that only arrange the page."""


@dataclass(slots=True)
class _Item:
    """A list item whose first paragraph may still be to come."""

    mark: Mark
    depth: int
    used: bool = False


@dataclass(slots=True)
class _Frame:
    """An element that is open."""

    index: int
    last: int
    tag: str
    look: Look
    aside: str
    level: int = 0
    gap: bool = True
    depth: int | None = None
    """Depth that a paragraph states itself."""
    block: bool = False
    item: bool = False
    ends: bool = True
    """Whether a block's end ends the line."""


@dataclass(slots=True)
class Walk:
    """The state of reading a page."""

    plan: Plan
    lines: Lines
    numbering: Numbering
    flow: list[Paragraph | Table] = field(default_factory=list)
    unresolved: list[int] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _items: list[_Item] = field(default_factory=list)
    _lists: list[int] = field(default_factory=list)
    _grids: list[Grid] = field(default_factory=list)
    _text: Gathering = field(default_factory=Gathering)
    _setting: Setting | None = None
    _gap: bool = True
    _mark: Mark | None = None
    _note: Gathering | None = None
    """The mark of a footnote that is being read."""
    _notes: list[Paragraph] = field(default_factory=list)
    """Marks of footnotes whose paragraph is not ended yet."""

    def run(self) -> Flow:
        """Read the whole page."""
        nodes = self.plan.page.nodes
        self._frames.append(_Frame(0, nodes[0].last, "body", Look(), ""))
        index = 1
        while index < len(nodes):
            while self._frames[-1].last <= index:
                self._leave()
            node = nodes[index]
            if index in self.plan.outside:
                self._pass(node)
                index = node.last
                continue
            if node.tag:
                self._enter(index, node)
            else:
                self._read(index, node)
            index += 1
        while self._frames:
            self._leave()
        self._flush()
        return tuple(self.flow)

    def _pass(self, node: Node) -> None:
        """Go by what is left out; it parts words where it would."""
        if is_block(node.tag):
            self._flush()
        elif node.tag in SPACED:
            self._text.space(self._frames[-1].look)

    # Elements

    def _enter(self, index: int, node: Node) -> None:
        style = self.plan.stated.get(index, _NO_STYLE)
        outer = self._frames[-1]
        block = is_block(node.tag) or shows_as_block(style.get("display", ""))
        aside = self.plan.parts.get(index, outer.aside)
        joined = index in self.plan.joins.starts
        if joined:
            self._text.space(outer.look)
        elif block or aside != outer.aside:
            self._flush()
        frame = _Frame(index, node.last, node.tag, _look(outer.look, node, style), aside, outer.level, outer.gap)
        frame.block = block or aside != outer.aside
        frame.ends = index not in self.plan.joins.ends
        frame.depth = _stated_depth(style, outer.depth)
        mark = self.numbering.enter(index, len(self._frames), style)
        if mark.unresolved and not aside:
            self.unresolved.append(node.start)
        self._frames.append(frame)
        self._begin(frame, node, mark)

    def _begin(self, frame: _Frame, node: Node, mark: Mark) -> None:
        tag = node.tag
        if tag in LISTS:
            self._lists.append(frame.index)
        elif tag == "li" and frame.index not in self.plan.notes.items:
            frame.item = True
            self._items.append(_Item(mark, self._item_depth(node, frame)))
        elif mark.text and tag != "li":
            self._mark = mark
        self._mark_line(frame)
        if frame.block:
            frame.gap = tag not in _CLOSE
        frame.level = level_of(tag, node.attributes) or self.plan.folds.get(frame.index, frame.level)
        if tag == "table" and len(self._grids) < _DEEPEST_TABLE and frame.index not in self.plan.frames:
            self._grids.append(Grid(frame.index, frame.aside))
        elif self._grids:
            self._grids[-1].enter(tag, node.attributes, self._in_table())

    def _mark_line(self, frame: _Frame) -> None:
        """Do what an element does to the line in which it begins."""
        if frame.index in self.plan.notes.marks:
            self._note = Gathering()
        if self._note:
            return
        if frame.index in self.plan.notes.apart:
            self._text.space(frame.look)
        if frame.tag == "sup":
            self._text.raise_()
        elif frame.tag == "br":
            self._text.line_break(frame.look)
        elif frame.tag in SPACED:
            self._text.space(frame.look)

    def _in_table(self) -> bool:
        """Whether the table that is open is the nearest one."""
        nearest = next((frame for frame in reversed(self._frames) if frame.tag == "table"), None)
        return nearest is not None and nearest.index == self._grids[-1].index

    def _leave(self) -> None:
        frame = self._frames.pop()
        if frame.block and frame.ends:
            self._flush()
        self.numbering.leave(frame.index, len(self._frames) + 1)
        if self._note:
            if frame.index in self.plan.notes.marks:
                self._end_note(frame)
        elif frame.tag == "sup":
            self._text.lower()
        elif frame.tag in SPACED and frame.tag != "br":
            self._text.space(frame.look)
        if frame.index in self.plan.notes.apart:
            self._text.after_raised = True
        if frame.item:
            self._items.pop()
        if self._lists and self._lists[-1] == frame.index:
            self._lists.pop()
        if self._grids:
            self._leave_table(frame)

    def _leave_table(self, frame: _Frame) -> None:
        grid = self._grids[-1]
        if grid.index == frame.index:
            self._grids.pop()
            table = grid.table()
            if table.rows:
                self._sink().append(table)
            self._put_notes()
        elif frame.tag in ("td", "th", "tr", "thead"):
            self._frames.append(frame)
            inside = self._in_table()
            self._frames.pop()
            grid.leave(frame.tag, inside)

    def _end_note(self, frame: _Frame) -> None:
        """Keep the mark of a footnote for behind the paragraph: it is none of its words."""
        assert self._note
        self._notes += self._note.take(Setting(aside=frame.aside or NOTE_MARK), self.lines)
        self._note = None
        self._text.after_raised = True

    # Text

    def _read(self, index: int, node: Node) -> None:
        frame = self._frames[-1]
        if self._note:
            self._note.add(node.text, frame.look, node.start)
            return
        aside = self.plan.parts.get(index, frame.aside)
        if aside != frame.aside:
            self._flush()
        if self._setting is None and not node.text.isspace():
            self._setting = self._settle(frame, aside)
        self._text.add(node.text, frame.look, node.start)
        if aside != frame.aside:
            self._flush()

    def _settle(self, frame: _Frame, aside: str) -> Setting:
        """Tell what the paragraph is whose first words were found."""
        if aside:
            return Setting(aside=aside, gap=frame.gap)
        mark, self._mark = self._mark, None
        item = self._items[-1] if self._items else None
        if item and not item.used:
            item.used = True
            shown = item.mark if item.mark.text else mark or item.mark
            gap = self._gap and frame.tag == "p"
            return Setting(shown.text, shown.numbered, not frame.level, item.depth, frame.level, gap)
        depth = frame.depth if frame.depth is not None else item.depth + 1 if item else 0
        gap = frame.gap or self._gap
        if mark:
            return Setting(mark.text, mark.numbered, not frame.level, depth, frame.level, gap)
        return Setting(depth=depth, level=frame.level, gap=gap)

    def _flush(self) -> None:
        """End the paragraph that is being read."""
        if self._setting is None and not self._text.pieces:
            self._text.lower()
            self._put_notes()
            return
        made = self._text.take(self._setting or Setting(), self.lines)
        self._gap = not made
        self._setting = None
        self._sink().extend(made)
        self._put_notes()

    def _put_notes(self) -> None:
        """Set the marks of footnotes behind the paragraph, or behind the table that it stands in."""
        if not self._grids:
            self.flow += self._notes
            self._notes.clear()

    def _sink(self) -> list[Paragraph | Table]:
        for grid in reversed(self._grids):
            if grid.cell is not None:
                return grid.cell
        return self.flow

    # Depths

    def _item_depth(self, node: Node, frame: _Frame) -> int:
        """Tell how deep a list item stands; Google's lists of all levels stand side by side, and state it."""
        depth = max(len(self._lists) - 1, 0)
        if self._lists:
            above = self.plan.page.nodes[self._lists[-1]]
            stated = _GOOGLE_LEVEL.search(above.attributes.get("class", ""))
            if stated:
                return max(depth, int(stated[1]))
        return depth


_NO_STYLE: Style = {}


def read_flow(plan: Plan, source: str) -> tuple[Flow, tuple[int, ...], Lines]:
    """Make paragraphs and tables of a page; with the offsets where a number could not be told, and its lines."""
    lines = Lines(source)
    walk = Walk(plan, lines, Numbering(plan.page.nodes, plan.styles))
    return walk.run(), tuple(walk.unresolved), lines


def _look(look: Look, node: Node, style: Style) -> Look:
    """Tell how the words of an element look."""
    tag = node.tag
    bold, italic, href, kept = look.bold, look.italic, look.href, look.kept
    if tag in ("b", "strong") or tag in _LABELS or opens(node):
        bold = True
    elif tag in ("i", "em", "cite", "dfn", "var"):
        italic = True
    elif tag == "a" and "href" in node.attributes:
        href = node.attributes["href"].strip()
    elif tag in ("pre", "listing", "xmp", "plaintext"):
        kept = True
    if style:
        bold = _weight(style.get("font-weight", ""), bold)
        slant = style.get("font-style", "")
        italic = italic if slant in ("", "inherit") else slant in ("italic", "oblique")
    if (bold, italic, href, kept) == (look.bold, look.italic, look.href, look.kept):
        return look
    return Look(bold, italic, href, kept)


def _weight(value: str, inherited: bool) -> bool:
    if value in ("bold", "bolder"):
        return True
    weight = whole_number(value, 0)
    if weight:
        return weight >= 600
    return False if value in ("normal", "lighter") else inherited


def _stated_depth(style: Style, outer: int | None) -> int | None:
    """Tell the depth that a paragraph of a list made by Word states."""
    found = _WORD_LEVEL.search(style.get("mso-list", ""))
    return int(found[1]) - 1 if found else outer
