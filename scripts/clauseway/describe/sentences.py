"""Sentences of a paragraph, and a quick look whether it can hold what is sought."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BREAK = re.compile(r"(?<=[.!?])(?P<close>[\"'’”)]*)\s+(?=[\"'‘“(*]?[A-Z])")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|rev|st|no|vs|approx|c\.? ?of\.? ?e)\.$", re.IGNORECASE)

_ABBREVIATION = 12


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences in order; a stop behind a common abbreviation ends none."""
    if ". " not in text and "? " not in text and "! " not in text and '."' not in text and ".)" not in text:
        return (text,)
    found, start = [], 0
    for gap in _BREAK.finditer(text):
        if not _ABBREVIATED.search(text[max(start, gap.start() - _ABBREVIATION) : gap.start()]):
            found.append(text[start : gap.end("close")].strip())
            start = gap.end()
    return (*found, text[start:].strip())


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of `words` stands in `text`; a plain loop, as this is asked of every clause several times."""
    for word in words:  # noqa: SIM110 - any() with a generator takes twice as long
        if word in text:
            return True
    return False
