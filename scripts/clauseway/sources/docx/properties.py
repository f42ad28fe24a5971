"""What a paragraph says of itself and what holds for it with its style and list."""

from __future__ import annotations

import msgspec
from lxml import etree

from clauseway.sources.docx.formats import PLAIN, Format, overlay, paragraph_format
from clauseway.sources.docx.names import DEL, MOVE_FROM, P_PR, R_PR, W, switch, value
from clauseway.sources.docx.numbering import List
from clauseway.sources.docx.styles import Style, Styles


class Properties(msgspec.Struct, frozen=True):
    """A paragraph's properties."""

    style_id: str | None = None
    style: Style = Style()
    direct: Format = PLAIN
    """What it says itself."""
    looks: Format = PLAIN
    """What holds, its style's sayings included."""
    runs_on: bool = False
    """Whether it and the next are one paragraph: its mark is deleted, or it is only a large first letter."""
    mark_hidden: bool = False
    """Whether its mark is hidden text."""
    section: etree._Element | None = None
    """The section that ends with it."""


def read_properties(paragraph: etree._Element, styles: Styles) -> Properties:
    """Read the properties of a paragraph."""
    properties = paragraph.find(P_PR)
    if properties is None:
        style = styles.paragraph(None)
        return Properties(None, style, looks=style.looks, mark_hidden=bool(style.looks.hidden))
    style_id = value(properties.find(W + "pStyle"))
    style = styles.paragraph(style_id)
    direct = paragraph_format(properties)
    mark = properties.find(R_PR)
    hidden = None if mark is None else switch(mark.find(W + "vanish"))
    return Properties(
        style_id=style_id,
        style=style,
        direct=direct,
        looks=overlay(style.looks, direct),
        runs_on=_is_deleted(mark) or _is_first_letter(properties),
        mark_hidden=bool(style.looks.hidden) if hidden is None else hidden,
        section=properties.find(W + "sectPr"),
    )


def _is_deleted(mark: etree._Element | None) -> bool:
    return mark is not None and (mark.find(DEL) is not None or mark.find(MOVE_FROM) is not None)


def _is_first_letter(properties: etree._Element) -> bool:
    frame = properties.find(W + "framePr")
    return frame is not None and frame.get(W + "dropCap") in {"drop", "margin"}


def heading_level(properties: Properties) -> int:
    """Level as a heading, 0 for none; the document's title is one of the first level."""
    outline = properties.direct.outline
    if outline is not None:
        return outline + 1 if 0 <= outline <= 8 else 0
    return properties.style.level or int(properties.style.title)


def list_level(properties: Properties, found: List | None) -> int:
    """Level in its list, from 0: what it says itself, else the level that its style is linked with."""
    if properties.direct.ilvl is not None:
        return properties.direct.ilvl
    lineage = properties.style.lineage
    linked = {level.linked: at for at, level in found.levels.items() if level.linked} if found else {}
    if lineage and lineage[0] in linked:
        return linked[lineage[0]]
    if properties.looks.ilvl is not None:
        return properties.looks.ilvl
    return next((linked[each] for each in lineage if each in linked), 0)


def indents(properties: Properties, found: List | None, ilvl: int) -> tuple[int, int]:
    """Indent of its text, and how much further right its first line starts, in twips.

    A list that the paragraph itself names overrides its style's indents; one that the style names does not.
    """
    level = found.levels.get(ilvl) if found else None
    listed = Format(left=level.left, first=level.first) if level else PLAIN
    style = properties.style.looks
    by_style = properties.direct.num is None
    layers = (listed, style) if by_style else (style, listed)
    merged = overlay(overlay(layers[0], Format(left=layers[1].left, first=layers[1].first)), properties.direct)
    return merged.left or 0, merged.first or 0
