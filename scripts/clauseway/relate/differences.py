"""In what two clauses on the same matter differ: strength, sense, people, figures, conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from clauseway.model import Audience, Duty

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
_FORBIDDING = frozenset({Duty.MUST_NOT, Duty.SHOULD_NOT})
_UNIT = r"(?:school |working |calendar |clear )*(?:days?|weeks?|months?|years?|hours?|minutes?|%|am|pm)"
_KINDS_OF_DAYS = re.compile(r"\b(?:school|working|calendar|clear) ", re.IGNORECASE)
_NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        ("a|an|one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
    for word in words.split("|")
} | {"fourteen": "14", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "sixty": "60", "ninety": "90"}
_NUMBER_WORD = re.compile(rf"\b(?P<word>{'|'.join(_NUMBERS)})(?=[\s-]{_UNIT}\b)", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?:at|by|before|after|until|till|from|than) (?P<hour>\d{1,2})[.:](?P<minute>\d\d)(?!\d)(?:\s?[ap]m)?", re.I
)
_OFTEN = {
    "each year": r"annual(?:ly)?|yearly|(?:each|every|once a) year",
    "twice a year": r"twice (?:a|each|every) year|every six months",
    "each term": r"termly|(?:each|every|once a) term|three times a year",
    "each half term": r"half[- ]termly|(?:each|every) half[- ]term",
    "each month": r"monthly|(?:each|every|once a) month",
    "each week": r"weekly|(?:each|every|once a) week",
}
_HOW_OFTEN = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _OFTEN.items()}
_OTHERS = {
    "parents": re.compile(r"\b(?:parents?|carers?|famil(?:y|ies))\b", re.IGNORECASE),
    "former pupils": re.compile(
        r"\b(?:ex-\w+|former|past|prior) (?:pupil|student|learner)|\bex-?pupils?\b|\bcurrent or prior\b", re.IGNORECASE
    ),
}
_FIGURE = re.compile(
    rf"(?<![\w.,:])(?P<sum>£)?(?P<value>\d+(?:,\d{{3}})*(?:[.:]\d+)?)[\s-]?(?P<unit>{_UNIT})?(?!\w)", re.IGNORECASE
)
_NEGATION = re.compile(r"\b(?:not|cannot|never|no|nor|neither|without|\w+n['’]t)\b", re.IGNORECASE)
_LEAVE = r"(?:the )?(?:prior |express |written )*(?:permission|consent|approval)"
_CONDITION = re.compile(
    rf"\b(?:unless|except|other than|only (?:if|when|where|with|for)|with(?:out)? {_LEAVE}|provided (?:that )?)\b",
    re.IGNORECASE,
)
Figures = dict[str, dict[float, str]]
"""The figures of each unit by their value, so that `10 am` is `10:00am`, and `£5` is `£5.00`; each as written."""


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
    conditional: bool
    """Whether it makes an exception or condition."""


def terms(duty: Duty, audiences: frozenset[Audience], words: str) -> Terms:
    """The terms of a clause, of which `words` are the words with all that governs them."""
    return Terms(
        duty,
        audiences,
        len(_NEGATION.findall(words)),
        tuple(name for name, pattern in _OTHERS.items() if pattern.search(words)),
        _by_unit(words),
        _how_often(words),
        _CONDITION.search(words) is not None,
    )


def differences(a: Terms, b: Terms, alike: float, whose: str) -> Iterator[str]:
    """What a reader should know of how the second clause differs, each in a few words; nothing where they agree.

    `alike` is how alike the words are, from 0 to 1, and 1 where they are the same text; `whose` is what each of the
    two clauses speaks for, `school` or `policy`.
    """
    yield from _people(a.audiences, b.audiences)
    yield from _force(a.duty, b.duty, alike, whose)
    if alike == 1.0 and a.duty is b.duty and a.duty not in _FORBIDDING and a.negations != b.negations:
        yield "one of them says “no” or “not” where the other does not"
    for name in _OTHERS:
        if (name in a.spoken_of) != (name in b.spoken_of):
            yield f"only one of them speaks of {name}"
    yield from _figures(a.figures, b.figures)
    if a.often and b.often and a.often != b.often:
        yield f"how often differs: {a.often} and {b.often}"
    if Duty.NONE not in (a.duty, b.duty) and a.conditional != b.conditional:
        yield "one of them makes an exception or condition"


def _people(a: frozenset[Audience], b: frozenset[Audience]) -> Iterator[str]:
    if a and b and not a & b:
        yield f"this is for {_named(a)}, that for {_named(b)}"


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
        differ = alike >= _VERY_ALIKE or (a in _FORBIDDING and not turned)
    if differ:
        yield f"this {whose} {_SAYS[a]}, that one {_SAYS[b]}"


def _figures(mine: Figures, theirs: Figures) -> Iterator[str]:
    for unit in sorted(mine.keys() & theirs.keys()):
        if mine[unit].keys() != theirs[unit].keys():
            yield f"the figures differ: {_in_order(mine[unit])} and {_in_order(theirs[unit])}"
            return


def _how_often(text: str) -> str:
    """How often something is done, where one frequency is named; the narrower ones hold others in their words."""
    found = [name for name, words in _HOW_OFTEN.items() if words.search(text)]
    return found[-1] if len(found) == 1 or found[-1:] == ["each half term"] else ""


def _by_unit(text: str) -> Figures:
    found: Figures = {}
    for match in _FIGURE.finditer(_NUMBER_WORD.sub(lambda word: _NUMBERS[word["word"].lower()], text)):
        unit = match["sum"] or " ".join(_KINDS_OF_DAYS.sub("", (match["unit"] or "").lower()).split()).rstrip("s")
        if unit:
            value = float(match["value"].replace(",", "").replace(":", "."))
            found.setdefault(unit, {}).setdefault(value, match[0].strip())
    for match in _CLOCK.finditer(text):
        value = float(f"{match['hour']}.{match['minute']}")
        found.setdefault("o'clock", {}).setdefault(value, f"{match['hour']}.{match['minute']}")
    return found


def _in_order(figures: dict[float, str]) -> str:
    return ", ".join(figures[value] for value in sorted(figures))
