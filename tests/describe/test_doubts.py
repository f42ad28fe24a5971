"""Problems of metadata: what a school office is told."""

from __future__ import annotations

import pytest

from clauseway.model import Piece, Place, Role
from clauseway.problems import Severity
from tests.describe.drafts import Line, clause, describe, draft, problems

SCOPE = clause("This policy applies to all staff.")


@pytest.mark.parametrize(
    ("lines", "terms", "codes"),
    [
        pytest.param(["Approved: May 2021", "Next review: May 2024"], None, set(), id="nothing to say"),
        pytest.param([], None, {"date-missing"}, id="no date at all"),
        pytest.param(["Approved by: ________ Date: ________"], None, {"date-missing"}, id="blanks"),
        pytest.param(["To be ratified: May 2021"], None, {"date-missing"}, id="not yet approved"),
        pytest.param(["Approved: May 2021"], None, {"review-date-missing"}, id="no next review"),
        pytest.param(["Approved: May 2021", "Next review: May 2020"], None, {"dates-out-of-order"}, id="next review before approval"),
        pytest.param(["Approved: May 2021", "Next review: 31/02/2024"], None, {"date-unclear", "review-date-missing"}, id="no such day"),
        pytest.param(["Approved: May 2021", "Next review: June 8 iew June 2020"], None, {"date-unclear", "review-date-missing"}, id="broken date"),
        pytest.param(["Approved: May 2021", "Next review: Term 4 2024"], None, {"date-unclear"}, id="term of an unknown year"),
        pytest.param(["Approved: May 2021", "Next review: Term 4 2024"], 6, set(), id="term of a known year"),
        pytest.param(["Approved: May 2021", "Next review: May 2024", "Review cycle: Bi-annually"], None, {"review-cycle-unclear"}, id="unclear cycle"),
        pytest.param(["Approved: May 2021", "Next review: May 2024", "Review cycle: Bi-annually (every two years)"], None, set(), id="clear cycle"),
    ],
)  # fmt: skip
def test_problems(lines: list[Line], terms: int | None, codes: set[str]) -> None:
    assert set(problems(*lines, clauses=[SCOPE], terms=terms)) == codes


def test_a_policy_without_scope_is_told_so() -> None:
    found = problems("Approved: May 2021", "Next review: May 2024")
    assert set(found) == {"scope-missing"}
    assert found["scope-missing"].severity is Severity.INFO


def test_missing_dates_are_warnings_that_say_what_to_add() -> None:
    (problem,) = problems(clauses=[SCOPE]).values()
    assert problem.severity is Severity.WARNING
    assert problem.file == "fernhill/policy.txt"
    assert "Next review: <date>" in problem.advice


def test_a_problem_names_the_line_of_the_words_in_doubt() -> None:
    found = problems("Approved: May 2021", "Next review: May 2020", clauses=[SCOPE])["dates-out-of-order"]
    assert found.line == 4
    assert "“May 2020”" in found.message
    assert "“May 2021”" in found.message


def test_a_page_stands_in_for_a_line() -> None:
    piece = Piece(Role.METADATA, "Next review: 31/02/2024", Place(page=2))
    found = {p.code: p for p in describe(draft("Uniform Policy", piece, SCOPE))[1]}["date-unclear"]
    assert (found.line, found.page) == (None, 2)
