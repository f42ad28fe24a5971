"""Ids: the stated rule as a table, uniqueness, and that no change of one clause renames another."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clauseway.model import Piece, Place, Role, Source
from clauseway.sources.text import read_text_blocks
from clauseway.structure import clause_ids, structure


def clause(text: str, number: str = "", path: tuple[str, ...] = (), section: str = "", lead_in: str = "") -> Piece:
    return Piece(
        role=Role.CLAUSE,
        text=text,
        place=Place(1),
        number=number,
        number_path=path or ((number,) if number else ()),
        section_path=(section,) if section else (),
        lead_ins=(lead_in,) if lead_in else (),
    )


RULE = [
    (clause("x", "2.1.5"), "c-2-1-5"),
    (clause("x", "2.1.5", ("2", "2.1", "2.1.5")), "c-2-1-5"),
    (clause("x", "a)", ("3.2", "a)")), "c-3-2-a"),
    (clause("x", "(i)", ("3", "3.2", "b)", "(i)")), "c-3-2-b-i"),
    (clause("x", "a)", ("2", "a)"), "2 Purpose"), "c-2-a"),
    (clause("x", "1", ("1",), "Uniform"), "c-uniform-1"),
    (clause("x", "1", ("1",)), "c-1"),
    (clause("x", "B1.2"), "c-b1-2"),
    (clause("x", "101"), "c-101"),
    (clause("x", "1.1", ("Appendix A", "1.1")), "c-appendix-a-1-1"),
    (clause("x", "2", ("Appendix iii", "2"), "Appendix iii"), "c-appendix-iii-2"),
    (clause("x", "Stage 1"), "c-stage-1"),
]


@pytest.mark.parametrize(("piece", "expected"), RULE, ids=[row[1] for row in RULE])
def test_rule_for_numbers(piece: Piece, expected: str) -> None:
    assert clause_ids([piece]) == (expected,)


def test_unnumbered_is_named_by_its_words() -> None:
    (found,) = clause_ids([clause("Pupils’ phones must be switched off at the school gate.")])
    assert re.fullmatch(r"c-pupils-phones-must-be-switched-off-[0-9a-z]{4}", found)


def test_lead_in_is_part_of_what_a_clause_says() -> None:
    allowed, forbidden = clause("Use phones", lead_in="Pupils may:"), clause("Use phones", lead_in="Pupils must not:")
    assert len(set(clause_ids([allowed, forbidden]))) == 2


def test_repetitions_are_told_apart_by_section_then_order() -> None:
    first, second, third = (
        clause("Ask first.", section="A"),
        clause("Ask first.", section="B"),
        clause("Ask first.", section="B"),
    )
    a, b, c = clause_ids([first, second, third])
    assert (b, c) == (f"{a}-b", f"{a}-b-2")


def test_only_clauses_have_ids() -> None:
    heading = msgspec.structs.replace(clause("Scope"), role=Role.HEADING)
    assert clause_ids([heading]) == ("",)


def test_a_bare_number_is_not_named_by_its_siblings() -> None:
    text = "Keys Policy\n\n3.2 Parents must:\n1 ring the school\n2 send a note\n3 answer calls\n"
    source = Source(file="a.txt", sha256="", format="text", blocks=read_text_blocks(text), words=())
    (draft,) = structure(source)
    assert [found for found in clause_ids(draft.pieces) if found] == ["c-3-2-1", "c-3-2-2", "c-3-2-3"]


WORDS = st.lists(
    st.sampled_from(["staff", "pupils", "must", "not", "may", "use", "share", "phones", "in", "class", "é", "ŵ", "4"]),
    min_size=1,
    max_size=9,
)
TEXTS = st.builds(" ".join, WORDS)
NUMBERS = st.sampled_from(["", "", "1.1", "1.2", "2.1", "a)", "b)", "101"])
CLAUSES = st.builds(
    clause,
    text=TEXTS,
    number=NUMBERS,
    section=st.sampled_from(["Scope", "Rules"]),
    lead_in=st.sampled_from(["", "Staff must:", "Staff must not:"]),
)


def key(piece: Piece) -> tuple[object, ...]:
    """What the rule looks at; two clauses alike in this are word-for-word repetitions or one number printed twice."""
    return (
        (piece.number, piece.section_path if piece.number in ("a)", "b)") else ())
        if piece.number
        else (piece.text, piece.lead_ins)
    )


DOCUMENTS = st.lists(CLAUSES, max_size=12, unique_by=key)


@settings(deadline=None)
@given(DOCUMENTS, CLAUSES, st.integers(0, 12))
def test_inserting_deleting_or_editing_a_clause_renames_no_other(document: list[Piece], new: Piece, place: int) -> None:
    before = dict(zip(map(key, document), clause_ids(document), strict=True))
    if key(new) in before:
        return
    place = min(place, len(document))
    inserted = [*document[:place], new, *document[place:]]
    after = dict(zip(map(key, inserted), clause_ids(inserted), strict=True))
    assert {k: after[k] for k in before} == before
    edited = [*document[:place], new, *document[place + 1 :]]
    left = dict(zip(map(key, edited), clause_ids(edited), strict=True))
    assert all(left[k] == before[k] for k in before if k in left)


@settings(deadline=None)
@given(st.lists(CLAUSES, max_size=15))
def test_ids_are_unique_and_fit_a_url(document: list[Piece]) -> None:
    ids = clause_ids(document)
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"c(?:-[a-z0-9]+)+", found) for found in ids)
