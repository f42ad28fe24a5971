"""The rules that tell whom a clause is for, in the order they are asked; the first that names anybody decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from msgspec import structs

from clauseway.describe.audience.actors import Found, Scene, actors, practitioners
from clauseway.describe.audience.heads import acts
from clauseway.describe.audience.labels import NO_ACTORS, label_of, labelled
from clauseway.describe.audience.mouth import mouth
from clauseway.describe.audience.people import People
from clauseway.describe.audience.voice import voice
from clauseway.describe.duty.force import norms, stem_norms
from clauseway.describe.duty.openings import Opens, opening
from clauseway.describe.findings import ClauseContext, Evidence, Within
from clauseway.describe.reading import Mention, Reading, read
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.grammar import DOCUMENT_HEADS
from clauseway.describe.reading.negation import MODALS
from clauseway.model import Audience
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("roles")
_TITLE_KINDS = frozenset(_DATA["title_kinds"])
_STAFF = frozenset({Audience.STAFF})
_PUPILS = frozenset({Audience.PUPILS})
_FAMILIES = frozenset({Audience.PARENTS, Audience.PUPILS})
_THINGS = {
    word: frozenset(Audience(who) for who, words in _DATA["things"].items() if word in words)
    for words in _DATA["things"].values()
    for word in words
}
_SPEAKS_BEHIND = g.SUBORDINATORS | g.JOINS | g.COMMAS | MODALS | {"that", "do", "does", "what"}
_THING_WITHIN, _ALL_SORTS, _NEAR = 14, 3, 12
_DEFINES = frozenset({"mean", "means", "includes"})
_PASSING = frozenset({"with", "of", "from", "between", "about", "to", "other"})
_APPLIES = frozenset({"applies", "apply", "addressed", "relevant", "issued", "available"})

Stated = list[tuple[Found, Evidence]]


class Case(msgspec.Struct, frozen=True, gc=False):
    """A clause to be judged."""

    clause: ClauseContext
    people: People
    reading: Reading
    """Its own words."""
    decided: Evidence
    """The words that decided its duty."""

    def scene(self, reading: Reading) -> Scene:
        """Give what a rule looks at in the clause, its lead-ins or headings."""
        return Scene(reading, self.people.mentions(reading), self.people, lambda w: voice(self.clause, self.people, w))

    @property
    def addressed(self) -> frozenset[Audience]:
        """Whom the policy addresses."""
        return frozenset(self.people.addressees)


def acting(case: Case) -> Stated:
    """Whoever acts in the clause or, where it reads on or names nobody, in its lead-in."""
    own = _here(_own(case), case.reading)
    led = _led(case) if case.decided.within is not Within.TEXT or not own or _reads_on(case.reading, own) else []
    if own and not led and _everyone(case, own):
        return heading_label(case) or own  # under "Duties of staff", "everyone" is all of them
    if own and not led and all(f.rule == "administration" for f, _ in own):
        return heading(case) or own  # "Records must be kept" is staff's, but under "Parents" it is theirs
    return [*led, *own]


def _everyone(case: Case, own: Stated) -> bool:
    """Tell whether a clause names as the one who acts nobody but "everyone" or "anyone"."""
    named = [m for m in case.reading.mentions for f, _ in own if m.start == f.start]
    return len(named) == len(own) and all(m.role in {"everyone", "anyone"} for m in named)


def _here(found: Sequence[Found], reading: Reading) -> Stated:
    return [(f, _evidence(f, reading, Within.TEXT, 0)) for f in found]


def _evidence(found: Found, reading: Reading, within: Within, level: int) -> Evidence:
    return Evidence(found.rule, *reading.words(found.start, found.end), within, level)


def _own(case: Case) -> list[Found]:
    """Give who acts in the clause; under a lead-in that decides the duty, its first sentence only finishes the stem."""
    scene = case.scene(case.reading)
    if case.decided.rule == "standing-practice" and case.decided.within is Within.TEXT:
        return practitioners(scene)
    stated = norms(case.reading.text)
    if case.decided.within is Within.LEAD_IN:
        stated = tuple(n for n in stated if n.sentence > 0)
    return actors(scene, stated)


def _reads_on(reading: Reading, own: Stated) -> bool:
    """Tell whether the one who acts in the lead-in acts in the clause too."""
    opened = opening(reading.text)
    return opened.form is not Opens.OTHER and own[0][1].start >= len(reading.words(0, opened.end)[0])


def _led(case: Case) -> Stated:
    """Give who acts in the innermost lead-in that names anybody."""
    for level in reversed(range(len(case.clause.lead_ins))):
        text = case.clause.lead_ins[level]
        reading = read(text)
        scene = case.scene(reading)
        last = [n for n in stem_norms(text) if n.sentence == len(reading.sentences) - 1]
        found = _finished_by(scene) or actors(scene, last) or labelled(scene) or _addressed(scene)
        found = found or practitioners(scene)
        if found:
            return [(f, _evidence(f, reading, Within.LEAD_IN, level)) for f in found]
    return []


def _finished_by(scene: Scene) -> list[Found]:
    """Give the group whose conduct the items describe: "... unreasonable where the complainant:"."""
    tokens = [t for t in scene.reading.tokens if t != ":"]
    last = scene.mentions[-1] if scene.mentions else None
    if last is None or last.end != len(tokens):
        return []
    before = [t for t in tokens[: last.start] if t not in {"the", "a", "any"}]
    if before[-1:] and before[-1] in {"where", "if", "when", "who"}:
        return [Found("condition", scene.people.audiences(last.role), last.start, last.end)]
    return []


def _addressed(scene: Scene) -> list[Found]:
    """Give whom a stem or heading speaks to with "I", "you" or "we" as a subject; "I." is a number."""
    tokens = scene.reading.tokens
    for place, token in enumerate(tokens):
        if token in {"i", "you", "we"} and tokens[place + 1 : place + 2] not in (["."], [")"]):
            if place and tokens[place - 1] not in _SPEAKS_BEHIND:
                continue
            return [Found("voice", scene.voice(token), place, place + 1)]
    return []


def own_voice(case: Case) -> Stated:
    """The one in whose mouth or ear the clause's words are: "your child"."""
    speaker = mouth(case.clause.text)
    return [] if speaker is None else [(Found("voice", frozenset({speaker}), 0, 0), Evidence("voice"))]


