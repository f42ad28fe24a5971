"""A clause with all that governs it: what the rules for audience and duty look at."""

from __future__ import annotations

import msgspec

from clauseway.model import Also, Evidence, Findings, Piece, Within

__all__ = ["Also", "ClauseContext", "Evidence", "Findings", "Within", "context"]


class ClauseContext(msgspec.Struct, frozen=True):
    """A clause with all that governs it."""

    text: str
    """Its own words."""
    lead_ins: tuple[str, ...] = ()
    """The stems in force, outermost first."""
    section_path: tuple[str, ...] = ()
    """The headings it stands under, outermost first."""
    item: bool = False
    """Whether it is a list item or table row."""
    reads_on: bool = True
    """Whether an item reads on from its lead-in."""
    title: str = ""
    """Title of the policy."""
    tail: str = ""
    """What closes the list it stands in."""


def context(piece: Piece, title: str) -> ClauseContext:
    """Give a clause's context from its piece."""
    return ClauseContext(piece.text, piece.lead_ins, piece.section_path, piece.item, piece.reads_on, title, piece.tail)
