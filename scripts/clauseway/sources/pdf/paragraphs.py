"""Lines to paragraphs: by spacing, indent, list marks, short last lines and change of type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from clauseway.sources.pdf.lines import LEADER_END, Line

_USUAL = 1.25  # of the letters' height from line to line, where a document shows no better
_MORE = 1.28  # times the usual distance: what parts paragraphs
_LITTLE_MORE = 1.1  # times the widest distance within paragraphs: parts them too where a sentence ends
_SURE = 5  # lines that go on in the next, to know that distance
_SAME_SIZE = 0.6  # points
_LEVEL = 0.45  # of the letters' height: as much as lines of one paragraph may differ at their left
_DEEPEST_INDENT = 7.0  # of the letters' height, of a first line or of the lines below it
_SPACE = 0.22  # of the letters' height: the space before a word
_LONGEST_LIST = 40  # lines
_FEWEST_ITEMS = 3
_APART = 1.05  # times the distance within items that items keep from each other, where they keep any
_SHORT = 0.25  # share of the lines of a list that end before the line is full
_ENDS = re.compile(r"[.!?:;][\"'’”)\]]*$")
_STOPS = re.compile(r"[.!?:][\"'’”)\]]*$")
_ITEM_END = re.compile(r"[;,]\s+(?:and|or)$")
_JOINERS = re.compile(
    r"\b(?:and|or|to|of|the|a|an|in|by|with|for|on|at|from|as|that|which|any|be|is|are|see|paragraph|section|sections|paragraphs|clause|part|appendix)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Para:
    """Lines of a paragraph."""

    lines: list[Line]
    gap_before: bool = True
    starts_page: bool = False
    aside: str = ""

    @property
    def text(self) -> str:
        """Its words, line after line."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class Spacing:
    """How far apart a document sets the lines of a paragraph."""

    by_size: dict[float, float] = field(default_factory=dict)
    widest: dict[float, float] = field(default_factory=dict)
    """Distance that hardly any two lines of a paragraph exceed, by height of the letters."""

    def usual(self, size: float) -> float:
        """Distance of the base lines of a paragraph with letters of some height, in points."""
        return self.by_size.get(round(size), _USUAL * size)


def fits(a: Line, b: Line) -> bool:
    """Whether the first word of a line would have had room at the end of the line above it."""
    return a.right - a.x1 > b.first + (_SPACE + 0.35) * a.font.size


