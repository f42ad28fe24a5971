"""The inline marks of Markdown to plain lines: emphasis, links, pictures, escapes, line breaks.

Only marks whose loss loses no word are taken. HTML, entities, code marks and reference definitions
are not read as marks at all: they stay text, as everything does that a reader of the page must see.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token

from clauseway.model import Link
from clauseway.sources.lines import Line, cells_of, collapse, safe_link
from clauseway.words import has_words, words

# Deeper nesting than any document has; markdown-it drops what is deeper, which the reader then notices.
_DEEPEST = 40
# More than any paragraph of a policy has. Beyond it marks stay text, so that hostile text costs little.
_LONGEST = 20_000
_MOST_BRACKETS = 300
_HAS_MARKS = re.compile(r"[*_\[\\]|  \n")


@functools.cache
def parser() -> MarkdownIt:
    """Build the Markdown parser: CommonMark and tables, less what would hide or change text."""
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    markdown.disable(["reference", "html_block", "code", "fence", "html_inline", "entity", "autolink", "backticks"])
    markdown.inline.ruler.at("link", _link_with_tail)
    markdown.inline.ruler.at("image", _image_with_tail)
    markdown.core.ruler.at("inline", _parse_marked)
    return markdown


def _parse_marked(state: StateCore) -> None:
    """Parse the marks of the texts that have any: most have none."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            if _is_marked(token.content):
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _is_marked(text: str) -> bool:
    """Tell whether a text has marks to read, and no more of them than any real one."""
    if len(text) > _LONGEST or text.count("[") > _MOST_BRACKETS:
        return False
    return _HAS_MARKS.search(text) is not None


def _link_with_tail(state: StateInline, silent: bool) -> bool:
    """Read a link, and keep its target and title as printed: the library hands on a changed target."""
    start = state.pos
    if not link(state, silent):
        return False
    if not silent:
        end = state.pos
        label_end = state.md.helpers.parseLinkLabel(state, start, True)
        state.tokens[-1].meta = {"tail": state.src[label_end + 1 : end]}
    return True


def _image_with_tail(state: StateInline, silent: bool) -> bool:
    """Read a picture, and keep its target and title as printed."""
    start = state.pos
    if not image(state, silent):
        return False
    if not silent:
        token = state.tokens[-1]
        token.meta = {"tail": state.src[start + len("![]") + len(token.content) : state.pos]}
    return True


def read_lines(token: Token) -> tuple[Line, ...]:
    """Give the lines of an inline token; as they are printed where reading marks would lose a word."""
    if not token.children:
        return _as_printed(token.content)
    gathered = _Gathering()
    gathered.read(token.children)
    lines = gathered.finish()
    held = [word for line in lines for part in (line.text, *line.asides) for word in words(part)]
    return lines if sorted(held) == sorted(words(token.content)) else _as_printed(token.content)


def _as_printed(content: str) -> tuple[Line, ...]:
    return tuple(
        Line(collapse(line), row, cells=cells_of(line), hard=line.endswith("  "))
        for row, line in enumerate(content.split("\n"))
    )


_EMPHASIS = ("em_open", "em_close", "strong_open", "strong_close")


def _glue(tokens: Sequence[Token]) -> set[int]:
    """Find the emphasis marks that part two words (`un*true*`), with their partners: they stay as printed."""
    before = _neighbours(tokens)
    after = _neighbours(tokens[::-1])[::-1]
    glue: set[int] = set()
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.type in _EMPHASIS and token.nesting > 0:
            opened.append(index)
        elif token.type in _EMPHASIS:
            pair = (opened.pop(), index)
            if any(has_words(before[mark][-1:]) and has_words(after[mark][:1]) for mark in pair):
                glue.update(pair)
    return glue


def _neighbours(tokens: Sequence[Token]) -> list[str]:
    """Give for each token the text before it, other emphasis marks left out of account; empty for none."""
    found: list[str] = []
    last = ""
    for token in tokens:
        found.append(last)
        if token.type not in _EMPHASIS and (token.type != "text" or token.content):
            last = token.content if token.type == "text" else ""
    return found


@dataclass(slots=True)
class _Gathering:
    """Goes through inline tokens once, and gathers lines."""

    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    open_links: list[tuple[str, list[str]]] = field(default_factory=list)
    strong: int = 0
    emphasis: int = 0
    plain_words: int = 0
    upright_words: int = 0
    row: int = 0
    next_row: int = 0

    def read(self, tokens: Sequence[Token]) -> None:
        glue = _glue(tokens)
        for index, token in enumerate(tokens):
            match token.type:
                case "text":
                    self._text(token.content)
                case _ if index in glue:
                    self._text(token.markup)
                case "softbreak" | "hardbreak":
                    self._break(token.type == "hardbreak")
                case "strong_open" | "strong_close":
                    self.strong += token.nesting
                case "em_open" | "em_close":
                    self.emphasis += token.nesting
                case "link_open":
                    self.open_links.append((str(token.attrs["href"]), []))
                case "link_close":
                    self._close_link(token)
                case "image":
                    self.read(token.children or [])
                    self._aside(token)

    def finish(self) -> tuple[Line, ...]:
        self._end_line(hard=False)
        return tuple(self.lines)

    def _text(self, text: str) -> None:
        self.parts.append(text)
        for _, linked in self.open_links:
            linked.append(text)
        if has_words(text):
            self.plain_words += not self.strong
            self.upright_words += not self.emphasis

    def _break(self, hard: bool) -> None:
        self._end_line(hard)
        self.next_row += 1
        self.row = self.next_row
        for _, linked in self.open_links:
            linked.append(" ")

    def _end_line(self, hard: bool) -> None:
        raw = "".join(self.parts)
        text = collapse(raw)
        worded = has_words(text)
        self.lines.append(
            Line(
                text=text,
                row=self.row,
                bold=worded and not self.plain_words,
                italic=worded and not self.upright_words,
                cells=cells_of(raw),
                links=tuple(self.links),
                asides=tuple(self.asides),
                hard=hard,
            )
        )
        self.parts, self.links, self.asides = [], [], []
        self.plain_words = self.upright_words = 0

    def _close_link(self, token: Token) -> None:
        href, linked = self.open_links.pop()
        text = collapse("".join(linked))
        if link_on := safe_link(text, href):
            self.links.append(link_on)
        self._aside(token)

    def _aside(self, token: Token) -> None:
        tail = str(token.meta["tail"])
        self.next_row += tail.count("\n")
        if has_words(tail):
            self.asides.append(collapse(tail[1:-1]))
