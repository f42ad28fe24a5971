"""The words of one paragraph, with how they look, and what is anchored in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from clauseway.sources.counters import whole_number
from clauseway.sources.flow import Run
from clauseway.sources.invisible import without_invisible
from clauseway.sources.odt.names import (
    COMMENT,
    DRAW,
    HIDDEN_PARAGRAPH,
    HIDDEN_WORDS,
    NO_TEXT,
    NOTE,
    TEXT,
    XLINK,
)
from clauseway.sources.odt.styles import Look, Styles

_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 40
"""Spaces in a row that are kept; a line to write on has about as many."""


@dataclass(slots=True)
class Inline:
    """What a paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    """Its words, those that look alike together."""
    anchored: list[etree._Element] = field(default_factory=list)
    """Frames, shapes and notes, in order."""
    comments: list[etree._Element] = field(default_factory=list)
    """Comments on it."""
    hidden: list[str] = field(default_factory=list)
    """Passages in it that are not shown."""
    is_hidden: bool = False
    """Whether all of it is not shown."""
    starts_page: bool = False
    """Whether a page ends before its first word."""

    @property
    def text(self) -> str:
        """Its words, without their look."""
        return "".join(run.text for run in self.runs)


def read_inline(paragraph: etree._Element, styles: Styles, look: Look) -> Inline:
    """Read a `text:p` or `text:h` whose style looks like `look`."""
    reader = _Reader(styles)
    reader.inside(paragraph, look, "")
    reader.found.is_hidden |= look.hidden is True
    return reader.found


def hides_words(element: etree._Element, styles: Styles) -> bool:
    """Tell whether words within a paragraph are hidden: by a field of that kind or that is not shown, or by style."""
    if element.get(f"{TEXT}display") == "none":
        return True
    if element.tag == HIDDEN_WORDS:
        return element.get(f"{TEXT}is-hidden") != "false"
    return element.tag == f"{TEXT}span" and styles.look(element.get(f"{TEXT}style-name", "")).hidden is True


class _Reader:
    """Goes through one paragraph, one call for each element that other elements stand in."""

    def __init__(self, styles: Styles) -> None:
        self.found = Inline()
        self._styles = styles
        self._spaced = True
        self._filled = False

    def inside(self, parent: etree._Element, look: Look, href: str) -> None:
        self._add(parent.text, look, href)
        for child in parent.iterchildren():
            if isinstance(child.tag, str):
                self._element(child, look, href)
            self._add(child.tail, look, href)

    def _element(self, element: etree._Element, look: Look, href: str) -> None:
        tag = element.tag
        if tag == f"{TEXT}s":
            self._keep(" " * max(1, min(_MOST_SPACES, whole_number(element.get(f"{TEXT}c", ""), 1))), look, href)
        elif tag == f"{TEXT}tab":
            self._keep("\t", look, href)
        elif tag == f"{TEXT}line-break":
            self._keep("\n", look, href)
        elif tag == f"{TEXT}soft-page-break":
            self.found.starts_page |= not self._filled
        elif hides_words(element, self._styles):
            self.found.hidden.append("".join(element.itertext()))
        elif tag == HIDDEN_PARAGRAPH:
            self.found.is_hidden |= element.get(f"{TEXT}is-hidden") != "false"
        elif not self._set_aside(element):
            self.inside(element, self._look(element, look), element.get(f"{XLINK}href", href))

    def _set_aside(self, element: etree._Element) -> bool:
        """Keep what is no word of this paragraph for later; a link around frames (`draw:a`) is looked into."""
        tag = str(element.tag)
        if tag == COMMENT:
            self.found.comments.append(element)
        elif tag == NOTE or (tag.startswith(DRAW) and tag != f"{DRAW}a"):
            self.found.anchored.append(element)
        else:
            return tag in NO_TEXT
        return True

    def _look(self, element: etree._Element, around: Look) -> Look:
        if element.tag not in (f"{TEXT}span", f"{TEXT}a"):
            return around
        own = self._styles.look(element.get(f"{TEXT}style-name", ""))
        return Look(
            bold=around.bold if own.bold is None else own.bold,
            italic=around.italic if own.italic is None else own.italic,
        )

    def _add(self, text: str | None, look: Look, href: str) -> None:
        """Add character data, in which white space counts as one space, and as none at the beginning."""
        if not text:
            return
        collapsed = _SPACE.sub(" ", without_invisible(text))
        if self._spaced:
            collapsed = collapsed.removeprefix(" ")
        if collapsed:
            self._keep(collapsed, look, href)
            self._spaced = collapsed.endswith(" ")

    def _keep(self, text: str, look: Look, href: str) -> None:
        self._spaced = False
        self._filled |= not text.isspace()
        bold, italic, runs = look.bold is True, look.italic is True, self.found.runs
        if runs and (runs[-1].bold, runs[-1].italic, runs[-1].href) == (bold, italic, href):
            text = runs.pop().text + text
        runs.append(Run(text, bold, italic, href))
