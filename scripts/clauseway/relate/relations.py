"""Which clauses of other policies rule on the same matter as a clause, best first, and in what they differ.

Cost is held down by relating within matters only, with a few clauses of each policy, and a bounded number of
policies for each clause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from clauseway.model import Audience, Duty, MatterFit, Policy, Related, Relation
from clauseway.relate.differences import differences
from clauseway.relate.likeness import Vector, likeness, rarity, runs, shared_wording, stems, vector

_EACH = 2
"""Clauses of one other policy that a clause is related to within a matter."""
_CONSIDERED = 6
"""Clauses of one policy that are considered within a matter: those that fit it best."""
_POLICIES = 60
"""Other policies that are considered for a clause within a matter."""
_MOST = 40
"""Relations that a clause has at most."""
_SURE = 0.55
"""Score from which two clauses are said to rule on the same; below it one is only something to see also."""
_SAME_WORDING = 0.8
"""Share of the runs of words from which two clauses are the same text."""


class Clause(msgspec.Struct, frozen=True, gc=False):
    """What relations are found from."""

    id: str
    """`<school>/<policy>#<id>`."""
    words: str
    """Its own words."""
    governed: str
    """Its words behind all stems that govern it."""
    duty: Duty
    """How strongly it binds."""
    audiences: frozenset[Audience]
    """Whom it binds."""
    matters: tuple[MatterFit, ...]
    """The matters it rules on."""

    @property
    def policy(self) -> str:
        """`<school>/<policy>`."""
        return self.id.partition("#")[0]


def clauses_of(policies: Iterable[Policy]) -> Iterator[Clause]:
    """The clauses of some policies with what is found about them."""
    for policy in policies:
        for piece, one, found in zip(policy.pieces, policy.ids, policy.findings, strict=True):
            if found is not None:
                name = f"{policy.school}/{policy.slug}#{one}"
                governed = " ".join((*piece.lead_ins, piece.text, piece.tail)).strip()
                yield Clause(name, piece.text, governed, found.duty, frozenset(found.audiences), found.matters)


class _Known(msgspec.Struct, frozen=True, gc=False):
    """A clause with what its words are compared by."""

    clause: Clause
    vector: Vector
    runs: frozenset[tuple[str, ...]]


def relate(clauses: Sequence[Clause], titles: Mapping[str, str]) -> dict[str, tuple[Related, ...]]:
    """The relations of each clause, by its id; clauses without any are left out.

    `titles` are those of the matters, by slug. A relation holds both ways: where a clause has another, that has it.
    """
    best: dict[tuple[str, str], tuple[float, str]] = {}
    known = {one.clause.id: one for one in _known([clause for clause in clauses if clause.matters])}
    for matter, by_policy in _by_matter(known.values()).items():
        for pair, score in _pairs(matter, by_policy):
            if score > best.get(pair, (0.0, ""))[0]:
                best[pair] = (score, matter)
    found: dict[str, list[Related]] = defaultdict(list)
    for (a, b), (score, matter) in best.items():
        for one, other in ((known[a], known[b]), (known[b], known[a])):
            found[one.clause.id].append(_related(one, other, score, matter, titles[matter]))
    return {clause: tuple(sorted(some, key=_rank)[:_MOST]) for clause, some in sorted(found.items())}


def _rank(related: Related) -> tuple[float, str]:
    return (-related.score, related.clause)


def _known(clauses: Sequence[Clause]) -> Iterator[_Known]:
    texts = [stems(clause.governed) for clause in clauses]
    weights = rarity(texts)
    for clause, text in zip(clauses, texts, strict=True):
        yield _Known(clause, vector(text, weights), runs(stems(clause.words)))


def _by_matter(known: Iterable[_Known]) -> dict[str, dict[str, list[_Known]]]:
    """The clauses of each matter, by policy, those that fit best first."""
    grouped: dict[str, dict[str, list[_Known]]] = defaultdict(lambda: defaultdict(list))
    for one in known:
        for fit in one.clause.matters:
            grouped[fit.slug][one.clause.policy].append(one)
    for matter, by_policy in grouped.items():
        for policy, some in by_policy.items():
            by_policy[policy] = sorted(some, key=lambda one: (-_fit(one, matter), one.clause.id))[:_CONSIDERED]
    return grouped


def _fit(one: _Known, matter: str) -> float:
    return next(fit.score for fit in one.clause.matters if fit.slug == matter)


def _pairs(matter: str, by_policy: Mapping[str, Sequence[_Known]]) -> Iterator[tuple[tuple[str, str], float]]:
    """Pairs of clauses of different policies, each with how sure it is that they rule on the same."""
    policies = sorted(by_policy)
    for place, policy in enumerate(policies):
        # The next ones in a circle: every policy is met by as many, and no one school by all.
        others = [policies[(place + step) % len(policies)] for step in range(1, min(len(policies), _POLICIES + 1))]
        for one in by_policy[policy]:
            for other_policy in others:
                scored = ((_score(one, other, matter), other) for other in by_policy[other_policy])
                for score, other in sorted(scored, key=lambda pair: (-pair[0], pair[1].clause.id))[:_EACH]:
                    a, b = sorted((one.clause.id, other.clause.id))
                    yield (a, b), score


def _score(a: _Known, b: _Known, matter: str) -> float:
    """How sure two clauses rule on the same: both fit the matter, share others, and are alike in words."""
    fits = min(_fit(a, matter), _fit(b, matter))
    shared = len({fit.slug for fit in a.clause.matters} & {fit.slug for fit in b.clause.matters}) - 1
    return round(min(fits * (0.7 + 0.3 * likeness(a.vector, b.vector)) + 0.05 * shared, 1.0), 3)


def _related(one: _Known, other: _Known, score: float, matter: str, title: str) -> Related:
    alike = likeness(one.vector, other.vector)
    shared = shared_wording(one.runs, other.runs) >= _SAME_WORDING
    # The same words under another stem can be the opposite rule, so they are looked at in any case.
    found = list(differences(_terms(one.clause), _terms(other.clause), 1.0 if shared else alike))
    why = f"Both rule on: {title[:1].lower()}{title[1:]}{', in the same words' if shared else ''}"
    if score < _SURE and not shared:
        return Related(other.clause.id, Relation.TOPIC, score, f"{why.replace('Both rule', 'Both are', 1)}.", matter)
    if found:
        return Related(other.clause.id, Relation.DIFFERS, score, f"{why}; {'; '.join(found)}.", matter)
    return Related(other.clause.id, Relation.SAME_WORDING if shared else Relation.SAME, score, f"{why}.", matter)


def _terms(clause: Clause) -> tuple[Duty, frozenset[Audience], str]:
    return clause.duty, clause.audiences, clause.governed
