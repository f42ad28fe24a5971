"""What a page is taken apart into, before its layout is understood."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec


class Font(msgspec.Struct, frozen=True, gc=False):
    """How letters look."""

    size: float
    """Height in points as displayed, to one decimal."""
    bold: bool = False
    """Whether they are bold."""
    italic: bool = False
    """Whether they are in italics."""


class Bit(msgspec.Struct, frozen=True, gc=False):
    """Letters of a line that look alike; words in it stand one space apart."""

    text: str
    """The letters, with the space before them if there is one."""
    font: Font
    """How they look."""
    href: str = ""
    """Target of the link that they stand in."""


class Segment(msgspec.Struct, frozen=True, gc=False):
    """Words of one line with no wide gap between them; coordinates are points from the page's lower left."""

    x0: float
    x1: float
    base: float
    """The line that the letters stand on."""
    font: Font
    """How most of the letters look."""
    bits: tuple[Bit, ...]
    """Its letters."""
    first: float
    """Width of its first word."""
    second: float
    """Where its second word begins, 0 where there is none."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(bit.text for bit in self.bits)

    @property
    def top(self) -> float:
        """About how high its letters reach."""
        return self.base + 0.75 * self.font.size

    @property
    def bottom(self) -> float:
        """About how deep its letters reach."""
        return self.base - 0.25 * self.font.size


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A straight line that is drawn along the page or up it."""

    across: bool
    """Whether it runs along the lines of text."""
    at: float
    """Its y (else x) coordinate."""
    start: float
    """Where it begins, on the other axis."""
    end: float
    """Where it ends."""


class Area(msgspec.Struct, frozen=True, gc=False):
    """A rectangle."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float, slack: float = 0) -> bool:
        """Whether a point lies in it, or at most `slack` points off."""
        return self.x0 - slack <= x <= self.x1 + slack and self.y0 - slack <= y <= self.y1 + slack


class Hidden(msgspec.Struct, frozen=True, gc=False):
    """Letters that are no part of the text."""

    why: str
    """`HIDDEN` or `NOTE_MARK`."""
    text: str
    """The letters."""


@dataclass(slots=True)
class Sheet:
    """A page taken apart."""

    number: int
    """Counted from 1."""
    width: float
    height: float
    segments: list[Segment] = field(default_factory=list)
    """Upright text, from the top, lines from the left."""
    turned: list[tuple[int, Segment]] = field(default_factory=list)
    """Other text with its angle in degrees; coordinates are those of the page turned back by that angle."""
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Area] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """Every word of the page as PDFium itself puts it together."""
    hidden: list[Hidden] = field(default_factory=list)
    letters: int = 0
    """Letters on it, spaces not counted."""
    unreadable: int = 0
    """How many of them the file does not say which letter they are."""
    recognised: bool = False
    """Whether its text was put under a picture by a scanner."""
    notes_at: float = -1.0
    """Base line of the first note at its foot; below the page where there is none."""
    notes_size: float = 0.0
    """Height of the letters of notes."""
    comments: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    """What is filled into its form fields; empty strings for empty ones."""
    drawn: int = 0
    """Shapes on it."""
