"""Remarks of reviewers that programs write into a page: their signs in the text, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from clauseway.sources.findings import COMMENT
from clauseway.sources.html.measure import Measure, around, measure
from clauseway.sources.html.tree import Node, ancestors

SIGN = "sign of a comment"
"""What its sign in the text is called."""

_HREF = re.compile(r"#(?:cmnt\d+|_msocom_\d+)")
_OWN = re.compile(r"cmnt\d+|_msocom_\d+")
_CLASSES = frozenset(["MsoCommentText", "msocomtxt"])
_LIST = re.compile(r"mso-element:\s*comment(?:-list)?\s*(?:;|\Z)")
_WRAPS = frozenset(["sup", "span", "font", "small", "b", "i"])
_BOXES = _WRAPS | {"p", "div"}


def find_comments(nodes: Sequence[Node]) -> Mapping[int, str]:
    """Give the elements that are remarks or their signs, each with what it is."""
    return dict(_found(nodes))


def _found(nodes: Sequence[Node]) -> Iterator[tuple[int, str]]:
    counts = measure(nodes)
    for index, node in enumerate(nodes):
        if not node.attributes:
            continue
        if node.tag == "a" and _HREF.fullmatch(node.attributes.get("href", "")):
            yield around(nodes, counts, index, _WRAPS), SIGN
        elif node.tag == "a" and _OWN.fullmatch(node.attributes.get("id") or node.attributes.get("name", "")):
            yield _box(nodes, counts, index), COMMENT
        elif _LIST.search(node.attributes.get("style", "")) or _CLASSES & set(node.attributes.get("class", "").split()):
            yield index, COMMENT


def _box(nodes: Sequence[Node], counts: Measure, index: int) -> int:
    """Give the paragraph of a remark, or the box that begins with it."""
    box = index
    for above in ancestors(nodes, index):
        if nodes[above].tag not in _BOXES or counts.all[index] > counts.all[above] or not above:
            break
        box = above
        if nodes[above].tag == "div":
            break
    return box