def spacing(lines: Iterable[Line]) -> Spacing:
    """Find how far apart a document sets its lines, where one plainly goes on in the next."""
    gaps: dict[float, list[float]] = {}
    for a, b in pairwise(lines):
        if a.column != b.column or abs(a.font.size - b.font.size) > _SAME_SIZE or a.base <= b.base:
            continue
        if b.text[:1].islower() and not b.bullet and not fits(a, b) and not _ENDS.search(a.text):
            gaps.setdefault(round(a.font.size), []).append(a.base - b.base)
    return Spacing(
        {size: median(found) for size, found in gaps.items() if len(found) >= 2},
        {size: sorted(found)[len(found) * 9 // 10] for size, found in gaps.items() if len(found) >= _SURE},
    )


def paragraphs(lines: Sequence[Line], known: Spacing) -> list[Para]:
    """Lines in reading order as paragraphs; lines of different columns (and pages) are never joined here."""
    found: list[Para] = []
    narrow, bare = _narrow(lines, known), _bare_items(lines, known)
    for line in lines:
        last = found[-1] if found else None
        if last is not None and _goes_on(last, line, known, narrow, bare):
            last.lines.append(line)
            continue
        above = last.lines[-1] if last is not None else None
        apart = above is None or above.column != line.column or _is_far(above, line, known)
        found.append(Para([line], gap_before=apart))
    return found


def _is_far(a: Line, b: Line, known: Spacing) -> bool:
    step = a.base - b.base
    if step <= 0 or step > _MORE * max(known.usual(a.font.size), known.usual(b.font.size)):
        return True
    widest = known.widest.get(round(a.font.size), step)
    return step > _LITTLE_MORE * widest and _ENDS.search(a.text) is not None and not b.text[:1].islower()


def _narrow(lines: Sequence[Line], known: Spacing) -> set[int]:
    """Ids of lines in blocks that are wrapped short of their column's right edge, at an edge of their own."""
    found: set[int] = set()
    for block in _blocks(lines, known):
        if len(block) < 4:
            continue
        edge = max(line.x1 for line in block)
        if edge > block[0].right - 2 * block[0].font.size:
            continue
        full = sum(edge - a.x1 <= b.first + _SPACE * a.font.size for a, b in pairwise(block))
        if full >= 0.7 * (len(block) - 1):
            found.update(map(id, block))
    return found


def _blocks(lines: Sequence[Line], known: Spacing) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and (
            block[-1].column != line.column
            or line.bullet
            or line.numbered
            or _is_far(block[-1], line, known)
            or abs(block[-1].font.size - line.font.size) > _SAME_SIZE
        ):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _goes_on(para: Para, line: Line, known: Spacing, narrow: set[int], bare: set[int]) -> bool:
    above = para.lines[-1]
    if above.column != line.column or line.bullet or above.aside != line.aside:
        return False
    if abs(above.font.size - line.font.size) > _SAME_SIZE or _is_far(above, line, known):
        return False
    if LEADER_END.search(above.text) or _is_tabbed(above, line):
        return False
    if id(line) in bare and not (id(above) in bare and _is_cut(para, line)):
        return False
    if fits(above, line) and id(above) not in narrow and not _is_cut(para, line):
        return False
    if above.bold != line.bold and not line.text[:1].islower():
        return False
    if line.numbered and _begins_item(para, line):
        return False
    return _stands_below(para, line)


def _is_tabbed(above: Line, line: Line) -> bool:
    """Whether one of two lines is a row of parts, and the lower does not go on below the last part."""
    hangs = above.tab_x and abs(line.x0 - above.tab_x) <= _LEVEL * line.font.size
    return bool(above.tab_x or line.tab_x) and not hangs


def _bare_items(lines: Sequence[Line], known: Spacing) -> set[int]:
    """Ids of the lines of lists without any mark: below a colon, in lower case, most of them short."""
    found: set[int] = set()
    for index, stem in enumerate(lines):
        if not stem.text.endswith(":"):
            continue
        run = []
        for above, line in pairwise(lines[index : index + _LONGEST_LIST]):
            far = above.column != line.column or _is_far(above, line, known)
            if line.bullet or line.numbered or not line.text[:1].islower() or (far and above is not stem):
                break
            run.append(line)
        short = sum(fits(a, b) for a, b in pairwise(run))
        if len(run) >= _FEWEST_ITEMS and short >= _SHORT * (len(run) - 1):
            found.update(id(line) for line in run if not _is_close(line, run))
    return found


def _is_close(line: Line, run: Sequence[Line]) -> bool:
    """Whether a line of a list is the rest of an item: the one above is full, and less space stands between."""
    steps = {id(b): a.base - b.base for a, b in pairwise(run)}
    above = {id(b): a for a, b in pairwise(run)}.get(id(line))
    if above is None or fits(above, line):
        return False
    return steps[id(line)] * _APART < max(steps.values())


def _is_cut(para: Para, line: Line) -> bool:
    """Whether a line goes on in lower case though there was room: behind an unfinished phrase, or below a mark."""
    above, first = para.lines[-1], para.lines[0]
    if not line.text[:1].islower() or _ENDS.search(above.text):
        return False
    if _is_cut_word(above, line) or (_JOINERS.search(above.text) and not _ITEM_END.search(above.text)):
        return True
    slack = _LEVEL * line.font.size
    inner = para.lines[1].x0 if len(para.lines) > 1 else line.x0
    marked = bool(first.bullet) or first.numbered
    return marked and inner > first.x0 + slack and abs(line.x0 - inner) <= slack


def _is_cut_word(above: Line, line: Line) -> bool:
    return above.text.endswith("-") and line.text[:1].islower() and not above.text.endswith(" -")


def _begins_item(para: Para, line: Line) -> bool:
    """Whether the number that a line begins with heads an item, and is not a reference cut from its sentence."""
    above, size = para.lines[-1], line.font.size
    if _ENDS.search(above.text):
        return True
    hangs = len(para.lines) > 1 or para.lines[0].text_x > para.lines[0].x0 + _LEVEL * size
    inner = para.lines[1].x0 if len(para.lines) > 1 else para.lines[0].text_x
    if hangs and line.x0 < inner - _LEVEL * size:
        return True
    if hangs and abs(line.x0 - inner) <= _LEVEL * size and para.lines[0].x0 < inner - _LEVEL * size:
        return line.text_x > line.x0 + 1.6 * size and not _JOINERS.search(above.text)
    rest = line.text.split(None, 1)
    return not _JOINERS.search(above.text) and len(rest) > 1 and rest[1][:1].isupper()


def _stands_below(para: Para, line: Line) -> bool:
    """Whether a line's left edge is that of the paragraph's lines."""
    first, above, size = para.lines[0], para.lines[-1], line.font.size
    slack = _LEVEL * size
    if len(para.lines) > 1 and abs(line.x0 - above.x0) <= slack:
        return True
    if _is_centred(above, line):
        return True
    if len(para.lines) > 1:
        return False
    if abs(line.x0 - first.text_x) <= slack or abs(line.x0 - first.x0) <= slack:
        return True
    indent = first.x0 - line.x0
    if first.bullet or first.numbered:
        deepest = first.text_x + (_DEEPEST_INDENT * size if line.text[:1].islower() else slack)
        return first.x0 - slack <= line.x0 <= deepest
    opens = _STOPS.search(above.text) is not None
    return abs(indent) <= _DEEPEST_INDENT * size and (indent > 0 or not opens)


def _is_centred(a: Line, b: Line) -> bool:
    return abs((a.x0 + a.x1) - (b.x0 + b.x1)) <= 2 * _LEVEL * a.font.size


def join_over_breaks(paras: Sequence[Para], body: float) -> list[Para]:
    """Paragraphs with those joined that a page or column ended in the middle of.

    Asides and notes between the halves follow the whole; `body` is the height of the document's letters in points.
    """
    joined: list[Para] = []
    last = -1
    for para in paras:
        if para.aside:
            joined.append(para)
            continue
        before = joined[last] if last >= 0 else None
        if before is not None and _is_rest(before, para):
            before.lines.extend(para.lines)
            continue
        if before is None or not _is_note(para, before, body):
            last = len(joined)
        joined.append(para)
    return joined


def _is_note(para: Para, before: Para, body: float) -> bool:
    """Whether a paragraph is small print below the text of its page, over which a sentence may go on."""
    small = para.lines[0].font.size <= body - 1 < before.lines[0].font.size
    return small and para.lines[0].page == before.lines[-1].page and not _STOPS.search(before.text)


def _is_rest(before: Para, para: Para) -> bool:
    a, b = before.lines[-1], para.lines[0]
    if a.column == b.column or b.bullet or LEADER_END.search(a.text):
        return False
    if abs(a.font.size - b.font.size) > 0.2 or a.bold != b.bold:
        return False
    if b.numbered and not (
        _JOINERS.search(a.text) and b.text.split()[-1:] and abs(b.text_x - b.x0) < 2.5 * b.font.size
    ):
        return False
    if fits(a, b) and not _is_cut(before, b):
        return False
    if _STOPS.search(a.text) or not _same_indent(before, para):
        return False
    return b.text[:1].islower() or not _ENDS.search(a.text)


def _same_indent(before: Para, para: Para) -> bool:
    """Whether the second half begins where the lines of the first stand, each seen from its column's left."""
    first, line = before.lines[0], para.lines[0]
    at, slack = line.x0 - line.left, 1.2 * line.font.size
    wanted = [x.x0 - x.left for x in before.lines[1:2]] or [first.text_x - first.left, first.x0 - first.left]
    return any(abs(at - want) <= slack for want in wanted)


def body_size(lines: Iterable[Line]) -> float:
    """Height of most letters of a document, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if not line.aside:
            sizes[line.font.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 0.0
