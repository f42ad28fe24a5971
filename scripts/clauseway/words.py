"""What a word is: the one definition that readers, structure and ledger share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import snowballstemmer

# `\w` knows no combining marks, so a decomposed accent (e + U+0301) would cut a word in two.
# These are the blocks of marks that Latin letters take; Welsh needs the first one.
_MARKS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*")

_STEMMER = snowballstemmer.stemmer("english")


CROSSES: Final = frozenset("✗✘✕✖❌❎☒🚫")
"""List marks that deny what stands behind them: without its cross, `✗ Share your password` were a rule to share it."""


def words(text: str) -> list[str]:
    """Give the words of a text in order: runs of letters, digits and their combining marks, case kept.

    Apostrophes, hyphens, underscores and everything else part words: `don't` is two.
    """
    return _WORD.findall(text)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of an English word in lower case."""
    return str(_STEMMER.stemWord(word))


def has_words(text: str) -> bool:
    """Tell whether there is any word in a text."""
    return _WORD.search(text) is not None


def folded(text: str) -> str:
    """Give a text in small letters with straight apostrophes and single spaces, to compare what a person copied."""
    return " ".join(text.casefold().replace("’", "'").split())
