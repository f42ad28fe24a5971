"""Whom the lead-ins of a clause name."""

from __future__ import annotations

from functools import lru_cache

from clauseway.describe.audience.actors import SELF_KEPT, Found, Scene, actors, practitioners
from clauseway.describe.audience.case import NOBODY, STAFF, Case, Stated, evidence
from clauseway.describe.audience.labels import NO_ACTORS, labelled
from clauseway.describe.audience.people import People
from clauseway.describe.duty.force import names_cases, stem_norms
from clauseway.describe.findings import Within
from clauseway.describe.reading import Cue, Reading, read
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.grammar import is_participle
from clauseway.describe.reading.negation import MODALS
from clauseway.model import Audience

_SPEAKERS = frozenset({"i", "we", "you"})
_SPEAKS_BEHIND = g.SUBORDINATORS | g.JOINS | g.COMMAS | MODALS | {"that", "do", "does", "what"}


def led(case: Case) -> Stated:
    """Give who acts in the innermost lead-in that names anybody."""
    for level in reversed(range(len(case.clause.lead_ins))):
        text = case.clause.lead_ins[level]
        stated = _undergone(text, level, case.reading) or _of_every_item(text, level, case.people)
        if stated is None:
            stated = _stated(case.scene(read(text)), level)
        if case.decided.rule == "lead-in-wish" and len(stated) > 1:
            stated = [one for one in stated if one[0].rule != "school-act"]  # "Parents will be encouraged to help by:"
        if stated:
            return stated
    return []


@lru_cache(maxsize=1024)
def _of_every_item(text: str, level: int, people: People) -> Stated | None:
    """Give who acts in a stem, once for all its items; None where that depends on who speaks in the clause."""
    asked: list[str] = []

    def voice(word: str) -> frozenset[Audience]:
        asked.append(word)
        return NOBODY

    reading = read(text)
    found = _stated(Scene(reading, people.mentions(reading), people, voice), level)
    return None if asked else found


def _stated(scene: Scene, level: int) -> Stated:
    """Give who acts in a stem, with the words that say so."""
    found = ([] if level else finished_by(scene)) or _acts_in_stem(scene, level)
    return [(f, evidence(f, scene.reading, Within.LEAD_IN, level)) for f in found]


def _acts_in_stem(scene: Scene, level: int) -> list[Found]:
    """Give who acts in a stem; in an inner one that goes on from the outer one, others are only mentioned."""
    found = actors(scene, _last_norms(scene.reading)) or _subject_at_the_end(scene)
    if found:
        return found
    named = [] if level and names_cases(scene.reading.text) else labelled(scene)
    if level and named and any(t not in g.DETERMINERS for t in scene.reading.tokens[: named[0].start]):
        named = []
    return named or addressed(scene) or practitioners(scene)


def _last_norms(stem: Reading) -> list[Cue]:
    """Give the duties that the last sentence of a stem states."""
    return [n for n in stem_norms(stem.text) if n.sentence == len(stem.sentences) - 1]


def _undergone(text: str, level: int, item: Reading) -> Stated:
    """Judge "A pupil who is removed must be: supervised": the items are what is done to whom the stem names."""
    first = item.tokens[0] if item.tokens else ""
    if not is_participle(first) or first in SELF_KEPT:
        return []
    stem = read(text)
    norms = _last_norms(stem)
    words = [t for t in stem.tokens if t[0].isalnum()]
    if not norms or words[-1:] != ["be"] or norms[-1].subject != "person":
        return []
    act = Found("school-act", STAFF, norms[-1].start, norms[-1].end)
    return [(act, evidence(act, stem, Within.LEAD_IN, level))]


def _subject_at_the_end(scene: Scene) -> list[Found]:
    """Give the one whose sentence the items finish: "When a child moves on we:"."""
    words = [k for k, t in enumerate(scene.reading.tokens) if t[0].isalnum()]
    if words and scene.reading.tokens[words[-1]] in _SPEAKERS:
        place = words[-1]
        return [Found("voice", scene.voice(scene.reading.tokens[place]), place, place + 1)]
    last = scene.mentions[-1] if scene.mentions else None
    if last is None or not words or last.end != words[-1] + 1 or last.role in NO_ACTORS:
        return []
    opens = scene.reading.tokens[0] in g.SUBORDINATORS and not names_cases(scene.reading.text)
    return [Found("labelled", scene.people.audiences(last.role), last.start, last.end)] if opens else []


def finished_by(scene: Scene) -> list[Found]:
    """Give the group whose conduct the items describe: "... unreasonable where the complainant:"."""
    tokens = [t for t in scene.reading.tokens if t != ":"]
    last = scene.mentions[-1] if scene.mentions else None
    if last is None or last.end != len(tokens):
        return []
    before = [t for t in tokens[: last.start] if t not in {"the", "a", "any"}]
    if before[-1:] and before[-1] in {"where", "if", "when", "who"}:
        return [Found("condition", scene.people.audiences(last.role), last.start, last.end)]
    return []


def addressed(scene: Scene) -> list[Found]:
    """Give whom a stem or heading speaks to with "I", "you" or "we" as a subject; "I." is a number."""
    tokens = scene.reading.tokens
    for place, token in enumerate(tokens):
        if token in {"i", "you", "we"} and tokens[place + 1 : place + 2] not in (["."], [")"]):
            if place and tokens[place - 1] not in _SPEAKS_BEHIND:
                continue
            return [Found("voice", scene.voice(token), place, place + 1)]
    return []
