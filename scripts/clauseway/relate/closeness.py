"""How close two clauses are in what they rule on: by their words, by what they are like, and by their matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from clauseway.relate.clauses import Clause
from clauseway.relate.differences import Terms, terms
from clauseway.vocabulary.wording import Vector, cosine, unit, vector

# How much each thing counts; together at most one. No one of them is enough for two clauses to be close.
_WORDS, _LIKE, _MATTER, _KIND = 0.46, 0.23, 0.23, 0.08
_OTHER_MATTERS = 0.15
"""What is taken off where each has matters of its own, and they share none."""
# How much a word counts by where it stands.
_OWN, _STEM, _HEADING, _TITLE = 1.0, 0.5, 0.35, 0.15
_A_MATTER = 0.6
"""Likeness that a matter stands for whose pattern fits in full."""
_LONGEST = 5_000
"""Characters of a clause that is compared: what goes on longer is no rule, and is costly to compare."""
_CANDIDATES = 2
"""Matters that a clause is like by which it finds others, beside those that it rules on."""


class Known(msgspec.Struct, frozen=True, gc=False):
    """A clause with what it is compared by."""

    clause: Clause
    words: Vector
    """Its telling words, with those of its stems, heading and title."""
    like: Vector
    """The matters that it is like."""
    fits: dict[str, float]
    """How surely it rules on its matters."""
    terms: Terms
    """What decides whether it differs from another."""


def known(clauses: Iterable[Clause]) -> Iterator[Known]:
    """The clauses that have a matter or come near to one, without those that are too long to be a rule."""
    for clause in clauses:
        if (clause.matters or clause.near) and len(clause.words) <= _LONGEST:
            fits = {fit.slug: fit.score for fit in clause.matters}
            said = terms(clause.duty, clause.audiences, clause.governed)
            yield Known(clause, vector(_places(clause)), _like(clause), fits, said)


def found_by(one: Known) -> tuple[str, ...]:
    """The matters within which a clause looks for others."""
    return tuple(dict.fromkeys((*one.fits, *(fit.slug for fit in one.clause.near[:_CANDIDATES]))))


def closeness(a: Known, b: Known) -> float:
    """How close two clauses are, from 0 to 1."""
    shared = max((min(score, b.fits[slug]) for slug, score in a.fits.items() if slug in b.fits), default=0.0)
    apart = _OTHER_MATTERS if a.fits and b.fits and not shared else 0.0
    kind = _KIND if a.clause.kind is b.clause.kind else 0.0
    found = _WORDS * cosine(a.words, b.words) + _LIKE * cosine(a.like, b.like) + _MATTER * shared + kind - apart
    return round(max(found, 0.0), 3)


def shared_matter(a: Known, b: Known) -> str:
    """The matter on which both seem to rule; empty where they are not even like one."""
    sure = {slug: min(score, b.fits[slug]) for slug, score in a.fits.items() if slug in b.fits}
    either = sure or {slug: score * b.like[slug] for slug, score in a.like.items() if slug in b.like}
    return max(sorted(either), key=lambda slug: either[slug], default="")


def _places(clause: Clause) -> Iterator[tuple[str, float]]:
    yield clause.words, _OWN
    yield from ((stem, _STEM) for stem in clause.stems)
    yield clause.heading, _HEADING
    yield clause.title, _TITLE


def _like(clause: Clause) -> Vector:
    """The matters it is like, the likest far before the others."""
    found = {fit.slug: fit.score**2 for fit in clause.near}
    for fit in clause.matters:
        found[fit.slug] = max(found.get(fit.slug, 0.0), (_A_MATTER * fit.score) ** 2)
    return unit(found)
