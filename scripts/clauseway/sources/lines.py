"""One line of a paragraph: what the readers of all formats with marked-up text gather words into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clauseway.model import Link

_BROKEN_AT_HYPHEN = re.compile(r"\w-$")
_SAFE_TARGET = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph, heading or cell, or several joined."""

    text: str
    """Its words, white space collapsed."""
    row: int = 0
    """Lines of the source between the beginning of the paragraph and this one."""
    bold: bool = False
    """Whether every word is bold."""
    italic: bool = False
    """Whether every word is italic."""
    cells: tuple[str, ...] = ()
    """Its parts between tabs, where there are tabs."""
    links: tuple[Link, ...] = ()
    """Links to safe targets on its words."""
    asides: tuple[str, ...] = ()
    """Targets and titles of its links and pictures, as printed."""
    hard: bool = False
    """Whether the author broke the line on purpose after it."""


def join(lines: Sequence[Line]) -> Line:
    """Make one line of several; a hyphen at a line's end takes no space."""
    if len(lines) == 1:
        return lines[0]
    glued = (line.text if _BROKEN_AT_HYPHEN.search(line.text[-2:]) else f"{line.text} " for line in lines[:-1])
    return Line(
        text="".join([*glued, lines[-1].text]),
        row=lines[0].row,
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        links=tuple(link for line in lines for link in line.links),
        asides=tuple(aside for line in lines for aside in line.asides),
    )


def collapse(text: str) -> str:
    """Make every run of white space one space."""
    return " ".join(text.split())


def cells_of(line: str) -> tuple[str, ...]:
    """Give the parts of a line between its tabs; nothing where it has none."""
    return tuple(collapse(cell) for cell in re.split(r"\s*\t\s*", line.strip())) if "\t" in line.strip() else ()


def safe_link(text: str, href: str) -> Link | None:
    """Make a link on some words, if its target is of a kind that is kept: http, https, mailto or tel."""
    scheme = _SAFE_TARGET.match(href)
    return Link(text, scheme[0].lower() + href[scheme.end() :]) if scheme and text else None
