"""The phrases by which people ask for a matter, or for what no policy settles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from clauseway.vocabulary import load
from clauseway.vocabulary.catalogue import Matter

# What one mention counts, by where it stands.
_TITLE, _EXAMPLE, _ASKED = 1.5, 0.5, 1.0


def phrases(matter: Matter) -> Iterator[tuple[str, float]]:
    """By what people ask for a matter, with what one mention counts: its title, everyday words, and examples."""
    yield matter.title, _TITLE
    yield from ((phrase, _ASKED) for phrase in (*matter.asked, *typed().get(matter.slug, ())))
    yield from ((example, _EXAMPLE) for example in matter.examples)


@cache
def typed() -> dict[str, tuple[str, ...]]:
    """What people type who look for a matter, by its slug, beside what the catalogue says."""
    folder = files("clauseway.vocabulary") / "search" / "asked"
    names = sorted(entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml"))
    lists = (entry for name in names for entry in load(f"search/asked/{name}").items())
    return {slug: _parted(phrases) for slug, phrases in lists}


class Elsewhere(msgspec.Struct, frozen=True):
    """What people ask a school that its policies rarely settle."""

    title: str
    """In plain words."""
    where: str
    """Where it usually stands: said of “this”."""
    named: tuple[str, ...]
    """What the title of a policy or a heading has that treats it all the same."""
    asked: tuple[str, ...]
    """What people type who look for it."""


@cache
def elsewhere() -> tuple[Elsewhere, ...]:
    """All that is known to stand elsewhere, in the order of the list."""
    listed = load("search/elsewhere")
    return tuple(
        Elsewhere(entry["title"], listed["places"][entry["where"]], _parted(entry["named"]), _parted(entry["asked"]))
        for entry in listed["subjects"].values()
    )


def elsewhere_phrases(subject: Elsewhere) -> Iterator[tuple[str, float]]:
    """By what people ask for such a subject, with what one mention counts."""
    yield subject.title, _TITLE
    yield from ((phrase, _ASKED) for phrase in subject.asked)


def _parted(phrases: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in phrases.split(";"))
