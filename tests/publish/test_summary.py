from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest

from clauseway.model import Audience, Duty, Findings
from clauseway.publish.profile import profile
from clauseway.publish.records import Clause, PolicyFile
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
        '<span data-show="duty=must" data-duty="must">1 “must”</span>, <span data-show="duty=must_not" data-duty="must_not">1 “must not”</span>, '
        '<span data-show="duty=none" data-duty="none">1 without a rule</span>.',
    ),
    "duties alone": ([found(Duty.MAY)], '1 clause: <span data-show="duty=may" data-duty="may">1 “may”</span>.'),
    "neither": (
        [found(Duty.NONE)],
        '1 clause: <span data-show="duty=none" data-duty="none">1 without a rule</span>.',
    ),
}


@pytest.mark.parametrize(("said", "expected"), CASES.values(), ids=CASES.keys())
def test_summary(said: list[Findings | None], expected: str) -> None:
    one = policy([clause("a") for _ in said], slug="one", findings=tuple(said))
    page = str(published(collection(one))["schools/oak-hill/one/index.md"])
    assert f'<p class="summary" lang="en">{expected}</p>\n' in page


def test_without_findings_there_is_no_summary() -> None:
    one = policy([clause("a")], slug="one")
    assert "summary" not in str(published(collection(one))["schools/oak-hill/one/index.md"])
    assert "summary" in str(published(SITE)["schools/oak-hill/phones/index.md"])


def test_the_bar_shows_the_share_of_each_duty_in_the_order_of_the_words() -> None:
    duties = [Duty.NONE, Duty.MUST, Duty.MAY, Duty.MUST]
    bar = profile([*_clauses(duties)])
    assert "<title>4 clauses: 2 “must”, 1 “may”, 1 without a rule</title>" in bar
    assert re.findall(r'data-duty="(\w+)" x="([\d.]+)%" width="([\d.]+)%"', bar) == [
        ("must", "0.00", "50.00"),
        ("may", "50.00", "25.00"),
        ("none", "75.00", "25.00"),
    ]


def test_one_kind_alone_is_no_picture() -> None:
    assert profile([*_clauses([Duty.MUST, Duty.MUST])]) == ""
    assert profile([]) == ""


def _clauses(duties: list[Duty]) -> Iterator[Clause]:
    one = policy([clause("a") for _ in duties], slug="one", findings=tuple(found(duty) for duty in duties))
    data = published(collection(one))["schools/oak-hill/one/policy.json"]
    assert isinstance(data, bytes)
    yield from msgspec.json.decode(data, type=PolicyFile).clauses
