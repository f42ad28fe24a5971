"""Whom a clause binds: one table a rule."""

from __future__ import annotations

import pytest

from clauseway.describe.audience import find_audiences
from clauseway.describe.audience.people import Groups
from clauseway.describe.findings import ClauseContext, Within
from clauseway.model import Audience

S, P, U, G = Audience.STAFF, Audience.PARENTS, Audience.PUPILS, Audience.GOVERNORS
ALL = (S, P, U, G)


def audiences(
    text: str,
    stem: str = "",
    heading: str = "",
    title: str = "",
    addressees: tuple[Audience, ...] = ALL,
    groups: Groups | None = None,
) -> str:
    clause = ClauseContext(text, (stem,) if stem else (), (heading,) if heading else (), bool(stem), True, title)
    found, evidence = find_audiences(clause, addressees, groups or Groups())
    assert evidence
    return " ".join(a.value for a in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Staff must not contact pupils.", "staff"),
        ("Staff are not permitted to follow learners.", "staff"),
        ("Teachers and parents must sign the form.", "staff parents"),
        ("Pupils whose parents have not consented must stay.", "pupils"),
        ("The parents of pupils in Year 6 must write.", "parents"),
        ("Adults in contact with pupils should be careful.", "staff"),
        ("Parents/carers must sign.", "parents"),
        ("No pupil may leave the site.", "pupils"),
        ("Pupils' phones must be off.", "pupils"),
        ("Under no circumstances should staff share pictures.", "staff"),
        ("School staff must sign in.", "staff"),
        ("School governors must sign in.", "governors"),
        ("The chair of governors must write.", "governors"),
        ("The headteacher and the governing body must agree.", "staff governors"),
        ("It is the responsibility of parents to tell the school.", "parents"),
        ("We ask parents to be patient.", "parents"),
        ("It is not appropriate for staff to be alone with a pupil.", "staff"),
        ("S5 and S6 may use the common room.", "pupils"),
        ("Digital communications by staff must be polite.", "staff"),
        ("The form must be signed by a parent.", "parents"),
        ("Trustees must review the accounts.", "governors"),
        ("Governors review the log each term.", "governors"),
        ("Parents – give the school a number.", "parents"),
        ("Rhaid i ddisgyblion wisgo gwisg ysgol.", "pupils"),
        ("Dylai rhieni ffonio'r ysgol.", "parents"),
    ],
)
def test_the_one_who_acts_in_the_clause(text: str, expected: str) -> None:
    assert audiences(text, heading="Anything at all") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Parents will be informed.", "staff parents"),
        ("The school will inform parents.", "staff parents"),
        ("The tutor will write to parents.", "staff parents"),
        ("Pupils who cheat will be marked down.", "staff pupils"),
        ("If a parent refuses, the school will write.", "staff parents"),
        ("Pupils must not be left alone.", "staff"),
        ("No child will be refused a place.", "staff"),
        ("Incidents will be recorded.", "staff"),
        ("The school's programme should cover this.", "staff"),
    ],
)
def test_acts_of_the_school_and_those_who_are_told(text: str, expected: str) -> None:
    assert audiences(text) == expected


@pytest.mark.parametrize(
    ("text", "stem", "expected"),
    [
        ("not contact pupils", "Staff must:", "staff"),
        ("contact parents", "The headteacher will:", "staff"),
        ("keep pupils safe", "Governors are responsible for:", "governors"),
        ("Parents will be told.", "Staff must:", "staff parents"),
        ("If a pupil asks, tell the head. Parents will be informed.", "Staff must:", "staff parents"),
        ("Parents may wait in the hall.", "Staff must not:", "parents"),
        ("insists on a reply", "We may close a complaint where the complainant:", "parents"),
    ],
)
def test_the_one_who_acts_in_the_lead_in(text: str, stem: str, expected: str) -> None:
    assert audiences(text, stem) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Pupils", "pupils"),
        ("For parents:", "parents"),
        ("Responsibilities of governors", "governors"),
        ("Staff use of phones", "staff"),
        ("Communication with pupils", "staff"),
        ("Telling parents", "staff"),
        ("What if my child is ill?", "parents"),
    ],
)
def test_a_heading_decides_where_nobody_acts(heading: str, expected: str) -> None:
    assert audiences("Care must be taken online.", heading=heading) == expected


