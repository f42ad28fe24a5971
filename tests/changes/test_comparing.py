"""Two editions and what is told to have changed: title, old, new, expected, one a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from clauseway.changes import compare
from clauseway.model import Duty, FactChange, Metadata, Role
from tests.changes.texts import lines, policy

FIXTURES = Path(__file__).parent / "fixtures" / "changes.txt"


def cases() -> Iterator[object]:
    chunks = FIXTURES.read_text(encoding="utf-8").split("--- old\n")
    titles = [chunk.rstrip("\n").rsplit("\n", 1)[-1] for chunk in chunks[:-1]]
    for place, (title, chunk) in enumerate(zip(titles, chunks[1:], strict=True)):
        old, rest = chunk.split("--- new\n")
        new, expected = rest.split("--- expected\n")
        rows = [row for row in expected.split("\n") if row]
        yield pytest.param(old, new, rows if place == len(titles) - 1 else rows[:-1], id=title)


@pytest.mark.parametrize(("old", "new", "expected"), list(cases()))
def test_what_changed(old: str, new: str, expected: list[str]) -> None:
    assert lines(compare(policy(old), policy(new))) == expected


@pytest.mark.parametrize(("old", "new", "expected"), list(cases()))
def test_what_stayed_and_what_was_added_is_the_new_edition(old: str, new: str, expected: list[str]) -> None:
    for change in compare(policy(old), policy(new)).changes:
        for before, after, runs in (
            (change.before and change.before.text, change.after and change.after.text, change.text),
            (change.before and change.before.lead_in, change.after and change.after.lead_in, change.lead_in),
        ):
            if change.kind == "reworded":
                assert " ".join(run.words for run in runs if run.step != "removed") == after
                kept = " ".join(run.words for run in runs if run.step == "removed")
                assert all(word in str(before).split() for word in kept.split())


def test_dates_and_names_that_are_stated_otherwise_are_told() -> None:
    one = policy("Pupils must be kind to each other.")
    old, new = (replace(one, metadata=Metadata(title="Phones", review_date=date)) for date in ("2026-03", "2028-03"))
    found = compare(old, new)
    assert found.facts == (FactChange("review_date", "2026-03", "2028-03"),)
    assert not found.changes


def test_a_duty_that_a_person_corrected_is_no_change_of_the_policy() -> None:
    one = policy("1 Phones\n\n1.1 Pupils may bring phones.")
    corrected = tuple(found and replace(found, duty=Duty.MUST_NOT, stated=("duty",)) for found in one.findings)
    assert not compare(one, replace(one, findings=corrected)).changes
    other = policy("1 Phones\n\n1.1 Pupils may bring mobile phones.")
    (change,) = compare(replace(one, findings=corrected), other).changes
    assert change.called_out == ()


def test_clauses_under_a_heading_that_turns_them_round_are_told() -> None:
    old = "1 Rules\n\nThese hold.\n\n2 Conduct of pupils\n\n- running in the hall\n- shouting in class\n\n3 End\n\nThat is all."
    found = compare(policy(old), policy(old.replace("Conduct", "Unacceptable conduct")))
    assert [change.called_out[0].after for change in found.changes if change.called_out] == ["must_not", "must_not"]


def test_a_clause_that_only_lost_its_place_among_the_rules_is_no_change_of_words() -> None:
    old = policy("1.1 Pupils must be kind.\n1.2 Coats are hung up in the hall.")
    pieces = tuple(replace(piece, role=Role.FURNITURE) if piece.number == "1.2" else piece for piece in old.pieces)
    found = compare(old, replace(old, pieces=pieces))
    assert (found.changes, found.relaid) == ((), 1)
