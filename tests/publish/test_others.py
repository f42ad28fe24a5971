from __future__ import annotations

import re

import msgspec
import pytest

from clauseway.model import Piece, Relation
from clauseway.publish.others import MOST, MOST_OF_A_SCHOOL, Others, quoted
from tests.publish.comparing import COMPARED, ELM_POLICY, FIRST, OAK_POLICY, SECOND, STEM, TOPIC, related
from tests.publish.hostile import HOSTILE
from tests.publish.samples import BARE, ELM, OAK, clause, collection, item, published
from tests.publish.test_text import rendered

OTHERS = Others(COMPARED)
PAGE = str(published(COMPARED)["schools/oak-hill/online/index.md"])


def test_what_other_schools_say_stands_after_a_clause() -> None:
    assert OTHERS.after("elm-park/internet#c-1") == (
        '<details class="others" lang="en"><summary>Other schools on this (1)</summary><ul>'
        '<li><a href="../../oak-hill/online/#c-3">Oak Hill Primary School, Staff Online (a)</a> '
        "<q>Staff must not: accept pupils as friends at any time.</q> "
        '<b class="duty" data-duty="must_not">Must not</b> <small>Both rule on it (0.9).</small></li>'
        '<li><a href="../../oak-hill/online/#c-5">Oak Hill Primary School, Staff Online 2</a> '
        "<q>Requests from pupils must be declined.</q> "
        '<b class="duty" data-duty="must">Must</b> <small>Both rule on it (0.7).</small></li></ul>'
        f'<p><a href="../../../topics/{TOPIC.slug}/#{FIRST.slug}">All schools on this: '
        f"{FIRST.title[0].lower()}{FIRST.title[1:]}</a></p></details>"
    )


def test_nothing_stands_after_a_clause_without_relations() -> None:
    assert OTHERS.after("oak-hill/online#c-9") == ""
    assert Others(collection(BARE)).after("elm-park/complaints#c-2") == ""


def same_wording(mine: Piece, theirs: Piece) -> str:
    """What is said after a clause of one that has its wording in common."""
    policies = [
        msgspec.structs.replace(
            OAK_POLICY, school=school.slug, slug="p", pieces=(piece,), ids=("c-1",), findings=(None,)
        )
        for school, piece in ((OAK, mine), (ELM, theirs))
    ]
    pair = ("oak-hill/p#c-1", "elm-park/p#c-1", Relation.SAME_WORDING, 0.9, FIRST.slug)
    site = msgspec.structs.replace(collection(*policies, schools=(OAK, ELM)), relations=related(pair))
    return Others(site).after("oak-hill/p#c-1")


def test_the_same_wording_is_not_quoted() -> None:
    said = same_wording(item("lie at any time.", STEM), item("lie", STEM, tail="at any time"))
    assert "<i>the same wording</i>" in said
    assert "<q>" not in said


def test_of_the_same_wording_what_the_other_has_otherwise_is_marked() -> None:
    said = same_wording(item("lie", "Staff must not:"), item("lie", "Staff must:"))
    assert "<i>the same wording, but for this:</i> <q>Staff must: <del>" in said
    assert ">not:<" in said


def test_of_the_same_wording_with_much_besides_the_words_are_quoted() -> None:
    said = same_wording(clause("Staff must not lie."), clause("Staff must not lie. " + "Nor may they do more. " * 3))
    assert "<q>Staff must not lie. Nor may" in said
    assert "the same wording" not in said


def test_policies_of_the_same_school_stand_apart() -> None:
    theirs, own = OTHERS.after("oak-hill/online#c-3").split("<p>In this school’s other policies</p>")
    assert "Elm Park Academy, Internet Policy 7.1" in theirs
    assert "Elm Park" not in own
    assert '<a href="../../oak-hill/conduct/#c-1">Oak Hill Primary School Code of Conduct 1</a>' in own


def test_only_its_own_school() -> None:
    pair = ("oak-hill/online#c-3", "oak-hill/conduct#c-1", Relation.SAME, 0.9, FIRST.slug)
    said = Others(msgspec.structs.replace(COMPARED, relations=related(pair))).after("oak-hill/conduct#c-1")
    assert said.startswith('<details class="others" lang="en"><summary>This school’s other policies on this (1)<')


