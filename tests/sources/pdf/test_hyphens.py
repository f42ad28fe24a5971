"""Words cut by a line's end."""

from __future__ import annotations

import pytest

from clauseway.sources.pdf.hyphens import glue, usage
from tests.sources.pdf.drawing import BALANCED, Page, balance, read, texts

PLAIN = ["The school gives information on harm and on bullying to all.", "A decision is in writing."]
HYPHENATES = [*PLAIN, "some-", "thing was parted and so was some-", "thing else, and any-", "thing"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("give infor-", "mation to", ""),
        ("risk of self-", "harm and", "-"),
        ("the anti-", "bullying lead", "-"),
        ("write to office@oak-", "field.org", "-"),
        ("the year 2019-", "20 and", "-"),
        ("the COVID-", "19 rules", "-"),
        ("a non-", "Catholic school", "-"),
        ("day-to-", "day care", "-"),
        ("all pupils -", "and staff", " "),
        ("all pupils", "and staff", " "),
        ("safeguarding –", "see below", " "),
        ("the depart-", "ment says", ""),
        ("a decision-", "making body", "-"),
    ],
)
def test_a_word_is_joined_or_keeps_its_hyphen(left: str, right: str, expected: str) -> None:
    assert glue(left, right, usage(PLAIN)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["They co-operate."], "-"),
        (["They cooperate."], ""),
        (["They co-operate and co-operate.", "They cooperate."], "-"),
    ],
    ids=["with", "without", "more often with"],
)
def test_the_rest_of_the_document_decides(lines: list[str], expected: str) -> None:
    assert glue("they co-", "operate", usage(lines)) == expected


def test_a_program_that_parts_words_parts_all_of_them() -> None:
    assert glue("the safe-", "guarding lead", usage(HYPHENATES)) == ""
    assert glue("the safe-", "guarding lead", usage(PLAIN)) == "-"


def parted(page: Page) -> None:
    page.line("Parents who need it are given infor-")
    page.line("mation about self-")
    page.line("harm by the anti-bullying lead.")


def test_the_words_of_both_sides_agree() -> None:
    content = read(parted)
    assert texts(content) == ["Parents who need it are given information about self-harm by the anti-bullying lead."]
    assert balance(content) == BALANCED
    assert ("information", 1) in content.words
    assert ("infor", 1) not in content.words
