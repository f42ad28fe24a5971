"""Definitions of lists: levels, what shares a count, where a list starts afresh."""

from __future__ import annotations

import msgspec
from lxml import etree

from clauseway.sources.docx.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    P_PR,
    R_PR,
    VAL,
    W,
    number,
    switch,
    twips,
    value,
)
from clauseway.sources.docx.number_formats import write_number
from clauseway.sources.docx.styles import Styles
from clauseway.sources.symbols import DEFAULT_BULLET

LEVELS = 9
"""Levels that a list has."""


class Level(msgspec.Struct, frozen=True, gc=False):
    """How one level of a list counts and looks."""

    start: int = 0
    """First number; where the file says nothing it is 0."""
    style: str = "decimal"
    """Word's name for how the number is written."""
    pattern: str = ""
    """Example of a custom number format, else empty."""
    text: str = ""
    """What is printed, `%1` to `%9` standing for the numbers of the levels."""
    restart: int | None = None
    """Shallower level, from 1, that makes it start again; 0 for none, None for all shallower ones."""
    legal: bool = False
    """Whether the numbers of all levels are written in figures."""
    linked: str = ""
    """Id of the paragraph style that is this level."""
    font: str = ""
    """Font of the mark."""
    left: int | None = None
    """Indent of the text in twips."""
    first: int | None = None
    """How much further right the first line starts, in twips."""


class List(msgspec.Struct, frozen=True):
    """A list as paragraphs refer to it."""

    count: str
    """Which count it uses: lists of the same abstract definition count on."""
    levels: dict[int, Level]
    """Its levels, overrides applied; not all nine need be there."""
    starts: dict[int, int]
    """Where its levels start when the list is first used, by its overrides."""


class Numbering:
    """The lists of a document, by the ids that paragraphs use."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Read the definitions from the root of their part, None where the file has none."""
        self._styles = styles
        found = [] if root is None else root.findall(W + "abstractNum")
        self._abstract = {element.get(W + "abstractNumId") or "": element for element in found}
        nums = [] if root is None else root.findall(W + "num")
        self._nums = {number(element.get(W + "numId")): element for element in nums}
        self._by_style = {self._style_of(element): element for element in reversed(nums)}
        self._lists: dict[int, List | None] = {}
        self._levels: dict[str, dict[int, Level]] = {}

    def find(self, num: int) -> List | None:
        """Give a list by its id, None where it is not defined."""
        if num not in self._lists:
            self._lists[num] = self._read(num)
        return self._lists[num]

    def _read(self, num: int) -> List | None:
        element = self._nums.get(num)
        key = self._source(element)
        if element is None or key is None:
            return None
        levels, starts = dict(self._abstract_levels(key)), {}
        for override in element.findall(W + "lvlOverride"):
            at = number(override.get(W + "ilvl"))
            if at is None or not 0 <= at < LEVELS:
                continue
            if (own := override.find(W + "lvl")) is not None:
                levels[at] = _level(own)
            if (start := number(value(override.find(W + "startOverride")))) is not None:
                starts[at] = start
        return List(key, levels, starts)

    def _source(self, element: etree._Element | None) -> str | None:
        """Key of the abstract definition that a list uses, links to numbering styles followed."""
        seen: set[str] = set()
        while element is not None:
            key = value(element.find(W + "abstractNumId")) or ""
            if key not in self._abstract or key in seen:
                return None
            seen.add(key)
            link = value(self._abstract[key].find(W + "numStyleLink"))
            if link is None or self._abstract[key].find(W + "lvl") is not None:
                return key
            element = self._styled(link)
        return None

    def _styled(self, style: str) -> etree._Element | None:
        """The list of a numbering style: the one it names, else one whose definition says that it is the style's."""
        named = self._styles.numbering(style)
        if named in self._nums:
            return self._nums[named]
        return self._by_style.get(style)

    def _style_of(self, element: etree._Element) -> str:
        abstract = self._abstract.get(value(element.find(W + "abstractNumId")) or "")
        return "" if abstract is None else value(abstract.find(W + "styleLink")) or ""

    def _abstract_levels(self, key: str) -> dict[int, Level]:
        if key not in self._levels:
            found = ((number(each.get(W + "ilvl")), each) for each in self._abstract[key].findall(W + "lvl"))
            self._levels[key] = {at: _level(each) for at, each in found if at is not None and 0 <= at < LEVELS}
        return self._levels[key]


def _level(element: etree._Element) -> Level:
    style, pattern = _number_format(element)
    indent = element.find(f"{P_PR}/{W}ind")
    left, first = (None, None) if indent is None else _indent(indent)
    return Level(
        start=number(value(element.find(W + "start"))) or 0,
        style=style,
        pattern=pattern,
        text=_text(element),
        restart=number(value(element.find(W + "lvlRestart"))),
        legal=bool(switch(element.find(W + "isLgl"))),
        linked=value(element.find(W + "pStyle")) or "",
        font=_font(element),
        left=left,
        first=first,
    )


def _text(level: etree._Element) -> str:
    text = value(level.find(W + "lvlText")) or ""
    return text or (DEFAULT_BULLET if level.find(W + "lvlPicBulletId") is not None else "")


def _indent(element: etree._Element) -> tuple[int | None, int | None]:
    hanging = twips(element.get(W + "hanging"))
    first = twips(element.get(W + "firstLine")) if hanging is None else -hanging
    return twips(element.get(W + "left") or element.get(W + "start")), first


def _font(element: etree._Element) -> str:
    fonts = element.find(f"{R_PR}/{W}rFonts")
    return "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""


def _number_format(level: etree._Element) -> tuple[str, str]:
    """How a level writes its number; a newer format than the first Word's stands beside an older one."""
    found = [level.find(W + "numFmt")]
    found += [level.find(f"{ALTERNATE}/{branch}/{W}numFmt") for branch in (CHOICE, FALLBACK)]
    known = [each for each in found if each is not None]
    if not known:
        return "decimal", ""
    usable = (each for each in known if write_number(1, *_named(each)) is not None)
    return _named(next(usable, known[0]))


def _named(element: etree._Element) -> tuple[str, str]:
    return element.get(VAL) or "decimal", element.get(W + "format") or ""
