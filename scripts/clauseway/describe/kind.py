"""What a policy is about, from the words of its title, else of its headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from clauseway.describe.policy_roles import audiences_of, role_words
from clauseway.model import Audience, Kind
from clauseway.vocabulary import load

_CONDUCT_OF = {
    frozenset({Audience.PARENTS}): Kind.PARENT_CONDUCT,
    frozenset({Audience.STAFF}): Kind.STAFF_CONDUCT,
    frozenset({Audience.PUPILS}): Kind.BEHAVIOUR,
}
# Words for the conduct of whoever is named beside them; alone it is that of staff.
_CONDUCT = re.compile(r"\bconduct\b", re.IGNORECASE)


def kind_of(title: str, headings: Iterable[str]) -> Kind:
    """The kind that the title names, else the one most headings name, else `other`.

    A code of conduct is that of the group its title names; a title that names nothing but parents or staff
    speaks of their conduct.
    """
    kind, of_one = _named(title), _conduct_of(title)
    if kind is Kind.STAFF_CONDUCT and _CONDUCT.search(title):
        return of_one or kind
    if kind:
        return kind
    if of_one in (Kind.PARENT_CONDUCT, Kind.STAFF_CONDUCT):
        return of_one
    counts = Counter(kind for heading in headings if (kind := _named(heading)))
    return max(counts, key=lambda kind: counts[kind]) if counts else Kind.OTHER


def _conduct_of(title: str) -> Kind | None:
    """The kind of a policy about the conduct of the one group that a title names."""
    return _CONDUCT_OF.get(frozenset[Audience]().union(*(audiences_of(match) for match in role_words(title))))


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
