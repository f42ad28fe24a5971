"""A tree of phrases, so that one look at each word finds every phrase of a word list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Node(Generic[T]):
    """One word of the tree: what may follow it, and what ends at it."""

    __slots__ = ("following", "value")

    def __init__(self) -> None:
        self.following: dict[str, Node[T]] = {}
        self.value: T | None = None


def grow(phrases: Iterable[tuple[str, T]]) -> dict[str, Node[T]]:
    """Build the tree of phrases, each a run of words parted by spaces; a later value replaces an earlier one."""
    root: Node[T] = Node()
    for phrase, value in phrases:
        node = root
        for word in phrase.split():
            node = node.following.setdefault(word, Node())
        node.value = value
    return root.following


def longest(words: Sequence[str], start: int, node: Node[T], skip: Collection[str] = ()) -> tuple[int, T] | None:
    """Give the end and value of the longest phrase that begins at `start`, whose first word led to `node`.

    Words in `skip` may stand between the words of the phrase, at most three in a row.
    """
    best = None if node.value is None else (start + 1, node.value)
    place, skipped, end = start + 1, 0, len(words)
    while node.following and place < end:
        word = words[place]
        following = node.following.get(word)
        place += 1
        if following is not None:
            node, skipped = following, 0
            if node.value is not None:
                best = (place, node.value)
        elif word in skip and skipped < 3:
            skipped += 1
        else:
            break
    return best
