"""Text made visible."""

from __future__ import annotations

import pytest

from clauseway.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text” ŵ 学校 🙂", "plain – “text” ŵ 学校 🙂"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("a\u202eb\u200bc", "a\\u202eb\\u200bc"),
        ("one\ntwo\r\tthree", "one\\ntwo\\r\\tthree"),
        ("\x9b2J\x07\x00", "\\x9b2J\\x07\\x00"),
        ("\udc80", "\\udc80"),
        ("soft\xadhyphen no\u00a0break", "soft\\xadhyphen no\u00a0break"),
    ],
    ids=["plain", "escape", "direction", "lines", "C1 and NUL", "surrogate", "soft hyphen"],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
