"""Words for groups of people, as far as the policy as a whole needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from clauseway.model import Audience
from clauseway.vocabulary import load

_COMMUNITY = frozenset({Audience.STAFF, Audience.PARENTS, Audience.PUPILS})
_DETERMINERS = frozenset({"all", "any", "the", "our", "other", "their", "every", "each"})
_IS_FOR = frozenset(
    {
        "is",
        "are",
        "applies",
        "apply",
        "intended",
        "written",
        "meant",
        "designed",
        "mainly",
        "primarily",
        "also",
        "both",
        "not",
    }
)
_ADULTS = frozenset({Audience.STAFF, Audience.GOVERNORS})
_RELATIVE = re.compile(
    r"\b(?:who|whom|whose|that|which|when|where|whenever|wherever|if|unless|while|because|whether or not)\b",
    re.IGNORECASE,
)


def role_words(text: str) -> tuple[re.Match[str], ...]:
    """The words of `text` that name a group of people, in order."""
    return tuple(role_pattern().finditer(text))


def audiences_of(match: re.Match[str]) -> frozenset[Audience]:
    """Whom a word found by `role_words` names."""
    return named_by(match[0])


@lru_cache(maxsize=1024)
def named_by(word: str) -> frozenset[Audience]:
    """Whom a word for a group names."""
    return _groups()[_singular(word)]


def addressed(text: str) -> frozenset[Audience]:
    """Those whom `text` names without only speaking of them: not the pupils in `photographs of pupils`."""
    found: set[Audience] = set()
    for_them = False
    told = tuple(_told(text))
    for match in role_pattern().finditer(text):
        before = text[: match.start()].lower().split()
        while len(before) > 1 and before[-1] in _DETERMINERS:
            before.pop()
        word = before[-1] if before else ""
        if any(begin <= match.start() < end for begin, end in told):
            continue
        if word == "for":
            for_them = _is_done_for(before[:-1], for_them)
        if word not in _spoken_of() and not (word == "for" and for_them):
            found |= audiences_of(match)
    return frozenset(found)


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Where clauses stand that only tell something of those addressed: `everybody who collects a child`."""
    ends = [0, *(found.start() for found in _goes_on().finditer(text)), len(text)]
    for begin, end in pairwise(ends):
        if found := _RELATIVE.search(text, begin, end):
            yield found.start(), end


@cache
def _goes_on() -> re.Pattern[str]:
    """Where the list of those addressed goes on, and what is told of one of them ends."""
    determined = r"(?:(?:also|to|for|all|any|every|their|our|the|other)\s+)"
    return re.compile(
        rf"[;:.]|,\s*(?:(?:and|or)\s+)?{determined}*(?={role_pattern().pattern})"
        rf"|,?\s*\b(?:and|or)\s+{determined}+",
        re.IGNORECASE,
    )


def _is_done_for(before: Sequence[str], already: bool) -> bool:
    """Whether `for` tells for whom something is done (`charges for pupils`) and not for whom the policy is."""
    if not before:
        return False
    if before[-1] in ("and", "or"):
        return already
    return before[-1] not in _IS_FOR and not before[-1].endswith((",", ":", ";"))


@cache
def role_pattern() -> re.Pattern[str]:
    """One pattern of all words for groups, the longest first."""
    words = sorted(_groups(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(_with_endings, words))})\b", re.IGNORECASE)


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
