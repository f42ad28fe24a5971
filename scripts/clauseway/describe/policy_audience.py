"""Whom a policy as a whole addresses with rules or guidance.

Three things make a group an audience by themselves: the title names it as the reader; a sentence of scope
names it; or a heading is for it and rules stand below. Beyond these a group counts by the clauses that bind
it. How many it takes depends on what the policy says of itself and on its kind: policies of one kind
address the same groups nearly everywhere, and hardly a word is lost on the usual ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from clauseway.describe.audience import find_audiences
from clauseway.describe.definitions import find_groups
from clauseway.describe.findings import context
from clauseway.describe.policy_roles import addressed, audiences_of, role_pattern, role_words
from clauseway.describe.scope import ScopeSentence
from clauseway.model import Audience, Kind, Piece, Role
from clauseway.vocabulary import load

_ADULTS = frozenset({Audience.STAFF, Audience.GOVERNORS})
_PUPILS = frozenset({Audience.PUPILS})
_FAMILIES = frozenset({Audience.PARENTS, Audience.PUPILS})

# A group must be bound by so many clauses, and by such a share of all.
_Enough = tuple[int, float]
_USUAL: _Enough = (1, 0.0)
_UNUSUAL: _Enough = (2, 0.15)
# What does where nobody is addressed more plainly.
_AT_ALL: _Enough = (1, 0.15)
# A usual group that no clause binds plainly counts where so many speak of it.
_USUAL_SPOKEN_OF: _Enough = (2, 0.1)
# Governors have duties in most policies as those who oversee it; alone these make nobody a reader.
_GOVERNORS: _Enough = (2, 0.1)
# Beside readers whom the title names others need far more; beside groups to whom the policy says that it applies,
# rather more.
_BESIDE_TITLE: _Enough = (4, 0.4)
_BESIDE_SCOPE: _Enough = (4, 0.15)
# Beside adults to whom alone it applies, families need more even where such policies usually address them.
_BESIDE_ADULTS: _Enough = (3, 0.08)


def policy_audience(
    title: str,
    kind: Kind,
    scope: Sequence[ScopeSentence],
    pieces: Sequence[Piece],
    default: Sequence[Audience] = (),
) -> tuple[Audience, ...]:
    """The audiences in fixed order (staff, parents, pupils, governors).

    Where the text names nobody they are `default`, and without one those whom such policies usually address.
    """
    named = _Named(_title_audiences(title), _scope_audiences(scope, kind), _usual(kind))
    clauses = [piece for piece in pieces if piece.role is Role.CLAUSE]
    bound = _bound(clauses, title)
    ruled = frozenset(one for one, count in bound.items() if _is_enough(count, len(clauses), _needed(one, named)))
    likely = frozenset[Audience]() if named.titled or named.only_adults else named.usual - named.scoped - ruled
    found = named.titled | named.scoped | ruled | _headed(clauses, named.titled) | _spoken_of(clauses, likely)
    if named.titled or named.scoped or found - {Audience.GOVERNORS}:
        return _ordered(found)
    few = {one for one, count in bound.items() if _is_enough(count, len(clauses), _AT_ALL)} - {Audience.GOVERNORS}
    return _ordered(few) or tuple(default) or _ordered(named.usual)


@dataclass(frozen=True, slots=True)
class _Named:
    """What stands fixed before any clause is looked at."""

    titled: frozenset[Audience]
    """The readers whom the title names."""
    scoped: frozenset[Audience]
    """Those whom sentences of scope name."""
    usual: frozenset[Audience]
    """Those whom policies of this kind address nearly everywhere."""

    @property
    def only_adults(self) -> bool:
        """Whether the policy says that it applies to adults, and to nobody else."""
        return bool(self.scoped) and self.scoped <= _ADULTS


def _ordered(found: Iterable[Audience]) -> tuple[Audience, ...]:
    known = frozenset(found)
    return tuple(audience for audience in Audience if audience in known)


def _needed(audience: Audience, named: _Named) -> _Enough:
    """How many clauses must bind a group that neither title nor scope names."""
    if named.titled:
        return _BESIDE_TITLE
    if audience in named.usual:
        return _BESIDE_ADULTS if named.only_adults and audience in _FAMILIES else _USUAL
    if audience is Audience.GOVERNORS:
        return _GOVERNORS
    return _BESIDE_SCOPE if named.scoped else _UNUSUAL


def _is_enough(count: int, total: int, needed: _Enough) -> bool:
    fewest, share = needed
    return count >= fewest and count >= share * total


def _bound(clauses: Sequence[Piece], title: str) -> Counter[Audience]:
    """For each group how many clauses bind it, whomever the policy addresses."""
    contexts = [context(piece, title) for piece in clauses]
    groups = find_groups(contexts)
    counts: Counter[Audience] = Counter()
    for clause in contexts:
        audiences, why = find_audiences(clause, (), groups)
        # Whoever is only told of what the school does ("parents will be informed") is bound to nothing.
        told = any(one.rule == "told" for one in why)
        counts.update(_ADULTS.intersection(audiences) if told else audiences)
    return counts


def _spoken_of(clauses: Sequence[Piece], groups: frozenset[Audience]) -> frozenset[Audience]:
    """Those of `groups` whom many clauses name in any way."""
    if not groups:
        return groups
    counts = Counter(one for piece in clauses for one in _all_of(piece.text))
    return frozenset(one for one in groups if _is_enough(counts[one], len(clauses), _USUAL_SPOKEN_OF))


def _title_audiences(title: str) -> frozenset[Audience]:
    """Roles in those parts of a title that say for whom it is: `– Parents`, `for pupils`, `Staff code of …`."""
    last = re.split(r"\s[–—-]\s?|[:(]", title)[-1].strip(" ).")
    if last != title and role_words(last) and not _beyond_roles(last):
        return _all_of(last)
    if behind := re.search(r"\b(?:for|by)\s+(?P<who>.+)$", title, re.IGNORECASE):
        return _all_of(behind["who"])
    first = _leading_roles().match(title)
    if first and title[first.end() :].strip(" &/,'’").lower().startswith(tuple(load("audiences")["title_nouns"])):
        return _all_of(first[0])
    return frozenset()


@cache
def _leading_roles() -> re.Pattern[str]:
    """The groups at the head of a title, with the word that joins them to each other or to its subject."""
    role = role_pattern().pattern
    joined = r"(?:\s*(?:,|/|&)\s*|\s+and\s+)"
    return re.compile(rf"{role}(?:{joined}{role})*(?:\s+and\b)?", re.IGNORECASE)


def _scope_audiences(scope: Sequence[ScopeSentence], kind: Kind) -> frozenset[Audience]:
    """Those whom sentences of scope name; beside families a volunteer is no governor.

    A policy about what is done for pupils that applies to pupils, and names nobody else, does not say who reads it.
    """
    found = frozenset[Audience]().union(*(addressed(sentence.object) for sentence in scope))
    if found == _PUPILS and kind in load("kinds")["about_pupils"]:
        return frozenset()
    if found & _FAMILIES and not any(_names_governors(sentence.object) for sentence in scope):
        return found - {Audience.GOVERNORS}
    return found


def _names_governors(words: str) -> bool:
    return any(audiences_of(match) == {Audience.GOVERNORS} for match in role_words(words))


def _all_of(words: str) -> frozenset[Audience]:
    return frozenset().union(*(audiences_of(match) for match in role_words(words)))


def _headed(clauses: Sequence[Piece], titled: frozenset[Audience]) -> frozenset[Audience]:
    """Groups for whom a heading stands over at least one clause; governors and, beside a title, others need more."""
    heads = {head for piece in clauses for head in piece.section_path[-1:]}
    found = frozenset[Audience]().union(*(_all_of(head) for head in heads if _is_for_roles(head)))
    return (found & titled if titled else found) - {Audience.GOVERNORS}


@lru_cache(maxsize=4096)
def _is_for_roles(heading: str) -> bool:
    return bool(role_words(heading)) and not _beyond_roles(heading)


def _beyond_roles(words: str) -> bool:
    """Whether anything but names of groups and words like `expectations of` stands in a heading."""
    rest = role_pattern().sub(" ", words)
    return any(word not in _heading_words() for word in re.findall(r"[^\W\d_][\w’']*|&", rest.lower()))


@cache
def _heading_words() -> frozenset[str]:
    return frozenset(load("audiences")["heading_words"])


@cache
def _usual_readers() -> dict[str, frozenset[Audience]]:
    return {kind: frozenset(map(Audience, readers)) for kind, readers in load("kinds")["readers"].items()}


def _usual(kind: Kind) -> frozenset[Audience]:
    return _usual_readers().get(kind, frozenset())
