"""Plain text, and the pseudo-Markdown that text extraction leaves, to blocks.

Lines are read one by one, then joined where a paragraph or list item was broken over lines. Numbers
stay at the head of the text: telling a clause number from a year is the structure's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clauseway.model import Block, BlockKind, Place
from clauseway.sources.text_lines import ENDS_OPEN, ENDS_SENTENCE, Line, read_lines
from clauseway.sources.text_marks import mark_lines

_ITEM_END = re.compile(r";\s+(?:and|or)$")
_SINGLE_MARK = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]\s")
# `… a girl under` `18. Other staff …`: the number ends the sentence and heads nothing.
_WANTS_NUMBER = re.compile(
    r"\b(?:under|over|aged?|than|least|most|about|around|page|section|paragraph|years?|act)$", re.IGNORECASE
)
_HYPHEN = re.compile(r"\w-$")
_TAIL_START = re.compile(r"(?:unless|provided|except|without)\b")
_LABEL_LINE = re.compile(r"[A-Z][\w '’/()&-]{1,40}:(?:\s|$)")


_HEADING_LENGTH = 40  # characters
# A part of a text with what goes on behind it: "Annex A instead", "section 4 of the Act", "Part 2, as".
_REFERENCE = re.compile(
    r"(?:section|part|article|appendix|annex|stage|step|rule|paragraph)\s+(?:\d{1,3}(?:\.\d+)*|[A-Z]|[ivxIVX]{1,5})"
    r"(?:,|\.$|\)|\s+(?-i:[a-z]))",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Open:
    """The block that is being gathered."""

    first: Line
    parts: list[str] = field(default_factory=list)
    last: Line | None = None

    def add(self, line: Line) -> None:
        self.parts.append(line.text)
        self.last = line


def read_text_blocks(text: str) -> tuple[Block, ...]:
    """Blocks of a plain-text document, in reading order.

    `text` is decoded and has line feeds only; form feeds are page breaks. Every word of it stands in
    exactly one block, as marker or text. Never fails.
    """
    lines, wrap = mark_lines(tuple(read_lines(text)))
    depths = _Depths()
    table = _Tables()
    paged = "\f" in text
    return tuple(_block(group, depths, table, paged) for group in _groups(lines, wrap))


def _groups(lines: Sequence[Line], wrap: int) -> Iterator[_Open]:
    current: _Open | None = None
    for line in lines:
        if current is not None and _goes_on(current, line, wrap):
            current.add(line)
            continue
        if current is not None:
            yield current
        current = _Open(line)
        current.add(line)
    if current is not None:
        yield current


def _goes_on(current: _Open, line: Line, wrap: int) -> bool:
    """Whether a line continues the block before it."""
    last = current.last
    assert last is not None
    wanted = not line.gap_before and line.text[0].isdigit() and bool(_WANTS_NUMBER.search(last.text))
    if wanted or _only_refers(last, line):
        return True
    if line.gap_before or line.opens or last.alone or last.emphasis:
        return False
    if last.kind in (BlockKind.HEADING, BlockKind.ROW):
        return False
    if wrap and last.width + 1 + len(line.text.split(" ", 1)[0]) > wrap:
        return True
    if _ITEM_END.search(last.text):
        return False
    if _is_listed(current.first) and _ends_item(last.text, line.text) and not _hangs(current.first, line):
        return False
    if ENDS_OPEN.search(last.text) or last.text.endswith("-"):
        return True
    if ENDS_SENTENCE.search(last.text):
        return False
    if line.text[0].isdigit() or line.text[0] in "£€(":
        return len(last.text) > (0.6 * wrap or 40)  # a year, a time or a sum of money
    return line.text[0].islower() or (_hangs(current.first, line) and not _LABEL_LINE.match(line.text))


def _only_refers(last: Line, line: Line) -> bool:
    """Whether a numbered word at a line's head is a reference within a sentence: `as set out in` `section 4 of`."""
    if line.gap_before or line.kind is not BlockKind.PARAGRAPH or line.alone or line.emphasis or last.alone:
        return False
    running = last.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not last.emphasis
    long = len(last.text) > _HEADING_LENGTH  # a heading is shorter
    return running and long and bool(_REFERENCE.match(line.text)) and not ENDS_SENTENCE.search(last.text)


def _is_listed(line: Line) -> bool:
    return line.kind is BlockKind.ITEM or bool(_SINGLE_MARK.match(line.text))


def _ends_item(last: str, line: str) -> bool:
    """Whether a list item ends here, and what follows is the next one or the tail of the whole list."""
    return bool(_TAIL_START.match(line)) or last.endswith(",")


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line stands under the words of a list item and not under its mark."""
    return first.kind is BlockKind.ITEM and line.indent > first.indent


def _join(parts: Sequence[str]) -> str:
    """Joins broken lines; a hyphen at a line's end is kept and takes no space."""
    text = parts[0]
    for part in parts[1:]:
        glue = "" if _HYPHEN.search(text[-2:]) else " "
        text = f"{text}{glue}{part}"
    return text


# Word's marks of the second and third level, which nest even where the indent was lost.
_DEEPER_MARKS = frozenset("o▪§")


@dataclass(slots=True)
class _Depths:
    """Nesting of list items by indent; at the same indent only an `o` or `▪` below another mark is deeper."""

    stack: list[tuple[int, str]] = field(default_factory=list)

    def of(self, line: Line) -> int:
        mark = line.marker[-1:]
        while self.stack and self.stack[-1][0] > line.indent:
            self.stack.pop()
        marks = [held for indent, held in self.stack if indent == line.indent]
        if not self.stack or self.stack[-1][0] < line.indent:
            self.stack.append((line.indent, mark))
        elif mark in marks or mark not in _DEEPER_MARKS:
            while self.stack[-1][1] not in (mark, marks[0]):
                self.stack.pop()
        else:
            self.stack.append((line.indent, mark))
        return max(len(self.stack) - 1, 1 if line.inner else 0)

    def within(self, line: Line) -> int:
        """How many open lists of bullets an indented number or paragraph stands in."""
        return sum(indent < line.indent for indent, _ in self.stack)

    def reset(self) -> None:
        self.stack.clear()


@dataclass(slots=True)
class _Tables:
    """Numbers tables: rows that follow one another are one table."""

    count: int = 0
    open: bool = False

    def of(self, line: Line) -> int:
        if line.kind is not BlockKind.ROW:
            self.open = False
            return 0
        if not self.open:
            self.count, self.open = self.count + 1, True
        return self.count


def _block(group: _Open, depths: _Depths, tables: _Tables, paged: bool) -> Block:
    first = group.first
    inner = depths.within(first) if first.kind is BlockKind.PARAGRAPH else 0
    if first.kind is not BlockKind.ITEM and not inner:
        depths.reset()
    return Block(
        kind=first.kind,
        text=_join(group.parts),
        place=Place(line=first.number, page=first.page if paged else None),
        marker=first.marker,
        depth=depths.of(first) if first.kind is BlockKind.ITEM else inner,
        level=first.level,
        bold=first.emphasis == "bold",
        italic=first.emphasis == "italic",
        cells=first.cells,
        table=tables.of(first),
        gap_before=first.gap_before,
        starts_page=first.starts_page,
    )
