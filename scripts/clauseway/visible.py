"""Policy text on a terminal: nothing in it may act on the terminal or hide from the reader."""

from __future__ import annotations

import unicodedata

# Control, format (also right-to-left marks), surrogates, private use, line and paragraph separators.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def visible(text: str) -> str:
    """`text` on one line, with an escape such as `\\x1b` in the place of every character that cannot be seen."""
    if text.isprintable():
        return text
    return "".join(_escaped(letter) if unicodedata.category(letter) in _HIDDEN else letter for letter in text)


def _escaped(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")
