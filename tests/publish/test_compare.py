from __future__ import annotations

import csv
import io
import re

import msgspec
import pytest

from clauseway.model import Collection, Duty, School
from clauseway.publish.compare import MOST_ROWS, NOBODY, agreement, meaning
from clauseway.publish.matrix import MOST_SCHOOLS
from clauseway.publish.stances import Stance
from clauseway.vocabulary.catalogue import matters
from tests.publish.comparing import ALONE, COMPARED, FIR_POLICY, FIRST, OAK_POLICY, SECOND, THIRD, TOPIC, many
from tests.publish.hostile import HOSTILE
from tests.publish.samples import OAK, SITE, collection, published
from tests.publish.test_text import rendered

FOLDER = f"topics/{TOPIC.slug}/"
FILES = published(COMPARED)
PAGE = str(FILES[f"{FOLDER}index.md"])


def section(slug: str, page: str = PAGE) -> str:
    """What stands on the page under a matter."""
    return page.split(f"{{: #{slug} }}")[1].split("\n## ")[0]


def test_topics_are_listed_with_what_is_in_them() -> None:
    index = str(FILES["topics/index.md"])
    assert index.count("{: .entry }") == 1
    assert f"({TOPIC.slug}/index.md) *3 matters · 2 schools · 9 clauses*{{: .facts }}" in index


def test_no_topic_no_page() -> None:
    files = published(SITE)
    assert [name for name in files if name.startswith("topics/")] == ["topics/index.md"]
    assert "can be compared yet" in str(files["topics/index.md"])
    assert "topics/" not in str(files["index.md"])


def test_the_home_page_leads_to_the_topics() -> None:
    home = str(FILES["index.md"])
    assert f'<li><a href="topics/{TOPIC.slug}/">{TOPIC.title}</a></li>' in home
    assert "[Compare schools on the topic](topics/index.md)" in home
    assert "[What the policies cover: the topic](topics/index.md)" in str(published(ALONE)["index.md"])


def test_matters_on_which_schools_differ_come_first() -> None:
    heads = [line for line in PAGE.splitlines() if line.startswith("## ")]
    assert [head.split("{: #")[1].rstrip(" }") for head in heads] == [SECOND.slug, FIRST.slug, THIRD.slug, NOBODY]


def test_agreement_stands_in_words() -> None:
    assert (
        '<p class="agreement">2 of 3 schools write about it: both say “must not”; Fir Tree School says nothing on it.</p>'
        in section(FIRST.slug)
    )
    assert "1 says “should”" in section(SECOND.slug)
    assert "1 of 3 schools writes about it: it says “should”; Fir Tree School and Oak Hill" in section(THIRD.slug)


def test_a_school_without_a_policy_is_not_silent() -> None:
    assert "Ash Green" not in PAGE


SCHOOLS = [School(slug=f"s{n}", name=f"School {n}") for n in range(8)]
MUST, NOT, SHOULD, NONE = Duty.MUST, Duty.MUST_NOT, Duty.SHOULD, Duty.NONE
AGREED = {
    "all": ([[NOT]] * 3, 3, "3 of 3 schools write about it: all say “must not”."),
    "some": ([[NOT], [NOT], [SHOULD]], 3, "3 of 3 schools write about it: 2 say “must not”, 1 says “should”."),
    "the common one of several": ([[MUST, NOT], [NOT]], 2, "2 of 2 schools write about it: both say “must not”."),
    "no rule": (
        [[NONE], [NONE, MUST], [NONE]],
        3,
        "3 of 3 schools write about it: 2 set no rule, 1 says “must”.",
    ),
    "many silent": ([[NOT]], 8, "1 of 8 schools writes about it: it says “must not”; 7 say nothing on it."),
    "one school": ([[NOT, SHOULD]], 1, "2 clauses: must not, should."),
}


@pytest.mark.parametrize(("duties", "schools", "expected"), AGREED.values(), ids=AGREED.keys())
def test_agreement(duties: list[list[Duty]], schools: int, expected: str) -> None:
    said = [Stance(f"s{n}", f"School {n}", tuple(some), (), (), len(some)) for n, some in enumerate(duties)]
    assert agreement(said, SCHOOLS[:schools]) == expected


def test_a_clause_stands_with_all_that_governs_it_and_leads_to_its_policy() -> None:
    assert (
        '<li data-audience="staff" data-duty="must_not"><a href="../../schools/oak-hill/online/#c-3">(a)</a> '
        "<em>Staff must not:</em> accept pupils as friends <em>at any time.</em> "
        '<small class="marks" lang="en"><b>Must not</b> Staff</small><cite>Staff Online</cite></li>'
    ) in section(FIRST.slug)


def test_rules_come_first_and_no_more_than_three() -> None:
    row = section(FIRST.slug).split('<tr id="')[2]
    assert [part.split('"')[1] for part in row.split("data-duty=")[1:]] == ["must_not", "must_not", "must"]
    assert '<a href="compare.csv">2 clauses more in the table</a>' in row


def test_the_matrix_leads_to_the_rows() -> None:
    page = rendered(PAGE)
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"][1:] for tag, attrs in page.elements if tag == "a" and attrs["href"].startswith("#")]
    assert f"{FIRST.slug}--oak-hill" in links
    assert set(links) <= set(ids)
    scopes = [attrs["scope"] for tag, attrs in page.elements if tag == "th"]
    assert scopes.count("col") == 1 + 2 + 3 * 2
    assert scopes.count("row") == 3 + 5


