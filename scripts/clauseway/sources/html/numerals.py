"""How the numbers of lists are written."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST_ROMAN = 3999
TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
         "disc": "disc", "circle": "circle", "square": "square", "none": "none"}  # fmt: skip
"""Names of styles by the values of the `type` of a list."""
BULLETS = {"disc": "•", "circle": "◦", "square": "▪", "disclosure-open": "▾", "disclosure-closed": "▸"}
"""Bullets by the names of styles."""


def numeral(value: int, style: str) -> str | None:
    """Write a number in a style as style sheets name them; None for a style that is not known."""
    if style == "decimal":
        return str(value)
    if style == "decimal-leading-zero":
        return f"{value:03d}" if value < 0 else f"{value:02d}"
    if style in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin"):
        text = _letters(value) if value > 0 else str(value)
    elif style in ("lower-roman", "upper-roman"):
        text = _roman(value) if 0 < value <= _LARGEST_ROMAN else str(value)
    else:
        return None
    return text.upper() if style.startswith("upper") else text


def _letters(value: int) -> str:
    text = ""
    while value:
        value, digit = divmod(value - 1, 26)
        text = chr(ord("a") + digit) + text
    return text


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        text += letters * count
    return text
