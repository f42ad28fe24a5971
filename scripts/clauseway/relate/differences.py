"""In what two clauses on the same matter differ: strength, sense, people, figures, conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from clauseway.model import Audience, Duty
from clauseway.relate.figures import Figures, figures_differ, figures_of, how_often

_STRENGTH = {Duty.MUST: 2, Duty.MUST_NOT: 2, Duty.SHOULD: 1, Duty.SHOULD_NOT: 1, Duty.MAY: 0}
_SAYS = {
    Duty.MUST: "requires it",
    Duty.MUST_NOT: "forbids it",
    Duty.SHOULD: "advises it",
    Duty.SHOULD_NOT: "advises against it",
    Duty.MAY: "allows it",
}
_ALIKE = 0.15
"""Likeness of words from which the same thing is done in two clauses."""
_VERY_ALIKE = 0.5
"""The same where neither of them allows it, so that they may say the same in two ways."""
_RATHER_ALIKE = 0.15
"""The same where one of them requires what the other forbids."""
_FORBIDDING = frozenset({Duty.MUST_NOT, Duty.SHOULD_NOT})
_OTHERS = {
    "parents": re.compile(r"\b(?:parents?|carers?|famil(?:y|ies))\b", re.IGNORECASE),
    "former pupils": re.compile(
        r"\b(?:ex-\w+|former|past|prior) (?:pupil|student|learner)|\bex-?pupils?\b|\bcurrent or prior\b", re.IGNORECASE
    ),
    "staff who have left": re.compile(
        r"\b(?:former|past) (?:staff|employees?|members? of staff)\b|\bafter (?:they|you|leaving)\b.{0,20}\bemploy|"
        r"\bafter they leave\b|\bafter (?:his or her |their )?employment\b",
        re.IGNORECASE,
    ),
}
_COVERED = {
    "staff": r"staff|employees?|teachers?|adults?|workforce",
    "governors": r"governors?|trustees?|elected members",
    "volunteers": r"volunteers?|voluntary|helpers",
    "visitors or contractors": r"visitors?|contractors?|third part(?:y|ies)|agency",
    "parents": r"parents?|carers?|famil(?:y|ies)",
    "pupils": r"pupils?|students?|learners?|children",
    "everyone": r"everybody|stakeholders?|(?:whole|entire|all members of the) (?:school|academy)(?: community)?",
}
_WHO_IS_COVERED = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _COVERED.items()}
_NEGATION = re.compile(r"\b(?:not|cannot|never|no|nor|neither|without|\w+n['’]t)\b", re.IGNORECASE)
_LEAVE = r"(?:the )?(?:prior |express |written )*(?:permission|consent|approval)"
_CONDITIONS = {
    "permission": rf"with(?:out)? {_LEAVE}|unless {_LEAVE}",
    "an exception": r"unless|except|other than|only (?:if|when|where|with|for)|provided (?:that )?",
}
_CONDITION = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _CONDITIONS.items()}


class Terms(msgspec.Struct, frozen=True, gc=False):
    """What a clause is compared by; found once for each, since it is compared with many."""

    duty: Duty
    """How strongly it binds."""
    audiences: frozenset[Audience]
    """Whom it binds."""
    negations: int
    """How often it says “no” or “not”."""
    spoken_of: tuple[str, ...]
    """People whom not every clause speaks of, and who change what it says."""
    figures: Figures
    """Its figures."""
    often: str
    """How often it has something done, where it names one frequency."""
    conditions: frozenset[str]
    """What kinds of exception or condition it makes."""
    covered: frozenset[str]
    """The groups of people that it names, for what says whom a policy covers."""
    addressees: frozenset[Audience] = frozenset()
    """Whom its policy is for."""


def terms(
    duty: Duty, audiences: frozenset[Audience], words: str, addressees: frozenset[Audience] = frozenset()
) -> Terms:
    """The terms of a clause, of which `words` are the words with all that governs them."""
    return Terms(
        duty,
        audiences,
        len(_NEGATION.findall(words)),
        tuple(name for name, pattern in _OTHERS.items() if pattern.search(words)),
        figures_of(words),
        how_often(words),
        frozenset(name for name, pattern in _CONDITION.items() if pattern.search(words)),
        frozenset(name for name, pattern in _WHO_IS_COVERED.items() if pattern.search(words)),
        addressees,
    )


def differences(a: Terms, b: Terms, alike: float, whose: str, on_whom: bool = False) -> Iterator[str]:
    """What a reader should know of how the second clause differs, each in a few words; nothing where they agree.

    `alike` is how alike the words are, from 0 to 1, and 1 where they are the same text; `whose` is what each of the
    two clauses speaks for, `school` or `policy`. `on_whom` is for clauses that say whom a policy covers.
    """
    if on_whom and a.covered and b.covered and a.covered != b.covered:
        yield f"only one of them covers {_or(a.covered ^ b.covered)}"
        return
    yield from _people(a, b, alike)
    yield from _force(a.duty, b.duty, alike, whose)
    if alike == 1.0 and a.duty is b.duty and a.duty not in _FORBIDDING and a.negations != b.negations:
        yield "one of them says “no” or “not” where the other does not"
    for name in _OTHERS:
        if (name in a.spoken_of) != (name in b.spoken_of):
            yield f"only one of them speaks of {name}"
    yield from figures_differ(a.figures, b.figures)
    if a.often and b.often and a.often != b.often:
        yield f"how often differs: {a.often} and {b.often}"
    if Duty.NONE not in (a.duty, b.duty):
        if bool(a.conditions) != bool(b.conditions):
            yield "one of them makes an exception or condition"
        elif a.conditions.isdisjoint(b.conditions) and a.conditions:
            yield "one of them asks for permission, the other makes an exception"


def _people(a: Terms, b: Terms, alike: float) -> Iterator[str]:
    mine, theirs = _side(a.audiences), _side(b.audiences)
    if not mine or not theirs or mine & theirs:
        return
    # A parent who asks and a school that answers are two ends of one rule. That others are bound is a difference where
    # the two say the same to them, or where their policies are for others.
    if alike >= _ALIKE or (a.addressees and b.addressees and not a.addressees & b.addressees):
        yield f"this is for {_named(a.audiences)}, that for {_named(b.audiences)}"


def _side(people: frozenset[Audience]) -> frozenset[Audience]:
    """The same people, with governors as staff: both act for the school."""
    return frozenset(Audience.STAFF if one is Audience.GOVERNORS else one for one in people)


def _named(people: frozenset[Audience]) -> str:
    *most, last = (one.value for one in Audience if one in people)
    return f"{', '.join(most)} and {last}" if most else last


def _force(a: Duty, b: Duty, alike: float, whose: str) -> Iterator[str]:
    if a not in _STRENGTH or b not in _STRENGTH or a is b:
        return
    # 'Must decline' and 'must not accept' say the same: the sense counts only where the words are very alike, or one
    # of them allows it. Whether good conduct is asked for or required is a matter of style; whether bad conduct is
    # forbidden is not.
    turned = (a in _FORBIDDING) != (b in _FORBIDDING)
    if Duty.MAY in (a, b):
        differ = turned or alike >= _ALIKE
    else:
        differ = alike >= (_RATHER_ALIKE if turned else _VERY_ALIKE) or (a in _FORBIDDING and not turned)
    if differ:
        yield f"this {whose} {_SAYS[a]}, that one {_SAYS[b]}"


def _or(groups: frozenset[str]) -> str:
    return " or ".join(name for name in _COVERED if name in groups)
