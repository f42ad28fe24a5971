"""How alike words are: by stems, weighed by rarity, and by shared runs."""

from __future__ import annotations

import pytest

from clauseway.relate.likeness import likeness, rarity, shared_wording, stems, vector

TEXTS = [
    "Pupils must not use phones",
    "A pupil may use a phone",
    "Parents must park outside",
    "Staff must wear a badge",
]
WORDS = "Staff must not give pupils their own telephone number or address"


def alike(a: str, b: str) -> float:
    weights = rarity(map(stems, TEXTS))
    return likeness(vector(stems(a), weights), vector(stems(b), weights))


def test_forms_of_a_word_are_one() -> None:
    assert stems("Pupils' PHONES, phoned") == ("pupil", "phone", "phone")


def test_a_text_is_like_itself_and_in_both_directions_alike() -> None:
    assert alike(TEXTS[0], TEXTS[0]) == pytest.approx(1.0)
    assert alike(TEXTS[0], TEXTS[1]) == pytest.approx(alike(TEXTS[1], TEXTS[0]))


def test_rare_words_tell_more_than_common_ones() -> None:
    assert alike(TEXTS[0], TEXTS[1]) > alike(TEXTS[0], TEXTS[3]) > 0


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
