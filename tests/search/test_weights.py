"""What the words of a text tell about it, and how that is written down."""

from __future__ import annotations

from clauseway.search.weights import MOST, postings, told, weights
from clauseway.search.words import family


def test_a_word_of_the_text_tells_more_than_one_of_its_heading() -> None:
    found = weights([("Phones are kept in lockers.", 1.0), ("Valuables", 0.4)])
    assert found[family("lockers")] > found[family("valuables")] >= 1


def test_a_word_said_again_tells_a_little_more() -> None:
    once, often = weights([("phone", 1.0)]), weights([("phone phone phone phone", 1.0)])
    assert once["phone"] < often["phone"] <= MOST


def test_a_long_text_has_words_by_chance() -> None:
    assert (
        weights([("A phone.", 1.0)])["phone"]
        > weights([("A phone. " + "Many other words stand here. " * 20, 1.0)])["phone"]
    )


def test_words_of_no_matter_are_left_out() -> None:
    assert "the" not in weights([("the phone", 1.0)])


def test_hyphenated_words_are_found_in_parts_and_whole() -> None:
    found = weights([("cyber-bullying", 1.0)])
    assert {family("cyber"), family("bullying"), family("cyberbullying")} <= set(found)


def test_postings_hold_distances_and_weights() -> None:
    assert postings([{"a": 3}, {"b": 1}, {"a": 15, "b": 2}]) == {"a": "c2o", "b": "2ab"}


def test_what_more_phrases_have_tells_more() -> None:
    found = told([("late for school", 1.0), ("late", 1.0), ("gates", 0.5)])
    assert found["late"] > found[family("school")] > found[family("gates")]
    assert "for" not in found
