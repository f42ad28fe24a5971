"""Print a document with reportlab's page templates: hanging numbers, running heads, footnotes, columns."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    Image,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

from tests.formats.author import Document, Element
from tests.formats.marks import pieces, visible

LIBERATION = "/usr/share/fonts/truetype/liberation/"
Draw = Callable[[Any, Any], None]


def family(name: str) -> tuple[str, str, str]:
    """Make a Liberation family known ("Serif", "Sans", "SansNarrow"); give its regular, bold and italic names."""
    for cut in ("Regular", "Bold", "Italic", "BoldItalic"):
        pdfmetrics.registerFont(TTFont(f"L{name}-{cut}", f"{LIBERATION}Liberation{name}-{cut}.ttf"))
    pdfmetrics.registerFontFamily(
        f"L{name}-Regular", f"L{name}-Regular", f"L{name}-Bold", f"L{name}-Italic", f"L{name}-BoldItalic"
    )
    return f"L{name}-Regular", f"L{name}-Bold", f"L{name}-Italic"


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is set. Lengths in points; `indents` are the left edge of text by depth, `hangs` of its number."""

    fonts: tuple[str, str, str] = ("Times-Roman", "Times-Bold", "Times-Italic")
    size: float = 11
    leading: float = 14
    gap: float = 6
    justified: bool = False
    page: tuple[float, float] = A4
    margins: tuple[float, float, float, float] = (2.5 * cm, 2.3 * cm, 2.2 * cm, 2.2 * cm)
    columns: int = 1
    heads: tuple[tuple[float, bool, str, bool], ...] = ((15, True, "#000000", False), (12, True, "#000000", False))
    heads_hang: float = 0
    indents: tuple[float, ...] = (28, 56, 84)
    hangs: tuple[float, ...] = (0, 32, 60)
    plain_indent: float = 0
    bullets: tuple[tuple[str, str], ...] = (("", "•"), ("", "o"), ("", "–"))
    widths: tuple[tuple[float, ...], ...] = ()
    borderless: bool = False
    on_first: Draw | None = None
    on_odd: Draw | None = None
    on_even: Draw | None = None
    note_room: float = 0
    split_rows: bool = True
    contents_dots: bool = True
    pictures: dict[str, Any] = field(default_factory=dict)


class _Paper(BaseDocTemplate):
    """Notes headings for the contents, footnotes for the foot of their page."""

    def __init__(self, target: io.BytesIO, look: Look, **rest: Any) -> None:
        super().__init__(target, pagesize=look.page, **rest)
        self.look = look

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802
        entry = getattr(flowable, "entry", None)
        if entry:
            self.notify("TOCEntry", (entry[0], entry[1], self.page))


class _Note(Flowable):
    """Stands where a footnote is called and draws it at the foot of that page."""

    def __init__(self, paragraph: Paragraph, look: Look) -> None:
        super().__init__()
        self.paragraph, self.look = paragraph, look

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        canvas: Any = self.canv
        page = canvas.getPageNumber()
        used = getattr(canvas, "notes_used", (0, 0))
        top = used[1] if used[0] == page else 0
        left, right, _, bottom = self.look.margins
        width = self.look.page[0] - left - right
        _, height = self.paragraph.wrap(width, 200)
        x, y = canvas.absolutePosition(0, 0)
        if not top:
            rule = bottom + self.look.note_room - 6 - y
            canvas.line(left - x, rule, left - x + 120, rule)
        self.paragraph.drawOn(canvas, left - x, bottom + self.look.note_room - 10 - top - height - y)
        canvas.notes_used = (page, top + height + 2)


