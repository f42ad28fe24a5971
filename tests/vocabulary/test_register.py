"""The register and the facts about what went out of date hold together."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from clauseway.describe.references import mentions_in
from clauseway.model import ReferenceType
from clauseway.vocabulary import load
from clauseway.vocabulary.register import Entry, register
from clauseway.vocabulary.stale import facts

DATE = re.compile(r"|\d{4}(?:-\d{2}(?:-\d{2})?)?")
ENTRIES = list(register().values())


def test_no_entry_hides_another() -> None:
    listed = [one for kind in ("laws", "guidance", "bodies", "terms") for one in load(f"register/{kind}")[kind]]
    assert len(listed) == len(register())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_an_entry_is_found_by_its_own_names(entry: Entry) -> None:
    for name in entry.names:
        text = f"See “{name[:1].upper()}{name[1:]} {entry.year or ''}".strip() + "”."
        assert any(entry.slug in one.names for one in mentions_in(text)), name
    for name in entry.capitals:
        assert any(entry.slug in one.names for one in mentions_in(f"See {name} on this.")), name


@pytest.mark.parametrize("entry", [one for one in ENTRIES if one.address], ids=lambda entry: entry.slug)
def test_addresses_are_whole_and_safe(entry: Entry) -> None:
    assert re.fullmatch(r"https://[a-z0-9.-]+/[\w./()&-]*", entry.address)


def test_every_law_has_its_year_in_its_address() -> None:
    for entry in ENTRIES:
        if entry.type is ReferenceType.LAW and entry.year and "Eliz2" not in entry.address:
            assert f"/{entry.year}/" in entry.address, entry.slug


def test_facts_are_about_entries_that_there_are() -> None:
    assert {slug for fact in facts() for slug in fact.of} <= set(register())
    assert max(Counter(fact.name for fact in facts()).values()) == 1


def test_dates_of_facts_are_iso_and_every_fact_has_a_source() -> None:
    for fact in facts():
        assert DATE.fullmatch(fact.since), fact.name
        assert DATE.fullmatch(fact.announced), fact.name
        assert fact.source, fact.name
        assert fact.now, fact.name
        assert not fact.pending or fact.announced, fact.name


def test_a_fact_tells_nothing_new_of_the_thing_that_took_its_place() -> None:
    """What is to be written instead is not out of date itself."""
    stale = {slug for fact in facts() if not (fact.before or fact.annual or fact.part) for slug in fact.of}
    for fact in facts():
        found = {name for one in mentions_in(fact.now) for name in one.names}
        assert not found & stale, fact.name
