from __future__ import annotations

import pytest

from tests.sources.docx.making import abstract, cell, level, make, num, p, paragraph_style, restart, row, table
from tests.sources.docx.reading import paragraphs, read

# List 1 has levels; 2 and 3 are lists of their own; 4 is bullets further right, 5 bullets further still.
LISTS = (
    abstract(0, level(0, "%1.", left=360), level(1, "%1.%2", left=720), level(2, "(%3)", "lowerLetter", left=1080))
    + abstract(1, level(0, "(%1)", "lowerLetter", left=1080))
    + abstract(2, level(0, "%1)", left=360))
    + abstract(3, level(0, "•", "bullet", left=1080), level(1, "o", "bullet", left=1440))
    + abstract(4, level(0, "–", "bullet", left=1800))
    + abstract(5, *(level(at, "%1.", left=720) for at in range(3)))
    + "".join(num(at + 1, at) for at in range(6))
    + num(7, 1, restart(0))
)
HEADING = paragraph_style("Heading1", properties='<w:outlineLvl w:val="0"/>')


@pytest.mark.parametrize(
    ("body", "depths"),
    [
        pytest.param(p("a", 1, 0) + p("b", 1, 1) + p("c", 1, 2) + p("d", 1, 0), "0 1 2 0", id="levels of one list"),
        pytest.param(p("a", 1, 0) + p("b", 1, 2) + p("c", 1, 1), "0 1 1", id="a level is passed over"),
        pytest.param(p("a", 6, 0) + p("b", 6, 1) + p("c", 6, 2), "0 1 2", id="levels without indents"),
        pytest.param(p("a", 1, 0) + p("b", 2) + p("c", 2) + p("d", 1, 0), "0 1 1 0", id="another list within"),
        pytest.param(p("a", 1, 0) + p("b", 4) + p("c", 4, 1) + p("d", 5) + p("e", 1, 1), "0 1 2 3 1", id="bullets within"),
        pytest.param(p("a", 1, 0) + p("b", 3), "0 0", id="another list beside"),
        pytest.param(p("a", 4) + p("b", 4, 1) + p("c", 4), "0 1 0", id="an indented list is the outermost"),
        pytest.param(p("a", 1, 0) + p("b", left=360) + p("c", 1, 0), "0 1 0", id="paragraph within an item"),
        pytest.param(p("a", 1, 0) + p("b", 1, 1) + p("c", left=720) + p("d", left=360), "0 1 2 1", id="paragraphs within two items"),
        pytest.param(p("a", 1, 0) + p("b") + p("c", left=360), "0 0 0", id="an item that was left is closed"),
        pytest.param(p("a", 1, 0) + p("b") + p("c", 4), "0 0 0", id="bullets after a paragraph at the margin"),
        pytest.param(p("a", 1, 0) + p("b", 1, 1) + p("c") + p("d", 1, 1), "0 1 0 1", id="a number goes on after a paragraph"),
        pytest.param(p("a", 1, 0) + p("b", 4) + p("c") + p("d", 4), "0 1 0 0", id="bullets do not"),
        pytest.param(p("a", 1, 0) + p("b", 2) + p("c") + p("d", 2), "0 1 0 1", id="a list of its own goes on after a paragraph"),
        pytest.param(p("a", 1, 0) + p("b", 2) + p("c") + p("d", 7) + p("e", 7), "0 1 0 0 0", id="one that starts again does not"),
        pytest.param("".join(p("a", 4, left=200 * at) for at in range(2, 30)), " ".join(str(min(at, 20)) for at in range(28)), id="no end of bullets"),
        pytest.param(p("A", 1, 0, "Heading1") + p("b", 1, 1) + p("c", 1, 2), "0 0 1", id="below a numbered heading"),
        pytest.param(p("a", 1, 0) + p("B", style="Heading1") + p("c", 2), "0 0 0", id="a heading closes"),
        pytest.param(p("Staff must act. " * 20, 1, 0, "Heading1") + p("b", 2), "0 1", id="below a clause in a heading's style"),
        pytest.param(p("a", 4) + p("b", 4, left=1800), "0 1", id="bullets indented by hand"),
        pytest.param(p("a", 1, 0) + p("b", 1, 0, left=1440), "0 0", id="numbers indented by hand"),
        pytest.param(p("a", 1, 0) + table(row(cell(p("b", 2)))) + p("c", 1, 0), "0 0 0", id="a cell is its own place"),
    ],
)  # fmt: skip
def test_depth(body: str, depths: str) -> None:
    content = read(make(body, LISTS, HEADING))
    assert " ".join(str(each.depth) for each in paragraphs(content.flow)) == depths


@pytest.mark.parametrize(
    ("paragraph", "depth"),
    [
        pytest.param(p("b", style="Far"), 1, id="the style's own indent"),
        pytest.param(p("b", 3, 0, style="Far"), 0, id="a list that the paragraph names comes before its style's indent"),
        pytest.param(p("b", style="Listed"), 0, id="a style's list comes before what the style is based on"),
        pytest.param(p("b", style="ListedFar"), 1, id="a style's indent comes before its list's"),
    ],
)  # fmt: skip
def test_which_indent_holds(paragraph: str, depth: int) -> None:
    far, third = '<w:ind w:left="1440"/>', '<w:numPr><w:numId w:val="3"/></w:numPr>'
    styles = (
        paragraph_style("Far", properties=far)
        + paragraph_style("Listed", "Far", properties=third)
        + paragraph_style("ListedFar", properties=third + far)
    )
    content = read(make(p("a", 1, 0) + paragraph, LISTS, styles))
    assert [each.depth for each in paragraphs(content.flow)] == [0, depth]
