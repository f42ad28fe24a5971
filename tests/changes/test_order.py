"""What stays in order, and what does not."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from clauseway.changes.order import best_in_order, gaps, in_order


@pytest.mark.parametrize(
    ("pairs", "kept"),
    [
        ({}, {}),
        ({0: 0, 1: 1}, {0: 0, 1: 1}),
        ({0: 2, 1: 0, 2: 1}, {1: 0, 2: 1}),
        ({0: 5, 3: 6, 4: 0}, {0: 5, 3: 6}),
    ],
)
def test_the_largest_part_in_order_is_kept(pairs: dict[int, int], kept: dict[int, int]) -> None:
    assert in_order(pairs) == kept


def test_what_weighs_more_stays() -> None:
    assert in_order({0: 1, 1: 0}, lambda old: 3 if old == 1 else 2) == {1: 0}
    assert in_order({0: 1, 1: 0}, lambda old: 3 if old == 0 else 2) == {0: 1}


def test_no_larger_part_is_in_order() -> None:
    chance = random.Random(3)
    for _ in range(60):
        places = list(range(7))
        chance.shuffle(places)
        pairs = dict(enumerate(places))
        kept = in_order(pairs)
        assert list(kept.values()) == sorted(kept.values())
        larger = combinations(pairs.items(), len(kept) + 1)
        assert not any([new for _, new in some] == sorted(new for _, new in some) for some in larger)


def test_gaps_lie_between_pairs_that_keep_the_order() -> None:
    assert list(gaps({0: 0, 2: 9, 3: 2, 4: 3}, 6, 11)) == [([1], [1]), ([5], [4, 5, 6, 7, 8, 10])]
    assert list(gaps({}, 2, 1)) == [([0, 1], [0])]
    assert list(gaps({}, 2, 2, apart=(frozenset({0}), frozenset({1})))) == [([1], [0])]


def test_pairs_of_likeness_never_cross() -> None:
    assert best_in_order([[0.9, 0.0], [0.95, 0.8]]) == [(0, 0), (1, 1)]
    assert best_in_order([[0.0, 0.9], [0.8, 0.0]]) == [(0, 1)]
    assert best_in_order([[0.0]]) == []
