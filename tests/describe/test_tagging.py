"""The findings of a whole policy: one for each clause, and whether the school itself acts."""

from __future__ import annotations

import pytest

from clauseway.describe import find_findings
from clauseway.describe.reading import read
from clauseway.model import Audience, Duty, Piece, Place, Role


def clause(text: str, role: Role = Role.CLAUSE) -> Piece:
    return Piece(role=role, text=text, place=Place(1))


def test_only_clauses_have_findings() -> None:
    found = find_findings([clause("Rules", Role.HEADING), clause("Pupils must walk.")], "Rules", ())
    assert found[0] is None
    assert found[1] is not None
    assert (found[1].audiences, found[1].duty) == ((Audience.PUPILS,), Duty.MUST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will inform parents of every accident.", True),
        ("The school will tell parents the same day.", True),
        ("Parents must tell the school the same day.", False),
        ("Pupils must not run.", False),
    ],
)
def test_the_school_is_told_from_the_reader(text: str, expected: bool) -> None:
    (found,) = find_findings([clause(text)], "Rules", (Audience.PARENTS,))
    assert found is not None
    assert found.by_school is expected


def test_a_clause_of_a_long_document_is_read_once() -> None:
    clauses = [clause(f"Pupils must not run in corridor {number}.") for number in range(3_000)]
    read.cache_clear()
    find_findings(clauses, "Rules", (Audience.PUPILS,))
    assert read.cache_info().misses < len(clauses) + 10
