"""What a clause rules on: the matters of the catalogue that it fits."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clauseway.describe.findings import context
from clauseway.describe.matters.finder import find_matters
from clauseway.model import Findings, Piece

__all__ = ["add_matters", "find_matters"]


def add_matters(
    pieces: Sequence[Piece], findings: Sequence[Findings | None], title: str
) -> tuple[Findings | None, ...]:
    """The findings about each piece of a policy, with the matters of those that are clauses."""
    return tuple(
        msgspec.structs.replace(found, matters=find_matters(context(piece, title), found.audiences)) if found else None
        for piece, found in zip(pieces, findings, strict=True)
    )
