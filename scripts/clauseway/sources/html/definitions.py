"""Lists of terms: a term and what it means are one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from clauseway.sources.html.elements import HEADINGS, LISTS, is_block
from clauseway.sources.html.names import is_named
from clauseway.sources.html.tree import Node

_LONGEST_TERM = 12  # words; what is longer is a text of its own
_WHOLE = frozenset(["table", "pre", "dl", "details", "br", "dd", *LISTS, *HEADINGS])
"""Elements in a meaning that make it more than one line."""


class Joins(msgspec.Struct, frozen=True):
    """Blocks that go on with the line before them."""

    starts: frozenset[int] = frozenset()
    """Elements whose beginning ends no line."""
    ends: frozenset[int] = frozenset()
    """Elements whose end ends no line."""


def find_joins(nodes: Sequence[Node]) -> Joins:
    """Find the terms and meanings that are one line; a question stands over its answer."""
    starts: set[int] = set()
    ends: set[int] = set()
    for term, meaning in _pairs(nodes):
        ends.add(term)
        starts.add(meaning)
        inner = [i for i in range(meaning + 1, nodes[meaning].last) if nodes[i].tag and is_block(nodes[i].tag)]
        starts.update(inner)
        ends.update(inner)
    return Joins(frozenset(starts), frozenset(ends))


def _pairs(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    for index, node in enumerate(nodes):
        behind = _behind(nodes, index) if node.tag == "dt" else 0
        if behind and _is_term(nodes, index) and _is_line(nodes, behind):
            yield index, behind


def _behind(nodes: Sequence[Node], index: int) -> int:
    """Give the meaning right behind a term; 0 where there is none."""
    following = nodes[index].last
    while following < len(nodes) and not nodes[following].tag and nodes[following].text.isspace():
        following += 1
    if following < len(nodes) and nodes[following].tag == "dd" and nodes[following].parent == nodes[index].parent:
        return following
    return 0


def _is_term(nodes: Sequence[Node], index: int) -> bool:
    text = _text(nodes, index).split()
    if not 0 < len(text) <= _LONGEST_TERM or text[-1].endswith("?"):
        return False
    if any(node.tag in _WHOLE for node in nodes[index + 1 : nodes[index].last]):
        return False
    return not any(is_named(nodes[i], "folded") for i in (index, nodes[index].parent))


def _is_line(nodes: Sequence[Node], index: int) -> bool:
    inner = nodes[index + 1 : nodes[index].last]
    return not any(node.tag in _WHOLE for node in inner) and sum(node.tag == "p" for node in inner) <= 1


def _text(nodes: Sequence[Node], index: int) -> str:
    return "".join(node.text for node in nodes[index : nodes[index].last])
