"""How a text opens: with an instruction, a negated one, a gerund, a bare "no", or a subject."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import msgspec

from clauseway.describe.reading import Reading, read
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import PREPOSITIONS
from clauseway.describe.reading.negation import MODALS, denies_object
from clauseway.describe.reading.phrases import longest
from clauseway.words import CROSSES


class Opens(StrEnum):
    """What stands at the head of a text, adverbs and an opening condition left aside."""

    NEGATION = "negation"
    """ "Not use", "Never", "Do not", "Under no circumstances"."""
    NO = "no"
    """ "No hooded tops": nobody and nothing of the kind, without a verb."""
    VERB = "verb"
    """An instruction."""
    GERUND = "gerund"
    """ "Attending training", "Applies the code": said of someone named elsewhere."""
    INFINITIVE = "infinitive"
    """ "To set out ..."."""
    OTHER = "other"
    """A subject, a phrase, anything else."""


class Opening(msgspec.Struct, frozen=True, gc=False):
    """How a text opens."""

    form: Opens
    """What stands there."""
    start: int = 0
    """Number of the first token that decided."""
    end: int = 0
    """Number behind the last one."""


_INVERTED, _SUBJECTS = frozenset({"had", "should", "were"}), g.PRONOUNS | g.DETERMINERS  # "Should you wish to, ..."
_SAVE_FOR = frozenset({"as", "for", "in", "that", "where", "with"})  # "Save in an emergency, ..."
_OPENS_A_PHRASE, _PHRASE_WITHIN = (
    frozenset({"after", "at", "before", "during", "for", "from", "in", "on", "upon", "with"}),
    7,
)
_NOT_IN_A_PHRASE = g.BE | MODALS | g.SUBORDINATORS | g.RELATIVES | g.COMMAS | {"has", "have", "do", "does"}
_BEFORE_NO_VERB = g.DETERMINERS | PREPOSITIONS | g.PRONOUNS | g.JOINS | g.ADVERBS | {"to", "who"}
_PLAIN_ACTS = g.IMPERATIVES - g.NOUN_LIKE - g.STATES - g.HOPES
_DO = frozenset({"do", "to", "is", "are", "does", "will", "be"})
_SKIPPED_MARKS = frozenset({",", "(", ")", "–", "—", "-", ":", "and", "or", "but", "to"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "next"})
_LABELS = frozenset({"step", "stage", "note", "part", "rule", "tip", "point"})
_BEHIND_A_NOUN = frozenset(
    {"of", "is", "are", "was", "has", "must", "should", "may", "will", "can", "cannot", "'s", "does", "did"}
)
_NO_OBJECT, _BEHIND_A_VERB = _BEHIND_A_NOUN | PREPOSITIONS | g.BE | g.SUBORDINATORS, g.DETERMINERS | g.PARTICLES
_SEEN = frozenset({"also", "annex", "appendix", "section", "paragraph", "page", "our", "separate"})
_BEHIND_A_PARTICIPLE = PREPOSITIONS | {"by"}
_NEEDED = frozenset({"necessary", "needed", "required"})
_NOT_DENIED = frozenset({"only", "just", "merely", "all", "every", "everyone", "applicable"})
_QUOTES = frozenset("'\"“‘")
_TELLS = frozenset({"counts", "leads", "means", "results"})
_VERBAL = frozenset({"means", "mean", "refers"})
_FINITE_BE = frozenset({"is", "are", "was", "were", "has", "does", "did"})
_ENDINGS = frozenset({"", "and", ".", ",", ")"})
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "will", "must", "should", "may", "can"})


@lru_cache(maxsize=2048)
def opening(text: str) -> Opening:
    """Give how the first sentence of a text opens."""
    reading = read(text)
    if not reading.sentences or text[:1] in _QUOTES:
        return Opening(Opens.OTHER)  # "'Ignore it' is never the answer"
    start, end = reading.sentences[0]
    start, end = behind_label(reading, start, end)
    place = behind_condition(reading, start, end)
    if text[:1] in CROSSES:
        return Opening(Opens.NEGATION, place, place + 1)  # "✗ Share your password"
    found = form_at(reading, place, end)
    verb = _behind_a_phrase(reading, place, end) if found.form is Opens.OTHER else 0
    return Opening(Opens.VERB, verb, verb + 1) if verb else found


def _behind_a_phrase(reading: Reading, start: int, end: int) -> int:
    """Give the verb of "In an emergency dial 999", "For your safety wear a helmet", else 0.

    No comma parts the phrase from it; a group of people or a noun in the plural before it would be its subject.
    """
    tokens = reading.tokens
    if tokens[start] not in _OPENS_A_PHRASE:
        return 0
    for k in range(start + 2, min(end - 1, start + _PHRASE_WITHIN)):
        if tokens[k] in _NOT_IN_A_PHRASE or any(m.end == k for m in reading.mentions):
            return 0
        before = tokens[k - 1]
        free = before[0].isalnum() and before not in _BEFORE_NO_VERB and not before.endswith("s")
        if free and tokens[k] in _PLAIN_ACTS:
            return k
    return 0


def behind_label(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Step over "Step 1." and "Stage 2:" at the head of a text; gives the range of its first real sentence."""
    if reading.tokens[start] not in _LABELS:
        return start, end
    if end - start <= 3 and len(reading.sentences) > 1:
        return reading.sentences[1]
    labelled = reading.tokens[start + 2 : start + 3] == [":"] and start + 3 < end
    return (start + 3, end) if labelled else (start, end)


