"""What a text is about: telling words, concepts, and how alike two texts are."""

from __future__ import annotations

import pytest

from clauseway.vocabulary.wording import cosine, features, vector

SMOKING = "Pupils must not smoke on the train"


def alike(a: str, b: str) -> float:
    return cosine(vector([(a, 1.0)]), vector([(b, 1.0)]))


def test_common_words_tell_nothing_and_forms_are_one() -> None:
    assert {"smoke", "train"} <= set(features("They should have been smoking on the traines"))
    assert features("It must not be as it was") == ()


def test_words_that_mean_the_same_share_a_concept() -> None:
    assert any(one.startswith("@") for one in set(features("a handset")) & set(features("mobiles")))
    assert alike("Handsets are banned", "No mobiles here") > 0.0


def test_a_text_is_like_itself_and_in_both_directions_alike() -> None:
    assert alike(SMOKING, SMOKING) == pytest.approx(1.0)
    assert alike(SMOKING, "Nobody smokes") == alike("Nobody smokes", SMOKING)


def test_rare_words_tell_more_than_those_of_many_sayings() -> None:
    assert alike(SMOKING, "smoke") > alike(SMOKING, "pupils") > 0.0


def test_what_stands_further_off_counts_less() -> None:
    near, far = vector([("smoke", 1.0), ("train", 1.0)]), vector([("smoke", 0.3), ("train", 1.0)])
    assert cosine(far, vector([("smoke", 1.0)])) < cosine(near, vector([("smoke", 1.0)]))


def test_nothing_is_like_an_empty_text() -> None:
    assert alike("", SMOKING) == 0.0
