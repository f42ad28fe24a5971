"""Sections of this policy, sections of other documents, and what only looks like either."""

from __future__ import annotations

import pytest

from clauseway.describe.references import mentions_in
from clauseway.model import ReferenceType


def own(text: str) -> list[tuple[str, ...]]:
    return [one.names for one in mentions_in(text) if one.type is ReferenceType.SECTION]


def elsewhere(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.words, one.names, one.part) for one in mentions_in(text) if one.type is ReferenceType.ELSEWHERE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See section 7.", [("section", "7")]),
        ("(see Section 3, below)", [("section", "3")]),
        ("Sections 3 and 4.2 apply", [("section", "3"), ("section", "4.2")]),
        ("paragraphs 13 to 15", [("paragraph", "13"), ("paragraph", "15")]),
        ("paragraph 5(b)", [("paragraph", "5.b")]),
        ("the form in Appendix A", [("appendix", "a")]),
        ("Appendices 1, 2 and 3", [("appendix", "1"), ("appendix", "2"), ("appendix", "3")]),
        ("as Annex B says", [("annex", "b")]),
        ("See 4.2 below.", [("", "4.2")]),
        ("refer to 2.3.4", [("", "2.3.4")]),
        ("under 2.5.4 a teacher may", [("", "2.5.4")]),
        ("as set out in section 6 of this policy", [("section", "6")]),
        ("Under the Equality Act 2010 we follow section 6 of this policy", [("section", "6")]),
        ("Moves to Stage Two", [("stage", "2")]),
        ("as described in Section 4, staff comply with the Equality Act 2010", [("section", "4")]),
        ("sign the Acceptable Use Agreement (Appendix 3)", [("appendix", "3")]),
        ("Stage 2 follows if need be", [("stage", "2")]),
        ("gweler Adran 3", [("section", "3")]),
        ("a resident of Part B", [("part", "b")]),
    ],
)
def test_sections_of_this_policy(text: str, expected: list[tuple[str, ...]]) -> None:
    assert own(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "pupils in Section A pupils' block",
        "We meet at 3.15 and finish by 5.30.",
        "It costs 4.50 a day.",
        "Version 2.1",
        "agreed on 8.7.24",
        "It takes part in 6 plays.",
        "attendance above 90 per cent",
        "sections of the community",
        "Step 2. Ask early.",
        "items of clothing",
        "three hours for Key Stage 2",
    ],
)
def test_what_is_no_section(text: str) -> None:
    assert own(text) == []
    assert elsewhere(text) == []


EIA = ("education-and-inspections-act-2006",)
KCSIE = ("keeping-children-safe-in-education",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Section 89 of the Education and Inspections Act 2006",
            [("Section 89 of the Education and Inspections Act 2006", EIA, "section 89")],
        ),
        (
            "the Equality Act 2010, section 20",
            [("Equality Act 2010, section 20", ("equality-act-2010",), "section 20")],
        ),
        (
            "Part one of Keeping Children Safe in Education",
            [("Part one of Keeping Children Safe in Education", KCSIE, "part 1")],
        ),
        (
            "Keeping Children Safe in Education, Part 2",
            [("Keeping Children Safe in Education, Part 2", KCSIE, "part 2")],
        ),
        (
            "section 7 'Standards' of 'Keeping Children Safe in Education (May 2019)'",
            [("section 7 'Standards' of 'Keeping Children Safe in Education (May 2019)", KCSIE, "section 7")],
        ),
        ("section 43B of the Act", [("section 43B", (), "section 43b")]),
        ("read Part 1 of the statutory guidance", [("Part 1", (), "part 1")]),
        ("at stage 2 of the complaints procedure", [("stage 2 of the complaints procedure", (), "stage 2")]),
        (
            "UN Convention on the Rights of the Child (Article 12)",
            [
                (
                    "UN Convention on the Rights of the Child (Article 12)",
                    ("united-nations-convention-on-the-rights-of-the-child",),
                    "article 12",
                )
            ],
        ),
        (
            "Article 12 of the UNCRC",
            [("Article 12 of the UNCRC", ("united-nations-convention-on-the-rights-of-the-child",), "article 12")],
        ),
        ("see the uniform policy (section 4)", [("uniform policy (section 4)", (), "section 4")]),
        ("Under the Equality Act 2010 a school must follow section 4", [("section 4", (), "section 4")]),
    ],
)
def test_sections_of_other_documents(text: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    assert elsewhere(text) == expected
    assert own(text) == []


@pytest.mark.parametrize("text", ["as above", "the above Code", "set out below", "the following guidelines"])
def test_words_that_point_are_found_without_a_name(text: str) -> None:
    assert own(text) == [()]


def test_offsets_are_those_of_the_words() -> None:
    text = "Staff’s duty – see section 7 and the “Behaviour Policy”, KCSIE (2023) and the Equality Act 2010."
    found = mentions_in(text)
    assert [text[one.start : one.end] for one in found] == [one.words for one in found]
    assert len(found) == 4
