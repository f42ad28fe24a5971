from __future__ import annotations

import pytest

from clauseway.model import Link, Piece, Role
from clauseway.publish.body import Part, body
from tests.publish.samples import clause, heading, item, piece
from tests.publish.test_text import rendered

STEM = "Staff must not:"


def lines(*pieces: Piece) -> list[str]:
    """The body of some pieces; each has the anchor `a1`, `a2` ... unless it is a tail or an unnumbered stem."""
    parts = [
        Part(one, "" if one.role is Role.TAIL or (one.role is Role.LEAD_IN and not one.number) else f"a{n}")
        for n, one in enumerate(pieces, 1)
    ]
    return [line for line in body(parts, "Title").splitlines() if line]


LINK = '[{}](#{}){{: aria-label="Link to this clause" }}'

FORMS = {
    "numbered paragraph": ([clause("Be kind.", number="2.1")], ["[2.1](#a1) Be kind.", "{: #a1 .clause }"]),
    "paragraph": ([clause("Be kind.")], [f"{LINK.format('¶', 'a1')} Be kind.", "{: #a1 .clause }"]),
    "title": ([heading("Title", level=0)], []),
    "second title": ([heading("Other", level=0)], ["## Other {: #a1 }"]),
    "heading": ([heading("2. Scope", number="2.")], ["## 2&#46; Scope {: #a1 }"]),
    "deep heading": ([heading("Deep", level=9)], ["###### Deep {: #a1 }"]),
    "label": ([heading("Staff", level=2, label=True, marker="-")], ["### Staff {: #a1 }"]),
    "list": (
        [piece(Role.LEAD_IN, STEM), item("lie", STEM, number="(a)"), item("cheat", STEM)],
        [
            STEM,
            "{: .lead-in }",
            f"- [(a)](#a2) *{STEM}* lie",
            "    {: #a2 .clause }",
            f"- {LINK.format('•', 'a3')} *{STEM}* cheat",
            "    {: #a3 .clause }",
        ],
    ),
    "tail": (
        [item("lie", STEM, number="(a)", tail="at any time."), piece(Role.TAIL, "at any time.", lead_ins=(STEM,))],
        [f"- [(a)](#a1) *{STEM}* lie *at any time.*", "    {: #a1 .clause }", "at any time.", "{: .tail }"],
    ),
    "nested list": (
        [
            item("a", number="1)"),
            piece(Role.LEAD_IN, "b:", item=True, marker="-", lead_ins=(STEM,)),
            item("c", STEM, "b:", depth=2, number="i)"),
            item("d", number="2)"),
        ],
        [
            "- [1)](#a1) a",
            "    {: #a1 .clause }",
            "- b:",
            "    {: .lead-in }",
            f"    - [i)](#a3) *{STEM} b:* c",
            "        {: #a3 .clause }",
            "- [2)](#a4) d",
            "    {: #a4 .clause }",
        ],
    ),
    "numbered stem above its list": (
        [piece(Role.LEAD_IN, STEM, number="3.1", item=True), item("lie", STEM, number="(a)")],
        [f"[3.1](#a1) {STEM}", "{: #a1 .lead-in }", f"- [(a)](#a2) *{STEM}* lie", "    {: #a2 .clause }"],
    ),
    "stem cut from the end of an item": (
        [item("a.", number="1)"), piece(Role.LEAD_IN, STEM, item=True), item("lie", STEM, depth=1, number="i)")],
        [
            "- [1)](#a1) a.",
            "    {: #a1 .clause }",
            f"- {STEM}",
            "    {: .lead-in }",
            f"    - [i)](#a3) *{STEM}* lie",
            "        {: #a3 .clause }",
        ],
    ),
    "stem cut from the end of a paragraph": (
        [clause("a.", number="1.1"), piece(Role.LEAD_IN, STEM, item=True), item("lie", STEM, number="i)")],
        [
            "[1.1](#a1) a.",
            "{: #a1 .clause }",
            STEM,
            "{: .lead-in }",
            f"- [i)](#a3) *{STEM}* lie",
            "    {: #a3 .clause }",
        ],
    ),
    "furniture inside a list": (
        [item("a", number="1)"), piece(Role.FURNITURE, "Page 2", reason="page number"), item("b", number="2)")],
        [
            "- [1)](#a1) a",
            "    {: #a1 .clause }",
            "- [2)](#a3) b",
            "    {: #a3 .clause }",
            '<details class="furniture">',
            "<summary>Also in the original document</summary>",
            "<ul>",
            "<li>Page 2 <i>page number</i></li>",
            "</ul>",
            "</details>",
        ],
    ),
    "link": (
        [clause("See us.", number="1", links=(Link("us", "https://x.example"),))],
        ["[1](#a1) See [us](https://x.example).", "{: #a1 .clause }"],
    ),
}


@pytest.mark.parametrize(("pieces", "expected"), FORMS.values(), ids=FORMS.keys())
def test_each_form_of_text(pieces: list[Piece], expected: list[str]) -> None:
    assert lines(*pieces) == expected


def test_nested_list_becomes_nested_elements_with_their_own_ids() -> None:
    pieces, _ = FORMS["nested list"]
    page = rendered("\n".join(lines(*pieces)))
    tags = [tag for tag, _ in page.elements if tag in ("ul", "li")]
    assert tags == ["ul", "li", "li", "ul", "li", "li"]
    assert [attrs["id"] for attrs in page.having("class", "clause")] == ["a1", "a3", "a4"]
    assert page.texts["a3"].split() == ["i)", *STEM.split(), "b:", "c"]


def test_deeper_items_stand_at_the_deepest_level() -> None:
    page = rendered("\n".join(lines(*(item(f"level {n}", depth=n) for n in range(300)))))
    assert [tag for tag, _ in page.elements].count("ul") == 10
    assert [page.texts[f"a{n}"].split()[:3] for n in (300, 10)] == [["•", "level", "299"], ["•", "level", "9"]]


def test_rows_of_a_table_are_clauses() -> None:
    head = piece(Role.LEAD_IN, "Who What", cells=("Who", "What"), item=True)
    row = item("Head <b> decides", STEM, cells=("Head <b>", "decides"), marker="", tail="alone.")
    page = rendered("\n".join(lines(head, row)))
    assert page.texts["a2"].split() == ["•", *STEM.split(), "Head", "<b>", "decides", "alone."]
    assert [tag for tag, _ in page.elements].count("th") == 2


def test_a_text_full_of_marks_is_written_as_html() -> None:
    page = rendered("\n".join(lines(clause("*" * 3_000), item("[" * 3_000, STEM))))
    assert page.texts["a1"] == "¶ " + "*" * 3_000
    assert page.texts["a2"].split() == ["•", *STEM.split(), "[" * 3_000]
