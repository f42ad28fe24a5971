"""Styles of text and paragraphs: what holds for a passage once its style's ancestors are asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from lxml import etree

from clauseway.sources.counters import whole_number
from clauseway.sources.odt.names import FO, OFFICE, STYLE, TEXT

_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_VISIBLE_GAP = 2.0
"""Points of space between paragraphs from which a person sees a gap."""
_BOLD = 600
"""Weight from which letters are seen as bold; 400 is the usual one."""
_MOST_ANCESTORS = 64
_TITLE = "Title"

Elements = tuple[etree._Element, ...]


class Look(msgspec.Struct, frozen=True, gc=False):
    """What a style says of letters; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None


class Shape(msgspec.Struct, frozen=True):
    """What holds for the paragraphs of a style."""

    look: Look
    """Of its letters."""
    unlisted: bool
    """Whether it takes a heading out of the outline's numbers: an automatic style that names a list, or none."""
    outline: int
    """Level of a heading (from 1) that it makes of its paragraphs; 0 for none."""
    heads: int
    """Level of the outline (from 1) at which it is counted; 0 for none. Only a common style itself is assigned."""
    title: bool
    """Whether it is the style of the document's title."""
    starts_page: bool
    """Whether it begins a page."""
    ends_page: bool
    """Whether what follows begins a page."""
    master: str
    """Name of the master page that begins with it; empty for none."""
    space_above: bool
    """Whether a gap can be seen above it."""
    space_below: bool
    """Whether a gap can be seen below it."""


class Styles:
    """The styles that can be named at one place: the common ones, and the automatic ones of one part."""

    def __init__(self, common: Iterator[etree._Element], automatic: Iterator[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        self._looks: dict[str, Look] = {}
        self._shapes: dict[str, Shape] = {}
        for style in common:
            self._keep(style)
        self._automatic = {style.get(f"{STYLE}name"): self._keep(style) for style in automatic}

    def _keep(self, style: etree._Element) -> etree._Element:
        family = style.get(f"{STYLE}family", "")
        if style.tag == f"{STYLE}style":
            self._styles[family, style.get(f"{STYLE}name", "")] = style
        elif style.tag == f"{STYLE}default-style":
            self._defaults[family] = style
        return style

    def look(self, name: str) -> Look:
        """Look of a text style."""
        if name not in self._looks:
            self._looks[name] = _look(self._ancestry("text", name))
        return self._looks[name]

    def shape(self, name: str) -> Shape:
        """Shape of a paragraph style."""
        if name not in self._shapes:
            self._shapes[name] = self._shape(name)
        return self._shapes[name]

    def table_shape(self, name: str) -> tuple[bool, str]:
        """Tell whether a table of this style begins a page, and with which master page."""
        ancestry = self._ancestry("table", name)
        master = _first(ancestry, None, f"{STYLE}master-page-name") or ""
        return bool(master) or _first(ancestry, "table", f"{FO}break-before") == "page", master

    def _shape(self, name: str) -> Shape:
        ancestry = self._ancestry("paragraph", name)
        whole = (*ancestry, *self._default("paragraph"))
        master = _first(ancestry, None, f"{STYLE}master-page-name") or ""
        return Shape(
            look=_look(whole),
            heads=self._heads(ancestry),
            unlisted=name in self._automatic and f"{STYLE}list-style-name" in self._automatic[name].attrib,
            outline=_level(_first(ancestry, None, f"{STYLE}default-outline-level") or ""),
            title=any(style.get(f"{STYLE}name") == _TITLE for style in ancestry),
            starts_page=bool(master) or _first(whole, "paragraph", f"{FO}break-before") == "page",
            ends_page=_first(whole, "paragraph", f"{FO}break-after") == "page",
            master=master,
            space_above=_points(_margin(whole, "top")) >= _VISIBLE_GAP,
            space_below=_points(_margin(whole, "bottom")) >= _VISIBLE_GAP,
        )

    def _heads(self, ancestry: Elements) -> int:
        common = next((style for style in ancestry if style.get(f"{STYLE}name") not in self._automatic), None)
        return 0 if common is None else _level(common.get(f"{STYLE}default-outline-level", ""))

    def _ancestry(self, family: str, name: str) -> Elements:
        """Give a style and its ancestors, nearest first; a circle of parents ends by itself."""
        found: list[etree._Element] = []
        style = self._styles.get((family, name))
        while style is not None and len(found) < _MOST_ANCESTORS:
            found.append(style)
            style = self._styles.get((family, style.get(f"{STYLE}parent-style-name", "")))
        return tuple(found)

    def _default(self, family: str) -> Elements:
        default = self._defaults.get(family)
        return () if default is None else (default,)


def common_styles(root: etree._Element | None) -> Iterator[etree._Element]:
    """Styles with a name, of the part that holds them."""
    return _children(root, f"{OFFICE}styles")


def automatic_styles(root: etree._Element | None) -> Iterator[etree._Element]:
    """Styles that programs make for single passages, of one part."""
    return _children(root, f"{OFFICE}automatic-styles")


def _children(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    found = None if root is None else root.find(name)
    return iter(()) if found is None else found.iterchildren("*")


def _look(ancestry: Elements) -> Look:
    weight = _first(ancestry, "text", f"{FO}font-weight")
    slant = _first(ancestry, "text", f"{FO}font-style")
    display = _first(ancestry, "text", f"{TEXT}display")
    return Look(
        bold=None if weight is None else weight == "bold" or whole_number(weight, 0) >= _BOLD,
        italic=None if slant is None else slant in ("italic", "oblique"),
        hidden=None if display is None else display == "none",
    )


def _level(stated: str) -> int:
    return int(stated) if stated in {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"} else 0


def _margin(ancestry: Elements, side: str) -> str:
    for style in ancestry:
        properties = style.find(f"{STYLE}paragraph-properties")
        if properties is not None:
            found = properties.get(f"{FO}margin-{side}") or properties.get(f"{FO}margin")
            if found is not None:
                return found
    return ""


def _first(ancestry: Elements, family: str | None, attribute: str) -> str | None:
    """Value of an attribute at the nearest ancestor that has it: in its properties, or (None) on itself."""
    for style in ancestry:
        place = style if family is None else style.find(f"{STYLE}{family}-properties")
        value = None if place is None else place.get(attribute)
        if value is not None:
            return value
    return None


def _points(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _POINTS[found[2]] if found else 0.0
