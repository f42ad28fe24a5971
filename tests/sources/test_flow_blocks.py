"""Paragraphs of rich formats to blocks: broken lines, typed bullets, tabs, links, emphasis."""

from __future__ import annotations

import pytest

from clauseway.model import BlockKind, Link, Place
from clauseway.sources.flow import Flow, Paragraph, Run
from clauseway.sources.flow_blocks import flow_blocks
from tests.sources.flows import number, para, shown, table

WRAPPED = (
    "All staff must report any concern about a child to the Designated\n"
    "Safeguarding Lead on the same day, and must write down what the\n"
    "Child said in the child's own words."
)

CASES: dict[str, tuple[list[Paragraph], list[str]]] = {
    "a number the format counts": ([number("2.1", "Staff must lock doors.")], ["i 2.1# Staff must lock doors."]),
    "a numbered heading": ([number("1.", "Aims", level=1)], ["h 1.# Aims"]),
    "a bullet of the format": ([para("a pen", "•", depth=1)], ["i1 • a pen"]),
    "a bullet typed behind a bullet": ([para("o a pen", "•")], ["i • o a pen"]),
    "a typed bullet": ([para("• a pen"), para("o blue")], ["i • a pen", "i1 o blue"]),
    "a typed number stays with its words": ([para("2.1\tStaff must lock doors.")], ["p 2.1 Staff must lock doors."]),
    "an item without a mark": ([para("a pen", "")], ["p a pen"]),
    "no words": ([para(""), number("3.")], []),
    "items on broken lines": (
        [para("You must:\n(a) listen\n(b) write it down")],
        ["p You must:", "p (a) listen", "p (b) write it down"],
    ),
    "items on broken lines within an item": (
        [number("2.", "You must:\n(a) listen\n(b) write")],
        ["i 2.# You must:", "p1 (a) listen", "p1 (b) write"],
    ),
    "a title on two lines": (
        [para("**Bell Lane School\nBehaviour Policy**")],
        ["p Bell Lane School", "p Behaviour Policy"],
    ),
    "a break within a sentence": ([para("Staff must not\nsmoke.")], ["p Staff must not smoke."]),
    "a break after an open word": ([para("Tell the\nHeadteacher.")], ["p Tell the Headteacher."]),
    "a break at the end of each full line": ([para(WRAPPED)], ["p " + WRAPPED.replace("\n", " ")]),
    "labels on broken lines": (
        [para("Approved by: Governors\nDate: May 2024")],
        ["p Approved by: Governors", "p Date: May 2024"],
    ),
    "tabs between label and value": (
        [para("Approved by:\tGovernors"), para("Date:\tMay 2024")],
        ["r Approved by: | Governors", "r Date: | May 2024"],
    ),
    "a tab behind a typed mark": ([para("(ii)\tring the office")], ["p (ii) ring the office"]),
    "a tab within a sentence": (
        [para("Staff who find a pupil with a phone in lessons must take it to the\toffice.")],
        ["p Staff who find a pupil with a phone in lessons must take it to the office."],
    ),
    "furniture that the format knows": ([para("Page 1 of 2", aside="page foot")], ["p Page 1 of 2 [page foot]"]),
}


@pytest.mark.parametrize(("flow", "expected"), CASES.values(), ids=CASES)
def test_paragraphs_become_blocks(flow: list[Paragraph], expected: list[str]) -> None:
    assert shown(*flow) == expected


def test_tabbed_lines_one_below_the_other_are_one_table() -> None:
    flow = (para("Role:\tHead"), para("Name:\tA Hill"), para("Text."), para("Role:\tChair"))
    assert [block.table for block in flow_blocks(flow).blocks] == [1, 1, 0, 2]


def test_emphasis_counts_only_where_all_words_have_it() -> None:
    mixed = Paragraph((Run("Staff ", bold=True), Run("must"), Run(" \n", bold=True)), Place(paragraph=1))
    whole = Paragraph((Run("Staff", bold=True), Run(" "), Run("must", bold=True, italic=True)), Place(paragraph=1))
    assert [(b.bold, b.italic) for b in flow_blocks((mixed, whole)).blocks] == [(False, False), (True, False)]


def test_links_of_several_looks_are_one_and_unsafe_ones_are_none() -> None:
    runs = (
        Run("See "),
        Run("the ", href="HTTPS://example.org/a"),
        Run("form", bold=True, href="HTTPS://example.org/a"),
        Run(" here", href="javascript:alert(1)"),
    )
    (block,) = flow_blocks((Paragraph(runs, Place(paragraph=1)),)).blocks
    assert block.links == (Link("the form", "https://example.org/a"),)
    assert block.text == "See the form here"


def test_marks_that_the_format_makes_are_named_and_typed_ones_are_not() -> None:
    flow: Flow = (number("Article 1", "Aims"), para("o a pen"), para("a pen", "•"), table((number("(a)", "x"), "y z")))
    made = flow_blocks(flow).made
    assert [word for word, _ in made] == ["Article", "1", "a"]


def test_paragraphs_of_a_format_with_pages_only_are_counted() -> None:
    flow = tuple(Paragraph((Run(text),), Place(page=2)) for text in ("one two", "three four"))
    assert [block.place for block in flow_blocks(flow).blocks] == [
        Place(page=2, paragraph=1),
        Place(page=2, paragraph=2),
    ]


def test_only_the_first_block_of_a_paragraph_stands_apart() -> None:
    blocks = flow_blocks((para("One:\n(a) two\n(b) three", starts_page=True),)).blocks
    assert [(b.gap_before, b.starts_page) for b in blocks] == [(True, True), (False, False), (False, False)]
    assert blocks[1].kind is BlockKind.PARAGRAPH
