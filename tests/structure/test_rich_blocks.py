"""What formats know that text does not show: numbers they count, heads and feet of pages, headings by style."""

from __future__ import annotations

from typing import Any

import pytest

from clauseway.model import Block, BlockKind, Place, Source
from clauseway.structure import structure
from tests.structure.test_fixtures import account


def block(kind: str, text: str, marker: str = "", **more: Any) -> Block:
    return Block(BlockKind(kind), text, Place(paragraph=1), marker, **more)


def counted(marker: str, text: str, kind: str = "item", **more: Any) -> Block:
    return block(kind, text, marker, numbered=True, **more)


def pieces(*blocks: Block) -> list[str]:
    title = block("heading", "Trips Policy", level=1)
    source = Source(file="x.docx", sha256="", format="word", blocks=(title, *blocks), words=())
    (draft,) = structure(source)
    return [account(piece) for piece in draft.pieces][1:]


def test_a_number_that_is_counted_is_one_even_before_a_measure() -> None:
    assert pieces(counted("1.5", "metres must lie between the tables.")) == [
        "clause 1.5 metres must lie between the tables."
    ]


def test_a_counted_bare_number_heads_what_stands_below_it() -> None:
    shown = pieces(
        counted("3", "What may be charged for"),
        counted("3.1", "We may charge for:", depth=1),
        counted("(a)", "meals", depth=2),
        counted("3.2", "Nobody has to pay.", depth=1),
    )
    assert shown == [
        "heading 1 3 What may be charged for",
        "lead_in 3.1 We may charge for:",
        "clause (a) [We may charge for:] meals",
        "clause 3.2 Nobody has to pay.",
    ]


def test_a_rule_in_the_style_of_a_heading_is_a_clause() -> None:
    shown = pieces(
        counted("2.1", "Adults", "heading", level=2),
        counted("2.1.1", "Staff must count the children at every stop of the journey.", "heading", level=3),
        block("heading", "Meals", level=2),
        block("paragraph", "Pupils bring a packed lunch."),
    )
    assert shown == [
        "heading 2 2.1 Adults",
        "clause 2.1.1 Staff must count the children at every stop of the journey.",
        "heading 1 Meals",
        "clause Pupils bring a packed lunch.",
    ]


@pytest.mark.parametrize(
    ("text", "aside", "expected"),
    [
        ("Review date: May 2027", "page foot", "metadata (review line) Review date: May 2027"),
        ("Trips Policy 2026", "page header", "furniture (page header) Trips Policy 2026"),
        ("Page 1 of 4", "page foot", "furniture (page number) Page 1 of 4"),
        ("Review date: May 2027", "cookie notice", "furniture (cookie notice) Review date: May 2027"),
    ],
)
def test_heads_and_feet_of_pages_are_furniture_unless_they_state_dates(text: str, aside: str, expected: str) -> None:
    shown = pieces(block("paragraph", "Pupils bring a packed lunch."), block("paragraph", text, aside=aside))
    assert shown == ["clause Pupils bring a packed lunch.", expected]


def test_lines_to_sign_on_are_a_form_where_two_stand_together() -> None:
    shown = pieces(
        block("paragraph", "I agree to the rules of the trip."),
        block("row", "Name", cells=("Name", ""), table=1),
        block("row", "Parent/carer signature", cells=("Parent/carer signature", ""), table=1),
        block("paragraph", "Date:"),
    )
    assert [line.split(" form")[0] for line in shown] == [
        "clause I agree to the rules of the trip.",
        *["furniture (form line to fill in) " + name for name in ("Name", "Parent/carer signature", "Date:")],
    ]


def test_one_such_line_alone_may_be_anything() -> None:
    shown = pieces(block("paragraph", "Address"), block("paragraph", "Pupils address adults politely at all times."))
    assert shown == ["heading 1 Address", "clause Pupils address adults politely at all times."]


