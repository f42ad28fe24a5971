"""What counts as a word, and which words are one."""

from __future__ import annotations

import pytest

from clauseway.search.words import family, forms, joined, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It’s the teacher's e-mail", ["it", "the", "teacher", "e", "mail"]),
        ("Don't use FB!", ["dont", "use", "fb"]),
        ("pupils’ phones", ["pupils", "phones"]),
        ("2.1.5", ["2", "1", "5"]),
        ("Cafe\u0301 Llywodraethwyr", ["café", "llywodraethwyr"]),
        ("", []),
    ],
)
def test_the_words_of_a_text(text: str, found: list[str]) -> None:
    assert terms(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cyber-bullying and e-safety", ["cyberbullying", "esafety"]),
        ("a non\u2010teaching role", ["nonteaching"]),
        ("pages 3-4, mid- and late", []),
    ],
)
def test_hyphenated_words_are_also_found_as_one(text: str, found: list[str]) -> None:
    assert joined(text) == found


@pytest.mark.parametrize(
    "alike",
    [
        ("photo", "photos"),
        ("photograph", "photographs", "photographed", "photographing", "photographer"),
        ("behaviour", "behaviours", "behavior", "behave"),
        ("organise", "organised", "organize", "organizing"),
        ("authorisation", "authorization"),
        ("child", "children"),
        ("tell", "told", "telling"),
        ("bullying", "bullied", "bully", "bullies"),
        ("policy", "policies"),
        ("jewellery", "jewelry"),
        ("counsellor", "counselors"),
    ],
)
def test_forms_and_spellings_of_a_word_are_one_family(alike: tuple[str, ...]) -> None:
    assert len({family(word) for word in alike}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("size", "sise"),
        ("photo", "phone"),
        ("parent", "pupil"),
        ("blazer", "blaser"),
        ("hour", "hor"),
        ("accept", "except"),
    ],
)
def test_other_words_are_other_families(one: str, other: str) -> None:
    assert family(one) != family(other)


def test_american_spellings_are_there_to_be_typed() -> None:
    assert {"behaviour", "behavior"} <= set(forms(["behaviour"])[family("behaviour")])
    assert {"organisation", "organization"} <= set(forms(["organisation"])[family("organisation")])


def test_irregular_forms_are_there_to_be_typed() -> None:
    assert {"tell", "told"} <= set(forms(["tells"])[family("tell")])


def test_all_forms_are_of_the_family() -> None:
    for key, known in forms(["accept", "policy", "four", "colour", "use", "hour", "advise", "enrol"]).items():
        assert {family(word) for word in known} == {key}
