"""Laws, guidance, bodies and terms that the register knows, and those it does not."""

from __future__ import annotations

import pytest

from clauseway.describe.references import mentions_in
from clauseway.model import Mention, ReferenceType


def found(text: str, *kinds: ReferenceType) -> list[Mention]:
    return [mention for mention in mentions_in(text) if mention.type in kinds]


def laws(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.words, one.names) for one in found(text, ReferenceType.LAW)]


def guidance(text: str) -> list[tuple[tuple[str, ...], int | None]]:
    return [(one.names, one.year) for one in found(text, ReferenceType.GUIDANCE)]


def bodies(text: str) -> list[str]:
    return [one.names[0] for one in found(text, ReferenceType.BODY)]


@pytest.mark.parametrize(
    ("text", "words", "entry"),
    [
        ("We follow the Equality Act 2010.", "Equality Act 2010", "equality-act-2010"),
        ("as the EQUALITY ACT (2010) asks", "EQUALITY ACT (2010)", "equality-act-2010"),
        ("under the Equality Act", "Equality Act", "equality-act-2010"),
        ("the Data Protection Act 1998", "Data Protection Act 1998", "data-protection-act-1998"),
        ("the 1998 Data Protection Act", "Data Protection Act", "data-protection-act-1998"),
        ("the DPA 1998", "DPA 1998", "data-protection-act-1998"),
        ("the Data Protection Act, 2018", "Data Protection Act, 2018", "data-protection-act-2018"),
        (
            "the Health and Safety at Work etc. Act 1974",
            "Health and Safety at Work etc. Act 1974",
            "health-and-safety-at-work-etc-act-1974",
        ),
        (
            "the Copyright, Designs and Patents Act 1988",
            "Copyright, Designs and Patents Act 1988",
            "copyright-designs-and-patents-act-1988",
        ),
        ("under the UK GDPR", "UK GDPR", "uk-general-data-protection-regulation"),
        (
            "the General Data Protection Regulation (EU) 2016/679",
            "General Data Protection Regulation (EU) 2016/679",
            "eu-gdpr",
        ),
        ("the Education (Scotland) Act 1980", "Education (Scotland) Act 1980", "education-scotland-act-1980"),
        (
            "Article 8 of the European Convention on Human Rights",
            "European Convention on Human Rights",
            "european-convention-on-human-rights",
        ),
    ],
)
def test_a_law_of_the_register_is_found(text: str, words: str, entry: str) -> None:
    assert laws(text) == [(words, (entry,))]


def test_a_title_with_its_abbreviation_is_named_once() -> None:
    assert guidance("Keeping Children Safe in Education (KCSIE) 2022") == [(KCSIE, 2022)]
    assert len(guidance("Keeping Children Safe in Education, and later KCSIE 2022")) == 2


def test_the_end_of_a_longer_name_is_no_law() -> None:
    assert laws("the Equality Act 2010 (Special Terms) Regulations 2031") == [
        ("Equality Act 2010", ("equality-act-2010",))
    ]


@pytest.mark.parametrize("text", ["under the Education Act", "the Data Protection Act"])
def test_a_name_of_several_laws_keeps_them_all(text: str) -> None:
    [(_, names)] = laws(text)
    assert len(names) > 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("detained under the Mental Health Act 1983", "Mental Health Act 1983"),
        (
            "Under the School Meals (Kitchens) (Wales) Regulations 2031 cooks wear hats.",
            "School Meals (Kitchens) (Wales) Regulations 2031",
        ),
        ("the Equality Act 2006", "Equality Act 2006"),
    ],
)
def test_a_law_that_the_register_does_not_have_is_found_by_its_form(text: str, words: str) -> None:
    assert laws(text) == [(words, ())]


@pytest.mark.parametrize(
    "text",
    [
        "All staff act at once.",
        "An act of worship is held each day.",
        "Our act of 2015 was a play.",
        "Order 66 lunches by noon.",
        "The regulations of the pool are on the wall.",
        "Call law enforcement.",
        "He is her brother in law.",
    ],
)
def test_what_is_no_law_is_none(text: str) -> None:
    assert laws(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("as employment legislation requires", "employment legislation"),
        ("It may breach data protection laws.", "data protection laws"),
        ("in line with equalities legislation", "equalities legislation"),
    ],
)
def test_law_that_is_described_is_found_without_a_name(text: str, words: str) -> None:
    assert laws(text) == [(words, ())]


