"""Names of bodies that approve policies, and words that only a sentence has."""

from __future__ import annotations

import re
from functools import cache

from clauseway.vocabulary import load

_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_LONGEST = 8

BODY = rf"(?:{'|'.join(map(re.escape, sorted(load('metadata')['bodies'], key=len, reverse=True)))})"
"""A pattern of all words for bodies, the longest first, in lower case."""


def is_body(text: str) -> bool:
    """Whether the words are the name of a body that approves policies, with few words about it."""
    words = [word.strip(".") for word in _WORD.findall(text)]
    return 0 < len(words) <= _LONGEST and body_in(" ".join(words)) != "" and not is_sentence(text)


def body_in(text: str) -> str:
    """The first name of a body in `text`, as printed; empty where there is none."""
    found = _bodies().search(text)
    return found[0] if found else ""


def is_sentence(text: str) -> bool:
    """Whether a word stands in the text that only a sentence has."""
    return any(word in _sentence_words() for word in _WORD.findall(text))


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"\b{BODY}\b", re.IGNORECASE)


@cache
def _sentence_words() -> frozenset[str]:
    words: list[str] = load("metadata")["sentence_words"]
    # In capitals `MAY` is the month more often than the verb.
    return frozenset(words) | frozenset(word.upper() for word in words if word not in ("may", "is", "do"))
