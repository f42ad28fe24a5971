"""The tokens of one part of a Markdown document to blocks."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from clauseway.model import Block, BlockKind
from clauseway.sources.line_groups import group_lines, is_row, split_bullet
from clauseway.sources.lines import Line, collapse, join
from clauseway.sources.markdown_inline import read_lines
from clauseway.sources.markdown_layout import Layout
from clauseway.words import has_words


@dataclass(slots=True)
class _Item:
    """A list item that is open."""

    marker: str
    """Its mark as printed."""
    line: int
    """The line it begins on."""
    depth: int
    """Its nesting, 0 for the outermost list."""
    prefix: str = ""
    """A number behind the mark (`- 1. text`), which stays at the head of the text."""
    used: bool = False
    """Whether a block bears the mark already."""

    @property
    def printed(self) -> str:
        return f"{self.marker} {self.prefix}".strip()


@dataclass(slots=True)
class Walk:
    """Reads the parts of a document one after another; only the numbering of tables goes on."""

    layout: Layout
    tables: int = 0
    """Tables so far."""
    _items: list[_Item] = field(default_factory=list)
    _cells: list[Line] = field(default_factory=list)
    _columns: int = 0
    _row_line: int = 0
    _heading: int = 0
    _in_table: bool = False
    _blocks: list[Block] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        """Give the blocks of one part."""
        self._blocks, self._items, self._cells = [], [], []
        for token in tokens:
            self._step(token)
        return self._blocks

    def _step(self, token: Token) -> None:
        match token.type:
            case "list_item_open":
                self._open_item(token)
            case "list_item_close":
                self._print_mark()
                self._items.pop()
            case "heading_open" | "heading_close":
                self._heading = int(token.tag[1:]) if token.nesting > 0 else 0
            case "table_open" | "table_close":
                self._table(token.nesting > 0)
            case "tr_close":
                self._row()
            case "inline":
                self._inline(token)

    def _inline(self, token: Token) -> None:
        lines = read_lines(token)
        line = _first_line(token)
        if self._in_table:
            self._cells.append(join(lines))
            self._row_line = line
        elif self._heading and len(lines) == 1:
            self._head(lines[0], line)
        else:
            # Several lines above `---` are a paragraph and a rule, whatever Markdown says.
            self._paragraph(lines, line)

    # Lists

    def _open_item(self, token: Token) -> None:
        """Open a list item; one on its parent's own line (`- 1. text`) gives its mark to the parent's."""
        marker, line = token.info + token.markup, _first_line(token)
        outer = self._items[-1] if self._items else None
        item = _Item(marker, line, depth=len(self._items))
        if outer and not outer.used:
            if outer.line == line:
                item = _merged(outer, item)
                outer.used = True
            else:
                self._print_mark()
        self._items.append(item)

    def _print_mark(self) -> None:
        """Give the mark of an item without text of its own a block, where it is a word."""
        if not self._items or self._items[-1].used:
            return
        item = self._items[-1]
        item.used = True
        if has_words(item.printed):
            self._add(Line(item.printed), item.line, BlockKind.PARAGRAPH, depth=item.depth)

    # Text

    def _head(self, heading: Line, line: int) -> None:
        if self._items and not self._items[-1].used:
            item = self._items[-1]
            item.used = True
            if has_words(item.printed):
                heading = join([Line(item.printed, bold=heading.bold, italic=heading.italic), heading])
        self._add(heading, line, BlockKind.HEADING, level=self._heading)

    def _paragraph(self, lines: Sequence[Line], line: int) -> None:
        if self._items:
            self._running_text(lines, line)
            return
        for tabbed, run in itertools.groupby(lines, is_row):
            if tabbed:
                self._tabbed_table(list(run), line)
            else:
                self._running_text(list(run), line)

    def _running_text(self, lines: Sequence[Line], line: int) -> None:
        lines = [each for each in lines if each.text or each.asides] or lines
        starts = [row for row in range(1, lines[-1].row + 1) if self.layout.starts_page(line + row)]
        for index, group in enumerate(group_lines(lines, starts)):
            self._text(group, line + group.row, first=index == 0)

    def _text(self, text: Line, line: int, first: bool) -> None:
        """Add a paragraph, or a list item; the first text of an open item takes its mark."""
        item = self._items[-1] if self._items else None
        if item and first and not item.used:
            self._item(item, text, line)
            return
        bullet, rest = split_bullet(text.text)
        if bullet:
            self._add(_with_text(text, rest), line, BlockKind.ITEM, marker=bullet, depth=self._bullet_depth(bullet))
        else:
            self._add(text, line, BlockKind.PARAGRAPH, depth=item.depth + 1 if item else 0)

    def _item(self, item: _Item, text: Line, line: int) -> None:
        """Add the first text of an item. A second bullet (`- o text`) joins the mark; a number keeps its place."""
        item.used = True
        bullet, rest = ("", text.text) if has_words(item.printed) else split_bullet(text.text)
        marker = f"{item.marker} {bullet}".strip()
        depth = max(item.depth, 1) if bullet else item.depth
        self._add(_with_text(text, f"{item.prefix} {rest}".strip()), line, BlockKind.ITEM, marker=marker, depth=depth)

    def _bullet_depth(self, bullet: str) -> int:
        """Tell how deep a bullet stands that Markdown does not know; an `o` is a step below another bullet."""
        least = len(self._items)
        before = self._blocks[-1] if self._blocks else None
        if bullet != "o" or before is None or before.kind is not BlockKind.ITEM:
            return least
        return max(least, before.depth + (not before.marker.endswith("o")))

    # Tables

    def _table(self, opens: bool) -> None:
        self._print_mark()
        self._in_table, self._columns = opens, 0
        self.tables += opens

    def _row(self) -> None:
        """Add a row. The first one sets how many cells Markdown keeps; the others may have more."""
        cells = [*self._cells, *(self._extra_cells() if self._columns else ())]
        self._columns = self._columns or len(cells)
        self._cells = []
        row = join([cell for cell in cells if cell.text] or cells)
        self._add_row(row, tuple(cell.text for cell in cells), self._row_line)

    def _extra_cells(self) -> list[Line]:
        """Give the cells of a row that Markdown drops because the table's head has fewer."""
        printed = escapedSplit(self.layout.lines[self._row_line].lstrip(" \t>").strip().removeprefix("|"))
        extra = [Line(collapse(cell)) for cell in printed[self._columns :]]
        while extra and not extra[-1].text:
            extra.pop()
        return extra

    def _tabbed_table(self, lines: Sequence[Line], line: int) -> None:
        self.tables += 1
        for row in lines:
            self._add_row(row, row.cells, line + row.row)

    def _add_row(self, row: Line, cells: tuple[str, ...], line: int) -> None:
        self._add(_with_text(row, " ".join(cell for cell in cells if cell)), line, BlockKind.ROW, cells=cells)

    # Blocks

    def _add(
        self,
        text: Line,
        line: int,
        kind: BlockKind,
        *,
        marker: str = "",
        depth: int = 0,
        level: int = 0,
        cells: tuple[str, ...] = (),
    ) -> None:
        """Add a block, and one for each link target that its words carried; nothing for a text of no characters."""
        if text.text:
            self._blocks.append(
                Block(
                    kind=kind,
                    text=text.text,
                    place=self.layout.place(line),
                    marker=marker,
                    depth=depth,
                    level=level,
                    bold=text.bold,
                    italic=text.italic,
                    cells=cells,
                    table=self.tables if kind is BlockKind.ROW else 0,
                    links=text.links,
                    gap_before=self.layout.gap_before(line),
                    starts_page=self.layout.starts_page(line),
                )
            )
        self._blocks.extend(
            Block(
                kind=BlockKind.PARAGRAPH,
                text=aside,
                place=self.layout.place(line),
                gap_before=False,
                aside="link target",
            )
            for aside in text.asides
        )


def _first_line(token: Token) -> int:
    """Give the line of the document, counted from 0, on which a token begins."""
    if token.map is None:
        raise ValueError(f"no lines known of {token.type}")
    return token.map[0]


def _merged(outer: _Item, inner: _Item) -> _Item:
    """Make one item of `- 1. text`: the outer mark, with an inner number at the head of the text."""
    if not has_words(inner.marker):
        return _Item(outer.marker, inner.line, inner.depth, outer.prefix)
    return _Item(outer.marker, inner.line, outer.depth, f"{outer.prefix} {inner.marker}".strip())


def _with_text(line: Line, text: str) -> Line:
    return Line(text, line.row, line.bold, line.italic, line.cells, line.links, line.asides, line.hard)
