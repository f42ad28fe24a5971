"""Files that LibreOffice wrote from Word documents with automatic numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clauseway.sources.flow import Content, Table
from clauseway.sources.pdf import read_pdf
from tests.sources.pdf.drawing import BALANCED, asides, balance, paragraphs, tables, texts

FILES = Path(__file__).parent / "files"


def content_of(name: str) -> Content:
    return read_pdf((FILES / name).read_bytes(), name)


@pytest.mark.parametrize("name", ["numbered.pdf", "columns.pdf"])
def test_no_word_is_lost_or_made(name: str) -> None:
    assert balance(content_of(name)) == BALANCED


def numbers(section: int) -> list[str]:
    found = [f"{section}."]
    for clause in (1, 3, 5):
        found += [f"{section}.{clause}", f"{section}.{clause + 1}", "(a)", "(b)", "(i)", "(ii)", "(c)"]
    return found


def test_every_printed_number_heads_its_own_paragraph() -> None:
    found = [text.split()[0] for text in texts(content_of("numbered.pdf"))]
    assert [head for head in found if re.match(r"[\d(]", head)] == [n for s in range(1, 5) for n in numbers(s)]


def test_bullets_keep_their_depth() -> None:
    depths = [p.depth for p in paragraphs(content_of("numbered.pdf").flow) if p.listed]
    assert depths == [0, 0, 1, 0] * 4


def test_the_first_page_may_have_no_head() -> None:
    found = asides(content_of("numbered.pdf"))
    assert found[0] == ("page header", "Oakfield Primary School\tAttendance Policy")
    assert [text for why, text in found if why == "page foot"] == [f"Page {n}" for n in range(2, 12)]


def test_a_table_over_five_pages_is_one() -> None:
    metadata, stages = tables(content_of("numbered.pdf"))
    assert metadata[0] == ["Approved by:", "Governing Body"]
    assert [row[0] for row in stages] == ["Stage", *[f"Stage {n}" for n in range(1, 25)]]
    assert all(row[1].endswith("unavoidable cause.") and row[2] == "Class teacher" for row in stages[1:])


def test_columns_are_read_in_order() -> None:
    clauses = [text.split()[0] for text in texts(content_of("columns.pdf")) if re.match(r"\d\.\d ", text)]
    assert clauses == [f"{section}.{clause}" for section in range(1, 7) for clause in range(1, 4)]


def test_no_hyphen_is_lost_in_narrow_columns() -> None:
    text = " ".join(texts(content_of("columns.pdf")))
    for word in ("anti-bullying", "well-organised", "self-harm", "decision-making", "face-to-face", "multi-agency"):
        joined = word.replace("-", "")
        assert text.count(word) >= 18
        assert joined not in text


def test_a_head_that_is_printed_again_stands_apart() -> None:
    found = [block.aside for block in content_of("columns.pdf").flow if isinstance(block, Table)]
    assert found[0] == ""
    assert set(found[1:]) <= {"repeated table head"}
