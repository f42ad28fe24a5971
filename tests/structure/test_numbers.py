"""Every form of number that policies print, what is none, and how marks nest."""

from __future__ import annotations

import pytest

from clauseway.structure.numbers import Number, Shape, confirm, nest, read_number, readings, stated_number

READ = [
    ("1.1 Staff must", "1.1", "Staff must"),
    ("1.1.1 Staff must", "1.1.1", "Staff must"),
    ("2.3.10 Employees", "2.3.10", "Employees"),
    ("1.0 INTRODUCTION", "1.0", "INTRODUCTION"),
    ("4.2. Parents", "4.2", "Parents"),
    ("4.2: Parents", "4.2", "Parents"),
    ("3.1Aims", "3.1", "Aims"),
    ("1. Aims", "1", "Aims"),
    ("1) Aims", "1)", "Aims"),
    ("(1) Aims", "(1)", "Aims"),
    ("a) ring", "a)", "ring"),
    ("(a) ring", "(a)", "ring"),
    ("a. ring", "a", "ring"),
    ("A. Ring", "A", "Ring"),
    ("(iv) ring", "(iv)", "ring"),
    ("iv. ring", "iv", "ring"),
    ("iii) ring", "iii)", "ring"),
    ("II. Ring", "II", "Ring"),
    ("Ch. Pryderon", "Ch", "Pryderon"),
    ("Section 2: Safety", "Section 2", "Safety"),
    ("SECTION 1", "SECTION 1", ""),
    ("Section 3 : Links", "Section 3", "Links"),
    ("Article 3 – Duties", "Article 3", "Duties"),
    ("Appendix A Forms", "Appendix A", "Forms"),
    ("Appendix iii: Forms", "Appendix iii", "Forms"),
    ("Annex B", "Annex B", ""),
    ("Stage 1: Talk to the teacher", "Stage 1", "Talk to the teacher"),
    ("A1 Staff must", "A1", "Staff must"),
    ("B1.2 Staff must", "B1.2", "Staff must"),
    ("A.1 Staff must", "A.1", "Staff must"),
    ("101 Staff must", "101", "Staff must"),
    ("1 Introduction", "1", "Introduction"),
]


@pytest.mark.parametrize(("text", "printed", "rest"), READ, ids=[row[0] for row in READ])
def test_number_is_read_as_printed(text: str, printed: str, rest: str) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.printed, number.rest) == (printed, rest)


NO_NUMBER = [
    "2019 was a good year",
    "1.5 metres must be kept",
    "2.5 hours a week",
    "Section 2 of the Education Act applies to us.",
    "Part of the day",
    "Staff must",
    "e.g. phones",
    "P7 pupils may leave",
    "S1 pupils may leave",
    "10.30 am is break",
    "(see below) staff",
    "",
]


@pytest.mark.parametrize("text", NO_NUMBER)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


CONFIRMED = [
    (["A4 paper is kept", "B5 envelopes are kept"], [None, None]),
    (["A1 Staff", "A2 Parents"], ["A1", "A2"]),
    (["30 Hours is the offer", "Anything"], [None, None]),
    (["1 Introduction", "2 Purpose"], ["1", "2"]),
    (["100 Access", "101 Staff", "102 Staff"], ["100", "101", "102"]),
]


@pytest.mark.parametrize(("texts", "printed"), CONFIRMED, ids=[row[0][0] for row in CONFIRMED])
def test_likely_numbers_need_a_sequence(texts: list[str], printed: list[str | None]) -> None:
    confirmed = confirm([read_number(text) for text in texts])
    assert [n.printed if n else None for n in confirmed] == printed


def number(mark: str) -> Number:
    found = read_number(f"{mark} X")
    assert found is not None
    return found


READINGS = [
    ("i)", {("x) roman", 1), ("x) alpha", 9)}),
    ("v)", {("x) roman", 5), ("x) alpha", 22)}),
    ("x)", {("x) roman", 10), ("x) alpha", 24)}),
    ("b)", {("x) alpha", 2)}),
    ("iv)", {("x) roman", 4)}),
    ("(ix)", {("(x) roman", 9)}),
    ("3.", {("x. digit", 3)}),
    ("ch.", {("x. alpha", 4)}),
]


@pytest.mark.parametrize(("mark", "expected"), READINGS, ids=[row[0] for row in READINGS])
def test_all_readings_of_a_mark(mark: str, expected: set[tuple[str, int]]) -> None:
    assert {(r.style, r.value) for r in readings(number(mark))} == expected


# Marks in order, and every acceptable nesting of them.
NESTED = [
    ("a) b) c)", ["000"]),
    ("a) i) ii) b)", ["0110"]),
    ("g) h) i) j)", ["0000"]),
    ("g) h) i) ii)", ["0011"]),
    ("a) b) (i) (ii) c)", ["00110"]),
    ("1. a) (i) (ii) b) 2.", ["012210"]),
    ("1. 2. 4.", ["000"]),
    ("h) i)", ["00", "01"]),
    ("1. 2. 1. 2.", ["0000"]),
    ("u) v) w)", ["000"]),
    ("iv) v) vi)", ["000"]),
    ("a) b) a) b)", ["0000"]),
    ("(a) (b) (i) (ii) (iii) (c)", ["001110"]),
    ("1. a. b. 2. a. b.", ["011011"]),
]


@pytest.mark.parametrize(("marks", "acceptable"), NESTED, ids=[row[0] for row in NESTED])
def test_marks_nest_by_context(marks: str, acceptable: list[str]) -> None:
    assert "".join(map(str, nest([number(mark) for mark in marks.split()]))) in acceptable


STATED = [
    ("2.1", "Staff must", "2.1", Shape.DECIMAL, ("2", "1")),
    ("1.", "metres apart", "1", Shape.SINGLE, ("1",)),
    ("3", "days notice", "3", Shape.BARE, ("3",)),
    ("1.5", "metres apart", "1.5", Shape.DECIMAL, ("1", "5")),
    ("(aa)", "ring", "(aa)", Shape.SINGLE, ("aa",)),
    ("A", "Ring", "A", Shape.SINGLE, ("a",)),
    ("1(a)", "ring", "1(a)", Shape.DECIMAL, ("1", "a")),
    (
        "Article 1",
        "no pupil may be sent home without a call to the parent first.",
        "Article 1",
        Shape.WORDED,
        ("article", "1"),
    ),
    ("Article 1.2", "Aims", "Article 1.2", Shape.WORDED, ("article", "1", "2")),
    ("2019", "was a year", "2019", Shape.BARE, ("2019",)),
]


@pytest.mark.parametrize(("marker", "text", "printed", "shape", "parts"), STATED, ids=[row[0] for row in STATED])
def test_a_number_that_the_format_states_is_always_one(
    marker: str, text: str, printed: str, shape: Shape, parts: tuple[str, ...]
) -> None:
    number = stated_number(marker, text)
    assert (number.printed, number.shape, number.parts, number.rest) == (printed, shape, parts, text)
    assert confirm([number]) == [number]


def test_marks_past_z_go_on() -> None:
    marks = [stated_number(mark, "ring") for mark in ("y)", "z)", "aa)", "bb)", "i)", "ii)")]
    assert nest(marks[:4]) == (0, 0, 0, 0)
    assert nest([stated_number("one", "ring"), stated_number("two", "ring")]) == (0, 0)
