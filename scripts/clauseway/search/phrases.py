"""The phrases by which people ask for a matter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

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
    return {slug: tuple(phrase.strip() for phrase in phrases.split(";")) for slug, phrases in lists}
