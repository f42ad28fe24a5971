from __future__ import annotations

import pytest

from clauseway.sources.docx.number_formats import write_number
from clauseway.sources.symbols import bullet, symbol


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("decimal", {0: "0", 1: "1", 120: "120", -1: None}),
        ("decimalZero", {1: "01", 10: "10", 100: "100"}),
        ("lowerLetter", {0: None, 1: "a", 26: "z", 27: "aa", 52: "zz", 53: "aaa", 781: None}),
        ("upperLetter", {2: "B", 28: "BB"}),
        ("lowerRoman", {0: None, 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 1999: "mcmxcix", 4000: None}),
        ("upperRoman", {3: "III"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 112: "112th"}),
        ("cardinalText", {1: "One", 13: "Thirteen", 20: "Twenty", 21: "Twenty-one", 105: "One hundred five"}),
        ("ordinalText", {1: "First", 2: "Second", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first", 100: "One hundredth"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedFullstop", {3: "3."}),
        ("none", {3: ""}),
        ("thaiLetters", {1: None}),
    ],
)  # fmt: skip
def test_numbers(style: str, expected: dict[int, str | None]) -> None:
    assert {count: write_number(count, style) for count in expected} == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("01, 02, 03, ...", "07"), ("0001, 0002, ...", "0007"), ("1, 3, 5", "7"), ("A1, A2", None), ("", None)],
)
def test_custom_numbers(pattern: str, expected: str | None) -> None:
    assert write_number(7, "custom", pattern) == expected


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("·", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "▪"),
        ("§", "Wingdings", "▪"),
        ("Ø", "Wingdings", "➢"),
        ("\uf099", "Wingdings 3", "•"),
        ("\uf0b7", "", "•"),
        ("o", "Courier New", "o"),
        ("–", "Arial", "–"),
        ("", "Symbol", ""),
    ],
)
def test_bullets(text: str, font: str, expected: str) -> None:
    assert bullet(text, font) == expected


@pytest.mark.parametrize(
    ("code", "font", "expected"),
    [
        ("F0FE", "Wingdings", "☑"),
        ("F061", "Symbol", "α"),
        ("2022", "Arial", "•"),
        ("D800", "Arial", ""),
        ("FFFFFFFF", None, ""),
        (None, None, ""),
        ("x", "Symbol", ""),
    ],
)
def test_symbols(code: str | None, font: str | None, expected: str) -> None:
    assert symbol(code, font) == expected
