"""What is known of references that went out of date: which words, since when, and what stands in their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from clauseway.model import Certainty, Nation
from clauseway.vocabulary import load


class Fact(msgspec.Struct, frozen=True, gc=False):
    """One thing that went out of date."""

    name: str
    """Its name."""
    of: tuple[str, ...]
    """Slugs of the entries of the register that it is about."""
    now: str
    """What stands in their place."""
    source: str
    """What bears it out."""
    since: str = ""
    """Since when, ISO 8601 at the precision known; empty where it is not."""
    certainty: Certainty = Certainty.HIGH
    """How sure it is."""
    pending: bool = False
    """Whether it is announced and not yet in force."""
    announced: str = ""
    """Of what is pending: when it was announced."""
    before: int | None = None
    """It is true only of editions before this year."""
    part: str = ""
    """It is true only of this part (`annex a`, `section 33`)."""
    annual: str = ""
    """The day of each year (`09-01`) from which a new edition is in force, of what comes every year."""
    known: int = 0
    """The last edition that is sure, of what comes every year."""
    nations: tuple[Nation, ...] = ()
    """The nations whose schools it concerns; empty: all."""
    elsewhere: bool = False
    """Whether the words are right in another nation."""


@cache
def facts() -> tuple[Fact, ...]:
    """All facts in the order of the list."""
    return tuple(_fact(data) for data in load("stale")["facts"])


@cache
def facts_of() -> Mapping[str, tuple[Fact, ...]]:
    """The facts about each entry of the register, by its slug."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts():
        for slug in fact.of:
            found[slug].append(fact)
    return {slug: tuple(some) for slug, some in found.items()}


def _fact(data: Mapping[str, Any]) -> Fact:
    given = {key: value for key, value in data.items() if key != "fact"}
    return msgspec.convert({**given, "name": data["fact"]}, Fact)
