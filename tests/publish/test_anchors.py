from __future__ import annotations

import pytest

from clauseway.model import Piece
from clauseway.publish.anchors import anchors, slug
from tests.publish.samples import heading

CASES = {
    "number and words": ([heading("2.1 Scope", number="2.1")], ["s-2-1-scope"]),
    "accents": ([heading("Ymddygiad tŷ a gŵyl")], ["s-ymddygiad-ty-a-gwyl"]),
    "same words under different headings": (
        [
            heading("Staff"),
            heading("Rules", level=2, section_path=("Staff", "Rules")),
            heading("Pupils"),
            heading("Rules", level=2, section_path=("Pupils", "Rules")),
        ],
        ["s-staff", "s-staff-rules", "s-pupils", "s-pupils-rules"],
    ),
}


@pytest.mark.parametrize(("headings", "expected"), CASES.values(), ids=CASES.keys())
def test_anchor_from_words(headings: list[Piece], expected: list[str]) -> None:
    assert list(anchors(headings)) == expected


def test_headings_that_cannot_be_told_apart_still_differ() -> None:
    made = anchors([heading("Rules")] * 3 + [heading("学校"), heading("学校 2")])
    assert len(set(made)) == 5
    assert all(anchor.isascii() for anchor in made)


def test_long_headings_are_cut_after_a_word() -> None:
    assert slug("word " * 20) == "-".join(["word"] * 12)
    assert len(slug("x" * 100)) == 60
