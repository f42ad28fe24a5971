"""Who acts, by each statement of duty in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from clauseway.describe.audience.heads import heads
from clauseway.describe.audience.people import People
from clauseway.describe.duty.acts import base_form
from clauseway.describe.duty.practice import practised
from clauseway.describe.duty.told import Practised
from clauseway.describe.reading import Cue, Mention, Reading
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import ADMINISTRATION, TELLING, named_between
from clauseway.describe.reading.tokens import ENDERS
from clauseway.model import Audience, Duty
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("roles")
_WE = frozenset({"we", "us"})
_OTHERS = frozenset({"they", "he", "she", "them"})
_SELF = frozenset({"i", "you"})
_SPEAKING = _SELF | _WE
_INSTITUTION = frozenset({"school"})
_ASKED, _WRITING = frozenset(_DATA["asking"]), frozenset(_DATA["writing"])
_PAYMENTS, _PAID_WITHIN = frozenset(_DATA["payments_of_families"]), 6
_ANYONE = frozenset({"anybody", "anyone"})
_ASKING = frozenset({"asker", "request"})
_REFUSED = frozenset({"refused", "declined"})
_STAFF = frozenset({Audience.STAFF})
_AT_ANY_TIME = frozenset({"when", "whenever", "while", "whilst"})  # what they do then is no business of theirs
_THEIR_ACTS, _THEIR_PAPERS, _SUBJECT_WITHIN = frozenset(_DATA["their_acts"]), frozenset(_DATA["their_papers"]), 8
_APPLIED = _THEIR_ACTS - {"put", "returned", "withdrawn"}
_ASKED_FOR = _THEIR_ACTS - {"returned", "withdrawn"}
_PARENTS = frozenset({Audience.PARENTS})
_CONDUCT, _OF_PUPILS = frozenset(_DATA["conduct"]), frozenset(_DATA["things"]["pupils"])
_GO = frozenset({"come", "comes", "go", "goes", "reach", "reaches"})
_COMPANY = frozenset(_DATA["allowed_company"])
SELF_KEPT = frozenset(_DATA["self_kept"])
_FAMILIES = frozenset({Audience.PARENTS, Audience.PUPILS})
_LED = _FAMILIES | {Audience.GOVERNORS}


class Found(msgspec.Struct, frozen=True, gc=False):
    """Somebody who acts or is told something, with the tokens that say so."""

    rule: str
    audiences: frozenset[Audience]
    start: int
    end: int


class Scene(msgspec.Struct, frozen=True, gc=False):
    """All that a rule may look at."""

    reading: Reading
    mentions: Sequence[Mention]
    people: People
    voice: Callable[[str], frozenset[Audience]]
    """Whom "I", "you" and "we" stand for."""


def actors(scene: Scene, norms: Iterable[Cue]) -> list[Found]:
    """Give who acts or is told something by each norm, in order; nobody for one that names no one."""
    found: list[Found] = []
    last: list[Found] = []
    for cue in norms:
        if cue.subject == "same" and last:
            continue
        here = _of(scene, cue, last)
        found += here
        last = here or last
    return found


def practitioners(scene: Scene) -> list[Found]:
    """Give who keeps up a standing practice: the subject with those it tells, or who "by" names, else the school."""
    tokens, done = scene.reading.tokens, practised(scene.reading.text)
    if done is None:
        return []
    if done.actor is not None:
        chain = heads(tokens, scene.mentions, done.actor.start, done.end, loose=True)
        return _named("own-actor", scene, chain) + told(scene, done.end - 1)
    if "i" in tokens[max(done.start - 3, 0) : done.start]:
        return [Found("voice", scene.voice("i"), done.start, done.end)]
    if "we" in tokens[max(done.start - 3, 0) : done.start]:
        return [Found("voice", scene.voice("we"), done.start, done.end), *told(scene, done.end - 1)]
    for k in range(done.end, len(tokens)):
        if tokens[k] in ENDERS or tokens[k] in g.SUBORDINATORS:
            break
        chain = heads(tokens, scene.mentions, k + 1, len(tokens)) if tokens[k] == "by" else []
        if chain:
            return _named("own-agent", scene, chain)
    return _of_what_is_done(scene, done)


def _of_what_is_done(scene: Scene, done: Practised) -> list[Found]:
    """Judge a practice that names nobody by what is done: families pay and apply, the school does the rest."""
    tokens = scene.reading.tokens
    subject = tokens[max(done.start - _SUBJECT_WITHIN, 0) : done.start]
    begin = next((start for start, end in reversed(scene.reading.sentences) if start <= done.start), 0)
    if tokens[begin] in _ANYONE:
        return []  # "Anyone who comes beyond the gate signs in"
    if tokens[done.end - 1] in _ASKED_FOR and not _THEIR_PAPERS.isdisjoint(subject):
        return []  # "Requests are made in writing": a family's act
    theirs = not _OF_PUPILS.isdisjoint(subject) and not g.is_participle(subject[0])  # "Found phones go to the desk"
    kept = tokens[done.end - 1] in _CONDUCT or (tokens[done.end - 1] in _GO and theirs)
    if kept or tokens[done.start] in {"to", "not"}:
        return []  # "Phones are switched off", "The tie is worn": whose things they are tells who
    if tokens[done.end - 1] == "paid" and _by_families(scene, subject):
        return [Found("payers", _PARENTS, done.start, done.end)]  # "Lunch money is paid in advance"
    act = Found("school-act", _STAFF, done.start, done.end)
    return [] if done.duty is Duty.MUST_NOT and tokens[done.end - 1] not in ADMINISTRATION else [act]


def _by_families(scene: Scene, words: Sequence[str]) -> bool:
    """Tell what families pay, "Lunch money is paid in advance", from "Overtime is paid monthly"."""
    return Audience.PARENTS in scene.people.addressees and not _PAYMENTS.isdisjoint(words)


def told(scene: Scene, verb: int) -> list[Found]:
    """Give the parents who are told or asked something by a verb: "tells the parents", "phones home"."""
    if base_form(scene.reading.tokens[verb]) not in TELLING:
        return []
    return _named("told", scene, [m for m in named_between(scene.mentions, verb + 1, verb + 4) if m.role == "parents"])


def _of(scene: Scene, cue: Cue, last: list[Found]) -> list[Found]:
    """Give who acts by one cue."""
    tokens = scene.reading.tokens
    begin, end = scene.reading.sentences[cue.sentence]
    behind = _behind(scene, cue, end)
    if behind is not None:
        return behind
    if tokens[cue.end - 1] in _REFUSED and cue.means.kind == "equivalent":
        return _agent(scene, cue, end) or [Found("school-act", _STAFF, cue.start, cue.end)]
    subject = heads(tokens, scene.mentions, cue.subject_from, cue.start)
    if cue.means.kind == "equivalent" and cue.means.needs in {"be", "negated"} and tokens[cue.end - 1] != "to":
        subject = [m for m in subject if m.role not in _INSTITUTION]  # "the school considers this unacceptable"
        if subject and _done_by_someone(tokens, cue.subject_from, subject[0].start):
            subject = []  # "Approaching another child is never acceptable": the child does nothing
    participle = _participle(tokens, cue, end)
    head = begin + (tokens[begin] in g.DETERMINERS)
    if participle in _APPLIED and tokens[head] in _THEIR_PAPERS and Audience.PARENTS in scene.people.addressees:
        return [Found("applicants", _PARENTS, head, head + 1)]  # "Complaints about the chair should be addressed to"
    if not subject:
        return _by_pronoun(scene, cue, last) or _unnamed(scene, cue, participle, begin, end)
    agent = _agent(scene, cue, end) if participle else []
    if participle and cue.means.kind == "modal":
        return _acted_upon(scene, cue, subject, participle, agent)
    return _named("own-actor", scene, subject) + _asked(scene, cue, subject, begin, end)


def _done_by_someone(tokens: Sequence[str], begin: int, place: int) -> bool:
    """Tell a subject that is itself an act, in front of whom it is done to."""
    k = begin
    while k < place and (g.is_adverb(tokens[k]) or tokens[k] in g.JOINS):
        k += 1
    return k < place and g.is_gerund(tokens[k]) and "by" not in tokens[k:place]


def _behind(scene: Scene, cue: Cue, end: int) -> list[Found] | None:
    """Give who is named behind a cue: "We ask parents", "It is essential for staff"; None where to look elsewhere."""
    tokens = scene.reading.tokens
    if cue.means.actor_after and _asks_you(tokens, cue.end):
        return [Found("voice", scene.voice("you"), cue.end, cue.end + 1)]  # "We ask that you do not", "It helps if you"
    if cue.means.actor_after or cue.note == "inverted":
        chain = heads(tokens, scene.mentions, _asked_from(tokens, cue.end, end), end, loose=True)
        if chain:
            return _named("own-actor", scene, chain)
        if cue.means.needs in _ASKING and "you" in tokens[cue.end : cue.end + 2]:
            return [Found("voice", scene.voice("you"), cue.end, cue.end + 1)]
        if cue.means.reading.startswith("welsh") or cue.means.needs in _ASKING:
            return []
    if tokens[cue.start] in _SPEAKING:
        return None  # "I give permission for my child to"
    if cue.subject in {"this", "none"} and cue.end < end and tokens[cue.end] == "for":
        chain = heads(tokens, scene.mentions, cue.end + 1, end)
        return _named("own-actor", scene, chain) if chain else None
    return None


def _asks_you(tokens: Sequence[str], place: int) -> bool:
    behind = tokens[place : place + 2]
    return behind[:1] == ["you"] or behind in (["that", "you"], ["if", "you"])


def _named(rule: str, scene: Scene, chain: Sequence[Mention]) -> list[Found]:
    return [Found(rule, scene.people.audiences(m.role), m.start, m.end) for m in chain]


def _asked_from(tokens: Sequence[str], place: int, end: int) -> int:
    """Step over the "of", "that", "i" that link a cue with the one who must act."""
    while place < end and tokens[place] in {"of", "that", "for", "to", "with", "i", "y", "yr", "bod", "is", "on"}:
        place += 1
    return place


def _participle(tokens: Sequence[str], cue: Cue, end: int) -> str:
    """Give the participle of a passive behind a modal, else nothing."""
    k = cue.verb
    if cue.note == "inverted" or (cue.negated and k < end and tokens[k] != "be" and cue.subject == "none"):
        k = next((j for j in range(k, min(k + 8, end)) if tokens[j] == "be"), k)
    if k >= end or tokens[k] != "be":
        return ""
    k += 1
    while k < end and (g.is_adverb(tokens[k]) or tokens[k] in g.NEGATORS or tokens[k] == "been"):
        k += 1
    return tokens[k] if k < end and g.is_participle(tokens[k]) else ""


def _agent(scene: Scene, cue: Cue, end: int) -> list[Found]:
    """Give the one named by "by" behind a passive."""
    tokens = scene.reading.tokens
    for k in range(cue.verb, end - 1):
        if tokens[k] == "by":
            return _named("own-agent", scene, heads(tokens, scene.mentions, k + 1, end))
        if tokens[k] in g.SUBORDINATORS or tokens[k] in g.RELATIVES:
            break
    return []


def _acted_upon(scene: Scene, cue: Cue, subject: Sequence[Mention], participle: str, agent: list[Found]) -> list[Found]:
    """Judge a passive about people: "Parents will be informed" is the school's act, of which parents are told."""
    told = _named("told", scene, subject)
    if participle in _COMPANY and cue.duty is Duty.MAY and all(m.role in {"parents", "pupils"} for m in subject):
        return _named("own-actor", scene, subject)  # "The complainant may be accompanied by a friend"
    act = agent or [Found("school-act", _STAFF, cue.start, cue.end)]
    if not any(f.audiences & _LED for f in told) or (cue.means.reading == "arrangement" and participle in SELF_KEPT):
        return told + agent
    parents_told = participle in TELLING and any(Audience.PARENTS in f.audiences for f in told)
    if cue.means.reading not in {"commitment", "permission"} and not parents_told:
        return told + agent if participle in SELF_KEPT else act
    conduct = subject[-1].end < cue.start and scene.reading.tokens[subject[-1].end] in g.RELATIVES
    if (participle in TELLING or conduct) and not (cue.negated and cue.means.reading == "commitment"):
        return told + act
    return act


