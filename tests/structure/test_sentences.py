"""Sentences, and what is a stem and what a heading."""

from __future__ import annotations

import pytest

from clauseway.structure.sentences import is_stem, sentences, split_stem

STEMS = [
    "Staff must:",
    "Please:",
    "A complaint becomes unreasonable if the person:",
    "All pupils wear:",
    "Each school provides:",
    "Gofynnwn i rieni:",
    "Adults should not:",
    "It aims to:",
    "This policy:",
    "The following are not considered acceptable:",
    "These include but are not limited to:",
    "In instances where there has been a breach, the following will apply:",
    "Key words to consider when composing online content are:",
    "Pupils are not permitted to:",
    "We will:",
    "I will not:",
    "Our aims are as follows:",
    "Parents are responsible for:",
    "In this policy:",
    "Please remember:",
    "For staff, requirements include:",
    "Rhaid i rieni:",
    "Governors ensure that:",
    "Never:",
    "The plan sets out:",
    "The letter explains:",
    "Each class chooses:",
    "The dinner lady carries out:",
    "Staff think about:",
]
HEADINGS = [
    "The school rules:",
    "Our privacy notices:",
    "The contact details:",
    "Pupil Expectations:",
    "What we offer:",
    "Support the school provides:",
    "Staff:",
    "IT staff:",
    "For Parents:",
    "Procedure the school will follow if inappropriate use continues:",
    "Behaviour that will not be tolerated:",
    "Roles and responsibilities:",
    "Sanctions:",
    "Steps we take:",
]


@pytest.mark.parametrize("text", STEMS)
def test_stems(text: str) -> None:
    assert is_stem(text)


@pytest.mark.parametrize("text", HEADINGS)
def test_noun_phrases_are_no_stems(text: str) -> None:
    assert not is_stem(text)


SPLIT = [
    ("Staff must:", "", "Staff must:"),
    ("Trips are fun. Staff must:", "Trips are fun.", "Staff must:"),
    ("Ask Mr. Jones first. You may:", "Ask Mr. Jones first.", "You may:"),
    ("Use aids, e.g. A frames. They are:", "Use aids, e.g. A frames.", "They are:"),
    ("Uses are bad. (Not all are listed):", "", "Uses are bad. (Not all are listed):"),
    ("Live lessons. Staff should:", "", "Live lessons. Staff should:"),
]


@pytest.mark.parametrize(("text", "before", "stem"), SPLIT, ids=[row[0] for row in SPLIT])
def test_the_stem_is_the_last_sentence(text: str, before: str, stem: str) -> None:
    assert split_stem(text) == (before, stem)


def test_sentences_joined_are_the_paragraph() -> None:
    text = 'He said "Stop." Then he left at 3.15 p.m. on Monday. See para. 4! Why? (Nobody knows.) End'
    assert " ".join(sentences(text)) == text
    assert sentences("One. Two? Three!") == ["One.", "Two?", "Three!"]
