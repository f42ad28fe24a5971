"""Sentences of a paragraph, and a quick look whether it can hold what is sought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from clauseway.vocabulary import load

_BREAK = re.compile(r"(?<=[.!?])(?P<close>[\"'’”)]*)\s+(?=[\"'‘“(*]?[A-Z])")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|rev|st|no|vs|approx|c\.? ?of\.? ?e)\.$", re.IGNORECASE)

_ABBREVIATION = 12
# How much of a sentence is searched for what a pronoun behind it means.
_LOOK_BACK = 500


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences in order; a stop behind a common abbreviation ends none."""
    if ". " not in text and "? " not in text and "! " not in text and '."' not in text and ".)" not in text:
        return (text,)
    found, start = [], 0
    for gap in _BREAK.finditer(text):
        if not _ABBREVIATED.search(text[max(start, gap.start() - _ABBREVIATION) : gap.start()]):
            found.append(text[start : gap.end("close")].strip())
            start = gap.end()
    return (*found, text[start:].strip())


@cache
def _policy() -> re.Pattern[str]:
    nouns = "|".join(load("scope")["nouns"])
    return re.compile(rf"\b(?:(?:this|these|our)(?:\s+[\w’'-]+){{0,4}}?|the)\s+(?:{nouns})\b", re.IGNORECASE)


@cache
def _other_policy() -> re.Pattern[str]:
    nouns = "|".join(noun.capitalize() for noun in load("scope")["nouns"])
    return re.compile(rf"\b[A-Z][\w’'-]+\s+(?:{nouns})\b")


def begins_with_it(sentence: str) -> bool:
    """Whether a sentence begins with the pronoun."""
    return sentence[:3].lower() == "it "


def with_it(sentences: Iterable[str], before: str = "") -> Iterator[tuple[str, bool]]:
    """Each sentence with whether it begins with an `it` that means this policy; `before` is the text before them."""
    previous, meant = before[-_LOOK_BACK:], False
    for sentence in sentences:
        meant = begins_with_it(sentence) and (meant or _names_policy(previous))
        yield sentence, meant
        previous = sentence[-_LOOK_BACK:]


def _names_policy(sentence: str) -> bool:
    """Whether a sentence speaks of this policy and names no other behind it."""
    found = _policy().search(sentence)
    return found is not None and not _other_policy().search(sentence, found.end())


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Give those of `words` that hold no other of them: a text with any of the words holds one of these."""
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not holds_any(word, kept):
            kept.append(word)
    return tuple(kept)


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of `words` stands in `text`; a plain loop, as this is asked of every clause several times."""
    for word in words:  # noqa: SIM110 - any() with a generator takes twice as long
        if word in text:
            return True
    return False
