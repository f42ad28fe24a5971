"""Which clauses are looked at for a clause: those of its matters, a few each of a bounded number of schools."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest

import msgspec

from clauseway.relate.closeness import fits, like
from clauseway.relate.marked import Clauses, Marked


class Bounds(msgspec.Struct, frozen=True):
    """How much is looked at, so that the cost grows with the clauses whatever the number of schools."""

    considered: int
    """Clauses of one school that are considered within a matter: those that fit it best."""
    schools: int
    """Other schools that are considered for a clause within a matter."""
    most: int
    """Relations that a clause has at most."""


class Field:
    """The clauses that are considered in each matter and school."""

    def __init__(self, clauses: Clauses, bounds: Bounds) -> None:
        self.bounds = bounds
        self._best = _best_of_each(clauses, bounds.considered)
        self._schools = {matter: sorted(by_school) for matter, by_school in self._best.items()}
        self._circles: dict[tuple[str, str], Sequence[str]] = {}
        self._marks = {
            (matter, school): b"".join(some)
            for matter, by_school in self._best.items()
            for school, some in by_school.items()
        }

    def best(self, matter: str, school: str) -> Mapping[bytes, Marked]:
        """Those of a school that fit a matter best, by their marks."""
        return self._best[matter][school]

    def circle(self, matter: str, school: str) -> Sequence[str]:
        """The schools that a school is compared with within a matter.

        The next ones in a circle: every school is met by as many, and none by all. Its own is among them: its other
        policies may rule on the same.
        """
        if (matter, school) not in self._circles:
            schools = self._schools.get(matter, ())
            place = bisect_left(schools, school)
            steps = range(min(len(schools), self.bounds.schools + 1))
            self._circles[matter, school] = [schools[(place + step) % len(schools)] for step in steps]
        return self._circles[matter, school]

    def marks(self, matter: str, school: str) -> bytes:
        """The marks of all that a clause of a school is compared with within a matter."""
        return b"".join(self._marks[matter, other] for other in self.circle(matter, school))

    def considered(self, school: str) -> dict[str, bytes]:
        """By matter and school, the marks of all clauses that those of `school` are compared with in their matters."""
        return {
            f"{matter} {other}": self._marks[matter, other]
            for matter, by_school in self._best.items()
            if school in by_school
            for other in self.circle(matter, school)
        }


_BySchool = dict[str, dict[bytes, Marked]]
_Fit = tuple[float, Marked]
"""How well a clause fits a matter, below zero, so that the best sorts first."""


def _best_of_each(clauses: Clauses, most: int) -> dict[str, _BySchool]:
    """The clauses of each matter, by school: those that fit it best."""
    found: dict[str, dict[str, list[_Fit]]] = defaultdict(lambda: defaultdict(list))
    for one in clauses.all:
        sure = fits(one.clause)
        for matter in one.matters:
            found[matter][one.school].append((-sure.get(matter, 0.0), one))
    return {
        matter: {school: _best(some, matter, most) for school, some in by_school.items()}
        for matter, by_school in found.items()
    }


def _best(some: Sequence[_Fit], matter: str, most: int) -> dict[bytes, Marked]:
    """Those that fit a matter best; of those that fit it as well, those that are more like it."""
    last = max(nsmallest(most, (fit for fit, _ in some)))
    alike = ((fit, -like(one.clause).get(matter, 0.0), one.clause.id, one) for fit, one in some if fit <= last)
    return {one.mark: one for *_, one in nsmallest(most, alike, key=lambda entry: entry[:3])}