@pytest.mark.parametrize(
    ("text", "title", "addressees", "expected"),
    [
        ("I will not cheat.", "Pupil Acceptable Use Agreement", (U, P), "pupils"),
        ("I will tell the school if my child is ill.", "", ALL, "parents"),
        ("You must ask your line manager.", "", ALL, "staff"),
        ("You must tell your teacher.", "", ALL, "pupils"),
        ("We will reply in a week.", "", ALL, "staff"),
        ("We will be kind.", "Pupil Charter", (U,), "pupils"),
        ("If a child tells you of harm, you should listen.", "", (S, P), "staff"),
        ("Please ring the office.", "", (S, P), "parents"),
    ],
)
def test_i_you_and_we(text: str, title: str, addressees: tuple[Audience, ...], expected: str) -> None:
    assert audiences(text, title=title, addressees=addressees) == expected


@pytest.mark.parametrize(
    ("text", "addressees", "expected"),
    [
        ("Care must be taken online.", (S, G), "staff governors"),
        ("Care must be taken online.", (P,), "parents"),
        ("Care must be taken online.", (S, P, U), "staff"),
        ("Smoking is prohibited.", (S, P, U), "staff parents pupils"),
        ("This policy should be read with the others.", (S, P), "staff parents"),
        ("Jewellery must not be worn.", (S, P, U), "parents pupils"),
        ("Sanctions must be fair.", (P, S), "staff"),
    ],
)
def test_a_rule_that_names_nobody(text: str, addressees: tuple[Audience, ...], expected: str) -> None:
    assert audiences(text, addressees=addressees) == expected


@pytest.mark.parametrize(
    ("text", "addressees", "expected"),
    [
        ("Staff use many sites.", (S, U), "staff"),
        ("Staff and pupils use many sites.", (S, P, U), "staff pupils"),
        ("This policy applies to all staff.", (S, P), "staff"),
        ("Many children are online.", (S, P), "staff parents"),
        ("The school is aware of this.", (P, U), "parents pupils"),
        ("Contact with parents is valued.", (S, P), "staff parents"),
        ("Safeguarding: the DSL, 01632 960 310", (S, P), "staff parents"),
    ],
)
def test_a_clause_without_a_duty(text: str, addressees: tuple[Audience, ...], expected: str) -> None:
    assert audiences(text, addressees=addressees) == expected


def test_adults_are_staff_and_governors_only_where_governors_are_addressed() -> None:
    assert audiences("Adults must sign in.", addressees=(S, U)) == "staff"
    assert audiences("Adults must sign in.", addressees=(S, G)) == "staff governors"


def test_a_defined_group_is_used() -> None:
    groups = Groups((("members", (S, G)),))
    assert audiences("Members must sign in.", groups=groups) == "staff governors"
    assert audiences("A member must sign in.", groups=groups) == "staff governors"


def test_evidence_has_words_place_and_text() -> None:
    text, stem = "Lock the door. Parents will be told.", "All staff must:"
    _, evidence = find_audiences(ClauseContext(text, (stem,), (), True), ALL, Groups())
    places = [(e.rule, e.within, (stem if e.within is Within.LEAD_IN else text)[e.start : e.end]) for e in evidence]
    assert places == [
        ("own-actor", Within.LEAD_IN, "staff"),
        ("told", Within.TEXT, "Parents"),
        ("school-act", Within.TEXT, "will"),
    ]


def test_a_likelihood_is_marked_as_one() -> None:
    _, (evidence,) = find_audiences(ClauseContext("Sanctions must be fair."), (S, P), Groups())
    assert (evidence.rule, evidence.note) == ("thing", "nobody is named")


@pytest.mark.parametrize("text", ["", "?", "'s", "staff", "by", "you", "the school's", "(staff) must", "must be by"])
def test_odd_texts_are_no_trouble(text: str) -> None:
    find_audiences(ClauseContext(text, (text,), (text,), True, True, text), ALL, Groups((("staff", (S,)),)))
