"""The pages, table and line of review dates: neutral whenever they are read, whole without a script."""

from __future__ import annotations

import csv
import io
import re

import pytest

from clauseway.model import Collection
from clauseway.publish import publish
from clauseway.publish.review_words import review_in_list, review_in_panel
from clauseway.publish.reviews import COLUMNS, MOST_ROWS
from tests.publish.reviewing import ASH, NEW, NOTICE, POLICIES, REVIEWED, many
from tests.publish.samples import PAGES, published

FILES = published(REVIEWED)


def text(path: str) -> str:
    return str(FILES[path])


def rows(page: str) -> list[str]:
    """The policies in the order of the page, by the words of their links."""
    table = page.split('<table class="reviews">')[1].split("</table>")[0]
    return re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', table)


def test_policies_stand_in_the_order_in_which_their_periods_end_and_those_without_a_date_apart() -> None:
    page = text("reviews/index.md")
    assert rows(page) == ["Attendance", "Phones &#38; tablets", "Uniform", "Trips", "Visits"]
    stated, silent = page.split('<tbody data-group="unstated">')
    assert "Visits" in silent
    assert "Visits" not in stated.split("<tbody")[1]


def test_a_row_tells_all_that_the_document_states() -> None:
    row = next(line for line in text("reviews/index.md").splitlines() if ">Uniform</a>" in line)
    assert row == (
        '<tr data-school="ash-lane" data-kind="other" data-due="2026-03-31"><th scope="row">'
        '<a href="../schools/ash-lane/uniform/">Uniform</a> <small>Other</small></th>'
        '<td data-label="School"><a href="../schools/ash-lane/reviews/">Ash Lane School</a></td>'
        '<td data-label="Last reviewed"><time datetime="2025-03-29">29 March 2025</time> <small>reviewed</small></td>'
        '<td data-label="Next review"><span class="due" data-due="2026-03-31" '
        f'data-past="March 2026. {NOTICE}"><time datetime="2026-03">March 2026</time></span></td>'
        '<td data-label="Responsible">The Head</td></tr>'
    )


def test_what_is_not_stated_is_said_to_be() -> None:
    row = next(line for line in text("reviews/index.md").splitlines() if ">Visits</a>" in line)
    assert row.count('<span class="none">Not stated</span>') == 2
    assert "data-due" not in row


@pytest.mark.parametrize("path", ["reviews/index.md", "schools/ash-lane/reviews/index.md", "index.md"])
def test_no_page_says_that_anything_is_overdue(path: str) -> None:
    shown = re.sub(r'data-past="[^"]*"', "", text(path))
    assert not re.search(r"overdue|was due|\bpast\b|\blate\b", shown, re.IGNORECASE)


def test_the_columns_have_heads_and_the_table_a_caption() -> None:
    page = text("reviews/index.md")
    heads = re.findall(r'<th scope="col">([^<]+)</th>', page.split('<table class="reviews">')[1].split("</thead>")[0])
    assert heads == ["Policy", "School", "Last approved or reviewed", "Next review", "Responsible"]
    assert page.count("<caption") == 2


def test_a_school_has_a_page_of_its_own_without_the_column_of_schools() -> None:
    page = text("schools/ash-lane/reviews/index.md")
    assert rows(page) == ["Attendance", "Uniform"]
    assert '<a href="../uniform/">' in page
    assert '<th scope="col">School</th>' not in page
    assert "By school" not in page
    assert "[Review dates of these policies](reviews/index.md)" in text("schools/ash-lane/index.md")


def test_the_sentence_counts_what_is_stated() -> None:
    assert "4 of 5 policies state when the next review is due; 1 does not." in text("reviews/index.md")
    assert "All 2 policies state when the next review is due." in text("schools/ash-lane/reviews/index.md")
    one = published(Collection((ASH,), POLICIES[:1]))
    assert "The one policy here states when" in str(one["reviews/index.md"])
    none = published(Collection(REVIEWED.schools, POLICIES[4:]))
    assert "No policy here states its next review." in str(none["reviews/index.md"])
    assert "<svg" not in str(none["reviews/index.md"])


