"""What was once reached in telling audience and duty stays reached: the floors only rise."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from tests.measure.tagging import SETS, Verdict, committed, labelled, rates, verdicts


@pytest.fixture(scope="module", params=SETS)
def found(request: pytest.FixtureRequest) -> tuple[str, list[Verdict]]:
    return request.param, verdicts(request.param)


def test_no_figure_falls_below_the_committed_one(found: tuple[str, list[Verdict]]) -> None:
    which, tagged = found
    now, floor = rates(tagged), committed()[which]["rates"]
    assert now["audience"] >= floor["audience"]
    assert now["duty"] >= floor["duty"]
    assert now["flips"] <= floor["flips"]


@pytest.mark.parametrize("which", ["seeds", "invented"])
def test_no_duty_is_turned_into_its_opposite(which: str) -> None:
    assert [v.label.id for v in verdicts(which) if v.flip] == []


@pytest.mark.parametrize("which", SETS)
def test_evidence_stands_where_it_says(which: str) -> None:
    for one in labelled(which):
        texts = {"text": [one.context.text], "lead_in": one.context.lead_ins, "heading": one.context.section_path}
        texts["tail"] = [one.context.tail]
        for e in find_duty(one.context)[2]:
            assert texts[e.within.value][e.level][e.start : e.end] == e.words
