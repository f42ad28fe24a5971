"""Every word of a page with its line, told without the tree: the other side of the ledger."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser

import msgspec

from clauseway.sources.html.elements import attribute, parts_words, shows_as_block
from clauseway.sources.html.raised import joins, parts_behind
from clauseway.sources.html.styles import declarations
from clauseway.sources.invisible import without_invisible
from clauseway.words import words


class Mask(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the source that is read in another way, or not at all."""

    start: int
    """Offset of its beginning."""
    end: int
    """Offset behind it."""
    instead: str = ""
    """What stands in its place: nothing, a mark that parts words, or the text itself as it would be written."""


def page_words(source: str, masks: Iterable[Mask]) -> tuple[tuple[str, int], ...]:
    """Give each word of a page with its line; what stands in masks is not read."""
    reader = _Reader()
    reader.feed(_masked(source, masks))
    reader.close()
    reader.flush()
    return tuple(reader.found)


def _masked(source: str, masks: Iterable[Mask]) -> str:
    """Put something else in the place of what is masked; lines stay where they are."""
    parts: list[str] = []
    position = 0
    for mask in sorted(masks, key=lambda mask: (mask.start, mask.end > mask.start, -mask.end)):
        if mask.start < position:
            continue
        lines = source.count("\n", mask.start, mask.end) - mask.instead.count("\n")
        parts.append(source[position : mask.start])
        parts.append(mask.instead or "<wbr>")
        if lines:
            parts[-1] = parts[-1].replace(">", "\n" * lines + ">", 1)
        position = mask.end
    parts.append(source[position:])
    return "".join(parts)


class _Reader(HTMLParser):
    """Gathers text until a mark parts words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, int]] = []
        self.pending: list[tuple[str, int]] = []
        self.raised: list[tuple[str, int]] | None = None
        self.after_raised = False

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "sup":
            self._settle()
            self.raised = []
        elif parts_words(tag) or _is_styled_block(attrs):
            self.flush()

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "sup":
            self._settle()
        elif parts_words(tag):
            self.flush()

    def handle_data(self, data: str) -> None:
        if self.cdata_elem in ("script", "style"):
            return
        line = self.getpos()[0]
        text = without_invisible(data)
        if self.raised is not None:
            self.raised.append((text, line))
            return
        if self.after_raised and text:
            self.after_raised = False
            if parts_behind(text):
                self.flush()
        self.pending.append((text, line))

    def flush(self) -> None:
        """Take what was gathered for words that end here."""
        self._settle()
        self.after_raised = False
        self.found.extend(_words_of(self.pending))
        self.pending = []

    def _settle(self) -> None:
        """Decide whether raised text is part of the word before it."""
        raised, self.raised = self.raised, None
        if raised is None:
            return
        before = "".join(text for text, _ in self.pending[-8:])
        if joins(before, "".join(text for text, _ in raised)):
            self.pending.extend(raised)
            return
        self.flush()
        self.pending.extend(raised)
        self.after_raised = True


def _is_styled_block(attrs: Sequence[tuple[str, str | None]]) -> bool:
    style = attribute({name: value or "" for name, value in attrs if name == "style"}, "style")
    return bool(style) and shows_as_block(declarations(style).get("display", ""))


def _words_of(pieces: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Give words with the lines of their beginnings; a word may run on over several pieces."""
    text = "".join(piece for piece, _ in pieces)
    if not text or text.isspace():
        return
    lines = _Lines(pieces)
    position = 0
    for word in words(text):
        position = text.index(word, position)
        yield word, lines.at(position)
        position += len(word)


class _Lines:
    """Tells the line of a place in some pieces of text, going forward."""

    def __init__(self, pieces: Sequence[tuple[str, int]]) -> None:
        self._pieces = iter(pieces)
        self._ends = itertools.accumulate(len(text) for text, _ in pieces)
        self._text, self._line = next(self._pieces)
        self._start, self._end, self._seen = 0, next(self._ends), 0

    def at(self, position: int) -> int:
        while position >= self._end:
            self._text, self._line = next(self._pieces)
            self._start, self._end, self._seen = self._end, next(self._ends), 0
        self._line += self._text.count("\n", self._seen, position - self._start)
        self._seen = position - self._start
        return self._line
