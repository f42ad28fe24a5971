"""Tables that only arrange the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clauseway.sources.html.elements import CELLS, attribute
from clauseway.sources.html.tree import Node, ancestors


def find_frames(nodes: Sequence[Node], parts: Mapping[int, str]) -> frozenset[int]:
    """Give the tables that arrange a page: they say so, or a part of the page's own fills one of their cells."""
    found = {
        index
        for index, node in enumerate(nodes)
        if node.tag == "table"
        and attribute(node.attributes, "role") in ("presentation", "none")
        and _holds(nodes, index)
    }
    for index, reason in parts.items():
        if reason and nodes[index].tag in CELLS:
            found.add(next((i for i in ancestors(nodes, index) if nodes[i].tag == "table"), 0))
    return frozenset(found)


def _holds(nodes: Sequence[Node], index: int) -> bool:
    """Whether a table holds another table or headings, as data never does."""
    return any(node.tag in ("table", "h1", "h2", "h3") for node in nodes[index + 1 : nodes[index].last])
