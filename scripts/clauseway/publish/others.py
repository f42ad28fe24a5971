"""What stands folded away after a clause: what other schools, and other policies of its school, say on the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from clauseway.model import Collection, Duty, Piece, Policy, Related, Relation, School
from clauseway.publish.marks import DUTY_WORDS
from clauseway.publish.text import html
from clauseway.publish.wording import marked_wording
from clauseway.vocabulary.catalogue import in_a_sentence, matters

MOST = 5
"""Clauses of other schools that stand after a clause."""
MOST_OF_A_SCHOOL = 2
"""Those of one school among them."""
MOST_OF_ITS_OWN = 3
"""Clauses of other policies of its own school."""

_LONGEST = 160
_LEAST = 60
_TOPICS = "../../../topics/"
_SAME = "<i>the same wording</i>"
_encode = msgspec.msgpack.Encoder().encode


class _Target(msgspec.Struct, frozen=True, gc=False):
    """A clause that others lead to, or that leads to others."""

    link: str
    """The link to it as HTML, seen from any page of a policy."""
    piece: Piece
    """What it is in its policy."""
    language: str
    """The attribute that names its language where that is not English, as HTML."""
    quote: str
    """Its words, shortened, as HTML."""
    duty: str
    """Its duty, as HTML."""


class Others:
    """Gives what stands after each clause of a collection."""

    def __init__(self, collection: Collection) -> None:
        self._relations = collection.relations
        self._schools = {school.slug: school for school in collection.schools}
        wanted = {related.clause for some in collection.relations.values() for related in some}
        wanted.update(collection.relations)
        self._places = {name: place for policy in collection.policies for name, place in _of(policy, wanted)}
        self._targets: dict[str, _Target] = {}
        self._grounds: dict[str, bytes] = {}

    def after(self, clause: str) -> str:
        """The part that stands after the clause of this id (`<school>/<policy>#<id>`) as HTML; empty if none does."""
        related = self._relations.get(clause, ())
        if not related:
            return ""
        home = _school(clause)
        theirs = [one for one in related if _school(one.clause) != home]
        own = [one for one in related if _school(one.clause) == home][:MOST_OF_ITS_OWN]
        shown = list(islice(_spread(theirs), MOST))
        beside = f"<p>In this school’s other policies</p>{self._list(clause, own)}" if own else ""
        return (
            f'<details class="others" lang="en"><summary>{_summary(theirs, own)}</summary>'
            f"{self._list(clause, shown)}{beside}{_all(shown)}</details>"
        )

    def grounds(self, clause: str) -> Iterator[bytes]:
        """All that `after` depends on, as far as it is not the policy of the clause itself."""
        if related := self._relations.get(clause):
            yield _encode(related)
            yield from (self._ground(one.clause) for one in related)

    def _ground(self, clause: str) -> bytes:
        """What is shown of a clause depends on this."""
        if clause not in self._grounds:
            policy, place = self._places[clause]
            school, about = self._schools[policy.school], policy.metadata
            named = (school.name, school.language, about.title, about.language)
            self._grounds[clause] = _encode((*named, policy.pieces[place], _duty(policy, place)))
        return self._grounds[clause]

    def _target(self, clause: str) -> _Target:
        if clause not in self._targets:
            policy, place = self._places[clause]
            school = self._schools[policy.school]
            self._targets[clause] = _target(policy, school, clause, policy.pieces[place], _duty(policy, place))
        return self._targets[clause]

    def _list(self, clause: str, some: Sequence[Related]) -> str:
        return f"<ul>{''.join(self._item(clause, one) for one in some)}</ul>" if some else ""

    def _item(self, clause: str, related: Related) -> str:
        target = self._target(related.clause)
        alike = related.relation is Relation.SAME_WORDING
        said = _compared(self._target(clause), target) if alike else target.quote
        return f"<li>{target.link} {said}{target.duty} <small>{html(related.why)}</small></li>"


def _of(policy: Policy, wanted: Container[str]) -> Iterator[tuple[str, tuple[Policy, int]]]:
    """The clauses of a policy that are wanted, by id, each with its policy and place in it."""
    folder = f"{policy.school}/{policy.slug}#"
    for place, one in enumerate(policy.ids):
        if one and (name := folder + one) in wanted:
            yield name, (policy, place)


def _duty(policy: Policy, place: int) -> Duty:
    found = policy.findings[place] if policy.findings else None
    return found.duty if found else Duty.NONE


def _compared(mine: _Target, theirs: _Target) -> str:
    """What stands for a clause of the same wording: that it is the same, or what is different in it."""
    marked = marked_wording(_words(mine.piece), _words(theirs.piece))
    if marked is None:
        return theirs.quote
    return f"<i>the same wording, but for this:</i> <q{theirs.language}>{marked}</q>" if marked else _SAME


def _words(piece: Piece) -> str:
    return " ".join((*piece.lead_ins, piece.text, piece.tail))


def _target(policy: Policy, school: School, name: str, piece: Piece, duty: Duty) -> _Target:
    language = policy.metadata.language or school.language
    foreign = "" if language == "en" else f' lang="{html(language)}"'
    where = " ".join(part for part in (_named(school.name, policy.metadata.title), piece.number) if part)
    return _Target(
        link=f'<a href="../../{html(name.replace("#", "/#"))}">{html(where)}</a>',
        piece=piece,
        language=foreign,
        quote=f"<q{foreign}>{html(quoted(piece))}</q>",
        duty=f' <b class="duty" data-duty="{duty}">{DUTY_WORDS[duty]}</b>' if duty in DUTY_WORDS else "",
    )


def _named(school: str, title: str) -> str:
    """School and title, the school once."""
    return title if school.casefold() in title.casefold() else ", ".join(part for part in (school, title) if part)


def quoted(piece: Piece) -> str:
    """Its words behind all stems that govern it, cut between words; a stem is never cut, it may hold the “not”."""
    stems = " ".join(piece.lead_ins)
    text = " ".join(part for part in (piece.text, piece.tail) if part)
    return f"{stems} {_cut(text, max(_LONGEST - len(stems), _LEAST))}".strip()


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    head, space, _ = text[: longest + 1].rpartition(" ")
    return f"{head if space else text[:longest]} …"


def _school(clause: str) -> str:
    return clause.partition("/")[0]


def _spread(related: Iterable[Related]) -> Iterator[Related]:
    """The best, with at most a few of each school."""
    seen: Counter[str] = Counter()
    for one in related:
        seen[_school(one.clause)] += 1
        if seen[_school(one.clause)] <= MOST_OF_A_SCHOOL:
            yield one


def _summary(theirs: Sequence[Related], own: Sequence[Related]) -> str:
    """How many schools there are, or how many clauses of the school's own."""
    if not theirs:
        return f"This school’s other policies on this ({len(own)})"
    return f"Other schools on this ({len({_school(one.clause) for one in theirs})})"


def _all(shown: Sequence[Related]) -> str:
    """Links to the places where all schools stand beside each other."""
    found = [matters()[slug] for slug in dict.fromkeys(one.matter for one in shown) if slug in matters()]
    links = [
        f'<a href="{_TOPICS}{matter.topic}/#{matter.slug}">All schools on this: {html(in_a_sentence(matter.title))}</a>'
        for matter in found[:2]
    ]
    return f"<p>{' '.join(links)}</p>" if links else ""