def test_schools_stand_with_their_numbers() -> None:
    table = text("reviews/index.md").split('<table class="reviews schools">')[1]
    assert re.findall(r'data-dues="([^"]*)"', table) == ["2024-12-31:1 2026-03-31:1", "2026-03-29:1 2027-01-31:1"]
    assert "New School" not in table
    assert "&#60;b&#62;Academy" in table


def test_a_school_without_policies_has_an_empty_page() -> None:
    assert "No policy is published here yet." in text("schools/new/reviews/index.md")
    assert NEW.name in text("schools/new/reviews/index.md")


def test_of_very_many_the_earliest_are_shown_and_the_way_to_the_rest() -> None:
    files = published(many(MOST_ROWS // 2 + 10))
    page = str(files["reviews/index.md"])
    assert len(rows(page)) == MOST_ROWS
    assert rows(page)[:3] == ["Policy 1", "Policy 1", "Policy 2"]
    assert f"The {MOST_ROWS} with the earliest dates are listed here. All 520 are in" in page
    assert "Next review not stated" in page
    assert "390 of 520 policies state" in page
    fewer = str(published(many(10))["reviews/index.md"])
    assert "earliest dates" not in fewer


def test_the_home_page_leads_there() -> None:
    door = text("index.md").split("review-news")[1].split("</span>")[0]
    assert 'data-dues="2024-12-31:1 2026-03-29:1 2026-03-31:1 2027-01-31:1"' in door
    assert "[Review dates](reviews/index.md) of 5 policies: when each is due." in door
    assert "review-news" not in str(published(Collection((NEW,), ()))["index.md"])


def test_the_table_to_download_has_the_last_day_of_each_period() -> None:
    table = list(csv.DictReader(io.StringIO(text("data/reviews.csv"))))
    assert tuple(table[0]) == COLUMNS
    assert [(row["policy"], row["review_date"], row["due"]) for row in table] == [
        ("attendance", "2024", "2024-12-31"),
        ("uniform", "2026-03", "2026-03-31"),
        ("phones", "2026-03-29", "2026-03-29"),
        ("trips", "2027-01", "2027-01-31"),
        ("visits", "", ""),
    ]
    assert table[3]["approved_by"] == "Governors"
    assert table[3]["url"] == "schools/birch/trips/"


@pytest.mark.parametrize(
    ("date", "words"),
    [("2024", "by the end of 2024"), ("2024-03", "by March 2024"), ("2024-03-29", "by 29 March 2024")],
)
def test_what_a_script_says_once_the_date_has_passed(date: str, words: str) -> None:
    assert f'data-past="was due for review {words}"' in review_in_list(date, "")
    assert f'data-past="Was due {words}"' in review_in_panel(date, "")


def test_a_school_may_say_it_in_its_own_words_which_stay_data() -> None:
    said = review_in_panel("2024-03", '"><script>')
    assert 'data-past="March 2024. &#34;&#62;&#60;script&#62;"' in said
    assert "was due" not in said.lower()


def test_the_address_of_the_calendar_is_given_where_the_site_knows_it() -> None:
    files = publish(REVIEWED, lambda _: None, PAGES, "https://trust.example/policies/")  # type: ignore[arg-type, return-value]
    page = str(files["reviews/index.md"])
    assert '<a href="webcal://trust.example/policies/reviews.ics">Subscribe</a>' in page
    assert "<code>https://trust.example/policies/reviews.ics</code>" in page
    own = bytes(files["schools/birch/reviews/index.md"]).decode()  # type: ignore[arg-type]
    assert "<code>https://trust.example/policies/schools/birch/reviews.ics</code>" in own
    assert '<p class="subscribe"><a href="../reviews.ics">reviews.ics</a></p>' in text("reviews/index.md")
    assert '<p class="subscribe"><a href="../reviews.ics">reviews.ics</a></p>' in text("schools/birch/reviews/index.md")
