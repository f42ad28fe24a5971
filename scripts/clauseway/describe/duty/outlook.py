"""What is possible, able to be or foreseen: readings of "may", "can" and "will" that permit and promise nothing."""

from __future__ import annotations

from itertools import pairwise

from clauseway.describe.duty.predicates import of_a_person, participle_of, verb_of
from clauseway.describe.reading import Cue, Reading
from clauseway.describe.reading import grammar as g

_AS_IT_HAPPENS = frozenset(
    {"easily", "often", "sometimes", "usually", "frequently", "quickly", "positively", "readily"}
)
_COUNTED = frozenset({"treated", "regarded", "viewed", "seen", "considered", "classed", "interpreted", "construed"})
_STATES = frozenset(
    {"need", "know", "learn", "understand", "feel", "benefit", "enjoy", "find", "become", "want", "wish"}
)
_STATES_ALONE = g.INNER_STATES - {"be", "have", "use"}
_NOT_ALWAYS = frozenset({"always", "even", "fully", "immediately", "necessarily", "yet"})
_LOOKED = frozenset({"at", "for", "in", "into", "through"})
_WHEREABOUTS = frozenset({"in", "on", "near", "inside", "outside"})
_ANY_OF_IT = frozenset({"any", "anything", "either", "so", "this"})
_GOES_AHEAD = frozenset({"happen", "take", "go", "start", "begin"})
_TAKEN_IN = frozenset({"cover", "foresee", "know", "prevent", "see"})
_OURSELVES = frozenset({"academy", "policy", "school", "schools", "we"})
_SELDOM = frozenset({"necessarily", "rarely", "seldom"})
ANSWERS = frozenset({"liable", "liability", "responsible", "responsibility"})
_A_OR_AN = frozenset({"a", "an"})


def _counted_as(cue: Cue, reading: Reading) -> bool:
    """Tell "may be treated as misconduct", a consequence."""
    behind = reading.tokens[cue.verb : cue.verb + 4]
    return any(a in _COUNTED and b == "as" for a, b in pairwise(behind))


def harm_in_view(cue: Cue, reading: Reading) -> bool:
    """Tell apart "may bring the school into disrepute", "could put a child at risk": a consequence."""
    if cue.means.reading not in {"permission", "ability"} or cue.duty == "must_not":
        return False
    return any(t in g.CONSEQUENCE_NOUNS for t in reading.tokens[cue.verb + 1 : cue.verb + 7]) and verb_of(
        cue, reading
    ) in {"bring", "put", "place", "call", "be", "throw"}


def _forbids_an_act(cue: Cue, reading: Reading, verb: str) -> bool:
    """Tell "may not look through a phone", "Nobody may be in the hall", "may not do any of the following"."""
    behind = verb_of(cue, reading, 1)
    if verb == "do":
        return behind in _ANY_OF_IT
    return (verb == "look" and behind in _LOOKED) or (verb == "be" and behind in _WHEREABOUTS)


def epistemic_may(cue: Cue, reading: Reading) -> bool:
    """Tell apart "may result in", "may be misinterpreted", "there may be": what is possible, not what is permitted."""
    if cue.means.reading != "permission" or cue.note == "denied":
        return False  # "No visit may go ahead" can only forbid
    verb, participle = verb_of(cue, reading), participle_of(cue, reading)
    if verb in {"", ":"} and reading.tokens[cue.subject_from] in g.SOME:
        return True  # "Some pupils may:"
    if cue.negated and _forbids_an_act(cue, reading, verb):
        return False
    if cue.negated and (verb in _STATES_ALONE or not _NOT_ALWAYS.isdisjoint(reading.tokens[cue.end : cue.verb])):
        return True  # "A child may not want to tell", "It may not always be possible"
    if verb in g.CHOICE_VERBS:
        return False
    if verb in {"include", "involve"} and not g.OFFERED.isdisjoint(reading.tokens[cue.subject_from : cue.start]):
        return False  # "Sanctions may include a detention" reserves it
    if verb == "be":
        chosen = verb_of(cue, reading, 1) in {"any", "either"}
        return not (participle or chosen) or participle in g.EPISTEMIC_PARTICIPLES or _counted_as(cue, reading)
    if cue.subject == "there" or verb in g.EPISTEMIC_VERBS:
        return verb != "involve" or not of_a_person(cue, reading) or cue.negated  # "We may involve specialists"
    if cue.negated and verb in g.IMPERATIVES and verb not in g.SELDOM_FORBIDDEN:
        return False  # "Vehicles may not move" forbids: what is possible is seldom put so
    return verb != "" and not of_a_person(cue, reading) and cue.subject != "same"


