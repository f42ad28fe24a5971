"""What Word says of a paragraph's looks, as far as it matters here, and how one layer overrides another."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from lxml import etree

from clauseway.sources.docx.names import P_PR, R_PR, VAL, W, number, switch, switched_on, twips


class Format(msgspec.Struct, frozen=True, gc=False):
    """Looks of a paragraph and its words; None leaves a point to the layer below."""

    num: int | None = None
    """Id of the list; 0 says that it is in none."""
    ilvl: int | None = None
    """Level within the list, from 0."""
    outline: int | None = None
    """Level in the outline, from 0; 9 is body text."""
    left: int | None = None
    """Indent of the text in twips."""
    first: int | None = None
    """How much further right its first line starts, in twips; negative where it hangs out."""
    before: int | None = None
    """Space above in twips."""
    after: int | None = None
    """Space below in twips."""
    contextual: bool | None = None
    """Whether there is no space between paragraphs of the same style."""
    breaks_page: bool | None = None
    """Whether it starts a page."""
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None


PLAIN = Format()
"""The looks of which nothing is said."""
AUTOMATIC_SPACE = 280
"""Space in twips for `auto`, as Word has it."""

_POINTS = Format.__struct_fields__


def overlay(below: Format, above: Format) -> Format:
    """Lay one format over another: what the upper one says holds, the rest is the lower one's."""
    if above == PLAIN:
        return below
    if below == PLAIN:
        return above
    pairs = ((getattr(above, point), getattr(below, point)) for point in _POINTS)
    return Format(*[low if high is None else high for high, low in pairs])


def read_format(parent: etree._Element) -> Format:
    """Read the `w:pPr` and `w:rPr` that stand directly in an element (a style, or the defaults)."""
    return overlay(paragraph_format(parent.find(P_PR)), run_format(parent.find(R_PR)))


def paragraph_format(properties: etree._Element | None) -> Format:
    """Read a `w:pPr`; the looks of the paragraph mark in it are no looks of its words."""
    if properties is None:
        return PLAIN
    said: dict[str, int | bool | None] = {}
    for child in properties:
        reader = _READERS.get(child.tag)
        if reader is not None:
            reader(child, said)
    return Format(**said) if said else PLAIN  # type: ignore[arg-type]


def run_format(properties: etree._Element | None) -> Format:
    """Read a `w:rPr`."""
    if properties is None:
        return PLAIN
    bold, italic, hidden = (switch(properties.find(W + name)) for name in ("b", "i", "vanish"))
    return Format(bold=bold, italic=italic, hidden=hidden)


_Said = dict[str, int | bool | None]


def _numbering(element: etree._Element, said: _Said) -> None:
    for child in element:
        if child.tag == W + "numId":
            said["num"] = number(child.get(VAL))
        elif child.tag == W + "ilvl":
            said["ilvl"] = number(child.get(VAL))


def _indent(element: etree._Element, said: _Said) -> None:
    said["left"] = twips(element.get(W + "left") or element.get(W + "start"))
    hanging = twips(element.get(W + "hanging"))
    said["first"] = -hanging if hanging is not None else twips(element.get(W + "firstLine"))


def _spacing(element: etree._Element, said: _Said) -> None:
    for side in ("before", "after"):
        automatic = element.get(f"{W}{side}Autospacing")
        if automatic is not None and switched_on(automatic):
            said[side] = AUTOMATIC_SPACE
        else:
            said[side] = twips(element.get(W + side))


def _outline(element: etree._Element, said: _Said) -> None:
    said["outline"] = number(element.get(VAL))


def _contextual(element: etree._Element, said: _Said) -> None:
    said["contextual"] = switched_on(element.get(VAL))


def _page_break(element: etree._Element, said: _Said) -> None:
    said["breaks_page"] = switched_on(element.get(VAL))


_READERS: dict[object, Callable[[etree._Element, _Said], None]] = {
    W + "numPr": _numbering,
    W + "ind": _indent,
    W + "spacing": _spacing,
    W + "outlineLvl": _outline,
    W + "contextualSpacing": _contextual,
    W + "pageBreakBefore": _page_break,
}