def test_the_matrix_tells_duties_as_words() -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith(f'<tr><th scope="row"><a href="#{SECOND.slug}"'))
    assert row.count("<td") == 2
    assert "<span>Should</span>" in row
    assert "<span>Must not</span>" in row
    assert "<span>May</span>" in row
    assert "Says nothing" in next(line for line in PAGE.splitlines() if f'href="#{THIRD.slug}"' in line)


def test_matters_that_nobody_rules_on_are_named() -> None:
    rest = PAGE.split(f"{{: #{NOBODY} }}")[1]
    assert rest.count("<li>") == len(TOPIC.matters) - 3


def test_one_school_is_told_what_it_covers_and_what_not() -> None:
    page = str(published(ALONE)[f"{FOLDER}index.md"])
    assert "What the policies of Oak Hill Primary School cover on this topic, and what they do not" in page
    assert f"## What the policies do not cover {{: #{NOBODY} }}" in page
    assert "matrix" not in page
    assert '<p class="agreement">4 clauses: must not, must, no rule.</p>' in section(FIRST.slug, page)
    assert THIRD.title in page.split(f"#{NOBODY} }}")[1]


def test_many_schools() -> None:
    page = str(published(many(MOST_ROWS + 20))[f"{FOLDER}index.md"])
    assert "matrix" not in page
    assert "\npictures: tally\n" in page.replace('"', "")
    assert "<caption>How many of 80 schools say what</caption>" in page
    row = page.split(f'<a href="#{FIRST.slug}">')[1].split("</tr>")[0]
    assert re.findall(r"<td[^>]*>(?:<span[^>]*>)?([^<]*)<", row) == ["8", "72", "–"]
    said = section(FIRST.slug, page)
    open_rows, folded = said.split('<details class="background"><summary>48 more schools</summary>')
    assert open_rows.count("<tr id=") == 12
    assert folded.count("<tr id=") == MOST_ROWS - 12
    assert said.count("<tr id=") == MOST_ROWS
    assert f"{MOST_ROWS} of these 80 schools are shown" in said
    assert all(f'id="{FIRST.slug}--s-{n:03}"' in said for n in range(0, 80, 10)), "those that differ are shown"


@pytest.mark.parametrize(("number", "drawn"), [(2, True), (MOST_SCHOOLS, True), (MOST_SCHOOLS + 1, False)])
def test_the_matrix_is_left_out_where_it_would_be_too_wide(number: int, drawn: bool) -> None:
    page = str(published(many(number))[f"{FOLDER}index.md"])
    assert ('<table class="matrix' in page) is drawn
    assert ('<table class="coverage' in page) is not drawn
    assert ("<details" in page) is not drawn


def test_the_table_to_download_has_every_clause() -> None:
    table = str(FILES[f"{FOLDER}compare.csv"], "utf-8")  # type: ignore[arg-type]
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [row["matter"] for row in rows] == [FIRST.slug] * 6 + [SECOND.slug] * 3 + [THIRD.slug]
    assert rows[2] == {
        "school": "oak-hill",
        "school_name": "Oak Hill Primary School",
        "policy": "online",
        "matter": FIRST.slug,
        "duty": "must_not",
        "audiences": "staff",
        "id": "oak-hill/online#c-3",
        "number": "(a)",
        "lead_in": "Staff must not:",
        "text": "accept pupils as friends",
        "tail": "at any time.",
        "url": "schools/oak-hill/online/#c-3",
    }
    assert "'=1+1 is no formula & no <b>markup</b>." in [row["text"] for row in rows]


def _saying(word: str) -> Collection:
    said = msgspec.structs.replace(
        OAK_POLICY,
        pieces=tuple(
            msgspec.structs.replace(one, text=word, lead_ins=(word,) * len(one.lead_ins), tail=one.tail and word)
            for one in OAK_POLICY.pieces
        ),
        metadata=msgspec.structs.replace(OAK_POLICY.metadata, title=word),
    )
    return collection(said, FIR_POLICY, schools=(msgspec.structs.replace(OAK, name=word), *COMPARED.schools[2:3]))


def test_no_text_is_markup() -> None:
    def elements(word: str) -> list[tuple[str, tuple[str, ...]]]:
        return rendered(str(published(_saying(word))[f"{FOLDER}index.md"])).skeleton()

    harmless = elements("word")
    for name, text in HOSTILE.items():
        assert elements(text) == harmless, name


def test_slugs_of_the_catalogue_are_not_shown() -> None:
    named = msgspec.structs.replace(
        FIRST, means=f"One (or two). Not that ({SECOND.slug}), nor it ({THIRD.slug}, {SECOND.slug})."
    )
    assert meaning(named) == "One (or two). Not that, nor it."
    shown = " ".join(map(meaning, matters().values()))
    assert not [slug for slug in matters() if f"({slug})" in shown]


def test_no_matter_has_an_id_that_stands_for_something_else() -> None:
    assert NOBODY not in matters()
    assert not [slug for slug in matters() if "--" in slug]


def test_nothing_new_nothing_changed() -> None:
    assert published(COMPARED) == FILES


def test_a_clause_in_another_language_says_so() -> None:
    welsh = msgspec.structs.replace(OAK, language="cy")
    page = str(published(collection(OAK_POLICY, schools=(welsh,)))[f"{FOLDER}index.md"])
    assert '<li data-audience="staff" data-duty="must_not" lang="cy">' in page


def test_the_words_of_a_clause_are_never_cut() -> None:
    assert ("More words follow here. " * 20).strip() in section(SECOND.slug)
