"""The clauses that may be related, each by a mark that stands for all that relations are found from."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from itertools import groupby

import msgspec

from clauseway.relate.clauses import Clause
from clauseway.relate.closeness import Known, known

SIZE = 12
"""Bytes of a mark."""
_LONGEST = 5_000
"""Characters of a clause that is compared: what goes on longer is no rule, and is costly to compare."""
_CANDIDATES = 2
"""Matters that a clause is like by which it finds others, beside those that it rules on."""


class Marked(msgspec.Struct, frozen=True, gc=False):
    """A clause under its mark, with the names that it is grouped by."""

    mark: bytes
    """Stands for the clause with all that is found about it: another mark, other relations."""
    clause: Clause
    policy: str
    """`<school>/<policy>`."""
    school: str
    """Slug of its school."""
    matters: tuple[str, ...]
    """The matters within which it looks for others."""


class Clauses:
    """Clauses by their marks; what one is compared by is worked out when it is first asked for."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        """Take up those that have a matter or come near to one, without those that are too long to be a rule."""
        wanted = (one for one in clauses if (one.matters or one.near) and len(one.words) <= _LONGEST)
        self.all = [Marked(_mark(one), one, one.policy, one.school, _matters(one)) for one in wanted]
        self.by_mark = {one.mark: one for one in self.all}
        by_id = sorted(self.all, key=lambda one: one.clause.id)
        self.by_policy = {policy: list(some) for policy, some in groupby(by_id, key=lambda one: one.policy)}
        by_school = sorted(self.all, key=lambda one: one.school)
        self.by_school = {school: list(some) for school, some in groupby(by_school, key=lambda one: one.school)}
        self._known: dict[bytes, Known] = {}

    def known(self, mark: bytes) -> Known:
        """What the clause of a mark is compared by."""
        found = self._known.get(mark)
        if found is None:
            found = self._known[mark] = known(self.by_mark[mark].clause)
        return found


_encode = msgspec.msgpack.Encoder().encode


def _mark(clause: Clause) -> bytes:
    audiences = sorted(clause.audiences), sorted(clause.addressees)  # a set has another order in every process
    fields = (clause.id, clause.words, clause.duty, audiences, clause.matters, clause.kind, clause.stems)
    return blake2b(_encode((*fields, clause.heading, clause.title, clause.near)), digest_size=SIZE).digest()


def _matters(clause: Clause) -> tuple[str, ...]:
    near = [fit.slug for fit in clause.near[:_CANDIDATES]]
    return tuple(dict.fromkeys([*[fit.slug for fit in clause.matters], *near]))
