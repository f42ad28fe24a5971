"""What a policy is about, from the words of its title, else of its headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from clauseway.model import Kind
from clauseway.vocabulary import load


def kind_of(title: str, headings: Iterable[str]) -> Kind:
    """The kind that the title names, else the one most headings name, else `other`."""
    if kind := _named(title):
        return kind
    counts = Counter(kind for heading in headings if (kind := _named(heading)))
    return max(counts, key=lambda kind: counts[kind]) if counts else Kind.OTHER


def _named(words: str) -> Kind | None:
    return next((kind for kind, pattern in _patterns() if pattern.search(words)), None)


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    kinds: dict[str, list[str]] = load("kinds")["kinds"]
    return tuple((Kind(kind), _pattern(words)) for kind, words in kinds.items())


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Matches a word at its start; a short word must match whole, so that `sun` is not in `Sunday`."""
    parts = (re.escape(word) + (r"(?:s|es)?\b" if len(word) < 6 else "") for word in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)
