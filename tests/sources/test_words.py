from __future__ import annotations

import pytest

from clauseway.sources.words import numbered_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", (), id="empty"),
        pytest.param("a b\n\nc", (("a", 1), ("b", 1), ("c", 3)), id="lines from 1"),
        pytest.param("a\fb\u2028c", (("a", 1), ("b", 1), ("c", 1)), id="only a line feed ends a line"),
    ],
)
def test_numbered_words(text: str, expected: tuple[tuple[str, int], ...]) -> None:
    assert numbered_words(text) == expected


@pytest.mark.parametrize(
    ("text", "count", "last"),
    [
        pytest.param("word " * 200_000, 200_000, ("word", 1), id="one line of 1 MB"),
        pytest.param("a word\n" * 100_000, 200_000, ("word", 100_000), id="100,000 lines"),
    ],
)
def test_large_texts(text: str, count: int, last: tuple[str, int]) -> None:
    found = numbered_words(text)
    assert len(found) == count
    assert found[-1] == last
