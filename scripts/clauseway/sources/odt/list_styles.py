"""List styles: how each level of a list prints its number or bullet."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from lxml import etree

from clauseway.sources.counters import columns, printed, whole_number
from clauseway.sources.odt.names import FO, LOEXT, STYLE, TEXT
from clauseway.sources.symbols import DEFAULT_BULLET, is_private, unnamed_symbol

LEVELS = 10
"""Levels of a list that can be numbered apart; what is nested deeper is numbered as the last of them."""

_NUMBERS = {
    "1": "decimal",
    "a": "lower-letter",
    "A": "upper-letter",
    "i": "lower-roman",
    "I": "upper-roman",
}
_ORDINAL = "1st"
_PADDED = re.compile(r"(0+1), 0+2, .*")
_HOLDER = re.compile(r"%(\d{1,2})%")
_SYMBOL_FONTS = ("Wingdings", "Webdings")


class Level(msgspec.Struct, frozen=True):
    """How the items of one level are marked."""

    format: str = ""
    """How its number is written, in the words of the file: `1`, `a`, `I`; empty for no number."""
    bullet: str | None = None
    """Its bullet as printed; None where it is numbered."""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    """How many levels its number shows."""
    start: int = 1
    """Number of its first item."""
    repeats: bool = False
    """Whether letters are repeated after z (aa, bb) instead of counting on (aa, ab)."""
    pattern: str = ""
    """The whole number with `%1%` for the number of level 1; it wins over prefix, suffix and levels shown."""
    legal: bool = False
    """Whether the numbers of the levels above are all shown as 1, 2, 3."""


class ListStyle(msgspec.Struct, frozen=True):
    """How a list is marked."""

    levels: tuple[Level, ...]
    """By level, LEVELS of them."""
    runs_on: bool = False
    """Whether the items of all levels are counted through, as one list."""


def list_style(element: etree._Element) -> ListStyle:
    """Read a `text:list-style`, whose levels are 1, 2, 3 where it says nothing, or a `text:outline-style`."""
    unstated = Level() if element.tag == f"{TEXT}outline-style" else Level(format="1", suffix=".")
    levels = [unstated] * LEVELS
    for child in element.iterchildren("*"):
        stated = _number(child, "level", 0)
        if 1 <= stated <= LEVELS:
            levels[stated - 1] = _read_level(child)
    return ListStyle(tuple(levels), element.get(f"{TEXT}consecutive-numbering") == "true")


def mark(style: ListStyle, values: Sequence[int]) -> str | None:
    """Print the mark of an item, as a person sees it: `values` are the numbers of its level and those above.

    Gives None where its format is not known or has no such number.
    """
    level = style.levels[len(values) - 1]
    if level.bullet is not None:
        return level.bullet
    if level.pattern:
        return _by_pattern(style, values, level)
    first = max(0, len(values) - level.shown)
    above = range(first, len(values))
    shown = [index for index in above if not _is_bare(level) and not _is_bare(style.levels[index])]
    numbers = [_written(style, index, values, level.legal) for index in shown]
    if None in numbers:
        return None
    return f"{level.prefix}{'.'.join(number or '' for number in numbers)}{level.suffix}".strip()


def _by_pattern(style: ListStyle, values: Sequence[int], level: Level) -> str | None:
    """Fill a pattern; of a level without number, what stands up to the next level goes too."""
    pieces = _HOLDER.split(level.pattern)
    text = pieces[0]
    if _is_bare(level):
        return (text + "".join(pieces[1:][-1:])).strip()
    for stated, after in zip(pieces[1::2], pieces[2::2], strict=True):
        index = int(stated) - 1
        if not 0 <= index < len(values):
            return None
        if _is_bare(style.levels[index]):
            continue
        number = _written(style, index, values, level.legal)
        if number is None:
            return None
        text += number + after
    return text.strip()


def _is_bare(level: Level) -> bool:
    return not level.format and level.bullet is None


def _written(style: ListStyle, index: int, values: Sequence[int], legal: bool) -> str | None:
    """Write the number of one level, None where that cannot be done."""
    level, value = style.levels[index], values[index]
    if value == 0 and level.format in _NUMBERS:
        return "0"
    if legal and index < len(values) - 1:
        return str(value)
    if level.bullet is not None:
        return ""
    if level.format in ("a", "A") and not level.repeats:
        letters = columns(value)
        return (letters.upper() if level.format == "A" else letters) or None
    if level.format in _NUMBERS:
        return printed(value, _NUMBERS[level.format]) or None
    if level.format == _ORDINAL:
        return f"{value}{_ordinal_ending(value)}"
    padded = _PADDED.fullmatch(level.format)
    return str(value).zfill(len(padded[1])) if padded else None


def _ordinal_ending(value: int) -> str:
    in_teens = 10 < value % 100 < 20
    return "th" if in_teens else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _read_level(element: etree._Element) -> Level:
    if element.tag == f"{TEXT}list-level-style-bullet":
        return Level(bullet=_bullet(element))
    if element.tag == f"{TEXT}list-level-style-image":
        return Level(bullet=DEFAULT_BULLET)
    return Level(
        format=element.get(f"{STYLE}num-format", "1"),
        prefix=element.get(f"{STYLE}num-prefix", ""),
        suffix=element.get(f"{STYLE}num-suffix", ""),
        shown=max(1, _number(element, "display-levels", 1)),
        start=_number(element, "start-value", 1),
        repeats=element.get(f"{STYLE}num-letter-sync") == "true",
        pattern=element.get(f"{LOEXT}num-list-format") or element.get(f"{STYLE}num-list-format") or "",
        legal=element.get(f"{LOEXT}is-legal") == "true",
    )


def _bullet(element: etree._Element) -> str:
    char = element.get(f"{TEXT}bullet-char", "").strip()
    in_symbols = any(_is_symbol_font(properties) for properties in element.iterchildren(f"{STYLE}text-properties"))
    return "".join(_glyph(letter, in_symbols=in_symbols) for letter in char)


def _is_symbol_font(properties: etree._Element) -> bool:
    fonts = (properties.get(f"{STYLE}font-name", ""), properties.get(f"{FO}font-family", ""))
    return any(font.strip("'\"").startswith(_SYMBOL_FONTS) for font in fonts)


def _glyph(letter: str, *, in_symbols: bool) -> str:
    """Show a bullet as a person sees it: symbol fonts put their glyphs at private or at common characters."""
    if in_symbols and letter < "\u0100":
        letter = chr(0xF000 + ord(letter))
    return (unnamed_symbol(letter) or DEFAULT_BULLET) if is_private(letter) else letter


def _number(element: etree._Element, name: str, otherwise: int) -> int:
    return whole_number(element.get(f"{TEXT}{name}", ""), otherwise)
