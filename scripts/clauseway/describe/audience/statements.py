"""Whom a clause without a duty is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import structs

from clauseway.describe.audience.actors import Found
from clauseway.describe.audience.case import NOBODY, PARENTS, PUPILS, STAFF, Case, Stated, evidence, here
from clauseway.describe.audience.heads import acts, heads
from clauseway.describe.audience.labels import NO_ACTORS
from clauseway.describe.audience.stems import finished_by
from clauseway.describe.findings import Evidence, Within
from clauseway.describe.reading import Mention, read
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.grammar import DOCUMENT_HEADS
from clauseway.describe.reading.mentions import TITLES
from clauseway.model import Audience
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("roles")
_LISTS_OF_PEOPLE = frozenset(_DATA["lists_of_people"])
_TABLES_OF_CONDUCT, _BURDENS = frozenset(_DATA["tables_of_conduct"]), frozenset(_DATA["burdens_of_parents"])
_OPENS_A_WORD_TO_YOU = frozenset({"you", "your", "if", "it"})
_REACHES = frozenset({"applies", "apply", "is", "extends"})
_DEFINES = frozenset({"mean", "means", "includes"})
_PASSING = frozenset({"with", "of", "from", "between", "about", "to", "other"})
_APPLIES = frozenset({"applies", "apply", "addressed", "relevant", "issued", "available"})
_JOINED = frozenset({"and", "or", ",", "the", "all", "our", "their"})
_LEARNING = frozenset({"know", "learn", "understand"})
_ALL_SORTS, _NEAR, _SEVERAL, _LONGEST_COUNT = 3, 12, 2, 4


def first_person(case: Case) -> Stated:
    """The one who says "I", or is spoken to as "you", in a clause that states no duty."""
    if not case.reading.tokens:
        return []
    first, ended = case.reading.tokens[0], case.clause.text.endswith(".") or case.clause.lead_ins
    word = "i" if first in {"i", "my"} and ended else ""
    if first in _OPENS_A_WORD_TO_YOU:
        word = next((t for t in case.reading.tokens if t in {"you", "your"}), "")
    if not word:
        return []
    who = case.scene(case.reading).voice("i" if word == "i" else "you")
    return [(Found("voice", who, 0, 0), Evidence("voice"))] if who != case.addressed else []


def applying(case: Case) -> Stated:
    """All whom a sentence about the policy's reach names: "This policy applies to pupils, parents and staff"."""
    tokens = case.reading.tokens
    if _REACHES.isdisjoint(tokens) or DOCUMENT_HEADS.isdisjoint(tokens):
        return []  # nearly always so
    place = next(
        (k + 1 for k, t in enumerate(tokens) if t in _REACHES and tokens[k + 1 : k + 2] in (["to"], ["for"])), 0
    )
    if not place or DOCUMENT_HEADS.isdisjoint(tokens[:place]):
        return []
    named = [m for m in case.people.mentions(case.reading) if m.start > place and m.role not in {"school", "visitors"}]
    found = [Found("spoken-of", case.people.audiences(m.role) & case.addressed, m.start, m.end) for m in named]
    several = NOBODY.union(*(f.audiences for f in found))
    if Audience.STAFF not in several or len(several) < _SEVERAL:
        return []  # "applies to all pupils": it tells the others as much
    return here([f for f in found if f.audiences], case.reading)


def of_a_row(case: Case) -> Stated:
    """The staff or governors whom a row of a table names as those who act: "9.30 am First call Attendance officer"."""
    if case.clause.lead_ins or case.clause.text.endswith((".", ":", "?", "!")):
        return []
    if not _LISTS_OF_PEOPLE.isdisjoint(t for title in case.clause.section_path[-1:] for t in read(title).tokens):
        return []
    if any(t.isdigit() and len(t) > _LONGEST_COUNT for t in case.reading.tokens) or "@" in case.clause.text:
        return []  # whom to ring
    named = [m for m in case.people.mentions(case.reading) if m.role in {"staff", "governors"}]
    named = [
        m for m in named if "by" not in case.reading.tokens[max(m.start - 2, 0) : m.start]
    ]  # "ratified by the board"
    found = [Found("row", case.people.audiences(m.role) & case.addressed, m.start, m.end) for m in named]
    return here([f for f in found if f.audiences], case.reading)


