"""The lines of a Markdown document: pages, gaps, front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clauseway.model import Place

_FRONT_MATTER_LINE = re.compile(r"(?:\s+.*|#.*|[\w-]+[ \t]*:(?:\s.*)?|-(?:\s.*)?)?")
_QUOTE_MARKS = " \t>"


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a document, counted from 0, and the pages they stand on."""

    lines: list[str]
    """The lines, form feeds made spaces."""
    pages: list[int]
    """Page on which each line begins; empty where there are no form feeds."""

    @classmethod
    def of(cls, text: str) -> Layout:
        r"""Take a decoded text with `\n` only."""
        raw = text.split("\n")
        if "\f" not in text:
            return cls(raw, [])
        pages: list[int] = []
        page = 1
        for line in raw:
            head = line[: len(line) - len(line.lstrip())]
            pages.append(page + head.count("\f"))
            page += line.count("\f")
        return cls([line.replace("\f", " ") for line in raw], pages)

    def place(self, line: int) -> Place:
        """Give the place of a line."""
        return Place(line=line + 1, page=self.pages[line] if self.pages else None)

    def starts_page(self, line: int) -> bool:
        """Tell whether a page begins at a line or right before it."""
        return bool(self.pages) and line > 0 and self.pages[line] > self.pages[line - 1]

    def gap_before(self, line: int) -> bool:
        """Tell whether the line before is empty (quote marks aside), or a page begins."""
        return line == 0 or not self.lines[line - 1].strip(_QUOTE_MARKS) or self.starts_page(line)


def front_matter_end(lines: Sequence[str]) -> int:
    """Give the index of the first line after YAML front matter; 0 where there is none."""
    if lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return number + 1 if number > 1 else 0
        if not _FRONT_MATTER_LINE.fullmatch(line):
            return 0
    return 0
