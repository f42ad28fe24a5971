"""A cell that opens with an instruction makes a rule of its row."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 Late twice Ring the parents Office", "must"),
        ("First time We keep the ball until Friday", "must"),
        ("Puncture You collect it from the shed", "must"),
        ("Third time No football for a week", "must_not"),
        ("Ball No from £3", "none"),
        ("Warden Mrs Book 01632 960 111", "none"),
        ("Helmet Sports shop £12", "none"),
        ("Late twice. Ring the parents.", "must"),
        ("First time Warning", "none"),
    ],
)
def test_rows(text: str, expected: str) -> None:
    found, _, evidence = find_duty(ClauseContext(text, (), ("Steps",)))
    assert found.value == expected
    assert text[evidence[0].start : evidence[0].end] == evidence[0].words
