"""Words for groups of people, as far as the policy as a whole needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clauseway.model import Audience
from clauseway.vocabulary import load

_COMMUNITY = frozenset({Audience.STAFF, Audience.PARENTS, Audience.PUPILS})
_ADULTS = frozenset({Audience.STAFF, Audience.GOVERNORS})


def role_words(text: str) -> tuple[re.Match[str], ...]:
    """The words of `text` that name a group of people, in order."""
    return tuple(role_pattern().finditer(text))


def audiences_of(match: re.Match[str]) -> frozenset[Audience]:
    """Whom a word found by `role_words` names."""
    return _groups()[_singular(match[0])]


def addressed(text: str) -> frozenset[Audience]:
    """Those whom `text` names without only speaking of them: not the pupils in `photographs of pupils`."""
    found: set[Audience] = set()
    for match in role_pattern().finditer(text):
        before = text[: match.start()].split()
        word = before[-1].lower() if before else ""
        if word in ("all", "any", "the", "our", "other", "their") and len(before) > 1:
            word = before[-2].lower()
        if word not in _spoken_of():
            found |= audiences_of(match)
    return frozenset(found)


@cache
def role_pattern() -> re.Pattern[str]:
    """One pattern of all words for groups, the longest first."""
    words = sorted(_groups(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(_with_endings, words))})\b", re.IGNORECASE)


def role_beginnings() -> tuple[str, ...]:
    """All words for groups, in lower case and without endings."""
    return tuple(_groups())


def _with_endings(word: str) -> str:
    return re.escape(word) + r"(?:\(s\)|['’]?s['’]?)?"


def _singular(word: str) -> str:
    low = re.sub(r"\(s\)|['’]", "", word.lower())
    groups = _groups()
    return low if low in groups else low.removesuffix("s")


@cache
def _groups() -> dict[str, frozenset[Audience]]:
    return dict(_all_groups())


def _all_groups() -> Iterator[tuple[str, frozenset[Audience]]]:
    data = load("audiences")
    for audience, words in data["roles"].items():
        yield from ((word, frozenset({Audience(audience)})) for word in words)
    yield from ((word, _ADULTS) for word in data["adults"])
    yield from ((word, _COMMUNITY) for word in data["everyone"])


@cache
def _spoken_of() -> frozenset[str]:
    return frozenset(load("audiences")["spoken_of"])
