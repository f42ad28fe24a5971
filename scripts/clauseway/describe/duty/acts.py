"""Verbs in the present tense: their base forms, which of them are acts and no states, and what denies them."""

from __future__ import annotations

from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.negation import LIMITING, MODALS, denied_at_the_end, denies_object, to_nobody

_FINITE = MODALS | {"is", "are", "has", "have", "was", "were"}
_WORKS = frozenset({"with", "alongside", "through"})
_SOMETIMES_ACTS = frozenset({"lead", "show", "use"})  # "uses the telephone", "leads a visit"; not "leads to"
_WORDS = frozenset({"abbreviation", "name", "phrase", "term", "word", "words"})
_LOOKED = frozenset({"after", "at", "into", "out"})
_LIGHTLY = frozenset({"just", "simply"})  # "We never simply send a child home" is a ban all the same
_GOES_ON = frozenset({"also", "but", ";"})
_MADE_WITHIN = 4
_PERSONAL = frozenset({"we", "they", "he", "she"})
NEGATED_DO = frozenset({"don't", "doesn't"})
DENYING = NEGATED_DO | {"do", "does", "longer", "neither", "never", "no", "not"}


def denies(tokens: list[str], place: int) -> bool:
    """Tell "do not", "doesn't" and "never" in front of a verb."""
    word = tokens[place]
    if word not in DENYING:
        return False  # nearly always so
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    return (
        word in NEGATED_DO
        or word == "never"
        or (word in {"do", "does"} and following == "not")
        or (word == "not" and tokens[place - 1] in {"do", "does"})
        or (word == "no" and following == "longer")
        or (word == "neither" and base_form(following) in g.IMPERATIVES)
        or (word == "longer" and tokens[place - 1] == "no")
    )


def limits(tokens: list[str], place: int) -> bool:
    """Tell the negation of "We do not simply punish", "Staff do not only report but also record": it denies no act."""
    near = LIMITING.intersection(tokens[place + 1 : place + 3])
    return bool(near) and (near.isdisjoint(_LIGHTLY) or not _GOES_ON.isdisjoint(tokens[place:]))


def denied_object(tokens: list[str], place: int, end: int) -> bool:
    """Tell "We take no phones into class", "They say nothing of it" from "We meet no later than June"."""
    if g.DENIALS.isdisjoint(tokens[place:]):
        return False
    if to_nobody(tokens, place, end) or denies_object(tokens, place, end) or denied_at_the_end(tokens, place, end):
        return True
    no = place + 2 if tokens[place + 1 : place + 2] == ["out"] else place + 1  # "gives out no addresses"
    none = tokens[no : no + 1] == ["no"] and base_form(tokens[place]) in g.DENYING_VERBS
    return none and no + 1 < end and tokens[no + 1] not in g.NO_TURN_AFTER_NO


def base_form(word: str) -> str:
    """Give the base form of a verb in the third person, or the word as it is."""
    if not word.endswith("s"):
        return word
    for ending, base in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending) and word.removesuffix(ending) + base in g.IMPERATIVES:
            return word.removesuffix(ending) + base
    return word


def does(tokens: list[str], place: int, end: int) -> bool:
    """Tell an act in the present tense: "The teacher takes the phone", "Learners switch off"; no noun, no state."""
    word = tokens[place]
    base = base_form(word)
    following = tokens[place + 1] if place + 1 < end else ""
    if (base == "look" and following in _LOOKED) or (base == "lead" and following == "on"):
        return True
    if base == "make" and _makes_note(tokens, place):
        return True
    if base in _SOMETIMES_ACTS and following in g.DETERMINERS:
        return _WORDS.isdisjoint(tokens[place + 2 : place + 3])
    if base == "come" and tokens[place + 1 : place + 4] == ["to", "school", "in"]:
        return True
    if base == "work" and following in _WORKS:
        return True
    if base not in g.IMPERATIVES or base in g.STATES:
        return False
    if _speaks_before(tokens, place):
        return True  # "We answer within a month": no noun stands behind a pronoun
    if base != word or word not in g.NOUN_LIKE or following in g.DETERMINERS or following in g.PARTICLES:
        return True
    plural = tokens[place - 1].endswith("s") or tokens[place - 1] in {"staff", "children", "people"}
    told = next((k for k in range(place, end) if tokens[k] in g.RELATIVES), end)
    return plural and following[:1].isalpha() and _FINITE.isdisjoint(tokens[place:told])


def _makes_note(tokens: list[str], place: int) -> bool:
    """Tell "makes a note of it", "make a written record", "makes arrangements"."""
    return not g.MADE.isdisjoint(tokens[place + 1 : place + _MADE_WITHIN])


def _speaks_before(tokens: list[str], place: int) -> bool:
    while place > 0 and g.is_adverb(tokens[place - 1]):
        place -= 1
    return place > 0 and tokens[place - 1] in _PERSONAL
