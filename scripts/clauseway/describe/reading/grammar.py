"""The small words of the grammar, from the word lists, ready for look-up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec

from clauseway.describe.reading.phrases import Node, grow
from clauseway.describe.reading.tokens import fold, tokenise
from clauseway.model import Duty
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("duties")


def _set(name: str) -> frozenset[str]:
    return frozenset(_DATA[name])


class CueWords(msgspec.Struct, frozen=True):
    """What a run of words says about duty."""

    duty: Duty
    """What it says as it stands."""
    negated: Duty
    """What it says when negated."""
    inner: Duty
    """What it says when "not" stands before its closing "to"."""
    kind: str
    """`modal`, `equivalent` or `weak`."""
    reading: str = ""
    """The doubt to be settled."""
    needs: str = ""
    """What must stand about it."""
    actor_after: bool = False
    """Whether the one who must act is named behind it."""
    will_stays: bool = False
    """Whether "will be ..." in front of it stays a commitment."""


_OPPOSITE = {Duty.MUST: Duty.MUST_NOT, Duty.SHOULD: Duty.SHOULD_NOT, Duty.MAY: Duty.MUST_NOT}


def _cue_words(row: dict[str, Any]) -> CueWords:
    duty = Duty(row["duty"])
    negated = Duty(row.get("not", _OPPOSITE.get(duty, Duty.NONE)))
    inner = Duty(row.get("inner", negated))
    after = row.get("actor") == "after"
    return CueWords(
        duty,
        negated,
        inner,
        row["kind"],
        row.get("reading", ""),
        row.get("needs", ""),
        after,
        row.get("after_will") == "stays",
    )


def phrase(words: str) -> str:
    """Write a phrase of a word list as the tokeniser would part it."""
    return " ".join(tokenise(fold(words)))


def _spelled(words: str) -> list[str]:
    """Give a phrase for each sort that its blank stands for."""
    return [words.replace("{sort}", sort) for sort in _DATA["sorts"]] if "{sort}" in words else [words]


CUES: dict[str, Node[CueWords]] = grow(
    (phrase(way), _cue_words(row)) for row in _DATA["cues"] for w in row["words"] for way in _spelled(w)
)
FRONTED: dict[str, Node[bool]] = grow((phrase(w), True) for w in _DATA["fronted_negations"])

ADVERBS, NOT_ADVERBS = _set("adverbs"), _set("not_adverbs")
BE, NEGATORS, LINKS = _set("be"), _set("negators"), _set("links")
DENIALS = NEGATORS | _set("negative_subjects") | {"cannot", "can't", "won't"}
DENIALS |= {word for words in _DATA["fronted_negations"] if DENIALS.isdisjoint(words.split()) for word in words.split()}
"""A text without any of these denies nothing."""
NEGATIVE_SUBJECTS, NOT_BEFORE_NO = _set("negative_subjects"), _set("not_before_no")
TURNING_VERBS, NO_TURN_AFTER_NO = _set("turning_verbs"), _set("no_turn_after_no")
SUBORDINATORS, OPENING_SUBORDINATORS = _set("subordinators"), _set("opening_subordinators")
RELATIVES, COMPLEMENT_WORDS = _set("relatives"), _set("complement_words")
TRANSPARENT, TRANSPARENT_FOR_WILL = _set("transparent"), _set("transparent_for_will")
PRONOUNS, DETERMINERS = _set("pronouns"), _set("determiners")
PURPOSE_HEADS, DOCUMENT_HEADS = _set("purpose_heads"), _set("document_heads")
EPISTEMIC_VERBS, EPISTEMIC_PARTICIPLES = _set("epistemic_verbs"), _set("epistemic_participles")
CONSEQUENCE_PARTICIPLES, CHOICE_VERBS = _set("consequence_participles"), _set("choice_verbs")
OUTCOME_VERBS, NO_DUTY_VERBS = _set("outcome_verbs"), _set("help_verbs_of_no_duty")
IRREGULAR_PARTICIPLES = _set("irregular_participles")
IMPERATIVES, NOUN_LIKE = _set("imperatives"), _set("noun_like")
WELSH_NEGATORS, WELSH_TURNS, WELSH_OUTCOMES = _set("welsh_negators"), _set("welsh_turns"), _set("welsh_outcomes")
ASKERS, BEFORE_A_REQUEST, BEFORE_THE_ASKED = _set("askers"), _set("before_a_request"), _set("before_the_asked")
CONSEQUENCE_NOUNS = _set("consequence_nouns")
PRACTICES = frozenset(v + ending for v in _DATA["practices"] for ending in ("", "s", "es"))
DENYING_VERBS = _set("denying_verbs")
RIGHT_THINGS, BODIES, NEVER_OBJECTS = _set("right_things"), _set("bodies"), _set("never_objects")
PARTICLES = _set("particles")
HOPES, STATES, INNER_STATES, FOUND_SO = _set("hopes"), _set("states"), _set("inner_states"), _set("found_so")
DENIED_AT_TIMES = _set("denied_at_times")
SOME, AT_TIMES, BACKGROUND = _set("some"), _set("at_times"), _set("background_heads")
PRACTISED, DESCRIBED = _set("practised"), _set("described")
OFFERED, SELDOM_FORBIDDEN = _set("offered") | _set("option_leads"), _set("seldom_forbidden")
DECLARED, PAPERS, PAPER_VERBS = _set("declared"), _set("papers"), _set("paper_verbs")
MADE = _set("made")
OUTSIDERS = _set("outsiders")
REASSURED, REASSURING = _set("reassured"), _set("reassuring")
SIGN_HEADS = _set("sign_heads")
PAPERS_OF_PEOPLE, TALKS, GRANTS = _set("papers_of_people"), _set("talks"), _set("grants")
DOCUMENT_NOUNS, PAPERWORK = _set("document_nouns"), _set("paperwork")
WELSH_OPENERS = _set("welsh_negative_openers")
COMMAS = frozenset({",", "–", "—", "-"})
JOINS = frozenset({"and", "or", "but", "nor", "then"})
SKIPPED = frozenset(w for w in ADVERBS | NEGATORS if " " not in w)


def reassures(tokens: Sequence[str], place: int) -> bool:
    """Tell the verb of "do not worry", "don't be afraid" and "do not feel that you have to": nothing is forbidden."""
    behind = tokens[place : place + 3]
    if behind[:1] == ["be"]:
        return any(t in REASSURED for t in behind[1:])
    return behind[:1] != [] and (behind[0] in REASSURING or behind[:2] == ["feel", "that"])


@lru_cache(maxsize=8192)
def is_adverb(word: str) -> bool:
    """Tell whether a word may stand inside a verb group without changing it."""
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in NOT_ADVERBS)


@lru_cache(maxsize=8192)
def is_participle(word: str) -> bool:
    """Tell whether a word can be a past participle."""
    return word in IRREGULAR_PARTICIPLES or (len(word) > 3 and word.endswith(("ed", "-ed")))


@lru_cache(maxsize=8192)
def is_gerund(word: str) -> bool:
    """Tell whether a word has the form of a gerund."""
    return (
        len(word) > 4
        and word.endswith("ing")
        and word
        not in {
            "during",
            "nothing",
            "anything",
            "something",
            "everything",
            "training",
            "building",
            "meeting",
            "clothing",
            "evening",
            "morning",
            "parking",
            "setting",
            "bullying",
            "cyberbullying",
            "wellbeing",
            "well-being",
            "according",
        }
    )


@lru_cache(maxsize=8192)
def names_an_act(word: str) -> bool:
    """Tell the gerund of a known verb: "running", "sharing"."""
    stem = word.removesuffix("ing")
    return stem != word and not IMPERATIVES.isdisjoint({stem, stem[:-1], f"{stem}e"})


# Behind these the word before is a noun: "support from a teaching assistant".
PREPOSITIONS_OF_NOUNS = frozenset({"from", "of", "for", "by", "in", "between", "at", "during", "on"})
