"""In whose mouth or ear words are: every phrase of the word list is found, though most texts are passed over."""

from __future__ import annotations

import pytest

from clauseway.describe.audience.mouth import mouth
from clauseway.model import Audience
from clauseway.vocabulary import load

PHRASES = [(words, Audience(who)) for who, phrases in load("roles")["own_words"].items() for words in phrases]


@pytest.mark.parametrize(("words", "who"), PHRASES)
def test_a_phrase_of_the_word_list_tells(words: str, who: Audience) -> None:
    assert mouth(f"It concerns {words}.") is who


def test_the_young_tell_nothing() -> None:
    assert mouth("The young grow up.") is None
