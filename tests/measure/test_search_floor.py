"""The search answers as well as it once did: the committed floors only rise."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from tests.measure.search import FLOORS, answers, figures, queries
from tests.measure.search_schools import QUERIES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("split", QUERIES)
def test_the_search_does_not_fall_below_its_floor(split: str, browser: Browser) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[split]
    asked = queries(split)
    now = figures(asked, answers(browser, split, asked))
    assert {name: now[name] for name in floors if now[name] < floors[name]} == {}
