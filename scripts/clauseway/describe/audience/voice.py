"""Whom "I", "you" and "we" stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clauseway.describe.audience.labels import label_of
from clauseway.describe.audience.mouth import mouth
from clauseway.describe.audience.people import People
from clauseway.describe.findings import ClauseContext
from clauseway.describe.reading import read
from clauseway.model import Audience
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("roles")
_AGREEMENTS = frozenset(_DATA["agreements"])
_CONSENT_FORMS = frozenset(_DATA["consent_forms"])
_STAFF = frozenset({Audience.STAFF})
_PUPILS = frozenset({Audience.PUPILS})
_TO_YOU = frozenset({"you", "please"})
_FAMILIES = frozenset({Audience.PARENTS, Audience.PUPILS})
_NOBODY: frozenset[Audience] = frozenset()


def voice(clause: ClauseContext, people: People, word: str) -> frozenset[Audience]:
    """Give whom "I", "you", "please" or "we" stands for.

    "We" is the school, but in an agreement whoever makes it. The others are told by the clause's own words, then by
    the whole document and by headings and title (in an agreement the other way round), then by the addressees.
    """
    titles = (*reversed(clause.section_path), clause.title)
    agreed = any(not _AGREEMENTS.isdisjoint(read(title).tokens) for title in titles)
    speaks_to_you = not {"you", "your"}.isdisjoint(read(clause.text).tokens)
    if word in {"we", "us"}:
        if _own_rules(clause, people):
            return _PUPILS
        return _STAFF if speaks_to_you or not agreed else _by_titles(titles, people) or _STAFF
    texts = (clause.text, *clause.lead_ins, *reversed(clause.section_path))
    own = next((m for m in map(mouth, texts) if m is not None), None)
    if own is not None:
        return frozenset({own})
    whole = _spoken_to(people) if word in _TO_YOU else frozenset()
    named = _by_titles(titles, people)
    if word in {"i", "my"} and not named:
        return _speaker(clause, titles, people)
    nearest = _by_titles(titles[:1], people) if len(titles) > 1 else frozenset()
    return (named or whole if agreed else nearest or whole or named) or _addressed_as_you(clause, people, word)


def _own_rules(clause: ClauseContext, people: People) -> bool:
    """Tell "We listen to each other" under "Our three rules", in a policy that addresses pupils: their own words."""
    heading = read(clause.section_path[-1]).tokens if clause.section_path else []
    return heading[-1:] == ["rules"] and "our" in heading and Audience.PUPILS in people.addressees


def _speaker(clause: ClauseContext, titles: Sequence[str], people: People) -> frozenset[Audience]:
    """Give who "I" is where nothing names them: the parent of a consent form, else the pupil of an agreement.

    Who speaks of pupils in the third person, in a policy that is not for them, is one of the staff.
    """
    if any(not _CONSENT_FORMS.isdisjoint(read(title).tokens) for title in titles):
        return frozenset({Audience.PARENTS})
    addressed = frozenset(people.addressees)
    spoken_of = {m.role for text in (clause.text, *clause.lead_ins) for m in read(text).mentions}
    if "pupils" in spoken_of and Audience.STAFF in addressed and not addressed & _PUPILS:
        return _STAFF
    return addressed & _PUPILS or addressed


def _spoken_to(people: People) -> frozenset[Audience]:
    return frozenset() if people.groups.you is None else frozenset({people.groups.you})


def _by_titles(titles: Sequence[str], people: People) -> frozenset[Audience]:
    """Give whom the innermost heading or title names; "you" is no governor where the policy addresses families."""
    outside = bool(set(people.addressees) & _FAMILIES)
    for title in titles:
        if "you" in read(title).tokens:
            continue  # "If a child tells you": the child is another
        named = _NOBODY.union(*(f.audiences for f in label_of(title, people)))
        if named and not (outside and Audience.GOVERNORS in named):
            return named
    return frozenset()


def _addressed_as_you(clause: ClauseContext, people: People, word: str) -> frozenset[Audience]:
    """Give whom "you" can be, going by the addressees: not those of whom the clause speaks in the third person."""
    addressed = frozenset(people.addressees)
    spoken_of = {m.role for text in (clause.text, *clause.lead_ins) for m in read(text).mentions}
    outside = addressed & _FAMILIES
    if word == "please" and outside - _PUPILS and "pupils" in spoken_of:
        return outside - _PUPILS  # a school says please to those outside it
    if Audience.STAFF in addressed and "pupils" in spoken_of:
        return _STAFF
    return outside if word in _TO_YOU and outside else addressed
