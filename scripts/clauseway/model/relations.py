"""How clauses of different policies relate, and by what matters: found over the whole collection."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class MatterFit(msgspec.Struct, frozen=True, gc=False):
    """A matter that a clause rules on."""

    slug: str
    """The matter's name in the catalogue."""
    score: float
    """How sure it is, from 0 to 1."""
    words: tuple[str, ...] = ()
    """The terms of the catalogue that decided, or the example that it is like."""


class Relation(StrEnum):
    """How a clause relates to one of another policy."""

    SAME_WORDING = "same_wording"
    """The same rule in (almost) the same words."""
    SAME = "same"
    """The same rule in other words."""
    DIFFERS = "differs"
    """A rule on the same matter that is stricter, looser, the opposite, or for others."""
    TOPIC = "topic"
    """Something near: see also."""


class Related(msgspec.Struct, frozen=True, gc=False):
    """A clause of another policy that a clause relates to."""

    clause: str
    """Its id: `<school>/<policy>#<id>`."""
    relation: Relation
    """How it relates."""
    score: float
    """How sure the relation is, from 0 to 1."""
    why: str
    """What decided it, in words a reader understands."""
    matter: str = ""
    """The matter that both rule on, if it is one of the catalogue."""
