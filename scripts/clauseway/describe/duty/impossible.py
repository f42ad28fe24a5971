"""Readings of a word of duty that its sentence rules out: each rule says when a cue states no duty.

The rules stand apart from preferences (`unlikely`): what they drop can never be a clause's duty.
"""

from __future__ import annotations

from collections.abc import Callable

from clauseway.describe.duty.outlook import ANSWERS, bare_ability, epistemic_may, harm_in_view, predictive_will
from clauseway.describe.duty.predicates import of_a_person, participle_of, verb_of
from clauseway.describe.reading import Cue, Reading
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.places import CONDITION, RELATIVE
from clauseway.model import Duty

Rule = Callable[[Cue, Reading], bool]
_DOUBTFUL = frozenset({"permission", "ability", "commitment"})
_ATTENDED = frozenset({"accompanied", "represented"})
_DISCLAIMED_WITHIN = 4
_WITH = frozenset({"with", "alongside", "conjunction"})
_ENOUGH = frozenset({"adequate", "enough", "excuse", "sufficient"})
_THE_RULE_BEFORE = frozenset({"it", "that", "this"})
_BEFORE_A_MONTH = frozenset({"each", "early", "every", "in", "last", "late", "next", "this"})
_PAST = frozenset({"was", "were", "to be"})
_ASKING = frozenset({"ask", "asks", "asked", "invited"})
_QUESTIONS = frozenset({"how", "what", "whether", "why"})
_QUESTION_WITHIN, _BIDS = 3, frozenset({"to", "that", "if", "not"})
_BEFORE_A_NEED = frozenset(
    {
        "the",
        "a",
        "no",
        "any",
        "this",
        "their",
        "our",
        "his",
        "her",
        "may",
        "might",
        "could",
        "can",
        "of",
        "would",
        "special",
        "additional",
        "each",
        "to",
        "not",
        "don't",
        "doesn't",
        "never",
    }
)


def no_duty_at_all(cue: Cue, reading: Reading) -> bool:
    """Tell apart "is not required to": what is released from binds nobody."""
    return cue.duty == "none"


def in_a_condition(cue: Cue, reading: Reading) -> bool:
    """Tell apart "if staff should see", "unless the head may": the cue belongs to a condition, reason or comparison."""
    return cue.depth == CONDITION


def in_a_relative(cue: Cue, reading: Reading) -> bool:
    """Tell apart "conduct which may harm", "rules that pupils must follow": the cue describes a thing."""
    return cue.depth == RELATIVE


def reported_outlook(cue: Cue, reading: Reading) -> bool:
    """Tell apart "aware that pupils may", "remember that parents will": a report of what is or will be so."""
    if not cue.said_by or cue.means.reading not in _DOUBTFUL:
        return False
    return cue.said_by not in g.TRANSPARENT_FOR_WILL and not (
        cue.negated and cue.means.reading == "commitment" and cue.subject == "person"
    )


def right_to_a_thing(cue: Cue, reading: Reading) -> bool:
    """Tell apart "are entitled to a private life": a statement about people, no permission to do something."""
    if cue.means.kind != "weak" or cue.means.duty != "may":
        return False
    word = verb_of(cue, reading, 1) if verb_of(cue, reading) == "to" else verb_of(cue, reading)
    if word in g.DETERMINERS:  # "entitled to a grant" is something one may ask for
        place = reading.tokens.index(word, cue.verb)
        return not g.RIGHT_THINGS.isdisjoint(reading.tokens[place + 1 : place + 3])
    place = cue.verb + (verb_of(cue, reading) == "to")
    behind = reading.tokens[place + 1 : place + 2]
    granted = (word == "free" and behind != ["from"]) or (word == "be" and not _ATTENDED.isdisjoint(behind))
    return word in g.RIGHT_THINGS and not granted  # "entitled to free school meals", "the right to be accompanied"


def essential_part(cue: Cue, reading: Reading) -> bool:
    """Tell apart "is an essential element of": a description."""
    behind = verb_of(cue, reading)
    plain = cue.means.kind == "weak" and cue.means.actor_after and cue.means.needs == "be" and cue.end - cue.start == 1
    return plain and behind[:1].isalpha() and behind not in {"to", "that", "for", "and", "in", "if", "when", "at"}


