"""How far two clauses are the same text: shared runs of words."""

from __future__ import annotations

import pytest

from clauseway.relate.likeness import shared_wording, stems

WORDS = "Staff must not give pupils their own telephone number or address"


def test_forms_of_a_word_are_one() -> None:
    assert stems("Pupils' PHONES, phoned") == ("pupil", "phone", "phone")


@pytest.mark.parametrize(
    ("other", "share"),
    [
        (WORDS, 1.0),
        (f"At this school {WORDS} to anyone", 1.0),
        ("Parents must sign the form before a visit", 0.0),
        ("Staff must not", 0.0),
    ],
)
def test_shared_wording_is_the_share_of_the_shorter_text(other: str, share: float) -> None:
    assert shared_wording(WORDS, other) == share
