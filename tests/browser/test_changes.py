"""The pages about changes as a person meets them: on a screen, on paper, with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext

from clauseway.publish import hand_written, publish, write
from clauseway.render import DOCS, render
from tests.browser.conftest import Watched
from tests.browser.test_access import violations
from tests.browsing import serving
from tests.publish.test_changes import NEW, OLD, collection

CHANGES = "schools/oak-hill/phones/changes/"
SCHOOL = "schools/oak-hill/"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site with a policy whose editions are of 5 March 2026, 2025 and 2024."""
    folder = tmp_path_factory.mktemp("changes")
    site = collection(NEW, OLD, NEW, aliases={"c-old": "c-1-3"}, formerly=("oak-hill/mobiles",))
    write(publish(site, lambda _: DOCS / "index.md", hand_written(DOCS)), folder / "docs")
    assert render(folder / "docs", folder / "site") == ()
    with serving(folder / "site") as served:
        yield served


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 360, "height": 740}) as made:
        yield made


def on(context: BrowserContext, address: str, year: int, month: int, day: int) -> Watched:
    watched = Watched(context, address)
    watched.page.clock.set_fixed_time(datetime(year, month, day, 12))
    return watched


def test_the_changes_fit_a_phone_and_nothing_goes_wrong(context: BrowserContext, changed: str) -> None:
    watched = Watched(context, changed)
    page = watched.open(CHANGES)
    assert page.locator("h2").all_inner_texts() == ["5 March 2026", "5 March 2025", "5 March 2024"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not watched.faults


def test_the_sheet_to_sign_is_for_paper_only(context: BrowserContext, changed: str) -> None:
    page = Watched(context, changed).open(CHANGES)
    assert page.locator(".sheet").is_hidden()
    page.emulate_media(media="print")
    assert page.locator(".sheet").is_visible()
    assert page.locator(".sheet-note").is_hidden()


def test_a_change_leads_to_the_clause(context: BrowserContext, changed: str) -> None:
    page = Watched(context, changed).open(CHANGES)
    page.get_by_role("link", name="1.1").first.click()
    assert page.url == f"{changed}schools/oak-hill/phones/#c-1-1"


@pytest.mark.parametrize(
    ("day", "heading", "shown"),
    [
        ((2026, 4, 1), "Changed since 1 September 2025", 1),
        ((2025, 8, 31), "Changed since 1 September 2024", 2),
        ((2026, 9, 1), "Changed since 1 September 2026", 0),
    ],
)
def test_changes_are_those_of_the_reading_days_school_year(
    context: BrowserContext, changed: str, day: tuple[int, int, int], heading: str, shown: int
) -> None:
    watched = on(context, changed, *day)
    page = watched.open(SCHOOL)
    assert page.locator("#changed").inner_text() == heading
    assert page.locator(".recent > li:visible").count() == shown
    assert page.get_by_text("Nothing has changed since then.").count() == (not shown)
    assert not watched.faults


def test_earlier_changes_can_be_shown(context: BrowserContext, changed: str) -> None:
    page = on(context, changed, 2026, 4, 1).open(SCHOOL)
    page.get_by_role("button", name="Show earlier changes").click()
    assert page.locator(".recent > li:visible").count() == 2
    assert page.locator("#changed").inner_text() == "What changed lately"
    assert page.evaluate("document.activeElement.hash") == "#e-2025-03-05"


def test_without_script_all_changes_are_listed(browser: Browser, changed: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = Watched(context, changed).open(SCHOOL)
        assert page.locator("#changed").inner_text() == "What changed lately"
        assert page.locator(".recent > li:visible").count() == 2


def test_an_old_link_leads_to_todays_clause_and_marks_it(context: BrowserContext, changed: str) -> None:
    page = Watched(context, changed).open("schools/oak-hill/phones/#c-old")
    clause = page.locator("#c-1-3")
    assert clause.bounding_box()
    plain, marked = (
        page.locator(f"#{one}").evaluate("clause => getComputedStyle(clause).backgroundColor")
        for one in ("c-1-1", "c-1-3")
    )
    assert plain != marked


def test_an_old_link_shows_its_clause_under_a_filter_too(context: BrowserContext, changed: str) -> None:
    page = Watched(context, changed).open("schools/oak-hill/phones/?duty=must_not#c-old")
    assert page.locator("#c-1-3").is_visible()
    assert page.locator("#c-1-2").is_hidden()


def test_a_former_address_leads_on_and_keeps_the_clause(context: BrowserContext, changed: str) -> None:
    watched = Watched(context, changed)
    page = watched.open("schools/oak-hill/mobiles/#c-1-2")
    page.wait_for_url(f"{changed}schools/oak-hill/phones/#c-1-2")
    assert not watched.faults


def test_a_former_address_leads_on_without_script(browser: Browser, changed: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = Watched(context, changed).open("schools/oak-hill/mobiles/")
        page.wait_for_url(f"{changed}schools/oak-hill/phones/")


@pytest.mark.parametrize("path", [CHANGES, SCHOOL])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, changed: str, path: str, scheme: Literal["light", "dark"]) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme) as context:
        page = Watched(context, changed).open(path)
        page.evaluate("document.querySelectorAll('details:not(.menu)').forEach(one => one.open = true)")
        assert violations(page) == []
