"""Standing practice in the present tense: "Governors review the log each term", "Points are never taken away".

A group of people with a verb of conduct, or a thing with what is done to it, tells what is always done, which in a
policy is a rule. What most or some people do, what happens often, and what people are, have or think is described.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from clauseway.describe.duty.acts import base_form, denied_object, denies, does
from clauseway.describe.duty.openings import behind_condition, behind_label
from clauseway.describe.duty.passives import passive
from clauseway.describe.duty.subjects import (
    ADJECTIVES,
    SUBJECT_WITHIN,
    begins,
    behind_relative,
    joined_by_nor,
    we_behind,
    with_adverbs,
)
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
_MAJORITY_WITHIN = 4
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_ARRIVING = {
    "come": frozenset({"home", "off", "out", "with"}),
    "reach": frozenset({"the", "us"}),
    "follow": frozenset({"within"}),
}
_GOING = frozenset({"go", "goes", "stay", "stays"})
_WHITHER = frozenset({"to", "back", "home", "straight", "first", "in", "into", "outside", "at", "off", "with"})
_MOVES = frozenset({"enter", "go", "leave", "return", "travel"})
_TAKES = frozenset({"take", "takes"})
_HELD_WHEN = frozenset(
    {"after", "as", "at", "before", "during", "each", "every", "in", "on", "the", "when", "where", "within"}
)
_NOT_BEFORE_GOING = g.PRONOUNS | {"to"}
_DASHES, _LABEL_WITHIN = g.COMMAS - {","}, 5
_WHAT_IS_JUDGED = (["each"], ["every"], ["all"], ["any"], ["whether"])
_JUDGES = frozenset({"assesses", "considers", "decides", "determines"})
_SPARED = frozenset({"ban", "forbid", "pay", "prohibit"})  # "Families on benefits do not pay": what they are spared
_HAS = frozenset({"has", "have", "is", "are"})
_HOLDS, _ONE = frozenset({"has", "have"}), frozenset({"a", "an", "its", "one", "their"})
_NOBODY, _NOBODY_WITHIN = frozenset({"neither", "no-one", "nobody", "none"}), 9
_DENIED_OF_ALL = (g.IMPERATIVES - g.INNER_STATES) | {"work"}
_NEEDS, _PAPER_WITHIN = frozenset({"need", "needs", "require", "requires"}), 6
_NOT_BEFORE_HAVING = MODALS | g.NEGATORS | {"they", "to", "we", "you", "who", "that"}


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
    colon = next((k for k in range(start + 1, end - 2) if tokens[k] == ":"), 0)
    return _in_sentence(reading, behind_condition(reading, colon + 1, end), end) if colon else None


def _and_nobody(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge "..., but no pupil is left out": what a second clause denies of everybody."""
    tokens = reading.tokens
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
        _to_be(reading, start, end)
        or _active(reading, start, end)
        or _nobody_does(reading.tokens, start, end)
        or _of_things(reading, start, end)
        or _undergone(reading, start, end)
    )


