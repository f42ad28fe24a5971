"""PDF files drawn line by line, and what the reader makes of them as plain values."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from clauseway.sources.flow import Content, Flow, Paragraph, Table
from clauseway.sources.pdf import read_pdf
from clauseway.words import words

TOP = 780
LEADING = 13.5
SIZE = 11
LONG = (
    "Every child of compulsory school age must attend school regularly and on time, unless the headteacher has "
    "authorised the absence in writing before it began or there is a cause that could not be avoided."
)


class Page:
    """A canvas with a pen that goes down the page."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.y = float(TOP)

    def line(self, text: str, x: float = 72, font: str = "Helvetica", size: float = SIZE, skip: float = 0) -> None:
        self.y -= skip
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y, text)
        self.y -= LEADING * size / SIZE

    def at(self, x: float, y: float, text: str, font: str = "Helvetica", size: float = SIZE) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def text(
        self, text: str, x: float = 72, width: float = 440, mark: str = "", mark_x: float = 72, skip: float = 6
    ) -> None:
        """A wrapped paragraph, with a mark to the left of its first line."""
        self.y -= skip
        if mark:
            self.at(mark_x, self.y, mark)
        for line in simpleSplit(text, "Helvetica", SIZE, width):
            self.line(line, x)

    def new_page(self) -> None:
        self.canvas.showPage()
        self.y = float(TOP)


def drawn(draw: Callable[[Page], None], **options: Any) -> bytes:
    """The bytes of a PDF that `draw` draws."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1, **options)
    draw(Page(canvas))
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read(draw: Callable[[Page], None], **options: Any) -> Content:
    return read_pdf(drawn(draw, **options), "a.pdf")


def paragraphs(flow: Flow) -> Iterator[Paragraph]:
    for block in flow:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell.content)


def text_of(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs)


def texts(content: Content) -> list[str]:
    """Texts of the paragraphs that are no furniture, tables left out."""
    return [text_of(block) for block in content.flow if isinstance(block, Paragraph) and not block.aside]


def asides(content: Content) -> list[tuple[str, str]]:
    return [(block.aside, text_of(block)) for block in content.flow if isinstance(block, Paragraph) and block.aside]


def tables(content: Content) -> list[list[list[str]]]:
    """Every table as rows of cells of text."""
    found = [block for block in content.flow if isinstance(block, Table)]
    return [
        [[" / ".join(text_of(p) for p in paragraphs(cell.content)) for cell in row] for row in table.rows]
        for table in found
    ]


def balance(content: Content) -> tuple[Counter[str], Counter[str]]:
    """Words that only the flow has, and words that only the page text has; both empty for a true reading."""
    flow = Counter(word for paragraph in paragraphs(content.flow) for word in words(text_of(paragraph)))
    page = Counter(word for word, _ in content.words)
    return flow - page, page - flow


BALANCED: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
