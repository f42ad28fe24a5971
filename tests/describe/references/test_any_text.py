"""Whatever a text is made of: mentions are its own words, in order, and nothing fails."""

from __future__ import annotations

import random

import pytest

from clauseway.describe.references import mentions_in

WORDS = [
    "the",
    "of",
    "and",
    "our",
    "school's",
    "policy",
    "Policies",
    "Procedure",
    "behaviour",
    "Safeguarding",
    "code",
    "conduct",
    "Act",
    "Regulations",
    "2010",
    "1998",
    "(2019)",
    "section",
    "Part",
    "Appendix",
    "A",
    "B",
    "7",
    "2.1.4",
    "(a)",
    "above",
    "below",
    "see",
    "Keeping",
    "Children",
    "Safe",
    "in",
    "Education",
    "KCSIE",
    "Ofsted",
    "DfE",
    "police",
    "LSCB",
    "guidance",
    "statutory",
    "legislation",
    "law",
    "“",
    "”",
    "'",
    "’",
    "–",
    "/",
    ",",
    ".",
    ";",
    ":",
    "(",
    ")",
    "(",
    "13",
    "WhatsApp",
    "16",
    "Facebook",
    "minimum",
    "age",
    "İstanbul",
    "ﬁre",
    "naïve",
    "Equality",
    "Data",
    "Protection",
    "Human",
    "Rights",
    "replaced",
    "latest",
    "2023/24",
    "\xa0",
    "😀",
    "Polisi",
    "Ymddygiad",
    "Adran",
    "3",
    "s.175",
    "e-safety",
]


@pytest.mark.parametrize("seed", range(60))
def test_mentions_are_words_of_the_text_in_order(seed: int) -> None:
    chance = random.Random(seed)
    text = " ".join(chance.choices(WORDS, k=chance.randint(1, 120)))
    found = mentions_in(text)
    assert [text[one.start : one.end] for one in found] == [one.words for one in found]
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(one.words.strip() for one in found)
    assert mentions_in(text) == found


@pytest.mark.parametrize("unit", ["police ", "See section 1. ", "the Equality Act 2010, ", "the Behaviour Policy and "])
def test_a_text_of_nothing_else_is_read_to_its_end(unit: str) -> None:
    assert len(mentions_in(unit * 2000)) >= 2000
