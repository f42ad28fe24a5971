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

from clauseway.describe.policy_roles import addressed, audiences_of, role_beginnings, role_pattern, role_words
from clauseway.describe.scope import ScopeSentence
from clauseway.model import Audience, Piece, Role
from clauseway.vocabulary import load

# A group that only the subjects of rules show must be that of at least so many, and of such a share.
_FEWEST, _SHARE = 2, 0.08
# In a short policy one rule in so many is enough.
_SHARE_OF_FEW = 0.25
# Where the title names its readers others must be addressed by far more.
_FEWEST_BESIDE, _SHARE_BESIDE = 4, 0.3
# Governors have duties in most policies as those who oversee it.
_FEWEST_GOVERNORS, _SHARE_GOVERNORS = 4, 0.15

_MODAL = (
    r"(?:must|should|shall|will|may|can|cannot|can['’]t|mustn['’]t|needs? to|ought to|have to|has to|rhaid|dylai|dylid"
    r"|(?:are|is|have|has)(?: also| not| strongly| therefore)? (?:expected|required|asked|encouraged|advised|reminded"
    r"|requested|obliged|permitted|allowed|responsible|(?:a|the|an) (?:\w+ )?(?:responsibility|duty)))"
)
# Behind the modal: what is done to them and not by them ("parents will be informed").
_SUFFERED = (
    r"(?: also| not| then| always| never| only)* be (?:(?:\w+ly|and) )*"
    r"(?!expected|required|asked|encouraged|prepared|dressed|respected)"
    r"(?:\w+ed|given|told|made|kept|taken|shown|taught|sent|met|put|held|seen|able)\b"
)
_BETWEEN_ROLES = re.compile(
    r"\s*(?:,|/|&|\band/or\b|\band\b|\bor\b|,\s*(?:and|or)\b)\s*(?:the |all |other |any )*", re.IGNORECASE
)
_BEHIND_ROLE = re.compile(
    r"(?:\s+(?:(?:who|that|working|employed|in|at|within|of|with|from|on|and|using|wishing|are|the)\b|\()[^.;:]{0,70}?)??"
    rf",?\s+(?:also |therefore |always |then |however,? )?{_MODAL}\b(?!{_SUFFERED})",
    re.IGNORECASE,
)
_STARTS = re.compile(r"[.;:!?]\s+(?=[A-Z])")


def policy_audience(
    title: str, scope: Sequence[ScopeSentence], pieces: Sequence[Piece], default: Sequence[Audience] = ()
) -> tuple[Audience, ...]:
    """The audiences in fixed order (staff, parents, pupils, governors); `default` where none is found."""
    titled = _title_audiences(title)
    named = titled | _scope_audiences(scope)
    found = named | _ruled(pieces, titled) | _headed(pieces, titled)
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


def _ruled(pieces: Sequence[Piece], titled: frozenset[Audience]) -> frozenset[Audience]:
    """Groups that are the subject of enough rules."""
    counts = Counter(audience for piece in pieces if piece.role is Role.CLAUSE for audience in _subjects(piece))
    total = sum(counts.values())
    return frozenset(audience for audience, count in counts.items() if _is_enough(audience, count, total, titled))


def _is_enough(audience: Audience, count: int, total: int, titled: frozenset[Audience]) -> bool:
    fewest, share = _FEWEST, _SHARE
    if titled and audience not in titled:
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
    if piece.lead_ins and (stem := _rule_subjects(piece.lead_ins[-1])):
        return stem
    head = piece.section_path[-1] if piece.section_path else ""
    return _all_of(head) if head and _is_for_roles(head) else frozenset()


def _rule_subjects(text: str) -> frozenset[Audience]:
    found: set[Audience] = set()
    for start in (0, *(match.end() for match in _STARTS.finditer(text))):
        found |= _subject_at(text, start)
    return frozenset(found)


def _subject_at(text: str, start: int) -> frozenset[Audience]:
    """The groups named at `start`, if a duty or permission of theirs follows (or, in Welsh, stands before)."""
    if text[start : start + 2].lower() not in _beginnings():
        return frozenset()
    welsh = _welsh_duty().match(text, start)
    before = _before_role().match(text, welsh.end() if welsh else start)
    role = role_pattern().match(text, before.end() if before else start)
    found: set[Audience] = set()
    while role:
        found |= audiences_of(role)
        end = role.end()
        joined = _BETWEEN_ROLES.match(text, end)
        role = role_pattern().match(text, joined.end()) if joined else None
    return frozenset(found) if found and (welsh or _BEHIND_ROLE.match(text, end)) else frozenset()


@cache
def _welsh_duty() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(load('audiences')['welsh_duties'])})\s+", re.IGNORECASE)


@cache
def _before_role() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("audiences")["qualifiers"]))
    return re.compile(rf"(?:(?:{words})\s+)*", re.IGNORECASE)


@cache
def _beginnings() -> frozenset[str]:
    """First two letters of what a subject can begin with, so that most sentences need no pattern."""
    data = load("audiences")
    return frozenset(f"{word} "[:2] for word in (*data["qualifiers"], *data["welsh_duties"], *role_beginnings()))


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
