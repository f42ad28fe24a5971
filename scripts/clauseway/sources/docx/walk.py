"""The body of a document, a note or a page head, as paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree
from msgspec.structs import replace

from clauseway.model import Place
from clauseway.problems import UnreadableSource
from clauseway.sources.docx.context import Document
from clauseway.sources.docx.counting import Counts, Mark
from clauseway.sources.docx.drawing import Drawn, contents, diagram_part, drawn_text
from clauseway.sources.docx.fields import Fields
from clauseway.sources.docx.inline import Inline, Line, chosen, runs
from clauseway.sources.docx.names import (
    ALTERNATE,
    CELL,
    DEL,
    INS,
    MOVE_FROM,
    ROW,
    TABLE,
    TEXT,
    A,
    P,
    W,
    number,
    switch,
    value,
)
from clauseway.sources.docx.nesting import Nesting
from clauseway.sources.docx.properties import Properties, heading_level, indents, list_level, read_properties
from clauseway.sources.findings import DELETED, EMBEDDED, HIDDEN, INSERTION, NUMBER
from clauseway.sources.flow import Cell, Paragraph, Run, Table
from clauseway.sources.refusals import too_large

MOST_PARAGRAPHS = 300_000
"""Paragraphs that a document may have, empty ones included; a thousand pages have about 50,000."""
_SEEN_GAP = 60
"""Twips between paragraphs from which a person sees a space (3 points)."""
_LONGEST_CONTENTS_LINE = 300
_LONGEST_HEADING = 120
_NO_BLOCKS = frozenset(W + name for name in ("sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tcPr", "trPr", "customXmlPr"))
_EMBEDDED = frozenset({W + "altChunk", W + "subDoc"})


@dataclass(slots=True)
class _Contents:
    """A content control that holds a list of contents."""

    listed: bool = False
    """Whether a line of the list has been met."""


@dataclass(slots=True)
class _Region:
    """A run of blocks below one another: a body, a cell, a text box."""

    blocks: list[Paragraph | Table] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    in_cell: bool = False
    gap: bool = True
    """Whether something stands between the last paragraph and the next that a person sees as a space."""
    starts_page: bool = False
    previous: Properties | None = None
    held: tuple[Line, Properties] | None = None
    """Paragraphs that run on into the next."""
    section_start: int | None = None
    """Where the section in hand starts among the blocks; None in the first."""


class Walker:
    """Reads one part of a document; counts, fields and notes run on through all of it."""

    def __init__(self, document: Document, part: str, paragraph: int | None = None) -> None:
        """Start in a part; `paragraph` is the number of paragraphs before it, None where they are not counted."""
        self._document = document
        self._part = part
        self._counts = Counts(document.numbering)
        self.paragraph = paragraph
        self.inline = Inline(document.styles, document.findings, document.package.relations(part))
        self.sections: list[etree._Element] = []

    def blocks(self, elements: Iterable[etree._Element]) -> list[Paragraph | Table]:
        """Give what a run of elements holds."""
        return self._region(elements, _Region())

    def _region(self, elements: Iterable[etree._Element], region: _Region) -> list[Paragraph | Table]:
        for element, listed in self._flat(elements, None):
            if element.tag == P:
                self._paragraph(element, region, listed)
            elif element.tag == TABLE:
                self._flush(region)
                self._table(element, region)
            elif element.tag == W + "sectPr":
                self._flush(region)
                self._section(element, region)
            else:
                self._document.findings.seen.note(EMBEDDED, "", self._place())
        self._flush(region)
        return region.blocks

    def _flat(
        self, elements: Iterable[etree._Element], listed: _Contents | None
    ) -> Iterator[tuple[etree._Element, _Contents | None]]:
        """Paragraphs, tables and the like, whatever controls and marks are wrapped around them."""
        for element in elements:
            tag = element.tag
            if tag in _BLOCKS:
                yield element, listed
            elif tag in {DEL, MOVE_FROM}:
                self._deleted(element)
            elif tag == ALTERNATE:
                branch = chosen(element)
                yield from self._flat(() if branch is None else branch, listed)
            elif tag not in _NO_BLOCKS:
                yield from self._flat(element, _contents_control(element) or listed)

    def _place(self) -> Place:
        return Place(paragraph=self.paragraph)

    def _paragraph(self, element: etree._Element, region: _Region, listed: _Contents | None) -> None:
        if self.paragraph is not None:
            self.paragraph += 1
            if self.paragraph > MOST_PARAGRAPHS:
                raise _too_long(self._document.package.file)
        properties = read_properties(element, self._document.styles)
        line, used = region.held or (Line(self._place()), properties)
        region.held = None
        before = len(line.pieces)
        self.inline.read(element, line, properties.style_id)
        if before == 0 or any(not text.isspace() for text, _, _, _ in line.pieces[before:]):
            used = properties
        if properties.runs_on:
            region.held = (line, used)
        else:
            self._finish(line, used, region, listed)
        if properties.section is not None:
            self._section(properties.section, region)

    def _flush(self, region: _Region) -> None:
        """Finish paragraphs whose mark is deleted, but which nothing follows that they could run on into."""
        if region.held is not None:
            line, used = region.held
            region.held = None
            if line.pieces or line.drawn:
                self._finish(line, used, region, None)

    def _finish(self, line: Line, properties: Properties, region: _Region, listed: _Contents | None) -> None:
        words = tuple(runs(line))
        text = "".join([run.text for run in words])
        seen = bool(text) and not text.isspace()
        hidden = "".join(piece for piece, look, _, _ in line.pieces if look.hidden)
        if hidden and not hidden.isspace():
            self._document.findings.left_out.note(HIDDEN, hidden, line.place)
        if seen or not properties.mark_hidden:
            self._emit(line, words if seen else (), properties, region, listed)
        for drawing in line.drawn:
            self._drawing(drawing, region, line.place)

    def _emit(
        self,
        line: Line,
        words: tuple[Run, ...],
        properties: Properties,
        region: _Region,
        listed: _Contents | None,
    ) -> None:
        text = "".join([run.text for run in words])
        starts_page = region.starts_page or line.breaks_before or bool(properties.looks.breaks_page)
        mark, ilvl = self._mark(properties, text, line.place)
        if not words and not (region.in_cell and mark is not None and mark.numbered):
            region.gap = True
            region.starts_page = starts_page or line.breaks_after
            return
        level = heading_level(properties)
        shown = mark is not None and bool(mark.text)
        region.blocks.append(
            Paragraph(
                runs=_bold(words) if properties.style.title else words,
                place=line.place,
                marker=mark.text if mark is not None else "",
                numbered=mark is not None and mark.numbered,
                listed=shown and not level,
                depth=self._depth(properties, mark, ilvl, region, level if len(text) <= _LONGEST_HEADING else 0),
                level=level,
                gap_before=starts_page or region.gap or _space(region.previous, properties) >= _SEEN_GAP,
                starts_page=starts_page,
                aside="contents list" if _is_contents(line, text, properties, level, listed) else "",
            )
        )
        region.gap, region.starts_page, region.previous = False, line.breaks_after, properties

    def _mark(self, properties: Properties, text: str, place: Place) -> tuple[Mark | None, int]:
        num = properties.looks.num
        if not num:
            return None, 0
        ilvl = list_level(properties, self._document.numbering.find(num))
        mark = self._counts.next(num, ilvl)
        if not mark.resolved and text:
            self._document.findings.seen.note(NUMBER, text, place)
        return mark, ilvl

    def _depth(self, properties: Properties, mark: Mark | None, ilvl: int, region: _Region, heading: int) -> int:
        """Depth of a paragraph; a long one in a heading's style is a clause, and may have items below it."""
        if heading:
            region.nesting.clear()
            return 0
        num = properties.looks.num
        found = self._document.numbering.find(num) if num else None
        left, first = indents(properties, found, ilvl)
        if mark is None or not mark.text:
            return region.nesting.plain(left)
        return region.nesting.item(mark, ilvl, left, first)

    def _section(self, section: etree._Element, region: _Region) -> None:
        """End a section: now it is known whether it had started on a new page."""
        self.sections.append(section)
        start, region.section_start = region.section_start, len(region.blocks)
        continues = value(section.find(W + "type")) in {"continuous", "nextColumn"}
        if start is None or continues or start >= len(region.blocks):
            return
        first = region.blocks[start]
        if isinstance(first, Paragraph):
            region.blocks[start] = replace(first, starts_page=True, gap_before=True)

    def _deleted(self, element: etree._Element) -> None:
        text = "".join(each.text or "" for each in element.iter(TEXT, W + "delText"))
        self._document.findings.left_out.note(DELETED, text, self._place())

    def _table(self, element: etree._Element, region: _Region) -> None:
        rows = tuple(row for each in self._rows(element) if (row := self._row(each)))
        if rows:
            region.blocks.append(Table(rows))
        region.gap, region.previous = True, None

    def _rows(self, table: etree._Element) -> Iterator[etree._Element]:
        for row in _unwrapped(table, ROW):
            change = row.find(f"{W}trPr/{DEL}")
            if change is None:
                if row.find(f"{W}trPr/{INS}") is not None:
                    self._document.findings.seen.note(INSERTION, "", self._place())
                yield row
            else:
                self._deleted(row)

    def _row(self, row: etree._Element) -> tuple[Cell, ...]:
        properties = row.find(W + "trPr")
        header = properties is not None and bool(switch(properties.find(W + "tblHeader")))
        before = 0 if properties is None else number(value(properties.find(W + "gridBefore"))) or 0
        cells = [Cell((), columns=before)] if 0 < before < 64 else []
        return (*cells, *(self._cell(cell, header) for cell in _unwrapped(row, CELL)))

    def _cell(self, cell: etree._Element, header: bool) -> Cell:
        columns = number(value(cell.find(f"{W}tcPr/{W}gridSpan"))) or 1
        if cell.find(f"{W}tcPr/{W}cellDel") is not None:
            self._deleted(cell)
            return Cell((), header, columns)
        blocks = self._region(cell, _Region(in_cell=True))
        return Cell(tuple(blocks), header, columns if 0 < columns < 64 else 1)

    def _drawing(self, drawing: etree._Element, region: _Region, place: Place) -> None:
        for kind, element, described in contents(drawing):
            if kind is Drawn.BOX:
                self._add(self._box(element), region)
            elif kind is Drawn.TEXT:
                self._add(_plain(drawn_text(element), place), region)
            elif kind is Drawn.DIAGRAM and (part := self._diagram(element)):
                self._add(self._diagram_text(part, place), region)
            else:
                self._document.findings.left_out.note(kind.value, described, place)

    def _box(self, box: etree._Element) -> list[Paragraph | Table]:
        """What a text box holds; the fields that it stands in are none of its own."""
        outer, self.inline.fields = self.inline.fields, Fields()
        blocks = self._region(box, _Region())
        self.inline.fields = outer
        return blocks

    def _add(self, blocks: Iterable[Paragraph | Table], region: _Region) -> None:
        known = len(region.blocks)
        region.blocks.extend(blocks)
        region.gap = region.gap or len(region.blocks) > known

    def _diagram(self, element: etree._Element) -> str:
        relation = self._document.package.relations(self._part).get(diagram_part(element))
        known = relation is not None and not relation.external and relation.target in self._document.package
        return relation.target if known and relation is not None else ""

    def _diagram_text(self, part: str, place: Place) -> Iterator[Paragraph]:
        for paragraph in self._document.package.xml(part).iter(A + "p"):
            yield from _plain(drawn_text(paragraph), place)


