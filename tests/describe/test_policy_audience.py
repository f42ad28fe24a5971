"""Whom a policy as a whole addresses."""

from __future__ import annotations

import pytest

from clauseway.describe.policy_audience import policy_audience
from clauseway.describe.scope import find_scope
from clauseway.model import Audience, Kind, Piece, Role
from tests.describe.drafts import clause

NEUTRAL = [clause("A phone is a small computer.")] * 5


def audience(
    *pieces: Piece, title: str = "Phones Policy", kind: Kind = Kind.OTHER, default: tuple[Audience, ...] = ()
) -> str:
    return " ".join(policy_audience(title, kind, find_scope(pieces, title), [*pieces, *NEUTRAL], default))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This policy applies to all staff.", "staff"),
        ("This policy applies to all adults who work in the school.", "staff governors"),
        ("This policy covers staff, governors and volunteers.", "staff governors"),
        ("This policy applies to pupils and their parents.", "parents pupils"),
        ("This policy is for parents and carers.", "parents"),
        ("This policy covers photographs of pupils taken by parents.", "parents"),
        ("This policy applies to anyone working with pupils.", "staff governors"),
        ("This policy applies to all members of staff.", "staff"),
        ("This policy applies to the whole school community.", "staff parents pupils"),
        ("This policy does not apply to parents.", ""),
        ("In the context of this policy “everyone” refers to members of staff and anyone working in a voluntary capacity.", "staff governors"),
        ("This policy covers the use of phones by all stakeholders.", ""),
        ("This policy is for everyone who works in the nursery, and for students on placement.", "staff"),
        ("This agreement is for every child and every grown-up who looks after them.", "parents pupils"),
        ("This policy covers charges for pupils and for children in the nursery.", ""),
        ("This policy is for parents and for pupils.", "parents pupils"),
        ("This policy is for the whole community: staff, clergy and governors.", "staff parents pupils governors"),
        ("This policy applies to pupils, staff and volunteers.", "staff pupils"),
        ("This policy applies to pupils, staff, governors and volunteers.", "staff pupils governors"),
        ("This policy applies wherever pupils are in our care.", ""),
    ],
)  # fmt: skip
def test_sentences_of_scope_name_the_audience(sentence: str, expected: str) -> None:
    assert audience(clause(sentence)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Social Networking Policy – Parents", "parents"),
        ("Phones Policy (Staff)", "staff"),
        ("Code of Conduct for Parents and Visitors", "parents"),
        ("Staff Code of Conduct", "staff"),
        ("Pupil Acceptable Use Agreement", "pupils"),
        ("Use of Phones by Pupils", "pupils"),
        ("Looked After Children Policy", ""),
        ("Child Protection Policy", ""),
        ("Pupil Premium Strategy", ""),
        ("Parent Council – Aims", ""),
        ("Parents and Social Media", "parents"),
        ("Pupils, Parents and Social Media", "parents pupils"),
        ("Parents and Friends", ""),
    ],
)
def test_titles_name_the_audience(title: str, expected: str) -> None:
    assert audience(title=title) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Staff must lock screens.", "All teachers should log out."], "staff"),
        (["Pupils must walk.", "No pupil may run."], "pupils"),
        (["Parents/carers are asked to telephone.", "Parents may appeal."], "parents"),
        (["Staff and pupils must knock.", "Staff and pupils will wait."], "staff pupils"),
        (["Pupils who arrive late must sign in.", "Any pupil in Year 6 should help."], "pupils"),
        (["Parents will be informed.", "Parents should be kept up to date.", "Parents will be invited in."], "staff"),
        (["Pupils will be taught about risk.", "Pupils should be firmly and politely told."], ""),
        (["The headteacher must decide.", "The governing body will approve it.", "SLT should monitor this."], "staff"),
        (["Photographs of pupils must be deleted.", "Contact with parents must be logged."], ""),
        (["Pupils must walk."], "pupils"),
        (["Staff must lock screens."] * 4 + ["Pupils must walk."], "staff"),
        (["Staff must lock screens."] * 4 + ["Pupils must walk."] * 2, "staff pupils"),
        (["The complainant must write within 15 days.", "The complainant should sign it."], "parents"),
        (["Rhaid i ddisgyblion gerdded.", "Ni ddylai disgyblion redeg."], "pupils"),
        (["Governors will monitor this.", "The governing body must review it."], ""),
        (["We ask parents to sign the form.", "The school expects that all parents reply."], "parents"),
        (["If it snows, parents must telephone.", "In the hall, parents should wait."], "parents"),
        (["All of us who work here will knock.", "All of us who work here must sign in."], "staff"),
        (["Volunteers must sign in.", "Adults should wear a badge."] * 4, "staff"),
        (["Children may be at risk.", "A pupil can be unwell."], ""),
    ],
)
def test_subjects_of_rules_are_the_audience(texts: list[str], expected: str) -> None:
    assert audience(*map(clause, texts)) == expected