def _to_be(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge a sentence that is only "To be worn in school", "PE kit – to be in school every day"."""
    tokens = reading.tokens
    if start == 0 and reading.text[:1].islower():
        return None  # an item that reads on: "We would like: to be heard"
    if tokens[start] not in {"to", "not"}:
        label = tokens[start : start + _LABEL_WITHIN]
        if _DASHES.isdisjoint(label):
            return None
        start += next(k for k, t in enumerate(label) if t in _DASHES) + 1
    denied = tokens[start : start + 1] == ["not"]
    place = start + denied
    done = tokens[place + 2] if place + 2 < end else ""
    if tokens[place : place + 2] != ["to", "be"] or not (g.is_participle(done) or done in PREPOSITIONS):
        return None
    return Practised(Duty.MUST_NOT if denied else Duty.MUST, start, place + 3, None)


def _active(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge "The member of staff tells", "Headteacher – makes sure": a group with an act of everyday running."""
    tokens = reading.tokens
    first = next((k for k in range(start, end) if not g.is_adverb(tokens[k])), start)
    if tokens[start : start + 2] in (["nor", "do"], ["nor", "does"]):
        return Practised(Duty.MUST_NOT, start, start + 2, None)  # "Nor do staff lend their keys"
    if tokens[first] == "we":
        return _verb(reading, None, first + 1, end, False)
    if tokens[first] == "i":
        return _promised(reading, first + 1, end)
    if tokens[first] in _TITLES:
        return _verb(reading, Mention(first, first + 2, "staff"), first + 2, end, False)
    if tokens[first] == "those":
        behind = behind_relative(tokens, first + 1, end)
        return _verb(reading, None, behind, end, False) if behind > first + 1 else None
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
    return _verb(reading, actor, behind, end, negative)


def _promised(reading: Reading, place: int, end: int) -> Practised | None:
    """Judge "I always ask", "I never share", "I turn the screen over": what whoever speaks keeps to."""
    tokens, k = reading.tokens, place
    while k < end and (g.is_adverb(tokens[k]) or tokens[k] == "never"):
        k += 1
    if k >= end or tokens[k] in g.DECLARED or tokens[k] in g.INNER_STATES - {"use"} or tokens[k] not in g.IMPERATIVES:
        return None
    if not {"always", "never", "only"}.isdisjoint(tokens[place:k]):
        return Practised(Duty.MUST_NOT if "never" in tokens[place:k] else Duty.MUST, place, k + 1, None)
    return Practised(Duty.MUST, k, k + 1, None) if does(tokens, k, end) else None


def _of_things(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge "The form goes to the office", "The plan states", "At least one adult is": what is so by rule."""
    tokens = reading.tokens
    if tokens[start : start + 2] == ["at", "least"]:
        finite = (
            k for k in range(start + 2, end) if tokens[k] in _HAS or (tokens[k].endswith("s") and does(tokens, k, end))
        )
        verb = next(finite, 0)
        return Practised(Duty.MUST, start, verb + 1, None) if verb else None
    paper = _provided_with(tokens, start, end) or _needs_paper(tokens, start, end)
    if paper:
        whose = named_between(reading.mentions, start, paper)
        needy = whose[0] if whose and tokens[paper] in _NEEDS else None
        return Practised(Duty.MUST, paper, paper + 1, needy)
    for k in range(start + 1, min(end, start + SUBJECT_WITHIN)):
        word = tokens[k]
        if word in MODALS or word in g.SUBORDINATORS or word in g.RELATIVES:
            return None
        following = tokens[k + 1] if k + 1 < end else ""
        if denies(tokens, k) and tokens[k - 1] not in _NOT_BEFORE_GOING:
            moved = tokens[k + 2] if following == "not" and k + 2 < end else following
            return Practised(Duty.MUST_NOT, k, k + 2, None) if moved in _MOVES else None
        sent = tokens[k - 1] == "it" and k - 1 == start and start > 0  # "If it is about the head, it goes to the chair"
        if word in _GOING and following in _WHITHER and (sent or tokens[k - 1] not in _NOT_BEFORE_GOING):
            return Practised(Duty.MUST, k, k + 1, None)
        if (
            following in _ARRIVING.get(base_form(word), ())
            and tokens[k - 1] not in _NOT_BEFORE_GOING
            and (word != base_form(word) or tokens[k - 1].endswith("s"))
        ):
            return Practised(Duty.MUST, k, k + 1, None)  # "Coats come off", "Forms reach the office"
        if word in _TAKES and following == "place" and tokens[k + 2 : k + 3] and tokens[k + 2] in _HELD_WHEN:
            return Practised(Duty.MUST, k, k + 2, None)
        if word in g.PAPER_VERBS and tokens[k - 1] in g.PAPERS:
            return Practised(Duty.MUST, k, k + 1, None)
    return None


def _needs_paper(tokens: list[str], start: int, end: int) -> int:
    """Give the verb of "An early help assessment needs the family's consent", else 0."""
    for k in range(start + 1, min(end - 1, start + SUBJECT_WITHIN)):
        if tokens[k] in g.SUBORDINATORS or tokens[k] in MODALS:
            return 0
        if tokens[k] in _NEEDS and tokens[k - 1] not in _NOT_BEFORE_HAVING and tokens[k - 1] not in g.DETERMINERS:
            ahead = tokens[k + 1 : min(end, k + _PAPER_WITHIN)]
            cut = next((j for j, t in enumerate(ahead) if t in g.COMMAS or t in PREPOSITIONS or t in _HAS), len(ahead))
            return k if not g.GRANTS.isdisjoint(ahead[:cut]) else 0
    return 0


def _provided_with(tokens: list[str], start: int, end: int) -> int:
    """Give the verb of "Every activity has a written assessment", "The teacher has a word with the parent", else 0."""
    for k in range(start + 1, min(end - 2, start + SUBJECT_WITHIN)):
        if tokens[k] in g.SUBORDINATORS:
            return 0
        if tokens[k] not in _HOLDS or tokens[k + 1] not in _ONE or tokens[k - 1] in _NOT_BEFORE_HAVING:
            continue
        for j in range(k + 2, min(end, k + ADJECTIVES + 3)):
            if tokens[j] in g.PAPERS_OF_PEOPLE or (tokens[j] in g.TALKS and tokens[j + 1 : j + 2] == ["with"]):
                return k
            if not tokens[j][0].isalpha() or tokens[j] in PREPOSITIONS:
                break
    return 0


def _verb(reading: Reading, actor: Mention | None, place: int, end: int, negative: bool) -> Practised | None:
    """Judge the verb at `place` or behind its adverbs, negators and dash."""
    tokens, start, dash = reading.tokens, place, False
    while place < end and (g.is_adverb(tokens[place]) or tokens[place] in g.COMMAS or denies(tokens, place)):
        dash = dash or tokens[place] in g.COMMAS - {","}
        negative = negative or denies(tokens, place)
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
        known = known or ((actor is None or not school) and base_form(word) in g.IMPERATIVES - g.INNER_STATES)
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
