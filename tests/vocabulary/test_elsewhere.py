"""What usually stands elsewhere: each subject can be told and asked for, and is no matter that is known of."""

from __future__ import annotations

from collections import Counter

from clauseway.search.phrases import elsewhere, typed
from clauseway.vocabulary import load
from clauseway.vocabulary.catalogue import matters


def test_every_subject_has_what_it_needs_and_no_more() -> None:
    listed = load("search/elsewhere")
    for name, entry in listed["subjects"].items():
        assert set(entry) == {"title", "where", "named", "asked"}, name
    assert {entry["where"] for entry in listed["subjects"].values()} == set(listed["places"])
    assert all(place.endswith(".") for place in listed["places"].values())


def test_each_is_asked_for_in_many_ways_and_no_phrase_stands_twice() -> None:
    assert all(len(subject.asked) >= 10 and all(subject.named) for subject in elsewhere())
    often = Counter(phrase for subject in elsewhere() for phrase in subject.asked)
    assert {phrase for phrase, count in often.items() if count > 1} == set()


def test_no_phrase_asks_for_a_matter_too() -> None:
    of_matters = {phrase.lower() for matter in matters().values() for phrase in matter.asked}
    of_matters |= {phrase.lower() for phrases in typed().values() for phrase in phrases}
    assert {phrase for subject in elsewhere() for phrase in subject.asked} & of_matters == set()
