"""The body of a policy's page: the document in reading order, every clause one element with its own link.

In a clause the first link is its number (or a mark in its place) and leads to itself; emphasis holds the stems
that govern it and the tail of its list, which stand on the page before and after the list too. Neither has a class:
each attribute list costs the renderer as much as the rest of the clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from clauseway.model import Piece, Role
from clauseway.publish.text import html, linked_html, linked_markdown, markdown, specials

# Python-Markdown's time grows with the square of the marks in one paragraph; a text beyond this is no prose.
_MOST_SPECIALS = 2_000
# Python-Markdown calls itself for each level, and no screen is wide enough: deeper items stand at the deepest level.
_DEEPEST = 9
_CLASSES = {Role.CLAUSE: "clause", Role.LEAD_IN: "lead-in", Role.TAIL: "tail"}
_LINK_LABEL = "Link to this clause"


class Part(msgspec.Struct, frozen=True):
    """A piece with the anchor it is given on the page."""

    piece: Piece
    """What it says."""
    anchor: str = ""
    """Id of its element; empty for text that is not linked to."""


def body(parts: Sequence[Part], title: str) -> str:
    """All of `parts` as Markdown: the text in order, and what is no part of the text folded away at the end."""
    text = [part for part in parts if not _is_aside(part.piece) and not _is_title(part.piece, title)]
    formed = zip(_forms(text), text, strict=True)
    blocks = [
        block
        for form, run in groupby(formed, key=lambda pair: pair[0])
        for block in _WRITERS[form]([part for _, part in run])
    ]
    return "\n".join([*blocks, *_asides([part.piece for part in parts if _is_aside(part.piece)])])


def _is_title(piece: Piece, title: str) -> bool:
    """Whether `piece` is the heading that prints the title, which stands above the panel."""
    return piece.role is Role.HEADING and piece.level == 0 and piece.text == title


def _is_aside(piece: Piece) -> bool:
    return piece.role in (Role.FURNITURE, Role.METADATA)


def _forms(parts: Iterable[Part]) -> Iterator[str]:
    """How each part is shown; a stem that was cut from the end of a clause stands where the clause does."""
    before = ""
    for part in parts:
        piece = part.piece
        cut = piece.role is Role.LEAD_IN and not (piece.number or piece.marker or piece.cells)
        before = before if cut and before in ("list", "paragraph") else _form(piece)
        yield before


def _form(piece: Piece) -> str:
    if piece.role is Role.HEADING:
        return "heading"
    if piece.cells:
        return "table"
    if specials(piece.text) > _MOST_SPECIALS:
        return "raw"
    return "list" if _is_listed(piece) else "paragraph"


def _is_listed(piece: Piece) -> bool:
    """Whether `piece` stands in a list; an outermost numbered stem (`3.1.1 Staff must:`) stands above its list."""
    outermost_stem = piece.role is Role.LEAD_IN and piece.depth == 0 and not piece.lead_ins
    return piece.item and not (outermost_stem and (piece.number or not piece.marker))


def _headings(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        level = min(max(part.piece.level, 1) + 1, 6)
        yield f"{'#' * level} {linked_markdown(part.piece.text, part.piece.links)} {{: #{part.anchor} }}\n"


def _paragraphs(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield f"{_markdown_line(part)}\n{_attributes(part)}\n"


def _lists(parts: Sequence[Part]) -> Iterator[str]:
    """One tight Markdown list, nested by the depths of its items."""
    lines: list[str] = []
    for part, level in zip(parts, _nesting(part.piece.depth for part in parts), strict=True):
        indent = "    " * level
        lines += [f"{indent}- {_markdown_line(part)}", f"{indent}    {_attributes(part)}"]
    yield "\n".join([*lines, ""])


def _nesting(depths: Iterable[int]) -> Iterator[int]:
    """Depths as levels from 0 to the deepest that never rise by more than one."""
    open_lists: list[int] = []
    for depth in depths:
        while open_lists and open_lists[-1] > depth:
            open_lists.pop()
        if not open_lists or open_lists[-1] < depth:
            open_lists.append(depth)
        yield min(len(open_lists) - 1, _DEEPEST)


def _governing(piece: Piece) -> str:
    """The stems that a clause has to be read with; other text stands below them on the page anyway."""
    return " ".join(piece.lead_ins) if piece.role is Role.CLAUSE else ""


def _attributes(part: Part) -> str:
    anchor = f"#{part.anchor} " if part.anchor else ""
    return f"{{: {anchor}.{_CLASSES[part.piece.role]} }}"


def _markdown_line(part: Part) -> str:
    """Number (the link to the clause), the lead-ins that govern it, its words, and the tail of its list."""
    piece = part.piece
    words = [
        _markdown_number(markdown(piece.number), part.anchor, _mark(piece)),
        _markdown_context(_governing(piece)),
        linked_markdown(piece.text, piece.links),
        _markdown_context(piece.tail),
    ]
    return " ".join(word for word in words if word)


def _markdown_number(number: str, anchor: str, mark: str) -> str:
    if not anchor:
        return f"**{number}**" if number else ""
    return f"[{number}](#{anchor})" if number else f'[{mark}](#{anchor}){{: aria-label="{_LINK_LABEL}" }}'


def _mark(piece: Piece) -> str:
    """What stands for the number of a clause that has none."""
    return "•" if piece.item else "¶"


def _markdown_context(text: str) -> str:
    return f"*{markdown(text)}*" if text else ""


def _raw_paragraphs(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        anchor = f' id="{part.anchor}"' if part.anchor else ""
        yield f'<p class="{_CLASSES[part.piece.role]}"{anchor}>{_html_number(part)} {_html_words(part.piece)}</p>\n'


def _tables(parts: Sequence[Part]) -> Iterator[str]:
    rows = "\n".join(_row(part) for part in parts)
    yield f'<table class="rows">\n<tbody>\n{rows}\n</tbody>\n</table>\n'


def _row(part: Part) -> str:
    anchor = f' id="{part.anchor}"' if part.anchor else ""
    first, *others = part.piece.cells
    cells = [_html_context(_governing(part.piece)) + linked_html(first, part.piece.links)]
    cells += [linked_html(cell, part.piece.links) for cell in others]
    cells[-1] += _html_context(part.piece.tail)
    tag = "td" if part.piece.role is Role.CLAUSE else "th"
    written = " ".join(f"<{tag}>{cell}</{tag}>" for cell in cells)
    return f'<tr class="{_CLASSES[part.piece.role]}"{anchor}><td>{_html_number(part)}</td> {written}</tr>'


def _html_number(part: Part) -> str:
    number = html(part.piece.number)
    if not part.anchor:
        return f"<b>{number}</b>" if number else ""
    label = "" if number else f' aria-label="{_LINK_LABEL}"'
    return f'<a href="#{part.anchor}"{label}>{number or _mark(part.piece)}</a>'


def _html_words(piece: Piece) -> str:
    context, tail = _html_context(_governing(piece)), _html_context(piece.tail)
    return f"{context}{linked_html(piece.text, piece.links)}{tail}"


def _html_context(text: str) -> str:
    return f" <em>{html(text)}</em> " if text else ""


def _asides(pieces: Sequence[Piece]) -> Iterator[str]:
    if not pieces:
        return
    items = "\n".join(f"<li>{html(piece.text)} <i>{html(piece.reason)}</i></li>" for piece in pieces)
    yield (
        '<details class="furniture">\n<summary>Also in the original document</summary>\n'
        f"<ul>\n{items}\n</ul>\n</details>\n"
    )


_WRITERS = {
    "heading": _headings,
    "paragraph": _paragraphs,
    "list": _lists,
    "table": _tables,
    "raw": _raw_paragraphs,
}
