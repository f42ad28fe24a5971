"""Rows of tables, cell by cell, with the heads of their columns."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext


def row(heads: str, cells: str, heading: str = "") -> ClauseContext:
    """A row whose cells, like the heads of its columns, are parted by bars."""
    parts = tuple(cell.strip() for cell in cells.split("|"))
    above = tuple(head.strip() for head in heads.split("|")) if heads else ()
    path = (heading,) if heading else ()
    return ClauseContext(" ".join(part for part in parts if part), (), path, item=True, cells=parts, heads=above)


@pytest.mark.parametrize(
    ("heads", "cells", "wanted"),
    [
        ("Sign | Do | Do not", "Burn | Cool it under the tap | Put butter on it", "must"),
        ("Sign | Do not | Do instead", "Burn | Put butter on it | Cool it under the tap", "must_not"),
        ("Acceptable | Not acceptable", "Polo shirts | Denim of any colour", "may"),
        ("Not acceptable | Acceptable", "Denim of any colour | Polo shirts", "must_not"),
        ("Item | Allowed?", "Smart watch | No, not in lessons", "must_not"),
        ("Item | Allowed?", "Plain watch | Yes", "may"),
        ("Who | Is responsible for | How often", "Governors | The link visit | Termly", "must"),
        ("What | How it is kept", "Mark books | Locked away at night", "must"),
        ("Who | Does what", "Head of year | Talks to those involved", "must"),
        ("How often | What happens", "Second time | You collect it from the office", "must"),
        ("When | What happens | Who", "Same day | The office rings home | Clerk", "must"),
        ("Years | Pupils will be taught | Where", "1 and 2 | to keep their name private | Computing", "must"),
        ("", "Lateness | Ring the parents | Office", "must"),
        ("Area | Policy", "Governors | Governors must ask each year.", "must"),
        ("Area | Policy", "Sickness | Children must not come back for two days.", "must_not"),
        ("Matter | Rule", "Smoking | Not permitted on site", "must_not"),
    ],
)
def test_a_cell_rules(heads: str, cells: str, wanted: str) -> None:
    assert find_duty(row(heads, cells))[0].value == wanted


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        ("Concern about | Decided by", "The executive headteacher | Chair of governors"),
        ("Question | Person", "Set work | Class teacher or tutor"),
        ("Item | Shop | Price", "Tie | Academy shop | £4.50"),
        ("Item | Branded? | Price", "Football socks | No | £3"),
        ("Item | Supermarket | Office", "Polo shirt | £4 | not sold"),
        ("Code | Meaning", "P | Present at the session"),
        ("Equipment | Check", "Ladders | Look for damage"),
        ("Club | Price | Note", "Choir | Free | Nobody is turned away"),
        ("Question | Ask", "Workload | Line manager"),
        ("Stage | What has happened", "Three | Goes on in spite of stage two"),
        ("Level | Writing", "Informal | Permitted"),
        ("Need | For all | For some", "Feelings | Calm corner | Play therapy"),
    ],
)
def test_what_stands_side_by_side_is_no_rule(heads: str, cells: str) -> None:
    assert find_duty(row(heads, cells))[0].value == "none"


def test_a_heading_that_tells_a_case_makes_no_cell_a_rule() -> None:
    assert find_duty(row("What | First time", "Messaging | Reminder", "If the rules are broken"))[0].value == "none"
    assert find_duty(row("Who | Tasks", "Clerk | Minutes and papers", "Responsibilities"))[0].value == "must"


def test_what_another_cell_rules_is_added_with_its_place() -> None:
    clause = row("Do | Do not", "Walk on the left | Run on the stairs")
    duty, also, why = find_duty(clause)
    assert (duty.value, [one.duty.value for one in also]) == ("must", ["must_not"])
    places = [(one.words, one.start, one.end) for one in also] + [(one.words, one.start, one.end) for one in why]
    assert all(clause.text[start:end] == words for words, start, end in places)


def test_a_stem_over_a_table_governs_its_rows() -> None:
    clause = ClauseContext(
        "Knives Sharp tools", ("Pupils must not bring:",), item=True, cells=("Knives", "Sharp tools")
    )
    assert find_duty(clause)[0].value == "must_not"
