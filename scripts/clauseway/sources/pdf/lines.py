"""Lines of text as a person sees them, each with the column it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clauseway.sources.pdf.letters import UNKNOWN
from clauseway.sources.pdf.parts import Bit, Font, Segment

BULLETS = frozenset("•▪◦‣⁃●○■□❑❖➢➤►✓✔☐☑✗☒→➔·∙◼◻♦◆⚫⬤")
_LETTER_BULLET = "o"
_DASHES = frozenset("-–—*")
_MARK_GAP = 0.6  # of the letters' height: a letter or dash with this much space behind it is a list mark
_NUMBER_MARK = re.compile(
    r"(?:\(?\d{1,3}(?:\.\d{1,3})+[.)]?|\(?\d{1,3}[.)]|\([a-zA-Z]{1,2}\)|[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)]"
    r"|[A-Z]\d{1,2}(?:\.\d{1,2})*[.)]?|(?:Article|Section|Appendix|Annex|Stage|Step|Part)\s[\dA-Z]{1,3}[.:]?)$"
)
_BARE_NUMBER = re.compile(r"(?:\d{1,3}|[A-Z])$")
LEADER_END = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,3}|[ivxlc]{1,5})$|(?:…\s?){2,}\s*\d{1,3}$|_{4,}\s*\d{1,3}$")


@dataclass(slots=True)
class Line:
    """A line of text."""

    page: int
    x0: float
    x1: float
    base: float
    font: Font
    """How most of its letters look."""
    bits: list[Bit]
    """Its letters; wide gaps are tabs."""
    first: float
    """Width of its first word."""
    text_x: float
    """Where the text begins, a list mark or number left aside."""
    column: tuple[int, int]
    """The column it stands in: page and count on the page."""
    left: float
    """Where its column begins."""
    right: float
    """Where its column ends."""
    bullet: str = ""
    """Its list mark, which is not in `bits`."""
    numbered: bool = False
    """Whether it begins with what looks like a printed number."""
    aside: str = ""
    own_edge: bool = False
    """Whether it ends elsewhere than the other lines of its column, in a box or beside one."""
    tab_x: float = 0.0
    """Where its last part begins, if wide gaps part it."""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(bit.text for bit in self.bits)

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return all(bit.font.bold or not bit.text.strip() for bit in self.bits)


def make_lines(segments: Iterable[Segment], page: int, column: int, left: float, right: float) -> list[Line]:
    """Lines of a column, from the top; `left` and `right` are its edges."""
    row: list[Segment] = []
    lines = []
    for segment in sorted(segments, key=lambda segment: (-segment.base, segment.x0)):
        if row and abs(segment.base - row[0].base) > 0.3 * min(segment.font.size, row[0].font.size):
            lines.append(_line(row, page, column, left, right))
            row = []
        row.append(segment)
    if row:
        lines.append(_line(row, page, column, left, right))
    return list(_with_margin_numbers(lines))


def _line(row: list[Segment], page: int, column: int, left: float, right: float) -> Line:
    row.sort(key=lambda segment: segment.x0)
    longest = max(row, key=lambda segment: len(segment.text))
    line = Line(
        page=page,
        x0=row[0].x0,
        x1=max(segment.x1 for segment in row),
        base=longest.base,
        font=longest.font,
        bits=list(_joined_bits(row)),
        first=row[0].first,
        text_x=row[0].x0,
        column=(page, column),
        left=left,
        right=right,
    )
    numbered = len(row) == 2 and (is_mark(row[0].text) or _BARE_NUMBER.fullmatch(row[0].text))
    if len(row) > 1 and not numbered:
        line.tab_x = row[-1].x0
    _read_mark(line, row)
    return line


def _joined_bits(row: Sequence[Segment]) -> Iterator[Bit]:
    before: Segment | None = None
    for segment in row:
        gap = "" if before is None else " " if is_mark(before.text) else "\t"
        for index, bit in enumerate(segment.bits):
            yield Bit(gap + bit.text, bit.font, bit.href) if gap and not index else bit
        before = segment


def is_mark(text: str) -> bool:
    """Whether a text is nothing but a list mark or a number before a text."""
    return text in BULLETS or text in _DASHES or text == _LETTER_BULLET or bool(_NUMBER_MARK.fullmatch(text))


def is_number_mark(text: str) -> bool:
    """Whether a text is nothing but a number as they stand before headings and clauses."""
    return bool(_NUMBER_MARK.fullmatch(text))


def _read_mark(line: Line, row: Sequence[Segment]) -> None:
    """Take a list mark off a line, and see where its text begins."""
    head = line.text.split(None, 1)
    if len(head) < 2:
        line.numbered = bool(head) and is_number_mark(head[0])
        return
    alone = row[0].text == head[0]
    second = row[1].x0 if alone and len(row) > 1 else row[0].second
    gap = second - (row[0].x0 + row[0].first)
    tabbed = gap > _MARK_GAP * line.font.size
    if _is_bullet(head[0], tabbed):
        line.bullet, line.text_x = "•" if head[0] == UNKNOWN or _is_private(head[0]) else head[0], second
        line.bits = _cut(line.bits, len(head[0]))
    elif is_number_mark(head[0]) or (tabbed and alone and _BARE_NUMBER.fullmatch(head[0])):
        line.numbered, line.text_x = True, second
    elif _NUMBER_MARK.fullmatch(" ".join(line.text.split(None, 2)[:2])):
        line.numbered = True


def _is_bullet(head: str, tabbed: bool) -> bool:
    if head in BULLETS or _is_private(head):
        return True
    return tabbed and (head in _DASHES or head in (_LETTER_BULLET, UNKNOWN))


def _is_private(text: str) -> bool:
    return len(text) == 1 and "\ue000" <= text <= "\uf8ff"


def _cut(bits: Sequence[Bit], count: int) -> list[Bit]:
    """Bits without their first `count` letters and the white space behind those."""
    text, kept = "".join(bit.text for bit in bits), []
    count = len(text) - len(text[count:].lstrip())
    for bit in bits:
        if count < len(bit.text):
            kept.append(Bit(bit.text[count:], bit.font, bit.href))
        count = max(count - len(bit.text), 0)
    return kept


def _with_margin_numbers(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines with a number or bullet that stands a little higher or lower than its line put before it."""
    held: Line | None = None
    for line in lines:
        if held is not None:
            near = abs(held.base - line.base) < 0.6 * max(held.font.size, line.font.size)
            if near and held.x1 < line.x0:
                yield _put_before(held, line)
                held = None
                continue
            yield held
            held = None
        if is_mark(line.text):
            held = line
        else:
            yield line
    if held is not None:
        yield held


def _put_before(mark: Line, line: Line) -> Line:
    line.text_x, line.x0 = line.x0, mark.x0
    line.first = mark.first
    if is_number_mark(mark.text):
        line.bits = [Bit(f"{mark.text} ", mark.font), *line.bits]
        line.numbered = True
    else:
        line.bullet = mark.text
    return line
