"""Standing practice in the present tense: "Governors review the log each term", "Points are never taken away".

A group of people with a verb of conduct, or a thing with what is done to it, tells what is always done, which in a
policy is a rule. What most or some people do, what happens often, and what people are, have or think is described.
"""

from __future__ import annotations

from functools import lru_cache

from clauseway.describe.duty.acts import base_form, denied_object, denies, does, limits
from clauseway.describe.duty.infinitives import bidden
from clauseway.describe.duty.openings import behind_condition, behind_label
from clauseway.describe.duty.passives import passive
from clauseway.describe.duty.subjects import (
    SUBJECT_WITHIN,
    begins,
    behind_relative,
    joined_by_nor,
    we_behind,
    with_adverbs,
)
from clauseway.describe.duty.things import of_things
from clauseway.describe.duty.told import Practised
from clauseway.describe.findings import Evidence
from clauseway.describe.reading import Mention, Reading, read
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import PREPOSITIONS, named_between
from clauseway.describe.reading.negation import MODALS
from clauseway.model import Duty

Practice = tuple[Duty, tuple[Evidence, ...]]
_OPENS_A_PHRASE = frozenset(
    {"after", "at", "before", "during", "following", "from", "in", "on", "once", "throughout", "under", "until", "upon"}
) | {"within"}
_MAJORITY_WITHIN, _LABELLED_WITHIN = 4, 4
_WHOEVER = frozenset({"anybody", "anyone", "those"})
_PERSONAL = frozenset({"he", "she", "they"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_SPEAKERS = _WHOEVER | _PERSONAL | _TITLES | {"i", "we"}
_WHAT_IS_JUDGED = (["each"], ["every"], ["all"], ["any"], ["whether"])
_JUDGES = frozenset({"assesses", "considers", "decides", "determines"})
_SPARED = frozenset({"ban", "forbid", "pay", "prohibit"})  # "Families on benefits do not pay": what they are spared
_HAS = frozenset({"has", "have", "is", "are"})
_NOBODY, _NOBODY_WITHIN = frozenset({"neither", "no-one", "nobody", "none"}), 9
_ACTS, _WISHES, _DASHES = g.IMPERATIVES - g.INNER_STATES, g.INNER_STATES - {"use"}, g.COMMAS - {","}
_DENIED_OF_ALL = _ACTS | {"work"}


def practice(reading: Reading) -> Practice | None:
    """Give the commitment that a text without a word of duty makes by telling what is done, if it makes one."""
    found = practised(reading.text)
    if found is None:
        return None
    return found.duty, (Evidence("standing-practice", *reading.words(found.start, found.end)),)


@lru_cache(maxsize=256)  # the audience of a clause asks again
def practised(text: str) -> Practised | None:
    """Give what the first sentence that tells of a practice says is done.

    What a later sentence denies is left aside, for it would turn round a duty that the sentences before it only imply;
    what it says is never done counts where nothing else is told.
    """
    reading = read(text)
    first: Practised | None = None
    denied: Practised | None = None
    for number, sentence in enumerate(reading.sentences):
        head, end = behind_label(reading, *sentence)
        start = behind_condition(reading, head, end)
        if reading.tokens[start] in g.SOME or "majority" in reading.tokens[start : start + _MAJORITY_WITHIN]:
            continue
        found = (
            _in_sentence(reading, start, end)
            or (_active(reading, head, end) if start > head else None)
            or _behind_colon(reading, start, end)
            or _and_nobody(reading, start, end)
        )
        if found is not None and number == 1 and found.duty is Duty.MUST_NOT and _nobody_of_a_group(reading, start):
            return found
        if found is None:
            continue
        if found.duty is Duty.MUST or number == 0:
            first = first or found
        elif "never" in reading.tokens[found.start : found.end]:
            denied = denied or found
    return first or denied


def _behind_colon(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge what stands behind a colon: "First-day calling: the office telephones every family"."""
    tokens = reading.tokens
    if ":" not in tokens[start + 1 : end - 1]:
        return None
    colon = tokens.index(":", start + 1)
    if colon - start <= _LABELLED_WITHIN and (tokens[colon + 1] == "none" or tokens[colon + 1] in g.PRACTISED):
        duty = Duty.MUST_NOT if tokens[colon + 1] == "none" else Duty.MUST
        return Practised(duty, colon + 1, colon + 2, None)  # "Hair: tied back", "Make-up: none"
    return _in_sentence(reading, behind_condition(reading, colon + 1, end), end) if colon < end - 2 else None


def _and_nobody(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge "..., but no pupil is left out": what a second clause denies of everybody."""
    tokens = reading.tokens
    if g.NEGATIVE_SUBJECTS.isdisjoint(tokens[start + 2 : end - 2]):
        return None
    for k in range(start + 2, end - 2):
        if tokens[k] in g.NEGATIVE_SUBJECTS and tokens[k - 1] in {"and", "but", "so"}:
            return _undergone(reading, k, end) or _active(reading, k, end)
    return None


def _nobody_does(tokens: list[str], start: int, end: int) -> Practised | None:
    """Judge "No one works at height alone", "Without a certificate nobody drives": an act that is denied of all."""
    opens = tokens[start] in PREPOSITIONS or tokens[start] in g.SUBORDINATORS
    last = min(end, start + SUBJECT_WITHIN) if opens else start + 1
    subject = next((k for k in range(start, last) if _none(tokens, k)), -1)
    if subject < 0 or (subject > start and tokens[subject - 1] in g.NOT_BEFORE_NO):
        return None
    for k in range(subject + 1, min(end, subject + _NOBODY_WITHIN)):
        word, base = tokens[k], base_form(tokens[k])
        if word in MODALS or word in g.SUBORDINATORS or word in g.RELATIVES or word in _HAS:
            return None
        if base != word and tokens[k - 1] not in g.DETERMINERS and base in _DENIED_OF_ALL:
            return Practised(Duty.MUST_NOT, subject, k + 1, None)
    return None


def _none(tokens: list[str], place: int) -> bool:
    return tokens[place] in _NOBODY or tokens[place : place + 2] == ["no", "one"]


def _nobody_of_a_group(reading: Reading, start: int) -> bool:
    """Tell a sentence that begins "No pupil": a promise to a group outweighs what is told around it."""
    alone = reading.tokens[start - 1] != ";"
    return alone and reading.tokens[start] == "no" and any(m.start == start + 1 for m in reading.mentions)


def _in_sentence(reading: Reading, start: int, end: int) -> Practised | None:
    return (
        bidden(reading, start, end)
        or _active(reading, start, end)
        or _nobody_does(reading.tokens, start, end)
        or of_things(reading, start, end)
        or _undergone(reading, start, end)
    )


def _active(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge "The member of staff tells", "Headteacher – makes sure": a group with an act of everyday running."""
    tokens = reading.tokens
    first = next((k for k in range(start, end) if not g.is_adverb(tokens[k])), start)
    if tokens[start : start + 2] in (["nor", "do"], ["nor", "does"]):
        return Practised(Duty.MUST_NOT, start, start + 2, None)  # "Nor do staff lend their keys"
    if tokens[first] in _SPEAKERS:
        return _spoken(reading, first, end)
    opens = tokens[start] in g.SUBORDINATORS or tokens[start] in _OPENS_A_PHRASE
    spoken = we_behind(tokens, start, end) if opens else 0
    if spoken:
        return _verb(reading, None, spoken + 1, end, False)
    for actor in named_between(reading.mentions, start, min(end, start + SUBJECT_WITHIN)):
        begin = begins(tokens, start, actor.start, opens)
        if begin < 0:
            continue
        found = _of_actor(reading, actor, begin, end)
        if found is not None:
            return found
    return None


def _spoken(reading: Reading, first: int, end: int) -> Practised | None:
    """Judge a sentence whose subject is a pronoun, a person's name or "anyone who"."""
    tokens = reading.tokens
    if tokens[first] == "we":
        return _verb(reading, None, first + 1, end, False)
    if tokens[first] == "i":
        return _promised(reading, first + 1, end)
    if tokens[first] in _TITLES:
        behind = behind_relative(tokens, first + 2, end)
        return _verb(reading, Mention(first, first + 2, "staff"), behind, end, False)
    if tokens[first] in _PERSONAL:
        return _by_pronoun(reading, first, end) if first else None
    behind = behind_relative(tokens, first + 1, end)
    return _verb(reading, None, behind, end, False) if behind > first + 1 else None


def _by_pronoun(reading: Reading, place: int, end: int) -> Practised | None:
    """Judge "... leads on behaviour. She meets ...", "When a teacher is worried, they fill in the form"."""
    since = next((start for start, _ in reversed(reading.sentences) if start < place), 0)
    named = named_between(reading.mentions, since, place)
    return _verb(reading, named[0] if named else None, place + 1, end, False)


def _of_actor(reading: Reading, actor: Mention, begin: int, end: int) -> Practised | None:
    """Judge what a group does whose noun group begins at `begin`."""
    tokens = reading.tokens
    negative = not g.NEGATIVE_SUBJECTS.isdisjoint(tokens[begin : actor.end]) or joined_by_nor(
        tokens, begin, actor.start
    )
    relative = actor.start if tokens[actor.start] == "whoever" else actor.end
    behind = with_adverbs(tokens, max(behind_relative(tokens, relative, end), actor.end), actor.end)
    if tokens[behind : behind + 2] in (["is", "present"], ["are", "present"]) and not negative:
        return Practised(Duty.MUST, behind, behind + 2, actor)  # "Two adults are present at each change"
    found = _verb(reading, actor, behind, end, negative)
    alone = g.SUBORDINATORS.isdisjoint(tokens[max(begin - 1, 0) : begin + 1])
    if found is not None or negative or actor.role == "school" or not alone:
        return found
    return _second_act(reading, actor, behind, end)


def _second_act(reading: Reading, actor: Mention, place: int, end: int) -> Practised | None:
    """Judge "The chair welcomes everyone and explains the procedure": its second verb is an act."""
    tokens = reading.tokens
    if place >= end or tokens[place] in _HAS:
        return None
    for k in range(place + 2, end):
        if tokens[k] in MODALS or tokens[k] in g.SUBORDINATORS or tokens[k] in g.RELATIVES or tokens[k] in _HAS:
            return None
        third = tokens[k].endswith("s") and tokens[place].endswith("s") and base_form(tokens[k]) != tokens[k]
        if third and tokens[k - 1] in g.JOINS and does(tokens, k, end):
            return Practised(Duty.MUST, k, k + 1, actor)
    return None


def _promised(reading: Reading, place: int, end: int) -> Practised | None:
    """Judge "I always ask", "I never share", "I turn the screen over": what whoever speaks keeps to."""
    tokens, k = reading.tokens, place
    while k < end and (g.is_adverb(tokens[k]) or tokens[k] == "never"):
        k += 1
    if k >= end or tokens[k] in g.DECLARED or tokens[k] in _WISHES or tokens[k] not in g.IMPERATIVES:
        return None
    if not {"always", "never", "only"}.isdisjoint(tokens[place:k]):
        return Practised(Duty.MUST_NOT if "never" in tokens[place:k] else Duty.MUST, place, k + 1, None)
    return Practised(Duty.MUST, k, k + 1, None) if does(tokens, k, end) else None


def _verb(reading: Reading, actor: Mention | None, place: int, end: int, negative: bool) -> Practised | None:
    """Judge the verb at `place` or behind its adverbs, negators and dash."""
    tokens, start, dash = reading.tokens, place, False
    while place < end and (g.is_adverb(tokens[place]) or tokens[place] in g.COMMAS or denies(tokens, place)):
        dash = dash or tokens[place] in _DASHES
        negative = negative or (denies(tokens, place) and not limits(tokens, place))
        place += 1
    if place >= end or not g.AT_TIMES.isdisjoint(tokens[start:place]):
        return None
    if negative and not g.DENIED_AT_TIMES.isdisjoint(tokens[start:place]):
        return None
    word = tokens[place]
    if negative and base_form(word) in g.TURNING_VERBS:
        return Practised(Duty.MUST, start, place + 1, actor)  # "Leaders never fail to count heads"
    negative = negative or denied_object(tokens, place, end)
    school = actor is not None and actor.role == "school"
    known = word in g.PRACTICES or (word in {"make", "makes"} and tokens[place + 1 : place + 2] == ["sure"])
    known = known or tokens[place : place + 3] == ["sees", "to", "it"]
    known = known or (word in _JUDGES and tokens[place + 1 : place + 2] in _WHAT_IS_JUDGED)
    if not school and word not in g.HOPES:
        known = known or does(tokens, place, end) or (word == "use" and "only" in tokens[place:end])
    if negative:
        known = known or ((actor is None or not school) and base_form(word) in _ACTS)
        known = known and base_form(word) not in _SPARED
    if known or (dash and base_form(word) in g.IMPERATIVES):
        return Practised(Duty.MUST_NOT if negative else Duty.MUST, start if negative else place, place + 1, actor)
    return None


def _by_outsiders(tokens: list[str], place: int, end: int) -> bool:
    """Tell "Fines are issued by the local authority": nothing that the school or its people do."""
    by = next((k for k in range(place, end) if tokens[k] == "by"), -1)
    named = (k for k in range(by + 1, min(end - 1, by + 4)) if tokens[k] in g.OUTSIDERS)
    return by >= 0 and any(tokens[k + 1] not in {"'s", "'"} for k in named)  # not "by the council's computer"


def _undergone(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge what is done to somebody or something."""
    done = passive(reading, start, end)
    if done is not None and _by_outsiders(reading.tokens, done[1], end):
        return None
    return None if done is None else Practised(Duty.MUST_NOT if done[2] else Duty.MUST, done[0], done[1], None)
