"""Fields: their codes are no text, their results are; some make links, one is the list of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))?', re.IGNORECASE)
_BOOKMARK = re.compile(r'\\l\s+"?([^"\s]+)"?', re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_PAGE_REFERENCE = re.compile(r"\s*PAGEREF\b", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Field:
    """A field that has begun."""

    code: bool = True
    """Whether its code is being read, not yet its result."""
    lapsed: bool = False
    """Whether its code ran to the end of a paragraph without a result: then it hides nothing."""
    instruction: list[str] = field(default_factory=list)
    href: str = ""
    contents: bool = False


class Fields:
    """The fields open at one place of a run of text, outermost first."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    def begin(self) -> None:
        """Begin a field: what follows is its code."""
        self._open.append(Field())

    def separate(self) -> None:
        """Go over from the code of the innermost field to its result."""
        if self._open:
            innermost = self._open[-1]
            innermost.code = False
            _understand(innermost)

    def end(self) -> None:
        """End the innermost field."""
        if self._open:
            self._open.pop()

    def simple(self, instruction: str) -> None:
        """Begin a field whose code is known; its result follows."""
        self._open.append(Field(code=False, instruction=[instruction]))
        _understand(self._open[-1])

    def instruct(self, text: str) -> None:
        """Take a piece of a field's code."""
        if self._open and self._open[-1].code:
            self._open[-1].instruction.append(text)

    def end_paragraph(self) -> None:
        """Let codes lapse that are still open, and links end: neither goes on into another paragraph."""
        for each in self._open:
            if each.code:
                each.code, each.lapsed = False, True
            each.href = ""

    def hiding(self) -> tuple[Field, ...]:
        """Give the fields whose code is being read."""
        return tuple([each for each in self._open if each.code]) if self._open else ()

    @property
    def href(self) -> str:
        """Target of the innermost link, empty outside links."""
        return next((each.href for each in reversed(self._open) if each.href), "") if self._open else ""

    @property
    def in_contents(self) -> bool:
        """Whether the place is in a list of contents that Word made."""
        return any(each.contents for each in self._open)

    @property
    def refers_to_page(self) -> bool:
        """Whether the innermost field is the page number in a line of contents."""
        return bool(self._open) and bool(_PAGE_REFERENCE.match("".join(self._open[-1].instruction)))


def _understand(found: Field) -> None:
    code = "".join(found.instruction)
    found.contents = bool(_CONTENTS.match(code))
    link = _LINK.match(code)
    if link:
        bookmark = _BOOKMARK.search(code)
        found.href = (link[1] or link[2] or "") + (f"#{bookmark[1]}" if bookmark else "")
