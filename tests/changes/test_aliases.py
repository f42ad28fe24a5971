"""Old ids lead on only where it is sure, and never away from a clause that bears the id today."""

from __future__ import annotations

import pytest

from clauseway.changes import aliases, reached

Steps = list[tuple[frozenset[str], dict[str, str]]]


def step(ids: str, **became: str) -> tuple[frozenset[str], dict[str, str]]:
    return frozenset(ids.split()), became


@pytest.mark.parametrize(
    ("steps", "today", "expected"),
    [
        ([step("a b", a="x", b="b")], "x b", {"a": "x"}),
        ([step("a")], "x", {}),
        ([step("a b", a="b", b="c")], "b c", {"a": "b"}),
        ([step("a b", b="a")], "a", {"b": "a"}),
        ([step("m", m="x"), step("o", o="m")], "x", {"m": "x", "o": "x"}),
        # today's b is another clause than the b of the edition between, which became c
        ([step("b", b="c"), step("a", a="b")], "b c", {"a": "c"}),
        # the latest clause of the name is gone: an older one of the same name does not take its links
        ([step("a k", k="k"), step("a b", a="k")], "k", {}),
        ([step("a", a="x"), step("a", a="y")], "x y", {"a": "x"}),
    ],
)
def test_aliases(steps: Steps, today: str, expected: dict[str, str]) -> None:
    assert aliases(steps, frozenset(today.split())) == expected


def test_each_edition_knows_where_its_clauses_are_today() -> None:
    steps = [step("b d", b="c", d="d"), step("a d", a="b")]
    assert reached(steps, frozenset("bcd")) == ({"b": "c", "d": "d"}, {"a": "c"})