def test_a_stem_and_a_heading_name_the_subject_of_items() -> None:
    assert audience(*(clause(text, lead_in="Staff must:") for text in ("log out", "lock doors"))) == "staff"
    assert audience(clause("Phones off in lessons", "Pupil Expectations:", item=True)) == "pupils"


PHONES = [clause("Phones stay in bags.")] * 15


@pytest.mark.parametrize(
    ("kind", "texts", "expected"),
    [
        pytest.param(Kind.UNIFORM, ["Parents must sew on names."], "parents", id="one clause for a usual group"),
        pytest.param(Kind.UNIFORM, ["Parents must sew on names.", "Governors must wear badges."], "parents", id="one clause for an unusual one"),
        pytest.param(Kind.UNIFORM, ["Ties are for pupils.", "Caps suit pupils."] * 2, "pupils", id="a usual group often spoken of"),
        pytest.param(Kind.CHARGING, ["Parents must pay.", *["Maps are for pupils.", "Caps suit pupils."] * 2], "parents", id="an unusual one often spoken of"),
        pytest.param(Kind.UNIFORM, ["This policy applies to all staff.", "Pupils must walk."], "staff", id="beside adults a usual one needs more"),
        pytest.param(Kind.UNIFORM, ["This policy applies to all staff.", *["Pupils must walk."] * 3], "staff pupils", id="and has more"),
        pytest.param(Kind.COMPLAINTS, ["This policy is for parents.", "Governors must hear it."], "parents governors", id="beside families a usual one needs no more"),
        pytest.param(Kind.SEND, ["This policy applies to every pupil.", "Parents must tell us."], "parents", id="a policy about pupils"),
        pytest.param(Kind.SEND, ["This policy applies to every pupil and parent."], "parents pupils", id="pupils named among others"),
        pytest.param(Kind.UNIFORM, ["This policy applies to every pupil."], "pupils", id="a policy that binds pupils"),
    ],
)  # fmt: skip
def test_how_much_it_takes_depends_on_the_kind(kind: Kind, texts: list[str], expected: str) -> None:
    assert audience(*map(clause, texts), *PHONES, title="", kind=kind) == expected


def test_the_usual_readers_stand_where_the_text_names_nobody() -> None:
    assert audience(kind=Kind.ATTENDANCE) == "staff parents pupils"
    assert audience(kind=Kind.ATTENDANCE, default=(Audience.STAFF,)) == "staff"
    assert audience() == ""


def test_a_policy_that_applies_to_adults_needs_more_rules_for_others() -> None:
    applies, rules = clause("This policy applies to all staff and governors."), [clause("Staff must log out.")] * 8
    assert audience(applies, *rules, *[clause("Pupils must walk.")] * 2) == "staff governors"
    assert audience(applies, *rules, *[clause("Pupils must walk.")] * 6) == "staff pupils governors"


def test_a_stem_that_denies_addresses_none_of_its_items() -> None:
    stem = "This policy does not apply to:"
    assert audience(clause(stem, role=Role.LEAD_IN), clause("parents;", lead_in=stem)) == ""


def test_beside_a_title_that_names_its_readers_others_need_more() -> None:
    rules = [clause("Parents must sign.")] * 6 + [clause("Pupils must walk.")] * 2
    assert audience(*rules, title="Phones Policy – Parents") == "parents"
    assert audience(*rules) == "parents pupils"


def test_the_school_states_whom_a_silent_policy_addresses() -> None:
    assert audience(default=(Audience.STAFF, Audience.PUPILS)) == "staff pupils"
    assert audience(clause("This policy is for parents."), default=(Audience.STAFF,)) == "parents"
