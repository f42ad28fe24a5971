from __future__ import annotations

import pytest

from tests.sources.docx.lists import CASES, THREE, Case
from tests.sources.docx.making import abstract, level, make, num, p
from tests.sources.docx.reading import paragraphs, read, shown


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_marks_as_word_prints_them(case: Case) -> None:
    content = read(case.data)
    assert shown(content) == case.expected
    assert not [each for each in content.problems if each.code == "number-unresolved"]


@pytest.mark.parametrize(
    ("numbering", "ilvl"),
    [
        pytest.param("", 0, id="no definitions"),
        pytest.param(THREE + num(2, 0), 0, id="another list only"),
        pytest.param(THREE + num(1, 7), 0, id="no abstract list"),
        pytest.param(THREE + num(1, 0), 8, id="no such level"),
        pytest.param(THREE + num(1, 0), 12, id="a level that Word has not"),
        pytest.param(abstract(0, level(0, "%1.", "hebrew1")) + num(1, 0), 0, id="unknown format"),
        pytest.param(abstract(0, level(0, "%2.")) + num(1, 0), 0, id="number of a deeper level"),
        pytest.param(abstract(0, level(0, "%1.", "upperRoman", 5000)) + num(1, 0), 0, id="too large for its format"),
        pytest.param(abstract(0, level(0, "%1.", "lowerLetter", 0)) + num(1, 0), 0, id="no letter for nought"),
        pytest.param(abstract(0, level(0, "%1.", start=-3)) + num(1, 0), 0, id="below nought"),
        pytest.param(abstract(0, level(0, "%1"), more='<w:numStyleLink w:val="X"/>').replace("lvl", "x") + num(1, 0), 0, id="link to no style"),
    ],
)  # fmt: skip
def test_what_cannot_be_resolved_has_no_number_and_is_said(numbering: str, ilvl: int) -> None:
    content = read(make(p("Staff must act.", 1, ilvl), numbering))
    (paragraph,) = paragraphs(content.flow)
    assert (paragraph.marker, paragraph.numbered, paragraph.listed) == ("", False, False)
    (problem,) = content.problems
    assert problem.code == "number-unresolved"
    assert "Staff must act." in problem.message
    assert problem.paragraph == 1


def test_the_number_of_a_deeper_level_is_no_guess() -> None:
    numbering = abstract(0, level(0, "%2."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')) + num(1, 0)
    content = read(make(p("a", 1, 1) + p("b", 1, 0), numbering))
    assert shown(content) == "1)|a |b"
    assert [each.code for each in content.problems] == ["number-unresolved"]


def test_numbers_and_bullets_are_told_apart() -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "•", "bullet"), level(2, "Note:", "none")) + num(1, 0)
    content = read(make(p("a", 1, 0) + p("b", 1, 1) + p("c", 1, 2) + p("d"), numbering))
    found = [(each.marker, each.numbered, each.listed) for each in paragraphs(content.flow)]
    assert found == [("1.", True, True), ("•", False, True), ("Note:", False, True), ("", False, False)]
