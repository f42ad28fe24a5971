"""Whatever the text, structure gives every word a place and never fails; and it does not slow down on long documents."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clauseway.checks.ledger import check_ledger
from clauseway.model import Source
from clauseway.sources.text import read_text_blocks
from clauseway.structure import clause_ids, structure
from clauseway.words import words

TEXT = """Phones Policy|Staff must not:|- use phones|  - in class|o at lunch|a) ask first|b) wait|(i) one|(ii) two|1. Aims|
    1.1 Pupils may not|1.1.1 Staff should|Page 2 of 3|Oak Hill School|Approved: May 2024|Signed: ____|unless told|and go.|
    Contents|1. Aims 2|I will:|Never|2 Rules|A1 Keys|Section 2: Safety|**Bold**|CAPITALS|x\ty|Behaviour\tSanction|What now?|
    The following:|Kind regards|Quick Links|Acceptance slip|This policy applies to all staff.|Staff|\f|"""
LINES = st.sampled_from([line.strip("\n ") if "\n" in line else line for line in TEXT.split("|")])


def source_of(text: str) -> Source:
    numbered = tuple((w, n) for n, line in enumerate(text.split("\n"), 1) for w in words(line))
    return Source(file="a/b.txt", sha256="", format="text", blocks=read_text_blocks(text), words=numbered)


@settings(deadline=None, max_examples=300)
@given(st.lists(LINES, max_size=25), st.booleans())
def test_every_word_has_a_place(lines: list[str], spaced: bool) -> None:
    source = source_of(("\n\n" if spaced else "\n").join(line.strip("\n") for line in lines))
    drafts = structure(source)
    assert check_ledger(source, drafts) == ()
    for draft in drafts:
        ids = [found for found in clause_ids(draft.pieces) if found]
        assert len(set(ids)) == len(ids)


def steps(text: str) -> int:
    """How many lines of Python it takes to read a text: a measure of time that no machine can blur."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        structure(source_of(text))
    finally:
        sys.settrace(before)
    return count


SHAPES = {
    "items": "- keep calm and carry on\n",
    "names": "Oak Hill Primary School\n\nThe children of Oak Hill Primary School sing in the hall every day.\n\n",
    "stems": "Staff must not:\nrun\n",
    "singles": "a) ask\n",
    "contents": "Contents\nAims 2\n",
    "short": "of the\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_text(shape: str) -> None:
    small, large = steps(SHAPES[shape] * 100), steps(SHAPES[shape] * 400)
    assert large < 6 * small
