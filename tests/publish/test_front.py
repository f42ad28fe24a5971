from __future__ import annotations

import msgspec
import pytest
from mkdocs.utils.meta import get_data

from clauseway.model import Metadata
from clauseway.publish.front import front_matter, yaml_block
from tests.publish.hostile import HOSTILE
from tests.publish.samples import BARE, ELM, FULL, OAK

ORDER = (
    *("title", "school", "school_name", "policy", "kind", "scope", "audience", "approved", "approved_by", "reviewed"),
    *("review_date", "review_cycle", "owner", "language", "topics", "source", "stated", "problems"),
)


def test_fields_stand_in_the_order_of_the_contract() -> None:
    policy = msgspec.structs.replace(FULL, metadata=msgspec.structs.replace(FULL.metadata, reviewed="2024"))
    _, data = get_data(yaml_block(front_matter(policy, OAK)))
    assert tuple(data) == ORDER


def test_what_is_not_stated_is_absent() -> None:
    _, data = get_data(yaml_block(front_matter(BARE, ELM)))
    assert set(ORDER) - set(data) == {
        *("scope", "audience", "approved", "approved_by", "reviewed", "review_date", "review_cycle", "owner"),
    }
    assert data["problems"] == [
        {
            "code": "date-missing",
            "severity": "warning",
            "message": "This document states no review date.",
            "file": "elm-park/c.txt",
        }
    ]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_text_is_read_back_as_the_same_text(text: str) -> None:
    said = Metadata(title=text, owner=text, scope=(text,))
    body, data = get_data(yaml_block(front_matter(msgspec.structs.replace(BARE, metadata=said), ELM)) + "body\n")
    assert (data["title"], data["owner"], data["scope"]) == (text, text, [text])
    assert body == "body\n"


def test_dates_are_read_as_text() -> None:
    _, data = get_data(yaml_block({"a": "2022", "b": "2022-02", "c": "2022-02-01"}))
    assert data == {"a": "2022", "b": "2022-02", "c": "2022-02-01"}
