"""Which terms a clause and what governs it mention, and how near to the clause's own words."""

from __future__ import annotations

from collections.abc import Iterator

from clauseway.describe.findings import ClauseContext
from clauseway.vocabulary.terms import mentioned

# How much a mention counts by where it stands: the nearer to the rule, the more it is about it.
OWN, STEM, HEADING, ABOVE, TITLE = 1.0, 0.95, 0.7, 0.5, 0.4


def mentions(clause: ClauseContext) -> dict[str, float]:
    """The terms that are mentioned, each with the weight of the nearest place."""
    found: dict[str, float] = {}
    for text, weight in _places(clause):
        for term in mentioned(text):
            if weight > found.get(term, 0.0):
                found[term] = weight
    return found


def _places(clause: ClauseContext) -> Iterator[tuple[str, float]]:
    yield clause.text, OWN
    yield from ((stem, STEM) for stem in clause.lead_ins)
    for depth, heading in enumerate(reversed(clause.section_path)):
        yield heading, HEADING if depth == 0 else ABOVE
    yield clause.title, TITLE
