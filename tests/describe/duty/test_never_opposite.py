"""A table of negations of all kinds: whatever else is missed, no duty is turned into its opposite."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext
from tests.measure.tagging import OPPOSITE

_TABLE = yaml.safe_load(Path(__file__).with_name("never_opposite.yml").read_text(encoding="utf-8"))
_FORBID = {"must_not", "should_not"}
_NEARLY_ALL = 0.9


def found(heading: str, stem: str, text: str) -> str:
    return find_duty(ClauseContext(text, (stem,) if stem else (), (heading,) if heading else (), bool(stem)))[0].value


@pytest.mark.parametrize(("wanted", "heading", "stem", "text"), _TABLE, ids=lambda value: str(value)[:60])
def test_no_duty_is_turned_round(wanted: list[str], heading: str, stem: str, text: str) -> None:
    duty = found(heading, stem, text)
    assert not all({duty, one} in OPPOSITE for one in wanted), duty


def test_nearly_all_are_told_as_a_careful_reader_would() -> None:
    right = [
        duty in wanted or {duty, *wanted} <= _FORBID
        for wanted, heading, stem, text in _TABLE
        for duty in [found(heading, stem, text)]
    ]
    assert sum(right) / len(right) >= _NEARLY_ALL
