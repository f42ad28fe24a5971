"""Characters that nobody sees and that part no words, though they stand within them."""

from __future__ import annotations

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
"""A table for `str.translate` that takes them out: soft hyphens (where a word may be broken at the end of a line),
joiners, spaces without width, marks of the direction of writing."""


def without_invisible(text: str) -> str:
    """Give a text without them."""
    return text if text.isascii() else text.translate(INVISIBLE)
