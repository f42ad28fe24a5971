"""Print a document word by word on reportlab's canvas: no spaces, numbers drawn after their text, words cut at line ends."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.formats.author import Document, Element
from tests.formats.marks import visible

_ENDING = re.compile(r"^([A-Za-z]{4,})((?:tion|ment|ing|ness|ship|able|ally|sion)s?[.,;:]?)$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Measures of the page in points, and what stands at its head and foot (`{}` the page number)."""

    head: str
    foot: str
    left: float = 72
    right: float = 68
    top: float = 90
    bottom: float = 80
    size: float = 12
    leading: float = 20
    fonts: tuple[str, str] = ("Times-Roman", "Times-Bold")
    text: float = 36
    step: float = 26


class Pen:
    """Draws one element after another and begins new pages."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.held = sheet, io.BytesIO()
        self.canvas: Any = Canvas(self.held, pagesize=A4, invariant=1)
        self.y = A4[1] - sheet.top
        self.page = 1

    def finish(self) -> bytes:
        self.furnish()
        self.canvas.save()
        return self.held.getvalue()

    def furnish(self) -> None:
        self.canvas.setFont(self.sheet.fonts[0], 9)
        self.canvas.drawCentredString(A4[0] / 2, A4[1] - 45, self.sheet.head)
        self.canvas.drawCentredString(A4[0] / 2, 40, self.sheet.foot.replace("{}", str(self.page)))

    def room(self, lines: int = 1) -> None:
        if self.y - lines * self.sheet.leading < self.sheet.bottom:
            self.furnish()
            self.canvas.showPage()
            self.page += 1
            self.y = A4[1] - self.sheet.top

    def width(self, words: list[str], font: str) -> float:
        return stringWidth(" ".join(words), font, self.sheet.size)

    def lines(self, text: str, width: float, font: str) -> list[list[str]]:
        """Cut a text into lines; a long word with a known ending is cut where only its beginning fits."""
        found: list[list[str]] = [[]]
        for word in text.split():
            cut = _ENDING.match(word)
            if self.width([*found[-1], word], font) <= width:
                found[-1].append(word)
            elif cut and self.width([*found[-1], f"{cut[1]}-"], font) <= width:
                found[-1].append(f"{cut[1]}-")
                found.append([cut[2]])
            else:
                found.append([word])
        return found

    def paragraph(self, text: str, left: float, mark: str = "", mark_at: float = 0, bold: bool = False) -> None:
        font = self.sheet.fonts[bold]
        width = A4[0] - self.sheet.left - self.sheet.right - left
        first = None
        lines = self.lines(text, width, font)
        for at, words in enumerate(lines):
            self.room()
            first = first or (self.canvas, self.y)
            gap = (width - self.width(words, font)) / max(1, len(words) - 1) if at < len(lines) - 1 and not bold else 0
            self.words(words, self.sheet.left + left, font, gap)
            if at == 0 and mark:
                self.canvas.drawString(self.sheet.left + mark_at, self.y, mark)
            self.y -= self.sheet.leading
        self.y -= self.sheet.leading * 0.4

    def words(self, words: list[str], x: float, font: str, gap: float) -> None:
        self.canvas.setFont(font, self.sheet.size)
        space = stringWidth(" ", font, self.sheet.size)
        for word in words:
            self.canvas.drawString(x, self.y, word)
            x += stringWidth(word, font, self.sheet.size) + space + gap


def _draw(pen: Pen, element: Element) -> None:
    text = visible(f"{element.text} {element.stem}" if element.kind == "split" else element.text)
    sheet = pen.sheet
    if element.kind in {"heading", "policy"}:
        pen.room(3)
        pen.y -= sheet.leading * 0.3
        pen.paragraph(" ".join(filter(None, (element.number, text))), 0, bold=True)
    elif element.kind == "metadata":
        for row in element.rows:
            pen.paragraph(visible(row[1]), 150, visible(row[0]), 0)
    elif element.depth:
        left = sheet.text + sheet.step * element.depth
        pen.paragraph(text, left, element.number or "\u2022", left - sheet.step + 4)
    elif element.kind == "front":
        pen.paragraph(text, 0)
    elif element.kind != "page":
        pen.paragraph(text, sheet.text, element.number or "", 0)


def stroke(sheet: Sheet) -> Callable[[Document], bytes]:
    """Give the function that draws documents on these sheets."""

    def write(document: Document) -> bytes:
        pen = Pen(sheet)
        for element in document.elements:
            _draw(pen, element)
        return pen.finish()

    return write
