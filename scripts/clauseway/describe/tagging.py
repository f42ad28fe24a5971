"""Whom each clause of a policy binds, and how strongly."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.describe.audience import find_audiences
from clauseway.describe.definitions import find_groups
from clauseway.describe.duty import find_duty
from clauseway.describe.findings import context
from clauseway.model import Audience, Findings, Piece, Role


def find_findings(pieces: Sequence[Piece], title: str, addressees: tuple[Audience, ...]) -> tuple[Findings | None, ...]:
    """What is found about each piece of one policy that is a clause; None for the others.

    `addressees` are whom the policy as a whole addresses; they decide where nothing nearer does.
    """
    contexts = [context(piece, title) if piece.role is Role.CLAUSE else None for piece in pieces]
    groups = find_groups(clause for clause in contexts if clause is not None)
    found: list[Findings | None] = []
    for clause in contexts:
        if clause is None:
            found.append(None)
            continue
        audiences, why_audiences = find_audiences(clause, addressees, groups)
        duty, also, why_duty = find_duty(clause)
        found.append(Findings(audiences, duty, also, why_audiences, why_duty))
    return tuple(found)
