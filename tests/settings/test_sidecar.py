"""Sidecars: what a person states about a policy, and what is said of each fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from clauseway.model import Audience, ClauseCorrection, Duty, Kind, Sidecar, StaleOk, Stating
from clauseway.problems import Problem
from clauseway.settings import read_sidecar

FILE = "mill-lane/phones.yml"


def read(tmp_path: Path, content: str) -> tuple[Sidecar, tuple[Problem, ...]]:
    path = tmp_path / FILE
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    return read_sidecar(path, tmp_path)


def test_every_field_is_read(tmp_path: Path) -> None:
    sidecar, problems = read(
        tmp_path,
        """\
slug: phones
title: Mobile Phones Policy
kind: mobile-phones
scope: This policy applies to all pupils.
audience: pupils
approved: 2023-03-29
approved_by: The Governing Body
reviewed: 2022-02
review_date: 2026
review_cycle: P3Y
owner: A Person
language: cy
stale_ok:
  - {words: CRB, date: 2026-11, reason: It is the name of a form.}
clauses:
  c-2-1-5: {audiences: [staff, pupils], duty: must_not}
  c-phones-are-off:
    duty: should
""",
    )
    assert problems == ()
    stating = Stating(
        slug="phones",
        title="Mobile Phones Policy",
        kind=Kind.MOBILE_PHONES,
        scope=("This policy applies to all pupils.",),
        audience=(Audience.PUPILS,),
        approved="2023-03-29",
        approved_by="The Governing Body",
        reviewed="2022-02",
        review_date="2026",
        review_cycle="P3Y",
        owner="A Person",
        language="cy",
        clauses={
            "c-2-1-5": ClauseCorrection((Audience.STAFF, Audience.PUPILS), Duty.MUST_NOT),
            "c-phones-are-off": ClauseCorrection(duty=Duty.SHOULD),
        },
        stale_ok=(StaleOk("CRB", "2026-11", "It is the name of a form."),),
    )
    assert sidecar == Sidecar(FILE, (stating,))


def test_a_field_left_out_is_not_stated(tmp_path: Path) -> None:
    sidecar, problems = read(tmp_path, "owner: A Person\naudience: []\n")
    assert (sidecar.policies, problems) == ((Stating(owner="A Person", audience=()),), ())


def test_several_policies_in_one_file(tmp_path: Path) -> None:
    sidecar, problems = read(
        tmp_path,
        "policies:\n- starts_at: Policy for Parents\n  kind: parent-conduct\n- starts_at: Policy for Staff\n",
    )
    assert problems == ()
    parents = Stating(starts_at="Policy for Parents", kind=Kind.PARENT_CONDUCT)
    assert sidecar == Sidecar(FILE, (parents, Stating(starts_at="Policy for Staff")), splits=True)


@pytest.mark.parametrize(
    ("content", "message", "line", "advice"),
    [
        ("aproved: 2023", "aproved", 1, "Did you mean `approved`?"),
        ("starts_at: Staff", "starts_at", 1, "Allowed: approved"),
        ("approved: 2023-02-29", "2023-02-29", 1, "no such day"),
        ("approved: 2023-13", "2023-13", 1, "no such day"),
        ("approved: 29/03/2023", "29/03/2023", 1, "2023-03-29"),
        ("approved: 2023-3-29", "2023-3-29", 1, "2023-03-29"),
        ("reviewed: March 2023", "March 2023", 1, "2023-03"),
        ("review_date: 0023", "0023", 1, "between 1900 and 2100"),
        ("review_date: 2023-03-29T10:00:00", "2023-03-29T10:00:00", 1, "2023-03-29"),
        ("review_date: [2023]", "should be one value", 1, "form"),
        ("review_cycle: annually", "annually", 1, "P1Y"),
        ("review_cycle: P", "“P”", 1, "P1Y"),
        ("kind: phones", "phones", 1, "Did you mean `mobile-phones`?"),
        ("kind: Social Media", "Social Media", 1, "Did you mean `social-media`?"),
        ("slug: ../etc", "../etc", 1, "`etc`"),
        ("clauses: [c-1]", "should be clause ids", 1, "form"),
        ("clauses:\n  2.1.5: {duty: must}", "`2.1.5`", 2, "c-2-1-5"),
        ("clauses:\n  c-1:\n    duty: forbidden", "forbidden", 3, "Allowed: must, must_not"),
        ("clauses:\n  c-1:\n    text: New words", "`text`", 3, "Allowed: audiences, duty"),
        ("clauses:\n  c-1: must", "should be fields", 2, "form"),
        ("stale_ok:\n- words: CRB\n  date: 2026-11-30", "`reason` is missing", 2, "Add `reason:`"),
        ("stale_ok:\n- words: CRB\n  date: now\n  reason: R", "“now”", 3, "2023-03-29"),
        (
            "stale_ok:\n- words: CRB\n  date: 2026\n  reason: R\n  until: 2027",
            "`until`",
            5,
            "Allowed: date, reason, words",
        ),
        ("stale_ok: CRB", "should be fields", 1, "form"),
        ("policies: {}", "should be a list", 1, "starts_at"),
        ("policies:\n- starts_at: A\n- title: B", "where it starts", 3, "starts_at"),
        ("policies:\n- starts_at: A\n- just words", "should be fields", 3, "form"),
        ("policies:\n- starts_at: A\nkind: other", "beside `policies`", 3, "Move it"),
        ("policies:\n- starts_at: A\nowners: B", "owners", 3, "Allowed: policies"),
        ("policies:\n- starts_at: A\npolicies: []", "again", 3, "Keep one"),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_to_do(
    tmp_path: Path, content: str, message: str, line: int, advice: str
) -> None:
    _, problems = read(tmp_path, content)
    assert len(problems) == 1, problems
    assert message in problems[0].message
    assert (problems[0].file, problems[0].line) == (FILE, line)
    assert advice in problems[0].advice


def test_what_is_sound_is_used_beside_a_fault(tmp_path: Path) -> None:
    sidecar, problems = read(
        tmp_path, "owner: A Person\napproved: 2023-02-30\nclauses:\n  c-1: {duty: mst}\n  c-2: {duty: may}"
    )
    assert [problem.line for problem in problems] == [2, 4]
    assert sidecar.policies[0].owner == "A Person"
    assert sidecar.policies[0].approved is None
    assert sidecar.policies[0].clauses["c-2"] == ClauseCorrection(duty=Duty.MAY)


def test_a_list_with_a_part_that_starts_nowhere_does_not_divide_the_file(tmp_path: Path) -> None:
    sidecar, _ = read(tmp_path, "policies:\n- starts_at: A\n- title: B")
    assert sidecar == Sidecar(FILE, (Stating(),))
