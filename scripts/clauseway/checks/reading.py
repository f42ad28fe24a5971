"""At what age the clauses that address pupils or parents can be read, and their hardest sentences.

The formula of Coleman and Liau, which counts letters and sentences and no syllables, so that nothing has to be guessed:
grade = 5.88 letters a word - 29.6 sentences a word - 15.8, and the reading age is the grade and five years. It knows
nothing of what words mean, and holds for English prose of a hundred words or more, so it is a hint and no verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from clauseway.model import Audience, Findings, Phase, Piece, Place, Role
from clauseway.problems import Problem, Severity
from clauseway.words import words

OLDEST = {Audience.PUPILS: 13, Audience.PARENTS: 15}
"""Reading ages above which a policy is named: of labelled policies of many schools, about the hardest quarter."""
OLDEST_YOUNG = 11
"""The same for pupils of schools that teach nobody older."""

_YOUNG = frozenset({Phase.NURSERY, Phase.INFANT, Phase.JUNIOR, Phase.PRIMARY})
_FEWEST = 80  # words below which the formula says nothing
_LONG_ENOUGH = 8  # words of a sentence that can be called hard
_NAMED = 3
_SHOWN = 160  # characters of a sentence that a message quotes
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'(])")


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a clause, read on from its stem."""

    text: str
    """Its words."""
    place: Place
    """Where its clause stands."""


class ReadingAge(msgspec.Struct, frozen=True):
    """How hard the clauses for one audience alone are to read."""

    audience: Audience
    """Whom they are for."""
    age: int
    """Years from which they can be read."""
    words: int
    """How many words were counted."""
    hardest: tuple[Sentence, ...]
    """The hardest sentences, the hardest first."""


def reading_ages(pieces: Sequence[Piece], findings: Sequence[Findings | None]) -> Iterator[ReadingAge]:
    """The reading age of what is for pupils alone, and of what is for parents alone, where there is enough of it."""
    for audience in (Audience.PUPILS, Audience.PARENTS):
        sentences = [
            sentence
            for piece, found in zip(pieces, findings, strict=True)
            if piece.role is Role.CLAUSE and found and found.audiences == (audience,)
            for sentence in _sentences(piece)
        ]
        counted = sum(len(words(sentence.text)) for sentence in sentences)
        if counted >= _FEWEST:
            long = [sentence for sentence in sentences if len(words(sentence.text)) >= _LONG_ENOUGH]
            hardest = sorted(long, key=lambda sentence: -_age([sentence.text]))[:_NAMED]
            age = round(_age([sentence.text for sentence in sentences]))
            yield ReadingAge(audience, age, counted, tuple(hardest))


def check_reading(
    pieces: Sequence[Piece], findings: Sequence[Findings | None], file: str, phase: Phase | None
) -> Iterator[Problem]:
    """Tell where what addresses pupils or parents is hard to read, at the place of its hardest sentence."""
    for found in reading_ages(pieces, findings):
        young = found.audience is Audience.PUPILS and phase in _YOUNG
        oldest = OLDEST_YOUNG if young else OLDEST[found.audience]
        if found.age > oldest:
            quoted = "; ".join(f"“{_short(sentence.text)}”" for sentence in found.hardest)
            message = (
                f"What is for {found.audience} alone reads like a text for readers of {found.age} "
                f"({oldest} or less is easier on them). Hardest: {quoted}."
            )
            place = found.hardest[0].place if found.hardest else Place()
            advice = "Shorter sentences and everyday words help; the rule itself need not change."
            yield Problem(
                *("reading-hard", Severity.INFO, message, file, place.line, place.page, advice),
                paragraph=place.paragraph,
            )


def _sentences(piece: Piece) -> Iterator[Sentence]:
    text = " ".join((*piece.lead_ins[-1:], piece.text))
    yield from (Sentence(part, piece.place) for part in _SENTENCE.split(text) if words(part))


def _age(sentences: Sequence[str]) -> float:
    found = [word for sentence in sentences for word in words(sentence)]
    letters = sum(map(len, found))
    return 5.88 * letters / len(found) - 29.6 * len(sentences) / len(found) - 15.8 + 5


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
