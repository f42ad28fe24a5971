"""Which clauses of other policies rule on the same matter as a clause, best first, and in what they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from hashlib import blake2b
from heapq import nsmallest
from itertools import chain, groupby
from struct import Struct

import msgspec

from clauseway.memory import NO_MEMORY, Memory
from clauseway.model import Related, Relation
from clauseway.relate.alone import closest_elsewhere
from clauseway.relate.clauses import Clause
from clauseway.relate.closeness import SURE, Known
from clauseway.relate.field import Bounds, Field
from clauseway.relate.judging import Judge, same_text
from clauseway.relate.marked import Clauses, Marked
from clauseway.relate.pairs import Rows, both_ways, pairs, unpacked

_NEAR = 0.43
"""Closeness from which a clause is something to see also, where the other does not rule on the same."""
_NEAREST = 0.85
"""How close two clauses are that rule on the same, as a share of the closest that either has in the other's policy."""
_VERY_CLOSE, _AMONG_THE_NEAREST = 0.49, 0.6
"""The same for clauses that are very close: several of a policy may rule on it."""
_FEW_POLICIES = 60
_AMONG_FEW, _AMONG_MANY = Bounds(12, 12, 40), Bounds(2, 12, 6)

_CHECK = 16
_CLOSE = Struct(">dd")

_Other = tuple[bytes, float, float]
"""The mark of a clause that another is compared with, how close it is, and how close the closest is."""
Relations = dict[str, tuple[Related, ...]]
"""For each clause, by its id, the clauses of other policies that it has to do with; never empty."""


class _Kept(msgspec.Struct, frozen=True):
    """The relations of one policy."""

    whole: bytes = b""
    """Stands for all that they depend on."""
    parts: dict[str, bytes] = {}
    """For each of its clauses, by its id, what stands for all that its own depend on."""
    relations: Relations = {}


def relate(
    clauses: Sequence[Clause],
    titles: Mapping[str, str],
    common: Container[str] = (),
    on_whom: Container[str] = (),
    memory: Memory = NO_MEMORY,
) -> Relations:
    """The relations of each clause, by its id; clauses without any are left out.

    `titles` are those of the matters, by slug; `common` are matters that every policy has, whatever it is about (its
    aims, its review), and that say the same only in policies of one kind; `on_whom` are those about which people
    something is for. Where a clause has another, that has it, as far as each has room. What `memory` knows is not
    worked out again; what is said of the matters is taken to be as it was, since it comes with the program.
    """
    bounds = _AMONG_FEW if len({clause.policy for clause in clauses}) <= _FEW_POLICIES else _AMONG_MANY
    marked, judge = Clauses(clauses), Judge(titles, on_whom)
    field = Field(marked, bounds)
    around = both_ways(pairs(marked, field, common, memory))
    found: Relations = {}
    for _, some in groupby(sorted(marked.all, key=lambda one: one.clause.id), key=lambda one: one.policy):
        found |= _of_policy(list(some), marked, around, bounds.most, judge, memory)
    alone = [
        one for one in marked.all if all(other.relation is Relation.TOPIC for other in found.get(one.clause.id, ()))
    ]
    for closest in closest_elsewhere(alone, marked, field, common, memory):
        one, other = marked.known(closest.alone), marked.known(closest.other)
        _put_first(found, one, judge.same_matter(one, other, closest.close), bounds.most)
        _put_last(found, other, judge.same_matter(other, one, closest.close), bounds.most)
    return dict(sorted(found.items()))


def _put_first(found: Relations, one: Known, new: Related, most: int) -> None:
    """Put what rules on the same before all that is only something to see also."""
    others = (other for other in found.get(one.clause.id, ()) if other.clause != new.clause)
    found[one.clause.id] = (new, *others)[:most]


def _put_last(found: Relations, one: Known, new: Related, most: int) -> None:
    """Add what another clause is closest to, in the place of what was only something to see also, if there is room."""
    others = tuple(other for other in found.get(one.clause.id, ()) if other.clause != new.clause)
    found[one.clause.id] = (*others, new)[:most]


def _of_policy(
    policy: Sequence[Marked],
    clauses: Clauses,
    around: Mapping[bytes, Rows],
    most: int,
    judge: Judge,
    memory: Memory,
) -> Relations:
    """The relations of the clauses of one policy."""
    name = f"relations {most} {policy[0].policy}".encode()
    known, whole = memory.get(name, _Kept) or _Kept(), _whole(policy, around)
    if known.whole != whole:
        known = _judged(policy, clauses, around, most, judge, known, whole)
        memory.put(name, known)
    return known.relations


def _whole(policy: Sequence[Marked], around: Mapping[bytes, Rows]) -> bytes:
    """Stands for a policy's clauses and those that are close to them, on which its relations depend."""
    # Marks are of one size, and rows too: with their number before them, no two lists are taken for one another.
    parts = ((one.mark, len(rows).to_bytes(4, "big"), rows) for one in policy for rows in (around[one.mark],))
    return blake2b(b"".join(chain.from_iterable(parts)), digest_size=_CHECK).digest()


def _judged(
    policy: Sequence[Marked],
    clauses: Clauses,
    around: Mapping[bytes, Rows],
    most: int,
    judge: Judge,
    before: _Kept,
    whole: bytes,
) -> _Kept:
    """The relations of a policy; those of a clause that still has the same others around it as they were `before`."""
    close_to = {one.mark: dict(unpacked(around[one.mark])) for one in policy}
    nearest = _Nearest(close_to, clauses)
    parts, relations = {}, {}
    for one in policy:
        entries = [(-close, clauses.by_mark[mark].clause.id, mark) for mark, close in close_to[one.mark].items()]
        others = [(mark, -close, nearest.to(one, mark)) for close, _, mark in nsmallest(most, entries)]
        name, part = one.clause.id, _part(one, others)
        if before.parts.get(name) == part:
            found = before.relations.get(name, ())
        else:
            mine, theirs = clauses.known(one.mark), clauses.known
            some = (_related(mine, theirs(mark), close, closest, judge) for mark, close, closest in others)
            found = tuple(related for related in some if related)
        parts[name] = part
        if found:
            relations[name] = found
    return _Kept(whole, parts, relations)


def _part(one: Marked, others: Iterable[_Other]) -> bytes:
    """Stands for a clause and those that it is compared with, on which its relations depend."""
    rows = (mark + _CLOSE.pack(close, closest) for mark, close, closest in others)
    return blake2b(b"".join((one.mark, *rows)), digest_size=_CHECK).digest()


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


def _related(one: Known, other: Known, close: float, closest: float, judge: Judge) -> Related | None:
    if _same_matter(close, closest) or same_text(one, other):
        return judge.same_matter(one, other, close)
    return judge.near(one, other, close) if close >= _NEAR else None


def _same_matter(close: float, closest: float) -> bool:
    share = _AMONG_THE_NEAREST if close >= _VERY_CLOSE else _NEAREST
    return close >= SURE and close >= share * closest
