"""Numbers in letters and Roman numerals."""

from __future__ import annotations

import pytest

from clauseway.sources.counters import columns, printed, whole_number


@pytest.mark.parametrize(
    ("value", "format", "expected"),
    [
        (0, "decimal", "0"),
        (-3, "decimal", "-3"),
        (12, "decimal", "12"),
        (1, "lower-letter", "a"),
        (26, "upper-letter", "Z"),
        (27, "lower-letter", "aa"),
        (54, "lower-letter", "bbb"),
        (0, "lower-letter", ""),
        (10**9, "lower-letter", ""),
        (4, "lower-roman", "iv"),
        (1994, "upper-roman", "MCMXCIV"),
        (3999, "upper-roman", "MMMCMXCIX"),
        (4000, "upper-roman", ""),
        (0, "lower-roman", ""),
        (1, "chicago", ""),
    ],
)
def test_printed(value: int, format: str, expected: str) -> None:
    assert printed(value, format) == expected


@pytest.mark.parametrize(("value", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (703, "aaa"), (0, "")])
def test_columns(value: int, expected: str) -> None:
    assert columns(value) == expected


@pytest.mark.parametrize(
    ("stated", "expected"), [("7", 7), ("007", 7), ("", -1), ("-3", -1), ("²", -1), ("٣", -1), ("9" * 5000, -1)]
)
def test_whole_number(stated: str, expected: int) -> None:
    assert whole_number(stated, -1) == expected
