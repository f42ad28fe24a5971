"""Marks within a text of the author's: `[[b:bold words]]`, `[[del:struck out]]`, `[[br:]]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"\[\[(\w+):(.*?)\]\]", re.DOTALL)
"""No mark stands inside another."""

UNSEEN = frozenset({"del", "mf", "hide", "com", "fn", "page", "pages"})
"""Marks whose words a reader of the document does not see at that place."""

ABSENT = frozenset({"del", "hide", "com"})
"""Marks whose words must appear nowhere."""


class Piece(NamedTuple):
    """A stretch of text under one mark; `mark` is empty for plain words."""

    mark: str
    text: str


def pieces(marked: str) -> Iterator[Piece]:
    """Cut a marked text into its stretches, in order."""
    done = 0
    for found in _MARK.finditer(marked):
        if found.start() > done:
            yield Piece("", marked[done : found.start()])
        yield Piece(found[1], found[2])
        done = found.end()
    if done < len(marked):
        yield Piece("", marked[done:])


def visible(marked: str) -> str:
    """Give the words a reader sees, one space between them; soft hyphens gone, other odd characters kept as spaces."""
    return " ".join("".join(_shown(piece) for piece in pieces(marked)).replace("\u00ad", "").split())


def _shown(piece: Piece) -> str:
    if piece.mark in UNSEEN:
        return ""
    if piece.mark in {"br", "tab", "bm"}:
        return " "
    return piece.text.partition("|")[2] if piece.mark == "link" else piece.text


def under(marked: str, marks: frozenset[str]) -> list[str]:
    """Give the texts that stand under any of `marks`."""
    return [" ".join(piece.text.split()) for piece in pieces(marked) if piece.mark in marks]
