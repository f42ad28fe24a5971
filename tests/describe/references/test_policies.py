"""Other policies that a text names or describes; a policy that speaks of itself names none."""

from __future__ import annotations

import pytest

from clauseway.describe.references import find_references, mentions_in
from clauseway.model import Piece, Place, ReferenceType, Role

BOTH = (ReferenceType.POLICY, ReferenceType.OTHER_POLICY)


def named(text: str) -> list[tuple[str, str]]:
    """The words and the name of each policy that is mentioned."""
    return [(one.words, *one.names) for one in mentions_in(text) if one.type in BOTH]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See our Behaviour Policy.", [("Behaviour Policy", "behaviour")]),
        ("under the school's complaints procedure", [("complaints procedure", "complaints")]),
        (
            "the Equality and Safeguarding Policies",
            [("Equality", "equality"), ("Safeguarding Policies", "safeguarding")],
        ),
        (
            "our anti-bullying, attendance, SEND and safeguarding policies",
            [
                ("anti-bullying", "anti-bullying"),
                ("attendance", "attendance"),
                ("SEND", "send"),
                ("safeguarding policies", "safeguarding"),
            ],
        ),
        (
            "the Safeguarding and Child Protection Policy",
            [("Safeguarding and Child Protection Policy", "safeguarding and child protection")],
        ),
        (
            "the dealing with allegations of abuse against adults policy",
            [
                (
                    "dealing with allegations of abuse against adults policy",
                    "dealing with allegations of abuse against adults",
                )
            ],
        ),
        (
            "the behaviour policy, the online safety policy and the staff code of conduct",
            [
                ("behaviour policy", "behaviour"),
                ("online safety policy", "online safety"),
                ("staff code of conduct", "staff code of conduct"),
            ],
        ),
        ("our policy on mobile phones", [("policy on mobile phones", "mobile phones")]),
        ("Our Parking Policy says where.", [("Parking Policy", "parking")]),
        ("the digital and video images policy", [("digital and video images policy", "digital and video images")]),
        ("the staff attendance policy", [("staff attendance policy", "staff attendance")]),
        ("Disciplinary policy and procedures", [("Disciplinary policy and procedures", "disciplinary")]),
        ("sign the home-school agreement", [("home-school agreement", "home-school agreement")]),
        ("our GDPR policy", [("GDPR policy", "gdpr")]),
        ("y Polisi Ymddygiad a'r Polisi Diogelu", [("Polisi Ymddygiad", "ymddygiad"), ("Polisi Diogelu", "diogelu")]),
        ("The Management of Lettings Policy", [("Lettings Policy", "lettings")]),
    ],
)
def test_policies_are_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "This policy applies to all staff.",
        "This behaviour policy applies to all.",
        "The policy is reviewed each year.",
        "The Headteacher reviews the policy.",
        "We will adopt a new policy.",
        "this Code of Conduct",
        "All policies are public.",
        "Follow the procedure below.",
        "Insurance policy holders pay.",
        "It is good policy to knock.",
        "without the parents' agreement",
        "They give guidelines for data protection.",
    ],
)
def test_a_policy_that_speaks_of_itself_names_none(text: str) -> None:
    assert named(text) == []


def test_a_policy_that_bears_the_name_of_a_law_is_the_policy_alone() -> None:
    assert [one.type for one in mentions_in("See our GDPR policy.")] == [ReferenceType.POLICY]
    both = mentions_in("See our Data Protection Act 2018 policy.")
    assert ReferenceType.LAW in [one.type for one in both]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in line with other relevant policies", "other relevant policies"),
        ("in this policy and other relevant policies", "other relevant policies"),
        ("as the school's policies say", "school's policies"),
        ("with agreed protocols", "agreed protocols"),
        ("and associated guidance", "associated guidance"),
        ("as set out in that policy", "that policy"),
    ],
)
def test_policies_that_are_described_are_found_without_a_name(text: str, words: str) -> None:
    assert [(one.words, one.names) for one in mentions_in(text) if one.type in BOTH] == [(words, ())]


@pytest.mark.parametrize(
    "text",
    [
        "the Council's Positive Behaviour Policy",
        "the local authority's admissions policy",
        "the Diocese's complaints policy",
        "the LA policy",
    ],
)
def test_a_policy_of_somebody_else_is_told_apart(text: str) -> None:
    assert [one.type for one in mentions_in(text) if one.type in BOTH] == [ReferenceType.OTHER_POLICY]


def test_a_name_right_behind_somebodys_policy_is_the_name_of_that() -> None:
    found = mentions_in("The Local Authority policy Safe Sites Strategy / Acceptable Use Policy May 2010")
    assert {one.type for one in found if one.type in BOTH} == {ReferenceType.OTHER_POLICY}


@pytest.mark.parametrize("text", ["the School and Local Authority Equality Policy", "our Council Behaviour Policy"])
def test_a_policy_of_the_school_too_is_the_schools(text: str) -> None:
    assert [one.type for one in mentions_in(text) if one.type in BOTH][-1] is ReferenceType.POLICY


def listed(text: str, stem: str) -> list[tuple[str, ...]]:
    piece = Piece(Role.CLAUSE, text, Place(1), item=True, lead_ins=(stem,))
    return [one.names for one in find_references([piece])[0]]


def test_an_item_of_a_list_of_policies_is_one_by_its_name_alone() -> None:
    assert listed("Behaviour", "This policy is linked to the following policies:") == [("behaviour",)]
    assert listed("Safeguarding and Child Protection", "Related policies") == [("safeguarding and child protection",)]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Behaviour", "We look at:"),
        ("Behaviour of pupils on trips is good", "Related policies"),
        ("The headteacher", "Related policies"),
    ],
)
def test_other_items_are_not(text: str, stem: str) -> None:
    assert listed(text, stem) == []


def test_what_stands_in_a_history_of_versions_is_past() -> None:
    row = Piece(Role.CLAUSE, "2019 CRB check added", Place(1), item=True, section_path=("Version history",))
    [mention] = find_references([row])[0]
    assert mention.past


def test_only_clauses_stems_and_tails_are_looked_at() -> None:
    pieces = [Piece(role, "See the Behaviour Policy.", Place(1)) for role in Role]
    there = {piece.role for piece, found in zip(pieces, find_references(pieces), strict=True) if found}
    assert there == {Role.CLAUSE, Role.LEAD_IN, Role.TAIL}
