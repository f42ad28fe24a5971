"""Headings: which lines they are, and their levels.

A reader of a format may know headings; plain text shows them only by form. Each form has a style, and the
styles that a document uses are ranked: that gives the levels of headings without numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from clauseway.model import BlockKind
from clauseway.structure.numbers import Number, Shape
from clauseway.structure.sentences import (
    does_something,
    ends_closed,
    ends_in_people,
    ends_like_stem,
    has_finite_verb,
    is_question_title,
    is_stem,
    names_people,
    starts_with_verb,
)
from clauseway.structure.units import Unit
from clauseway.vocabulary import load

_STOPPED = re.compile(r"[.;,!]$")
_MAX_WORDS = 12
_MAX_BOLD_WORDS = 16


class Style(IntEnum):
    """How a heading shows itself, in the order in which styles outrank one another."""

    MARKED = 0  # the format says so
    CAPITALS = 1
    BOLD = 2
    PLAIN = 3
    COLON = 4
    NUMBERED = 9  # level comes from the number


@lru_cache(maxsize=1)
def _appendix_words() -> frozenset[str]:
    return frozenset(load("structure")["appendix_words"])


def find_headings(running: Sequence[Unit]) -> dict[int, int]:
    """Index of each heading in a policy's running text, with its level (1 is outermost)."""
    gapless = _is_gapless(running)
    styles = {i: style for i in range(len(running)) if (style := _style(running, i, gapless)) is not None}
    return _levels(running, styles)


def _style(running: Sequence[Unit], index: int, gapless: bool) -> Style | None:
    unit = running[index]
    block, text = unit.block, unit.body
    words = text.split()
    if unit.number is not None and unit.number.shape is Shape.WORDED and not words:
        return Style.NUMBERED
    if block.kind is BlockKind.ROW or not words or index + 1 >= len(running):
        return Style.MARKED if block.kind is BlockKind.HEADING and words else None
    if block.kind is BlockKind.HEADING:
        if len(words) > 25 or _governs(running, index) or _says_it_all(unit):
            return None
        return Style.NUMBERED if unit.number else Style.MARKED
    if unit.number is not None:
        return Style.NUMBERED if _is_numbered_heading(running, index) else None
    if block.kind is BlockKind.ITEM or len(words) > _MAX_BOLD_WORDS or not text[0].isalnum():
        return None
    return _unnumbered_style(running, index, gapless)


def _says_it_all(unit: Unit) -> bool:
    """Whether a heading is rather a rule: authors number their clauses with the styles of headings."""
    words = len(unit.body.split())
    return words > (6 if unit.number else _MAX_BOLD_WORDS) and ends_closed(unit.body) and has_finite_verb(unit.body)


def _governs(running: Sequence[Unit], index: int) -> bool:
    """Whether a heading is rather the stem of the list directly below it: `Parents are asked not to`."""
    text, after = running[index].body, running[index + 1] if index + 1 < len(running) else None
    negative = re.search(r"\b(?:not|never|no)\b|n't\b", text, re.IGNORECASE)
    return (
        after is not None and after.listed and ends_like_stem(text) and (bool(negative) or not is_question_title(text))
    )


def _unnumbered_style(running: Sequence[Unit], index: int, gapless: bool) -> Style | None:
    block = running[index].block
    text, after = block.text, running[index + 1]
    if text.endswith(":"):
        short = block.bold or len(text.split()) <= _MAX_WORDS
        heading = short and not is_stem(text) and not _is_completed_by(text, after)
        return Style.COLON if heading and text[0].isupper() else None
    if _STOPPED.search(text):
        return None
    if text.isupper() and len(text) > 3 and len(text.split()) <= _MAX_WORDS:
        return Style.CAPITALS
    if block.bold and not (after.listed and is_stem(text)):
        return Style.BOLD
    return Style.PLAIN if _is_plain_heading(running, index, gapless) else None


def _is_completed_by(text: str, after: Unit) -> bool:
    """Whether the item below goes on with a verb, so that even a noun phrase governs it: `Staff:` `may park`."""
    low = after.body[:1].islower()
    if low and after.listed and (names_people(text) or ends_in_people(text)):
        return True
    return after.listed and starts_with_verb(after.body) and (low or does_something(after.body))


def _is_plain_heading(running: Sequence[Unit], index: int, gapless: bool) -> bool:
    """A short line over text: no stop, no sentence (or a question), and something longer below it."""
    block, after = running[index].block, running[index + 1]
    text, words = block.text, block.text.split()
    question = is_question_title(text) and not after.block.text.endswith("?")
    if not text[0].isupper() or (len(words) > _MAX_WORDS and not question):
        return False
    if not block.gap_before and not gapless and not _parts_text(running, index):
        return False
    if not question and (len(words) > 10 or has_finite_verb(text) or (after.listed and is_stem(text))):
        return False
    if _is_completed_by(text, after):
        return False
    return after.listed or after.number is not None or _says_something(after) or _is_short_over_text(running, index + 1)


