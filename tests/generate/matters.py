"""The matters that made-up schools rule on, read from `matters.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("matters.tsv")


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that schools rule on, each in its own way."""

    kind: str
    """Kind of the policies that mostly speak of it."""
    slug: str
    """Its key in the planted truth."""
    actor: str
    """Who acts: `staff`, `parents`, `pupils` or `governors`."""
    duties: tuple[str, ...]
    """The duties schools give it; a school chooses one and keeps to it."""
    verb: str
    """What is done, in the infinitive."""
    objects: tuple[str, ...]
    """To what: wordings of the same thing."""


@cache
def matters() -> tuple[Matter, ...]:
    """Give all matters in the order of the table."""
    rows = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return tuple(_matter(row) for row in rows)


@cache
def matters_of(kind: str) -> tuple[Matter, ...]:
    """Give the matters of one kind of policy."""
    return tuple(matter for matter in matters() if matter.kind == kind)


@cache
def kinds() -> tuple[str, ...]:
    """Give the kinds of policy that have matters of their own, in the order of the table."""
    return tuple(dict.fromkeys(matter.kind for matter in matters()))


def _matter(row: str) -> Matter:
    kind, slug, actor, duties, verb, objects = row.split("|")
    return Matter(kind, slug, actor, tuple(duties.split(",")), verb, tuple(objects.split(";")))
