"""The group that a heading, title or stem is about: "Pupils", "Role of governors", "Advice for parents"."""

from __future__ import annotations

from functools import lru_cache

from clauseway.describe.audience.actors import Found, Scene
from clauseway.describe.audience.heads import OF, heads
from clauseway.describe.audience.people import People
from clauseway.describe.reading import read
from clauseway.describe.reading.grammar import is_gerund
from clauseway.describe.reading.mentions import BELONGINGS
from clauseway.model import Audience

_PUPILS = frozenset({Audience.PUPILS})
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
    named = [m for m in chain if m.role not in NO_ACTORS and not _owns(tokens, m.end)]
    found = [Found("labelled", scene.people.audiences(m.role), m.start, m.end) for m in named]
    known = scene.people.addressees  # nobody's yet while the policy's own readers are sought
    if known and found and all(f.audiences == _PUPILS for f in found) and _PUPILS.isdisjoint(known):
        return []  # "Children who need more" in a policy for grown-ups: whom it is about
    return found


def _owns(tokens: list[str], place: int) -> bool:
    """Tell "the child's needs, including:" from "Pupils' responsibilities" and "Parents' conduct"."""
    if tokens[place : place + 1] not in (["'s"], ["'"]) or place + 1 >= len(tokens):
        return False
    thing = tokens[place + 1]
    return thing[0].isalpha() and thing not in BELONGINGS and thing not in OF
