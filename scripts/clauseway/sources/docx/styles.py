"""Styles: what each one says with all it is based on, and which are headings or belong to a contents list."""

from __future__ import annotations

import re

import msgspec
from lxml import etree
from msgspec.structs import replace

from clauseway.sources.docx.formats import PLAIN, Format, overlay, read_format
from clauseway.sources.docx.names import W, switched_on, value

# Word stores the English names of its own styles whatever its language, other programs may not.
_HEADING = re.compile(
    r"(?:heading|pennawd|überschrift|titre|título|titolo|kop|nagłówek|rubrik|overskrift)\s?([1-9])$", re.IGNORECASE
)
_CONTENTS = re.compile(r"(?:toc|contents|verzeichnis|tm)\s?\d$|table of figures$", re.IGNORECASE)
_DEEPEST = 64
"""Styles that may be based on one another; Word allows eleven."""


class Style(msgspec.Struct, frozen=True, gc=False):
    """A paragraph or character style, with everything it inherits."""

    looks: Format = PLAIN
    """How its paragraphs and words look."""
    level: int = 0
    """Level as a heading, 1 to 9; 0 for body text."""
    title: bool = False
    """Whether it is the style of the document's title."""
    contents: bool = False
    """Whether its paragraphs are lines of a contents list."""
    lineage: tuple[str, ...] = ()
    """Ids of itself and what it is based on, nearest first."""


_NONE = Style()


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the styles from the root of their part, None where the file has none."""
        elements = [] if root is None else root.findall(W + "style")
        self._elements = {element.get(W + "styleId") or "": element for element in elements}
        self._known: dict[str, Style] = {}
        self._normal = _default_id(elements)
        self._defaults = PLAIN if root is None else _defaults(root)
        self._formats: dict[str, Format] = {}

    def paragraph(self, style_id: str | None) -> Style:
        """Give the style of a paragraph; an unknown or missing id means the default one."""
        key = style_id if style_id in self._elements else self._normal
        return self._style(key or "", self._defaults)

    def character(self, style_id: str | None) -> Style:
        """Give the style of a run; nothing is said where it has none."""
        return self._style(style_id, PLAIN) if style_id in self._elements and style_id else _NONE

    def numbering(self, style_id: str) -> int | None:
        """Give the list that a numbering style stands for, None where it names none."""
        element = self._elements.get(style_id)
        return None if element is None else read_format(element).num

    def hides(self, paragraph_id: str | None, run_id: str | None) -> bool:
        """Tell whether words in these styles are hidden; two styles that both hide undo one another."""
        hidden = bool(self.paragraph(paragraph_id).looks.hidden)
        return hidden != bool(self.character(run_id).looks.hidden)

    def _style(self, style_id: str, defaults: Format) -> Style:
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id, defaults)
        return self._known[style_id]

    def _resolve(self, style_id: str, defaults: Format) -> Style:
        lineage = self._lineage(style_id)
        looks = defaults
        level, title, contents = 0, False, False
        for each in reversed(lineage):
            own, name = self._format(each), _name(self._elements[each])
            looks = _styled(looks, own)
            level = _level(level, own, (name, each))
            title = name == "title" or title
            contents = contents or bool(_CONTENTS.match(name))
        return Style(looks, level, title, contents, lineage)

    def _lineage(self, style_id: str) -> tuple[str, ...]:
        found: list[str] = []
        current: str | None = style_id
        while current in self._elements and current not in found and len(found) < _DEEPEST:
            found.append(current)
            current = value(self._elements[current].find(W + "basedOn"))
        return tuple(found)

    def _format(self, style_id: str) -> Format:
        if style_id not in self._formats:
            self._formats[style_id] = read_format(self._elements[style_id])
        return self._formats[style_id]


def _styled(below: Format, own: Format) -> Format:
    """Lay a style over what it is based on; one that names a list takes the list's indents, not the base's."""
    if own.num is not None:
        below = replace(below, left=None, first=None)
    return overlay(below, own)


def _level(inherited: int, own: Format, names: tuple[str, str]) -> int:
    if own.outline is not None:
        return own.outline + 1 if 0 <= own.outline <= 8 else 0
    found = next((match for name in names if (match := _HEADING.match(name))), None)
    return int(found[1]) if found else inherited


def _name(element: etree._Element) -> str:
    return (value(element.find(W + "name")) or "").strip().lower()


def _default_id(elements: list[etree._Element]) -> str | None:
    for element in elements:
        default = element.get(W + "default")
        if element.get(W + "type") == "paragraph" and default is not None and switched_on(default):
            return element.get(W + "styleId")
    return None


def _defaults(root: etree._Element) -> Format:
    layers = (root.find(f"{W}docDefaults/{W}{name}Default") for name in ("pPr", "rPr"))
    looks = PLAIN
    for layer in layers:
        looks = looks if layer is None else overlay(looks, read_format(layer))
    return looks
