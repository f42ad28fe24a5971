"""Readings of a word of duty that its sentence rules out: each rule says when a cue states no duty.

The rules stand apart from preferences (`unlikely`): what they drop can never be a clause's duty.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from clauseway.describe.reading import Cue, Reading
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.places import CONDITION, RELATIVE
from clauseway.model import Duty

Rule = Callable[[Cue, Reading], bool]
_DOUBTFUL = frozenset({"permission", "ability", "commitment"})
_AS_IT_HAPPENS = frozenset(
    {"easily", "often", "sometimes", "usually", "frequently", "quickly", "positively", "readily"}
)
_COUNTED = frozenset({"treated", "regarded", "viewed", "seen", "considered", "classed", "interpreted", "construed"})
_STATES = frozenset(
    {"need", "know", "learn", "understand", "feel", "benefit", "enjoy", "find", "become", "want", "wish"}
)
_ATTENDED = frozenset({"accompanied", "represented"})
_NOT_ALWAYS = frozenset({"always", "even", "fully", "immediately", "necessarily", "yet"})
_DISCLAIMED_WITHIN = 4
_STATES_ALONE = g.INNER_STATES - {"be", "have", "use"}
_ANSWERS = frozenset({"liable", "liability", "responsible", "responsibility"})
_WITH = frozenset({"with", "alongside", "conjunction"})
_LOOKED = frozenset({"at", "for", "in", "into", "through"})
_WHEREABOUTS = frozenset({"in", "on", "near", "inside", "outside"})
_ANY_OF_IT = frozenset({"any", "anything", "either", "so", "this"})
_A = frozenset({"a", "an"})
_ENOUGH = frozenset({"adequate", "enough", "sufficient"})
_THE_RULE_BEFORE = frozenset({"it", "that", "this"})
_BEFORE_A_MONTH = frozenset({"each", "early", "every", "in", "last", "late", "next", "this"})
_PAST = frozenset({"was", "were", "to be"})
_GOES_AHEAD = frozenset({"happen", "take", "go", "start", "begin"})
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


def _verb(cue: Cue, reading: Reading, offset: int = 0) -> str:
    place = cue.verb + offset
    return reading.tokens[place] if place < len(reading.tokens) else ""


def _passive(cue: Cue, reading: Reading) -> str:
    """Give the participle of a passive ("may be used"), else nothing."""
    if _verb(cue, reading) != "be":
        return ""
    offset = 1
    while g.is_adverb(_verb(cue, reading, offset)) or _verb(cue, reading, offset) in g.NEGATORS:
        offset += 1
    word = _verb(cue, reading, offset)
    return word if g.is_participle(word) else ""


def _of_a_person(cue: Cue, reading: Reading) -> bool:
    """Tell whether its subject is a person or group; one that follows from the cue before counts as such."""
    return (
        cue.subject in {"person", "same"}
        or (cue.subject == "none" and cue.verb < len(reading.tokens))
        or cue.note == "inverted"
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


def _counted_as(cue: Cue, reading: Reading) -> bool:
    """Tell "may be treated as misconduct", a consequence."""
    behind = reading.tokens[cue.verb : cue.verb + 4]
    return any(a in _COUNTED and b == "as" for a, b in pairwise(behind))


def right_to_a_thing(cue: Cue, reading: Reading) -> bool:
    """Tell apart "are entitled to a private life": a statement about people, no permission to do something."""
    if cue.means.kind != "weak" or cue.means.duty != "may":
        return False
    word = _verb(cue, reading, 1) if _verb(cue, reading) == "to" else _verb(cue, reading)
    if word in g.DETERMINERS:  # "entitled to a grant" is something one may ask for
        place = reading.tokens.index(word, cue.verb)
        return not g.RIGHT_THINGS.isdisjoint(reading.tokens[place + 1 : place + 3])
    place = cue.verb + (_verb(cue, reading) == "to")
    behind = reading.tokens[place + 1 : place + 2]
    granted = (word == "free" and behind != ["from"]) or (word == "be" and not _ATTENDED.isdisjoint(behind))
    return word in g.RIGHT_THINGS and not granted  # "entitled to free school meals", "the right to be accompanied"


def essential_part(cue: Cue, reading: Reading) -> bool:
    """Tell apart "is an essential element of": a description."""
    behind = _verb(cue, reading)
    plain = cue.means.kind == "weak" and cue.means.actor_after and cue.means.needs == "be" and cue.end - cue.start == 1
    return plain and behind[:1].isalpha() and behind not in {"to", "that", "for", "and", "in", "if", "when", "at"}


def as_they_should(cue: Cue, reading: Reading) -> bool:
    """Tell apart "those who do as they should": a comparison."""
    tokens, place = reading.tokens, cue.start
    return place > 1 and tokens[place - 2] in {"as", "than"} and tokens[place - 1] in g.PRONOUNS


def comments_on_it(cue: Cue, reading: Reading) -> bool:
    """Tell apart "It is not enough to have told a colleague", "... A promise is not enough": it says why of a rule."""
    if cue.means.kind != "weak" or cue.means.needs != "negated" or cue.duty != "must_not":
        return False
    measured = cue.sentence > 0 and reading.tokens[cue.end - 1] in _ENOUGH
    return measured or reading.tokens[cue.subject_from] in _THE_RULE_BEFORE


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
    return behind[:1] in (["be"], ["accept"], ["assume"]) and not _ANSWERS.isdisjoint(behind)


def kindly_done(cue: Cue, reading: Reading) -> bool:
    """Tell apart "speak to them kindly": the manner; "Kindly return" asks."""
    asks = cue.start == reading.sentences[cue.sentence][0] or _verb(cue, reading) in g.IMPERATIVES
    return reading.tokens[cue.start] == "kindly" and not asks


def to_be_read_with(cue: Cue, reading: Reading) -> bool:
    """Tell apart "This policy should be read with the safeguarding policy" at the end of what introduces it."""
    if not cue.sentence or _passive(cue, reading) not in {"read", "seen"} or cue.negated:
        return False
    behind = reading.tokens[cue.verb + 1 : cue.verb + 7]
    return not _WITH.isdisjoint(behind) and not _of_a_person(cue, reading)


def agreed_of_others(cue: Cue, reading: Reading) -> bool:
    """Tell apart "I agree that the school may", "I agree to the following": what is accepted, no promise."""
    if cue.means.reading != "agreement":
        return False
    behind = reading.tokens[cue.end : cue.end + 3]
    if behind[:1] == ["to"]:
        return behind[1:2] != [] and behind[1] in g.DETERMINERS
    return behind[:1] == ["that"] and behind[1] not in {"i", "my", "we", "our", "if"}


def asked_a_question(cue: Cue, reading: Reading) -> bool:
    """Tell apart "is asked what would help", "is invited to a meeting": what the school does, nothing it expects."""
    asks, behind_it = cue.means.duty is Duty.SHOULD, _verb(cue, reading)
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


def harm_in_view(cue: Cue, reading: Reading) -> bool:
    """Tell apart "may bring the school into disrepute", "could put a child at risk": a consequence."""
    if cue.means.reading not in {"permission", "ability"} or cue.duty == "must_not":
        return False
    return any(t in g.CONSEQUENCE_NOUNS for t in reading.tokens[cue.verb + 1 : cue.verb + 7]) and _verb(
        cue, reading
    ) in {"bring", "put", "place", "call", "be", "throw"}


def _forbids_an_act(cue: Cue, reading: Reading, verb: str) -> bool:
    """Tell "may not look through a phone", "Nobody may be in the hall", "may not do any of the following"."""
    behind = _verb(cue, reading, 1)
    if verb == "do":
        return behind in _ANY_OF_IT
    return (verb == "look" and behind in _LOOKED) or (verb == "be" and behind in _WHEREABOUTS)


def epistemic_may(cue: Cue, reading: Reading) -> bool:
    """Tell apart "may result in", "may be misinterpreted", "there may be": what is possible, not what is permitted."""
    if cue.means.reading != "permission" or cue.note == "denied":
        return False  # "No visit may go ahead" can only forbid
    verb, participle = _verb(cue, reading), _passive(cue, reading)
    if verb in {"", ":"} and reading.tokens[cue.subject_from] in g.SOME:
        return True  # "Some pupils may:"
    if cue.negated and _forbids_an_act(cue, reading, verb):
        return False
    if cue.negated and (
        verb in g.INNER_STATES - {"be", "use", "have"} or not _NOT_ALWAYS.isdisjoint(reading.tokens[cue.end : cue.verb])
    ):
        return True  # "A child may not want to tell", "It may not always be possible"
    if verb in g.CHOICE_VERBS:
        return False
    if verb in {"include", "involve"} and not g.OFFERED.isdisjoint(reading.tokens[cue.subject_from : cue.start]):
        return False  # "Sanctions may include a detention" reserves it
    if verb == "be":
        chosen = _verb(cue, reading, 1) in {"any", "either"}
        return not (participle or chosen) or participle in g.EPISTEMIC_PARTICIPLES or _counted_as(cue, reading)
    if cue.subject == "there" or verb in g.EPISTEMIC_VERBS:
        return verb != "involve" or not _of_a_person(cue, reading) or cue.negated  # "We may involve specialists"
    if cue.negated and verb in g.IMPERATIVES - g.SELDOM_FORBIDDEN:
        return False  # "Vehicles may not move" forbids: what is possible is seldom put so
    return verb != "" and not _of_a_person(cue, reading) and cue.subject != "same"


def bare_ability(cue: Cue, reading: Reading) -> bool:
    """Tell apart "can be upsetting", "cannot guarantee", "can happen": what is able to be, not what is permitted."""
    if cue.means.reading == "welsh-ability":
        return any(t in g.WELSH_OUTCOMES for t in reading.tokens[cue.end : cue.end + 6])
    if cue.means.reading != "ability":
        return False
    if reading.tokens[cue.subject_from] in g.SOME:
        return True  # "Some pupils cannot swim"
    if "only" in reading.tokens[cue.end : cue.verb] and _verb(cue, reading) in _GOES_AHEAD:
        return False  # "A detention can only happen with"
    verb, participle = _verb(cue, reading), _passive(cue, reading)
    if any(t in _AS_IT_HAPPENS for t in reading.tokens[cue.end : cue.verb + 3]):
        return True
    refused = verb == "accept" and _ANSWERS.isdisjoint(reading.tokens[cue.verb + 1 : cue.verb + 6])
    if cue.subject in {"there"} or verb in g.EPISTEMIC_VERBS or (verb in g.NO_DUTY_VERBS and not refused):
        return True
    if verb == "be":
        return not participle or participle in g.EPISTEMIC_PARTICIPLES or cue.subject == "this"
    return not _of_a_person(cue, reading)


def predictive_will(cue: Cue, reading: Reading) -> bool:
    """Tell apart "this will lead to", "there will be occasions": a forecast, no commitment."""
    if cue.means.reading != "commitment":
        return False
    verb, participle = _verb(cue, reading), _passive(cue, reading)
    if cue.means.duty == "may":
        return verb in {"as", "to"} or (verb in _A and reading.tokens[cue.end - 1] == "considered")
    if verb == "be" and participle:
        return participle in g.CONSEQUENCE_PARTICIPLES or cue.subject == "there"
    if verb == "be" and _verb(cue, reading, 1) in _A and not cue.negated:
        return not g.CONSEQUENCE_NOUNS.isdisjoint(reading.tokens[cue.verb + 2 : cue.verb + 5])  # "will be a breach"
    if cue.subject == "there":
        return True
    if _of_a_person(cue, reading):
        return (
            verb in _STATES
            or (verb == "have" and _verb(cue, reading, 1) == "been")
            or (verb == "be" and _verb(cue, reading, 1) in {"able", "at", "in", "likely", "unable"})
        )
    if verb == "be":
        return (
            _verb(cue, reading, 1)
            not in {"available", "subject", "open", "closed", "accessible", "displayed", "on", "in"}
            and not cue.negated
        )
    if cue.subject == "this" and verb in g.PRACTICES and reading.tokens[cue.subject_from : cue.start][:1] == ["it"]:
        return False  # "It will also review": a body
    of_rules = any(t in g.DOCUMENT_HEADS or t == "rules" for t in reading.tokens[cue.subject_from : cue.start])
    return verb in g.OUTCOME_VERBS or cue.subject == "this" or of_rules


def purpose_is_to(cue: Cue, reading: Reading) -> bool:
    """Tell apart "the aim of this policy is to": a purpose, no order; "is to the left" is none either."""
    if cue.means.reading != "arrangement":
        return False
    subject = reading.tokens[cue.subject_from : cue.start]
    headed = any(
        w in g.PURPOSE_HEADS and not (w == "purpose" and k and subject[k - 1] == "on") for k, w in enumerate(subject)
    )
    if headed or _verb(cue, reading) in g.DETERMINERS:
        return True
    return cue.subject in {"this", "there"} and _verb(cue, reading) != "be"


def need_of_a_thing(cue: Cue, reading: Reading) -> bool:
    """Tell apart "the need to", "may have to", "this policy needs to sit alongside": a want, no order."""
    if cue.means.reading != "need":
        return False
    before = reading.tokens[cue.start - 1] if cue.start else ""
    if before in _BEFORE_A_NEED:
        return True
    subject = reading.tokens[cue.subject_from : cue.start]
    return _verb(cue, reading) != "be" and bool(subject) and subject[-1] in g.DOCUMENT_HEADS


RULES: tuple[Rule, ...] = (
    no_duty_at_all,
    in_a_condition,
    in_a_relative,
    reported_outlook,
    right_to_a_thing,
    essential_part,
    as_they_should,
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
    "permission": (month_of_may, harm_in_view, epistemic_may),
    "ability": (harm_in_view, bare_ability),
    "welsh-ability": (bare_ability,),
    "commitment": (predictive_will,),
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