def _asked(scene: Scene, cue: Cue, subject: Sequence[Mention], begin: int, end: int) -> list[Found]:
    """Give those whom the school or its staff ask or tell something: "the school will inform parents"."""
    tokens = scene.reading.tokens
    extra: list[Found] = []
    if cue.verb < end and tokens[cue.verb] in _ASKED and cue.duty is not Duty.MUST_NOT:
        chain = named_between(scene.mentions, cue.verb + 1, cue.verb + 4)
        extra += [f for f in _named("told", scene, chain) if f.audiences & _FAMILIES]
    acting = [scene.people.audiences(m.role) for m in subject]
    if all(_FAMILIES.isdisjoint(who) for who in acting):
        extra += _written_to(scene, cue, end)
    if cue.verb < end and tokens[cue.verb] == "ensure":
        chain = [m for m in named_between(scene.mentions, cue.verb + 1, cue.verb + 4) if m.role == "parents"]
        extra += _named("told", scene, chain)
    if "you" in tokens[cue.verb : cue.verb + 4] and all(Audience.STAFF in who for who in acting):
        extra.append(Found("told", scene.voice("you"), cue.verb, cue.verb + 1))
    if all(m.role in _INSTITUTION for m in subject):
        extra += _in_condition(scene, cue, begin)
    return extra


