"""Whom a policy as a whole addresses with rules or guidance.

Three things make a group an audience: the title or a sentence of scope names it; a heading is for it and
rules stand below; or it is the subject of enough rules. Being mentioned is not enough, nor is being told
that one will be informed, nor the duties of the school's leadership.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from clauseway.describe.policy_roles import addressed, audiences_of, named_by, role_pattern, role_words
from clauseway.describe.scope import ScopeSentence
from clauseway.describe.sentences import holds_any
from clauseway.model import Audience, Piece, Role
from clauseway.vocabulary import load

# A group that only the subjects of rules show must be that of at least so many, and of such a share.
_FEWEST, _SHARE = 2, 0.08
# In a short policy one rule in so many is enough.
_SHARE_OF_FEW = 0.25
# Beside named readers others need more.
_FEWEST_BESIDE, _SHARE_BESIDE = 4, 0.3
# Governors have duties in most policies as those who oversee it.
_FEWEST_GOVERNORS, _SHARE_GOVERNORS = 4, 0.15

_ADULTS = frozenset({Audience.STAFF, Audience.GOVERNORS})

_MODAL = (
    r"(?:must|should|shall|will|may|can|cannot|can['’]t|mustn['’]t|needs? to|ought to|have to|has to|rhaid|dylai|dylid"
    r"|(?:are|is|have|has)(?: also| not| strongly| therefore)? (?:expected|required|asked|encouraged|advised|reminded"
    r"|requested|obliged|permitted|allowed|responsible|(?:a|the|an) (?:\w+ )?(?:responsibility|duty)))"
)
# Behind the modal: what is done to them and not by them ("parents will be informed").
_SUFFERED = (
    r"(?: also| not| then| always| never| only)* be (?:(?:\w+ly|and) )*"
    r"(?!expected|required|asked|encouraged|prepared|dressed|respected)"
    r"(?:\w+ed|given|told|made|kept|taken|shown|taught|sent|met|put|held|seen|able|at|in|a|an|ill|unwell)\b"
)
_BETWEEN_ROLES = re.compile(r"\s*(?:,|/|&|\band/or\b|\band\b|\bor\b|,\s*(?:and|or)\b)\s*(?:the |all |other |any )*")
_BEHIND_ROLE = re.compile(
    r"(?:\s+(?:(?:who|that|working|employed|here|in|at|within|of|with|from|on|and|using|wishing|are|the)\b|\()[^.;:]{0,70}?)??"
    rf",?\s+(?:also |therefore |always |then |however,? )?{_MODAL}\b(?!{_SUFFERED})",
)
# What is asked of them binds them too: "we ask that parents …", "the school expects pupils to …".
_ASKS = r"(?:we|school|academy|governors|trust) (?:\w+ly |also |do )?(?:ask|expect|require|request)s?\b(?: that\b)?\s+"
_ASKED = (" ask", " expect", " require", " request")


def policy_audience(
    title: str, scope: Sequence[ScopeSentence], pieces: Sequence[Piece], default: Sequence[Audience] = ()
) -> tuple[Audience, ...]:
    """The audiences in fixed order (staff, parents, pupils, governors); `default` where none is found."""
    titled = _title_audiences(title)
    scoped = _scope_audiences(scope)
    # Beside readers whom the title names, or adults whom alone the scope does, others must be addressed by far more.
    beside = titled or (scoped if scoped <= _ADULTS else frozenset())
    found = titled | scoped | _ruled(pieces, beside) | _headed(pieces, titled)
    return tuple(audience for audience in Audience if audience in found) or tuple(default)


def _title_audiences(title: str) -> frozenset[Audience]:
    """Roles in those parts of a title that say for whom it is: `– Parents`, `for pupils`, `Staff code of …`."""
    last = re.split(r"\s[–—-]\s?|[:(]", title)[-1].strip(" ).")
    if last != title and role_words(last) and not _beyond_roles(last):
        return _all_of(last)
    if behind := re.search(r"\b(?:for|by)\s+(?P<who>.+)$", title, re.IGNORECASE):
        return _all_of(behind["who"])
    first = role_pattern().match(title)
    if first and title[first.end() :].strip(" &/,'’").lower().startswith(tuple(load("audiences")["title_nouns"])):
        return audiences_of(first)
    return frozenset()


def _scope_audiences(scope: Sequence[ScopeSentence]) -> frozenset[Audience]:
    return frozenset().union(*(addressed(sentence.object) for sentence in scope))


def _all_of(words: str) -> frozenset[Audience]:
    return frozenset().union(*(audiences_of(match) for match in role_words(words)))


def _ruled(pieces: Sequence[Piece], beside: frozenset[Audience]) -> frozenset[Audience]:
    """Groups that are the subject of enough rules."""
    counts = Counter(audience for piece in pieces if piece.role is Role.CLAUSE for audience in _subjects(piece))
    total = sum(counts.values())
    return frozenset(audience for audience, count in counts.items() if _is_enough(audience, count, total, beside))


def _is_enough(audience: Audience, count: int, total: int, beside: frozenset[Audience]) -> bool:
    fewest, share = _FEWEST, _SHARE
    if beside and audience not in beside:
        fewest, share = _FEWEST_BESIDE, _SHARE_BESIDE
    elif audience is Audience.GOVERNORS:
        fewest, share = _FEWEST_GOVERNORS, _SHARE_GOVERNORS
    elif count >= _SHARE_OF_FEW * total:
        return True
    return count >= fewest and count >= share * total


def _headed(pieces: Sequence[Piece], titled: frozenset[Audience]) -> frozenset[Audience]:
    """Groups for whom a heading stands over at least one clause; governors and, beside a title, others need more."""
    heads = {head for piece in pieces if piece.role is Role.CLAUSE for head in piece.section_path[-1:]}
    found = frozenset().union(*(_all_of(head) for head in heads if _is_for_roles(head)))
    return (found & titled if titled else found) - {Audience.GOVERNORS}


def _subjects(piece: Piece) -> frozenset[Audience]:
    """Those who are the subject of a clause's rules, in its own words, else in its stem or heading."""
    own = _rule_subjects(piece.text)
    if own or not piece.item:
        return own
    if piece.lead_ins and (stem := _stem_subjects(piece.lead_ins[-1])):
        return stem
    return _heading_subjects(piece.section_path[-1]) if piece.section_path else frozenset()


