"""What stands below a clause that refers to something, and what is published of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import msgspec

from clauseway.describe.references import find_references
from clauseway.model import Certainty, Collection, Metadata, Nation, Piece, Policy, Role, Stale, StaleOk
from clauseway.publish.references import MOST, said_of
from clauseway.relate import resolve
from tests.publish.samples import ELM, OAK, clause, collection, heading, item, piece, policy, published

TODAY = date(2026, 11, 30)
STEM = "Under the Equality Act 2010 staff must:"


def site(*pieces: Piece, beside: tuple[Policy, ...] = (), **fields: Any) -> Collection:
    one = policy(pieces, mentions=find_references(pieces), **fields)
    england = msgspec.structs.replace(OAK, nation=Nation.ENGLAND)
    made = collection(one, *beside, schools=(ELM, england))
    return msgspec.structs.replace(made, references=resolve(made.schools, made.policies, TODAY))


def page(*pieces: Piece, **fields: Any) -> str:
    return str(published(site(*pieces, **fields))["schools/oak-hill/phones/index.md"])


def data(*pieces: Piece, **fields: Any) -> list[list[dict[str, Any]]]:
    content = published(site(*pieces, **fields))["schools/oak-hill/phones/policy.json"]
    assert isinstance(content, bytes)
    return [one["references"] for one in json.loads(content)["clauses"]]


BEHAVIOUR = policy(
    (heading("Behaviour", level=0), clause("Be kind.")), slug="behaviour", metadata=Metadata(title="Behaviour Policy")
)


def test_below_a_clause_stands_what_it_refers_to() -> None:
    shown = page(
        heading("3 Sanctions", number="3", number_path=("3",)),
        clause("See section 3, the Behaviour Policy, the Complaints Policy and the Equality Act 2010."),
        beside=(BEHAVIOUR,),
    )
    assert (
        "</p>"
        '<div class="refers" lang="en"><p>Refers to: <a href="#s-3-sanctions">Section 3</a> · '
        '<a href="../../../schools/oak-hill/behaviour/">Behaviour Policy</a> · '
        "Complaints Policy <i>(not published here)</i> · "
        '<a href="https://www.legislation.gov.uk/ukpga/2010/15">Equality Act 2010</a></p></div>' in shown
    )


def test_the_words_of_the_clause_stay_as_they_are() -> None:
    text = "See section 3 and the Equality Act 2010 & <b>more</b>."
    with_line, without = page(clause(text)), page(clause("See nothing & <b>more</b>."))
    assert "See section 3 and the Equality Act 2010 &#38; &#60;b&#62;more&#60;/b&#62;." in with_line
    assert 'class="refers"' not in without


def test_what_leads_nowhere_is_not_shown() -> None:
    assert 'class="refers"' not in page(
        clause("Tell the police, as above, under employment legislation and section 99.")
    )


def test_the_name_of_a_policy_alone_is_not_said_again() -> None:
    shown = page(item("Complaints Policy;", "Read with:"))
    assert '<div class="refers" lang="en"><p>Not published here</p></div>' in shown


def test_a_name_that_shares_its_noun_is_shown_with_one() -> None:
    assert "Anti-bullying policy <i>" in page(clause("See the anti-bullying and complaints policies."))


def test_the_references_of_a_stem_stand_below_it_once() -> None:
    shown = page(piece(Role.LEAD_IN, STEM, item=True), item("listen", STEM), item("write", STEM))
    assert shown.count("Refers to: ") == 1
    assert shown.index("Refers to: ") < shown.index("listen")


def test_a_clause_that_names_many_shows_some_and_counts_the_rest() -> None:
    names = "attendance, behaviour, complaints, curriculum, drugs, equality, exclusions, homework, inclusion and safeguarding"
    assert page(clause(f"See the {names} policies.")).count("(not published here)") == MOST
    assert "and 2 more" in page(clause(f"See the {names} policies."))


def test_below_a_row_of_a_table_it_stands_in_the_last_cell() -> None:
    shown = page(item("A The Equality Act 2010", cells=("A", "The Equality Act 2010"), marker=""))
    assert "</p></div></td></tr>" in shown


def test_what_needs_an_update_is_folded_away_with_what_to_write() -> None:
    shown = page(clause("All staff read Keeping Children Safe in Education 2019."))
    assert '<details class="stale"><summary>A reference may need an update</summary><p>“Keeping Children Safe' in shown
    assert "is out of date. In its place since 1 September 2025: Keeping children safe in education 2025" in shown


def test_a_section_of_an_old_edition_is_not_told_twice() -> None:
    shown = page(clause("See part 2 of Keeping Children Safe in Education 2019."))
    assert shown.count("is out of date") == 1


def test_what_a_person_lets_stand_is_not_shown_as_old() -> None:
    ok = StaleOk("Safe in Education 2019", "2026-11-01", "It was read by that edition.")
    text = "The case was decided by Keeping Children Safe in Education 2019."
    assert "details" not in page(clause(text), stale_ok=(ok,))
    [[found]] = data(clause(text), stale_ok=(ok,))
    assert found["accepted"] == "It was read by that edition."
    assert "stale" not in found


def test_hostile_words_reach_the_page_as_themselves() -> None:
    title = "Evil <b> & {{ y }}"
    evil = policy((heading(title, level=0),), slug="evil", metadata=Metadata(title=f"{title} Parking Policy"))
    shown = page(clause("See the evil b y parking policy."), beside=(evil,))
    line = shown.partition("Refers to: ")[2].partition("</p>")[0]
    assert "Evil &#60;b&#62; &#38; {{ y }} Parking Policy</a>" in line
    assert "<b>" not in line


def test_in_the_data_a_reference_has_its_words_outcome_and_target() -> None:
    [[law, other]] = data(clause("See the Equality Act 2010 and the Complaints Policy."))
    assert law == {
        "type": "law",
        "words": "Equality Act 2010",
        "within": "text",
        "start": 8,
        "end": 25,
        "outcome": "found",
        "why": "It is a name of “Equality Act 2010” in the register.",
        "year": 2010,
        "target": {
            "kind": "register",
            "id": "equality-act-2010",
            "title": "Equality Act 2010",
            "url": "https://www.legislation.gov.uk/ukpga/2010/15",
        },
    }
    assert (other["outcome"], other.get("target")) == ("unpublished", None)


def test_in_the_data_a_clause_has_those_of_its_stems_and_tail_too() -> None:
    tail = "as the Human Rights Act 1998 says."
    found = data(
        piece(Role.LEAD_IN, STEM, item=True),
        item("read KCSIE", STEM, tail=tail),
        piece(Role.TAIL, tail),
        clause("Be kind."),
    )
    assert [(one["within"], one["words"]) for one in found[0]] == [
        ("text", "KCSIE"),
        ("lead_in", "Equality Act 2010"),
        ("tail", "Human Rights Act 1998"),
    ]
    assert found[1] == []


def test_targets_of_sections_and_policies_have_their_addresses() -> None:
    [[section, other]] = data(
        heading("3 Sanctions", number="3", number_path=("3",)),
        clause("See section 3 and the Behaviour Policy."),
        beside=(BEHAVIOUR,),
    )
    assert section["target"]["id"] == "oak-hill/phones#s-3-sanctions"
    assert section["target"]["url"] == "schools/oak-hill/phones/#s-3-sanctions"
    assert (other["target"]["id"], other["target"]["url"]) == ("oak-hill/behaviour", "schools/oak-hill/behaviour/")


def test_what_is_published_fits_the_schema() -> None:
    files = published(site(clause("Read KCSIE 2019, section 3 and our Parking Policy.")))
    schema, content = files["data/schema/policy.json"], files["schools/oak-hill/phones/policy.json"]
    assert isinstance(schema, str)
    assert isinstance(content, bytes)
    assert list(jsonschema.Draft202012Validator(json.loads(schema)).iter_errors(json.loads(content))) == []
    [[found, *_]] = [one["references"] for one in json.loads(content)["clauses"]]
    assert found["stale"]["replacement"].startswith("Keeping children safe in education 2025")


def test_how_it_is_said() -> None:
    assert said_of(Stale("f", "Y", "2025-09-01"), "X") == "“X” is out of date. In its place since 1 September 2025: Y."
    assert said_of(Stale("f", "Y", certainty=Certainty.MEDIUM), "X") == "“X” may be out of date. In its place: Y."
    assert said_of(Stale("f", "Y", "2027", pending=True), "X") == (
        "What “X” speaks of is to change. Announced for 2027: Y."
    )
