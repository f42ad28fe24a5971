"""Which policy of a file is which."""

from __future__ import annotations

from clauseway.changes import same_policy
from tests.changes.texts import policy

PHONES = policy("1.1 Pupils must switch off phones.\n1.2 Staff must lock them away.", "Phones")
TRIPS = policy("1.1 Parents must sign the form.\n1.2 Pupils must stay together.", "Trips")
PHONES_RENAMED = policy("1.1 Pupils must switch off phones.\n1.2 Staff must lock them away.", "Devices")


def test_the_only_one_is_the_same_whatever_it_is_called() -> None:
    assert same_policy(TRIPS, [TRIPS], [PHONES]) is PHONES


def test_among_several_the_title_tells() -> None:
    assert same_policy(PHONES, [PHONES, TRIPS], [TRIPS, PHONES]) is PHONES


def test_else_the_clauses_tell() -> None:
    assert same_policy(PHONES_RENAMED, [PHONES_RENAMED, TRIPS], [TRIPS, PHONES]) is PHONES


def test_a_new_one_was_none_of_them() -> None:
    assert same_policy(PHONES, [PHONES, TRIPS], [TRIPS]) is None
