"""LibreOffice's committed answers against the labels: every number is either agreed or a known fault."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.formats.oracle import RESULT, TESTS, numbers

ORACLE: dict[str, Any] = json.loads(RESULT.read_text(encoding="utf-8"))
KNOWN_FAULTS = {"dev-word-data-protection", "dev-odt-data-protection", "dev-word-remote-learning", "dev-word-trips"}
"""Tracked changes (twice), a level that never begins again, all figures plain: see `oracle.py`."""


@pytest.mark.parametrize("name", sorted(ORACLE))
def test_every_number_was_asked_about(name: str) -> None:
    folder = TESTS / "formats/round_trip" if name.startswith("round_trip") else TESTS / "cases" / name
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    found = ORACLE[name]
    asked = [*map(tuple, found["agreed"]), *((one["label"], one["text"]) for one in found["different"])]
    assert sorted(asked) == sorted(numbers(expected))


@pytest.mark.parametrize("name", sorted(ORACLE.keys() - KNOWN_FAULTS))
def test_libreoffice_prints_the_same_numbers(name: str) -> None:
    assert ORACLE[name]["different"] == []