def as_they_should(cue: Cue, reading: Reading) -> bool:
    """Tell apart "those who do as they should": a comparison."""
    tokens, place = reading.tokens, cue.start
    return place > 1 and tokens[place - 2] in {"as", "than"} and tokens[place - 1] in g.PRONOUNS


def put_as_a_condition(cue: Cue, reading: Reading) -> bool:
    """Tell apart "Should a pupil refuse, staff must not": the case, put without "if"."""
    first, _ = reading.sentences[cue.sentence]
    if cue.start != first or reading.words(first, first + 1)[0] != "Should":
        return False
    behind = reading.tokens[first + 1 : first + 2]
    return behind != [] and behind[0] not in g.IMPERATIVES | g.NEGATORS | g.BE and not g.is_adverb(behind[0])


def comments_on_it(cue: Cue, reading: Reading) -> bool:
    """Tell apart "It is not enough to have told a colleague", "... A promise is not enough": it says why of a rule."""
    if cue.means.kind != "weak" or cue.means.needs != "negated" or cue.duty != "must_not":
        return False
    subject, last = reading.tokens[cue.subject_from], reading.tokens[cue.end - 1]
    measured = last in _ENOUGH and (cue.sentence > 0 or not g.is_gerund(subject))
    goes_on = last == "answer" and verb_of(cue, reading)[:1].isalpha()  # "is not the answer to every problem"
    return measured or goes_on or subject in _THE_RULE_BEFORE


def month_of_may(cue: Cue, reading: Reading) -> bool:
    """Tell apart "ratified in May 2010": the month."""
    if cue.means.reading != "permission" or cue.end - cue.start > 1:
        return False
    before = reading.tokens[cue.start - 1] if cue.start else ""
    behind = reading.tokens[cue.end] if cue.end < len(reading.tokens) else "."
    if before in _BEFORE_A_MONTH and reading.words(cue.start, cue.end)[0].startswith("May"):
        return True  # "three nights each May at the centre"
    return behind[:1].isdigit() or (
        not behind[0].isalpha() and before in {"in", "by", "since", "until", "during", "of"}
    )


def disclaimed(cue: Cue, reading: Reading) -> bool:
    """Tell apart "The school cannot be held responsible for loss": what is not answered for, no ban."""
    if cue.duty != "must_not" or cue.means.reading not in _DOUBTFUL:
        return False
    behind = reading.tokens[cue.verb : cue.verb + _DISCLAIMED_WITHIN]
    return behind[:1] in (["be"], ["accept"], ["assume"]) and not ANSWERS.isdisjoint(behind)


def kindly_done(cue: Cue, reading: Reading) -> bool:
    """Tell apart "speak to them kindly": the manner; "Kindly return" asks."""
    asks = cue.start == reading.sentences[cue.sentence][0] or verb_of(cue, reading) in g.IMPERATIVES
    return reading.tokens[cue.start] == "kindly" and not asks


def to_be_read_with(cue: Cue, reading: Reading) -> bool:
    """Tell apart "This policy should be read with the safeguarding policy" at the end of what introduces it."""
    if not cue.sentence or participle_of(cue, reading) not in {"read", "seen"} or cue.negated:
        return False
    behind = reading.tokens[cue.verb + 1 : cue.verb + 7]
    return not _WITH.isdisjoint(behind) and not of_a_person(cue, reading)


def agreed_of_others(cue: Cue, reading: Reading) -> bool:
    """Tell apart "I agree that the school may", "I agree to the following": what is accepted, no promise."""
    if cue.means.reading != "agreement":
        return False
    behind = reading.tokens[cue.end : cue.end + 3]
    if behind[:1] == ["to"]:
        return behind[1:2] != [] and behind[1] in g.DETERMINERS
    return behind[:1] == ["that"] and behind[1:2] not in (["i"], ["my"], ["we"], ["our"], ["if"])


