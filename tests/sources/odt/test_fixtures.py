"""Files saved by LibreOffice 7.4, with its own text export (`.txt`) for every printed number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clauseway.sources.odt import read_odt
from tests.sources.odt.flat import balanced, paragraphs, printed, text

FIXTURES = Path(__file__).parent / "fixtures"
EXPORTED = sorted(FIXTURES.glob("*.txt"))


def plain(lines: list[str]) -> list[str]:
    """The export shows every bullet in a shape of its own, by level."""
    return [re.sub(r"^[•◦▪–o] ", "• ", " ".join(line.split())) for line in lines]


@pytest.mark.parametrize("export", EXPORTED, ids=lambda path: path.stem)
def test_numbers_are_those_that_libreoffice_prints(export: Path) -> None:
    content = balanced(read_odt(export.with_suffix(".odt").read_bytes(), export.stem))
    assert plain(printed(content)) == plain(export.read_text(encoding="utf-8").splitlines())
    assert not content.problems


def test_a_policy_with_everything_in_it() -> None:
    content = balanced(read_odt((FIXTURES / "features.odt").read_bytes(), "features.odt"))
    assert printed(content) == [
        "Mobile Phone Policy",
        "Approved by the governors",
        "1. Aims",
        "This policy applies to all pupils and must be read with the behaviour policy.",
        "2. Rules",
        "1. Pupils must:",
        "– hand phones in;",
        "– collect them at 3 pm.",
        "This holds every day.",
        "2. Staff must lock them away.",
        "Text with a gap.",
        "Boxed rule: no filming.",
        "Offence",
        "Sanction",
        "1. first use",
        "2. second use",
        "warning",
        "any filming: see below",
        "On a new page.",
        "3. Appeals",
        "3. Parents may appeal.",
        "Except those in the sixth form.",
        "Within ten school days.",
    ]
    asides = {text(one): one.aside for one in paragraphs(content.flow) if one.aside}
    assert asides == {
        "Hillside Primary School": "page header",
        "Mobile phones, page 3 of 3": "page foot",
        "Cover foot": "page foot",
    }
    assert {(one.what, one.count, one.sample) for one in content.left_out} == {
        ("deleted text", 1, "never"),
        ("comment", 1, "Is this right?"),
        ("hidden text", 1, "concealed"),
    }
    assert [problem.code for problem in content.problems] == ["tracked-changes", "hidden-text", "comments"]
    assert content.pages == 3
    assert [text(one) for one in paragraphs(content.flow) if one.starts_page][-1] == "On a new page."
