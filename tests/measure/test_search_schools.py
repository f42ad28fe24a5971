"""The labelled queries are about clauses that are there: an id that changed shows here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from clauseway.pipeline import gather
from clauseway.relate import clauses_of
from tests.measure.search_schools import OF_INVENTED, OF_SAMPLES, QUERIES, TESTS, assemble

SEEDS = TESTS.parent / "policies"
KINDS = {"synonym", "typo", "keyword", "question", "school", "number", "no_answer"}
PERSONAS = {"parent", "staff", "pupil", "governor"}


def labelled(split: str) -> list[dict[str, Any]]:
    queries: list[dict[str, Any]] = yaml.safe_load(QUERIES[split].read_text(encoding="utf-8"))["queries"]
    return queries


def clause_ids(policies: Path) -> set[str]:
    collection = gather(policies, 1, lambda _stage, _done, _total: None)
    return {clause.id for clause in clauses_of(collection.policies)}


@pytest.mark.parametrize("split", QUERIES)
def test_queries_are_of_the_stated_form(split: str) -> None:
    for query in labelled(split):
        assert query["kind"] in KINDS, query["id"]
        assert query.get("persona", "parent") in PERSONAS, query["id"]
        assert set(query["relevant"].values()) <= {1, 2}, query["id"]
        assert (2 in query["relevant"].values()) == (query["kind"] != "no_answer"), query["id"]
        assert query["kind"] == "typo" or "intended" not in query, query["id"]
        if query["kind"] == "school":
            assert {name.split("/")[0] for name in query["relevant"]} == {query["school"]}, query["id"]


@pytest.mark.parametrize("splits", [OF_SAMPLES, OF_INVENTED])
def test_no_query_stands_twice(splits: tuple[str, ...]) -> None:
    asked = Counter((query[key], key) for split in splits for query in labelled(split) for key in ("id", "query"))
    assert {one for one, count in asked.items() if count > 1} == set()


def test_every_clause_named_is_a_clause_of_the_invented_schools(tmp_path: Path) -> None:
    known = clause_ids(assemble(tmp_path / "policies"))
    for split in OF_INVENTED:
        missing = {(query["id"], name) for query in labelled(split) for name in query["relevant"] if name not in known}
        assert missing == set(), split


def test_every_clause_named_is_a_clause_of_the_seeds() -> None:
    known = clause_ids(SEEDS)
    for split in OF_SAMPLES:
        missing = {(query["id"], name) for query in labelled(split) for name in query["relevant"] if name not in known}
        assert missing == set(), split
