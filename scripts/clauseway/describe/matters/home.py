"""What a policy is about as a whole, so that its clauses are read in that light."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from clauseway.model import Kind, MatterFit
from clauseway.vocabulary.catalogue import matters, topics

_SHARE = 0.1
"""Share of a policy's clauses that are likest to matters of a topic, from which the policy is about it."""
_ELSEWHERE = 0.6
"""What is left of the likeness to a matter that the policy is not about."""
_MOST = 5
"""Matters that are kept as near."""


def home_topics(like: Sequence[Sequence[MatterFit]], kind: Kind) -> frozenset[str]:
    """The topics that a policy is about: by its kind, by what its clauses are like, and those of every policy."""
    count = Counter(matters()[some[0].slug].topic for some in like if some)
    enough = _SHARE * count.total()
    return _of_kind(kind) | {topic for topic, number in count.items() if number >= enough}


def nearer_home(near: Sequence[MatterFit], home: Collection[str]) -> tuple[MatterFit, ...]:
    """The matters that a clause is like, those that its policy is about before others that are about as like."""
    moved = (fit if matters()[fit.slug].topic in home else _further(fit) for fit in near)
    return tuple(sorted(moved, key=lambda fit: (-fit.score, fit.slug))[:_MOST])


def _further(fit: MatterFit) -> MatterFit:
    return MatterFit(fit.slug, round(fit.score * _ELSEWHERE, 3), fit.words)


@cache
def _of_kind(kind: Kind) -> frozenset[str]:
    return frozenset(topic.slug for topic in topics() if not topic.kinds or kind in topic.kinds)
