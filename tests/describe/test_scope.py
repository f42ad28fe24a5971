"""Sentences that say to whom or to what a policy applies."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from clauseway.describe.scope import find_scope
from clauseway.model import Piece, Role
from tests.describe.drafts import clause


def scope(*pieces: Piece, title: str = "") -> list[str]:
    return [sentence.text for sentence in find_scope(pieces, title)]


@pytest.mark.parametrize(
    "sentence",
    [
        "This policy applies to all staff.",
        "This policy applies to pupils, parents and visitors at all times.",
        "This document applies equally to governors.",
        "The policy covers the use of phones by pupils.",
        "This guidance is for parents.",
        "This policy is intended for all members of staff.",
        "This code of conduct applies to everyone who works here.",
        "These procedures apply to complaints about staff.",
        "This procedure does not apply to admissions.",
        "This policy relates to trips abroad.",
        "The requirements of this policy apply to supply teachers.",
        "Many of the rules of this policy also extend to clubs.",
        "This policy must be read and followed by all volunteers.",
        "Private messages are outside the scope of this policy.",
        "In the context of this policy “colleagues” refers to anyone working in the school.",
        "For the purposes of this policy, parents includes carers.",
        "Mae’r polisi hwn yn berthnasol i bob aelod o staff.",
        "The policy is for the whole community: pupils, parents and neighbours.",
        "This guide to the policy is for everyone who rents the hall.",
        "This agreement is for every child in Key Stage 1.",
        "This policy applies when the school is closed by snow.",
        "This policy applies at clubs and on the bus.",
    ],
)
def test_plain_sentences_of_scope(sentence: str) -> None:
    assert scope(clause(f"Phones are common. {sentence} They are useful.")) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Exclusions Policy covers permanent exclusion.",
        "The same rule applies to trips.",
        "Sun cream should be applied to exposed skin by pupils.",
        "This applies to trips.",
        "Staff must cover lessons under this policy.",
        "Pupils who apply to join follow this policy.",
        "This policy cannot cover all eventualities.",
        "The lesson covers the plan.",
        "This policy was written in line with the law.",
        "This policy sets out how we keep records.",
        "For the purposes of this policy, a phone includes a tablet.",
        "Any misconduct within the scope of the allegations policy is reported.",
    ],
)
def test_other_sentences_are_no_scope(sentence: str) -> None:
    assert scope(clause(sentence)) == []


def test_items_that_read_on_from_a_stem_about_the_policy() -> None:
    items = [clause(text, lead_in="This policy:") for text in ("Applies to all staff.", "Encourages safe use.")]
    assert scope(*items) == ["Applies to all staff."]


def test_a_stem_takes_its_items_along() -> None:
    stem = "This policy applies to:"
    pieces = [clause(stem, role=Role.LEAD_IN), clause("all staff;", lead_in=stem), clause("governors.", lead_in=stem)]
    assert scope(*pieces) == ["This policy applies to: all staff; governors"]


def test_a_sentence_that_goes_on_belongs_to_the_scope() -> None:
    text = "This policy applies to all adults. This includes volunteers. They sign in at the office."
    assert scope(clause(text)) == ["This policy applies to all adults.", "This includes volunteers."]


@pytest.mark.parametrize(
    ("head", "expected"),
    [("1.2 Scope", 1), ("Scope:", 1), ("WHEN THIS POLICY APPLIES", 1), ("Why do we need this policy?", 1), ("Who does it apply to?", 1),
     ("The garden", 0), ("The Art Policy", 0)],
)  # fmt: skip
def test_it_is_the_policy_in_a_section_on_scope(head: str, expected: int) -> None:
    assert len(scope(clause("It applies to all staff.", head))) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["This policy tells how we lend books. It applies to every pupil."], ["It applies to every pupil."], id="sentence before"),
        pytest.param(["This policy tells how we lend books.", "It covers books and games."], ["It covers books and games."], id="paragraph before"),
        pytest.param(["This page is the policy. It was drafted by pupils. It is for anyone who visits."], ["It is for anyone who visits."], id="it goes on"),
        pytest.param(["A book is lent for a week. It covers two weekends."], [], id="something else"),
        pytest.param(["This policy stands beside the Lending Policy. It applies to books."], [], id="another policy between"),
        pytest.param(["This policy tells how we lend books. Books are heavy. It applies to games."], [], id="something between"),
    ],
)  # fmt: skip
def test_it_is_the_policy_behind_a_sentence_about_it(texts: Sequence[str], expected: list[str]) -> None:
    assert scope(*map(clause, texts)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("These arrangements apply to places in Year 3.", 1),
        ("What follows is for all children in Nursery.", 1),
        ("This page covers pupils and parents.", 1),
        ("These prices apply to tea and cake.", 0),
        ("What follows is a list of clubs.", 0),
    ],
)
def test_what_a_policy_calls_itself(sentence: str, expected: int) -> None:
    assert len(scope(clause(sentence))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("All staff and volunteers.", 1),
        ("Pupils in Years 5 and 6, and everyone who works with them.", 1),
        ("All staff must knock.", 0),
        ("The garden and the hall.", 0),
    ],
)
def test_names_alone_are_the_scope_in_a_section_on_it(sentence: str, expected: int) -> None:
    assert len(scope(clause(sentence, "Who does it apply to?"))) == expected
    assert scope(clause(sentence, "The garden")) == []


def test_it_in_a_list_or_another_section_is_something_else() -> None:
    about, it = "This policy tells how we lend books.", "It applies to games."
    assert scope(clause(about, "Books"), clause(it, "Games")) == []
    assert scope(clause(about), clause(it, item=True)) == []


def test_the_policy_may_be_named_by_its_title() -> None:
    piece = clause("The Fernhill Uniform Policy applies to all pupils.")
    assert scope(piece, title="Fernhill Uniform Policy") == [piece.text]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["This policy sets out our approach to parental use of phones."], [0], id="implied, people named"),
        pytest.param(["This policy sets out our approach to paint."], [], id="implied, nobody named"),
        pytest.param(["This policy sets out the code of conduct for staff.", "This policy applies to all staff."], [1], id="plain before implied"),
    ],
)  # fmt: skip
def test_what_is_implied_counts_where_nothing_is_plain(texts: Sequence[str], expected: list[int]) -> None:
    assert scope(*map(clause, texts)) == [texts[index] for index in expected]


def test_headings_and_metadata_are_no_scope() -> None:
    assert (
        scope(
            clause("This policy applies to:", role=Role.HEADING), clause("This policy covers staff", role=Role.METADATA)
        )
        == []
    )
