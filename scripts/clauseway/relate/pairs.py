"""Pairs of clauses of different policies that are close. What was found before is not sought again.

Cost is held down by looking within matters only, at a few clauses of each school, and at a bounded number of
schools for each clause. What a clause is compared with therefore depends, in each matter and school, on those few; they
are kept with what was found, and where they are others, the clause is compared with those of that school anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from operator import itemgetter
from struct import Struct

import msgspec

from clauseway.memory import Memory
from clauseway.relate.closeness import SURE, closeness, shared_matter
from clauseway.relate.crew import Crew, Work
from clauseway.relate.field import Field
from clauseway.relate.marked import SIZE, Clauses, Marked

_EACH = 2
"""Clauses of one school that a clause is related to."""
_ROW = Struct(f">{SIZE}sH")
_HALVES = Struct(f">{SIZE}s2s")


Rows = bytes | bytearray
"""Clauses with how close they are, packed (see `unpacked`): there may be millions."""


class _Found(msgspec.Struct, frozen=True):
    """What was found for the clauses of one school."""

    considered: dict[str, bytes]
    """What they were compared with: by matter and school, the marks of the clauses."""
    rows: dict[bytes, bytes]
    """By the mark of a clause, those of other policies that are close to it."""


class _Task(msgspec.Struct, frozen=True):
    """The clauses of a school, to be compared with others."""

    school: str
    clauses: int
    """How many of them are new."""
    before: dict[bytes, bytes]
    """What was found for the others."""
    changed: dict[str, set[str]]
    """By matter, the schools in which other clauses are considered than before."""


def pairs(crew: Crew, memory: Memory) -> dict[bytes, bytes]:
    """For each clause, by its mark, the closest of each school; a pair may stand with one of the two alone."""
    clauses, field = crew.work.clauses, crew.work.field
    keys = {school: f"pairs {field.bounds} {school}".encode() for school in clauses.by_school}
    before = {school: memory.get(key, _Found) or _Found({}, {}) for school, key in keys.items()}
    tasks = []
    for school, some in clauses.by_school.items():
        known = before[school]
        new = sum(one.mark not in known.rows for one in some)
        tasks.append(_Task(school, new, known.rows, _changed(known.considered, field.considered(school))))
    found: dict[bytes, bytes] = {}
    for task, rows in zip(tasks, crew.do(_rows_of_school, tasks), strict=True):
        now = _Found(field.considered(task.school), rows)
        if now != before[task.school]:
            memory.put(keys[task.school], now)
        found |= rows
    return found


def _rows_of_school(work: Work, task: _Task) -> dict[bytes, bytes]:
    seeking = _Seeking(work.clauses, work.field, work.common)
    some = work.clauses.by_school[task.school]
    return {one.mark: seeking.rows(one, task.before.get(one.mark), task.changed) for one in some}


def unpacked(rows: Rows) -> Iterator[tuple[bytes, float]]:
    """The marks of clauses, each with its closeness."""
    return ((mark, close / 1000) for mark, close in _ROW.iter_unpack(rows))


def both_ways(found: Mapping[bytes, bytes]) -> dict[bytes, bytearray]:
    """The same, each pair with both of its clauses; some twice."""
    around: dict[bytes, bytearray] = {mark: bytearray(rows) for mark, rows in found.items()}
    for mark, rows in found.items():
        for other, close in _HALVES.iter_unpack(rows):
            around[other] += mark + close
    return around


def _changed(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> dict[str, set[str]]:
    """By matter, the schools in which other clauses are considered than before."""
    changed: dict[str, set[str]] = defaultdict(set)
    for place in before.keys() | now.keys():
        if before.get(place) != now.get(place):
            matter, _, school = place.partition(" ")
            changed[matter].add(school)
    return changed


class _Seeking:
    """Compares clauses with those that are considered in each matter and school."""

    def __init__(self, clauses: Clauses, field: Field, common: Container[str]) -> None:
        self._clauses, self._field, self._common = clauses, field, common

    def rows(self, one: Marked, before: bytes | None, changed: Mapping[str, set[str]]) -> bytes:
        """The clauses that are close to one; those of schools where nothing has changed as they were `before`."""
        if before is None:
            return b"".join(self._sought(one, None))
        again = set().union(*(changed[matter] for matter in one.matters if matter in changed))
        if not again:
            return before
        kept = (row for row in _rows(before) if self._stays(row, again))
        return b"".join(sorted((*kept, *self._sought(one, again))))

    def _stays(self, row: bytes, again: Container[str]) -> bool:
        other = self._clauses.by_mark.get(row[:SIZE])
        return other is not None and other.school not in again

    def _sought(self, one: Marked, schools: Container[str] | None) -> list[bytes]:
        """Those of some schools, or of all (None)."""
        met: dict[bytes, Marked] = {}
        for matter in one.matters:
            for school in self._field.circle(matter, one.school):
                if schools is None or school in schools:
                    met.update(self._field.best(matter, school))
        return sorted(self._closest(one, met.values()))

    def _closest(self, one: Marked, others: Iterable[Marked]) -> Iterator[bytes]:
        """The closest of each school among some."""
        mine, known = self._clauses.known(one.mark), self._clauses.known
        scored = [
            (-close, other.clause.id, other)
            for other in others
            if other.policy != one.policy and (close := closeness(mine, known(other.mark))) >= SURE
        ]
        having: dict[str, int] = defaultdict(int)
        for close, _, other in sorted(scored, key=itemgetter(0, 1)):
            having[other.school] += 1
            if having[other.school] <= _EACH and not self._only_of_a_kind(one, other):
                yield _ROW.pack(other.mark, round(-close * 1000))

    def _only_of_a_kind(self, a: Marked, b: Marked) -> bool:
        known = self._clauses.known
        return a.clause.kind is not b.clause.kind and shared_matter(known(a.mark), known(b.mark)) in self._common


def _rows(rows: bytes) -> Iterator[bytes]:
    return (rows[start : start + _ROW.size] for start in range(0, len(rows), _ROW.size))
