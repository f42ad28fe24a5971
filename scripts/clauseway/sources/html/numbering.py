"""The marks that a page draws before its list items and headings: what its style sheet and lists count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from clauseway.sources.html.counters import Counters, Unresolved, pairs
from clauseway.sources.html.elements import HEADINGS, LISTS
from clauseway.sources.html.names import is_named
from clauseway.sources.html.numerals import BULLETS, TYPES, numeral
from clauseway.sources.html.styles import Style, Styles
from clauseway.sources.html.tree import Node
from clauseway.words import has_words

_STYLE_NAME = re.compile(r"[a-z-]+")
_STRING = re.compile(r"""["'](.*?)["']""")
_NO_ITEM = ("", "list-item", "inherit", "initial", "unset", "revert")
_ITEMS = "list-item"  # the counter that every list and item counts with, as browsers do
_LARGEST = 1_000_000


class Mark(msgspec.Struct, frozen=True, gc=False):
    """What is drawn before an element."""

    text: str = ""
    """The number or bullet."""
    numbered: bool = False
    """Whether it counts."""
    unresolved: bool = False
    """Whether there is a number that cannot be told for certain."""


class Numbering:
    """Goes through the elements of a page in order and tells the marks before them."""

    def __init__(self, nodes: Sequence[Node], styles: Styles) -> None:
        self._nodes = nodes
        self._styles = styles
        self._counters = Counters()
        self._lists: list[int] = []
        self._sizes: Counter[int] | None = None

    def enter(self, index: int, depth: int, style: Style) -> Mark:
        """Count what an element counts, and give the mark before it; its parent stands `depth` deep."""
        node = self._nodes[index]
        try:
            self._count(index, depth, style)
            if node.tag == "li":
                return self._item(index, depth, style)
            if self._styles.rules and (node.tag in HEADINGS or node.tag in ("p", "div", "dt")):
                return self._drawn(index, depth)
        except Unresolved:
            return Mark(unresolved=True)
        return Mark()

    def leave(self, index: int, depth: int) -> None:
        """End what reaches no further than an element's content; `depth` is how deep the element stands."""
        self._counters.leave(depth)
        if self._lists and self._lists[-1] == index:
            self._lists.pop()

    def _count(self, index: int, depth: int, style: Style) -> None:
        node = self._nodes[index]
        if node.tag in LISTS:
            self._lists.append(index)
            self._counters.reset(_ITEMS, self._before_first(index), depth)
        elif node.tag == "li":
            self._count_item(node, depth)
        if "counter-reset" in style:
            for name, value in pairs(style["counter-reset"], 0):
                self._counters.reset(name, value, depth)
        if "counter-increment" in style:
            for name, value in pairs(style["counter-increment"], 1):
                self._counters.increment(name, value, depth)
        if "counter-set" in style:
            for name, value in pairs(style["counter-set"], 0):
                self._counters.set(name, value, depth)

    def _before_first(self, index: int) -> int:
        """Give the number before that of a list's first item."""
        node = self._nodes[index]
        start = _whole(node.attributes.get("start"))
        if "reversed" in node.attributes and node.tag == "ol":
            return (self._items(index) if start is None else start) + 1
        return (1 if start is None else start) - 1

    def _items(self, index: int) -> int:
        """Count the items of a list."""
        if self._sizes is None:
            self._sizes = Counter(node.parent for node in self._nodes if node.tag == "li")
        return self._sizes[index]

    def _count_item(self, node: Node, depth: int) -> None:
        back = bool(self._lists) and "reversed" in self._nodes[self._lists[-1]].attributes
        self._counters.increment(_ITEMS, -1 if back else 1, depth)
        value = _whole(node.attributes.get("value"))
        if value is not None and self._lists and self._nodes[self._lists[-1]].tag == "ol":
            self._counters.set(_ITEMS, value, depth)

    def _item(self, index: int, depth: int, style: Style) -> Mark:
        """Tell the mark of a list item: what is drawn before it, else the one of its list."""
        drawn = self._drawn(index, depth)
        kind = self._kind(index, style)
        if drawn.text and (drawn.numbered or kind == "none"):
            return drawn
        if style.get("display", "") not in _NO_ITEM or kind == "none":
            return drawn
        marker = self._styles.of(self._nodes, index, "marker").get("content", "")
        if marker and marker not in ("normal", "none"):
            return _mark(*self._counters.write(marker))
        if self._is_legal():
            raise Unresolved
        return self._native(kind)

    def _native(self, kind: str) -> Mark:
        if kind in BULLETS:
            return Mark(BULLETS[kind])
        if string := _STRING.match(kind):
            return _mark(string[1], False)
        written = numeral(self._counters.values(_ITEMS)[-1], kind)
        if written is None:
            raise Unresolved
        return Mark(f"{written}.", numbered=True)

    def _drawn(self, index: int, depth: int) -> Mark:
        """Tell what a rule draws before an element."""
        if not self._styles.rules:
            return Mark()
        before = self._styles.of(self._nodes, index, "before")
        if "counter-increment" in before:
            for name, value in pairs(before["counter-increment"], 1):
                self._counters.increment(name, value, depth + 1)
        content = before.get("content", "")
        if "counter" not in content:
            if self._styles.is_unsure(self._nodes, index):
                raise Unresolved
            return _bullet(self._counters, content) if self._nodes[index].tag == "li" else Mark()
        return _mark(*self._counters.write(content))

    def _kind(self, index: int, style: Style) -> str:
        """Name the style of an item's number: its own, that of its list, else what browsers take."""
        node = self._nodes[index]
        own = _kind_of(style) or TYPES.get(node.attributes.get("type", ""), "")
        if own:
            return own
        if not self._lists:
            return "disc"
        above = self._lists[-1]
        stated = self._nodes[above].attributes.get("type", "")
        default = "decimal" if self._nodes[above].tag == "ol" else "disc"
        return _kind_of(self._styles.of(self._nodes, above)) or TYPES.get(stated, TYPES.get(stated.lower(), default))

    def _is_legal(self) -> bool:
        """Whether a list is named as one whose numbers have several levels, and nothing tells how."""
        return any(
            self._nodes[index].tag == "ol" and is_named(self._nodes[index], "legal_lists") for index in self._lists
        )


def _kind_of(style: Style) -> str:
    kind = style.get("list-style-type", "")
    if not kind and (short := style.get("list-style", "")):
        names = [name for name in _STYLE_NAME.findall(short) if name not in ("inside", "outside")]
        kind = next((name for name in names if name not in ("url", "initial")), "")
        if string := _STRING.match(short):
            return string[0]
    return "" if kind in ("inherit", "initial", "unset", "revert") else kind


def _mark(text: str, counts: bool) -> Mark:
    text = " ".join(text.split())
    if counts and has_words(text):
        return Mark(text, numbered=True)
    return Mark("" if has_words(text) else text)


def _bullet(counters: Counters, content: str) -> Mark:
    """Give the sign that is drawn before an item; that of a font of signs is some bullet."""
    if not content or content in ("normal", "none"):
        return Mark()
    try:
        text, _ = counters.write(content)
    except Unresolved:
        return Mark()
    if any("\ue000" <= sign <= "\uf8ff" for sign in text):
        return Mark("•")
    return _mark(text, False)


def _whole(text: str | None) -> int | None:
    """Read a whole number as browsers do: digits at the head."""
    found = re.match(r"\s*([+-]?\d{1,9})", text or "")
    return int(found[1]) if found and abs(int(found[1])) <= _LARGEST else None
