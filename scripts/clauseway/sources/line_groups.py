"""Which lines of a paragraph belong together, in Markdown and in every rich format.

Where an author or a program broke a paragraph into lines, most of them only shape it; but some begin something of
their own, as text does that was extracted from elsewhere: label lines of a cover page, numbered clauses, bullets
typed by hand, a contents list.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Sequence

from clauseway.sources.lines import Line, join

_BULLETS = "•●▪◦‣·–—§➢➤✓✔□■○◆◊→⇒►»∙⁃\uf000-\uf0ff"
_BULLET_LINE = re.compile(rf"(?P<mark>[{_BULLETS}*+-]|o)\s+(?P<rest>\S.*)", re.DOTALL)
_SURE_BULLET = re.compile(rf"[{_BULLETS}]\s")
_MARKED = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|\((?:\d{1,2}|[a-z]|[ivxlc]{1,5})\)|(?:[a-z]|[ivxlc]{1,5})[.)]"
    r"|[A-Z](?:\d{1,2}(?:\.\d{1,2})*)?[.)]|o)\s"
)
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'’”)\]]*$")
_LABEL = re.compile(r"[A-Z][^:.?!]{0,40}:(?:\s|$)")
_CONTENTS = re.compile(r"\S.*(?:\.{3,}|…|\t)\s*\d{1,3}$")
_ALONE = re.compile(r"(?:```|~~~|\[[^\]]+\]:).*|.*(?:_{4,}|\.{5,}|…{3,})\W*", re.DOTALL)
_SHORT = 100


def group_lines(lines: Sequence[Line], page_starts: Container[int]) -> tuple[Line, ...]:
    """Join the lines of a paragraph that belong together.

    `page_starts` holds the rows (counted from 0 in the paragraph) at which a page begins.
    """
    if len(lines) == 1:
        return tuple(lines)
    apart = _is_line_by_line(lines)
    marked = sum(bool(_MARKED.match(line.text) or _SURE_BULLET.match(line.text)) for line in lines) > 1
    groups: list[list[Line]] = [[lines[0]]]
    for before, line in itertools.pairwise(lines):
        if apart or line.row in page_starts or _begins(before, line, marked):
            groups.append([line])
        else:
            groups[-1].append(line)
    return tuple(join(group) for group in groups)


def split_bullet(text: str) -> tuple[str, str]:
    """Tell a bullet that was typed from the words behind it; the bullet is empty for none."""
    match = _BULLET_LINE.fullmatch(text)
    return (match["mark"], match["rest"]) if match else ("", text)


def is_row(line: Line) -> bool:
    """Tell whether a line is cells between tabs, the first of them more than a number or letter."""
    if len(line.cells) < 2 or _MARKED.match(f"{line.cells[0]} "):
        return False
    return re.search(r"[^\W\d_]{2}", line.cells[0]) is not None


def _is_line_by_line(lines: Sequence[Line]) -> bool:
    """Tell whether the paragraph is a block of `Label: value` lines or of contents entries."""
    if any(len(line.text) > _SHORT for line in lines):
        return False
    labels = sum(bool(_LABEL.match(line.text)) for line in lines)
    contents = sum(bool(_CONTENTS.fullmatch(line.text)) for line in lines)
    return max(labels, contents) > 1 and 2 * max(labels, contents) >= len(lines)


def _begins(before: Line, line: Line, marked: bool) -> bool:
    """Tell whether a line begins something new after the line before it."""
    if before.hard or _SURE_BULLET.match(line.text) or _ALONE.fullmatch(before.text) or _ALONE.fullmatch(line.text):
        return True
    closed = bool(_ENDS_SENTENCE.search(before.text))
    if before.bold != line.bold:
        return not line.text[:1].islower() if before.bold else closed
    return bool(_MARKED.match(line.text)) and (marked or closed)
