"""What `check` says of references that are out of date."""

from __future__ import annotations

from clauseway.checks.references import check_references
from clauseway.model import (
    Certainty,
    Mention,
    Metadata,
    Outcome,
    Piece,
    Place,
    Policy,
    Reference,
    ReferenceType,
    Role,
    Source,
    Stale,
    StaleOk,
)
from clauseway.problems import Problem, Severity

WORDS = "Keeping Children Safe in Education 2019"
MENTION = Mention(ReferenceType.GUIDANCE, WORDS, 0, len(WORDS), ("keeping-children-safe-in-education",), 2019)


def policy(*allowed: StaleOk) -> Policy:
    pieces = (Piece(Role.CLAUSE, WORDS, Place(line=7)),)
    source = Source(file="a/b.txt", sha256="", format="text", blocks=(), words=())
    return Policy("a", "b", source, pieces, ("c-1",), Metadata(title="B"), stale_ok=allowed)


def said(stale: Stale | None, *allowed: StaleOk, accepted: str = "") -> list[Problem]:
    one = policy(*allowed)
    reference = Reference(MENTION, Outcome.FOUND, "", stale=stale, accepted=accepted)
    return list(check_references([one], [(one, 0, reference)]))


def test_what_is_surely_out_of_date_is_a_warning_with_its_place_and_what_to_write() -> None:
    [problem] = said(Stale("f", "the edition of 2025", "2025-09-01"))
    assert (problem.code, problem.severity, problem.file, problem.line) == (
        "stale-reference",
        Severity.WARNING,
        "a/b.txt",
        7,
    )
    assert problem.message == f"“{WORDS}” is out of date. In its place since 2025-09-01: the edition of 2025."
    assert "stale_ok" in problem.advice


def test_what_only_may_be_is_a_note() -> None:
    [problem] = said(Stale("f", "the edition of 2022", certainty=Certainty.MEDIUM))
    assert problem.severity is Severity.INFO
    assert problem.message == f"“{WORDS}” may be out of date. In its place: the edition of 2022."


def test_what_is_to_come_is_a_note_that_says_when() -> None:
    [problem] = said(Stale("f", "another rule", "2027", pending=True))
    assert problem.severity is Severity.INFO
    assert problem.message == f"What “{WORDS}” speaks of is to change from 2027: another rule."


def test_what_a_person_lets_stand_is_not_told() -> None:
    assert said(None, StaleOk("children safe", "2026", "R"), accepted="R") == []


def test_a_statement_that_lets_nothing_stand_is_told() -> None:
    [problem] = said(None, StaleOk("CRB", "2026-11-30", "R"), accepted="R")
    assert (problem.code, problem.severity) == ("sidecar-unneeded", Severity.INFO)
    assert "CRB" in problem.message
