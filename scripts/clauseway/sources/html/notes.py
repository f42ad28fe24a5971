"""Marks of footnotes: links between a mark in the text and the one before the note, or the same raised sign at both."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from clauseway.sources.html.elements import HEADINGS, LISTS, is_block
from clauseway.sources.html.measure import Measure, around, measure
from clauseway.sources.html.tree import Node, ancestors
from clauseway.words import has_words

_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]+)[\])]?\.?\s*")
_NUMBER = re.compile(r"\s*[\[(]?(?:\d{1,3}|[ivx]{1,5}|\*+)[\])]?\s*")
_BACK = re.compile(r"[\s\ufe0e\ufe0f↩↑⤴⏎^]+|\s*back\s*", re.IGNORECASE)
_TO_NOTE = re.compile(r"#_?(?:ftn|edn|ftnt|sd(?:foot|end)note|fn|footnote|endnote|cite[_-]note)[\w:-]*\d+(?:sym)?")
_TO_TEXT = re.compile(r"#_?(?:ftnref|ednref|ftnt_ref|sd(?:foot|end)note\d+anc|fnref|cite[_-]ref)[\w:-]*")
_LOOKS = frozenset(["sup", "span", "font", "small", "b", "i", "strong", "em", "a", "u"])
_NEAR = 4  # elements around a link whose names are the link's too


class Notes(msgspec.Struct, frozen=True):
    """The footnotes of a page."""

    marks: frozenset[int] = frozenset()
    """Elements that are nothing but a mark, of which the other end is known."""
    apart: frozenset[int] = frozenset()
    """Links whose text is only a number, of unknown use; some programs write them right before a word."""
    items: frozenset[int] = frozenset()
    """List items that are notes: their number is their mark."""


class _Link(msgspec.Struct, frozen=True):
    index: int
    to: str
    """Name of the place where it leads."""
    own: frozenset[str]
    """Names of the places where it stands."""
    heads: bool
    """Whether it stands at the head of its line."""


def find_notes(nodes: Sequence[Node]) -> Notes:
    """Find the marks of footnotes."""
    counts = measure(nodes)
    heads = _heads(nodes, counts)
    links = list(_links(nodes, counts, heads))
    marks = {around(nodes, counts, index, _LOOKS) for index in (*_linked(nodes, links), *_raised(nodes, counts, heads))}
    inside = {i for mark in marks for i in range(mark, nodes[mark].last)}
    apart = (
        link.index
        for link in links
        if link.index not in inside
        and nodes[link.index].last == link.index + 2
        and _NUMBER.fullmatch(nodes[link.index + 1].text)
        and not any(nodes[i].tag == "sup" for i in ancestors(nodes, link.index))
    )
    return Notes(frozenset(marks), frozenset(apart), frozenset(_items(nodes, links)))


def _links(nodes: Sequence[Node], counts: Measure, heads: Collection[int]) -> Iterator[_Link]:
    """Give the links within the page that are marks, or lead back from a note."""
    for index, node in enumerate(nodes):
        href = node.attributes.get("href", "") if node.tag == "a" else ""
        if len(href) > 1 and href[0] == "#" and counts.words(nodes, index) <= 1:
            text = _text(nodes, index)
            if _MARK.fullmatch(text) or (text and _BACK.fullmatch(text)):
                yield _Link(index, href[1:], _names(nodes, index), index in heads)


def _linked(nodes: Sequence[Node], links: Sequence[_Link]) -> Iterator[int]:
    """Give the marks that lead to each other, or whose names say what they are."""
    back = {(link.to, name) for link in links for name in link.own}
    targets = {link.to for link in links if not link.heads and any((name, link.to) in back for name in link.own)}
    for link in links:
        is_back = bool(targets & link.own) or bool(_TO_TEXT.fullmatch(f"#{link.to}"))
        refers = not link.heads and (link.to in targets or bool(_TO_NOTE.fullmatch(f"#{link.to}")))
        if (is_back or refers) and not _is_heading(nodes, link.index):
            yield link.index


def _items(nodes: Sequence[Node], links: Sequence[_Link]) -> Iterator[int]:
    """Give the list items that hold a way back to a mark."""
    referred = {name for link in links if not link.heads for name in link.own}
    for link in links:
        if not has_words(_text(nodes, link.index)) and link.to in referred:
            yield from (i for i in list(ancestors(nodes, link.index))[:_NEAR] if nodes[i].tag == "li")


def _raised(nodes: Sequence[Node], counts: Measure, heads: Collection[int]) -> Iterator[int]:
    """Give raised signs that stand in the text and again, further down, at the head of a line."""
    found: dict[str, list[tuple[int, bool]]] = {}
    for index, node in enumerate(nodes):
        if node.tag == "sup" and counts.words(nodes, index) <= 1:
            text = _text(nodes, index)
            if _NUMBER.fullmatch(text):
                found.setdefault(text.strip(), []).append((index, index in heads))
    for signs in found.values():
        first = next((place for place, (_, heads) in enumerate(signs) if not heads), len(signs))
        if any(heads for _, heads in signs[first:]):
            yield from (index for index, _ in signs[first:])


def _names(nodes: Sequence[Node], index: int) -> frozenset[str]:
    """Give the names of the place where a link stands: its own and those of the elements near around it."""
    found: set[str] = set()
    for near in (index, *list(ancestors(nodes, index))[:_NEAR]):
        if nodes[near].tag in ("body", "section", "article", "main", "table", *LISTS):
            break
        found.update(nodes[near].attributes.get(name, "") for name in ("id", "name"))
    return frozenset(found - {""})


def _heads(nodes: Sequence[Node], counts: Measure) -> frozenset[int]:
    """Give the links and raised elements before which no word stands in their line."""
    found: set[int] = set()
    begun = 0
    for index, node in enumerate(nodes):
        if node.tag == "br" or is_block(node.tag):
            begun = index
        elif node.tag in ("a", "sup") and counts.all[index] == counts.all[begun]:
            found.add(index)
    return frozenset(found)


def _is_heading(nodes: Sequence[Node], index: int) -> bool:
    """Whether a mark heads a heading: it numbers the heading."""
    return any(nodes[above].tag in HEADINGS for above in ancestors(nodes, index)) and not _is_raised(nodes, index)


def _is_raised(nodes: Sequence[Node], index: int) -> bool:
    return any(nodes[i].tag == "sup" for i in (index, *ancestors(nodes, index)))


def _text(nodes: Sequence[Node], index: int) -> str:
    return "".join(node.text for node in nodes[index : nodes[index].last])
