"""A flow of paragraphs and tables to blocks: one way for every rich format.

Lines that the author broke become blocks of their own where they begin something; bullets typed by
hand are told from the words; a table that only arranges text is read as text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from clauseway.model import Block, BlockKind, Link, Place
from clauseway.sources.flow import Flow, Paragraph, Run, Table
from clauseway.sources.flow_tables import Row, read_table
from clauseway.sources.line_groups import group_lines, is_row, split_bullet
from clauseway.sources.lines import Line, cells_of, collapse, safe_link
from clauseway.sources.text_lines import ENDS_OPEN
from clauseway.words import has_words, words

_LONGEST_LABEL = 60
_LINE_LENGTH = 60  # characters that a line has at least where it was broken by the width of a page


class Blocks(msgspec.Struct, frozen=True):
    """The blocks of a flow, and what they hold beyond its words."""

    blocks: tuple[Block, ...]
    """The blocks in reading order; every word of the flow stands in exactly one."""
    made: tuple[tuple[str, int], ...]
    """Words of the marks that the format counts or draws itself, each with its place as in `Content.words`."""


def flow_blocks(flow: Flow) -> Blocks:
    """Make blocks of a document's paragraphs and tables."""
    maker = _Maker()
    for part in flow:
        maker.add(part)
    return Blocks(tuple(maker.blocks), tuple(maker.made))


@dataclass(slots=True)
class _Maker:
    """Goes through a flow once; remembers the bullets and the table that are open."""

    blocks: list[Block] = field(default_factory=list)
    made: list[tuple[str, int]] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    tabbed: bool = False

    def add(self, part: Paragraph | Table) -> None:
        if isinstance(part, Paragraph):
            self._paragraph(self._placed(part))
            return
        self.tabbed = False
        self.tables += 1
        for content in read_table(part):
            if isinstance(content, Row):
                self._row(content, self.tables)
            else:
                self._paragraph(self._placed(content))

    def _placed(self, paragraph: Paragraph) -> Paragraph:
        """Count the paragraphs where the format has only pages, so that each has a place of its own."""
        self.paragraphs += 1
        if paragraph.place.line is not None or paragraph.place.paragraph is not None:
            return paragraph
        place = Place(page=paragraph.place.page, paragraph=self.paragraphs)
        return msgspec.structs.replace(paragraph, place=place)

    def _row(self, row: Row, table: int) -> None:
        cells = tuple(_text_of(cell) for cell in row.cells)
        text = " ".join(cell for cell in cells if cell)
        if text:
            place = self._placed(Paragraph((), row.place)).place
            paragraphs = [paragraph for cell in row.cells for paragraph in cell]
            lines = [line for paragraph in paragraphs for line in _lines(paragraph.runs)]
            for paragraph in paragraphs:
                self._make(paragraph.marker if paragraph.numbered else "", paragraph)
            self.blocks.append(
                Block(
                    kind=BlockKind.ROW,
                    text=text,
                    place=place,
                    bold=all(line.bold for line in lines if line.text),
                    cells=cells,
                    table=table,
                    links=tuple(link for line in lines for link in line.links),
                    header=row.header,
                    aside=row.aside,
                )
            )

    def _paragraph(self, paragraph: Paragraph) -> None:
        lines = [line for line in _lines(paragraph.runs) if line.text]
        if not lines:
            return
        self._make(paragraph.marker, paragraph)
        groups = group_lines(_with_breaks(lines), ())
        first = groups[0]
        plain = paragraph.listed or paragraph.level or paragraph.aside
        if len(lines) == 1 and not plain and _is_tabbed(first):
            self._tabbed(paragraph, first)
            return
        self.tabbed = False
        for index, group in enumerate(groups):
            self.blocks.append(self._first(paragraph, group) if index == 0 else self._further(paragraph, group))

    def _make(self, marker: str, paragraph: Paragraph) -> None:
        """Note the words of a mark that stands nowhere in the file."""
        place = paragraph.place.line or paragraph.place.page or paragraph.place.paragraph or 1
        self.made.extend((word, place) for word in words(marker))

    def _tabbed(self, paragraph: Paragraph, line: Line) -> None:
        """Add a line of cells between tabs; such lines one below the other are one table."""
        self.tables += not self.tabbed
        self.tabbed = True
        block = _block(paragraph, line, BlockKind.ROW)
        text = " ".join(cell for cell in line.cells if cell)
        self.blocks.append(msgspec.structs.replace(block, text=text, cells=line.cells, table=self.tables))

    def _first(self, paragraph: Paragraph, line: Line) -> Block:
        if paragraph.level:
            return _block(paragraph, line, BlockKind.HEADING, marker=paragraph.marker)
        if paragraph.listed or paragraph.marker:
            return self._item(paragraph, line)
        return self._typed(paragraph, line)

    def _item(self, paragraph: Paragraph, line: Line) -> Block:
        """Make an item of the format's own; a bullet that was typed behind its bullet joins the mark."""
        bullet, rest = ("", line.text) if paragraph.numbered else split_bullet(line.text)
        marker = f"{paragraph.marker} {bullet}".strip()
        return _block(paragraph, line, BlockKind.ITEM, marker=marker, text=rest)

    def _further(self, paragraph: Paragraph, line: Line) -> Block:
        """Make a block of a line that the author broke off; within an item it stands one deeper."""
        inner = paragraph.depth + 1 if paragraph.listed or paragraph.marker else paragraph.depth
        block = self._typed(paragraph, line, inner)
        return msgspec.structs.replace(block, gap_before=False, starts_page=False)

    def _typed(self, paragraph: Paragraph, line: Line, depth: int | None = None) -> Block:
        """Make a paragraph, or an item where a bullet was typed before it."""
        depth = paragraph.depth if depth is None else depth
        bullet, rest = split_bullet(line.text)
        if not bullet:
            return _block(paragraph, line, BlockKind.PARAGRAPH, depth=depth)
        return _block(
            paragraph, line, BlockKind.ITEM, marker=bullet, text=rest, depth=self._bullet_depth(bullet, depth)
        )

    def _bullet_depth(self, bullet: str, least: int) -> int:
        """Tell how deep a typed bullet stands: an `o` is a step below another bullet."""
        before = self.blocks[-1] if self.blocks else None
        if bullet != "o" or before is None or before.kind is not BlockKind.ITEM:
            return least
        return max(least, before.depth + (not before.marker.endswith("o")))


