"""Slugs of policies."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from clauseway.model import Metadata, Piece, Place, Policy, Role, School, Source
from clauseway.naming import LONGEST, name_policies, title_slug

SCHOOL = School(slug="mill-lane", name="Mill Lane Primary School", short_name="Mill Lane")


def policy(title: str, file: str = "file.txt", slug: str = "", text: str = "") -> Policy:
    source = Source(file=f"mill-lane/{file}", sha256="", format="text", blocks=(), words=())
    pieces = (Piece(Role.CLAUSE, text, Place()),)
    return Policy("mill-lane", slug, source, pieces, ("c-1",), Metadata(title=title))


def slugs(policies: Sequence[Policy]) -> dict[tuple[str, str], str]:
    named, _ = name_policies(policies, SCHOOL)
    return {(one.source.file.removeprefix("mill-lane/"), one.pieces[0].text): one.slug for one in named}


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Social Media Policy", "social-media-policy"),
        ("Social Networking Policy – Parents", "social-networking-policy-parents"),
        ("Mill Lane Primary School Social Media Policy", "social-media-policy"),
        ("MILL LANE PRIMARY SCHOOL: Uniform", "uniform"),
        ("Mill Lane's Policy on Phones", "policy-on-phones"),
        ("Millers at Mill Lanes", "millers-at-mill-lanes"),
        ("Mill Lane Policy", "mill-lane-policy"),
        ("The Mill Lane Policy", "the-mill-lane-policy"),
        ("Behaviour / Anti-Bullying_Policy (2024)", "behaviour-anti-bullying-policy-2024"),
        ("Polisi Tŷ Gwydr", "polisi-ty-gwydr"),
        ("Staff", "staff-policy"),
        ("Index", "index-policy"),
        ("", "file"),
        ("政策", "file"),
        ("Policy " * 20, "policy-policy-policy-policy-policy-policy-policy-policy"),
        ("x" * 100, "x" * LONGEST),
    ],
)
def test_slug_of_a_title(title: str, slug: str) -> None:
    assert title_slug(policy(title), SCHOOL) == slug


def test_a_name_of_which_nothing_can_be_kept_still_gives_a_slug() -> None:
    assert title_slug(policy("", "政策.txt"), SCHOOL) == title_slug(policy("", "政策.txt"), SCHOOL) != ""


def test_policies_of_the_same_title_take_the_names_of_their_files() -> None:
    policies = [policy("Uniform", "uniform.txt"), policy("Uniform", "uniform-2019.txt"), policy("Uniform", "old.txt")]
    expected = {
        ("uniform.txt", ""): "uniform",
        ("uniform-2019.txt", ""): "uniform-2019",
        ("old.txt", ""): "uniform-old",
    }
    assert slugs(policies) == slugs(policies[::-1]) == expected
    _, problems = name_policies(policies, SCHOOL)
    assert [(problem.code, problem.file) for problem in problems] == [
        ("title-shared", "mill-lane/uniform.txt"),
        ("title-shared", "mill-lane/uniform-2019.txt"),
        ("title-shared", "mill-lane/old.txt"),
    ]


def test_a_stated_slug_is_kept_and_another_policy_gives_way() -> None:
    policies = [policy("Uniform", "a.txt"), policy("Dress", "b.txt", slug="uniform")]
    assert slugs(policies) == {("a.txt", ""): "uniform-a", ("b.txt", ""): "uniform"}


def test_a_stated_slug_cannot_take_the_place_of_another_page() -> None:
    assert slugs([policy("Dress", slug="staff")]) == {("file.txt", ""): "staff-policy"}


def test_the_same_slug_stated_twice_is_kept_by_neither() -> None:
    policies = [policy("A", "a.txt", slug="uniform"), policy("B", "b.txt", slug="uniform")]
    assert slugs(policies) == {("a.txt", ""): "uniform-a", ("b.txt", ""): "uniform-b"}


def test_policies_of_one_file_with_one_title_are_told_apart_by_their_words() -> None:
    policies = [policy("Uniform", text="shirts"), policy("Uniform", text="shoes")]
    named = slugs(policies)
    assert named == slugs(policies[::-1])
    assert len(set(named.values())) == 2


def test_even_the_same_words_under_the_same_name_get_two_slugs() -> None:
    named, _ = name_policies([policy("Uniform"), policy("Uniform")], SCHOOL)
    assert len({one.slug for one in named}) == 2


def test_policies_come_in_the_order_of_slugs() -> None:
    named, _ = name_policies([policy("Uniform"), policy("Attendance")], SCHOOL)
    assert [one.slug for one in named] == ["attendance", "uniform"]
