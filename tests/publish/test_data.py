from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import msgspec
import pytest

from clauseway.model import Ledger
from clauseway.publish.data import CLAUSE_COLUMNS, csv_lines
from clauseway.publish.site import Files
from tests.publish.samples import SITE, clause, collection, policy, published

FILES = published(SITE)


def data(path: str, files: Files = FILES) -> Any:
    content = files[path]
    assert isinstance(content, str | bytes)
    return json.loads(content)


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("data/policies.json", "data/schema/policies.json"),
        ("schools/oak-hill/phones/policy.json", "data/schema/policy.json"),
        ("schools/elm-park/complaints/policy.json", "data/schema/policy.json"),
    ],
)
def test_what_is_published_fits_its_schema(path: str, schema: str) -> None:
    validator = jsonschema.Draft202012Validator(data(schema))
    validator.check_schema(data(schema))
    assert list(validator.iter_errors(data(path))) == []
    spoilt = data(path)
    spoilt["version"] = "one"
    assert list(validator.iter_errors(spoilt))


def test_every_field_is_described_in_the_schemas() -> None:
    for name in ("policies", "policy"):
        for record, definition in data(f"data/schema/{name}.json")["$defs"].items():
            for field, rule in definition.get("properties", {}).items():
                assert rule.get("description"), f"{record}.{field}"


def test_policies_are_listed_flat_with_address_and_counts() -> None:
    listed = data("data/policies.json")
    assert listed["version"] == 1
    assert [(one["school"], one["policy"]) for one in listed["policies"]] == [
        ("elm-park", "complaints"),
        ("oak-hill", "phones"),
    ]
    phones = listed["policies"][1]
    assert (phones["review_date"], phones["url"]) == ("2026-03", "schools/oak-hill/phones/")
    assert phones["counts"]["clauses"] == 10
    assert "reviewed" not in phones


def test_a_clause_is_published_with_what_governs_it() -> None:
    clauses = data("schools/oak-hill/phones/policy.json")["clauses"]
    first_item = next(one for one in clauses if one["number"] == "(a)")
    assert first_item == {
        "id": "oak-hill/phones#c-9",
        "number": "(a)",
        "section_path": [],
        "lead_in": "Pupils must not:",
        "text": "use a phone on the school site between 8.30 and 3.30",
        "tail": "whatever the reason.",
        "kind": "item",
        "place": {"line": 1},
        "audiences": ["pupils"],
        "duty": "must_not",
        "by_school": False,
        "duties_also": [{"duty": "may", "words": "between", "start": 30, "end": 37}],
        "matters": [],
        "topics": [],
        "url": "schools/oak-hill/phones/#c-9",
        "evidence": {
            "audiences": [{"rule": "lead-in-actor", "words": "Pupils", "end": 6, "within": "lead_in"}],
            "duty": [
                {
                    "rule": "lead-in-force",
                    "words": "must not",
                    "start": 7,
                    "end": 15,
                    "within": "lead_in",
                    "note": "The lead-in decides.",
                }
            ],
            "stated": ["audiences"],
        },
        "references": [],
        "relations": [],
    }
    nested = next(one for one in clauses if one["text"] == "record lessons")
    assert nested["lead_in"] == "Pupils must not: at school events:"
    assert [one["kind"] for one in clauses].count("row") == 2


def test_before_anything_was_sought_nothing_is_said_of_a_clause() -> None:
    files = published(collection(policy([clause("one two three")], slug="one")))
    (one,) = data("schools/oak-hill/one/policy.json", files)["clauses"]
    assert (one["audiences"], one["duty"], one["duties_also"], one["evidence"]) == ([], None, [], {})


def test_sections_and_furniture() -> None:
    phones = data("schools/oak-hill/phones/policy.json")
    assert phones["sections"][4] == {
        "id": "s-staff",
        "number": None,
        "title": "Staff",
        "level": 3,
        "section_path": ["2. Rules for pupils", "2.2 Sanctions"],
    }
    assert [one["reason"] for one in phones["furniture"]] == ["running head", "page number"]


def test_the_ledger_is_published_with_the_policy() -> None:
    counted = Ledger(words=12, headings=1, lead_ins=2, clauses=3, tails=1, metadata=2, furniture=3)
    one = msgspec.structs.replace(policy([clause("one two three")], slug="one"), ledger=counted)
    ledger = data("schools/oak-hill/one/policy.json", published(collection(one)))["ledger"]
    assert ledger == msgspec.to_builtins(counted)
    assert ledger.pop("words") == sum(ledger.values())


def test_clauses_as_a_table() -> None:
    rows = list(csv.DictReader(io.StringIO(str(FILES["data/clauses.csv"]))))
    assert tuple(rows[0]) == CLAUSE_COLUMNS
    assert len(rows) == 11
    assert rows[3]["lead_in"] == "Pupils must not:"
    assert rows[4]["section_path"] == "2. Rules for pupils"
    assert [(row["audiences"], row["duty"]) for row in rows[1:4]] == [
        ("staff pupils", "none"),
        ("", "none"),
        ("pupils", "must_not"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    text = f"{start}HYPERLINK()"
    row = next(csv.reader(io.StringIO(csv_lines([[text, "a" + text, None]]), newline="")))
    assert row == [f"'{text}", f"a{text}", ""]


def test_same_collection_same_bytes() -> None:
    assert published(SITE) == FILES
    assert list(published(SITE)) == list(FILES)