def _written_to(scene: Scene, cue: Cue, end: int) -> list[Found]:
    """Give the parents to whom something is written, sent or said: "the tutor will write to parents"."""
    tokens = scene.reading.tokens
    window = tokens[cue.verb : cue.verb + 3]
    if _WRITING.isdisjoint(window) or cue.duty is Duty.MUST_NOT:
        return []
    last = min(end, cue.verb + 9)
    chain = [m for m in named_between(scene.mentions, cue.verb + 1, last) if m.role == "parents"]
    recipients = [m for m in chain if any(t in {"to", "with", "write", "phone"} for t in tokens[m.start - 3 : m.start])]
    return _named("told", scene, recipients[:1])


def _in_condition(scene: Scene, cue: Cue, begin: int) -> list[Found]:
    """Give the subject of an opening condition, where the policy addresses it: "If a parent refuses, the school"."""
    tokens = scene.reading.tokens
    if cue.subject_from <= begin or tokens[begin] not in g.SUBORDINATORS or tokens[begin] in _AT_ANY_TIME:
        return []
    chain = heads(tokens, scene.mentions, begin + 1, cue.subject_from)
    if chain and tokens[chain[0].start - 1] in {"your", "my"}:
        return []  # "If your child is ill, we will": said to the parent
    return [f for f in _named("condition", scene, chain) if f.audiences & set(scene.people.addressees)]


