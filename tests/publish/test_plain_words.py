from __future__ import annotations

import pytest

from clauseway.model import Kind
from clauseway.publish.plain_words import counted, cycle_in_words, date_in_words, kind_in_words, listed


@pytest.mark.parametrize(
    ("date", "words"), [("2022", "2022"), ("2022-02", "February 2022"), ("2023-03-09", "9 March 2023")]
)
def test_dates(date: str, words: str) -> None:
    assert date_in_words(date) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [("P1Y", "every year"), ("P2Y", "every 2 years"), ("P6M", "every 6 months"), ("P1Y6M", "P1Y6M")],
)
def test_cycles(period: str, words: str) -> None:
    assert cycle_in_words(period) == words


@pytest.mark.parametrize(
    ("items", "words"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_lists(items: tuple[str, ...], words: str) -> None:
    assert listed(items) == words


@pytest.mark.parametrize(
    ("number", "word", "words"),
    [
        (1, "policy", "1 policy"),
        (2, "policy", "2 policies"),
        (1200, "clause", "1,200 clauses"),
        (0, "clause", "0 clauses"),
    ],
)
def test_counts(number: int, word: str, words: str) -> None:
    assert counted(number, word) == words


def test_kinds() -> None:
    assert [kind_in_words(kind) for kind in (Kind.SEND, Kind.ANTI_BULLYING)] == ["SEND", "Anti bullying"]