def behind_condition(reading: Reading, start: int, end: int) -> int:
    """Give where the main clause begins behind "If a pupil is late," or "When on duty,"."""
    tokens = reading.tokens
    first = tokens[start]
    if (
        (first in _INVERTED and tokens[start + 1 : start + 2] != [] and tokens[start + 1] in _SUBJECTS)
        or (first == "save" and tokens[start + 1 : start + 2] != [] and tokens[start + 1] in _SAVE_FOR)
        or first in g.SUBORDINATORS
        or first in g.OPENING_SUBORDINATORS
        or first in {"on", "at", "under", "for", "with", "by", "aside", "apart", "instead", "rather"}
    ):
        if longest(tokens, start, g.FRONTED[first]) if first in g.FRONTED else False:
            return start
        for k in range(start + 1, end):
            if tokens[k] in g.COMMAS and k + 1 < end:
                return k + 1
    return start


def form_at(reading: Reading, place: int, end: int) -> Opening:
    """Give how the part of a sentence opens that begins at `place`."""
    tokens, adverb = reading.tokens, False
    if tokens[place] in _ORDINALS and tokens[place + 1 : place + 2] == ["time"]:
        return Opening(Opens.OTHER, place, place)
    while place < end and (g.is_adverb(tokens[place]) or tokens[place] in _SKIPPED_MARKS):
        adverb = adverb or g.is_adverb(tokens[place])
        place += 1
    if place >= end:
        return Opening(Opens.OTHER)
    word = tokens[place]
    negation = _negation(reading, place, end)
    if negation:
        return _denied(tokens, place, negation, end)
    if word == "no" and _bare_no(reading, place, end):
        return Opening(Opens.NO, place, place + 1)
    if place and tokens[place - 1] == "to" and not g.is_gerund(word):
        return Opening(Opens.INFINITIVE, place - 1, place + 1)
    if word in g.IMPERATIVES and not _noun(reading, place, end, adverb):
        if _tries_not(tokens, place, end) or denies_object(tokens, place, end):
            return Opening(Opens.NEGATION, place, min(place + 3, end))
        return Opening(Opens.VERB, place, place + 1)
    if g.is_gerund(word) or _takes_an_object(word, reading, place, end) or _third_person(word, reading, place, end):
        return Opening(Opens.GERUND, place, place + 1)
    return Opening(Opens.OTHER, place, place)


def _denied(tokens: list[str], place: int, behind: int, end: int) -> Opening:
    """Judge what opens with a negation that ends before `behind`."""
    if g.reassures(tokens, behind):
        return Opening(Opens.OTHER, place, place)  # "Do not worry", "Don't be afraid to ask"
    return Opening(Opens.VERB if _cancelled(tokens[behind:end]) else Opens.NEGATION, place, behind)


def _bare_no(reading: Reading, place: int, end: int) -> bool:
    """Tell "No hooded tops" from "No one", "No phone is" and "No answer means"."""
    tokens = reading.tokens
    return (
        tokens[place + 1 : place + 2] != ["one"]
        and _TELLS.isdisjoint(tokens[place:end])
        and _NEEDED.isdisjoint(tokens[place:end])
        and not _finite(reading, place, end)
    )


def _cancelled(behind: list[str]) -> bool:
    """Tell "Do not hesitate to", "Never forget to" and "Don't just walk past": instructions after all."""
    if behind[:1] == ["stop"] and behind[1:2] != [] and g.is_gerund(behind[1]):
        return True  # "Never stop counting heads"
    return behind[:1] != [] and (behind[0] in g.TURNING_VERBS or behind[0] in {"just", "merely", "simply"})


def _tries_not(tokens: list[str], place: int, end: int) -> bool:
    """Tell "Try not to", "Take care never to"."""
    behind = pairwise(tokens[place : min(place + 5, end)])
    return any(a in {"not", "never"} and b == "to" for a, b in behind) and "or" not in tokens[place : place + 4]


def _takes_an_object(word: str, reading: Reading, place: int, end: int) -> bool:
    """Tell the gerunds of "Meeting families", "Training the team" from the nouns of "Meeting room", "Training for"."""
    if place + 1 >= end or not g.names_an_act(word):
        return False
    return reading.tokens[place + 1] in g.DETERMINERS or any(m.start == place + 1 for m in reading.mentions)


