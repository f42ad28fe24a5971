"""Which clauses of other policies rule on the same matter as a clause, best first, and in what they differ.

Cost is held down by relating within matters only, with a few clauses of each policy, and a bounded number of
policies for each clause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from sys import intern

import msgspec

from clauseway.model import Audience, Duty, Kind, MatterFit, Policy, Related, Relation
from clauseway.relate.differences import Terms, differences, terms
from clauseway.relate.likeness import Vector, likeness, rarity, shared_wording, stems, vector
from clauseway.vocabulary.catalogue import in_a_sentence

_EACH = 2
"""Clauses of one school that a clause is related to within a matter."""
_SURE = 0.55
"""Score from which two clauses are said to rule on the same; below it one is only something to see also."""
_ALIKE = 0.4
"""Likeness below which no two clauses are the same text, so that their runs of words need not be looked at."""
_SAME_WORDING = 0.8
"""Share of the runs of words from which two clauses are the same text."""


class _Bounds(msgspec.Struct, frozen=True):
    """How much is looked at, so that the cost grows with the clauses whatever the number of schools."""

    considered: int
    """Clauses of one school that are considered within a matter: those that fit it best."""
    schools: int
    """Other schools that are considered for a clause within a matter."""
    most: int
    """Relations that a clause has at most."""


_FEW_POLICIES = 60
_AMONG_FEW, _AMONG_MANY = _Bounds(6, 12, 40), _Bounds(2, 12, 6)


class Clause(msgspec.Struct, frozen=True, gc=False):
    """What relations are found from."""

    id: str
    """`<school>/<policy>#<id>`."""
    words: str
    """Its own words."""
    governed: str
    """Its words behind all stems that govern it."""
    duty: Duty
    """How strongly it binds."""
    audiences: frozenset[Audience]
    """Whom it binds."""
    matters: tuple[MatterFit, ...]
    """The matters it rules on."""
    kind: Kind = Kind.OTHER
    """What its policy is about."""

    @property
    def policy(self) -> str:
        """`<school>/<policy>`."""
        return self.id.partition("#")[0]

    @property
    def school(self) -> str:
        """Slug of its school."""
        return self.id.partition("/")[0]


def clauses_of(policies: Iterable[Policy]) -> Iterator[Clause]:
    """The clauses of some policies with what is found about them."""
    for policy in policies:
        kind = policy.metadata.kind
        for piece, one, found in zip(policy.pieces, policy.ids, policy.findings, strict=True):
            if found is not None:
                name = f"{policy.school}/{policy.slug}#{one}"
                governed = " ".join((*piece.lead_ins, piece.text, piece.tail)).strip()
                yield Clause(name, piece.text, governed, found.duty, frozenset(found.audiences), found.matters, kind)


class _Known(msgspec.Struct, frozen=True, gc=False):
    """A clause with what it is compared by."""

    clause: Clause
    id: str
    policy: str
    fits: dict[str, float]
    """How well it fits each of its matters."""
    vector: Vector
    terms: Terms


_Entry = tuple[float, str, str, float]
"""A clause that another may be related to: its score below zero, so that the best sorts first, its id, the matter, and
how alike the words are.
"""


def relate(
    clauses: Sequence[Clause], titles: Mapping[str, str], common: Container[str] = ()
) -> dict[str, tuple[Related, ...]]:
    """The relations of each clause, by its id; clauses without any are left out.

    `titles` are those of the matters, by slug; `common` are matters that every policy has, whatever it is about (its
    aims, its review), and that say the same only in policies of one kind. Where a clause has another, that has it, as
    far as each has room.
    """
    bounds = _AMONG_FEW if len({clause.policy for clause in clauses}) <= _FEW_POLICIES else _AMONG_MANY
    known = {one.clause.id: one for one in _known([clause for clause in clauses if clause.matters])}
    ranked: dict[str, list[_Entry]] = defaultdict(list)
    for matter, by_school in _by_matter(known.values()).items():
        for a, (score, b, alike) in _pairs(matter, by_school, bounds, of_a_kind=matter in common):
            _add(ranked[a], (score, b, matter, alike), bounds.most)
            _add(ranked[b], (score, a, matter, alike), bounds.most)
    return {
        clause: tuple(
            _related(known[clause], known[other], -score, matter, titles[matter], alike)
            for score, other, matter, alike in _best(some, bounds.most)
        )
        for clause, some in sorted(ranked.items())
    }


def _add(some: list[_Entry], entry: _Entry, most: int) -> None:
    """Add one; now and then only the best are kept, so that memory does not grow with what is looked at."""
    some.append(entry)
    if len(some) > 4 * most:
        some[:] = _best(some, most)


def _best(some: Iterable[_Entry], most: int) -> list[_Entry]:
    """The best, each clause once: by its surest matter, of two as sure that whose name comes first."""
    by_clause: dict[str, _Entry] = {}
    for entry in sorted(some):
        by_clause.setdefault(entry[1], entry)
    return list(islice(by_clause.values(), most))


def _known(clauses: Sequence[Clause]) -> Iterator[_Known]:
    texts = [stems(clause.governed) for clause in clauses]
    weights = rarity(texts)
    for clause, text in zip(clauses, texts, strict=True):
        fits = {fit.slug: fit.score for fit in clause.matters}
        said = terms(clause.duty, clause.audiences, clause.governed)
        yield _Known(clause, clause.id, clause.policy, fits, vector(text, weights), said)


_BySchool = dict[str, list[_Known]]


def _by_matter(known: Iterable[_Known]) -> dict[str, _BySchool]:
    """The clauses of each matter, by school, those that fit best first."""
    grouped: dict[str, _BySchool] = defaultdict(lambda: defaultdict(list))
    for one in known:
        for fit in one.clause.matters:
            grouped[fit.slug][one.clause.school].append(one)
    for matter, by_school in grouped.items():
        for school, some in by_school.items():
            by_school[school] = sorted(some, key=lambda one: (-one.fits[matter], one.id))
    return grouped


_Scored = tuple[float, str, float]
"""How sure a clause rules on the same as another, below zero; its id; how alike the words are."""


def _pairs(matter: str, by_school: _BySchool, bounds: _Bounds, *, of_a_kind: bool) -> Iterator[tuple[str, _Scored]]:
    """Pairs of clauses of different policies, each with how sure it is that they rule on the same; some twice."""
    schools = sorted(by_school)
    for place, school in enumerate(schools):
        # The next ones in a circle: every school is met by as many, and none by all. Its own comes first: its
        # other policies may rule on the same.
        others = [schools[(place + step) % len(schools)] for step in range(min(len(schools), bounds.schools + 1))]
        candidates = [by_school[other][: bounds.considered] for other in others]
        for one in by_school[school]:
            for some in candidates:
                scored = [
                    _scored(one, other, matter)
                    for other in some
                    if other.policy != one.policy and not (of_a_kind and other.clause.kind is not one.clause.kind)
                ]
                for best in sorted(scored)[:_EACH]:
                    yield one.id, best


def _scored(one: _Known, other: _Known, matter: str) -> _Scored:
    """How sure two clauses rule on the same: both fit the matter, share others, and are alike in words."""
    fits = min(one.fits[matter], other.fits[matter])
    shared = len(one.fits.keys() & other.fits.keys()) - 1
    alike = likeness(one.vector, other.vector)
    return -round(min(fits * (0.7 + 0.3 * alike) + 0.05 * shared, 1.0), 3), other.id, alike


def _related(one: _Known, other: _Known, score: float, matter: str, title: str, alike: float) -> Related:
    shared = alike >= _ALIKE and shared_wording(one.clause.words, other.clause.words) >= _SAME_WORDING
    # The same words under another stem can be the opposite rule, so they are looked at in any case.
    whose = "policy" if one.clause.school == other.clause.school else "school"
    found = list(differences(one.terms, other.terms, 1.0 if shared else alike, whose))
    on = in_a_sentence(title)
    if score < _SURE and not shared:
        return Related(other.clause.id, Relation.TOPIC, score, intern(f"Both are on: {on}."), matter)
    why = f"Both rule on: {on}{', in the same words' if shared else ''}"
    relation = Relation.DIFFERS if found else Relation.SAME_WORDING if shared else Relation.SAME
    # The same sentence stands beside thousands of clauses, so it is kept once.
    return Related(other.clause.id, relation, score, intern(f"{'; '.join((why, *found))}."), matter)
