from __future__ import annotations

import pytest

from clauseway.model import Audience, Duty, Findings
from tests.publish.samples import SITE, clause, collection, found, policy, published

CASES: dict[str, tuple[list[Findings | None], str]] = {
    "whom and how strongly": (
        [
            found(Duty.MUST, Audience.STAFF, Audience.GOVERNORS),
            found(Duty.MUST_NOT, Audience.STAFF),
            found(Duty.NONE),
        ],
        '3 clauses: <span data-show="audience=staff">2 for staff</span>, '
        '<span data-show="audience=governors">1 for governors</span>; '
        '<span data-show="duty=must">1 “must”</span>, <span data-show="duty=must_not">1 “must not”</span>.',
    ),
    "duties alone": ([found(Duty.MAY)], '1 clause: <span data-show="duty=may">1 “may”</span>.'),
    "neither": ([found(Duty.NONE)], "1 clause."),
}


@pytest.mark.parametrize(("said", "expected"), CASES.values(), ids=CASES.keys())
def test_summary(said: list[Findings | None], expected: str) -> None:
    one = policy([clause("a") for _ in said], slug="one", findings=tuple(said))
    page = str(published(collection(one))["schools/oak-hill/one/index.md"])
    assert f'</section>\n\n<p class="summary" lang="en">{expected}</p>\n' in page


def test_without_findings_there_is_no_summary() -> None:
    one = policy([clause("a")], slug="one")
    assert "summary" not in str(published(collection(one))["schools/oak-hill/one/index.md"])
    assert "summary" in str(published(SITE)["schools/oak-hill/phones/index.md"])
