"""How the numbers of lists are written."""

from __future__ import annotations

from clauseway.sources.counters import columns, printed

TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
         "disc": "disc", "circle": "circle", "square": "square", "none": "none"}  # fmt: skip
"""Names of styles by the values of the `type` of a list."""
BULLETS = {"disc": "•", "circle": "◦", "square": "▪", "disclosure-open": "▾", "disclosure-closed": "▸"}
"""Bullets by the names of styles."""


def numeral(value: int, style: str) -> str | None:
    """Write a number in a style as style sheets name them; None for a style that is not known.

    What a style has no sign for is written in digits, as browsers do.
    """
    if style == "decimal-leading-zero":
        return f"{value:03d}" if value < 0 else f"{value:02d}"
    if style in ("lower-alpha", "lower-latin"):
        return columns(value) or str(value)
    if style in ("upper-alpha", "upper-latin"):
        return columns(value).upper() or str(value)
    if style in ("decimal", "lower-roman", "upper-roman"):
        return printed(value, style) or str(value)
    return None
