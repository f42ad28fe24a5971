"""One policy, written as every format by other programs than this one, becomes the same clauses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clauseway.document import found_at, understand
from clauseway.model import Policy, Role, School
from clauseway.words import words

FOLDER = Path(__file__).parent / "formats" / "round_trip"
ENDINGS = ("docx", "odt", "pdf", "html", "md", "txt")
Clause = tuple[str, str, str]


def read(ending: str) -> Policy:
    found = understand(found_at(FOLDER / f"policy.{ending}"), School("round_trip", "Round Trip School"), FOLDER.parent)
    assert found.problems == ()
    (policy,) = found.policies
    return policy


def plain(text: str | None) -> str:
    return " ".join(words((text or "").replace("’", "'")))


def clauses(policy: Policy) -> list[Clause]:
    """Number, stems and words of each clause."""
    return [
        (plain(piece.number), plain(" ".join(piece.lead_ins)), plain(piece.text))
        for piece in policy.pieces
        if piece.role is Role.CLAUSE
    ]


def labelled() -> list[Clause]:
    (policy,) = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))["policies"]
    return [(plain(one["number"]), plain(one["lead_in"]), plain(one["text"])) for one in policy["clauses"]]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_gives_the_same_clauses(ending: str) -> None:
    assert clauses(read(ending)) == labelled()


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_states_the_same_of_the_policy(ending: str) -> None:
    (label,) = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))["policies"]
    metadata = read(ending).metadata
    fields = ("title", "approved", "reviewed", "review_date", "review_cycle")
    assert {field: getattr(metadata, field) or None for field in fields} == {field: label[field] for field in fields}
