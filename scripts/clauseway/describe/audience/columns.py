"""Whom the columns of a table name: "By whom", "Who acts", and what staff keep and count."""

from __future__ import annotations

from typing import Any

from clauseway.describe.audience.actors import Found
from clauseway.describe.audience.case import STAFF, Case, Stated
from clauseway.describe.duty.cells import Cell, cells
from clauseway.describe.findings import Evidence
from clauseway.describe.reading import read
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("roles")
_ACTING, _KEEPING = frozenset(_DATA["columns_of_actors"]), frozenset(_DATA["columns_of_the_school"])
_TOLD = frozenset(_DATA["columns_of_the_told"])


def in_a_column(case: Case) -> Stated:
    """Whoever stands in the column of those who act; the staff for what only the school can keep, count or hold."""
    if not case.clause.cells or case.clause.lead_ins or case.decided.rule.startswith("own-"):
        return []
    for cell in cells(case.clause):
        words = {t for t in read(cell.head).tokens if t[0].isalpha()}
        named = _named(case, cell) if words & _ACTING and not words & _TOLD else []
        if named:
            return named
        if words & _KEEPING:
            return [(Found("column", STAFF, 0, 0), cell.evidence("column")[0])]
    return []


def _named(case: Case, cell: Cell) -> Stated:
    """Give the groups that a cell names."""
    reading = read(cell.text)
    found: Stated = []
    for mention in case.people.mentions(reading):
        words, first, last = reading.words(mention.start, mention.end)
        who = Found("column", case.people.audiences(mention.role), mention.start, mention.end)
        found.append((who, Evidence("column", words, first + cell.start, last + cell.start)))
    return found
