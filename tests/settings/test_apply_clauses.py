"""What a person states of single clauses wins, and is reported where it says nothing new."""

from __future__ import annotations

from clauseway.model import Audience, ClauseCorrection, Duty, Findings, Stating
from clauseway.settings import correct_clauses

FOUND = Findings(audiences=(Audience.STAFF,), duty=Duty.SHOULD)
IDS = ("", "c-1", "c-2")
FINDINGS = (None, FOUND, FOUND)


def stating(**corrections: ClauseCorrection) -> Stating:
    return Stating(clauses={name.replace("_", "-"): correction for name, correction in corrections.items()})


def test_only_the_stated_field_of_the_named_clause_changes() -> None:
    corrected, problems = correct_clauses(IDS, FINDINGS, stating(c_2=ClauseCorrection(duty=Duty.MUST)), "a/b.txt")
    assert corrected == (None, FOUND, Findings(audiences=(Audience.STAFF,), duty=Duty.MUST, stated=("duty",)))
    assert problems == ()


def test_audiences_and_duty_can_be_stated_together() -> None:
    correction = ClauseCorrection(audiences=(Audience.PUPILS, Audience.PARENTS), duty=Duty.MUST_NOT)
    corrected, _ = correct_clauses(IDS, FINDINGS, stating(c_1=correction), "a/b.txt")
    assert corrected[1] is not None
    assert (corrected[1].audiences, corrected[1].duty) == (correction.audiences, correction.duty)
    assert corrected[1].stated == ("audiences", "duty")


def test_a_correction_that_the_rules_now_agree_with_is_no_longer_needed() -> None:
    _, problems = correct_clauses(IDS, FINDINGS, stating(c_1=ClauseCorrection(duty=Duty.SHOULD)), "a/b.txt")
    assert [(p.code, p.severity) for p in problems] == [("sidecar-unneeded", "info")]
    assert "`c-1`" in problems[0].message


def test_a_clause_that_is_not_there_is_a_warning() -> None:
    corrected, problems = correct_clauses(IDS, FINDINGS, stating(c_9=ClauseCorrection(duty=Duty.MUST)), "a/b.txt")
    assert corrected == FINDINGS
    assert [(p.code, p.severity, p.file) for p in problems] == [("sidecar-clause", "warning", "a/b.txt")]
