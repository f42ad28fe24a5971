"""A clause with all that governs it: what the rules for audience and duty look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from clauseway.model import Also, Evidence, Findings, Piece, Role, Within

__all__ = ["Also", "ClauseContext", "Evidence", "Findings", "Within", "context", "contexts"]


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
    cells: tuple[str, ...] = ()
    """The cells of a table row."""
    heads: tuple[str, ...] = ()
    """The heads of their columns, where the table has any."""


def context(piece: Piece, title: str, heads: tuple[str, ...] = ()) -> ClauseContext:
    """Give a clause's context from its piece and the heads of the table it is a row of."""
    return ClauseContext(
        piece.text,
        piece.lead_ins,
        piece.section_path,
        piece.item,
        piece.reads_on,
        title,
        piece.tail,
        piece.cells,
        heads,
    )


def contexts(pieces: Sequence[Piece], title: str) -> Iterator[ClauseContext | None]:
    """Give the context of each piece of a policy that is a clause; None for the others."""
    heads: tuple[str, ...] = ()
    for piece in pieces:
        if not piece.cells:
            heads = ()
        elif piece.role is not Role.CLAUSE:
            heads = piece.cells
        yield context(piece, title, heads) if piece.role is Role.CLAUSE else None
