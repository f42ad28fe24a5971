"""Review cycles in words."""

from __future__ import annotations

import pytest

from clauseway.describe.cycle import review_cycle


@pytest.mark.parametrize(
    ("words", "duration"),
    [
        ("annually", "P1Y"),
        ("Annual", "P1Y"),
        ("every year", "P1Y"),
        ("12 months", "P1Y"),
        ("yearly", "P1Y"),
        ("every 3 years", "P3Y"),
        ("every three (3) years", "P3Y"),
        ("3 yearly", "P3Y"),
        ("three-yearly", "P3Y"),
        ("every 4 years", "P4Y"),
        ("every two years", "P2Y"),
        ("every other year", "P2Y"),
        ("biennially (every two years)", "P2Y"),
        ("biennially", "P2Y"),
        ("Bi-Annually (every two years)", "P2Y"),
        ("every 18 months", "P18M"),
        ("24 months", "P2Y"),
        ("twice a year", "P6M"),
        ("six-monthly", "P6M"),
        ("termly", "P4M"),
        ("bob blwyddyn", "P1Y"),
        ("bob dwy flynedd", "P2Y"),
        ("bob tair blynedd", "P3Y"),
        ("when changes occur", ""),
        ("the Principal is free to determine", ""),
        ("", ""),
    ],
)
def test_cycles(words: str, duration: str) -> None:
    assert review_cycle(words)[0] == duration


@pytest.mark.parametrize("words", ["Bi-Annually", "bi-annual", "biannually"])
def test_twice_a_year_or_every_two_years_is_unclear(words: str) -> None:
    assert review_cycle(words) == ("", words)


def test_a_term_is_a_sixth_of_a_six_term_year() -> None:
    assert review_cycle("every term", 6) == ("P2M", "every term")
