"""Whom the columns of a table name: "By whom", "Who acts", and what staff keep and count."""

from __future__ import annotations

from typing import Any

from clauseway.describe.audience.actors import Found
from clauseway.describe.audience.case import STAFF, Case, Stated
from clauseway.describe.findings import Evidence
from clauseway.describe.reading import read
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("roles")
_ACTING, _KEEPING = frozenset(_DATA["columns_of_actors"]), frozenset(_DATA["columns_of_the_school"])
_TOLD = frozenset(_DATA["columns_of_the_told"])


def in_a_column(case: Case) -> Stated:
    """Whoever stands in the column of those who act; the staff for what only the school can keep, count or hold."""
    clause = case.clause
    if len(clause.heads) != len(clause.cells) or clause.lead_ins or case.decided.rule.startswith("own-"):
        return []
    if not any(clause.heads):
        return []
    place = 0
    for head, cell in zip(clause.heads, clause.cells, strict=True):
        start = clause.text.find(cell, place) if cell else -1
        if start < 0:
            continue
        place, words = start + len(cell), {t for t in read(head).tokens if t[0].isalpha()}
        named = _named(case, cell, start) if words & _ACTING and not words & _TOLD else []
        if named:
            return named
        if words & _KEEPING:
            return [(Found("column", STAFF, 0, 0), Evidence("column", cell, start, place, note=head))]
    return []


def _named(case: Case, cell: str, start: int) -> Stated:
    """Give the groups that a cell names."""
    reading = read(cell)
    found: Stated = []
    for mention in case.people.mentions(reading):
        words, first, last = reading.words(mention.start, mention.end)
        who = Found("column", case.people.audiences(mention.role), mention.start, mention.end)
        found.append((who, Evidence("column", words, first + start, last + start)))
    return found
