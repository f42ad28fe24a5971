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
from clauseway.words import has_words, words

# Deeper nesting than any document has; markdown-it drops what is deeper, which the reader then notices.
_DEEPEST = 40
# More than any paragraph of a policy has. Beyond it marks stay text, so that hostile text costs little.
_LONGEST = 20_000
_MOST_BRACKETS = 300
_HAS_MARKS = re.compile(r"[*_\[\\]|  \n")
_BROKEN_AT_HYPHEN = re.compile(r"\w-$")
_SAFE_TARGET = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph, heading or cell, or several joined."""

    text: str
    """Its words, white space collapsed."""
    row: int = 0
    """Lines of the source between the beginning of the paragraph and this one."""
    bold: bool = False
    """Whether every word is bold."""
    italic: bool = False
    """Whether every word is italic."""
    cells: tuple[str, ...] = ()
    """Its parts between tabs, where there are tabs."""
    links: tuple[Link, ...] = ()
    """Links to safe targets on its words."""
    asides: tuple[str, ...] = ()
    """Targets and titles of its links and pictures, as printed."""
    hard: bool = False
    """Whether the author broke the line on purpose after it."""


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


def join(lines: Sequence[Line]) -> Line:
    """Make one line of several; a hyphen at a line's end takes no space."""
    if len(lines) == 1:
        return lines[0]
    glued = (line.text if _BROKEN_AT_HYPHEN.search(line.text[-2:]) else f"{line.text} " for line in lines[:-1])
    return Line(
        text="".join([*glued, lines[-1].text]),
        row=lines[0].row,
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        links=tuple(link for line in lines for link in line.links),
        asides=tuple(aside for line in lines for aside in line.asides),
    )


def collapse(text: str) -> str:
    """Make every run of white space one space."""
    return " ".join(text.split())


def _as_printed(content: str) -> tuple[Line, ...]:
    return tuple(
        Line(collapse(line), row, cells=_cells(line), hard=line.endswith("  "))
        for row, line in enumerate(content.split("\n"))
    )


def _cells(line: str) -> tuple[str, ...]:
    return tuple(collapse(cell) for cell in re.split(r"\s*\t\s*", line.strip())) if "\t" in line.strip() else ()


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
                cells=_cells(raw),
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
        scheme = _SAFE_TARGET.match(href)
        if scheme and text:
            self.links.append(Link(text, scheme[0].lower() + href[scheme.end() :]))
        self._aside(token)

    def _aside(self, token: Token) -> None:
        tail = str(token.meta["tail"])
        self.next_row += tail.count("\n")
        if has_words(tail):
            self.asides.append(collapse(tail[1:-1]))
