"""What tables are for: rows of data, numbers beside text, labels beside lists, columns, frames."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from clauseway.sources.flow import Cell, Table
from clauseway.sources.flow_blocks import flow_blocks
from tests.sources.flows import number, para, shown, table

LONG = "Staff must tell the school office before they take any pupil off the site."
OTHER = "Parents must sign the form in the office before a visit can take place."

CASES: dict[str, tuple[Any, list[str]]] = {
    "rows of data": (
        table(("Behaviour", "Sanction"), ("Late to class", "Ten minutes at break"), ("", "A letter home")),
        ["r Behaviour | Sanction", "r Late to class | Ten minutes at break", "r  | A letter home"],
    ),
    "labels and values": (
        table(("Approved by", "Governors"), ("Date", "May 2024")),
        ["r Approved by | Governors", "r Date | May 2024"],
    ),
    "a frame around text": (table(([para("**Aims**"), LONG],)), ["p Aims", f"p {LONG}"]),
    "no words at all": (table(("", ""), ("", "")), []),
    "an empty row and column": (table(("", ""), ("", LONG)), [f"p {LONG}"]),
    "typed numbers beside text": (table(("1.1", LONG), ("1.2", OTHER)), [f"p 1.1 {LONG}", f"p 1.2 {OTHER}"]),
    "counted numbers beside text": (
        table((number("1.1"), LONG), (number("1.2"), [OTHER, LONG])),
        [f"i 1.1# {LONG}", f"i 1.2# {OTHER}", f"p {LONG}"],
    ),
    "a heading between numbered rows": (
        table(("1.1", LONG), ("**Parents**", ""), ("1.2", OTHER)),
        [f"p 1.1 {LONG}", "p Parents", f"p 1.2 {OTHER}"],
    ),
    "numbers before short facts": (
        table(("1", "Pens", "£2"), ("2", "Paper", "£3")),
        ["r 1 | Pens | £2", "r 2 | Paper | £3"],
    ),
    "labels beside lists": (
        table(("Role", "What they do"), ("Headteacher", [number("(a)", "keeps order"), number("(b)", "reports")])),
        ["r Role | What they do [table header]", "p Headteacher", "i (a)# keeps order", "i (b)# reports"],
    ),
    "a short list in a row": (
        table(("Role", "What they do"), ("Headteacher", [para("keeps order", "•"), para("reports", "•")])),
        ["r Role | What they do", "r Headteacher | keeps order reports"],
    ),
    "a long list beside a label": (
        table(("Headteacher", [para(LONG, "•")] * 6), ("Governors", [para(OTHER, "•")] * 6)),
        ["p Headteacher", *[f"i • {LONG}"] * 6, "p Governors", *[f"i • {OTHER}"] * 6],
    ),
    "a page in a frame": (
        table(("Home", ""), ("Menu", [para("**Aims**"), *[para(LONG), para(OTHER)] * 6]), ("Foot", "")),
        ["p Home", "p Menu", "p Aims", *[f"p {LONG}", f"p {OTHER}"] * 6, "p Foot"],
    ),
    "labels before blanks": (table(("Signature", ""), ("Date", "")), ["r Signature | ", "r Date | "]),
    "columns with lists": (
        table(
            ("Staff must not:", "Parents must not:"),
            ([para("a) smoke"), para("b) shout")], [para("a) park here"), para("b) film")]),
        ),
        ["p Staff must not:", "p a) smoke", "p b) shout", "p Parents must not:", "p a) park here", "p b) film"],
    ),
    "stems over lists side by side": (
        table(
            (
                [para("Children wear:"), para("a jumper", "✓"), para("black shoes", "✓")],
                [para("Please do not send:"), para("heels", "✗"), para("jewellery", "✗")],
            )
        ),
        [
            *("p Children wear:", "i ✓ a jumper", "i ✓ black shoes"),
            *("p Please do not send:", "i ✗ heels", "i ✗ jewellery"),
        ],
    ),
    "a table within a cell": (table(([table(("a b", "c d"))],)), ["p a b", "p c d"]),
    "counted numbers within rows": (
        table((number("1.", "Late"), "A letter home"), (number("2.", "Absent"), "A call home")),
        ["r 1. Late | A letter home", "r 2. Absent | A call home"],
    ),
    "furniture": (
        msgspec.structs.replace(table(("Home", "Contact")), aside="web page menu"),
        ["p Home [web page menu]", "p Contact [web page menu]"],
    ),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_tables_are_read_for_what_they_are(given: Table, expected: list[str]) -> None:
    assert shown(given) == expected


def test_a_row_is_a_header_where_the_format_says_so() -> None:
    names, row = (
        (Cell((para(text),), header=True) for text in "ab"),
        (Cell((para("c"),), header=True), Cell((para("d"),))),
    )
    assert [block.header for block in flow_blocks((Table((tuple(names), row)),)).blocks] == [True, False]


def test_rows_of_one_table_bear_its_number() -> None:
    first, second = table(("a b", "c d"), ("e f", "g h")), table(("i j", "k l"))
    assert [block.table for block in flow_blocks((first, second)).blocks] == [1, 1, 2]
