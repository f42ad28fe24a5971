"""What a page holds that is no text of it: programs, pictures' code, what is hidden or struck out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from clauseway.sources.findings import DELETED, HIDDEN
from clauseway.sources.html.elements import OUTSIDE, attribute
from clauseway.sources.html.measure import Measure, measure
from clauseway.sources.html.names import is_named
from clauseway.sources.html.styles import Style
from clauseway.sources.html.tree import Node, ancestors

_NEAR = 4  # elements above a folded text in which its fold names itself
_MOST_UNSEEN = 8  # words of a hint for screen readers
_LARGEST_HIDDEN = 0.5  # share of a page's words; more is not hidden but shown by the page's program
_TARGET = re.compile(r"#([\w:.-]+)")


def find_outside(nodes: Sequence[Node], styles: Mapping[int, Style], comments: Mapping[int, str]) -> dict[int, str]:
    """Give the elements that hold no text of the page, each with what it is; scripts and styles are ``.

    `comments` are those that were found already.
    """
    found: dict[int, str] = {}
    counts = measure(nodes)
    openers = _openers(nodes)
    skip = 0
    for index, node in enumerate(nodes):
        if index < skip or not node.tag or not index:
            continue
        what = comments.get(index) or _what(nodes, index, styles.get(index, {}), counts, openers)
        if what is not None:
            found[index] = what
            skip = node.last
    return found


def _what(nodes: Sequence[Node], index: int, style: Style, counts: Measure, openers: Mapping[str, int]) -> str | None:
    node = nodes[index]
    if node.tag in OUTSIDE:
        return OUTSIDE[node.tag]
    if node.tag in ("del", "s", "strike") or "line-through" in _decoration(style):
        return DELETED
    if _is_hidden(node, style) and not _is_folded(nodes, index, openers):
        words, page = counts.words(nodes, index), counts.words(nodes, 0)
        return None if words > page * _LARGEST_HIDDEN else HIDDEN
    if node.attributes and is_named(node, "unseen", ids=False) and counts.words(nodes, index) <= _MOST_UNSEEN:
        return HIDDEN
    return None


def _decoration(style: Style) -> str:
    return f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}"


def _is_hidden(node: Node, style: Style) -> bool:
    if style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse"):
        return True
    return "hidden" in node.attributes and attribute(node.attributes, "hidden") != "until-found"


def _is_folded(nodes: Sequence[Node], index: int, openers: Mapping[str, int]) -> bool:
    """Whether a hidden text opens when someone clicks on a heading or a tab above it."""
    node = nodes[index]
    near = [node, *(nodes[i] for i, _ in zip(ancestors(nodes, index), range(_NEAR), strict=False))]
    if any(_never_opens(one) for one in near):
        return False
    if attribute(node.attributes, "role") == "tabpanel" or node.attributes.get("id") in openers:
        return True
    return any(is_named(one, "folded") for one in near if one.tag != "body") or any(n.tag == "details" for n in near)


def _never_opens(node: Node) -> bool:
    role = attribute(node.attributes, "role")
    if node.tag in ("nav", "dialog", "footer") or role in ("dialog", "alertdialog", "menu", "navigation"):
        return True
    return node.tag != "body" and is_named(node, "never_folded")


def _openers(nodes: Sequence[Node]) -> dict[str, int]:
    """Give the ids of what a heading, tab or button opens, with the element that does."""
    found: dict[str, int] = {}
    for index, node in enumerate(nodes):
        if not node.attributes:
            continue
        names = node.attributes.get("aria-controls", "").split()
        for name in ("data-target", "data-bs-target"):
            names += _TARGET.findall(node.attributes.get(name, ""))
        if "data-toggle" in node.attributes or "data-bs-toggle" in node.attributes or "role" in node.attributes:
            names += _TARGET.findall(node.attributes.get("href", ""))
        found.update(dict.fromkeys(names, index))
    return found
