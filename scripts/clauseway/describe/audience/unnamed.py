"""Rules that name nobody: who is meant, by what is done, by whose thing it is about and by the title; likelihoods."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from clauseway.describe.audience.actors import Found
from clauseway.describe.audience.case import FAMILIES, PARENTS, PUPILS, STAFF, Case, Stated, evidence, here
from clauseway.describe.audience.labels import label_of
from clauseway.describe.duty.force import SPELLED_OUT
from clauseway.describe.duty.openings import Opens, opening
from clauseway.describe.findings import Within
from clauseway.describe.reading import Reading, read
from clauseway.describe.reading.grammar import DOCUMENT_HEADS, NEGATORS
from clauseway.model import Audience
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("roles")
_TITLE_KINDS = frozenset(_DATA["title_kinds"])
_THINGS = {
    word: frozenset(Audience(who) for who, words in _DATA["things"].items() if word in words)
    for words in _DATA["things"].values()
    for word in words
}
_THINGS_OF_COMPLAINTS = dict.fromkeys(_DATA["things_of_complaints"], PARENTS)
_APPROACHES, _OFFICES, _GROWN_UPS = (frozenset(_DATA[name]) for name in ("approaches", "offices", "grown_ups"))
_THEIR_ACTS, _THEIR_PAPERS = frozenset(_DATA["their_acts"]), frozenset(_DATA["their_papers"])
_PASSIVES = frozenset({"be", "is", "are"})
BORNE_WITH, _CONDUCT_OF_PUPILS = frozenset(_DATA["borne_with"]), frozenset(_DATA["conduct_of_pupils"])
_BROUGHT = frozenset(_DATA["brought_by_pupils"])
_PUT_UP_WITH = frozenset({"condone", "tolerate"})
_OBJECT_WITHIN = 3
_OTHERS = frozenset({"other", "another", "fellow", "your", "my", "with", "to"})
_BELONGINGS_OF_PUPILS, _WORN = frozenset(_DATA["belongings_of_pupils"]), frozenset(_DATA["worn_or_carried"])
_FORBIDDING_STEMS = frozenset({"lead-in-must_not", "lead-in-should_not", "lead-in-forbids"})
_SAYS = frozenset({"tell", "ask"})  # staff tell the head too: only "tell an adult" is said to pupils alone
_THING_WITHIN, _APPROACHED_WITHIN, _SUBJECT_WITHIN, _VERB_WITHIN = 14, 7, 10, 3


def _likely(found: Found, reading: Reading, within: Within, level: int) -> Stated:
    """Mark what was found as a likelihood."""
    return [(found, structs.replace(evidence(found, reading, within, level), note="nobody is named"))]


def approaching(case: Case) -> Stated:
    """The families, for an instruction to turn to the school: "Write to the head", "Speak to the class teacher"."""
    families, opened, tokens = case.addressed & FAMILIES, opening(case.clause.text), case.reading.tokens
    if not families or opened.form not in {Opens.VERB, Opens.NEGATION} or case.clause.lead_ins:
        return []
    verb = next((k for k in range(opened.start, min(opened.end + 1, len(tokens))) if tokens[k] in _APPROACHES), -1)
    if verb < 0:
        return []
    window = tokens[verb + 1 : verb + _APPROACHED_WITHIN]
    if not _GROWN_UPS.isdisjoint(window):
        who = PUPILS & families
    else:
        who = PARENTS & families if tokens[verb] not in _SAYS and not _OFFICES.isdisjoint(window) else frozenset()
    return here([Found("approaching", who, verb, verb + 1)], case.reading) if who else []


def applicants(case: Case) -> Stated:
    """The parents, for what only they do to a request: "Complaints must be raised", "A request may be made"."""
    within, level = case.decided.within, case.decided.level
    if Audience.PARENTS not in case.addressed or within is Within.HEADING:
        return []
    reading = read(case.clause.lead_ins[level]) if within is Within.LEAD_IN else case.reading
    for place, token in enumerate(reading.tokens):
        if token in _THEIR_ACTS and _of_their_papers(reading.tokens, place):
            theirs = not _BROUGHT.isdisjoint(reading.tokens[:place])
            if token == "brought" and theirs and Audience.PUPILS in case.addressed:
                return _likely(Found("worn-or-carried", PUPILS, place, place + 1), reading, within, level)
            return _likely(Found("applicants", PARENTS, place, place + 1), reading, within, level)
    return []


def _of_their_papers(tokens: list[str], place: int) -> bool:
    """Tell whether the participle at `place` is said of a request, a form or the like."""
    passive = not _PASSIVES.isdisjoint(tokens[max(place - _VERB_WITHIN, 0) : place])
    subject = tokens[max(place - _SUBJECT_WITHIN, 0) : place]
    if "," in subject:
        subject = subject[len(subject) - subject[::-1].index(",") :]
    return passive and not _THEIR_PAPERS.isdisjoint(subject)


def thing(case: Case) -> Stated:
    """Whose business the thing is that a rule without an actor is about; a likelihood, and marked as one."""
    if (Audience.STAFF in case.addressed and not case.addressed & FAMILIES) or case.decided.rule == SPELLED_OUT:
        return []
    complains = not {"complaint", "complaints"}.isdisjoint(read(case.clause.title).tokens)
    things = {**_THINGS, **_THINGS_OF_COMPLAINTS} if complains else _THINGS
    texts = [(Within.LEAD_IN, n, t) for n, t in enumerate(case.clause.lead_ins)]
    if case.decided.within is Within.HEADING:
        texts.append((Within.HEADING, case.decided.level, case.clause.section_path[case.decided.level]))
    for within, level, text in [*texts, (Within.TEXT, 0, case.clause.text)]:
        reading = read(text)
        for place, token in enumerate(reading.tokens[:_THING_WITHIN]):
            named = things.get(token, frozenset()) & case.addressed
            if within is not Within.TEXT and token == "behaviour":
                named = PUPILS & case.addressed  # "Behaviour that will not be tolerated"
            if named:
                return _likely(Found("thing", named, place, place + 1), reading, within, level)
    return []


def title(case: Case) -> Stated:
    """Whom the title names as its readers: "Code of Conduct for Employees", "Social Media – Parents"."""
    reading = read(case.clause.title)
    found = [f for f in label_of(case.clause.title, case.people) if f.audiences <= case.addressed]
    apt = any(t in _TITLE_KINDS for t in reading.tokens) or (found and found[-1].end == len(reading.tokens))
    return [(f, evidence(f, reading, Within.HEADING, 0)) for f in found] if apt else []


def done_to_pupils(case: Case) -> Stated:
    """The staff, for an instruction about what is done to pupils: "Never leave a child alone", "send a child home".

    In a policy for families alone it is the parents who do it.
    """
    opened = opening(case.clause.text)
    who = (STAFF & case.addressed) or (PARENTS & case.addressed)
    if opened.form not in {Opens.VERB, Opens.NEGATION} or not who:
        return []
    tokens = case.reading.tokens
    for m in case.reading.mentions:
        if m.start < opened.end or m.start > opened.end + _OBJECT_WITHIN:
            continue
        if m.role == "pupils" and _OTHERS.isdisjoint(tokens[opened.end : m.start]):
            return here([Found("done-to-pupils", who, m.start, m.end)], case.reading)
    return []


def worn_or_carried(case: Case) -> Stated:
    """The pupils, for what is worn or brought by nobody named in a policy on uniform or phones: "Hats may be worn"."""
    about = read(case.clause.title).tokens
    if (
        not case.addressed >= PUPILS | STAFF
        or _BELONGINGS_OF_PUPILS.isdisjoint(about)
        or case.decided.within is not Within.TEXT
    ):
        return []
    begin, end = case.reading.sentences[0]
    tokens = case.reading.tokens
    for k in range(begin + 1, end):
        if tokens[k] in _WORN and not _PASSIVES.isdisjoint(tokens[max(k - _VERB_WITHIN, begin) : k]):
            return _likely(Found("worn-or-carried", PUPILS, k, k + 1), case.reading, Within.TEXT, 0)
    return []


def forbidden_conduct(case: Case) -> Stated:
    """Whoever might do what a stem in the school's voice forbids: "We will not accept:", "... will not be tolerated:".

    Those whom the heading or title names, the pupils in a policy on behaviour, the only group outside, else everyone.
    """
    if case.decided.rule not in _FORBIDDING_STEMS:
        return []
    reading = read(case.clause.lead_ins[case.decided.level])
    place = next((k for k, t in enumerate(reading.tokens) if t in BORNE_WITH), -1)
    if place < 0 or "only" in reading.tokens or any(m.role not in {"school", "everyone"} for m in reading.mentions):
        return []
    if "we" not in reading.tokens and "following" not in reading.tokens and not reading.mentions:
        return []
    named = [f for text in reversed(case.clause.section_path) for f in label_of(text, case.people)]
    who = named[0].audiences if named else _whose_conduct(case)
    return _likely(Found("forbidden-conduct", who, place, place + 1), reading, Within.LEAD_IN, case.decided.level)


def not_put_up_with(case: Case) -> Stated:
    """Whoever might do what the school says it will not bear: "We will not tolerate abusive behaviour"."""
    tokens = case.reading.tokens
    if _PUT_UP_WITH.isdisjoint(tokens) or case.decided.within is not Within.TEXT:
        return []
    begin, end = case.reading.sentences[0]
    place = next((k for k in range(begin + 1, end) if tokens[k] in _PUT_UP_WITH), -1)
    if place < 0 or NEGATORS.isdisjoint(tokens[max(place - 3, 0) : place]):
        return []
    school = any(m.role == "school" and m.end <= place for m in case.reading.mentions)
    others = any(m.role not in {"school", "everyone"} and m.end <= place for m in case.reading.mentions)
    if others or not (school or "we" in tokens[begin:place]):
        return []
    return _likely(Found("forbidden-conduct", _whose_conduct(case), place, place + 1), case.reading, Within.TEXT, 0)


def _whose_conduct(case: Case) -> frozenset[Audience]:
    titled = [f.audiences for f in label_of(case.clause.title, case.people)]
    families = case.addressed & FAMILIES
    if titled or len(families) == 1:
        return titled[0] if titled else families
    of_pupils = not _CONDUCT_OF_PUPILS.isdisjoint(read(case.clause.title).tokens)
    return PUPILS if of_pupils and families else case.addressed


def everyone_named(case: Case) -> Stated:
    """All whom the policy addresses, below a heading for all: "Rules for all users"."""
    path = case.clause.section_path
    if not path:
        return []
    level = len(path) - 1
    reading = read(path[level])
    named = [m for m in reading.mentions if m.role == "everyone"]
    found = [Found("heading-everyone", case.addressed, m.start, m.end) for m in named[:1] if len(reading.mentions) == 1]
    return [(f, evidence(f, reading, Within.HEADING, level)) for f in found]


def _of_school(case: Case) -> bool:
    """Tell a clause that has its duty from a heading that names the school: "The school"."""
    reading = read(case.clause.section_path[case.decided.level])
    return bool(reading.mentions) and all(m.role == "school" for m in reading.mentions)


def agentless(case: Case) -> Stated:
    """The staff, for a rule that names nobody in a policy for staff and families alike: it is they who carry it out.

    A ban ("... is prohibited") and a word about the document itself speak to everyone.
    """
    decided = case.decided
    if Audience.STAFF not in case.addressed or not case.addressed & FAMILIES:
        return []
    text = case.clause.lead_ins[decided.level] if decided.within is Within.LEAD_IN else case.clause.text
    about_itself = decided.rule != SPELLED_OUT and any(t in DOCUMENT_HEADS for t in read(text).tokens[:3])
    if decided.rule == "own-equivalent" or about_itself or (decided.within is Within.HEADING and not _of_school(case)):
        return []
    return [(Found("agentless", STAFF, 0, 0), structs.replace(decided, rule="agentless", note="nobody is named"))]