def of_conduct(case: Case) -> Stated:
    """Pupils and staff, with the parents where they are named, for a row that tells what is done about conduct."""
    if case.clause.lead_ins or case.clause.text.endswith((".", ":", "?", "!")) or not case.addressed >= PUPILS | STAFF:
        return []
    if _TABLES_OF_CONDUCT.isdisjoint(t for title in case.clause.section_path[-1:] for t in read(title).tokens):
        return []
    told = PARENTS if any(m.role == "parents" for m in case.reading.mentions) else NOBODY
    return here([Found("row-of-conduct", (PUPILS | STAFF | told) & case.addressed, 0, 1)], case.reading)


def burdened(case: Case) -> Stated:
    """The parents, for what a fine costs and where it leads."""
    if Audience.PARENTS not in case.addressed or case.clause.lead_ins:
        return []
    for place, token in enumerate(case.reading.tokens):
        if token in _BURDENS and (not place or case.reading.tokens[place - 1] not in g.BE):  # "that is fine"
            return here([Found("burdened", PARENTS, place, place + 1)], case.reading)
    return []


def described(case: Case) -> Stated:
    """Whose conduct the items of a stem describe: "A complaint is unreasonable where the complainant:".

    Where the policy is about complaints, "the person" is the one who complains.
    """
    if not case.clause.lead_ins:
        return []
    reading = read(case.clause.lead_ins[0])
    if not reading.tokens or reading.tokens[0] in g.SUBORDINATORS:
        return []  # "Where the worker:": a condition of what follows, and nothing is said of anybody
    found = finished_by(case.scene(reading))
    complains = not {"complaint", "complaints"}.isdisjoint(read(case.clause.title).tokens)
    if found and complains and reading.mentions[-1].role in {"everyone", "anyone"}:
        found = [structs.replace(f, audiences=PARENTS & case.addressed) for f in found]
    return [(f, evidence(f, reading, Within.LEAD_IN, 0)) for f in found]


def learning(case: Case) -> Stated:
    """Those who will know what the items tell: "By July pupils will know:"."""
    if case.decided.rule != "lead-in-purpose":
        return []
    level = case.decided.level
    scene = case.scene(read(case.clause.lead_ins[level]))
    for cue in scene.reading.cues:
        if cue.means.reading == "commitment" and not _LEARNING.isdisjoint(
            scene.reading.tokens[cue.verb : cue.verb + 1]
        ):
            chain = heads(scene.reading.tokens, scene.mentions, cue.subject_from, cue.start)
            found = [Found("own-actor", case.people.audiences(m.role), m.start, m.end) for m in chain]
            return [(f, evidence(f, scene.reading, Within.LEAD_IN, level)) for f in found]
    return []


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
        m
        for m in case.people.mentions(case.reading)
        if m.role not in NO_ACTORS and tokens[m.start] not in TITLES and acts(tokens, m.end, len(tokens))
    ]
    found = [_known(case, m) for m in _not_in_passing(tokens, named)]
    found = [f for f in found if f.audiences]
    if len({a for f in found for a in f.audiences}) >= _ALL_SORTS or all(f.audiences == PUPILS for f in found):
        return []
    first = found[0].audiences
    kept = [f for f in found if f.audiences != PUPILS or (first != PUPILS and _joined_to_first(tokens, found, f))]
    return here(kept, case.reading)


def _not_in_passing(tokens: Sequence[str], named: Sequence[Mention]) -> list[Mention]:
    """Leave out the groups only mentioned, and those joined to one: "expected of pupils, parents and staff"."""
    kept: list[Mention] = []
    passing_until = -1
    for mention in named:
        joined = passing_until >= 0 and all(t in _JOINED for t in tokens[passing_until : mention.start])
        if joined or _in_passing(tokens, mention):
            passing_until = mention.end
        elif mention.role != "anyone":
            kept.append(mention)
    return kept


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
