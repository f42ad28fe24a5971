"""What a person states wins."""

from __future__ import annotations

import pytest

from clauseway.model import Audience, Kind, Metadata, Stated, Stating
from clauseway.problems import Problem, Severity
from clauseway.settings import correct, is_answered
from clauseway.settings.apply import stated_fields

FOUND = Metadata(
    title="Uniform",
    kind=Kind.OTHER,
    audience=(Audience.STAFF,),
    approved="2023-03",
    owner="A Person",
    stated=(Stated("approved", "March 2023"), Stated("owner", "Owner: A Person")),
)


def test_stated_fields_replace_what_was_found_and_its_words() -> None:
    stating = Stating(title="Uniform Policy", kind=Kind.UNIFORM, audience=(), approved="2024-03-01")
    assert correct(FOUND, stating) == Metadata(
        title="Uniform Policy",
        kind=Kind.UNIFORM,
        audience=(),
        approved="2024-03-01",
        owner="A Person",
        stated=(Stated("owner", "Owner: A Person"),),
    )
    assert stated_fields(stating) == {"title", "kind", "audience", "approved"}


def test_nothing_stated_changes_nothing() -> None:
    assert correct(FOUND, Stating()) == FOUND


@pytest.mark.parametrize(
    ("code", "stating", "answered"),
    [
        ("review-date-missing", Stating(review_date="2026"), True),
        ("review-date-missing", Stating(approved="2026"), False),
        ("date-missing", Stating(approved="2026"), True),
        ("date-missing", Stating(reviewed="2026-01"), True),
        ("date-missing", Stating(review_date="2027"), True),
        ("date-missing", Stating(owner="P Hallam"), False),
        ("scope-missing", Stating(scope=()), True),
        ("ledger", Stating(title="x"), False),
    ],
)
def test_a_doubt_that_a_person_has_answered(code: str, stating: Stating, answered: bool) -> None:
    assert is_answered(Problem(code, Severity.WARNING, "m"), stating) is answered
