"""Cover pages: what stands around the title before the policy begins to speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from clauseway.model import BlockKind
from clauseway.structure.units import Unit
from clauseway.vocabulary import load

_MAX_WORDS = 30


@lru_cache(maxsize=1)
def _ruling() -> re.Pattern[str]:
    words = load("furniture")["ruling_words"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def cover_lines(
    running: Sequence[Unit], share: Sequence[int], title: int | None, above_front: frozenset[int]
) -> dict[int, str]:
    """Index of each cover line in the running text, with the reason.

    Cover lines stand above the title, or between it and the last line of the front matter (dates, contents);
    `above_front` are the indices directly above such lines. A line that rules something is never one.
    """
    if title is None:
        return {}
    begins = next((k for k in share if k > title and _speaks(running[k])), title)
    fronts = [k for k in above_front if title <= k < begins]
    last = max(fronts, default=title)
    return {k: "cover page" for k in share if k != title and k <= last and _is_cover(running[k], k < title)}


def _speaks(unit: Unit) -> bool:
    """Whether the policy has begun: a number, a list, a heading, or a ruling paragraph."""
    block = unit.block
    long = len(block.text.split()) > _MAX_WORDS
    capitals = block.text.isupper() and len(block.text.split()) > 1
    return unit.number is not None or block.kind is not BlockKind.PARAGRAPH or long or capitals or _rules(block.text)


def _rules(text: str) -> bool:
    """Whether a line is a sentence, or a stem, that rules something and not one on the school's foundation."""
    sentence = len(text.split()) > 8 or text[-1:] in ".:"
    return sentence and bool(_ruling().search(text)) and not _is_ethos(text)


def _is_ethos(text: str) -> bool:
    """Whether a line is about the school's foundation or values and binds nobody."""
    words = text.lower().split()
    return any(w.strip(".,") in load("furniture")["ethos_words"] for w in words) and not any(
        w in load("furniture")["binding_words"] for w in words
    )


def _is_cover(unit: Unit, above_title: bool) -> bool:
    block = unit.block
    if above_title and block.kind is BlockKind.ITEM:
        return len(block.text.split()) <= 5  # a web page's menu
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or unit.number is not None:
        return False
    words = len(block.text.split())
    return (above_title and words <= 8) or (words <= _MAX_WORDS and not _rules(block.text))
