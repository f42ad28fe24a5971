"""Automatic numbers as office programs print them: 1, a, A, i, I; and numbers as files state them."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

_LARGEST_ROMAN = 3_999
_MOST_REPEATS = 30  # times that a letter is repeated before Word gives up, too
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def printed(value: int, format: str) -> str:
    """Print a number as `decimal`, `lower-letter`, `upper-letter`, `lower-roman` or `upper-roman`.

    Letters are repeated after z (aa, bb), as Word does. Gives an empty string where the format has no such
    number (letters and Roman numerals below 1, Roman numerals above 3,999) or is none of these.
    """
    match format:
        case "decimal":
            return str(value)
        case "lower-letter":
            return repeated(value, ascii_lowercase)
        case "upper-letter":
            return repeated(value, ascii_lowercase).upper()
        case "lower-roman":
            return _roman(value)
        case "upper-roman":
            return _roman(value).upper()
    return ""


def columns(value: int) -> str:
    """Print a number in letters that count on after z as columns of a spreadsheet do (aa, ab); empty below 1."""
    letters = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def whole_number(stated: str, otherwise: int) -> int:
    """Read a number of at most nine digits; `otherwise` stands in for anything else."""
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) <= 9 else otherwise


def repeated(value: int, letters: Sequence[str]) -> str:
    """Print a number in letters that are repeated after the last (aa, bb), as Word does; empty below 1 or far above."""
    times, rest = divmod(value - 1, len(letters))
    return letters[rest] * (times + 1) if value > 0 and times < _MOST_REPEATS else ""


def _roman(value: int) -> str:
    if not 1 <= value <= _LARGEST_ROMAN:
        return ""
    numeral = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        numeral += letters * times
    return numeral
