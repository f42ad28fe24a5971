"""Which terms of the catalogue of matters a text mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from clauseway.vocabulary.catalogue import terms
from clauseway.words import words


@lru_cache(maxsize=4096)
def mentioned(text: str) -> tuple[str, ...]:
    """The terms in a text, in the same order on every run; stems, headings and titles come again and again."""
    tokens = words(text.lower())
    found: set[str] = set()
    for place, token in enumerate(tokens):
        nodes = _first(token)
        ahead = place
        while nodes:
            ahead += 1
            found.update(term for node in nodes for term in node.terms)
            nodes = tuple(_next(nodes, tokens[ahead])) if ahead < len(tokens) else ()
    return tuple(sorted(found))


@dataclass(slots=True)
class _Node:
    """A point within forms that begin alike."""

    terms: list[str] = field(default_factory=list)
    """Terms of which a form ends here."""
    exact: dict[str, _Node] = field(default_factory=dict)
    """Where a next word leads."""
    open: dict[str, _Node] = field(default_factory=dict)
    """Where a next word leads that begins so."""


@lru_cache(maxsize=65536)
def _first(token: str) -> tuple[_Node, ...]:
    return tuple(_next((_forms(),), token))


def _next(nodes: Iterable[_Node], token: str) -> Iterator[_Node]:
    for node in nodes:
        if token in node.exact:
            yield node.exact[token]
        if node.open:
            yield from (after for start, after in node.open.items() if token.startswith(start))


@cache
def _forms() -> _Node:
    """All forms of all terms, by their words."""
    root = _Node()
    for term, forms in terms().items():
        for form in forms:
            node = root
            for word in form:
                ways, key = (node.open, word[:-1]) if word.endswith("*") else (node.exact, word)
                node = ways.setdefault(key, _Node())
            node.terms.append(term)
    return root
