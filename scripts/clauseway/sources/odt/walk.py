"""A body, page head or note to paragraphs and tables, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
from lxml import etree

from clauseway.model import Place
from clauseway.sources import findings as kinds
from clauseway.sources.counters import whole_number
from clauseway.sources.findings import Findings
from clauseway.sources.flow import Paragraph, Table
from clauseway.sources.odt.inline import Inline, read_inline
from clauseway.sources.odt.names import (
    COMMENT,
    CONTENTS,
    DELETED,
    DRAW,
    HEADING,
    NO_TEXT,
    NOTE,
    OBJECTS,
    PARAGRAPHS,
    SOFT_PAGE_BREAK,
    SVG,
    TABLE,
    TEXT,
    XML,
)
from clauseway.sources.odt.numbering import Item, Mark, Numbering, OpenList
from clauseway.sources.odt.styles import Shape, Styles
from clauseway.sources.odt.tables import read_table

_DEEPEST_HEADING = 9
_GOES_ON = {"true": True, "false": False}
_ITEMS = frozenset({f"{TEXT}list-item", f"{TEXT}list-header"})


class Inside(msgspec.Struct, frozen=True):
    """What a paragraph stands in."""

    aside: str = ""
    """Why it is furniture."""
    opened: OpenList | None = None
    """The list."""
    item: Item | None = None
    """The item of it."""
    items: int = 0
    """How many items it is in."""


@dataclass(slots=True)
class Walk:
    """Goes through a document once, in its order; a call or two for each element that others stand in."""

    styles: Styles
    numbering: Numbering
    findings: Findings
    notes: list[Paragraph | Table] = field(default_factory=list)
    """What stands in footnotes and endnotes."""
    masters: list[tuple[str, int]] = field(default_factory=list)
    """Master pages that begin somewhere, with the number of paragraphs before."""
    paragraphs: int = 0
    """How many paragraphs there were."""
    page_begins: bool = False
    """Whether what comes next is the first of its page."""
    gap: bool = True
    """Whether space stands below what came last."""

    def flow(self, parent: etree._Element, inside: Inside) -> list[Paragraph | Table]:
        """Read what stands in an element."""
        found: list[Paragraph | Table] = []
        for child in parent.iterchildren("*"):
            if child.tag in PARAGRAPHS:
                found += self._paragraph(child, inside)
            elif child.tag == f"{TEXT}list":
                found += self._list(child, inside)
            elif child.tag == SOFT_PAGE_BREAK:
                self.page_begins = True
            elif child.tag in NO_TEXT:
                self._leave_out(child)
            else:
                found += self._wrapped(child, inside)
        return found

    def _wrapped(self, element: etree._Element, inside: Inside) -> list[Paragraph | Table]:
        """Look into a table, frame, section, index or anything that is not known."""
        tag = str(element.tag)
        if tag == f"{TABLE}table":
            return [self._table(element, inside)]
        if tag.startswith(DRAW):
            self._drawing(element)
            inside = Inside(inside.aside)
        elif is_hidden_section(element):
            self._leave_hidden(element)
            Walk(self.styles, self.numbering, Findings()).flow(element, inside)  # its items count on all the same
            return []
        elif tag in CONTENTS:
            inside = msgspec.structs.replace(inside, aside=inside.aside or "contents list")
        elif tag == f"{TEXT}numbered-paragraph":
            inside = self._numbered_paragraph(element, inside)
        return self.flow(element, inside)

    def _list(self, element: etree._Element, inside: Inside) -> list[Paragraph | Table]:
        opened = self._open(element, inside)
        found: list[Paragraph | Table] = []
        for child in element.iterchildren("*"):
            if child.tag not in _ITEMS:
                self.page_begins |= child.tag == SOFT_PAGE_BREAK
                continue
            item = Item(
                counted=child.tag == f"{TEXT}list-item",
                start=_start(child),
                style=child.get(f"{TEXT}style-override", ""),
            )
            found += self.flow(child, Inside(inside.aside, opened, item, inside.items + 1))
        if inside.item is not None:
            inside.item.counted = False
        return found

    def _open(self, element: etree._Element, inside: Inside) -> OpenList:
        style = element.get(f"{TEXT}style-name", "")
        goes_on = _GOES_ON.get(element.get(f"{TEXT}continue-numbering", ""))
        if inside.opened is not None and inside.item is not None:
            return inside.opened.within(style, inside.item, goes_on)
        return self.numbering.open_list(
            style,
            ident=element.get(f"{XML}id") or element.get(f"{TEXT}id") or "",
            goes_on=goes_on,
            continues=element.get(f"{TEXT}continue-list", ""),
        )

    def _numbered_paragraph(self, element: etree._Element, inside: Inside) -> Inside:
        """Treat a `text:numbered-paragraph` as an item of the list that it names."""
        level = whole_number(element.get(f"{TEXT}level", ""), 1)
        ident = element.get(f"{TEXT}list-id", "")
        opened = OpenList(element.get(f"{TEXT}style-name", ""), max(1, level) - 1, f"numbered {ident}")
        return Inside(inside.aside, opened, Item(start=_start(element)), level)

    def _paragraph(self, element: etree._Element, inside: Inside) -> list[Paragraph | Table]:
        self.paragraphs += 1
        shape = self.styles.shape(element.get(f"{TEXT}style-name", ""))
        self._begin_master(shape.master)
        listed = inside.item is not None and inside.item.counted
        mark = self._mark(element, shape, inside)
        words = read_inline(element, self.styles, shape.look)
        if words.is_hidden:
            self._leave_hidden(element)
            return []
        for hidden in words.hidden:
            self._note(kinds.HIDDEN, hidden)
        for comment in words.comments:
            self._leave_out(comment)
        found: list[Paragraph | Table] = []
        found += self._made(element, shape, inside, words, mark, listed=listed)
        for anchored in words.anchored:
            found += self._anchored(anchored, inside)
        return found

    def _made(
        self, element: etree._Element, shape: Shape, inside: Inside, words: Inline, mark: Mark, *, listed: bool
    ) -> list[Paragraph]:
        """Make the paragraph; one without words only leaves a gap."""
        starts_page = self.page_begins or shape.starts_page or words.starts_page
        filled = bool(words.text.strip())
        gap, self.gap = self.gap or shape.space_above, shape.space_below or not filled
        self.page_begins = shape.ends_page or (starts_page and not filled)
        if not filled:
            return []
        if mark.unresolved:
            self.findings.seen.note(kinds.NUMBER, words.text, self._place())
        level = _heading_level(element, shape)
        listed = listed and not level
        depth = inside.opened.level if listed and inside.opened else inside.items
        return [
            Paragraph(
                runs=tuple(words.runs),
                place=self._place(),
                marker=mark.text,
                numbered=mark.numbered,
                listed=listed,
                depth=0 if level else depth,
                level=level,
                gap_before=gap,
                starts_page=starts_page,
                aside=inside.aside,
            )
        ]

    def _mark(self, element: etree._Element, shape: Shape, inside: Inside) -> Mark:
        """Count a paragraph, if it is one that is counted."""
        is_heading = element.tag == HEADING
        if is_heading and element.get(f"{TEXT}is-list-header") == "true":
            return Mark()
        if inside.opened is not None and inside.item is not None:
            return self.numbering.mark(inside.opened, inside.item)
        if shape.unlisted:
            return Mark()
        if is_heading:
            restarts = element.get(f"{TEXT}restart-numbering") == "true"
            return self.numbering.heading(_outline_level(element) - 1, restarts, _start(element))
        if shape.heads:
            return self.numbering.heading(shape.heads - 1, False, None)
        return Mark()

    def _anchored(self, element: etree._Element, inside: Inside) -> list[Paragraph | Table]:
        """Read a frame, or put a note by for the end."""
        within = Inside(inside.aside)
        if element.tag != NOTE:
            return self._wrapped(element, within)
        self.notes += self.flow(element, within)
        return []

    def _table(self, element: etree._Element, inside: Inside) -> Table:
        begins, master = self.styles.table_shape(element.get(f"{TABLE}style-name", ""))
        self._begin_master(master)
        self.page_begins |= begins
        return read_table(element, self, inside.aside)

    def cell(self, element: etree._Element, aside: str) -> tuple[Paragraph | Table, ...]:
        """Read a cell of a table."""
        return tuple(self.flow(element, Inside(aside)))

    def covered(self, element: etree._Element) -> None:
        """Leave out what stands in a cell that another one covers."""
        if "".join(element.itertext()).strip():
            self._leave_hidden(element)

    def _drawing(self, element: etree._Element) -> None:
        """Note a frame that holds no words."""
        tags = {child.tag for child in element.iterchildren("*")}
        sample = " ".join(text for name in ("title", "desc") if (text := element.findtext(f"{SVG}{name}")))
        if element.tag == f"{DRAW}control":
            self._note(kinds.FORM_FIELD, sample)
        elif element.tag == f"{DRAW}frame" and tags & OBJECTS:
            self._note(kinds.OBJECT, sample)
        elif element.tag == f"{DRAW}frame" and f"{DRAW}image" in tags:
            self._note(kinds.PICTURE, sample)

    def _leave_out(self, element: etree._Element) -> None:
        """Note comments and deletions; of settings there is nothing to say."""
        if element.tag == COMMENT:
            paragraphs = (" ".join(text.itertext()) for text in element.iter(*PARAGRAPHS))
            self._note(kinds.COMMENT, " ".join(paragraphs))
        elif element.tag == DELETED:
            for _ in element.iter(f"{TEXT}insertion"):
                self.findings.seen.note(kinds.INSERTION, "", self._place())
            for deletion in element.iter(f"{TEXT}deletion"):
                words = " ".join(" ".join(text.itertext()) for text in deletion.iter(*PARAGRAPHS))
                self._note(kinds.DELETED, words)

    def _leave_hidden(self, element: etree._Element) -> None:
        self._note(kinds.HIDDEN, "".join(element.itertext()))

    def _note(self, what: str, sample: str) -> None:
        self.findings.left_out.note(what, sample, self._place())

    def _place(self) -> Place:
        return Place(paragraph=max(1, self.paragraphs))

    def _begin_master(self, master: str) -> None:
        if master:
            self.masters.append((master, self.paragraphs))


def is_hidden_section(element: etree._Element) -> bool:
    """Tell whether an element is a section that is not shown."""
    return element.tag == f"{TEXT}section" and hides_section(
        element.get(f"{TEXT}display", ""), element.get(f"{TEXT}is-hidden", "")
    )


def hides_section(display: str, state: str) -> bool:
    """Tell whether a section of this `text:display` and `text:is-hidden` is not shown."""
    return display == "none" or (display == "condition" and state == "true")


def _heading_level(element: etree._Element, shape: Shape) -> int:
    if element.tag == HEADING:
        return min(_DEEPEST_HEADING, _outline_level(element))
    return min(_DEEPEST_HEADING, shape.outline) or int(shape.title)


def _outline_level(element: etree._Element) -> int:
    return max(1, whole_number(element.get(f"{TEXT}outline-level", ""), 1))


def _start(element: etree._Element) -> int | None:
    stated = element.get(f"{TEXT}start-value", "")
    start = whole_number(stated, -1)
    return None if start < 0 else start
