"""Reading ages of what addresses pupils or parents alone."""

from __future__ import annotations

import pytest

from clauseway.checks.reading import check_reading, reading_ages
from clauseway.model import Audience, Duty, Findings, Phase, Piece
from clauseway.problems import Problem
from tests.publish.samples import clause, found, item

EASY = "You can tell any adult in school. They will listen to you and help you. It is not your fault."
HARD = (
    "Inappropriate utilisation of telecommunications equipment constitutes a disciplinary infringement, notwithstanding "
    "extenuating circumstances communicated retrospectively."
)
MIDDLING = "Pupils hand in their phones at the school office first. They collect them when they leave."


def told(
    text: str, *audiences: Audience, times: int = 8, phase: Phase | None = None
) -> tuple[list[Problem], list[Piece], list[Findings | None]]:
    pieces = [clause(f"{text}", number=f"{n}.") for n in range(times)]
    findings: list[Findings | None] = [found(Duty.MUST, *audiences)] * times
    return list(check_reading(pieces, findings, "a/b.txt", phase)), pieces, findings


@pytest.mark.parametrize(
    ("text", "audience", "phase", "hard"),
    [
        (EASY, Audience.PUPILS, None, False),
        (EASY, Audience.PUPILS, Phase.PRIMARY, False),
        (MIDDLING, Audience.PUPILS, Phase.SECONDARY, False),
        (MIDDLING, Audience.PUPILS, Phase.PRIMARY, True),
        (MIDDLING, Audience.PARENTS, Phase.PRIMARY, False),
        (HARD, Audience.PUPILS, None, True),
        (HARD, Audience.PARENTS, None, True),
        (HARD, Audience.STAFF, None, False),
        (HARD, Audience.GOVERNORS, None, False),
    ],
)
def test_what_is_hard_for_its_readers_is_told(text: str, audience: Audience, phase: Phase | None, hard: bool) -> None:
    problems, _, _ = told(text, audience, phase=phase)
    assert [problem.code for problem in problems] == ["reading-hard"] * hard


def test_what_is_for_others_too_is_not_counted() -> None:
    assert told(HARD, Audience.STAFF, Audience.PUPILS)[0] == []


def test_of_a_few_words_nothing_is_told() -> None:
    assert told(HARD, Audience.PUPILS, times=3)[0] == []
    assert len(told(HARD, Audience.PUPILS, times=6)[0]) == 1


def test_the_figure_is_that_of_the_formula() -> None:
    pieces = [clause(EASY)] * 8
    (age,) = reading_ages(pieces, [found(Duty.MAY, Audience.PUPILS)] * 8)
    # Eight times 20 words of 71 letters in 3 sentences.
    assert (age.words, age.age) == (8 * 20, round(5.88 * 71 / 20 - 29.6 * 3 / 20 - 15.8 + 5))


def test_the_hardest_sentences_are_named_with_the_stem_that_governs_them() -> None:
    stem = "Pupils must remember that:"
    pieces = [*[clause(EASY)] * 6, item(HARD, stem, number="(a)")]
    findings = [found(Duty.MUST, Audience.PUPILS)] * 7
    (age,) = reading_ages(pieces, findings)
    assert age.hardest[0].text == f"{stem} {HARD}"
    assert len(age.hardest) == 3
