"""The body of a policy's page: the document in reading order, every clause one element with its own link.

In a clause the first link is its number (or a mark in its place) and leads to itself; emphasis holds the stems
that govern it and the tail of its list, which stand on the page before and after the list too; small print at its end
holds its duty and audience. Headings are Markdown, so that the renderer lists them. All else is HTML: written as
Markdown with attribute lists, a page takes the renderer twice as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from clauseway.model import Findings, Piece, Role
from clauseway.publish.marks import attributes, marks
from clauseway.publish.records import Mentioned
from clauseway.publish.text import html, linked_html, linked_markdown

# No screen is wide enough for more: deeper items stand at the deepest level.
_DEEPEST = 9
_CLASSES = {Role.CLAUSE: "clause", Role.LEAD_IN: "lead-in", Role.TAIL: "tail"}
_LINK_LABEL = "Link to this clause"


class Part(msgspec.Struct, frozen=True, gc=False):
    """A piece with the anchor it is given on the page, and what is found about it."""

    piece: Piece
    """What it says."""
    anchor: str = ""
    """Id of its element; empty for text that is not linked to."""
    findings: Findings | None = None
    """Whom it binds and how strongly, if it is a clause and that was sought."""
    after: str = ""
    """Finished HTML that stands after its words: what it refers to, and what others say on the same."""
    references: tuple[Mentioned, ...] = ()
    """What it mentions, if it is a clause."""
    formerly: tuple[str, ...] = ()
    """Anchors that the same clause bore in earlier editions: links to them still lead to it."""
    language: str = "en"
    """Language of its words; what the site says about them is English."""


def body(parts: Sequence[Part], title: str) -> str:
    """All of `parts` as Markdown: the text in order, and what is no part of the text folded away at the end."""
    text = [part for part in parts if not _is_aside(part.piece) and not _is_title(part.piece, title)]
    blocks = [_heading(run[0]) if is_heading else _text(run) for is_heading, run in _runs(text)]
    return "\n".join([*blocks, *_asides([part for part in parts if _is_aside(part.piece)])])


def _runs(parts: Sequence[Part]) -> Iterator[tuple[bool, Sequence[Part]]]:
    """Each heading alone, and the text between two headings as a whole."""
    for is_heading, run in groupby(parts, key=lambda part: part.piece.role is Role.HEADING):
        if is_heading:
            yield from ((True, [part]) for part in run)
        else:
            yield False, list(run)


def _is_title(piece: Piece, title: str) -> bool:
    """Whether `piece` is the heading that prints the title, which stands above the panel."""
    return piece.role is Role.HEADING and piece.level == 0 and piece.text == title


def _is_aside(piece: Piece) -> bool:
    return piece.role in (Role.FURNITURE, Role.METADATA)


def _heading(part: Part) -> str:
    level = min(max(part.piece.level, 1) + 1, 6)
    return f"{'#' * level} {linked_markdown(part.piece.text, part.piece.links)} {{: #{part.anchor} }}\n"


def _text(parts: Sequence[Part]) -> str:
    """The text under a heading as one block of HTML without an empty line, which would end it."""
    formed = zip(_forms(parts), parts, strict=True)
    lines = (
        line
        for form, run in groupby(formed, key=lambda pair: pair[0])
        for line in _WRITERS[form]([part for _, part in run])
    )
    return "\n".join(['<div class="text">', *lines, "</div>\n"])


def _forms(parts: Iterable[Part]) -> Iterator[str]:
    """How each part is shown; a stem that was cut from the end of a clause stands where the clause does."""
    before = ""
    for part in parts:
        piece = part.piece
        cut = piece.role is Role.LEAD_IN and not (piece.number or piece.marker or piece.cells)
        before = before if cut and before in ("list", "paragraph") else _form(piece)
        yield before


def _form(piece: Piece) -> str:
    return "table" if piece.cells else "list" if _is_listed(piece) else "paragraph"


def _is_listed(piece: Piece) -> bool:
    """Whether `piece` stands in a list; an outermost numbered stem (`3.1.1 Staff must:`) stands above its list."""
    outermost_stem = piece.role is Role.LEAD_IN and piece.depth == 0 and not piece.lead_ins
    return piece.item and not (outermost_stem and (piece.number or not piece.marker))


def _paragraphs(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield f"<p{_attributes(part)}>{_line(part)}</p>{part.after}"


def _lists(parts: Sequence[Part]) -> Iterator[str]:
    """One list, nested by the depths of its items."""
    deep = -1
    for part, level in zip(parts, _nesting(part.piece.depth for part in parts), strict=True):
        yield f"{_between(deep, level)}<li{_attributes(part)}>{_line(part)}{part.after}"
        deep = level
    yield "</li></ul>" * (deep + 1)


def _between(before: int, level: int) -> str:
    """What closes and opens between an item at one level (-1: no list yet) and the next."""
    return "<ul>" if level > before else f"{'</li></ul>' * (before - level)}</li>"


def _nesting(depths: Iterable[int]) -> Iterator[int]:
    """Depths as levels from 0 to the deepest that never rise by more than one."""
    open_lists: list[int] = []
    for depth in depths:
        while open_lists and open_lists[-1] > depth:
            open_lists.pop()
        if not open_lists or open_lists[-1] < depth:
            open_lists.append(depth)
        yield min(len(open_lists) - 1, _DEEPEST)


def _tables(parts: Sequence[Part]) -> Iterator[str]:
    yield '<table class="rows"><tbody>'
    yield from map(_row, parts)
    yield "</tbody></table>"


def _row(part: Part) -> str:
    cells = [linked_html(cell, part.piece.links) for cell in part.piece.cells]
    cells[0] = _joined(_context(_governing(part.piece)), cells[0])
    cells[-1] = _joined(cells[-1], _context(part.piece.tail), marks(part.findings), part.after)
    tag = "td" if part.piece.role is Role.CLAUSE else "th"
    written = " ".join(f"<{tag}>{cell}</{tag}>" for cell in cells)
    return f"<tr{_attributes(part)}><td>{_number(part)}</td> {written}</tr>"


def _attributes(part: Part) -> str:
    anchor = f' id="{part.anchor}"' if part.anchor else ""
    return f' class="{_CLASSES[part.piece.role]}"{anchor}{attributes(part.findings)}'


def _line(part: Part) -> str:
    """Number (the link to the clause), the lead-ins that govern it, its words, the tail of its list, and its marks."""
    piece = part.piece
    words = linked_html(piece.text, piece.links)
    return _joined(_number(part), _context(_governing(piece)), words, _context(piece.tail), marks(part.findings))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _governing(piece: Piece) -> str:
    """The stems that a clause has to be read with; other text stands below them on the page anyway."""
    return " ".join(piece.lead_ins) if piece.role is Role.CLAUSE else ""


def _number(part: Part) -> str:
    number = html(part.piece.number)
    if not part.anchor:
        return f"<b>{number}</b>" if number else ""
    label = "" if number else f' aria-label="{_LINK_LABEL}"{_english(part)}'
    page = part.piece.place.page
    where = f' title="Page {page} of the original"' if page else ""
    link = f'<a href="#{part.anchor}"{label}{where}>{number or _mark(part.piece)}</a>'
    return link + "".join(f'<span class="formerly" id="{one}"></span>' for one in part.formerly)


def _mark(piece: Piece) -> str:
    """What stands for the number of a clause that has none."""
    return "•" if piece.item else "¶"


def _context(text: str) -> str:
    return f"<em>{html(text)}</em>" if text else ""


def _english(part: Part) -> str:
    """The attribute that names the language of what is said about a part, where it is not that of its words."""
    return "" if part.language == "en" else ' lang="en"'


def _asides(parts: Sequence[Part]) -> Iterator[str]:
    if not parts:
        return
    said = _english(parts[0])
    items = "\n".join(f"<li>{html(part.piece.text)} <i{said}>{html(part.piece.reason)}</i></li>" for part in parts)
    yield (
        f'<details class="furniture">\n<summary{said}>Also in the original document</summary>\n'
        f"<ul>\n{items}\n</ul>\n</details>\n"
    )


_WRITERS = {"paragraph": _paragraphs, "list": _lists, "table": _tables}