def _by_pronoun(scene: Scene, cue: Cue, last: list[Found]) -> list[Found]:
    """Resolve "we", "they", "I" and "you" as the subject of a cue."""
    tokens = scene.reading.tokens
    k = cue.start - 1
    while k >= cue.subject_from and (g.is_adverb(tokens[k]) or tokens[k] in g.BE or tokens[k] in g.NEGATORS):
        k -= 1
    region = tokens[cue.subject_from : cue.start]
    word = tokens[k] if k >= cue.subject_from else ""
    if cue.means.reading == "request":
        return [Found("voice", scene.voice("please"), cue.start, cue.end)]
    spoken = tokens[cue.start] if tokens[cue.start] in _SPEAKING else next((t for t in region if t in _SPEAKING), "")
    if spoken:
        extra = (
            _asked(scene, cue, (), scene.reading.sentences[cue.sentence][0], scene.reading.sentences[cue.sentence][1])
            if spoken in _WE
            else []
        )
        if spoken == "you" and cue.means.reading == "commitment" and _participle(tokens, cue, len(tokens)):
            extra = [Found("school-act", _STAFF, cue.start, cue.end)]
        return [Found("voice", scene.voice(spoken), cue.start, cue.end), *extra]
    if word in _OTHERS:
        begin = scene.reading.sentences[cue.sentence][0]
        chain = heads(tokens, scene.mentions, begin, cue.start) or heads(tokens, scene.mentions, begin + 1, cue.start)
        if chain:
            return _named("pronoun", scene, chain)
        return [Found("pronoun", f.audiences, k, k + 1) for f in last] or _named("pronoun", scene, _told_of(scene, cue))
    return []


