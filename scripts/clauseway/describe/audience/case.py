"""A clause to be judged, with what every rule may ask of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clauseway.describe.audience.actors import Found, Scene
from clauseway.describe.audience.people import People
from clauseway.describe.audience.voice import voice
from clauseway.describe.findings import ClauseContext, Evidence, Within
from clauseway.describe.reading import Reading
from clauseway.model import Audience

Stated = list[tuple[Found, Evidence]]
"""Who acts or is told something, each with the words that say so."""

STAFF = frozenset({Audience.STAFF})
PARENTS = frozenset({Audience.PARENTS})
PUPILS = frozenset({Audience.PUPILS})
FAMILIES = PARENTS | PUPILS
NOBODY: frozenset[Audience] = frozenset()


class Case(msgspec.Struct, frozen=True, gc=False):
    """A clause to be judged."""

    clause: ClauseContext
    people: People
    reading: Reading
    """Its own words."""
    decided: Evidence
    """The words that decided its duty."""

    def scene(self, reading: Reading) -> Scene:
        """Give what a rule looks at in the clause, its lead-ins or headings."""
        return Scene(reading, self.people.mentions(reading), self.people, lambda w: voice(self.clause, self.people, w))

    @property
    def addressed(self) -> frozenset[Audience]:
        """Whom the policy addresses."""
        return frozenset(self.people.addressees)


def here(found: Sequence[Found], reading: Reading) -> Stated:
    """Give what was found in the clause itself with its words."""
    return [(f, evidence(f, reading, Within.TEXT, 0)) for f in found]


def evidence(found: Found, reading: Reading, within: Within, level: int) -> Evidence:
    """Give the words of what was found in a text."""
    return Evidence(found.rule, *reading.words(found.start, found.end), within, level)
