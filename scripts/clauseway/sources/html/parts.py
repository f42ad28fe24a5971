"""Which parts of a page are the page's own: menus, notices, head and foot; all the rest is text.

Where it is not certain that something is of the page it is text, because a rule among menus is lost.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from clauseway.sources.html.elements import attribute, is_block
from clauseway.sources.html.ends import COOKIES, find_cookie_lines, find_ends
from clauseway.sources.html.measure import Measure, measure
from clauseway.sources.html.names import is_named, part_of
from clauseway.sources.html.tree import Node, ancestors
from clauseway.vocabulary import load
from clauseway.words import words

PAGE = "web page"
"""Why text that stands beside the text is furniture, where it does not say what it is."""

_MENU = "web page menu"
_HEAD = "web page head"
_PROSE = 40  # words outside links from which a part beside the text may be text too
_MUCH = 150  # words outside links that no menu, notice or foot of a page has ...
_SHARE = 0.35  # ... if they are this share of the page's
_LITTLE = 25  # words outside links that a part within the text has at most, to be none of it
_MOST = 0.6  # share of the words that the part has which holds the text
_NEARLY_ALL = 0.85  # share of the words that it has which is found by name or by its words alone
_LINKS = 3  # links that an unnamed menu has at least
_FRAMES = frozenset(["div", "section", "article", "table", "tbody", "tr", "td", "form", "center", "font", "main"])
_PHRASE = 6  # words of a line of the page at most
_SURE_PHRASE = 3  # words from which such a line is none of a policy, even if it is no link
_BOXES = frozenset(
    [
        "div",
        "section",
        "ul",
        "ol",
        "nav",
        "aside",
        "header",
        "footer",
        "form",
        "table",
        "p",
        "span",
        "a",
        "button",
        "li",
        "details",
        "dialog",
    ]
)
_OFFICE = {"header": "page header", "footer": "page foot"}  # as LibreOffice calls them in the pages it writes
_ENDS_OF_PAGE = frozenset(["header", "footer", "aside"])
_UNTITLED = frozenset([_MENU, "cookie notice", "web page foot", "web page search", "form choice"])
_OF_POLICY = frozenset(["main", "article"])
_OF_TEXT = frozenset(["article", "section", "main", "td", "blockquote"])
_PUNCTUATION = re.compile(r"[^\w\s]+")


def find_parts(nodes: Sequence[Node], outside: Collection[int]) -> dict[int, str]:
    """Give the elements and stretches of text that are of the page, each with what they are."""
    notices = dict.fromkeys(find_cookie_lines(nodes, outside), COOKIES)
    found = dict(_Finder(nodes, measure(nodes, {*outside, *notices}), {*outside, *notices}).find()) | notices
    claimed = {*outside, *(index for index, reason in found.items() if reason)}
    return {**find_ends(nodes, claimed), **found}


class _Finder:
    """A page, its words, and the part of it that holds the text."""

    def __init__(self, nodes: Sequence[Node], counts: Measure, outside: Collection[int]) -> None:
        self.nodes = nodes
        self.counts = counts
        self.outside = outside
        self.total = self._plain(0)
        self.taken = self._taken()
        self.main, self.certain = self._main()
        inner = range(self.main, nodes[self.main].last)
        self.headings = {nodes[i].tag for i in inner if nodes[i].tag in ("h1", "h2") and self._words(i)}

    def find(self) -> Iterator[tuple[int, str]]:
        skip = 1
        for index, node in enumerate(self.nodes):
            if index < skip or index in self.outside:
                skip = max(skip, node.last if index in self.outside else skip)
                continue
            reason = self._reason(index)
            if not reason:
                continue
            skip = node.last
            yield index, reason
            yield from self._titles(index, reason)

    def _reason(self, index: int) -> str:
        node = self.nodes[index]
        if node.tag == "title":
            return _HEAD
        if node.tag in ("select", "option", "optgroup"):
            return "form choice"
        if index <= self.main < node.last or not self._words(index):
            return ""
        if not node.tag:
            return self._loose(index)
        return self._inside(index) if self.main <= index < self.nodes[self.main].last else self._beside(index)

    # Where the text is

    def _main(self) -> tuple[int, bool]:
        """Find the element that holds the text, and tell whether the page says so itself."""
        stated = [
            i for i, node in enumerate(self.nodes) if node.tag == "main" or attribute(node.attributes, "role") == "main"
        ]
        best = max(stated, key=self._plain, default=None)
        if best is not None and self._own(best) >= self._left() * _MOST:
            return best, True
        left = self._left()
        named = [
            i
            for i, node in enumerate(self.nodes)
            if node.tag in ("div", "article", "section", "td") and (node.tag == "article" or is_named(node, "content"))
        ]
        fitting = next((i for i in named if self._own(i) >= left * _NEARLY_ALL), None)
        return (fitting if fitting is not None else self._densest(left)), False

    def _densest(self, left: int) -> int:
        """Go down to the innermost element that holds most of the words that no part of the page claims."""
        best = 0
        for index, node in enumerate(self.nodes):
            if index >= self.nodes[best].last:
                break
            if node.tag in _FRAMES and node.parent >= best and self._own(index) >= left * _NEARLY_ALL:
                best = index
        return best

    def _own(self, index: int) -> int:
        """Count the words outside links in an element that no part of the page in it claims."""
        return self._plain(index) - self.taken[self.nodes[index].last] + self.taken[index]

    def _left(self) -> int:
        """Count the words outside links that no part of the page claims."""
        return self.total - self.taken[-1]

    def _taken(self) -> list[int]:
        """Count the words up to each node that parts of the page claim by their names."""
        counts, skip = [0], 0
        for index, node in enumerate(self.nodes):
            claimed = 0
            if index >= skip and node.tag in _BOXES and self._is_claimed(index):
                skip, claimed = node.last, self._plain(index)
            counts.append(counts[-1] + claimed)
        return counts

    def _is_claimed(self, index: int) -> bool:
        node = self.nodes[index]
        if not (_stated(node) or part_of(node)) or self._is_long(index):
            return False
        return not any(inner.tag in _OF_POLICY for inner in self.nodes[index + 1 : node.last])

    # What is of the page

    def _beside(self, index: int) -> str:
        """Judge a part beside the text."""
        node = self.nodes[index]
        reason = _stated(node) or (part_of(node) if node.tag in _BOXES else "")
        plain, linked = self._plain(index), self.counts.links(self.nodes, index)
        if reason and not self._is_long(index) and not (reason == _MENU and plain > max(_LITTLE, linked)):
            return reason
        if self._is_phrase(index):
            return PAGE
        if not is_block(node.tag) or self._is_long(index):
            return ""
        if linked > plain and self._links(index) >= _LINKS:
            return _MENU
        if self.certain and not self._holds_text(index):
            return PAGE
        return ""

    def _holds_text(self, index: int) -> bool:
        """Whether a part beside the text may be text too: it says much, or is the heading over the text."""
        if self._plain(index) >= _PROSE:
            return True
        inner = range(index, self.nodes[index].last)
        return index < self.main and any(self._is_title(i) for i in inner)

    def _inside(self, index: int) -> str:
        """Judge a part within the text: only what is short and says what it is, is of the page."""
        node = self.nodes[index]
        if node.tag not in _BOXES or self._plain(index) > _LITTLE:
            return ""
        reason = self._claim(index)
        if reason and self._is_apart(index):
            return reason
        sure = not self._plain(index) or self._words(index) >= _SURE_PHRASE
        return PAGE if sure and self._is_phrase(index) else ""

    def _claim(self, index: int) -> str:
        """Tell what a part within the text says that it is, where it may be that."""
        node = self.nodes[index]
        if node.tag in _ENDS_OF_PAGE:
            above = {self.nodes[i].tag for i in ancestors(self.nodes, index)}
            return "" if self.main or above & _OF_TEXT else _stated(node)
        reason = _stated(node) or part_of(node, ids=False)
        if reason in (_HEAD, "web page foot", "web page side"):
            return ""
        return "" if reason == "web page search" and not self._has_field(index) else reason

    def _loose(self, index: int) -> str:
        """Judge text that stands in no element of its own beside the text."""
        node = self.nodes[index]
        if self.main <= index < self.nodes[self.main].last or not self.certain or len(node.text.split()) >= _PROSE:
            return ""
        return PAGE if node.parent < self.main < self.nodes[node.parent].last and self._is_apart(index) else ""

    def _titles(self, index: int, reason: str) -> Iterator[tuple[int, str]]:
        """Give back the heading over the text where it stands in a part of the page above it."""
        if reason not in _UNTITLED and not 0 < self.main <= index:
            for inner in range(index, self.nodes[index].last):
                if self._is_title(inner):
                    yield inner, ""

    def _is_title(self, index: int) -> bool:
        """Whether a heading may be that over the text: the text has none, and it does not name the school."""
        tag = self.nodes[index].tag
        if tag not in ("h1", "h2") or {"h1", tag} & self.headings or not self._plain(index):
            return False
        found = words(self._text(index).lower())
        return bool(found) and found[-1] not in _school_words()

    def _is_long(self, index: int) -> bool:
        return self._plain(index) > max(_MUCH, self.total * _SHARE) or (
            self.total < _MUCH and self._plain(index) > self.total * 0.8
        )

    def _is_phrase(self, index: int) -> bool:
        """Whether an element says nothing but what pages say of themselves."""
        if not 0 < self._words(index) <= _PHRASE or not self._is_apart(index):
            return False
        pieces = [node.text for node in self.nodes[index : self.nodes[index].last] if not node.tag]
        whole = _plain_phrase(" ".join(pieces))
        return whole in _phrases() or all(_plain_phrase(piece) in _phrases() for piece in pieces if words(piece))

    def _has_field(self, index: int) -> bool:
        return any(node.tag == "input" for node in self.nodes[index : self.nodes[index].last])

    def _is_apart(self, index: int) -> bool:
        """Whether no word stands directly beside an element, so that it can be taken from its line."""
        node = self.nodes[index]
        if node.tag and is_block(node.tag):
            return True
        before, behind = self.nodes[index - 1], self.nodes[node.last] if node.last < len(self.nodes) else None
        parent = self.nodes[node.parent]
        alone = self.counts.words(self.nodes, node.parent) == self._words(index)
        clear = before.tag != "" or not before.text.strip()
        free = behind is None or behind.tag != "" or not behind.text.strip()
        return is_block(parent.tag) and (alone or (clear and free and _blocks_only(self.nodes, node.parent, index)))

    def _links(self, index: int) -> int:
        return sum(node.tag == "a" for node in self.nodes[index : self.nodes[index].last])

    def _text(self, index: int) -> str:
        return "".join(node.text for node in self.nodes[index : self.nodes[index].last])

    def _plain(self, index: int) -> int:
        return self.counts.plain(self.nodes, index)

    def _words(self, index: int) -> int:
        return self.counts.words(self.nodes, index)


def _stated(node: Node) -> str:
    """Tell what part of a page an element is by its name or role."""
    if node.tag == "div" and node.attributes.get("title") in _OFFICE:
        return _OFFICE[node.attributes["title"]]
    role = attribute(node.attributes, "role")
    reason: str = load("web")["roles"].get(role, "") or load("web")["elements"].get(node.tag, "")
    return reason


def _blocks_only(nodes: Sequence[Node], parent: int, index: int) -> bool:
    """Whether all that stands beside an element is blocks and space."""
    beside = parent + 1
    while beside < nodes[parent].last:
        node = nodes[beside]
        if beside != index and (
            node.text.strip() if not node.tag else not is_block(node.tag) and node.last > beside + 1
        ):
            return False
        beside = node.last
    return True


def _plain_phrase(text: str) -> str:
    return " ".join(_PUNCTUATION.sub(" ", text.lower()).split())


@cache
def _phrases() -> frozenset[str]:
    lists: Mapping[str, Sequence[str]] = load("web")
    return frozenset([*lists["phrases"], *load("furniture")["leftovers"]])


@cache
def _school_words() -> frozenset[str]:
    return frozenset(load("furniture")["school_words"])
