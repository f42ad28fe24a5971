"""What lines show only beside one another: the width they were wrapped at, numbers, running heads, lost bullets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from clauseway.model import BlockKind
from clauseway.sources.text_lines import ENDS_OPEN, ENDS_SENTENCE, NUMBER_HEAD, Line, is_plain_low

_LONE_NUMBER = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|\(?[A-Za-z][.)])\s*$")
_BARE_NUMBER = re.compile(r"(\d{1,2})[ \t]+(?:[A-Z\"'“‘]|([a-z]))")
# Lines of the page's foot and head; a sentence that goes on below them must not swallow them.
_PAGE_LINE = re.compile(
    r"(?:page|tudalen)?\s*\d{1,3}(?:\s*(?:of|/|o)\s*\d{1,3})?|.{0,80}\bpage \d+ of \d+", re.IGNORECASE
)
_DIGITS = re.compile(r"[\d\W_]+")
_STEM_END = re.compile(r":$|\b(?:must|should|will|shall|may|to|not|they|by|if|following)$")


def mark_lines(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], int]:
    """Lines with all marked that they show together, and the width at which they were wrapped (0: they were not)."""
    lines = tuple(_with_lone_numbers(lines, _lone_heads(lines)))
    wrap = _wrap_width(lines)
    lines = _set_apart(_count(lines), wrap)
    return (lines if wrap else _mark_bare_lists(lines)), wrap


def _wrap_width(lines: Sequence[Line]) -> int:
    """Width at which the file's lines were wrapped, in characters; 0 where a line is a paragraph.

    A wrapped file has hardly any long line, and its lines that go on in lower case are nearly full.
    """
    widths = sorted(line.width for line in lines if line.width)
    if len(widths) < 6 or (longest := widths[-1 - len(widths) // 50]) > 130:
        return 0
    cut = sorted(a.width for a, b in pairwise(lines) if a.width and not b.gap_before and is_plain_low(b))
    if len(cut) < 2 or cut[len(cut) // 2] < 0.7 * longest:
        return 0
    return cut[-1 - len(cut) // 20]


def _lone_heads(lines: Iterable[Line]) -> frozenset[str]:
    """First parts of decimals that stand alone on their lines: beside `2.1`, a lone `2` is no page number."""
    return frozenset(
        line.text.split(".")[0] for line in lines if _LONE_NUMBER.match(line.text) and "." in line.text[:-1]
    )


def _with_lone_numbers(lines: Iterable[Line], heads: frozenset[str]) -> Iterator[Line]:
    """Lines with a number that stands on a line by itself set before its text on the next one."""
    held: Line | None = None
    for line in lines:
        alone = line.kind is BlockKind.PARAGRAPH and (line.text in heads or bool(_LONE_NUMBER.match(line.text)))
        if held is not None and line.kind is BlockKind.PARAGRAPH and not alone:
            yield replace(line, number=held.number, text=f"{held.text} {line.text}", gap_before=held.gap_before)
            held = None
            continue
        if held is not None:
            yield held
        held = line if alone else None
        if held is None:
            yield line
    if held is not None:
        yield held


def _count(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Marks lines that open with a bare number of a sequence (`1 Tell`, `2 Ask`): each begins a block.

    Two are enough before capitals; before lower case, where any number may stand, it takes three.
    """
    found = [(i, int(m[1]), bool(m[2])) for i, line in enumerate(lines) if (m := _BARE_NUMBER.match(line.text))]
    counted: set[int] = set()
    run: list[tuple[int, bool]] = []
    before = 0
    for index, value, low in found:
        run = [*run, (index, low)] if run and value == before + 1 else [(index, low)] if value == 1 else []
        before = value
        if len(run) > (2 if any(is_low for _, is_low in run) else 1):
            counted.update(i for i, _ in run)
    return tuple(replace(line, counted=True) if i in counted else line for i, line in enumerate(lines))


def _set_apart(lines: tuple[Line, ...], wrap: int) -> tuple[Line, ...]:
    """Marks page lines, and short lines that come again, as standing alone: running heads cut sentences."""
    before = (None, *lines)[: len(lines)]
    keys = [
        _DIGITS.sub(" ", line.text.lower()) if _may_repeat(line) and not _flows(last, line, wrap) else ""
        for last, line in zip(before, lines, strict=True)
    ]
    counts = Counter(keys)
    return tuple(
        replace(line, alone=True) if (key and counts[key] > 1) or _is_page_line(line) else line
        for line, key in zip(lines, keys, strict=True)
    )


def _may_repeat(line: Line) -> bool:
    """Whether a line has the form of a running head."""
    opens = line.text[0].islower() or NUMBER_HEAD.match(line.text)
    return (
        line.kind is BlockKind.PARAGRAPH and len(line.text) <= 100 and not opens and not ENDS_SENTENCE.search(line.text)
    )


def _flows(last: Line | None, line: Line, wrap: int) -> bool:
    """Whether a line stands within a wrapped paragraph: it is full, and so is the one above it."""
    if not wrap or last is None or line.gap_before or line.width <= 0.8 * wrap:
        return False
    return last.width + 1 + len(line.text.split(" ", 1)[0]) > wrap


def _is_page_line(line: Line) -> bool:
    return line.kind is BlockKind.PARAGRAPH and len(line.text) <= 100 and bool(_PAGE_LINE.fullmatch(line.text))


def _mark_bare_lists(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines made list items that follow an unfinished line one by one without any mark, all in lower case."""
    marked = list(lines)
    for index, line in enumerate(lines):
        end = index + 1
        if line.kind is not BlockKind.PARAGRAPH or not _STEM_END.search(line.text):
            continue
        while end < len(lines) and _is_bare_item(lines[end]):
            end += 1
        if end - index > 2:
            marked[index + 1 : end] = [replace(item, kind=BlockKind.ITEM) for item in lines[index + 1 : end]]
    return tuple(marked)


def _is_bare_item(line: Line) -> bool:
    return not line.gap_before and not line.alone and is_plain_low(line) and not ENDS_OPEN.search(line.text.rstrip(","))