class Setter:
    """Turns elements into flowables."""

    def __init__(self, document: Document, look: Look) -> None:
        self.document, self.look = document, look
        self.notes = {key: at for at, key in enumerate(document.notes, 1)}
        self.tables = iter(look.widths)
        self.depth = 0

    def style(self, **rest: Any) -> ParagraphStyle:
        look = self.look
        start: dict[str, Any] = {"fontName": look.fonts[0], "fontSize": look.size, "leading": look.leading}
        start |= {"spaceAfter": look.gap, "alignment": TA_JUSTIFY if look.justified else TA_LEFT}
        start |= {"embeddedHyphenation": 1 if look.justified else 0, "bulletFontName": look.fonts[0]}
        start |= {"bulletFontSize": look.size, "allowWidows": 1, "allowOrphans": 1}
        return ParagraphStyle("one", **(start | rest))

    def flowables(self) -> Iterator[Flowable]:
        for element in self.document.elements:
            yield from getattr(self, f"_{element.kind}")(element)
            for piece in pieces(element.text + element.stem):
                if piece.mark == "fn":
                    yield self.note(piece.text)

    def note(self, key: str) -> Flowable:
        text = f"<super>{self.notes[key]}</super> {self.marked(self.document.notes[key][0])}"
        style = self.style(fontSize=self.look.size - 2.5, leading=self.look.leading - 3, spaceAfter=0)
        return _Note(Paragraph(text, style), self.look)

    def marked(self, text: str) -> str:
        return "".join(self.piece(piece.mark, piece.text) for piece in pieces(text))

    def piece(self, mark: str, text: str) -> str:
        if mark == "fn":
            return f"<super>{self.notes[text]}</super>"
        if mark == "link":
            href, _, shown = text.partition("|")
            return f'<a href="{escape(href)}" color="blue">{escape(shown)}</a>'
        if mark in {"b", "i", "u"}:
            return f"<{mark}>{escape(text)}</{mark}>"
        return {"br": "<br/>", "li": f"<br/>•&nbsp;&nbsp;{escape(text)}"}.get(mark, escape(text))

    def hanging(self, element: Element, text: str, depth: int) -> Flowable:
        look = self.look
        mark, font = element.number, look.fonts[0]
        if mark is None:
            font, mark = look.bullets[min(depth, len(look.bullets)) - 1]
            font = font or look.fonts[0]
        style = self.style(leftIndent=look.indents[depth], bulletIndent=look.hangs[depth], bulletFontName=font)
        return Paragraph(text, style, bulletText=mark)

    def body(self, element: Element, depth: int = 0) -> Iterator[Flowable]:
        text = self.marked(element.text + (" " + element.stem if element.kind == "split" else ""))
        self.depth = depth
        if element.number is not None or depth:
            yield self.hanging(element, text, depth)
        else:
            yield Paragraph(text, self.style(leftIndent=self.look.plain_indent))

    def _clause(self, element: Element) -> Iterator[Flowable]:
        yield from self.body(element)

    def _item(self, element: Element) -> Iterator[Flowable]:
        yield from self.body(element, element.depth)

    def _lead(self, element: Element) -> Iterator[Flowable]:
        yield from self.body(element, element.depth)

    _split = _lead

    def _more(self, element: Element) -> Iterator[Flowable]:
        yield Paragraph(self.marked(element.text), self.style(leftIndent=self.look.indents[self.depth]))

    def _tail(self, element: Element) -> Iterator[Flowable]:
        yield Paragraph(
            self.marked(element.text), self.style(leftIndent=self.look.indents[0] if self.look.hangs else 0)
        )

    def _label(self, element: Element) -> Iterator[Flowable]:
        yield self.hanging(element, self.marked(element.text), 1)

    def _policy(self, element: Element) -> Iterator[Flowable]:
        size = self.look.size * 2
        yield Paragraph(
            self.marked(element.text),
            self.style(
                fontName=self.look.fonts[1], fontSize=size, leading=size * 1.2, spaceAfter=14, alignment=TA_CENTER
            ),
        )

    def _heading(self, element: Element) -> Iterator[Flowable]:
        size, bold, colour, capitals = self.look.heads[min(element.depth, len(self.look.heads)) - 1]
        style = self.style(
            fontName=self.look.fonts[1 if bold else 0],
            fontSize=size,
            leading=size * 1.25,
            spaceBefore=size * 0.8,
            spaceAfter=size * 0.4,
            textColor=colors.HexColor(colour),
            leftIndent=self.look.heads_hang,
            bulletIndent=0,
            bulletFontName=self.look.fonts[1 if bold else 0],
            bulletFontSize=size,
            bulletColor=colors.HexColor(colour),
            keepWithNext=1,
            alignment=TA_LEFT,
        )
        text = self.marked(element.text.upper() if capitals else element.text)
        hung = element.number if self.look.heads_hang else None
        shown = text if hung or not element.number else f"{element.number} {text}"
        made: Any = Paragraph(shown, style, bulletText=hung)
        made.entry = (element.depth - 1, " ".join(filter(None, (element.number, visible(element.text)))))
        yield made

    def _front(self, element: Element) -> Iterator[Flowable]:
        size = {"big": self.look.size * 1.6, "small": self.look.size - 2}.get(element.form, self.look.size)
        centre = element.form in {"front", "big"}
        yield Paragraph(
            self.marked(element.text),
            self.style(fontSize=size, leading=size * 1.3, alignment=TA_CENTER if centre else TA_LEFT),
        )

    def _page(self, element: Element) -> Iterator[Flowable]:
        if element.form == "picture":
            data, width, height = self.look.pictures[element.text]
            yield Image(io.BytesIO(data), width, height)
        elif element.form == "column":
            yield FrameBreak()
        elif element.form == "space":
            yield Spacer(1, float(element.text))
        else:
            yield PageBreak()

    def _contents(self, element: Element) -> Iterator[Flowable]:
        yield Paragraph("Contents", self.style(fontName=self.look.fonts[1], fontSize=self.look.size * 1.4, leading=22))
        made = TableOfContents(dotsMinLevel=0 if self.look.contents_dots else -1)
        made.levelStyles = [self.style(leftIndent=14 * level, spaceAfter=3, alignment=TA_LEFT) for level in range(3)]
        yield made

    def cells(self, row: tuple[str, ...], bold: bool) -> list[Flowable]:
        style = self.style(
            fontName=self.look.fonts[1 if bold else 0],
            fontSize=self.look.size - 1,
            leading=self.look.leading - 1.5,
            spaceAfter=0,
            alignment=TA_LEFT,
        )
        return [Paragraph(self.marked(cell), style) for cell in row]

    def grid(self, rows: list[list[Flowable]], lines: bool, head: bool) -> Flowable:
        style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
        style += [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if lines else []
        style += [("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#dde6ee"))] if head and lines else []
        made = Table(
            rows,
            colWidths=list(next(self.tables)),
            repeatRows=1 if head and not self.look.split_rows else 0,
            splitInRow=int(self.look.split_rows),
        )
        made.setStyle(TableStyle(style))
        return made

    def _table(self, element: Element) -> Iterator[Flowable]:
        rows = [self.cells(element.rows[0], True), *(self.cells(row[1:], False) for row in element.rows[1:])]
        yield Spacer(1, 4)
        yield self.grid(rows, True, True)
        yield Spacer(1, 10)

    def _metadata(self, element: Element) -> Iterator[Flowable]:
        rows = [self.cells(row, False) for row in element.rows]
        yield Spacer(1, 6)
        yield self.grid(rows, not self.look.borderless, element.form == "history")
        yield Spacer(1, 10)

    def _box(self, element: Element) -> Iterator[Flowable]:
        inner = Setter(Document("", element.parts, {}), self.look)
        made = Table([[list(inner.flowables())]], colWidths=list(next(self.tables)))
        made.setStyle(
            TableStyle([("BOX", (0, 0), (-1, -1), 1, colors.black), ("BACKGROUND", (0, 0), (-1, -1), "#f2f2e6")])
        )
        yield made
        yield Spacer(1, 8)


