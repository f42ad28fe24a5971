"""Which clauses of other policies rule on the same matter as a clause, best first, and in what they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from heapq import nsmallest
from itertools import chain
from struct import Struct

import msgspec

from clauseway.memory import NO_MEMORY, Memory
from clauseway.model import Related, Relation
from clauseway.relate.alone import closest_elsewhere
from clauseway.relate.clauses import Clause
from clauseway.relate.closeness import SURE, Known
from clauseway.relate.crew import Crew, Work
from clauseway.relate.field import Bounds
from clauseway.relate.judging import Judge, same_text
from clauseway.relate.marked import Clauses, Marked
from clauseway.relate.pairs import Rows, both_ways, pairs, unpacked

_NEAR = 0.46
"""Closeness from which a clause is something to see also, where the other does not rule on the same."""
_NEAREST = 0.85
"""How close two clauses are that rule on the same, as a share of the closest that either has in the other's policy."""
_VERY_CLOSE, _AMONG_THE_NEAREST = 0.483, 0.45
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
    jobs: int = 1,
) -> Relations:
    """The relations of each clause, by its id; clauses without any are left out.

    `titles` are those of the matters, by slug; `common` are matters that every policy has, whatever it is about (its
    aims, its review), and that say the same only in policies of one kind; `on_whom` are those about which people
    something is for. Where a clause has another, that has it, as far as each has room. What `memory` knows is not
    worked out again; what is said of the matters is taken to be as it was, since it comes with the program. Where there
    is much to do, up to `jobs` processes do it.
    """
    bounds = _AMONG_FEW if len({clause.policy for clause in clauses}) <= _FEW_POLICIES else _AMONG_MANY
    with Crew(Work(clauses, titles, common, on_whom, bounds), jobs) as crew:
        return _relations(crew, memory)


def _relations(crew: Crew, memory: Memory) -> Relations:
    marked, judge, most = crew.work.clauses, crew.work.judge, crew.work.field.bounds.most
    found = _of_policies(crew, both_ways(pairs(crew, memory)), memory)
    alone = [
        one for one in marked.all if all(other.relation is Relation.TOPIC for other in found.get(one.clause.id, ()))
    ]
    for closest in closest_elsewhere(alone, crew, memory):
        one, other = marked.known(closest.alone), marked.known(closest.other)
        _put_first(found, one, judge.same_matter(one, other, closest.close), most)
        _put_last(found, other, judge.same_matter(other, one, closest.close), most)
    return dict(sorted(found.items()))


def _put_first(found: Relations, one: Known, new: Related, most: int) -> None:
    """Put what rules on the same before all that is only something to see also."""
    others = (other for other in found.get(one.clause.id, ()) if other.clause != new.clause)
    found[one.clause.id] = (new, *others)[:most]


def _put_last(found: Relations, one: Known, new: Related, most: int) -> None:
    """Add what another clause is closest to, in the place of what was only something to see also, if there is room."""
    others = tuple(other for other in found.get(one.clause.id, ()) if other.clause != new.clause)
    found[one.clause.id] = (*others, new)[:most]


class _Task(msgspec.Struct, frozen=True):
    """The clauses of a policy, to be judged with those that are close to them."""

    policy: str
    school: str
    clauses: int
    around: dict[bytes, Rows]
    before: _Kept
    whole: bytes


def _of_policies(crew: Crew, around: Mapping[bytes, Rows], memory: Memory) -> Relations:
    """The relations of the clauses of all policies."""
    most, found, tasks = crew.work.field.bounds.most, {}, []
    for policy, some in crew.work.clauses.by_policy.items():
        known, whole = memory.get(_name(policy, most), _Kept) or _Kept(), _whole(some, around)
        found[policy] = known
        if known.whole != whole:
            close = {one.mark: around[one.mark] for one in some}
            tasks.append(_Task(policy, some[0].school, len(some), close, known, whole))
    for task, kept in zip(tasks, crew.do(_judged, tasks), strict=True):
        memory.put(_name(task.policy, most), kept)
        found[task.policy] = kept
    return dict(chain.from_iterable(kept.relations.items() for kept in found.values()))


def _name(policy: str, most: int) -> bytes:
    return f"relations {most} {policy}".encode()


def _whole(policy: Sequence[Marked], around: Mapping[bytes, Rows]) -> bytes:
    """Stands for a policy's clauses and those that are close to them, on which its relations depend."""
    # Marks are of one size, and rows too: with their number before them, no two lists are taken for one another.
    parts = ((one.mark, len(rows).to_bytes(4, "big"), rows) for one in policy for rows in (around[one.mark],))
    return blake2b(b"".join(chain.from_iterable(parts)), digest_size=_CHECK).digest()


def _judged(work: Work, task: _Task) -> _Kept:
    """The relations of a policy; those of a clause that still has the same others around it are as they were before."""
    clauses, before, most = work.clauses, task.before, work.field.bounds.most
    close_to = {mark: dict(unpacked(rows)) for mark, rows in task.around.items()}
    nearest = _Nearest(close_to, clauses)
    parts, relations = {}, {}
    for one in clauses.by_policy[task.policy]:
        entries = [(-close, clauses.by_mark[mark].clause.id, mark) for mark, close in close_to[one.mark].items()]
        others = [(mark, -close, nearest.to(one, mark)) for close, _, mark in nsmallest(most, entries)]
        name, part = one.clause.id, _part(one, others)
        same = before.parts.get(name) == part
        found = before.relations.get(name, ()) if same else tuple(_related_to(one, others, work))
        parts[name] = part
        if found:
            relations[name] = found
    return _Kept(task.whole, parts, relations)


def _related_to(one: Marked, others: Iterable[_Other], work: Work) -> Iterator[Related]:
    mine, known = work.clauses.known(one.mark), work.clauses.known
    for mark, close, closest in others:
        if related := _related(mine, known(mark), close, closest, work.judge):
            yield related


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
