"""A quick look whether a text can hold what is sought."""

from __future__ import annotations

from clauseway.describe.sentences import holds_any, shortest


def test_only_what_holds_no_other_word_has_to_be_looked_for() -> None:
    assert shortest({"counts", "count", "means", "mean", "mien"}) == ("mean", "mien", "count")


def test_every_word_holds_one_that_is_left() -> None:
    words = {"refer", "referred", "herein", "hereinafter", "cover"}
    assert all(holds_any(word, shortest(words)) for word in words)
