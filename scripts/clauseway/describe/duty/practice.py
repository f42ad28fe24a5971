"""Standing practice in the present tense: "Governors review the log each term", "Points are never taken away".

A group of people with a verb of conduct, or a thing with what is done to it, tells what is always done, which in a
policy is a rule. What most or some people do, what happens often, and what people are, have or think is described.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from clauseway.describe.duty.openings import behind_condition, behind_label
from clauseway.describe.findings import Evidence
from clauseway.describe.reading import Mention, Reading, read
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import named_between
from clauseway.describe.reading.negation import MODALS
from clauseway.model import Duty

Practice = tuple[Duty, tuple[Evidence, ...]]
_FINITE = MODALS | {"is", "are", "has", "have", "was", "were"}
_NEGATED_DO = frozenset({"don't", "doesn't"})


class Practised(msgspec.Struct, frozen=True, gc=False):
    """What is always done."""

    duty: Duty
    """`must`, or `must_not` where it is never done."""
    start: int
    """Number of the first token of the verb group."""
    end: int
    """Number behind its last one."""
    actor: Mention | None
    """The group that does it, where it is the subject."""


def practice(reading: Reading) -> Practice | None:
    """Give the commitment that a text without a word of duty makes by telling what is done, if it makes one."""
    found = practised(reading.text)
    if found is None:
        return None
    return found.duty, (Evidence("standing-practice", *reading.words(found.start, found.end)),)


@lru_cache(maxsize=256)  # the audience of a clause asks again
def practised(text: str) -> Practised | None:
    """Give what the first sentence that tells of a practice says is done.

    What a later sentence denies is left aside: it would turn round a duty that the sentences before it only imply.
    """
    reading = read(text)
    for number, sentence in enumerate(reading.sentences):
        start, end = behind_label(reading, *sentence)
        start = behind_condition(reading, start, end)
        if reading.tokens[start] in g.SOME:
            continue
        found = _active(reading, start, end) or _passive(reading, start, end)
        if found is not None and (found.duty is Duty.MUST or number == 0):
            return found
    return None


def _active(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge "The member of staff tells", "Headteacher – makes sure": a group with an act of everyday running."""
    tokens = reading.tokens
    first = next((k for k in range(start, end) if not g.is_adverb(tokens[k])), start)
    if tokens[first] == "we":
        return _verb(reading, None, first + 1, end, False)
    actor = next(iter(named_between(reading.mentions, start, end)), None)
    if actor is None or not all(_introduces(t) for t in tokens[start : actor.start]):
        return None
    negative = not g.NEGATIVE_SUBJECTS.isdisjoint(tokens[start : actor.end])
    return _verb(reading, actor, actor.end, end, negative)


def _introduces(word: str) -> bool:
    """Tell whether a word may stand in front of the one who acts."""
    return g.is_adverb(word) or word in g.DETERMINERS or word in g.JOINS


def _verb(reading: Reading, actor: Mention | None, place: int, end: int, negative: bool) -> Practised | None:
    """Judge the verb at `place` or behind its adverbs, negators and dash."""
    tokens, start, dash = reading.tokens, place, False
    while place < end and (g.is_adverb(tokens[place]) or tokens[place] in g.COMMAS or _denies(tokens, place)):
        dash = dash or tokens[place] in g.COMMAS - {","}
        negative = negative or _denies(tokens, place)
        place += 1
    if place >= end or not g.AT_TIMES.isdisjoint(tokens[start:place]):
        return None
    word = tokens[place]
    school = actor is not None and actor.role == "school"
    known = word in g.PRACTICES or (word in {"make", "makes"} and tokens[place + 1 : place + 2] == ["sure"])
    known = known or tokens[place : place + 3] == ["sees", "to", "it"]
    if not school and word not in g.HOPES:
        known = known or _does(tokens, place, end) or (word == "use" and "only" in tokens[place:end])
    if negative:
        known = known or ((actor is None or not school) and base_form(word) in g.IMPERATIVES - g.INNER_STATES)
    if known or (dash and base_form(word) in g.IMPERATIVES):
        return Practised(Duty.MUST_NOT if negative else Duty.MUST, start if negative else place, place + 1, actor)
    return None


def _denies(tokens: list[str], place: int) -> bool:
    """Tell "do not", "doesn't" and "never" in front of a verb."""
    word = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    return (
        word in _NEGATED_DO
        or word == "never"
        or (word in {"do", "does"} and following == "not")
        or (word == "not" and tokens[place - 1] in {"do", "does"})
    )


def base_form(word: str) -> str:
    """Give the base form of a verb in the third person, or the word as it is."""
    for ending, base in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending) and word.removesuffix(ending) + base in g.IMPERATIVES:
            return word.removesuffix(ending) + base
    return word


def _does(tokens: list[str], place: int, end: int) -> bool:
    """Tell an act in the present tense: "The teacher takes the phone", "Learners switch off"; no noun, no state."""
    word = tokens[place]
    base = base_form(word)
    if base not in g.IMPERATIVES or base in g.STATES:
        return False
    following = tokens[place + 1] if place + 1 < end else ""
    if base != word or word not in g.NOUN_LIKE or following in g.DETERMINERS or following in g.PARTICLES:
        return True
    plural = tokens[place - 1].endswith("s") or tokens[place - 1] in {"staff", "children", "people"}
    return plural and following[:1].isalpha() and _FINITE.isdisjoint(tokens[place:end])


def _passive(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge "is logged on the day", "are never taken away"; what is said of the policy itself is no rule."""
    tokens = reading.tokens
    for k in range(start, end):
        if tokens[k] in MODALS or tokens[k] in g.SUBORDINATORS or tokens[k] == "whose":
            return None
        if tokens[k] not in {"is", "are", "isn't", "aren't"} or tokens[k - 1] in g.RELATIVES:
            continue
        if any(t in g.DOCUMENT_HEADS for t in tokens[start:k]):
            return None
        place = k + 1
        while place < end and (g.is_adverb(tokens[place]) or tokens[place] in g.NEGATORS):
            place += 1
        negated = any(t in g.NEGATORS for t in tokens[k:place]) or tokens[start] in g.NEGATIVE_SUBJECTS
        return _done(tokens, k, place, end, negated)
    return None


def _done(tokens: list[str], k: int, place: int, end: int, negated: bool) -> Practised | None:
    word = tokens[place] if place < end else ""
    if not g.AT_TIMES.isdisjoint(tokens[k:place]):
        return None
    withheld = negated and g.is_participle(word) and word not in g.EPISTEMIC_PARTICIPLES | g.FOUND_SO
    kept_to = word == "used" and "only" in tokens[k:end]
    if word not in g.PRACTISED and not withheld and not kept_to:
        return None
    return Practised(Duty.MUST_NOT if negated else Duty.MUST, k, place + 1, None)
