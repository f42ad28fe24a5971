from __future__ import annotations

import pytest

from clauseway.words import has_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("Staff must not", ["Staff", "must", "not"], id="case is kept"),
        pytest.param("2.1.4 (a)", ["2", "1", "4", "a"], id="numbers part at stops"),
        pytest.param("don't well-being", ["don", "t", "well", "being"], id="apostrophe and hyphen part"),
        pytest.param("head_teacher ____", ["head", "teacher"], id="underscores part"),
        pytest.param("rhieni’r ysgol tŷ", ["rhieni", "r", "ysgol", "tŷ"], id="Welsh"),
        pytest.param("cafe\u0301s y\u0302", ["cafe\u0301s", "y\u0302"], id="combining marks belong to the letter"),
        pytest.param("\u0301 a", ["a"], id="a mark alone is no word"),
        pytest.param("safe\u200bguard", ["safe", "guard"], id="zero-width space parts"),
        pytest.param("١٢ 校规", ["١٢", "校规"], id="other scripts"),
        pytest.param("a\ufffdb £5", ["a", "b", "5"], id="signs part"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert has_words(text) is bool(expected)
