"""The words of a file as PDFium puts them together, and the few changes that the layout makes to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from sys import intern

from clauseway.sources.pdf.parts import Sheet
from clauseway.words import words

_Word = tuple[str, int]


@dataclass(slots=True)
class Changes:
    """Words that the layout reads otherwise than they stand on the page; pages count from 1."""

    added: Counter[_Word] = field(default_factory=Counter)
    removed: Counter[_Word] = field(default_factory=Counter)

    def drop_mark(self, mark: str, page: int) -> None:
        """Note that a list mark is no word (`o`)."""
        self.removed.update((word, page) for word in words(mark))

    def join(self, left: str, right: str, page: int, next_page: int) -> None:
        """Note that the last word of one line and the first of the next are one, which a hyphen parted."""
        first, second = words(left)[-1:], words(right)[:1]
        if first and second:
            self.removed.update([(first[0], page), (second[0], next_page)])
            self.added[first[0] + second[0], page] += 1


def all_words(sheets: Sequence[Sheet], changes: Changes) -> tuple[_Word, ...]:
    """Every word of the pages with its page, the changes made."""
    added = changes.added - changes.removed
    removed = changes.removed - changes.added
    kept = []
    for sheet in sheets:
        for word in sheet.words:
            pair = (intern(word), sheet.number)
            if removed[pair] > 0:
                removed[pair] -= 1
            else:
                kept.append(pair)
    return (*kept, *added.elements())
