"""Words that the end of a line cut in two: made one, or kept apart by the hyphen that is theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from clauseway.vocabulary import load

_LEFT = re.compile(r"([^\W\d_]+)-$")
_RIGHT = re.compile(r"([a-zà-öø-ÿŵŷ][^\W\d_]*)")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
# What words end in that no word is itself: the rest of a word that somebody parted by hand.
_REST = re.compile(
    r"[a-z]{0,4}(?:tion|sion|ment|ness|ance|ence|ible|ity|ture|ally|ously|ative)s?|[dglnpt]?ing|ed|ers?|ly|ies|al|ous"
)
_OFTEN = 0.025  # share of lines that end in a hyphen where a program hyphenates


@lru_cache(maxsize=1)
def _prefixes() -> frozenset[str]:
    return frozenset(load("hyphens")["prefixes"])


class Usage(msgspec.Struct, frozen=True):
    """How a document writes its words, wherever no line ends."""

    words: Counter[str]
    """Plain words in lower case, with how often."""
    hyphenated: Counter[str]
    """Words with hyphens in lower case, with how often."""
    hyphenates: bool
    """Whether many lines end in a hyphen, as where a program parts words itself."""


def usage(lines: Sequence[str]) -> Usage:
    """How a document writes its words, from its lines; the halves at line ends count for nothing."""
    words: Counter[str] = Counter()
    hyphenated: Counter[str] = Counter()
    ends = 0
    cut = False
    for line in lines:
        parts = line.lower().split()
        if cut:
            parts = parts[1:]
        cut = bool(parts) and _LEFT.search(parts[-1]) is not None
        if cut:
            ends += 1
            parts = parts[:-1]
        text = " ".join(parts)
        for match in _HYPHENATED.finditer(text):
            hyphenated[match[0]] += 1
        words.update(re.findall(r"[^\W\d_]+", text))
    return Usage(words, hyphenated, ends >= 3 and ends > _OFTEN * len(lines))


def glue(left: str, right: str, known: Usage) -> str:
    """How a line goes on in the next: `""` for one word without its hyphen, `"-"` with it, `" "` for two words.

    `left` is the text up to the line's end, `right` what the next line begins with.
    """
    end = left.rsplit(None, 1)[-1] if left.split() else ""
    if not end.endswith("-") or len(end) < 2 or not right or not right[0].isalnum():
        return " "
    first, second = _LEFT.search(end), _RIGHT.match(right)
    if first is None or second is None or set(end) & set("@/\\:."):
        return "-"
    return "" if _is_one_word(first[1].lower(), second[1].lower(), end.count("-") > 1, known) else "-"


def _is_one_word(left: str, right: str, compound: bool, known: Usage) -> bool:
    joined, kept = known.words[left + right], known.hyphenated[f"{left}-{right}"]
    if joined or kept:
        return joined > kept
    if left in _prefixes() or compound:
        return False
    if known.words[left] and known.words[right]:
        return False
    return known.hyphenates or _REST.fullmatch(right) is not None
