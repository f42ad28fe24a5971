"""A date that is only hoped for, or another document's, is never taken: inventing one is worse than missing one."""

from __future__ import annotations

import pytest

from clauseway.describe import describe_metadata
from clauseway.model import Metadata, School, Source
from clauseway.sources.text import read_text_blocks
from clauseway.structure import structure


def metadata(line: str) -> Metadata:
    text = f"Keys Policy\n\n{line}\n\n1. Aims\n\nStaff must lock doors.\n"
    source = Source(file="a/b.txt", sha256="", format="text", blocks=read_text_blocks(text), words=())
    (draft,) = structure(source)
    return describe_metadata(draft, School("a", "A"), "a/b.txt")[0]


@pytest.mark.parametrize(
    "line",
    [
        "Approved: not yet; expected 12 July 2026",
        "Approved by: awaiting Full Governors, 3 May 2024",
        "Approved: to be confirmed May 2025",
        "Ratified: pending, May 2025",
        "This policy was last reviewed in line with the Act of 15 March 2006.",
        "Date of next review by Ofsted: March 2025",
    ],
)
def test_nothing_is_taken(line: str) -> None:
    found = metadata(line)
    assert (found.approved, found.approved_by, found.reviewed, found.review_date) == ("", "", "", "")


def test_what_is_done_is_taken() -> None:
    assert metadata("Approved by: Full Governors, 3 May 2024").approved == "2024-05-03"
    assert metadata("Next review: expected May 2025").review_date == "2025-05"
