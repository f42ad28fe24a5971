"""What was once reached stays reached: the committed floors only rise."""

from __future__ import annotations

import json

import pytest

from clauseway.model import Certainty
from tests.measure import references, relations, unseen
from tests.measure.reading import FLOORS, SETS, measure


@pytest.mark.parametrize("which", SETS)
def test_reading_does_not_fall_below_its_floor(which: str) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[which]
    rates = measure(which).rates()
    assert {name: rates[name] for name in floors if rates[name] < floors[name]} == {}


def test_relations_do_not_fall_below_their_floor() -> None:
    floors = json.loads(relations.FLOORS.read_text(encoding="utf-8"))
    now = relations.figures(list(relations.related(relations.seeds())))
    assert {name: now[name] for name in floors if now[name] < floors[name]} == {}


def test_references_do_not_fall_below_their_floor() -> None:
    floors = json.loads(references.FLOORS.read_text(encoding="utf-8"))
    now = references.figures()
    assert {name: now[name] for name in floors if now[name] < floors[name]} == {}


def test_exactly_six_references_of_the_seeds_are_out_of_date() -> None:
    sure = [(school, words) for school, words, certainty in references.stale() if certainty is Certainty.HIGH]
    assert len(references.stale()) == 6
    assert sure == [
        ("cameley", "Local Safeguarding Children's Board"),
        ("cameley", "Keeping Children Safe in Education 2019"),
    ]


@pytest.mark.parametrize("half", unseen.HALVES)
def test_relations_of_schools_never_seen_do_not_fall_below_their_floor(half: str) -> None:
    floors = json.loads(unseen.FLOORS.read_text(encoding="utf-8"))[half]
    now = unseen.figures(half)
    assert {name: now[name] for name in floors if now[name] < floors[name]} == {}
