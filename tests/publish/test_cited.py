"""The register as pages, and the lists of references that need an update."""

from __future__ import annotations

import json
from datetime import date

import msgspec

from clauseway.describe.references import find_references
from clauseway.model import Collection, Metadata, Nation, Piece, Policy, Role, School
from clauseway.publish.cited import MOST_CLAUSES, MOST_SCHOOLS
from clauseway.publish.outdated import named, outdated
from clauseway.publish.records import FrontMatter, PolicyFile
from clauseway.publish.reviews import MOST_OUTDATED
from clauseway.relate import resolve
from tests.publish.samples import clause, heading, item, piece, policy, published

TODAY = date(2026, 11, 30)
OLD = "Read Part one of Keeping Children Safe in Education 2019."


def written(school: str, slug: str, *pieces: Piece) -> Policy:
    title = slug.replace("-", " ").title()
    return policy(pieces, school=school, slug=slug, metadata=Metadata(title=title), mentions=find_references(pieces))


def site(*policies: Policy, schools: int = 2) -> Collection:
    names = [School(f"school-{n:02}", f"School {n}", nation=Nation.ENGLAND) for n in range(schools)]
    made = Collection(tuple(names), tuple(sorted(policies, key=lambda one: (one.school, one.slug))))
    return msgspec.structs.replace(made, references=resolve(made.schools, made.policies, TODAY))


def page(collection: Collection, path: str) -> str:
    return str(published(collection)[path])


TWO = site(
    written(
        "school-00",
        "keys-policy",
        heading("Law"),
        clause("We follow the Equality Act 2010, the Complaints Policy and the complaints procedure.", number="1.1"),
        clause(OLD, section_path=("Law",)),
    ),
    written("school-01", "lost-property", clause("See the Equality Act 2010 and Ofsted.", number="2")),
)
OWN, OTHER, ALL = (
    page(TWO, path)
    for path in (
        "schools/school-00/references/index.md",
        "schools/school-01/references/index.md",
        "references/index.md",
    )
)


def test_a_school_has_its_laws_and_guidance_with_the_clauses_that_name_them() -> None:
    assert (
        '<dt id="equality-act-2010"><a href="https://www.legislation.gov.uk/ukpga/2010/15">Equality Act 2010</a> '
        "<small>England, Wales and Scotland</small></dt>\n"
        '<dd><a href="../keys-policy/#c-2">Keys Policy 1.1</a></dd>' in OWN
    )
    assert "## Guidance" in OWN
    assert "## Bodies" not in OWN
    assert "## Bodies" in OTHER


def test_a_policy_that_is_named_and_not_published_is_listed_once_by_what_it_means() -> None:
    missing = OWN.partition("## Named, and not published here")[2].partition("##")[0]
    assert missing.count("<dt>") == 1
    assert '<dt>Complaints Policy</dt>\n<dd><a href="../keys-policy/#c-2">Keys Policy 1.1</a></dd>' in missing
    assert "not published here" not in OTHER


def test_what_may_need_an_update_stands_first_and_names_the_edition() -> None:
    old = OWN.partition("## May need an update")[2].partition("##")[0]
    assert "“Keeping Children Safe in Education 2019” is out of date." in old
    assert "“Part one" not in old
    assert '<a href="../keys-policy/#c-3">Keys Policy, Law</a>' in old
    assert OWN.index("May need an update") < OWN.index("## Named")
    assert "May need an update" not in OTHER


def test_the_page_of_all_leads_to_the_schools() -> None:
    assert (
        '<dd><a href="../schools/school-00/references/#equality-act-2010">School 0</a>, '
        '<a href="../schools/school-01/references/#equality-act-2010">School 1</a></dd>' in ALL
    )


def test_the_review_pages_list_what_needs_an_update() -> None:
    for path, whose in (
        ("reviews/index.md", "School 0, Keys Policy, Law"),
        ("schools/school-00/reviews/index.md", "Keys Policy, Law"),
    ):
        old = page(TWO, path).partition("## References that may need an update")[2]
        assert "is out of date" in old
        assert f">{whose}</a>" in old
    assert "may need an update" not in page(TWO, "schools/school-01/reviews/index.md")


def test_where_nothing_is_named_it_is_said() -> None:
    empty = site(written("school-00", "keys", clause("Lock the door.")))
    assert "They name no law, guidance or other policy." in page(empty, "schools/school-00/references/index.md")
    assert "No policy here names any." in page(empty, "references/index.md")


def test_pages_stay_short_whatever_the_number() -> None:
    many = site(
        *(
            written(f"school-{n:02}", "keys", *[clause("The Equality Act 2010.", number=f"{k}") for k in range(30)])
            for n in range(20)
        ),
        *(written("school-00", f"old-{n:03}", clause(OLD)) for n in range(MOST_OUTDATED + 10)),
        schools=20,
    )
    assert page(many, "references/index.md").count("#equality-act-2010") == MOST_SCHOOLS
    assert "and 8 more schools" in page(many, "references/index.md")
    assert page(many, "schools/school-01/references/index.md").count("../keys/#") == MOST_CLAUSES
    assert "and 10 more" in page(many, "schools/school-01/references/index.md")
    assert page(many, "reviews/index.md").count("is out of date") == MOST_OUTDATED
    assert f"The first {MOST_OUTDATED} of {MOST_OUTDATED + 10}" in page(many, "reviews/index.md")


def test_of_published_data_each_fact_is_told_once_a_clause() -> None:
    stem = "Under Keeping Children Safe in Education 2019 staff must:"
    one = written(
        "school-00",
        "keys",
        piece(Role.LEAD_IN, stem, item=True),
        item("listen", stem),
        item("write", stem),
        clause(f"{OLD} An LSCB and a CRB check.", number="3"),
    )
    content = published(site(one))["schools/school-00/keys/policy.json"]
    assert isinstance(content, bytes)
    found = list(outdated(msgspec.convert(json.loads(content), PolicyFile)))
    assert [(one.anchor, one.where, one.words) for one in found] == [
        ("c-2", "", "Keeping Children Safe in Education 2019"),
        ("c-4", "3", "Keeping Children Safe in Education 2019"),
        ("c-4", "3", "LSCB"),
        ("c-4", "3", "CRB"),
    ]


def test_a_clause_is_named_by_its_number_or_heading() -> None:
    content = published(TWO)["schools/school-00/keys-policy/policy.json"]
    assert isinstance(content, bytes)
    front: FrontMatter = msgspec.convert(json.loads(content), PolicyFile).front_matter
    assert named(front, "2.1") == "Keys Policy 2.1"
    assert named(front, "(a)") == "Keys Policy (a)"
    assert named(front, "Appeals") == "Keys Policy, Appeals"
    assert named(front, "") == "Keys Policy"
