"""Groups that a document defines for itself."""

from __future__ import annotations

import pytest

from clauseway.describe.definitions import find_groups
from clauseway.describe.findings import ClauseContext


def groups(*texts: str) -> dict[str, str]:
    found = find_groups(ClauseContext(text) for text in texts)
    return {name: " ".join(a.value for a in audiences) for name, audiences in found.names}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["It covers employees and governors. These groups are referred to collectively as 'school partners'."],
            {"school partners": "staff governors"},
        ),
        (['Here "everyone" refers to members of staff and trustees.'], {"everyone": "staff governors"}),
        (["In this policy 'staff' means all employees, governors and volunteers."], {"staff": "staff governors"}),
        (['"Adults" means teachers, and "child" means everyone under the age of 18.'], {"adults": "staff"}),
        (['"Staff" means all of these, and "child" means everyone under the age of 18.'], {}),
        (["The term adults includes teachers and governors."], {"adults": "staff governors"}),
        (
            [
                "It is for teachers, governors and volunteers.",
                "Adults meet pupils. References to adults should be taken to apply to all the above groups of people.",
            ],
            {"adults": "staff governors"},
        ),
        (['It applies to employees and trustees (together, "workers").'], {"workers": "staff governors"}),
        (["'Parent' means any adult who has care of a child."], {}),
        (['The headteacher is known as the "Monitoring Officer".'], {}),
        (["'Bullying' means behaviour that hurts."], {}),
        (["Signs include: bruises."], {}),
    ],
    ids=lambda value: "" if isinstance(value, dict) else value[0][:40],
)
def test_definitions(texts: list[str], expected: dict[str, str]) -> None:
    assert groups(*texts) == expected


def test_the_first_definition_of_a_name_is_kept() -> None:
    assert groups("'Staff' means teachers.", "'Staff' means teachers and governors.") == {"staff": "staff"}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Ring if your child is ill.", "Ask your child.", "Be kind."], "parents"),
        (["Ask your child."], None),
        (["Ask your child.", "Ask your line manager."], None),
        (["Tell your teacher.", "Tell your parents."], "pupils"),
    ],
)
def test_whom_the_document_speaks_to(texts: list[str], expected: str | None) -> None:
    assert find_groups(ClauseContext(text) for text in texts).you == expected