@lru_cache(maxsize=1024)
def _stem_subjects(stem: str) -> frozenset[Audience]:
    return _rule_subjects(stem)


@lru_cache(maxsize=1024)
def _heading_subjects(heading: str) -> frozenset[Audience]:
    return _bound(_all_of(heading)) if _is_for_roles(heading) else frozenset()


def _bound(groups: frozenset[Audience]) -> frozenset[Audience]:
    """Those whom a rule for these groups binds: one for adults is for staff, and only by the way for governors."""
    return groups - {Audience.GOVERNORS} if groups == _ADULTS else groups


def _rule_subjects(text: str) -> frozenset[Audience]:
    """Those named where a sentence or part of one begins, if their duty follows, or of whom something is asked."""
    # Lower case throughout: patterns that ignore case take twice as long.
    low = text.lower()
    found: set[Audience] = set()
    end = 0
    for start in _beginning().finditer(low):
        if start.end() <= end:
            continue  # one of the groups named together with an earlier one
        groups, end = _groups_at(low, start)
        if start["welsh"] or _BEHIND_ROLE.match(low, end):
            found |= groups
    if holds_any(low, _ASKED):
        for asked in _asking().finditer(low):
            found |= _groups_at(low, asked)[0]
    return frozenset(found)


def _groups_at(low: str, start: re.Match[str]) -> tuple[frozenset[Audience], int]:
    """The groups named from the role of `start` on (`staff, pupils and parents`), and where their names end."""
    found, end = _bound(named_by(start["role"])), start.end()
    while (joined := _BETWEEN_ROLES.match(low, end)) and (role := _role().match(low, joined.end())):
        found |= _bound(named_by(role[0]))
        end = role.end()
    return found, end


@cache
def _role() -> re.Pattern[str]:
    return re.compile(role_pattern().pattern)


@cache
def _beginning() -> re.Pattern[str]:
    welsh = "|".join(load("audiences")["welsh_duties"])
    return re.compile(rf"(?:^|[.;:!?,]\s+)(?P<welsh>(?:{welsh})\s+)?{_role_with_qualifiers()}")


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"\b{_ASKS}{_role_with_qualifiers()}")


def _role_with_qualifiers() -> str:
    # Lazy and bounded: a qualifier may itself be the first word of a role, and no text may cost more than its length.
    words = "|".join(map(re.escape, load("audiences")["qualifiers"]))
    return rf"(?:(?:{words})\s+){{0,6}}?(?P<role>{role_pattern().pattern})"


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
