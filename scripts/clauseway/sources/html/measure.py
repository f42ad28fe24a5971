"""How many words stand in each part of a page, and how many of them are links."""

from __future__ import annotations

from collections.abc import Container, Sequence

import msgspec

from clauseway.sources.html.tree import Node, ancestors


class Measure(msgspec.Struct, frozen=True):
    """Words up to each node, those of the nodes before it summed."""

    all: tuple[int, ...]
    """All words."""
    linked: tuple[int, ...]
    """Those in links and buttons."""

    def words(self, nodes: Sequence[Node], index: int) -> int:
        """Count the words in an element."""
        return self.all[nodes[index].last] - self.all[index]

    def links(self, nodes: Sequence[Node], index: int) -> int:
        """Count the words in links in an element."""
        return self.linked[nodes[index].last] - self.linked[index]

    def plain(self, nodes: Sequence[Node], index: int) -> int:
        """Count the words in an element that are in no link."""
        return self.words(nodes, index) - self.links(nodes, index)


def measure(nodes: Sequence[Node], outside: Container[int] = ()) -> Measure:
    """Count the words of a page, those of the elements `outside` left out."""
    words, linked = [0], [0]
    skip = in_link = 0
    for index, node in enumerate(nodes):
        if index >= skip and index in outside:
            skip = node.last
        if node.tag in ("a", "button", "option"):
            in_link = max(in_link, node.last)
        count = 0 if node.tag or index < skip else len(node.text.split())
        words.append(words[-1] + count)
        linked.append(linked[-1] + (count if index < in_link else 0))
    return Measure(tuple(words), tuple(linked))


def around(nodes: Sequence[Node], counts: Measure, index: int, looks: Container[str]) -> int:
    """Give the outermost element around one that only gives its words their look, by the names in `looks`."""
    says = counts.words(nodes, index)
    for above in ancestors(nodes, index):
        if nodes[above].tag not in looks or counts.words(nodes, above) != says:
            break
        index = above
    return index
