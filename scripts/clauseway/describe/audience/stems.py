"""Whom the lead-ins of a clause name."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.describe.audience.actors import SELF_KEPT, Found, Scene, actors, practitioners
from clauseway.describe.audience.case import STAFF, Case, Stated, evidence
from clauseway.describe.audience.labels import NO_ACTORS, labelled
from clauseway.describe.duty.force import names_cases, stem_norms
from clauseway.describe.findings import Within
from clauseway.describe.reading import Cue, Reading, read
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.grammar import is_participle
from clauseway.describe.reading.negation import MODALS

_SPEAKERS = frozenset({"i", "we", "you"})
_SPEAKS_BEHIND = g.SUBORDINATORS | g.JOINS | g.COMMAS | MODALS | {"that", "do", "does", "what"}


def led(case: Case) -> Stated:
    """Give who acts in the innermost lead-in that names anybody."""
    for level in reversed(range(len(case.clause.lead_ins))):
        text = case.clause.lead_ins[level]
        reading = read(text)
        scene = case.scene(reading)
        found = ([] if level else finished_by(scene)) or _acts_in_stem(case, scene, text, level)
        if case.decided.rule == "lead-in-wish" and len(found) > 1:
            found = [f for f in found if f.rule != "school-act"]  # "Parents will be encouraged to help by:"
        if found:
            return [(f, evidence(f, reading, Within.LEAD_IN, level)) for f in found]
    return []


def _acts_in_stem(case: Case, scene: Scene, text: str, level: int) -> list[Found]:
    """Give who acts in a stem; in an inner one that goes on from the outer one, others are only mentioned."""
    last = [n for n in stem_norms(text) if n.sentence == len(scene.reading.sentences) - 1]
    if last and _undergone(scene.reading, case.reading, last):
        return [Found("school-act", STAFF, last[-1].start, last[-1].end)]
    found = actors(scene, last) or _subject_at_the_end(scene)
    if found:
        return found
    named = [] if level and names_cases(text) else labelled(scene)
    if level and named and any(t not in g.DETERMINERS for t in scene.reading.tokens[: named[0].start]):
        named = []
    return named or addressed(scene) or practitioners(scene)


def _undergone(stem: Reading, item: Reading, norms_of_stem: Sequence[Cue]) -> bool:
    """Tell "A pupil who is removed must be: supervised": the items are what is done to whom the stem names."""
    words = [t for t in stem.tokens if t[0].isalnum()]
    first = item.tokens[0] if item.tokens else ""
    return (
        words[-1:] == ["be"]
        and norms_of_stem[-1].subject == "person"
        and is_participle(first)
        and first not in SELF_KEPT
    )


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
