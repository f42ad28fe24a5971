"""Review dates on the day on which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from clauseway.publish import hand_written, publish, write
from clauseway.render import DOCS, render
from tests.browser.conftest import Watched
from tests.browser.test_reading import CONTRAST, Medium, Scheme
from tests.browsing import serving
from tests.publish.reviewing import NOTICE, REVIEWED

pytestmark = pytest.mark.browser

PAGES = ("reviews/", "schools/ash-lane/reviews/")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site of policies with review dates of every kind."""
    folder = tmp_path_factory.mktemp("reviewed")
    write(publish(REVIEWED, lambda _: DOCS / "index.md", hand_written(DOCS)), folder / "docs")
    assert render(folder / "docs", folder / "site") == ()
    with serving(folder / "site") as served:
        yield served


def read_on(watched: Watched, day: str, path: str) -> Page:
    """Open a page on a day, at noon."""
    watched.page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00"))
    return watched.open(path)


def groups(page: Page) -> list[str]:
    return [one.inner_text() for one in page.locator("tr.group").all() if one.is_visible()]


def policies(page: Page) -> list[str]:
    links = page.locator("table.reviews:not(.schools) th[scope=row] > a")
    return [one.inner_text() for one in links.all() if one.is_visible()]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-12-31", ["Due within 90 days (1)", "Due later (3)", "Next review not stated (1)"]),
        ("2025-01-01", ["Past the review date (1)", "Due later (3)", "Next review not stated (1)"]),
        ("2026-03-30", ["Past the review date (2)", "Due within 90 days (1)", "Due later (1)", "Next review not stated (1)"]),
        ("2026-12-31", ["Past the review date (3)", "Due within 90 days (1)", "Next review not stated (1)"]),
    ],
)  # fmt: skip
def test_groups_are_those_of_the_reading_day(desk: Watched, day: str, expected: list[str]) -> None:
    assert groups(read_on(desk, day, "reviews/")) == expected


def test_the_counts_are_links_to_their_groups(desk: Watched) -> None:
    page = read_on(desk, "2026-03-30", "reviews/")
    tiles = [" ".join(one.inner_text().split()) for one in page.locator(".tiles > li").all()]
    assert tiles == ["2 Past the review date", "1 Due within 90 days", "1 Due later", "1 Next review not stated"]
    page.get_by_role("link", name="2 Past the review date").click()
    assert page.url.endswith("?group=overdue")
    assert policies(page) == ["Attendance", "Phones & tablets"]
    page.go_back()
    assert len(policies(page)) == 5


def test_the_time_that_is_left_is_told(desk: Watched) -> None:
    page = read_on(desk, "2026-03-30", "reviews/")
    assert page.locator("td.left").all_inner_texts() == ["14 months ago", "1 day ago", "in 1 day", "in 10 months", "–"]


def test_a_school_speaks_for_itself(desk: Watched) -> None:
    page = read_on(desk, "2026-03-30", "reviews/")
    assert f"2024. {NOTICE}" in page.get_by_role("row", name="Attendance").inner_text()
    assert NOTICE not in page.get_by_role("row", name="Uniform").inner_text()


def test_filters_and_order_are_in_the_address(desk: Watched) -> None:
    page = read_on(desk, "2026-03-30", "reviews/")
    page.locator("select[name=school]").select_option(label="Ash Lane School (2)")
    assert policies(page) == ["Attendance", "Uniform"]
    expect(page.locator(".filter output")).to_have_text("2 of 5 policies")
    page.locator("select[name=kind]").select_option("attendance")
    assert page.url.endswith("?school=ash-lane&kind=attendance")
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("button", name="Policy").click()
    assert page.url.endswith("?sort=policy")
    page.get_by_role("button", name="Policy").click()
    assert page.url.endswith("?sort=-policy")
    assert policies(page) == ["Phones & tablets", "Attendance", "Uniform", "Trips", "Visits"]
    expect(page.get_by_role("columnheader", name="Policy")).to_have_attribute("aria-sort", "descending")
    page.reload()
    assert policies(page)[:2] == ["Phones & tablets", "Attendance"]


@pytest.mark.parametrize("query", ["?group=constructor&school=x&kind=y&sort=z", "?sort=-"])
def test_an_unknown_choice_is_no_choice(desk: Watched, query: str) -> None:
    page = read_on(desk, "2026-03-30", f"reviews/{query}")
    assert len(policies(page)) == 5
    assert desk.faults == []


def test_what_is_not_stated_stands_last_either_way(desk: Watched) -> None:
    page = read_on(desk, "2020-01-01", "reviews/?sort=-last-approved-or-reviewed")
    assert policies(page) == ["Uniform", "Trips", "Attendance", "Phones & tablets", "Visits"]
    page = read_on(desk, "2020-01-01", "reviews/?sort=last-approved-or-reviewed")
    assert policies(page) == ["Attendance", "Trips", "Uniform", "Phones & tablets", "Visits"]