def first_person(case: Case) -> Stated:
    """The one who says "I" in a clause that states no duty."""
    return own_voice(case) if case.reading.tokens[:1] in (["i"], ["my"]) else []


def heading(case: Case) -> Stated:
    """Whom the innermost heading names that names anybody as the one addressed."""
    path = case.clause.section_path
    for level in reversed(range(len(path))):
        reading = read(path[level])
        speaker = mouth(path[level])
        if speaker is not None:
            found: Sequence[Found] = [Found("heading-voice", frozenset({speaker}), 0, len(reading.tokens))]
        else:
            found = label_of(path[level], case.people) or _addressed(case.scene(reading))
        if found:
            return [(f, _evidence(f, reading, Within.HEADING, level)) for f in found]
    return []


def heading_label(case: Case) -> Stated:
    """Whom the innermost heading names; "we" in the heading of a clause without a duty tells nothing."""
    return [one for one in heading(case) if one[0].rule not in {"voice", "heading-voice"}]


def thing(case: Case) -> Stated:
    """Whose business the thing is that a rule without an actor is about; a likelihood, and marked as one."""
    if Audience.STAFF in case.addressed and not case.addressed & _FAMILIES:
        return []
    texts = [(Within.LEAD_IN, n, t) for n, t in enumerate(case.clause.lead_ins)]
    if case.decided.within is Within.HEADING:
        texts.append((Within.HEADING, case.decided.level, case.clause.section_path[case.decided.level]))
    for within, level, text in [*texts, (Within.TEXT, 0, case.clause.text)]:
        reading = read(text)
        for place, token in enumerate(reading.tokens[:_THING_WITHIN]):
            named = _THINGS.get(token, frozenset()) & case.addressed
            if within is not Within.TEXT and token == "behaviour":
                named = _PUPILS & case.addressed  # "Behaviour that will not be tolerated"
            if named:
                found = Found("thing", named, place, place + 1)
                return [(found, structs.replace(_evidence(found, reading, within, level), note="nobody is named"))]
    return []