def _parts_text(running: Sequence[Unit], index: int) -> bool:
    """Whether a line of a few words stands between a finished sentence and a number or long paragraph."""
    before, after = running[index - 1] if index else None, running[index + 1]
    finished = before is not None and before.body[-1:] in ".;?!"
    follows = after.number is not None or len(after.body.split()) > 12
    return finished and follows and len(running[index].body.split()) <= 6


def _is_gapless(running: Sequence[Unit]) -> bool:
    """Whether the text has (almost) no empty lines, so that their lack says nothing."""
    return sum(unit.block.gap_before for unit in running) * 5 < len(running)


def _says_something(unit: Unit) -> bool:
    text = unit.block.text
    return len(text.split()) > 7 or bool(re.search(r"[.:!?;]$", text)) or unit.block.kind is BlockKind.ROW


def _is_short_over_text(running: Sequence[Unit], index: int) -> bool:
    """Whether the next line is itself a short line over text: a sub-heading directly below a heading."""
    if index + 1 >= len(running):
        return False
    return len(running[index].block.text.split()) <= 8 and (
        _says_something(running[index + 1]) or running[index + 1].listed
    )


def _is_numbered_heading(running: Sequence[Unit], index: int) -> bool:
    """A number before a short title, with something of its own below it."""
    unit, after = running[index], running[index + 1]
    number, text, block = unit.number, unit.body, unit.block
    assert number is not None
    if number.shape is Shape.WORDED:
        return len(text.split()) <= _MAX_BOLD_WORDS and not _STOPPED.search(text)
    if len(text.split()) > _MAX_WORDS or _STOPPED.search(text) or not text[0].isupper():
        return False
    if is_stem(text) and (text.endswith(":") or after.listed):
        return False
    if text.endswith(":") and _is_completed_by(text, after):
        return False
    if block.bold or text.isupper() or _is_parent(unit, after):
        return True
    if has_finite_verb(text) and not is_question_title(text):
        return False
    if (block.kind is BlockKind.ITEM and not block.numbered) or number.frame not in ("", "x.", "X."):
        return False
    return not _is_sibling(unit, after) and not _is_item_of_run(running, index)


def _is_parent(unit: Unit, after: Unit) -> bool:
    """Whether the next number stands within this one, as `2.1` does in `2.`."""
    a, b = unit.number, after.number
    if a is None or b is None or not b.absolute or a.frame == "(x)":
        return False
    parts = a.parts[:-1] if a.parts[-1] == "0" and len(a.parts) > 1 else a.parts
    return len(b.parts) > len(parts) and b.parts[: len(parts)] == parts


def _is_sibling(unit: Unit, after: Unit) -> bool:
    """Whether the next number is the next of the same kind: items follow one another, headings do not."""
    a, b = unit.number, after.number
    return (
        a is not None
        and b is not None
        and not _is_round(a)
        and (a.shape, a.frame, len(a.parts), a.parts[:-1]) == (b.shape, b.frame, len(b.parts), b.parts[:-1])
    )


def _is_round(number: Number) -> bool:
    """`100`, `200`: heads of hundreds that number what stands below them."""
    return number.shape is Shape.BARE and number.parts[0].endswith("00")


def _is_item_of_run(running: Sequence[Unit], index: int) -> bool:
    """Whether it ends a run of short items: the number before it, directly above, is its elder sibling."""
    return index > 0 and _is_sibling(running[index - 1], running[index])


def _levels(running: Sequence[Unit], styles: dict[int, Style]) -> dict[int, int]:
    numbered_base = 1 if any(_is_division(running[i]) for i in styles) else 0
    ranks = {style: rank for rank, style in enumerate(sorted(set(styles.values()) - {Style.NUMBERED}))}
    marked = sorted({running[i].block.level for i, s in styles.items() if s is Style.MARKED})
    has_numbered = Style.NUMBERED in styles.values()
    levels: dict[int, int] = {}
    numbered_level = 0
    for index, style in styles.items():
        unit = running[index]
        if style is Style.NUMBERED:
            numbered_level = levels[index] = _numbered_level(unit, numbered_base)
        elif style is Style.MARKED:
            levels[index] = 1 + marked.index(unit.block.level)
        else:
            shift = len(marked) - 1 if marked else 0
            level = 1 + ranks[style] + max(shift, 0)
            levels[index] = level + numbered_level if has_numbered and style is not Style.CAPITALS else level
    return levels


def _is_division(unit: Unit) -> bool:
    """`Section 2`, `Part A`: heads above those with plain numbers."""
    return (
        unit.number is not None
        and unit.number.shape is Shape.WORDED
        and unit.number.parts[0] in ("section", "part", "chapter", "rhan")
    )


def _numbered_level(unit: Unit, base: int) -> int:
    number = unit.number
    assert number is not None
    if number.shape is Shape.WORDED:
        return 1 if _is_division(unit) or number.parts[0] in _appendix_words() else 1 + base
    parts = number.parts[:-1] if number.parts[-1] == "0" and len(number.parts) > 1 else number.parts
    if base and len(parts) > 1:
        return len(parts)  # `1.1` under `Section 1` is level 2
    return len(parts) + base
