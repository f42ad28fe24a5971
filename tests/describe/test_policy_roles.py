"""Those whom words address, told from those of whom they only speak."""

from __future__ import annotations

import pytest

from clauseway.describe.policy_roles import addressed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("everybody who fetches, drops or greets a child here", "", id="a clause with a list of verbs"),
        pytest.param("every walk, however short, that takes pupils out", "", id="what a thing does"),
        pytest.param("letters sent by anybody, whether or not they have a child here", "", id="whether or not"),
        pytest.param("all staff who teach pupils", "staff", id="told of staff"),
        pytest.param("all staff who teach pupils, and to parents", "parents staff", id="the list goes on behind a comma"),
        pytest.param("all staff who teach pupils and to parents", "parents staff", id="the list goes on with a preposition"),
        pytest.param("pupils who bring a phone and their parents", "parents pupils", id="the list goes on with a determiner"),
        pytest.param("staff, pupils and parents", "parents pupils staff", id="a list"),
        pytest.param("those who work here: staff and governors", "governors staff", id="behind a colon"),
        pytest.param("pictures of pupils", "", id="spoken of"),
    ],
)  # fmt: skip
def test_what_is_told_of_somebody_addresses_nobody(words: str, expected: str) -> None:
    assert " ".join(sorted(addressed(words))) == expected
