"""The clauses of one school with the index of their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from clauseway.model import Audience, Duty, Findings, Piece, Policy, Role, School
from clauseway.search.phrases import elsewhere
from clauseway.search.records import VERSION, ClauseText, PolicyTexts, SchoolShard, ShardClauses, ShardPolicy
from clauseway.search.weights import Fields, postings, weights
from clauseway.search.wordlist import matter_places, packed, site_keys, site_vocabulary
from clauseway.search.words import family, forms, joined, terms

# What one mention counts, by the field it stands in, beside 1 for the clause's own words.
_LEAD_IN, _TAIL, _HEADING, _ABOVE, _TITLE = 0.7, 0.4, 0.45, 0.25, 0.2

SECTIONS = " › "
"""Stands between the headings of a section path."""

DUTIES = {
    Duty.NONE: "-",
    Duty.MUST: "m",
    Duty.MUST_NOT: "n",
    Duty.SHOULD: "s",
    Duty.SHOULD_NOT: "t",
    Duty.MAY: "a",
}
"""The letter of each duty."""

_AUDIENCES = {Audience.STAFF: 1, Audience.PARENTS: 2, Audience.PUPILS: 4, Audience.GOVERNORS: 8}

_Found = tuple[Piece, str, Findings]


class _Table:
    """Values by place, each once."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._places: dict[str, int] = {}

    def place(self, value: str) -> int:
        """The place of a value; -1 for an empty one."""
        if not value:
            return -1
        if value not in self._places:
            self._places[value] = len(self.values)
            self.values.append(value)
        return self._places[value]


def shard(school: School, policies: Sequence[Policy], texts: Sequence[str]) -> SchoolShard:
    """What is fetched to search the policies of one school; `texts` are the names of the files with their texts."""
    matters = _Table()
    clauses = [(policy, found) for policy in policies for found in _clauses(policy)]
    index = postings(weights(_fields(policy, found[0])) for policy, found in clauses)
    own = forms(_words(text for policy, found in clauses for text, _ in _fields(policy, found[0])))
    return SchoolShard(
        version=VERSION,
        school=school.slug,
        policies=[_policy(policy, school, name) for policy, name in zip(policies, texts, strict=True)],
        clauses=_known([found for _, found in clauses], matters),
        matters=[matter_places()[slug] for slug in matters.values],
        treats=_treats({text for policy, found in clauses for text in (policy.metadata.title, *found[0].section_path)}),
        known=[index.pop(key, "") for key in site_keys()],
        forms=packed(own),
        index=[index.get(key, "") for key in own],
    )


def policy_texts(policy: Policy) -> PolicyTexts:
    """The texts of one policy, fetched to show what was found in it."""
    shared = _Table()
    clauses = [_text(piece, name, shared) for piece, name, _ in _clauses(policy)]
    return PolicyTexts(VERSION, clauses, shared.values)


def _clauses(policy: Policy) -> list[_Found]:
    findings = policy.findings or (None,) * len(policy.pieces)
    return [
        (piece, name, found or Findings())
        for piece, name, found in zip(policy.pieces, policy.ids, findings, strict=True)
        if piece.role is Role.CLAUSE
    ]


def _fields(policy: Policy, piece: Piece) -> Fields:
    """The texts by which a clause is found, its own first, with what a mention in each counts."""
    yield piece.text, 1.0
    yield from ((stem, _LEAD_IN) for stem in piece.lead_ins)
    yield piece.tail, _TAIL
    yield from ((heading, _ABOVE) for heading in piece.section_path[:-1])
    yield from ((heading, _HEADING) for heading in piece.section_path[-1:])
    yield policy.metadata.title, _TITLE


def _treats(headings: Iterable[str]) -> list[int]:
    """Of what usually stands elsewhere, the places of what some titles and headings are about."""
    written = " / ".join(_plain(heading) for heading in headings)
    return [place for place, names in enumerate(_named()) if any(f" {name} " in f" {written} " for name in names)]


@cache
def _named() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(_plain, subject.named)) for subject in elsewhere())


def _plain(text: str) -> str:
    return " ".join(map(family, terms(text)))


def _words(texts: Iterable[str]) -> Iterator[str]:
    """The words of some texts that the whole site's list does not have."""
    known = site_vocabulary()
    return (word for text in sorted(set(texts)) for word in (*terms(text), *joined(text)) if word not in known)


def _policy(policy: Policy, school: School, texts: str) -> ShardPolicy:
    about = policy.metadata
    language = about.language or school.language
    number = sum(piece.role is Role.CLAUSE for piece in policy.pieces)
    return ShardPolicy(policy.slug, about.title, about.kind.value, language, about.review_date, number, texts)


def _known(clauses: Sequence[_Found], matters: _Table) -> ShardClauses:
    findings = [found for _, _, found in clauses]
    return ShardClauses(
        numbers=[piece.number for piece, _, _ in clauses],
        duties="".join(DUTIES[found.duty] for found in findings),
        audiences="".join(chr(ord("a") + sum(_AUDIENCES[one] for one in found.audiences)) for found in findings),
        matters=[[matters.place(fit.slug) * 16 + round(15 * fit.score) for fit in found.matters] for found in findings],
    )


def _text(piece: Piece, name: str, shared: _Table) -> ClauseText:
    return ClauseText(
        anchor=name,
        text=piece.text,
        lead_in=shared.place(" ".join(piece.lead_ins)),
        tail=shared.place(piece.tail),
        section=shared.place(SECTIONS.join(piece.section_path)),
    )
