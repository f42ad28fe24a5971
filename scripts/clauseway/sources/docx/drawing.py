"""What is drawn in a paragraph: text boxes, diagrams, pictures, objects."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from lxml import etree

from clauseway.sources.docx.inline import chosen
from clauseway.sources.docx.names import ALTERNATE, BOX, DGM, DRAWN_TEXT, PIC, WP, A, C, R, V, W
from clauseway.sources.invisible import without_invisible

_CHARTS = frozenset({C + "chart", "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"})


class Drawn(StrEnum):
    """What a drawing holds."""

    BOX = "text box"
    TEXT = "text"
    DIAGRAM = "diagram"
    PICTURE = "picture"
    CHART = "chart"
    OBJECT = "embedded object"
    WORD_ART = "word art"


def contents(drawing: etree._Element) -> Iterator[tuple[Drawn, etree._Element, str]]:
    """Give what a `w:drawing`, `w:pict` or `w:object` holds, in order, with the words that describe it."""
    if drawing.tag == W + "object":
        yield Drawn.OBJECT, drawing, ""
    described = ""
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag == ALTERNATE:
            branch = chosen(element)
            waiting += [] if branch is None else list(reversed(branch))
            continue
        described = _description(element) or described
        kind = _kind(element)
        if kind is not None and not (kind is Drawn.PICTURE and drawing.tag == W + "object"):
            yield kind, element, described
        if kind not in {Drawn.BOX, Drawn.TEXT, Drawn.PICTURE}:
            waiting.extend(reversed(element))


def drawn_text(paragraph: etree._Element) -> str:
    """Give the words of a paragraph of a drawing or diagram."""
    parts = ("\n" if each.tag == A + "br" else each.text or "" for each in paragraph.iter(DRAWN_TEXT, A + "br"))
    return without_invisible("".join(parts))


def diagram_part(element: etree._Element) -> str:
    """Give the id by which a diagram refers to its words, empty where it refers to none."""
    return element.get(R + "dm") or ""


def _kind(element: etree._Element) -> Drawn | None:
    tag = element.tag
    if tag in _CHARTS:
        return Drawn.CHART
    if tag == V + "textpath" and not element.get("string"):
        return None
    return _KINDS.get(tag) if isinstance(tag, str) else None


def _description(element: etree._Element) -> str:
    """Alternative text that an element carries, or the words of word art."""
    if element.tag == WP + "docPr":
        return element.get("descr") or element.get("title") or ""
    if element.tag == V + "textpath":
        return element.get("string") or ""
    return element.get("alt") or "" if isinstance(element.tag, str) and element.tag.startswith(V) else ""


_KINDS = {
    BOX: Drawn.BOX,
    A + "p": Drawn.TEXT,
    DGM + "relIds": Drawn.DIAGRAM,
    PIC + "pic": Drawn.PICTURE,
    V + "imagedata": Drawn.PICTURE,
    V + "textpath": Drawn.WORD_ART,
}
