"""The catalogue of matters is whole: every field, every term, every example, no two matters for the same clauses."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

import pytest

from clauseway.describe.findings import ClauseContext
from clauseway.model import Audience, Kind
from clauseway.vocabulary import load
from clauseway.vocabulary.catalogue import Matter, Topic, matters, terms, topics
from tests.measure.matters import SETS, found_in, matters_of

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FIELDS = {"slug", "title", "means", "asked", "binds", "patterns", "examples", "counter", "general", "on_whom", "also"}
NEEDED = FIELDS - {"counter", "general", "on_whom", "also"}
ALL = sorted(matters().values(), key=lambda matter: matter.slug)


def given(text: str, matter: Matter) -> list[str]:
    return [fit.slug for fit in matters_of(ClauseContext(text), matter.binds)]


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.slug)
def test_a_topic_has_all_its_fields(topic: Topic) -> None:
    data = load(f"matters/{topic.slug}")
    assert set(data) <= {"title", "order", "kinds", "concepts", "matters"}
    assert set(data.get("kinds", ())) <= set(Kind)
    assert SLUG.fullmatch(topic.slug)
    for entry in data["matters"]:
        assert set(entry) >= NEEDED
        assert set(entry) <= FIELDS
        assert all(set(pattern) <= {"needs", "none", "who"} for pattern in entry["patterns"])
        assert len(entry["asked"]) >= 2
        assert len(entry["examples"]) >= 1
        assert set(entry["binds"]) <= set(Audience)


def test_every_slug_is_used_once() -> None:
    slugs = [entry["slug"] for topic in topics() for entry in load(f"matters/{topic.slug}")["matters"]]
    assert [slug for slug in slugs if not SLUG.fullmatch(slug)] == []
    assert len(slugs) == len(set(slugs))


def test_every_order_is_used_once() -> None:
    orders = [load(f"matters/{topic.slug}")["order"] for topic in topics()]
    assert len(orders) == len(set(orders))


def test_every_term_has_a_form() -> None:
    assert [term for term, forms in terms().items() if not forms or not all(forms)] == []


def test_no_concept_of_a_topic_takes_the_name_of_another() -> None:
    names = [
        *load("concepts"),
        *(name for topic in topics() for name in load(f"matters/{topic.slug}").get("concepts", {})),
    ]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("matter", ALL, ids=lambda matter: matter.slug)
def test_examples_get_their_matter(matter: Matter) -> None:
    assert [text for text in (*matter.examples, *matter.also) if matter.slug not in given(text, matter)] == []


@pytest.mark.parametrize("matter", ALL, ids=lambda matter: matter.slug)
def test_counter_examples_get_another_or_none(matter: Matter) -> None:
    assert [text for text in matter.counter if given(text, matter)[:1] == [matter.slug]] == []


def test_no_two_matters_are_given_to_largely_the_same_clauses() -> None:
    clauses: dict[str, set[str]] = defaultdict(set)
    for which in SETS:
        for one, found in found_in(which):
            for fit in found:
                clauses[fit.slug].add(one.id)
    often = {slug: some for slug, some in clauses.items() if len(some) >= 5}
    alike = [
        (a, b, len(often[a] & often[b]))
        for a, b in combinations(sorted(often), 2)
        if len(often[a] & often[b]) > 0.5 * min(len(often[a]), len(often[b]))
    ]
    assert alike == []
