"""Which clauses of other policies rule on the same matter as a clause, best first, and in what they differ.

Cost is held down by looking within matters only, at a few clauses of each policy, and at a bounded number of
policies for each clause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import islice
from sys import intern

import msgspec

from clauseway.model import Related, Relation
from clauseway.relate.clauses import Clause
from clauseway.relate.closeness import Known, closeness, found_by, known, shared_matter
from clauseway.relate.differences import differences
from clauseway.relate.likeness import shared_wording
from clauseway.vocabulary.catalogue import in_a_sentence
from clauseway.vocabulary.wording import cosine

_EACH = 2
"""Clauses of one school that a clause is related to."""
_SURE = 0.31
"""Closeness from which two clauses may rule on the same."""
_NEAR = 0.45
"""Closeness from which a clause is something to see also, where the other does not rule on the same."""
_NEAREST = 0.85
"""How close two clauses are that rule on the same, as a share of the closest that either has in the other's policy."""
_VERY_CLOSE, _AMONG_THE_NEAREST = 0.5, 0.6
"""The same for clauses that are very close: several of a policy may rule on it."""
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
_AMONG_FEW, _AMONG_MANY = _Bounds(12, 12, 40), _Bounds(2, 12, 6)

_Entry = tuple[float, str]
"""A clause that another may be related to: its closeness below zero, so that the best sorts first, and its id."""
_Nearest = dict[str, dict[str, float]]
"""For each clause, how close the closest of each other policy is."""


def relate(
    clauses: Sequence[Clause], titles: Mapping[str, str], common: Container[str] = ()
) -> dict[str, tuple[Related, ...]]:
    """The relations of each clause, by its id; clauses without any are left out.

    `titles` are those of the matters, by slug; `common` are matters that every policy has, whatever it is about (its
    aims, its review), and that say the same only in policies of one kind. Where a clause has another, that has it, as
    far as each has room.
    """
    bounds = _AMONG_FEW if len({clause.policy for clause in clauses}) <= _FEW_POLICIES else _AMONG_MANY
    by_id = {one.clause.id: one for one in known(clauses)}
    ranked: dict[str, list[_Entry]] = defaultdict(list)
    nearest: _Nearest = defaultdict(dict)
    for a, b, close in _pairs(list(by_id.values()), bounds, common):
        for one, other in ((a, b), (b, a)):
            _add(ranked[one.clause.id], (-close, other.clause.id), bounds.most)
            policies = nearest[one.clause.id]
            policies[other.clause.policy] = max(close, policies.get(other.clause.policy, 0.0))
    found = {
        clause: tuple(
            related
            for close, other in _best(some, bounds.most)
            if (related := _related(by_id[clause], by_id[other], -close, nearest, titles))
        )
        for clause, some in sorted(ranked.items())
    }
    return {clause: some for clause, some in found.items() if some}


def _add(some: list[_Entry], entry: _Entry, most: int) -> None:
    """Add one; now and then only the best are kept, so that memory does not grow with what is looked at."""
    some.append(entry)
    if len(some) > 4 * most:
        some[:] = _best(some, most)


def _best(some: Iterable[_Entry], most: int) -> list[_Entry]:
    """The best, each clause once."""
    return list(islice(dict.fromkeys(sorted(some)), most))


_BySchool = dict[str, list[Known]]


def _pairs(clauses: Sequence[Known], bounds: _Bounds, common: Container[str]) -> Iterator[tuple[Known, Known, float]]:
    """Pairs of clauses of different policies that are close, each with how close; some twice."""
    by_matter = _by_matter(clauses)
    around = {matter: _circles(by_school, bounds) for matter, by_school in by_matter.items()}
    for one in clauses:
        met: dict[str, dict[str, Known]] = defaultdict(dict)
        for matter in found_by(one):
            for school in around[matter][one.clause.school]:
                for other in by_matter[matter][school][: bounds.considered]:
                    if other.clause.policy != one.clause.policy:
                        met[school][other.clause.id] = other
        for others in met.values():
            scored = ((-closeness(one, other), name) for name, other in others.items())
            for close, name in nsmallest(_EACH, scored):
                if -close >= _SURE and not _only_of_a_kind(one, others[name], common):
                    yield one, others[name], -close


def _by_matter(clauses: Iterable[Known]) -> dict[str, _BySchool]:
    """The clauses of each matter, by school, those that fit best first."""
    grouped: dict[str, _BySchool] = defaultdict(lambda: defaultdict(list))
    for one in clauses:
        for matter in found_by(one):
            grouped[matter][one.clause.school].append(one)
    for matter, by_school in grouped.items():
        for some in by_school.values():
            some.sort(key=lambda one: (-one.fits.get(matter, 0.0), -one.like.get(matter, 0.0), one.clause.id))
    return grouped


def _circles(by_school: _BySchool, bounds: _Bounds) -> dict[str, list[str]]:
    """The schools that each school is compared with.

    The next ones in a circle: every school is met by as many, and none by all. Its own is among them: its other
    policies may rule on the same.
    """
    schools = sorted(by_school)
    steps = range(min(len(schools), bounds.schools + 1))
    return {school: [schools[(place + step) % len(schools)] for step in steps] for place, school in enumerate(schools)}


def _only_of_a_kind(a: Known, b: Known, common: Container[str]) -> bool:
    return a.clause.kind is not b.clause.kind and shared_matter(a, b) in common


def _related(one: Known, other: Known, close: float, nearest: _Nearest, titles: Mapping[str, str]) -> Related | None:
    alike = cosine(one.words, other.words)
    shared = alike >= _ALIKE and shared_wording(one.clause.words, other.clause.words) >= _SAME_WORDING
    # The same words under another stem can be the opposite rule, so they are looked at in any case.
    whose = "policy" if one.clause.school == other.clause.school else "school"
    found = list(differences(one.terms, other.terms, 1.0 if shared else alike, whose))
    matter = shared_matter(one, other)
    on = in_a_sentence(titles[matter])
    if not shared and not _same_matter(close, _closest(one, other, nearest)):
        near = Related(other.clause.id, Relation.TOPIC, close, intern(f"Both are on: {on}."), matter)
        return near if close >= _NEAR else None
    why = f"Both rule on: {on}{', in the same words' if shared else ''}"
    relation = Relation.DIFFERS if found else Relation.SAME_WORDING if shared else Relation.SAME
    # The same sentence stands beside thousands of clauses, so it is kept once.
    return Related(other.clause.id, relation, close, intern(f"{'; '.join((why, *found))}."), matter)


def _same_matter(close: float, closest: float) -> bool:
    share = _AMONG_THE_NEAREST if close >= _VERY_CLOSE else _NEAREST
    return close >= _SURE and close >= share * closest


def _closest(one: Known, other: Known, nearest: _Nearest) -> float:
    """How close the closest is that either has in the other's policy."""
    mine, theirs = nearest[one.clause.id], nearest[other.clause.id]
    return max(mine[other.clause.policy], theirs[one.clause.policy])