def title(case: Case) -> Stated:
    """Whom the title names as its readers: "Code of Conduct for Employees", "Social Media – Parents"."""
    reading = read(case.clause.title)
    found = [f for f in label_of(case.clause.title, case.people) if f.audiences <= case.addressed]
    apt = any(t in _TITLE_KINDS for t in reading.tokens) or (found and found[-1].end == len(reading.tokens))
    return [(f, _evidence(f, reading, Within.HEADING, 0)) for f in found] if apt else []


def agentless(case: Case) -> Stated:
    """The staff, for a rule that names nobody in a policy for staff and families alike: it is they who carry it out.

    A ban ("... is prohibited") and a word about the document itself speak to everyone.
    """
    decided = case.decided
    if Audience.STAFF not in case.addressed or not case.addressed & _FAMILIES:
        return []
    text = case.clause.lead_ins[decided.level] if decided.within is Within.LEAD_IN else case.clause.text
    about_itself = any(t in DOCUMENT_HEADS for t in read(text).tokens[:3])
    if decided.rule == "own-equivalent" or about_itself or decided.within is Within.HEADING:
        return []
    return [(Found("agentless", _STAFF, 0, 0), structs.replace(decided, rule="agentless", note="nobody is named"))]


def spoken_of(case: Case) -> Stated:
    """The addressees that a clause without a duty is about: the grown-ups it names other than in passing.

    Pupils are what nearly every sentence of a school is about, and the school itself acts in all of them: neither tells
    whom a sentence addresses. A definition and a line without a verb (a row of a table, a title) speak to
    nobody in particular.
    """
    tokens = case.reading.tokens
    if not (case.clause.lead_ins or tokens[-1:] == ["."]) or not _DEFINES.isdisjoint(tokens):
        return []
    named = [
        m for m in case.people.mentions(case.reading) if m.role not in NO_ACTORS and acts(tokens, m.end, len(tokens))
    ]
    found = [_known(case, m) for m in named if not _in_passing(tokens, m)]
    found = [f for f in found if f.audiences]
    if len({a for f in found for a in f.audiences}) >= _ALL_SORTS or all(f.audiences == _PUPILS for f in found):
        return []
    first = found[0].audiences
    kept = [f for f in found if f.audiences != _PUPILS or (first != _PUPILS and _joined_to_first(tokens, found, f))]
    return _here(kept, case.reading)


def _known(case: Case, mention: Mention) -> Found:
    return Found("spoken-of", case.people.audiences(mention.role) & case.addressed, mention.start, mention.end)


def _in_passing(tokens: Sequence[str], mention: Mention) -> bool:
    """Tell whether a group is only mentioned: "contact with parents", "expected of all staff"."""
    k = mention.start - 1
    while k >= 0 and tokens[k] in {"the", "our", "all", "a", "their", "any", "its", "other"}:
        k -= 1
    return k >= 0 and tokens[k] in _PASSING and not (tokens[k] == "to" and k and tokens[k - 1] in _APPLIES)


def _joined_to_first(tokens: Sequence[str], found: Sequence[Found], one: Found) -> bool:
    """Tell whether a group is joined to the first by "and" or a comma: "staff and pupils use"."""
    between = tokens[found[0].end : min(one.start, found[0].end + _NEAR)]
    return one.start <= found[0].end + _NEAR and all(t in {"and", "or", ","} for t in between)


Rule = Callable[[Case], Stated]

FOR_DUTIES: tuple[Rule, ...] = (acting, own_voice, heading, thing, title, agentless)
"""The rules for a clause that binds."""
FOR_STATEMENTS: tuple[Rule, ...] = (first_person, spoken_of, heading_label, title)
"""The rules for a clause that does not."""
