"""What mentions lead to: one target, or none and the filter that failed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from clauseway.describe.references import find_references
from clauseway.model import (
    Metadata,
    Nation,
    Outcome,
    Piece,
    Place,
    Policy,
    Reference,
    Role,
    School,
    Source,
    StaleOk,
)
from clauseway.relate import resolve, stale_references

TODAY = date(2026, 11, 30)
OAK = School(slug="oak", name="Oak Hill Primary School", short_name="Oak Hill")


def clause(text: str, number: str = "", *path: str) -> Piece:
    return Piece(Role.CLAUSE, text, Place(1), number, number_path=(*path, number) if number else ())


def heading(text: str, number: str = "") -> Piece:
    return Piece(Role.HEADING, text, Place(1), number, level=1, number_path=(number,) if number else ())


def policy(*pieces: Piece, title: str = "Mobile Phones Policy", slug: str = "phones", **fields: object) -> Policy:
    return Policy(
        "oak",
        slug,
        Source(f"oak/{slug}.txt", "0" * 64, "text", (), ()),
        pieces,
        tuple("c-1" if piece.role is Role.CLAUSE else "" for piece in pieces),
        Metadata(title=title),
        mentions=find_references(pieces),
        **fields,  # type: ignore[arg-type]
    )


def titled(*titles: str) -> list[Policy]:
    return [policy(title=title, slug=f"other-{number}") for number, title in enumerate(titles)]


def resolved(
    text: str, *others: Piece, beside: Sequence[Policy] = (), title: str = "Mobile Phones Policy", school: School = OAK
) -> Reference:
    """The first reference that names something in a clause of these words."""
    one = policy(clause(text), *others, title=title)
    found = resolve([school], [*beside, one], TODAY)["oak/phones"][0]
    return next((reference for reference in found if reference.mention.names), found[0])


SECTIONS = (
    heading("1 Aims", "1"),
    clause("Aim high.", "1.1", "1"),
    heading("Section 2: Rules", "Section 2"),
    clause("Rule.", "2.1", "Section 2"),
    clause("Part of it.", "(a)", "Section 2", "2.1"),
    heading("3. Sanctions", "3."),
    heading("Appendix A – Form"),
    heading("Annex 1", "ANNEX 1"),
    heading("Stage 2: Panel", "Stage 2"),
    clause("Item.", "7", "7"),
    clause("Another item.", "7", "7"),
)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("See section 1.", 0),
        ("See paragraph 1.1.", 1),
        ("See section 2.", 2),
        ("See 2.1 above.", 3),
        ("See paragraph 2.1(a).", 4),
        ("See Section 3.", 5),
        ("See appendix A.", 6),
        ("See Annex 1.", 7),
        ("It goes to Stage 2.", 8),
    ],
)
def test_a_section_is_linked_to_the_one_place_of_its_number(text: str, piece: int) -> None:
    found = resolved(text, *SECTIONS)
    assert (found.outcome, found.piece) == (Outcome.FOUND, piece + 1)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("See section 9.", Outcome.MISSING),
        ("See Appendix 1.", Outcome.MISSING),
        ("See step 2.", Outcome.MISSING),
        ("See Part 1.", Outcome.MISSING),
        ("See paragraph 7.", Outcome.SEVERAL),
        ("See section 89 of the Education and Inspections Act 2006.", Outcome.FOUND),
        ("as above", Outcome.UNNAMED),
    ],
)
def test_where_not_one_place_bears_the_number_there_is_no_link(text: str, outcome: Outcome) -> None:
    found = resolved(text, *SECTIONS)
    assert (found.outcome, found.piece) == (outcome, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("See the Behaviour Policy.", "Behaviour Policy"),
        ("See the behaviour policy.", "Oak Hill Behaviour and Discipline Policy 2024"),
        ("See our child protection policy.", "Safeguarding and Child Protection Policy"),
        ("See the complaints procedure.", "School Complaints Policy and Procedure"),
        ("See the e-safety policy.", "Online Safety Policy"),
        ("See the Staff Code of Conduct.", "Code of Conduct for Employees"),
        ("See the parking policy.", "Parking Policy"),
        ("See the behaviour policy.", "Behaviour and Anti-Bullying Policy"),
        ("Gweler y Polisi Ymddygiad.", "Behaviour Policy"),
    ],
)
def test_a_policy_of_the_school_is_linked_by_its_name(text: str, title: str) -> None:
    found = resolved(text, beside=titled("Uniform Policy", title))
    assert (found.outcome, found.policy) == (Outcome.FOUND, "oak/other-1")


@pytest.mark.parametrize(
    ("text", "titles", "outcome"),
    [
        ("See the Behaviour Policy.", ["Uniform Policy"], Outcome.UNPUBLISHED),
        ("See the staff attendance policy.", ["Attendance Policy"], Outcome.UNPUBLISHED),
        ("See the attendance policy.", ["Staff Attendance Policy"], Outcome.UNPUBLISHED),
        ("See the behaviour policy.", ["Behaviour Policy", "Pupil Behaviour Policy"], Outcome.SEVERAL),
        ("See other relevant policies.", ["Behaviour Policy"], Outcome.UNNAMED),
        ("See the mobile phone policy.", ["Mobile Devices Policy"], Outcome.ITSELF),
        ("See the Council's behaviour policy.", ["Behaviour Policy"], Outcome.ELSEWHERE),
    ],
)
def test_where_not_one_policy_fits_there_is_no_link(text: str, titles: list[str], outcome: Outcome) -> None:
    found = resolved(text, beside=titled(*titles))
    assert (found.outcome, found.policy) == (outcome, "")


def test_a_heading_comes_before_a_clause_of_the_same_number() -> None:
    found = resolved("See section 4.", heading("4 Trips", "4"), clause("An item.", "4", "4"))
    assert (found.outcome, found.piece) == (Outcome.FOUND, 1)


def test_the_name_of_the_school_makes_no_difference() -> None:
    assert resolved("See the Oak Hill parking policy.", beside=titled("Parking Policy")).outcome is Outcome.FOUND
    assert resolved("See the Elm Park parking policy.", beside=titled("Parking Policy")).outcome is Outcome.UNPUBLISHED


def test_a_policy_in_welsh_is_a_sign_of_wales() -> None:
    welsh = School("oak", "Derwen", language="cy")
    one = policy(clause("the Designated Child Protection Officer"))
    [[found]] = resolve([welsh], [one], TODAY)["oak/phones"]
    assert found.stale is None


def test_of_one_name_the_entry_of_the_schools_nation_is_meant() -> None:
    text = "Write to the Department of Education."
    ulster, english = (School("oak", "Oak", nation=nation) for nation in (Nation.NORTHERN_IRELAND, Nation.ENGLAND))
    assert resolved(text, school=ulster).entry == "education-northern-ireland"
    assert resolved(text, school=english).entry == "department-for-education"
    assert resolved(text).outcome is Outcome.SEVERAL


def test_a_title_that_means_no_more_comes_before_one_that_does() -> None:
    both = titled("Behaviour and Anti-Bullying Policy", "Behaviour Policy")
    assert resolved("See the behaviour policy.", beside=both).policy == "oak/other-1"


def test_a_code_may_be_a_section_of_the_policy_itself() -> None:
    found = resolved("Follow the Code of Conduct.", heading("Code of Conduct for Phones"))
    assert (found.outcome, found.piece) == (Outcome.FOUND, 1)
    twice = resolved(
        "Follow the Code of Conduct.", heading("Code of Conduct: staff"), heading("Code of conduct: pupils")
    )
    assert twice.outcome is Outcome.UNPUBLISHED


@pytest.mark.parametrize(
    ("text", "outcome", "entry"),
    [
        ("under the Equality Act 2010", Outcome.FOUND, "equality-act-2010"),
        ("under the Data Protection Act", Outcome.SEVERAL, ""),
        ("under the Mental Health Act 1983", Outcome.UNKNOWN, ""),
        ("Tell the police.", Outcome.ELSEWHERE, "police"),
    ],
)
def test_laws_and_bodies_lead_to_the_register(text: str, outcome: Outcome, entry: str) -> None:
    found = resolved(text)
    assert (found.outcome, found.entry) == (outcome, entry)


def stale(text: str, nation: Nation | None = None, today: date = TODAY, ok: Sequence[StaleOk] = ()) -> list[str]:
    """The facts that are told of a clause."""
    school = School("oak", "Oak Hill", nation=nation)
    one = policy(clause(text), stale_ok=tuple(ok))
    found = resolve([school], [one], today)["oak/phones"][0]
    told = [reference for reference in found if reference.stale]
    assert [reference for _, _, reference in stale_references([school], [one], today) if reference.stale] == told
    return [f"{reference.stale.fact} {reference.stale.certainty}" for reference in told if reference.stale]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Keeping Children Safe in Education 2019", ["kcsie-edition high"]),
        ("Keeping Children Safe in Education 2024", ["kcsie-edition high"]),
        ("Keeping Children Safe in Education 2025", ["kcsie-edition medium"]),
        ("Keeping Children Safe in Education 2026", []),
        ("Keeping Children Safe in Education", []),
        ("Working Together to Safeguard Children 2018", ["working-together-edition high"]),
        ("Working Together to Safeguard Children (2026)", []),
        ("the Data Protection Act 1998", ["data-protection-act high"]),
        ("the Data Protection Act 2018", []),
        ("the Local Safeguarding Children’s Board", ["local-safeguarding-children-board high"]),
        ("an enhanced CRB check", ["criminal-records-bureau high"]),
        ("peer-on-peer abuse", ["peer-on-peer-abuse high"]),
        ("NQTs have a mentor", ["newly-qualified-teacher high"]),
        ("Guidance for Safer Working Practice (October 2015)", ["safer-working-practice-edition medium"]),
        ("the Designated Child Protection Officer", ["designated-child-protection-officer high"]),
        (
            "the Academies Financial Handbook 2019 of the ESFA",
            ["academies-financial-handbook high", "funding-agencies high"],
        ),
        ("the Disability Discrimination Act 1995", ["equality-acts high"]),
        ("section 33 of the Criminal Justice and Courts Act 2015", ["intimate-images high"]),
        ("section 20 of the Criminal Justice and Courts Act 2015", []),
        ("Prevent Duty Guidance 2015", ["prevent-duty-guidance high"]),
        ("Prevent Duty Guidance 2023", []),
        ("the minimum age for Facebook is 13", ["social-media-age medium"]),
        ("All Wales Child Protection Procedures", []),
        ("Keeping learners safe 2015", []),
    ],
)
def test_what_is_out_of_date_for_a_school_in_england(text: str, told: list[str]) -> None:
    assert stale(text, Nation.ENGLAND) == told


@pytest.mark.parametrize(
    "text",
    [
        "the European Convention on Human Rights and the Human Rights Act 1998",
        "the Computer Misuse Act 1990",
        "the Education and Inspections Act 2006",
        "the Safeguarding Vulnerable Groups Act 2006",
        "the Protection from Harassment Act 1997",
        "Local Authority Designated Officer",
        "the online safety policy and the e-safety officer",
        "Facebook, Twitter and MSN",
        "the Information Commissioner’s Office (ICO)",
        "What to do if you're worried a child is being abused (March 2015)",
    ],
)
@pytest.mark.parametrize("nation", [None, *Nation])
def test_what_still_holds_is_never_called_out_of_date(text: str, nation: Nation | None) -> None:
    assert stale(text, nation) == []


@pytest.mark.parametrize(
    ("text", "nation", "told"),
    [
        ("KCSIE 2019", Nation.WALES, []),
        ("KCSIE 2019", Nation.SCOTLAND, []),
        ("NQTs have a mentor", Nation.WALES, []),
        ("a statement of special educational needs", Nation.NORTHERN_IRELAND, []),
        ("All Wales Child Protection Procedures 2008", Nation.WALES, ["all-wales-child-protection-procedures high"]),
        ("Keeping learners safe 2015", Nation.WALES, ["keeping-learners-safe-edition high"]),
        ("the Data Protection Act 1998", Nation.SCOTLAND, ["data-protection-act high"]),
        ("the Disability Discrimination Act 1995", Nation.NORTHERN_IRELAND, []),
    ],
)
def test_the_nation_decides(text: str, nation: Nation, told: list[str]) -> None:
    assert stale(text, nation) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("KCSIE 2019", ["kcsie-edition high"]),  # its name is a sign of England
        ("Ofsted asks for the Designated Child Protection Officer", ["designated-child-protection-officer high"]),
        ("the Designated Child Protection Officer", ["designated-child-protection-officer medium"]),
        ("Estyn asks for the Designated Child Protection Officer", []),
        ("NQTs have a mentor", []),  # right in Wales
        ("Ofsted looks at NQTs", ["newly-qualified-teacher high"]),
        ("the Data Protection Act 1998", ["data-protection-act high"]),
        ("Estyn and KCSIE 2019", ["kcsie-edition medium"]),
    ],
)
def test_where_no_nation_is_stated_what_the_policy_names_decides(text: str, told: list[str]) -> None:
    assert stale(text) == told


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2020, 8, 31), []),
        (date(2020, 9, 1), ["kcsie-edition high"]),
        (date(2019, 10, 1), []),
        (date(2027, 1, 1), ["kcsie-edition high"]),
    ],
)
def test_an_edition_is_old_from_the_day_of_the_next(today: date, told: list[str]) -> None:
    assert stale("KCSIE 2019", Nation.ENGLAND, today) == told


def test_a_fact_is_not_told_before_it_is_true() -> None:
    assert stale("the Data Protection Act 1998", today=date(2018, 5, 24)) == []
    assert stale("the minimum age for Facebook is 13", today=date(2026, 6, 14)) == []


@pytest.mark.parametrize(
    "text",
    [
        "CRB checks were replaced by DBS checks.",
        "This policy supersedes the one under the Data Protection Act 1998.",
        "the safeguarding partners (formerly the Local Safeguarding Children Board)",
        "KCSIE 2019 or any later edition",
    ],
)
def test_what_is_told_as_past_is_not_out_of_date(text: str) -> None:
    assert stale(text, Nation.ENGLAND) == []


@pytest.mark.parametrize(
    ("words", "day", "told"),
    [
        ("the data protection act 1998", "2026-11-01", ["data-protection-act high"]),  # not the words that were found
        ("Data  Protection act 1998", "2026-11-01", []),
        ("Protection Act", "2018-05", []),
        ("Data Protection Act 1998", "2018-04", ["data-protection-act high"]),  # looked at before it was out of date
    ],
)
def test_a_person_may_let_it_stand(words: str, day: str, told: list[str]) -> None:
    ok = StaleOk(words, day, "The records are of that time.")
    assert stale("Records under the Data Protection Act 1998", ok=[ok]) == told


def test_what_may_stand_keeps_its_reason() -> None:
    ok = StaleOk("CRB", "2026-11-01", "It is the name of a form.")
    one = policy(clause("Fill in the CRB form."), stale_ok=(ok,))
    [[found]] = resolve([OAK], [one], TODAY)["oak/phones"]
    assert (found.stale, found.accepted) == (None, "It is the name of a form.")
