"""Which clauses of other policies rule on the same matter as a clause, best first, and in what they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from hashlib import blake2b
from heapq import nsmallest
from itertools import groupby
from sys import intern

import msgspec

from clauseway.memory import NO_MEMORY, Memory
from clauseway.model import Related, Relation
from clauseway.relate.clauses import Clause
from clauseway.relate.closeness import Known, shared_matter
from clauseway.relate.differences import differences
from clauseway.relate.likeness import shared_wording
from clauseway.relate.marked import Clauses, Marked
from clauseway.relate.pairs import SURE, Bounds, Rows, both_ways, pairs, unpacked
from clauseway.vocabulary.catalogue import in_a_sentence
from clauseway.vocabulary.wording import cosine

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
_FEW_POLICIES = 60
_AMONG_FEW, _AMONG_MANY = Bounds(12, 12, 40), Bounds(2, 12, 6)

Relations = dict[str, tuple[Related, ...]]
"""For each clause, by its id, the clauses of other policies that it has to do with; never empty."""


class _Kept(msgspec.Struct, frozen=True):
    """The relations of one policy."""

    relations: Relations


def relate(
    clauses: Sequence[Clause],
    titles: Mapping[str, str],
    common: Container[str] = (),
    memory: Memory = NO_MEMORY,
) -> Relations:
    """The relations of each clause, by its id; clauses without any are left out.

    `titles` are those of the matters, by slug; `common` are matters that every policy has, whatever it is about (its
    aims, its review), and that say the same only in policies of one kind. Where a clause has another, that has it, as
    far as each has room. What `memory` knows is not worked out again; `titles` and `common` are taken to be as they
    were, since they come with the program.
    """
    bounds = _AMONG_FEW if len({clause.policy for clause in clauses}) <= _FEW_POLICIES else _AMONG_MANY
    marked = Clauses(clauses)
    around = both_ways(pairs(marked, bounds, common, memory))
    found: Relations = {}
    for _, some in groupby(sorted(marked.all, key=lambda one: one.clause.id), key=lambda one: one.policy):
        found |= _of_policy(list(some), marked, around, bounds.most, titles, memory)
    return found


def _of_policy(
    policy: Sequence[Marked],
    clauses: Clauses,
    around: Mapping[bytes, Rows],
    most: int,
    titles: Mapping[str, str],
    memory: Memory,
) -> Relations:
    """The relations of the clauses of one policy."""
    key = _key(policy, around, most)
    known = memory.get(key, _Kept)
    if known is None:
        known = _Kept(dict(_relations(policy, clauses, around, most, titles)))
        memory.put(key, known)
    return known.relations


def _key(policy: Sequence[Marked], around: Mapping[bytes, Rows], most: int) -> bytes:
    """All that the relations of a policy depend on: its clauses, and those that are close to them."""
    made = blake2b(f"relations {most}".encode(), digest_size=32)
    for one in policy:
        made.update(one.mark)
        made.update(len(around[one.mark]).to_bytes(4, "big"))
        made.update(around[one.mark])
    return made.digest()


def _relations(
    policy: Sequence[Marked], clauses: Clauses, around: Mapping[bytes, Rows], most: int, titles: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Related, ...]]]:
    close_to = {one.mark: dict(unpacked(around[one.mark])) for one in policy}
    nearest = _Nearest(close_to, clauses)
    for one in policy:
        entries = [(-close, clauses.by_mark[mark].clause.id, mark) for mark, close in close_to[one.mark].items()]
        some = (
            _related(clauses.known(one.mark), clauses.known(mark), -close, nearest.to(one, mark), titles)
            for close, _, mark in nsmallest(most, entries)
        )
        if found := tuple(related for related in some if related):
            yield one.clause.id, found


class _Nearest:
    """How close the closest is that either of two clauses has in the other's policy."""

    def __init__(self, close_to: Mapping[bytes, Mapping[bytes, float]], clauses: Clauses) -> None:
        self._clauses = clauses
        self._theirs: dict[bytes, float] = defaultdict(float)
        self._mine: dict[tuple[bytes, str], float] = defaultdict(float)
        for mark, others in close_to.items():
            for other, close in others.items():
                place = (mark, clauses.by_mark[other].policy)
                self._mine[place] = max(close, self._mine[place])
                self._theirs[other] = max(close, self._theirs[other])

    def to(self, one: Marked, other: bytes) -> float:
        """Of a clause of this policy and one of another."""
        return max(self._mine[one.mark, self._clauses.by_mark[other].policy], self._theirs[other])


def _related(one: Known, other: Known, close: float, closest: float, titles: Mapping[str, str]) -> Related | None:
    alike = cosine(one.words, other.words)
    shared = alike >= _ALIKE and shared_wording(one.clause.words, other.clause.words) >= _SAME_WORDING
    # The same words under another stem can be the opposite rule, so they are looked at in any case.
    whose = "policy" if one.clause.school == other.clause.school else "school"
    found = list(differences(one.terms, other.terms, 1.0 if shared else alike, whose))
    matter = shared_matter(one, other)
    on = in_a_sentence(titles[matter])
    if not shared and not _same_matter(close, closest):
        near = Related(other.clause.id, Relation.TOPIC, close, intern(f"Both are on: {on}."), matter)
        return near if close >= _NEAR else None
    why = f"Both rule on: {on}{', in the same words' if shared else ''}"
    relation = Relation.DIFFERS if found else Relation.SAME_WORDING if shared else Relation.SAME
    # The same sentence stands beside thousands of clauses, so it is kept once.
    return Related(other.clause.id, relation, close, intern(f"{'; '.join((why, *found))}."), matter)


def _same_matter(close: float, closest: float) -> bool:
    share = _AMONG_THE_NEAREST if close >= _VERY_CLOSE else _NEAREST
    return close >= SURE and close >= share * closest