KCSIE = ("keeping-children-safe-in-education",)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Keeping Children Safe in Education 2019;", 2019),
        ("KCSIE (2023) says so", 2023),
        ("'Keeping Children Safe in Education' (DfE, September 2024)", 2024),
        ("Keeping children safe in education: statutory guidance for schools and colleges, September 2025", 2025),
        ("the 2021 edition of Keeping Children Safe in Education", 2021),
        ("Keeping Children Safe in Education 2019 (updated September 2025)", 2025),
        ("KCSIE 2023/24", 2023),
        ("Keeping Children Safe in Education (KCSIE) (September 2022)", 2022),
        ("Keeping children safe in education", None),
        ("All staff read KCSIE. In 2019 we had a fire.", None),
        ("KCSIE was read by 35 staff on 12 May 2019", None),
        ("KCSIE and the Equality Act 2010", None),
    ],
)
def test_the_year_of_an_edition_stands_with_its_title(text: str, year: int | None) -> None:
    assert next(one for one in guidance(text) if one[0]) == (KCSIE, year)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Working Together to Safeguard Children (HM Government, 2018)", "working-together-to-safeguard-children"),
        ("see “Mobile phones in schools”", "mobile-phones-in-schools"),
        ("Behaviour in Schools: Advice for headteachers and school staff", "behaviour-in-schools"),
        ("DfE advice: Behaviour in Schools", "behaviour-in-schools"),
        ("the statutory SEND Code of Practice: 0 to 25 years", "send-code"),
        ("Getting It Right For Every Child", "getting-it-right-for-every-child"),
        ("the All Wales Child Protection Procedures 2008", "all-wales-child-protection-procedures"),
        ("Cadw Dysgwyr yn Ddiogel", "keeping-learners-safe"),
        (
            "Guidance for Safer Working Practice for Adults who Work with Children and Young People",
            "safer-working-practice",
        ),
    ],
)
def test_guidance_is_found_by_any_of_its_names(text: str, entry: str) -> None:
    assert (entry,) in [names for names, _ in guidance(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mobile phones in schools are a distraction.",
        "Behaviour in schools has improved.",
        "We work to promote safer working practice.",
        "Children missing education are visited.",
        "The use of reasonable force in schools is rare.",
    ],
)
def test_an_everyday_phrase_is_no_title(text: str) -> None:
    assert guidance(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It has regard to statutory guidance.", "statutory guidance"),
        ("in line with local and national guidelines", "local and national guidelines"),
        ("the guidance published by the Department", "guidance"),
    ],
)
def test_guidance_that_is_described_is_found_without_a_name(text: str, words: str) -> None:
    assert [(one.words, one.names) for one in found(text, ReferenceType.GUIDANCE)] == [(words, ())]


@pytest.mark.parametrize("text", ["Ask for guidance.", "Staff give guidance to pupils.", "guidance on how to log in"])
def test_help_is_no_guidance(text: str) -> None:
    assert guidance(text) == []


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Tell the police and the LADO.", ["police", "local-authority-designated-officer"]),
        ("The Local Safeguarding Children's Board advises.", ["local-safeguarding-children-board"]),
        ("the Local Safeguarding Childrens Board", ["local-safeguarding-children-board"]),
        ("complain to the Information Commissioner’s Office", ["information-commissioners-office"]),
        ("inspected by Estyn for the Welsh Government", ["estyn", "welsh-government"]),
        ("The School Council met.", ["school-council"]),
        ("register with the GTCS", ["general-teaching-council-for-scotland"]),
        ("It is hr and la and isi.", []),
        ("We took council from friends.", []),
    ],
)
def test_bodies_are_found_by_name_and_by_capitals(text: str, entries: list[str]) -> None:
    assert bodies(text) == entries


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("All staff have a CRB check.", False),
        ("CRB checks were replaced by DBS checks.", True),
        ("This policy supersedes that of 2019. All staff have a CRB check.", False),
        ("the Disclosure and Barring Service (formerly the Criminal Records Bureau)", True),
        ("Keeping Children Safe in Education 2019 or any later edition", True),
        ("the latest Keeping Children Safe in Education (2023)", True),
    ],
)
def test_a_sentence_may_speak_of_what_was(text: str, past: bool) -> None:
    named = [mention for mention in mentions_in(text) if mention.names]
    assert {mention.past for mention in named} == {past}


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("The minimum age for Facebook and TikTok is 13.", "social-networks-from-the-age-of-13"),
        ("WhatsApp is for people aged 16 and over.", "whatsapp-from-the-age-of-16"),
    ],
)
def test_ages_of_services_are_terms(text: str, entry: str) -> None:
    assert [one.names for one in found(text, ReferenceType.TERM)] == [(entry,)]


@pytest.mark.parametrize(
    "text",
    [
        "Pupils aged 13 may walk home.",
        "Year 9 (13 years) learn about TikTok.",
        "WhatsApp groups have 16 members; ask the office.",
        "A School action plan is made.",
        "the school takes action",
    ],
)
def test_other_ages_and_actions_are_none(text: str) -> None:
    assert [one.names for one in found(text, ReferenceType.TERM) if one.names != ("school-action-plan",)] == []