def _block(
    paragraph: Paragraph,
    line: Line,
    kind: BlockKind,
    *,
    marker: str = "",
    text: str | None = None,
    depth: int | None = None,
) -> Block:
    return Block(
        kind=kind,
        text=line.text if text is None else text,
        place=paragraph.place,
        marker=marker,
        numbered=paragraph.numbered and has_words(marker),
        depth=paragraph.depth if depth is None else depth,
        level=paragraph.level if kind is BlockKind.HEADING else 0,
        bold=line.bold,
        italic=line.italic,
        links=line.links,
        gap_before=paragraph.gap_before,
        starts_page=paragraph.starts_page,
        aside=paragraph.aside,
    )


def _lines(runs: Sequence[Run]) -> tuple[Line, ...]:
    """Give the lines of a paragraph, as its author broke them."""
    parts = [msgspec.structs.replace(run, text=text) for run in runs for text in _pieces(run.text)]
    lines = [tuple(group) for is_break, group in itertools.groupby(parts, lambda run: run.text == "\n") if not is_break]
    return tuple(_line(group, row) for row, group in enumerate(lines))


def _pieces(text: str) -> Iterable[str]:
    return re.split(r"(\n)", text) if "\n" in text else (text,)


def _line(runs: Sequence[Run], row: int) -> Line:
    raw = "".join(run.text for run in runs)
    worded = [run for run in runs if has_words(run.text)]
    return Line(
        text=collapse(raw),
        row=row,
        bold=bool(worded) and all(run.bold for run in worded),
        italic=bool(worded) and all(run.italic for run in worded),
        cells=cells_of(raw),
        links=tuple(_links(runs)),
    )


def _links(runs: Sequence[Run]) -> Iterator[Link]:
    """Give the links of a line; the parts of one that runs on over several looks are one."""
    for href, group in itertools.groupby(runs, lambda run: run.href):
        if href and (link := safe_link(collapse("".join(run.text for run in group)), href)):
            yield link


def _with_breaks(lines: Sequence[Line]) -> list[Line]:
    """Mark the line breaks that part two things; the others only shaped the line."""
    if len(lines) == 1 or _is_wrapped(lines):
        return list(lines)
    marked = [_replace_hard(line, _parts(line, after)) for line, after in itertools.pairwise(lines)]
    return [*marked, lines[-1]]


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether a paragraph was pasted with a break at the end of each full line."""
    full = [line.text for line in lines[:-1]]
    closed = sum(text[-1:] in ".:;!?" for text in full)
    return len(full) > 1 and min(map(len, full)) >= _LINE_LENGTH and closed * 3 <= len(full)


def _parts(line: Line, after: Line) -> bool:
    """Whether the line after a break begins something of its own."""
    return not after.text[:1].islower() and not ENDS_OPEN.search(line.text)


def _replace_hard(line: Line, hard: bool) -> Line:
    return Line(line.text, line.row, line.bold, line.italic, line.cells, line.links, line.asides, hard)


def _is_tabbed(line: Line) -> bool:
    """Whether a line is cells between tabs, and not a sentence with a tab in it."""
    return is_row(line) and len(line.cells[0]) <= _LONGEST_LABEL and not ENDS_OPEN.search(line.cells[0])


def _text_of(paragraphs: Sequence[Paragraph]) -> str:
    """Give the text of a cell: numbers stay before their words, bullets go."""
    texts = (collapse("".join(run.text for run in p.runs)) for p in paragraphs)
    numbers = (p.marker if p.numbered else "" for p in paragraphs)
    return " ".join(f"{number} {text}".strip() for number, text in zip(numbers, texts, strict=True) if number or text)
