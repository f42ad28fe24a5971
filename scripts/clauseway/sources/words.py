"""The words of a decoded file with their lines: the side of the ledger that knows nothing of blocks."""

from __future__ import annotations

from clauseway.words import words


def numbered_words(text: str) -> tuple[tuple[str, int], ...]:
    r"""Give every word of a text with its 1-based line; only `\n` ends a line."""
    return tuple([(word, number) for number, line in enumerate(text.split("\n"), 1) for word in words(line)])
