"""Titles of what folds away: they head their contents, one level below the heading over them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from clauseway.sources.html.elements import CELLS, HEADINGS, attribute, level_of
from clauseway.sources.html.measure import Measure, measure
from clauseway.sources.html.names import is_named
from clauseway.sources.html.tree import Node, ancestors

_LONGEST = 25  # words of a title
_NO_TITLE = frozenset(["p", "li", "table", "ul", "ol", "input", *HEADINGS])
_NOT_WITHIN = frozenset(["li", "p", "label", *CELLS, *HEADINGS])
_DEEPEST = 6


def opens(node: Node) -> bool:
    """Tell whether an element is what people click on to unfold something."""
    if node.tag == "summary" or _is_tab(node):
        return True
    if not node.attributes or node.tag in ("body", "input"):
        return False
    if is_named(node, "fold_titles", ids=False):
        return True
    if node.tag == "button" or attribute(node.attributes, "role") == "button" or "data-toggle" in node.attributes:
        return "aria-expanded" in node.attributes or "aria-controls" in node.attributes or is_named(node, "folded")
    return False


def find_folds(nodes: Sequence[Node], skipped: Collection[int]) -> Mapping[int, int]:
    """Give the titles of what folds away with their levels; `skipped` are elements that are not read as text.

    A title without a heading over it has none: it is only bold.
    """
    found: dict[int, int] = {}
    counts = measure(nodes, skipped)
    titles = list(_titles(nodes, counts, skipped))
    reach = _with_contents(nodes, counts, dict(zip(titles, _reaches(nodes, counts, titles), strict=True)))
    above = fold = until = 0
    for index, node in enumerate(nodes):
        if index in reach:
            if index >= until:
                fold = min(above + 1, _DEEPEST) if above else 0
            until = max(until, reach[index])
            if fold:
                found[index] = fold
        elif node.tag and index >= until and (level := level_of(node.tag, node.attributes)):
            above = level
    return found


def _titles(nodes: Sequence[Node], counts: Measure, skipped: Collection[int]) -> Iterator[int]:
    skip = 1
    for index, node in enumerate(nodes):
        if index < skip or not node.tag:
            continue
        if index in skipped:
            skip = node.last
        elif opens(node) and _is_title(nodes, counts, index):
            skip = node.last
            yield index


def _is_title(nodes: Sequence[Node], counts: Measure, index: int) -> bool:
    if not 0 < counts.words(nodes, index) <= _LONGEST or nodes[index].tag in HEADINGS:
        return False
    if any(node.tag in _NO_TITLE for node in nodes[index + 1 : nodes[index].last]):
        return False
    return not any(nodes[above].tag in _NOT_WITHIN for above in ancestors(nodes, index))


def _with_contents(nodes: Sequence[Node], counts: Measure, reach: Mapping[int, int]) -> Mapping[int, int]:
    """Leave out titles without contents of their own; tabs in a row stand over none of theirs."""
    empty = {index for index, end in reach.items() if counts.all[end] == counts.all[nodes[index].last]}
    row = any(_is_tab(nodes[index]) for index in empty)
    return {index: end for index, end in reach.items() if index not in empty and not (row and _is_tab(nodes[index]))}


def _is_tab(node: Node) -> bool:
    return attribute(node.attributes, "role") == "tab"


def _reaches(nodes: Sequence[Node], counts: Measure, titles: Sequence[int]) -> Iterator[int]:
    """Tell how far the contents of each title reach: to the next title, or to the end of the fold."""
    for place, index in enumerate(titles):
        end = nodes[index].last
        following = titles[place + 1] if place + 1 < len(titles) else len(nodes)
        around = (nodes[above].last for above in ancestors(nodes, index))
        yield min(following, next((last for last in around if counts.all[last] > counts.all[end]), end))