_BLOCKS = frozenset({P, TABLE, W + "sectPr"}) | _EMBEDDED


def _too_long(file: str) -> UnreadableSource:
    return too_large(file, f"The document has more than {MOST_PARAGRAPHS:,} paragraphs, as no policy has.")


def _unwrapped(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, whatever controls and marks are wrapped around them."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            yield from () if branch is None else _unwrapped(branch, wanted)
        elif child.tag not in _NO_BLOCKS:
            yield from _unwrapped(child, wanted)


def _contents_control(element: etree._Element) -> _Contents | None:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return _Contents() if value(gallery) == "Table of Contents" else None


def _is_contents(line: Line, text: str, properties: Properties, level: int, listed: _Contents | None) -> bool:
    """Tell whether a paragraph belongs to a list of contents: a line of it, or what stands above the first."""
    if len(text) > _LONGEST_CONTENTS_LINE:
        return False
    ends_in_page = line.page_reference or text.rstrip()[-1:].isdigit()
    by_field = line.contents and not line.outside_contents and ends_in_page and not level
    if properties.style.contents or by_field:
        if listed is not None:
            listed.listed = True
        return True
    return listed is not None and not listed.listed


def _space(previous: Properties | None, properties: Properties) -> int:
    """Space between two paragraphs in twips."""
    if previous is None:
        return 0
    alike = previous.style_id == properties.style_id
    after = 0 if alike and previous.looks.contextual else previous.looks.after or 0
    before = 0 if alike and properties.looks.contextual else properties.looks.before or 0
    return max(after, before)


def _bold(words: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, bold=True) for run in words)


def _plain(text: str, place: Place) -> list[Paragraph]:
    return [Paragraph((Run(text),), place)] if text and not text.isspace() else []
