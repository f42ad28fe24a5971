"""The group that a heading, title or stem is about: "Pupils", "Role of governors", "Advice for parents"."""

from __future__ import annotations

from functools import lru_cache

from clauseway.describe.audience.actors import Found, Scene
from clauseway.describe.audience.heads import heads
from clauseway.describe.audience.people import People
from clauseway.describe.reading import read
from clauseway.describe.reading.grammar import is_gerund

_CASES = frozenset({"if", "when", "whenever", "where", "unless", "until", "whether", "while"})
NO_ACTORS = frozenset({"school", "everyone"})
"""Roles that tell nothing: the school acts everywhere, and "everyone" is whoever the policy addresses."""


@lru_cache(maxsize=1024)  # headings and titles come again with every clause below them
def label_of(text: str, people: People) -> tuple[Found, ...]:
    """Give the group that a heading or title is about."""
    reading = read(text)
    found = labelled(Scene(reading, people.mentions(reading), people, lambda _: frozenset()))
    if found and not _CASES.isdisjoint(reading.tokens[: found[0].start]):
        return ()  # "When a child is absent": the case, and not who acts
    return tuple(found)


def labelled(scene: Scene) -> list[Found]:
    """Give the group that a stem or heading is about: "The headteacher:", "Role of governors", "Advice for parents"."""
    tokens = scene.reading.tokens
    chain = heads(tokens, scene.mentions, 0, len(tokens), loose=True)
    before = tokens[: chain[0].start] if chain else []
    case = next((k for k, t in enumerate(before) if t in _CASES), -1)
    if case > 0 or (case == 0 and all(m.role == "pupils" for m in chain)):
        return []  # "The charge is waived if the parents receive:", "If a pupil is hurt:": somebody else acts
    if before and (is_gerund(before[0]) or any(is_gerund(t) for t in before[-2:])):
        return []  # "Telling parents", "Supporting our pupils": what is done for them, not what they do
    named = [m for m in chain if m.role not in NO_ACTORS]
    return [Found("labelled", scene.people.audiences(m.role), m.start, m.end) for m in named]
