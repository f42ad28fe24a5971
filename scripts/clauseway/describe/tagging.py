"""Whom each clause of a policy binds, and how strongly."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.describe.audience import People, audiences_of
from clauseway.describe.definitions import find_groups
from clauseway.describe.duty import find_duty
from clauseway.describe.findings import contexts
from clauseway.model import Audience, Evidence, Findings, Piece


def find_findings(pieces: Sequence[Piece], title: str, addressees: tuple[Audience, ...]) -> tuple[Findings | None, ...]:
    """What is found about each piece of one policy that is a clause; None for the others.

    `addressees` are whom the policy as a whole addresses; they decide where nothing nearer does.
    """
    clauses = list(contexts(pieces, title))
    people = People(addressees, find_groups(clause for clause in clauses if clause is not None))
    found: list[Findings | None] = []
    for clause in clauses:
        if clause is None:
            found.append(None)
            continue
        duty, also, why_duty = find_duty(clause)
        audiences, why_audiences = audiences_of(clause, people, duty, why_duty[0])
        by_school = Audience.STAFF in audiences and _is_school(why_audiences)
        found.append(Findings(audiences, duty, also, by_school, why_audiences, why_duty))
    return tuple(found)


# Rules that find the school as the one who acts, and its names as an actor.
_SCHOOL_RULES = frozenset({"voice", "school-act"})
_SCHOOL_WORDS = frozenset({"school", "academy", "college", "trust", "nursery"})


def _is_school(why: Sequence[Evidence]) -> bool:
    """Whether the words that decided first make the school the one who acts."""
    return bool(why) and (why[0].rule in _SCHOOL_RULES or why[0].words.lower() in _SCHOOL_WORDS)
