"""Words that stand for one another: the list itself, and where texts mention them."""

from __future__ import annotations

import pytest

from clauseway.search.groups import MARK, groups, mentioned
from clauseway.search.phrases import typed
from clauseway.search.words import family, terms
from clauseway.vocabulary import load
from clauseway.vocabulary.catalogue import matters


def mentions(text: str) -> set[str]:
    return {name.removeprefix(MARK) for name in mentioned([family(word) for word in terms(text)])}


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("Staff must not use Facebook.", {"staff", "facebook"}),
        ("the designated safeguarding lead", {"dsl"}),
        ("They may be sacked", {"dismiss"}),
        ("social networking sites", {"social-media"}),
        ("pupils' mobile phones", {"pupil", "phone"}),
    ],
)
def test_what_a_text_mentions(text: str, some: set[str]) -> None:
    assert some <= mentions(text)


def test_a_longer_phrase_hides_the_words_in_it() -> None:
    assert "phone" not in mentions("phone number")
    assert "contact-details" in mentions("phone number")


def test_groups_name_only_groups() -> None:
    names = {group.name for group in groups()}
    for group in groups():
        assert {*group.wider, *group.near} <= names - {group.name}


def test_no_phrase_stands_twice_in_a_group() -> None:
    for name, entry in load("search/synonyms").items():
        assert len(entry["is"]) == len(set(entry["is"])), name


def test_every_phrase_has_a_word_that_tells() -> None:
    silent = set(load("search/query")["stop"])
    lists = load("search/synonyms").items()
    assert [(name, phrase) for name, entry in lists for phrase in entry["is"] if not terms(phrase)] == []
    alone = [(name, phrase) for name, entry in lists for phrase in entry["is"] if phrase in silent]
    assert alone == [], "a word of no matter stands for a group"


def test_what_people_type_belongs_to_matters_of_the_catalogue() -> None:
    assert set(typed()) <= set(matters())
