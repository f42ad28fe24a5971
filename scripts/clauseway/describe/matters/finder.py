"""Which matters a clause rules on: patterns over who acts, does what, to whom and through what; else likeness."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cache

from clauseway.describe.findings import ClauseContext
from clauseway.describe.matters.mentions import STEM, mentions
from clauseway.model import Audience, MatterFit
from clauseway.vocabulary.catalogue import Matter, Pattern, matters

_ENOUGH = 0.62
"""Score from which a clause is said to rule on a matter."""
_NEAR = 0.13
"""How far below the best another matter of the clause may score."""
_MOST = 3
"""Matters a clause has at most."""
_ALIKE = 0.35
"""Likeness to an example from which a clause rules on its matter, where no pattern fits."""
_VERY_ALIKE = 0.65
"""The same where the pattern of another matter fits."""
_ELSEWHERE = 0.85
"""What a score counts beside others where the policy is not about the matter's topic."""
_OTHER_PEOPLE = 0.72
"""What is left of a score where the clause binds others than the pattern says."""
# One word alone says less than three together.
_BY_NEEDS = (0.0, 0.86, 0.96, 1.0, 1.02, 1.04)


def find_matters(
    clause: ClauseContext,
    audiences: Sequence[Audience],
    near: Sequence[MatterFit] = (),
    home: Container[str] | None = None,
) -> tuple[MatterFit, ...]:
    """The matters of a clause, best first: at most three, none where nothing is sure enough.

    `audiences` are whom it binds, `near` the matters that it is likest to: the first of them is among its
    matters if it is very like, or no pattern fits. Matters that are only general are given where no pattern of a
    specific one fits. `home` are the topics that the policy is about, where that is known: their matters come first.
    """
    found = _by_patterns(clause, audiences, home)
    known = {one.slug for one in found}
    alike = (_fit(one) for one in near[:1] if one.score >= (_VERY_ALIKE if found else _ALIKE))
    more = (one for one in alike if one.slug not in known)
    return tuple(sorted((*found, *more), key=lambda one: (-one.score, one.slug)))


def _fit(like: MatterFit) -> MatterFit:
    """A likeness as a score: it is lower than that of a pattern which fits as well."""
    return MatterFit(like.slug, round((1 + like.score) / 2, 3), like.words)


def _by_patterns(
    clause: ClauseContext, audiences: Sequence[Audience], home: Container[str] | None
) -> tuple[MatterFit, ...]:
    there = mentions(clause)
    best: dict[str, MatterFit] = {}
    for matter, pattern in _candidates(there):
        score = _score(pattern, there, audiences)
        if score >= _ENOUGH and score > (best[matter.slug].score if matter.slug in best else 0.0):
            best[matter.slug] = MatterFit(matter.slug, round(min(score, 1.0), 3), _deciding(pattern, there))
    specific = [found for found in best.values() if not matters()[found.slug].general]
    return _chosen([(_rank(one, home), one) for one in specific or best.values()])


def _rank(found: MatterFit, home: Container[str] | None) -> float:
    at_home = home is None or matters()[found.slug].topic in home
    return found.score if at_home else found.score * _ELSEWHERE


def _chosen(ranked: Iterable[tuple[float, MatterFit]]) -> tuple[MatterFit, ...]:
    best = sorted(ranked, key=lambda one: (-one[0], one[1].slug))[:_MOST]
    return tuple(one for rank, one in best if rank >= best[0][0] - _NEAR)


def _candidates(there: dict[str, float]) -> Iterable[tuple[Matter, Pattern]]:
    """Patterns of which the first need is met, each once."""
    index = _by_first_term()
    return {id(pair[1]): pair for term in there for pair in index.get(term, ())}.values()


@cache
def _by_first_term() -> dict[str, list[tuple[Matter, Pattern]]]:
    index: dict[str, list[tuple[Matter, Pattern]]] = {}
    for matter in matters().values():
        for pattern in matter.patterns:
            for term in pattern.needs[0]:
                index.setdefault(term, []).append((matter, pattern))
    return index


def _score(pattern: Pattern, there: dict[str, float], audiences: Sequence[Audience]) -> float:
    """How well a pattern fits; 0 where a need is not met, only from afar, or what it excludes is there."""
    # Plain loops: most patterns fail at their second need, and this runs for dozens of them in each clause.
    total = nearest = 0.0
    for need in pattern.needs:
        best = 0.0
        for term in need:
            weight = there.get(term, 0.0)
            if weight > best:
                best = weight
        if best == 0.0:
            return 0.0
        total += best
        nearest = max(nearest, best)
    if nearest < STEM or any(there.get(term, 0.0) >= STEM for term in pattern.none):
        return 0.0
    score = total / len(pattern.needs) * _BY_NEEDS[min(len(pattern.needs), len(_BY_NEEDS) - 1)]
    return score if not pattern.who or pattern.who.intersection(audiences) else score * _OTHER_PEOPLE


def _deciding(pattern: Pattern, there: dict[str, float]) -> tuple[str, ...]:
    return tuple(
        max((term for term in need if term in there), key=lambda term: (there[term], term)) for need in pattern.needs
    )