def _third_person(word: str, reading: Reading, place: int, end: int) -> bool:
    """Tell "Applies the Code fairly", said of the one whom a heading names."""
    stem = word.removesuffix("s") if not word.endswith("ies") else word.removesuffix("ies") + "y"
    known = word != stem and stem in g.IMPERATIVES
    following = reading.tokens[place + 1] if place + 1 < end else ""
    if not known or stem not in g.NOUN_LIKE or (following in g.DETERMINERS and following != "such"):
        return known
    beyond = reading.tokens[place + 2] if place + 2 < end else ""
    if following in g.JOINS:  # "challenges and supports the head"
        return beyond.endswith("s") and beyond.removesuffix("s") in g.IMPERATIVES
    if _finite(reading, place + 1, end) or following == "such":
        return False  # "Labels such as these are not used"
    plain = following[:1].isalpha() and following not in _NO_OBJECT
    return plain and following not in g.RELATIVES and not g.is_adverb(following) and not g.is_participle(following)


def _negation(reading: Reading, place: int, end: int) -> int:
    """Give the token number behind an opening negation, 0 where there is none."""
    tokens, word = reading.tokens, reading.tokens[place]
    node = g.FRONTED.get(word)
    fronted = longest(tokens, place, node) if node is not None else None
    if fronted is not None:
        return fronted[0]
    if word in g.WELSH_OPENERS:
        return place + 1
    if word in {"never", "don't", "doesn't", "cannot", "isn't", "aren't"}:
        return place + 1
    following = tokens[place + 1] if place + 1 < end else ""
    if word == "not" and following not in _NOT_DENIED and following not in g.NO_TURN_AFTER_NO:
        return 0 if following == "to" and _is_said_of(tokens, place + 2, end) else place + 1
    if word in _DO and following in {"not", "never"} and tokens[place + 2 : place + 3] != ["only"]:
        return place + 2
    return 0


def _is_said_of(tokens: list[str], place: int, end: int) -> bool:
    """Tell "Not to report a concern is a breach": something is said of the omission, and nothing forbidden."""
    for k in range(place, end):
        if tokens[k] in g.SUBORDINATORS or tokens[k] in g.RELATIVES or tokens[k] in g.COMMAS:
            return False
        if tokens[k] in _FINITE:
            return True
    return False


def _finite(reading: Reading, place: int, end: int) -> bool:
    return not _FINITE.isdisjoint(reading.tokens[place:end])


def _goes_on_to_instruct(tokens: list[str], place: int, end: int) -> bool:
    """Tell what follows the comma of "Walk, don't run" and "Stop, look and listen"."""
    return place < end and (tokens[place] == "don't" or tokens[place] in g.IMPERATIVES - g.NOUN_LIKE)


def _acts_at(tokens: list[str], place: int, end: int) -> bool:
    return place < end and tokens[place] in g.IMPERATIVES


def _points_or_names(reading: Reading, place: int, following: str, end: int) -> bool:
    """Tell "See our policy", "save where safety demands it" and "Support staff work in every class"."""
    word = reading.tokens[place]
    if word == "see":
        return following in _SEEN or following[:1].isdigit()
    if word == "save":
        return following in _SAVE_FOR
    named = (m for m in reading.mentions if m.start == place and m.end > place + 1)
    return any(_acts_at(reading.tokens, m.end, end) for m in named)


def _noun(reading: Reading, place: int, end: int, adverb: bool) -> bool:
    """Tell the noun of "Use of phones" and "Contact details are" from the verb."""
    tokens, word = reading.tokens, reading.tokens[place]
    following = tokens[place + 1] if place + 1 < end else ""
    if following in _BEHIND_A_NOUN or _points_or_names(reading, place, following, end):
        return True
    if word == "access" and following == "to":
        return any(t in _FINITE for t in tokens[place:end])
    if word not in g.NOUN_LIKE or adverb or (following == "," and _goes_on_to_instruct(tokens, place + 2, end)):
        return False
    beyond = tokens[place + 2] if place + 2 < end else ""
    if g.is_participle(following) and beyond in _BEHIND_A_PARTICIPLE:
        return True  # "Leave taken without permission", "Work set by supply teachers"
    if following in g.NEVER_OBJECTS:
        return True  # "Work counts as complete when"
    stem = following.removesuffix("s")
    if stem != following and stem in g.IMPERATIVES and stem not in g.NOUN_LIKE:
        return True  # "Support takes the form of"
    if following in g.JOINS and beyond in g.IMPERATIVES and beyond not in g.NOUN_LIKE:
        return False  # "Plan and provide lessons"
    if not _VERBAL.isdisjoint(tokens[place + 1 : min(end, place + 7)]):
        return True  # "Phone" here means
    reach = 5 if following in g.PARTICLES else 6
    described = any(t in _FINITE_BE for t in tokens[place + 1 : min(end, place + reach)])
    return described or not (following in g.DETERMINERS or following in g.PARTICLES or following not in _ENDINGS)
