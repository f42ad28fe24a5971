"""What a clause rules on: the matters of the catalogue that it fits."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clauseway.describe.findings import context
from clauseway.describe.matters.finder import find_matters
from clauseway.describe.matters.home import home_topics, nearer_home
from clauseway.describe.matters.likeness import near_matters
from clauseway.model import Findings, Kind, Piece

__all__ = ["add_matters", "find_matters", "near_matters"]


def add_matters(
    pieces: Sequence[Piece], findings: Sequence[Findings | None], title: str, kind: Kind
) -> tuple[Findings | None, ...]:
    """The findings about each piece of a policy, with the matters of those that are clauses.

    `title` and `kind` are those of the policy.
    """
    clauses = [context(piece, title) if found else None for piece, found in zip(pieces, findings, strict=True)]
    like = [near_matters(clause) if clause else () for clause in clauses]
    home = home_topics(like, kind)
    near = [nearer_home(some, home) for some in like]
    return tuple(
        msgspec.structs.replace(found, matters=find_matters(clause, found.audiences, some, home), near=some)
        if clause and found
        else None
        for clause, found, some in zip(clauses, findings, near, strict=True)
    )