def test_a_few_and_no_more_than_two_of_a_school() -> None:
    schools = [msgspec.structs.replace(ELM, slug=f"s-{n}", name=f"School {n}") for n in range(6)]
    policies = [msgspec.structs.replace(OAK_POLICY, school=school.slug, slug="p") for school in schools]
    pairs = [
        ("oak-hill/online#c-3", f"s-{n}/p#c-{m}", Relation.SAME, 0.9 - n / 10 - m / 100, FIRST.slug)
        for n in range(6)
        for m in (3, 5, 7)
    ]
    site = msgspec.structs.replace(
        collection(OAK_POLICY, *policies, schools=(OAK, *schools)), relations=related(*pairs)
    )
    said = Others(site).after("oak-hill/online#c-3")
    assert "<summary>Other schools on this (6)</summary>" in said
    assert re.findall(r'href="../../(s-\d)', said) == ["s-0", "s-0", "s-1", "s-1", "s-2"]
    assert (MOST, MOST_OF_A_SCHOOL) == (5, 2)


LONG = "one two three four five six seven eight nine ten " * 6
QUOTES = {
    "short": (item("lie", STEM), "Staff must not: lie"),
    "with its tail": (item("lie", STEM, tail="at any time."), "Staff must not: lie at any time."),
    "two stems": (item("lie", STEM, "at events:"), "Staff must not: at events: lie"),
    "exact": (clause("a" * 160), "a" * 160),
    "one long word": (clause("a" * 161), "a" * 160 + " …"),
    "cut between words": (clause(LONG.strip()), LONG[:160].rstrip() + " …"),
    "a long stem stands whole": (
        item(LONG.strip(), LONG.strip()),
        f"{LONG.strip()} one two three four five six seven eight nine ten one two …",
    ),
}


@pytest.mark.parametrize(("said", "expected"), QUOTES.values(), ids=QUOTES.keys())
def test_quotes(said: Piece, expected: str) -> None:
    assert quoted(said) == expected


def test_it_stands_where_html_allows_it() -> None:
    page = rendered(PAGE)
    assert len(page.having("class", "others")) == 4
    assert len(page.having("class", "clause")) == 7
    text = PAGE.split('<div class="text">')[1]
    assert re.search(r'<p class="clause" id="c-5".*</p><details class="others"', text)
    assert re.search(r'<li class="clause" id="c-3".*</small><details class="others".*</details>\n</li>', text)
    assert re.search(r'<tr class="clause" id="c-6".*</small> <details class="others".*</details></td></tr>', text)


def test_the_matter_of_each_is_led_to_once() -> None:
    assert OTHERS.after("oak-hill/online#c-4").count(f"#{SECOND.slug}") == 1


def test_no_text_is_markup() -> None:
    def elements(word: str) -> list[tuple[str, tuple[str, ...]]]:
        said = msgspec.structs.replace(
            ELM_POLICY,
            pieces=tuple(msgspec.structs.replace(one, text=word) for one in ELM_POLICY.pieces),
            metadata=msgspec.structs.replace(ELM_POLICY.metadata, title=word),
        )
        why = {
            name: tuple(msgspec.structs.replace(one, why=word, relation=Relation.SAME) for one in some)
            for name, some in COMPARED.relations.items()
        }
        policies = tuple(said if one is ELM_POLICY else one for one in COMPARED.policies)
        site = msgspec.structs.replace(COMPARED, policies=policies, relations=why)
        return rendered(str(published(site)["schools/oak-hill/online/index.md"])).skeleton()

    harmless = elements("word")
    for name, text in HOSTILE.items():
        assert elements(text) == harmless, name


def test_words_in_another_language_say_so() -> None:
    schools = tuple(
        msgspec.structs.replace(one, language="cy") if one.slug == "elm-park" else one for one in COMPARED.schools
    )
    said = Others(msgspec.structs.replace(COMPARED, schools=schools)).after("oak-hill/online#c-3")
    assert '<q lang="cy">' in said