def _told_of(scene: Scene, cue: Cue) -> Sequence[Mention]:
    """Give whom the sentence before tells of: "Pupils change at school. On games days they may go home in kit"."""
    if not cue.sentence:
        return []
    begin, end = scene.reading.sentences[cue.sentence - 1]
    tokens = scene.reading.tokens
    chain = heads(tokens, scene.mentions, begin, end)
    at_its_head = chain and all(t in g.DETERMINERS for t in tokens[begin : chain[0].start])
    return chain if at_its_head and "they" in tokens[cue.subject_from : cue.start] else []


def _unnamed(scene: Scene, cue: Cue, participle: str, begin: int, end: int) -> list[Found]:
    """Judge a rule whose subject is a thing: its agent, the one of its condition, the school's own acts."""
    if participle or cue.subject in {"thing", "this"}:
        agent = _agent(scene, cue, end)
        if agent:
            return agent
        agent = _by_in_subject(scene, cue)
        if agent:
            return agent
    if not participle:
        return _of_the_school(scene, cue)
    about = scene.reading.tokens[cue.subject_from : cue.end + _PAID_WITHIN]
    if participle == "paid" and cue.means.reading != "commitment" and _by_families(scene, about):
        return [Found("payers", _PARENTS, cue.start, cue.end)]
    led = not _FAMILIES.isdisjoint(scene.people.addressees)
    condition = [f for f in _in_condition(scene, cue, begin) if Audience.PUPILS not in f.audiences]
    if condition:
        return condition
    if cue.means.reading == "commitment" or (participle in ADMINISTRATION and led and cue.means.reading != "ability"):
        rule = "school-act" if cue.means.reading == "commitment" else "administration"
        return [Found(rule, _STAFF, cue.start, cue.end), *_written_to(scene, cue, end)]
    return []


def _of_the_school(scene: Scene, cue: Cue) -> list[Found]:
    """Give the staff for what the school owns ("the school's programme should enable") and for what it grants."""
    tokens = scene.reading.tokens
    if cue.means.kind == "modal":
        for m in named_between(scene.mentions, cue.subject_from, cue.start):
            if m.role == "school" and tokens[m.end] in {"'s", "'"}:
                return [Found("school-act", _STAFF, m.start, m.end)]
    granted = tokens[cue.end - 1] in ADMINISTRATION and "will" in tokens[max(cue.end - 5, 0) : cue.end]
    return [Found("school-act", _STAFF, cue.start, cue.end)] if granted else []


def _by_in_subject(scene: Scene, cue: Cue) -> list[Found]:
    """Give the one named by "by" in the subject: "Digital communications by staff must be"."""
    tokens = scene.reading.tokens
    for k in range(cue.subject_from, cue.start):
        if tokens[k] == "by":
            return _named("own-agent", scene, heads(tokens, scene.mentions, k + 1, cue.start, loose=True))
    return []
