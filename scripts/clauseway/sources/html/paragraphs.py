"""Words of a line gathered into paragraphs, white space as a browser shows it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

import msgspec

from clauseway.model import Place
from clauseway.sources.flow import Paragraph, Run
from clauseway.sources.html.raised import joins, parts_behind
from clauseway.sources.invisible import without_invisible

_SPACE = re.compile(r"[ \t\n\r\f\xa0\u2002\u2003\u2009\u202f\u3000]+")
_BLANK_LINE = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+")


class Look(msgspec.Struct, frozen=True, gc=False):
    """How words look and where they lead."""

    bold: bool = False
    italic: bool = False
    href: str = ""
    kept: bool = False
    """Whether line ends of the source are line ends."""


class Setting(msgspec.Struct, frozen=True, gc=False):
    """What a paragraph is, beside its words."""

    marker: str = ""
    numbered: bool = False
    listed: bool = False
    depth: int = 0
    level: int = 0
    gap: bool = True
    aside: str = ""


class Lines:
    """Tells the line of an offset."""

    def __init__(self, source: str) -> None:
        self._ends = [found.start() for found in re.finditer("\n", source)]

    def at(self, offset: int) -> int:
        """Give the 1-based line of an offset."""
        return bisect_left(self._ends, offset) + 1


@dataclass(slots=True)
class Gathering:
    """The paragraph that is being read."""

    pieces: list[tuple[str, Look]] = field(default_factory=list)
    start: int = 0
    raised: list[tuple[str, Look]] | None = None
    after_raised: bool = False

    def add(self, text: str, look: Look, start: int) -> None:
        """Add text as it stands in the source."""
        if not look.kept:
            shown = _SPACE.sub(" ", without_invisible(text))
        else:
            shown = without_invisible(text).replace("\xa0", " ").replace("\r", "")
        if not shown:
            return
        if self.raised is not None:
            self.raised.append((shown, look))
            return
        if self.after_raised:
            self.after_raised = False
            shown = f" {shown}" if parts_behind(shown) else shown
        self._put(shown, look, start + len(text) - len(text.lstrip()))

    def _put(self, text: str, look: Look, start: int) -> None:
        if not look.kept and text[0] == " " and (not self.pieces or self.pieces[-1][0][-1] in " \n"):
            text = text[1:]
        if text:
            if not self.pieces or not self.has_text():
                self.start = start
            self.pieces.append((text, look))

    def has_text(self) -> bool:
        """Tell whether there is anything but space."""
        return any(not text.isspace() for text, _ in self.pieces)

    def space(self, look: Look) -> None:
        """Part the words at the sides of something that stands between them."""
        self.lower()
        self._put(" ", look, self.start)

    def line_break(self, look: Look) -> None:
        """Begin a new line."""
        self.lower()
        while self.pieces and self.pieces[-1][0].endswith(" "):
            text, seen = self.pieces.pop()
            if text.rstrip(" "):
                self.pieces.append((text.rstrip(" "), seen))
        self.pieces.append(("\n", look))

    def raise_(self) -> None:
        """Begin raised text."""
        self.lower()
        self.raised = []

    def lower(self) -> None:
        """End raised text: the mark of a footnote is set apart from the word before it."""
        raised, self.raised = self.raised, None
        if not raised:
            return
        apart = not joins("".join(text for text, _ in self.pieces[-8:]), "".join(text for text, _ in raised))
        for index, (text, look) in enumerate(raised):
            self._put(f" {text}" if apart and not index else text, look, self.start)
        self.after_raised = apart

    def take(self, setting: Setting, lines: Lines) -> list[Paragraph]:
        """Give the paragraphs that were gathered, and begin anew; empty lines part paragraphs."""
        self.lower()
        self.after_raised = False
        pieces, self.pieces = self.pieces, []
        made: list[Paragraph] = []
        for runs in _split(pieces):
            shown = _trimmed(runs)
            if shown:
                made.append(_paragraph(shown, setting, Place(line=lines.at(self.start)), first=not made))
        return made


def _paragraph(runs: tuple[Run, ...], setting: Setting, place: Place, *, first: bool) -> Paragraph:
    item = setting.listed or bool(setting.marker)
    return Paragraph(
        runs=runs,
        place=place,
        marker=setting.marker if first else "",
        numbered=setting.numbered and first,
        listed=setting.listed and first,
        depth=setting.depth + (item and not first),
        level=setting.level,
        gap_before=setting.gap or not first,
        aside=setting.aside,
    )


def _split(pieces: list[tuple[str, Look]]) -> list[list[tuple[str, Look]]]:
    """Part what stands on both sides of an empty line."""
    parts: list[list[tuple[str, Look]]] = [[]]
    breaks = 0
    for text, look in _without_blank_lines(pieces):
        breaks = breaks + 1 if text == "\n" else 0 if text.strip(" ") else breaks
        if breaks == 2:
            parts.append([])
        parts[-1].append((text, look))
    return parts


def _without_blank_lines(pieces: list[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """Make the empty lines of text whose lines are kept two breaks."""
    made: list[tuple[str, Look]] = []
    for text, look in pieces:
        if not look.kept or "\n" not in text:
            made.append((text, look))
            continue
        for index, line in enumerate(_BLANK_LINE.sub("\n\n", text).split("\n")):
            made.extend([("\n", look)] if index else [])
            made.extend([(line, look)] if line else [])
    return made


def _trimmed(pieces: list[tuple[str, Look]]) -> tuple[Run, ...]:
    """Make runs of what looks alike, without space at the ends."""
    runs: list[tuple[str, Look]] = []
    for text, look in pieces:
        if not runs:
            text = text.lstrip()
        if text and runs and (runs[-1][1] == look or text.isspace()):
            runs[-1] = (runs[-1][0] + text, runs[-1][1])
        elif text:
            runs.append((text, look))
    while runs and not runs[-1][0].rstrip():
        runs.pop()
    if runs:
        runs[-1] = (runs[-1][0].rstrip(), runs[-1][1])
    return tuple(Run(text, look.bold, look.italic, look.href) for text, look in runs)
