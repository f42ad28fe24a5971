"""The closest clause elsewhere for each clause that nothing was found to rule on the same as.

Patterns miss matters, most of all in the words of schools that nobody wrote them from. So a clause that stands alone is
looked at once more, less strictly. What was found before, for the same clauses among the same others, is not sought
again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from hashlib import blake2b
from heapq import nsmallest
from itertools import chain, groupby

import msgspec

from clauseway.memory import Memory
from clauseway.relate.clauses import Clause
from clauseway.relate.closeness import lenient_closeness
from clauseway.relate.crew import Crew, Work
from clauseway.relate.field import Field
from clauseway.relate.marked import Clauses, Marked

_ENOUGH = 0.36
"""Closeness from which the closest clause may rule on the same."""
_AHEAD = 0.08
"""How much closer it is than the next, where the two surely rule on no matter together."""
_LOOKED_AT = 5
"""Matters that a clause is like within which others are looked for."""


class Closest(msgspec.Struct, frozen=True):
    """A clause that is alone, and the closest to it."""

    alone: bytes
    """The mark of the one."""
    other: bytes
    """The mark of the other."""
    close: float
    """How close they are."""


class _Kept(msgspec.Struct, frozen=True):
    """What was found for the clauses of one policy."""

    parts: dict[bytes, bytes] = {}
    """By the mark of each, what stands for all that its closest depends on."""
    closest: dict[bytes, Closest] = {}
    """By the mark, where there is one."""


class _Task(msgspec.Struct, frozen=True):
    """Clauses of a policy for which the closest is sought."""

    policy: str
    school: str
    clauses: int
    marks: tuple[bytes, ...]


def closest_elsewhere(alone: Iterable[Marked], crew: Crew, memory: Memory) -> Iterator[Closest]:
    """For each clause that is alone, the clause of another school that is clearly the closest, if one is.

    What every policy has is told apart by finer matters than the likeness of words can.
    """
    field, common = crew.work.field, crew.work.common
    wanted = (one for one in alone if _first_matter(one.clause) not in common)
    kept: dict[str, _Kept] = {}
    tasks = []
    for policy, some in groupby(sorted(wanted, key=lambda one: one.clause.id), key=lambda one: one.policy):
        parts = {one.mark: _part(one, field) for one in some}
        before = memory.get(_name(policy, field), _Kept) or _Kept()
        kept[policy] = before
        if before.parts != parts:
            known = {mark: one for mark, one in before.closest.items() if before.parts[mark] == parts.get(mark)}
            kept[policy] = _Kept(parts, known)
            new = tuple(mark for mark, part in parts.items() if before.parts.get(mark) != part)
            tasks.append(_Task(policy, policy.partition("/")[0], len(new), new))
    for task, found in zip(tasks, crew.do(_sought, tasks), strict=True):
        parts, closest = kept[task.policy].parts, kept[task.policy].closest | found
        kept[task.policy] = _Kept(parts, {mark: closest[mark] for mark in parts if mark in closest})
        memory.put(_name(task.policy, field), kept[task.policy])
    return chain.from_iterable(one.closest.values() for one in kept.values())


def _name(policy: str, field: Field) -> bytes:
    return f"alone {field.bounds} {policy}".encode()


def _sought(work: Work, task: _Task) -> dict[bytes, Closest]:
    clauses = work.clauses
    found = (_closest(clauses.by_mark[mark], clauses, work.field, work.common) for mark in task.marks)
    return {one.alone: one for one in found if one}


def _part(one: Marked, field: Field) -> bytes:
    """Stands for a clause and those that are looked at for it, on which its closest depends."""
    made = blake2b(digest_size=16)
    for part in (one.mark, *(field.marks(matter, one.school) for matter in _matters(one.clause))):
        made.update(len(part).to_bytes(4, "big"))
        made.update(part)
    return made.digest()


def _closest(one: Marked, clauses: Clauses, field: Field, common: Container[str]) -> Closest | None:
    others = {other.clause.id: other for other in _others(one, field) if _first_matter(other.clause) not in common}
    mine = clauses.known(one.mark)
    ranked = nsmallest(
        2, ((-lenient_closeness(mine, clauses.known(other.mark)), name) for name, other in others.items())
    )
    close, next_close = (-ranked[place][0] if place < len(ranked) else 0.0 for place in (0, 1))
    if close < _ENOUGH:
        return None
    closest = clauses.known(others[ranked[0][1]].mark)
    together = not mine.fits.keys().isdisjoint(closest.fits)
    clear = together or close - next_close >= _AHEAD
    return Closest(one.mark, others[ranked[0][1]].mark, close) if clear else None


def _first_matter(clause: Clause) -> str:
    """The matter that it surely rules on, or else is likest to."""
    return (clause.matters or clause.near)[0].slug


def _matters(clause: Clause) -> Iterable[str]:
    """The matters within which others are looked for."""
    return dict.fromkeys(fit.slug for fit in (*clause.matters, *clause.near[:_LOOKED_AT]))


def _others(one: Marked, field: Field) -> Iterator[Marked]:
    for matter in _matters(one.clause):
        for school in field.circle(matter, one.school):
            if school != one.school:
                yield from field.best(matter, school).values()
