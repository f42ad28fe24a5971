"""Two wordings word by word."""

from __future__ import annotations

import pytest

from clauseway.changes.wording import called_out, runs
from tests.changes.texts import signed


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("a b c", "a b c", "a b c"),
        ("", "a b", "{+a b+}"),
        ("a b", "", "[-a b-]"),
        ("Ring the office.", "Ring the OFFICE", "Ring the OFFICE"),
        ("Ring the office today", "Ring the head today", "Ring the [-office-] {+head+} today"),
        (
            "Bring a coat and a hat to every lesson outside",
            "Bring warm gloves and two scarves to every lesson outside",
            "Bring [-a coat and a hat-] {+warm gloves and two scarves+} to every lesson outside",
        ),
        (
            "Pupils may use phones in class",
            "Pupils may not use big phones in class",
            "Pupils may {+not+} use {+big+} phones in class",
        ),
        ("one two three four", "five six seven eight", "[-one two three four-] {+five six seven eight+}"),
        ("Leave at 3 – not before", "Leave at 4 – not before", "Leave at [-3-] {+4+} – not before"),
    ],
)
def test_runs(old: str, new: str, expected: str) -> None:
    assert signed(runs(old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("may go", "may not go", [("word", "", "not")]),
        ("may not go", "may go", [("word", "not", "")]),
        ("can go", "cannot go", [("word", "", "not")]),
        ("must go", "should go", [("word", "must", "should")]),
        ("in 5 days, £10", "in 5 days, £12.50", [("figure", "£10", "£12.50")]),
        ("all pupils not less", "not less, all pupils", []),
        ("red", "green", []),
    ],
)
def test_what_nobody_should_miss(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(call.what, call.before, call.after) for call in called_out(old, new)] == expected