def test_a_stem_of_counted_items_with_ordinals_governs_them() -> None:
    shown = pieces(
        counted("5.1", "The class teacher will:"),
        counted("1st", "speak to the child;"),
        counted("2nd", "tell both sets of parents,"),
        block("paragraph", "all within two days."),
    )
    assert shown == [
        "lead_in 5.1 The class teacher will:",
        "clause 1st [The class teacher will:] speak to the child; {all within two days.}",
        "clause 2nd [The class teacher will:] tell both sets of parents, {all within two days.}",
        "tail all within two days.",
    ]


def test_a_numbered_role_before_items_that_say_what_it_does_is_a_stem() -> None:
    shown = pieces(
        counted("3.2", "The designated lead:", depth=1),
        counted("(a)", "keeps records;"),
        counted("(b)", "is in school."),
    )
    assert shown == [
        "lead_in 3.2 The designated lead:",
        "clause (a) [The designated lead:] keeps records;",
        "clause (b) [The designated lead:] is in school.",
    ]


def test_a_paragraph_within_an_item_that_opens_with_its_subject_explains_it() -> None:
    shown = pieces(
        counted("1.", "When a child is hurt the adult will:"),
        counted("(a)", "send for a first aider;"),
        block("paragraph", "The first aider wears gloves.", depth=1),
        counted("(b)", "enter it in the book."),
    )
    stem = "[When a child is hurt the adult will:]"
    assert shown[1:] == [
        f"clause (a) {stem} send for a first aider;",
        "clause The first aider wears gloves.",
        f"clause (b) {stem} enter it in the book.",
    ]


def test_the_row_that_a_format_calls_a_header_rules_nothing() -> None:
    shown = pieces(
        block("row", "Years Hours", cells=("Years", "Hours"), table=1, header=True),
        block("row", "5 3", cells=("5", "3"), table=1),
    )
    assert shown == ["lead_in (table header) Years Hours", "clause 5 3"]


def test_a_row_of_words_over_rows_with_figures_rules_nothing() -> None:
    rows = [("Year group", "Adults to pupils"), ("Reception", "1:4"), ("Years 1 to 3", "1:6")]
    shown = pieces(*(block("row", " ".join(cells), cells=cells, table=1) for cells in rows))
    assert shown == [
        "lead_in (table header) Year group Adults to pupils",
        "clause Reception 1:4",
        "clause Years 1 to 3 1:6",
    ]


ENTRIES = ("1 Purpose", "2 People", "3 On the day")


def test_headings_listed_before_the_text_are_its_contents() -> None:
    text = [part for entry in ENTRIES for part in (entry, f"What is said on {entry[2:].lower()} is said here.")]
    shown = pieces(*(block("paragraph", line) for line in (*ENTRIES, *text)))
    assert shown[:4] == [*(f"furniture (contents list) {entry}" for entry in ENTRIES), "heading 1 1 Purpose"]


def test_items_that_come_twice_are_no_contents() -> None:
    items = ("be kind", "be ready", "be safe")
    blocks = [part for who in ("Pupils", "Staff") for part in (f"{who} must:", *items)]
    shown = pieces(*(block("item" if line in items else "paragraph", line) for line in blocks))
    assert [line.split()[0] for line in shown] == ["lead_in", *["clause"] * 3, "lead_in", *["clause"] * 3]


@pytest.mark.parametrize("line", ["Teachers:", "Parents who come to help"])
def test_people_over_items_that_go_on_in_small_letters_are_their_subject(line: str) -> None:
    items = (block("item", "stay with their group", "•"), block("item", "do not take photographs", "•"))
    shown = pieces(block("paragraph", line), *items)
    assert shown == [f"lead_in {line}", *(f"clause [{line}] {item.text}" for item in items)]


def test_people_over_rules_of_their_own_are_a_heading() -> None:
    shown = pieces(block("paragraph", "Teachers"), block("item", "Registers are taken twice a day.", "•"))
    assert shown == ["heading 1 Teachers", "clause Registers are taken twice a day."]
