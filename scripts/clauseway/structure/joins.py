"""Sentences that a page break, a running head or an empty line cut in two are made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from clauseway.model import Block, BlockKind
from clauseway.structure.furniture import names_document
from clauseway.structure.numbers import Shape, read_number
from clauseway.words import words

_HEAD_ZONE = 25
_HYPHEN = re.compile(r"\w-$")
_TAIL_LENGTH = 40  # characters: enough to see how a text ends
_ITEM_END = re.compile(r";\s+(?:and|or)$")
_OPEN_END = re.compile(r"(?:[\w,’')\]-])$")
_TAIL_START = re.compile(r"(?:unless|provided|except|without|so that|before|and then)\b")
_WANTS_MORE = re.compile(
    r"\b(?:the|a|an|of|to|and|or|in|on|at|by|for|with|from|as|that|which|any|their|our|its|be|is|are|will|must|should|not|if|when|unless|until|without|where|under|than)$"
)


def join_cut_sentences(blocks: Sequence[Block], furniture: dict[int, str]) -> tuple[list[Block], dict[int, str]]:
    """Blocks with cut sentences joined, and the furniture under its new indices.

    A joined block keeps the first part's place; furniture that stood between the parts follows it.
    """
    joined: list[Block] = []
    reasons: dict[int, str] = {}
    last = before_last = -1  # indices in `joined` of the last two blocks of running text
    for index, block in enumerate(blocks):
        if index in furniture:
            reasons[len(joined)] = furniture[index]
            joined.append(block)
            continue
        apart = last != len(joined) - 1
        if last >= 0 and _goes_on(joined[last], block, joined[before_last] if before_last >= 0 else None, apart):
            joined[last] = _whole(joined[last], block)
            continue
        before_last, last = last, len(joined)
        joined.append(block)
    return joined, reasons


def join_titles(blocks: Sequence[Block], furniture: dict[int, str]) -> tuple[list[Block], dict[int, str]]:
    """Blocks with a title joined that was set on two lines, and the furniture under its new indices.

    Two short lines at the head are one title where the second begins with `Policy` or the like, or the
    text elsewhere has both in one line.
    """
    for index in range(min(len(blocks) - 1, _HEAD_ZONE)):
        first, second = blocks[index], blocks[index + 1]
        if {index, index + 1} & furniture.keys() or not _could_be_halves(first, second):
            continue
        whole = " ".join(words(f"{first.text} {second.text}".lower()))
        if names_document(second.text.split()[0]) or any(_says(block, whole) for block in blocks):
            moved = {i - (i > index): reason for i, reason in furniture.items()}
            return [*blocks[:index], _whole(first, second), *blocks[index + 2 :]], moved
    return list(blocks), furniture


def _says(block: Block, line: str) -> bool:
    return len(block.text) < 2 * len(line) + 20 and " ".join(words(block.text.lower())) == line


def _could_be_halves(first: Block, second: Block) -> bool:
    plain_lines = first.kind is second.kind is BlockKind.PARAGRAPH and first.bold == second.bold
    short = max(len(first.text.split()), len(second.text.split())) <= 9 and first.text[-1:] not in ".;,!?"
    names = names_document(second.text) and not names_document(first.text)
    return plain_lines and short and names and not second.gap_before


def _whole(first: Block, second: Block) -> Block:
    glue = "" if _HYPHEN.search(first.text[-2:]) else " "
    return msgspec.structs.replace(first, text=f"{first.text}{glue}{second.text}", links=first.links + second.links)


def _goes_on(first: Block, second: Block, before: Block | None, apart: bool) -> bool:
    """Whether `second` is the rest of `first`; `apart` where furniture stands between them."""
    if second.kind is not BlockKind.PARAGRAPH or first.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return False
    end = first.text[-_TAIL_LENGTH:]
    few = len(first.text) < _TAIL_LENGTH and len(first.text.split()) < 5
    if not _OPEN_END.search(end) or few or second.bold != first.bold:
        return False
    if _is_listed(second) or (not apart and _closes_a_list(first, before)):
        return False
    if _is_listed(first) and not apart and _TAIL_START.match(second.text):
        return False
    if second.text[:1].islower():
        return second.gap_before or apart
    cut = bool(_WANTS_MORE.search(end)) and not _ITEM_END.search(end)
    return cut and len(first.text) > 40 and not second.text.endswith(":") and (apart or not _is_listed(first))


def _closes_a_list(item: Block, before: Block | None) -> bool:
    """Whether the list's items end without a full stop, so that what follows is the list's tail."""
    return (
        _is_listed(item)
        and before is not None
        and _is_listed(before)
        and before.text[-1:] not in ".!?"
        and not _WANTS_MORE.search(item.text)
    )


def _is_listed(block: Block) -> bool:
    number = read_number(block.text)
    return block.kind is BlockKind.ITEM or (number is not None and number.shape is Shape.SINGLE)
