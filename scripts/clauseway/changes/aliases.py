"""Ids that clauses bore in earlier editions, and where they lead today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Ids = Mapping[str, str]
"""Id of a clause in the newer edition by its id in the older, for every clause that surely is in both."""


Step = tuple[frozenset[str], Ids]
"""The ids of an earlier edition, and what became of them in the next newer one."""


def reached(steps: Sequence[Step], today: frozenset[str]) -> tuple[Ids, ...]:
    """For each earlier edition, the latest first: today's id by its own, for clauses that surely are still there."""
    found: list[Ids] = [{one: one for one in today}]
    for _, became in steps:
        found.append({old: found[-1][new] for old, new in became.items() if new in found[-1]})
    return tuple(found[1:])


def aliases(steps: Sequence[Step], today: frozenset[str]) -> dict[str, str]:
    """Today's id by each id of an earlier edition which no clause bears today and whose clause surely is there.

    `steps` gives the earlier editions, the latest first. An id that named several clauses one after the other leads
    to the latest of them, or nowhere if that one is gone.
    """
    found: dict[str, str] = {}
    lost = set[str]()
    for (ids, _), leads in zip(steps, reached(steps, today), strict=True):
        for old in sorted(ids - today - found.keys() - lost):
            if old in leads:
                found[old] = leads[old]
            else:
                lost.add(old)
    return dict(sorted(found.items()))
