"""How close two clauses are in what they rule on: by their words, by what they are like, and by their matters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import msgspec

from clauseway.relate.clauses import Clause
from clauseway.relate.differences import Terms, terms
from clauseway.vocabulary.wording import Vector, cosine, profile, unit, vector

SURE = 0.4
"""Closeness from which two clauses may rule on the same."""
# How much each thing counts; together about one. No one of them is enough for two clauses to be close.
_WORDS, _LIKE, _ABOUT, _MATTER, _KIND = 0.45, 0.10, 0.20, 0.26, 0.066
_OTHER_MATTERS, _PERHAPS_OTHERS = 0.18, 0.02
"""What is taken off where each has matters of its own, and they share none; and where patterns may have missed one."""
_OTHER_PEOPLE = 0.056
"""What is taken off where they bind nobody in common."""
# How much a word counts by where it stands.
_OWN, _STEM, _HEADING, _TITLE = 1.0, 0.5, 0.35, 0.15
_A_MATTER = 0.6
"""Likeness that a matter stands for whose pattern fits in full."""
_FIRST = 2
"""Matters that a clause is likest to on which it may rule, though no pattern says so."""
_MAYBE, _AT_MOST = 1.85, 0.8
"""What the likeness to such a matter counts, as how surely a clause rules on it, and how much at most."""


class Known(msgspec.Struct, frozen=True, dict=True):
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

    @cached_property
    def surest(self) -> float:
        """How surely it rules on the surest of its matters; 0 where it has none."""
        return max(self.fits.values(), default=0.0)

    @cached_property
    def about(self) -> Vector:
        """The matters that its words as a whole come near to; worked out where it is needed, for it takes longest."""
        return profile(self.words)


def known(clause: Clause) -> Known:
    """A clause with what it is compared by."""
    said = terms(clause.duty, clause.audiences, clause.governed, clause.addressees)
    return Known(clause, vector(_places(clause)), like(clause), fits(clause), said)


def closeness(a: Known, b: Known) -> float:
    """How close two clauses are, from 0 to 1, in thousandths; the same both ways.

    Where it is certain to be less than `SURE`, it is not worked out to the end, and may be less than it should be.
    """
    mine, theirs = a.fits, b.fits
    shared, apart = 0.0, 0.0
    if mine and theirs:
        for slug, score in mine.items():
            # A plain loop: it runs some dozen times for each clause.
            if slug in theirs:
                shared = max(shared, min(score, theirs[slug]))
        apart = 0.0 if shared else _OTHER_MATTERS * min(a.surest, b.surest)
    return _weighed(a, b, shared, apart, SURE)


def lenient_closeness(a: Known, b: Known) -> float:
    """The same where patterns may have missed a matter: one that either rules on and the other is like counts, too."""
    sure = (min(score, b.fits[slug]) for slug, score in a.fits.items() if slug in b.fits)
    either = (
        min(score, _AT_MOST, fit.score * _MAYBE)
        for one, other in ((a, b), (b, a))
        for fit in other.clause.near[:_FIRST]
        if (score := one.fits.get(fit.slug, 0.0))
    )
    apart = _PERHAPS_OTHERS * min(a.surest, b.surest) if a.fits.keys().isdisjoint(b.fits) else 0.0
    return _weighed(a, b, max((*sure, *either), default=0.0), apart, 0.0)


def _weighed(a: Known, b: Known, shared: float, apart: float, least: float) -> float:
    kind = _KIND if a.clause.kind is b.clause.kind else 0.0
    people = _OTHER_PEOPLE if _bind_others(a.clause, b.clause) else 0.0
    found = _WORDS * cosine(a.words, b.words) + _MATTER * shared + kind - apart - people
    if found + _LIKE + _ABOUT >= least:
        found += _LIKE * cosine(a.like, b.like)
        # By what is left, most pairs are told apart without the costliest.
        if found + _ABOUT >= least:
            found += _ABOUT * cosine(a.about, b.about)
    return round(max(found, 0.0), 3)


def _bind_others(a: Clause, b: Clause) -> bool:
    """Whether it is known of both whom they bind, and that is nobody in common."""
    return bool(a.audiences and b.audiences) and a.audiences.isdisjoint(b.audiences)


def shared_matter(a: Known, b: Known) -> str:
    """The matter on which both seem to rule; empty where they are not even like one."""
    sure = {slug: min(score, b.fits[slug]) for slug, score in a.fits.items() if slug in b.fits}
    either = sure or {slug: score * b.like[slug] for slug, score in a.like.items() if slug in b.like}
    return max(sorted(either), key=lambda slug: either[slug], default="")


def fits(clause: Clause) -> dict[str, float]:
    """How surely it rules on its matters."""
    return {fit.slug: fit.score for fit in clause.matters}


def like(clause: Clause) -> Vector:
    """The matters it is like, the likest far before the others."""
    found = {fit.slug: fit.score**2 for fit in clause.near}
    for fit in clause.matters:
        found[fit.slug] = max(found.get(fit.slug, 0.0), (_A_MATTER * fit.score) ** 2)
    return unit(found)


def _places(clause: Clause) -> Iterator[tuple[str, float]]:
    yield clause.words, _OWN
    yield from ((stem, _STEM) for stem in clause.stems)
    yield clause.heading, _HEADING
    yield clause.title, _TITLE