def _beyond_anyone(cue: Cue, reading: Reading, verb: str) -> bool:
    """Tell "No school can prevent all bullying", "We cannot see everything", "We cannot do this alone": no ban."""
    behind = reading.tokens[cue.verb + 1 : cue.verb + 4]
    subject = reading.tokens[cue.subject_from : cue.start]
    if verb in _TAKEN_IN and behind[:1] == ["everything"]:
        return True
    of_the_school = not _OURSELVES.isdisjoint(subject)
    return of_the_school and (verb == "prevent" or (verb == "do" and "alone" in behind))


def bare_ability(cue: Cue, reading: Reading) -> bool:
    """Tell apart "can be upsetting", "cannot guarantee", "can happen": what is able to be, not what is permitted."""
    if cue.means.reading == "welsh-ability":
        return any(t in g.WELSH_OUTCOMES for t in reading.tokens[cue.end : cue.end + 6])
    if cue.means.reading != "ability":
        return False
    if reading.tokens[cue.subject_from] in g.SOME:
        return True  # "Some pupils cannot swim"
    if "only" in reading.tokens[cue.end : cue.verb] and verb_of(cue, reading) in _GOES_AHEAD:
        return False  # "A detention can only happen with"
    verb, participle = verb_of(cue, reading), participle_of(cue, reading)
    if cue.duty == "must_not" and _beyond_anyone(cue, reading, verb):
        return True
    if any(t in _AS_IT_HAPPENS for t in reading.tokens[cue.end : cue.verb + 3]):
        return True
    refused = verb == "accept" and ANSWERS.isdisjoint(reading.tokens[cue.verb + 1 : cue.verb + 6])
    if cue.subject in {"there"} or verb in g.EPISTEMIC_VERBS or (verb in g.NO_DUTY_VERBS and not refused):
        return True
    if verb == "be":
        return not participle or participle in g.EPISTEMIC_PARTICIPLES or cue.subject == "this"
    return not of_a_person(cue, reading)


def predictive_will(cue: Cue, reading: Reading) -> bool:
    """Tell apart "this will lead to", "there will be occasions": a forecast, no commitment."""
    if cue.means.reading != "commitment":
        return False
    verb, participle = verb_of(cue, reading), participle_of(cue, reading)
    if not _SELDOM.isdisjoint(reading.tokens[cue.end : cue.verb]):
        return True  # "A conviction will not necessarily be a bar"
    if cue.means.duty == "may":
        return verb in {"as", "to"} or (verb in _A_OR_AN and reading.tokens[cue.end - 1] == "considered")
    if verb == "be" and participle:
        return participle in g.CONSEQUENCE_PARTICIPLES or cue.subject == "there"
    if verb == "be" and verb_of(cue, reading, 1) in _A_OR_AN and not cue.negated:
        return not g.CONSEQUENCE_NOUNS.isdisjoint(reading.tokens[cue.verb + 2 : cue.verb + 5])  # "will be a breach"
    if cue.subject == "there":
        return True
    if of_a_person(cue, reading):
        return (
            verb in _STATES
            or (verb == "have" and verb_of(cue, reading, 1) == "been")
            or (verb == "be" and verb_of(cue, reading, 1) in {"able", "at", "in", "likely", "unable"})
        )
    if verb == "be":
        return (
            verb_of(cue, reading, 1)
            not in {"available", "subject", "open", "closed", "accessible", "displayed", "on", "in"}
            and not cue.negated
        )
    if cue.subject == "this" and verb in g.PRACTICES and reading.tokens[cue.subject_from : cue.start][:1] == ["it"]:
        return False  # "It will also review": a body
    of_rules = any(t in g.DOCUMENT_HEADS or t == "rules" for t in reading.tokens[cue.subject_from : cue.start])
    return verb in g.OUTCOME_VERBS or cue.subject == "this" or of_rules
