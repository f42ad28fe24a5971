"""The elements of a page in reading order, with the ends that its author left out, as browsers add them.

A page is a flat list: an element knows the one it stands in and where its content ends. So there is no
recursion, and elements may stand ten thousand deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from clauseway.sources.html.elements import (
    CELLS,
    CLOSE_PARAGRAPH,
    FORMATS,
    HEADINGS,
    LISTS,
    VOID,
    is_block,
    parts_words,
)
from clauseway.sources.html.tokens import Kind, Token, attributes

_MOST_REOPENED = 8  # looks that are open at one time; beyond it a page is broken, and grows without end
_DEEPEST = 500  # elements within each other; what stands deeper stands side by side, as in browsers
_OPEN_QUOTE = re.compile(r"=\s*+'[^']*+\Z")
_SCOPES = frozenset(["table", "caption", "template", "object", "marquee", *CELLS])
_GROUPS = frozenset(["tbody", "thead", "tfoot"])
_NO_ATTRIBUTES: Mapping[str, str] = {}

# Start tags that end an element which is still open, up to the elements named behind.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(["li"]), _SCOPES | LISTS),
    "dt": (frozenset(["dt", "dd"]), _SCOPES | {"dl"}),
    "dd": (frozenset(["dt", "dd"]), _SCOPES | {"dl"}),
    "option": (frozenset(["option"]), _SCOPES | {"select"}),
    "optgroup": (frozenset(["option", "optgroup"]), _SCOPES | {"select"}),
    "td": (CELLS | {"caption", "colgroup"}, frozenset(["table"])),
    "th": (CELLS | {"caption", "colgroup"}, frozenset(["table"])),
    "tr": (CELLS | {"tr", "caption", "colgroup"}, frozenset(["table"])),
    **dict.fromkeys(
        (*_GROUPS, "caption", "colgroup"), (CELLS | _GROUPS | {"tr", "caption", "colgroup"}, frozenset(["table"]))
    ),
    "button": (frozenset(["button"]), _SCOPES),
    "a": (frozenset(["a"]), _SCOPES),
}


class Node(msgspec.Struct, gc=False):
    """An element or a stretch of text."""

    tag: str
    """Name in lower case; empty for text."""
    text: str
    """What a text says, white space as in the source."""
    attributes: Mapping[str, str]
    """What a start tag states."""
    parent: int
    """Index of the element it stands in; -1 for the page itself."""
    start: int
    """Offset in the source."""
    last: int = 0
    """Index behind its last descendant."""
    end: int = 0
    """Offset behind it in the source."""


class Page(msgspec.Struct, frozen=True):
    """A page as it was read."""

    nodes: tuple[Node, ...]
    """The page itself and all that is in it, in order of their beginnings."""
    odd: tuple[Token, ...]
    """Comments, text set apart as character data, tags with an open quote, and what was cut off."""
    seams: tuple[int, ...]
    """Offsets at which lines end that no tag there ends."""


def build(tokens: Iterable[Token], source: str) -> Page:
    """Make the tree of a page."""
    builder = _Builder()
    odd: list[Token] = []
    for token in tokens:
        if token.kind is Kind.START:
            builder.start(token)
            if token.rest and (token.rest.count('"') % 2 or _OPEN_QUOTE.search(token.rest)):
                odd.append(token)
        elif token.kind is Kind.END:
            builder.end(token)
        elif token.kind is Kind.COMMENT:
            odd.append(token)
        else:
            if not token.closed or source.startswith("<![CDATA[", token.start):
                odd.append(token)
            builder.text(token)
    builder.finish(len(source))
    return Page(tuple(builder.nodes), tuple(odd), tuple(builder.seams))


class _Builder:
    """The nodes so far and which of them are open."""

    def __init__(self) -> None:
        self.nodes = [Node("body", "", _NO_ATTRIBUTES, -1, 0)]
        self.open = [0]
        self.tags = ["body"]
        self.seams: list[int] = []
        self.pending: list[tuple[str, Mapping[str, str]]] = []

    def start(self, token: Token) -> None:
        tag = token.text
        if tag in ("html", "head", "body"):
            self._state(token)
            return
        self._imply(tag, token.start)
        if not is_block(tag):
            self._reopen(token.start)
        self._add(tag, attributes(token.rest), token.start)
        if tag in VOID or (token.rest.endswith("/") and (tag in ("script", "iframe", "title") or ":" in tag)):
            self._close(1, token.end)

    def text(self, token: Token) -> None:
        if token.kind is Kind.TEXT and not token.text.isspace():
            self._reopen(token.start)
        node = Node("", token.text, _NO_ATTRIBUTES, self.open[-1], token.start, len(self.nodes) + 1, token.end)
        self.nodes.append(node)

    def end(self, token: Token) -> None:
        tag = token.text
        if tag in VOID and tag != "br":
            return
        if any(look == tag for look, _ in self.pending):
            self.pending = [(look, stated) for look, stated in self.pending if look != tag]
            return
        depth = self._find(tag)
        if not depth:
            if parts_words(tag):
                self._part(token)
        elif tag in FORMATS:
            self._close_look(depth, token)
        else:
            if not parts_words(tag):
                self._seam(depth, token.start)
            self._close_keeping_looks(depth, token.end, inner_end=token.start)

    def finish(self, end: int) -> None:
        self._close(len(self.open), end)

    def _state(self, token: Token) -> None:
        """Keep what the frame of the page states; its text stands wherever it stands."""
        self._part(token)
        if token.text != "head":
            self.nodes[0].attributes = {**attributes(token.rest), **self.nodes[0].attributes}

    def _part(self, token: Token) -> None:
        """Part what stands before and behind a tag that begins or ends nothing."""
        tag = "br" if token.text == "br" else "p" if is_block(token.text) else "label"
        self._add(tag, _NO_ATTRIBUTES, token.start)
        self._close(1, token.end)

    def _add(self, tag: str, stated: Mapping[str, str], start: int) -> None:
        if len(self.open) >= _DEEPEST:
            self._seam(1, start)
            self._close(1, start)
        self.open.append(len(self.nodes))
        self.tags.append(tag)
        self.nodes.append(Node(tag, "", stated, self.open[-2], start))

    def _close(self, count: int, end: int) -> None:
        for _ in range(count):
            node = self.nodes[self.open.pop()]
            self.tags.pop()
            node.last, node.end = len(self.nodes), end

    def _imply(self, tag: str, at: int) -> None:
        """End what a start tag ends without saying so."""
        if tag in CLOSE_PARAGRAPH:
            self._end_nearest(frozenset(["p"]), _SCOPES | {"button"}, at)
        if tag in HEADINGS and self.tags[-1] in HEADINGS:
            self._close(1, at)
        if tag in _ENDS:
            ended, scope = _ENDS[tag]
            self._end_all(ended, scope, at)

    def _end_nearest(self, ended: frozenset[str], scope: frozenset[str], at: int) -> None:
        depth = self._nearest(ended, scope)
        if depth:
            self._close_keeping_looks(depth, at, inner_end=at)

    def _end_all(self, ended: frozenset[str], scope: frozenset[str], at: int) -> None:
        """End the outermost of some elements that are open."""
        depth = 0
        for index in range(len(self.tags) - 1, 0, -1):
            if self.tags[index] in scope:
                break
            if self.tags[index] in ended:
                depth = len(self.tags) - index
                if self.tags[index] in ("li", "a", "button"):
                    break
        if depth:
            self._seam(depth, at)
            self._close_keeping_looks(depth, at, inner_end=at)

    def _seam(self, depth: int, at: int) -> None:
        """Remember where something ends that parts words, though no tag there says so."""
        if any(parts_words(tag) for tag in self.tags[-depth:]):
            self.seams.append(at)

    def _nearest(self, wanted: frozenset[str], scope: frozenset[str]) -> int:
        """Count the elements up to the nearest wanted one; 0 where none is open within the scope."""
        for index in range(len(self.tags) - 1, 0, -1):
            if self.tags[index] in wanted:
                return len(self.tags) - index
            if self.tags[index] in scope:
                return 0
        return 0

    def _find(self, tag: str) -> int:
        """Count the elements that an end tag ends; 0 where it ends none."""
        if tag in ("table", "template"):
            return self._nearest(frozenset([tag]), frozenset(["template"]) - {tag})
        if tag in CELLS or tag in _GROUPS or tag == "tr":
            return self._nearest(frozenset([tag]), frozenset(["table"]))
        if tag in HEADINGS:
            return self._nearest(frozenset(HEADINGS), _SCOPES)
        if tag == "li":
            return self._nearest(frozenset([tag]), _SCOPES | LISTS)
        if is_block(tag) or tag in FORMATS:
            return self._nearest(frozenset([tag]), _SCOPES)
        return self._nearest(frozenset([tag]), _SCOPES | CLOSE_PARAGRAPH)

    def _close_look(self, depth: int, token: Token) -> None:
        """End a look; blocks that began within it go on behind it, without it."""
        inner = [(self.tags[-d], self.nodes[self.open[-d]].attributes) for d in range(depth - 1, 0, -1)]
        self._seam(depth, token.end)
        self._close(depth, token.end)
        for tag, stated in inner:
            self._add(tag, stated, token.end)

    def _close_keeping_looks(self, depth: int, end: int, inner_end: int) -> None:
        """End an element; looks that were open in it go on with the next words behind it."""
        ended = self.tags[-depth]
        looks = [
            (self.tags[-d], self.nodes[self.open[-d]].attributes)
            for d in range(depth - 1, 0, -1)
            if self.tags[-d] in FORMATS
        ]
        self._close(depth - 1, inner_end)
        self._close(1, end)
        self.pending = [] if ended in _SCOPES else list(dict([*self.pending, *looks][-_MOST_REOPENED:]).items())

    def _reopen(self, at: int) -> None:
        """Open the looks again that were left open in what has ended."""
        pending, self.pending = self.pending, []
        for tag, stated in pending:
            self._add(tag, stated, at)


def ancestors(nodes: Sequence[Node], index: int) -> Iterator[int]:
    """Give the elements that a node stands in, innermost first, the page itself included."""
    index = nodes[index].parent
    while index >= 0:
        yield index
        index = nodes[index].parent
