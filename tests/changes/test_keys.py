"""When two texts say the same words."""

from __future__ import annotations

import pytest

from clauseway.changes.keys import full_number, key, plain_number, without_number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("e-mail", "email"),
        ("Pupils MUST go.", "pupils must go"),
        ("co­operate", "cooperate"),
        ("ﬁre", "fire"),
        ("don’t", "don't"),
        ("8.30", "8:30"),
        ("naïve", "nai\u0308ve"),
    ],
)
def test_what_a_converter_changes_makes_no_difference(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.5", "15"), ("5%", "5"), ("£5", "$5"), ("may", "may not"), ("10 11", "1011"), ("", "a")],
)
def test_what_a_reader_would_notice_does(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(("one", "other"), [("2.1.", "2.1"), ("(a)", "a)"), ("Section 2", "section 2"), ("[iv]", "iv")])
def test_one_number_in_two_dresses(one: str, other: str) -> None:
    assert plain_number(one) == plain_number(other)


@pytest.mark.parametrize(
    ("number", "path", "expected"),
    [
        ("", ("2",), ""),
        ("2.1.5", ("2", "2.1.5"), "2.1.5"),
        ("(a)", ("2.1", "(a)"), "2.1 (a)"),
        ("(a)", (), "(a)"),
        ("Section 2", ("Section 2",), "Section 2"),
    ],
)
def test_a_number_that_says_only_its_place_is_told_with_those_it_stands_in(
    number: str, path: tuple[str, ...], expected: str
) -> None:
    assert full_number(number, path) == expected


@pytest.mark.parametrize(
    ("heading", "number", "expected"),
    [
        ("2. Rules", "2.", "Rules"),
        ("2 Rules", "", "Rules"),
        ("Rules", "", "Rules"),
        ("2", "2", "2"),
        ("(a) Rules", "(a)", "Rules"),
    ],
)
def test_the_words_of_a_heading(heading: str, number: str, expected: str) -> None:
    assert without_number(heading, number) == expected