def test_schools_are_counted(desk: Watched) -> None:
    page = read_on(desk, "2026-03-30", "reviews/")
    row = page.locator("table.schools").get_by_role("row", name="Ash Lane School")
    assert [one.inner_text() for one in row.get_by_role("cell").all()] == ["2", "1", "1", "0", "2024"]


def test_today_is_marked_in_the_picture(desk: Watched) -> None:
    page = read_on(desk, "2026-03-30", "reviews/")
    picture = page.get_by_role("img", name="When reviews fall due")
    assert picture.locator("rect.past").count() == 2
    assert picture.locator("text.today").text_content() == "Today"
    line = picture.locator("line.today").bounding_box()
    box = picture.bounding_box()
    assert line is not None
    assert box is not None
    assert box["x"] < line["x"] < box["x"] + box["width"]
    later = read_on(desk, "2030-01-01", "reviews/")
    assert later.locator("text.today").text_content() == "Today →"
    assert later.locator("line.today").count() == 0


def test_a_policy_and_its_school_say_it_mildly(desk: Watched) -> None:
    page = read_on(desk, "2026-03-30", "schools/birch/phones/")
    assert page.locator(".glance .due").inner_text() == "Was due by 29 March 2026"
    page = read_on(desk, "2026-03-29", "schools/birch/phones/")
    assert page.locator(".glance .due").inner_text() == "29 March 2026"
    page = read_on(desk, "2026-03-30", "schools/birch/")
    assert "was due for review by 29 March 2026" in page.locator(".shelf dd", has_text="Phones").inner_text()
    assert "next review January 2027" in page.locator(".shelf dd", has_text="Trips").inner_text()
    page = read_on(desk, "2026-03-30", "schools/ash-lane/attendance/")
    assert page.locator(".glance .due").inner_text() == f"2024. {NOTICE}"


def test_the_home_page_counts_and_leads_to_what_is_past(desk: Watched) -> None:
    page = read_on(desk, "2026-03-30", "")
    page.get_by_role("link", name="2 are past their review date.").click()
    page.wait_for_url("**/reviews/?group=overdue")
    assert policies(page) == ["Attendance", "Phones & tablets"]
    page = read_on(desk, "2020-03-30", "")
    assert page.locator(".review-news a").count() == 1


def test_without_scripts_policies_stand_by_date_and_nothing_is_called_late(scriptless: Watched) -> None:
    page = scriptless.open("reviews/")
    assert policies(page) == ["Attendance", "Phones & tablets", "Uniform", "Trips", "Visits"]
    assert groups(page) == ["In the order of the next review", "Next review not stated"]
    assert not re.search(r"overdue|was due|\bpast\b", page.locator("article").inner_text())
    assert scriptless.open("schools/birch/phones/").locator(".glance .due").inner_text() == "29 March 2026"


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_a_phone_and_ask_nobody_else(phone: Watched, path: str) -> None:
    page = read_on(phone, "2026-03-30", path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    cell = page.locator("td[data-label='Time left']").first
    assert cell.evaluate("e => getComputedStyle(e, '::before').content") == '"Time left"'
    page.locator("select[name=sort]").select_option("-next-review")
    assert page.url.endswith("?sort=-next-review")
    assert phone.faults == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("width", [360, 1280])
def test_text_has_contrast(desk: Watched, path: str, scheme: Scheme, medium: Medium, width: int) -> None:
    desk.page.set_viewport_size({"width": width, "height": 860})
    desk.page.emulate_media(color_scheme=scheme, media=medium)
    page = read_on(desk, "2026-03-30", path)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate(CONTRAST) == []


def test_the_keyboard_sorts_and_sees_where_it_is(desk: Watched) -> None:
    page = read_on(desk, "2026-03-30", "reviews/")
    button = page.get_by_role("button", name="Responsible")
    button.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("?sort=responsible")
    assert float(button.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)")) >= 2


def test_the_calendar_has_its_address_and_programs_find_it(desk: Watched, address: str) -> None:
    page = read_on(desk, "2026-03-30", "schools/birch/reviews/")
    assert page.locator(".subscribe code").inner_text() == f"{address}schools/birch/reviews.ics"
    link = page.get_by_role("link", name="Subscribe").get_attribute("href")
    assert link == f"{address}schools/birch/reviews.ics".replace("http", "webcal", 1)
    heads = page.evaluate(
        "[...document.head.querySelectorAll('link[rel~=alternate]')].map(one => [one.type, one.href])"
    )
    assert heads == [
        ["application/atom+xml", f"{address}changes.atom"],
        ["text/calendar", f"{address}schools/birch/reviews.ics"],
    ]
    for _, href in heads:
        assert desk.page.request.get(href).ok