def asked_a_question(cue: Cue, reading: Reading) -> bool:
    """Tell apart "is asked what would help", "is invited to a meeting": what the school does, nothing it expects."""
    asks, behind_it = cue.means.duty is Duty.SHOULD, verb_of(cue, reading)
    if not asks and behind_it != "for":
        return False
    if asks and cue.means.needs == "be" and not _PAST.isdisjoint(_before(cue, reading)):
        return True  # "Staff were asked for their views", "a chance to be asked"
    words = set(reading.tokens[cue.start : cue.end])
    if behind_it == "for" and words & {"asked", "requested"}:
        return True  # "Consent is asked for once": the school's act
    if not asks or not words & _ASKING:
        return False
    if cue.negated and "asked" in words and _BIDS.isdisjoint(reading.tokens[cue.end - 1 : cue.end + 6]):
        return True  # "Children are not asked leading questions": what the school does not do
    behind = reading.tokens[cue.end : cue.end + _QUESTION_WITHIN]
    if "invited" in words and "to" in words:
        return behind[:1] != [] and behind[0] in g.DETERMINERS
    for word in behind:
        if word in {"to", "that", ","}:
            return False
        if word in _QUESTIONS:
            return True
    return False


def _before(cue: Cue, reading: Reading) -> list[str]:
    """Give the two words before a cue, "to be" as one."""
    two = reading.tokens[max(cue.start - 2, 0) : cue.start]
    return ["to be"] if two == ["to", "be"] else two


def purpose_is_to(cue: Cue, reading: Reading) -> bool:
    """Tell apart "the aim of this policy is to": a purpose, no order; "is to the left" is none either."""
    if cue.means.reading != "arrangement":
        return False
    subject = reading.tokens[cue.subject_from : cue.start]
    headed = any(
        w in g.PURPOSE_HEADS and not (w == "purpose" and k and subject[k - 1] == "on") for k, w in enumerate(subject)
    )
    if headed or verb_of(cue, reading) in g.DETERMINERS:
        return True
    return cue.subject in {"this", "there"} and verb_of(cue, reading) != "be"


def need_of_a_thing(cue: Cue, reading: Reading) -> bool:
    """Tell apart "the need to", "may have to", "this policy needs to sit alongside": a want, no order."""
    if cue.means.reading != "need":
        return False
    before = reading.tokens[cue.start - 1] if cue.start else ""
    if before in _BEFORE_A_NEED:
        return True
    subject = reading.tokens[cue.subject_from : cue.start]
    return verb_of(cue, reading) != "be" and bool(subject) and subject[-1] in g.DOCUMENT_HEADS


RULES: tuple[Rule, ...] = (
    no_duty_at_all,
    in_a_condition,
    in_a_relative,
    reported_outlook,
    right_to_a_thing,
    essential_part,
    as_they_should,
    put_as_a_condition,
    comments_on_it,
    month_of_may,
    disclaimed,
    kindly_done,
    to_be_read_with,
    asked_a_question,
    agreed_of_others,
    harm_in_view,
    epistemic_may,
    bare_ability,
    predictive_will,
    purpose_is_to,
    need_of_a_thing,
)
_DOUBTS: dict[str, tuple[Rule, ...]] = {
    "permission": (reported_outlook, disclaimed, month_of_may, harm_in_view, epistemic_may),
    "ability": (reported_outlook, disclaimed, harm_in_view, bare_ability),
    "welsh-ability": (bare_ability,),
    "commitment": (reported_outlook, disclaimed, predictive_will),
    "arrangement": (purpose_is_to,),
    "need": (need_of_a_thing,),
    "request": (kindly_done,),
    "agreement": (agreed_of_others,),
}
"""The rules that settle each doubt of the word list; the others are asked of every cue."""
_OF_EVERY_CUE = tuple(rule for rule in RULES if not any(rule in rules for rules in _DOUBTS.values()))


def ruled_out(cue: Cue, reading: Reading) -> str:
    """Give the name of the first rule by which a cue states no duty, or nothing."""
    for rule in _OF_EVERY_CUE:
        if rule(cue, reading):
            return rule.__name__.replace("_", "-")
    for rule in _DOUBTS.get(cue.means.reading, ()):
        if rule(cue, reading):
            return rule.__name__.replace("_", "-")
    return ""
