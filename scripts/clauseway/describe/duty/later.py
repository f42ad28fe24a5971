"""Instructions behind a sentence that only leads up to them: "Bags get heavy. Leave yours at home"."""

from __future__ import annotations

from clauseway.describe.duty.acts import base_form
from clauseway.describe.duty.openings import Opening, Opens, behind_condition, form_at
from clauseway.describe.findings import Evidence
from clauseway.describe.reading import Reading
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.negation import MODALS
from clauseway.model import Duty

_POINTS_ELSEWHERE = frozenset({"click", "note", "refer", "see", "visit"})  # "Bullying is serious. See our other policy"
_BEHIND_A_VERB = g.DETERMINERS | g.PARTICLES
_VERBS = MODALS | g.BE | g.IMPERATIVES | g.EPISTEMIC_VERBS
_LIST_WITHIN = 14
_ORDERS = frozenset({Opens.NEGATION, Opens.VERB})


def instructed_later(reading: Reading) -> tuple[Duty, tuple[Evidence, ...]] | None:
    """Give what the first later sentence orders or forbids that opens with it, None where none does."""
    for start, end in reading.sentences[1:]:
        opened = form_at(reading, behind_condition(reading, start, end), end)
        duty = _duty_of(reading, opened, end)
        if duty is not None:
            words = reading.words(opened.start, opened.end)
            return duty, (Evidence(f"later-{opened.form.value}", *words),)
    return None


def _duty_of(reading: Reading, opened: Opening, end: int) -> Duty | None:
    first = reading.tokens[opened.start]
    follows = reading.tokens[opened.end] if opened.end < end else ""
    if opened.form is Opens.NO:
        if _lists_things(reading.tokens[: opened.start]):
            return Duty.MUST  # "Black shoes. No trainers" tells what is worn
        return Duty.MUST_NOT if g.names_an_act(follows) else None  # "Corridors are busy. No running"
    noun = opened.form is Opens.VERB and first in g.NOUN_LIKE and follows not in _BEHIND_A_VERB
    if opened.form not in _ORDERS or noun or first in _POINTS_ELSEWHERE:
        return None
    return Duty.MUST if opened.form is Opens.VERB else Duty.MUST_NOT


def _lists_things(before: list[str]) -> bool:
    """Tell "Skirts – knee length, plain black": no word of it is a verb."""
    return len(before) <= _LIST_WITHIN and all(
        base_form(word) not in _VERBS or base_form(word) in g.NOUN_LIKE for word in before
    )