def frames(look: Look) -> list[Frame]:
    """Give the text columns of a page."""
    left, right, top, bottom = look.margins
    gutter = 0.8 * cm
    width = (look.page[0] - left - right - gutter * (look.columns - 1)) / look.columns
    low = bottom + look.note_room
    high = look.page[1] - top - low
    return [
        Frame(left + at * (width + gutter), low, width, high, 0, 0, 0, 0, id=f"column{at}")
        for at in range(look.columns)
    ]


def set_pages(look: Look) -> Callable[[Document], bytes]:
    """Give the function that prints documents in this look."""

    def draw(canvas: Any, paper: Any) -> None:
        first = canvas.getPageNumber() == 1
        odd = canvas.getPageNumber() % 2 == 1
        chosen = look.on_first if first and look.on_first else look.on_odd if odd or not look.on_even else look.on_even
        if chosen:
            canvas.saveState()
            chosen(canvas, paper)
            canvas.restoreState()

    def write(document: Document) -> bytes:
        target = io.BytesIO()
        made = _Paper(target, look, invariant=1, title=document.name)
        made.addPageTemplates([PageTemplate(id="all", frames=frames(look), onPage=draw)])
        made.multiBuild(list(Setter(document, look).flowables()))
        return target.getvalue()

    return write


def line(text: str, x: float, y: float, font: str = "Times-Roman", size: float = 9, right: bool = False) -> Draw:
    """Give a function that draws a line of text on every page; `{}` in it is the page number."""

    def draw(canvas: Any, _: Any) -> None:
        canvas.setFont(font, size)
        shown = text.replace("{}", str(canvas.getPageNumber()))
        (canvas.drawRightString if right else canvas.drawString)(x, y, shown)

    return draw


def both(*draws: Draw) -> Draw:
    """Draw several things on a page."""

    def draw(canvas: Any, made: Any) -> None:
        for one in draws:
            one(canvas, made)

    return draw
