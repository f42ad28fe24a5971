"""Numbers that are left out or printed twice, and rows that only look as if they were."""

from __future__ import annotations

import pytest

from clauseway.checks.numbering import check_numbering
from clauseway.structure import structure
from tests.checks.test_ledger import source_of


def told(text: str) -> list[tuple[str, int | None, str]]:
    """Codes, lines and the first words of what is told of a document."""
    (draft,) = structure(source_of(text))
    problems = check_numbering(draft.pieces, "a/b.txt")
    return [(problem.code, problem.line, problem.message.partition(":")[0].partition(" (")[0]) for problem in problems]


def document(*numbers: str, heading: str = "2 Phones") -> str:
    """A policy with a clause for each number from line 5 on, every second line."""
    clauses = "\n\n".join(
        f"{number} Staff must keep rule {'abcdefghij'[n]} in mind." for n, number in enumerate(numbers)
    )
    return f"Phones Policy\n\n{heading}\n\n{clauses}\n"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("2.1", "2.2", "2.3", "2.5"), [("number-missing", 11, "After 2.3 comes 2.5")]),
        (("2.1", "2.2", "2.5", "2.6"), [("number-missing", 9, "After 2.2 comes 2.5")]),
        (("2.1", "2.3", "2.4"), [("number-missing", 7, "After 2.1 comes 2.3")]),
        (("2.1", "2.2", "2.2", "2.3"), [("number-twice", 9, "The number 2.2 is printed twice")]),
        (("2.1", "2.1"), [("number-twice", 7, "The number 2.1 is printed twice")]),
        (("2.1", "2.2", "2.3"), []),
        (("2.1", "2.3"), []),
        (("2.1", "2.2", "2.7", "2.8"), []),
        (("2.1", "2.2", "2.3", "2.1", "2.2"), []),
        (("2.1", "2.3", "2.5", "2.7"), []),
    ],
)
def test_only_what_is_certain_is_told(numbers: tuple[str, ...], expected: list[tuple[str, int, str]]) -> None:
    assert told(document(*numbers)) == expected


def test_a_number_that_stands_in_the_middle_of_a_text_is_there() -> None:
    text = document("2.1", "2.2", "2.4", "2.5").replace("rule b in mind.", "rule b in mind. 2.3 They say why.")
    assert told(text) == []


def test_a_number_that_is_only_referred_to_is_still_missing() -> None:
    text = document("2.1", "2.2", "2.4", "2.5").replace("rule b in mind.", "rule b in mind, as 2.3 says.")
    assert [code for code, _, _ in told(text)] == ["number-missing"]


def test_headings_count_with_each_other() -> None:
    heads = "\n\n".join(f"{n}. Part {n}\n\nStaff must read this with care." for n in (1, 2, 3, 5))
    assert [code for code, _, _ in told(f"Phones Policy\n\n{heads}\n")] == ["number-missing"]


def test_lists_that_start_anew_are_well() -> None:
    lists = "\n\n".join(f"Staff must, on day {day}:\n\n1. come\n2. stay\n3. go" for day in "abc")
    assert told(f"Phones Policy\n\n1 Days\n\n{lists}\n") == []
