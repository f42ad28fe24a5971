"""The pages for parents, pupils, staff and governors, read in a real browser."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Watched
from tests.browser.test_reading import CONTRAST, Medium, Scheme

pytestmark = pytest.mark.browser

PUPILS = "schools/oak-hill/pupils/"
PAGES = ("parents/", "pupils/", "staff/", "governors/", PUPILS, "schools/oak-hill/staff/", "schools/elm-park/pupils/")


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_a_phone_and_ask_nobody_else(phone: Watched, path: str) -> None:
    page = phone.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").count() == 1
    assert phone.faults == []


@pytest.mark.parametrize("path", PAGES)
def test_headings_go_down_step_by_step(desk: Watched, path: str) -> None:
    page = desk.open(path)
    levels = [int(one.evaluate("e => e.tagName")[1]) for one in page.locator("article :is(h1, h2, h3, h4)").all()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_text_has_contrast(desk: Watched, path: str, scheme: Scheme, medium: Medium) -> None:
    desk.page.emulate_media(color_scheme=scheme, media=medium)
    assert desk.open(path).evaluate(CONTRAST) == []


def test_two_taps_lead_from_home_to_a_rule_and_one_more_to_its_clause(phone: Watched) -> None:
    page = phone.open("")
    page.get_by_role("link", name="Pupils").first.tap()
    page.get_by_role("link", name="Oak Hill Primary School").tap()
    rule = page.get_by_role("listitem").filter(has_text="use a phone on the school site")
    assert re.match(r"\(a\)\s+Pupils must not: use a phone", rule.inner_text())
    rule.get_by_role("link").tap()
    page.wait_for_url("**/schools/oak-hill/phones/#c-9")
    assert page.locator("#c-9").is_visible()


def test_links_can_be_touched(phone: Watched) -> None:
    page = phone.open(PUPILS)
    for link in page.locator(".extracts > li > a:first-child, .jump a").all():
        box = link.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_each_line_has_a_mark_of_word_and_shape(desk: Watched) -> None:
    page = desk.open(PUPILS)
    marks = page.evaluate(
        "() => [...document.querySelectorAll('.extracts > li')].map(e =>"
        " [getComputedStyle(e, '::after').content, getComputedStyle(e, '::before').maskImage])"
    )
    assert [word for word, _ in marks] == ['"Must not"'] * 4 + ['"Should"']
    assert len({shape for _, shape in marks}) == 2


def test_the_pupils_page_is_larger(desk: Watched) -> None:
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    pupils: float = desk.open(PUPILS).locator(".extracts > li").first.evaluate(size)
    staff: float = desk.open("schools/oak-hill/staff/").locator(".extracts > li").first.evaluate(size)
    assert pupils > staff * 1.1


def offered(page: Page) -> str:
    line = page.locator(".your-school")
    return line.locator("a").inner_text() if line.count() else ""


def test_the_chosen_school_is_offered_the_next_time_until_it_is_forgotten(desk: Watched) -> None:
    page = desk.open("parents/")
    assert offered(page) == ""
    page.get_by_role("link", name="Oak Hill Primary School").first.click()
    page.wait_for_url("**/schools/oak-hill/parents/")
    page = desk.open("governors/")
    assert offered(page) == "Oak Hill Primary School"
    assert page.context.cookies() == []
    page.locator(".your-school a").click()
    page.wait_for_url("**/schools/oak-hill/governors/")
    assert offered(desk.open("")) == "Oak Hill Primary School"
    page.get_by_role("button", name="Forget my school").press("Enter")
    assert offered(page) == ""
    assert page.evaluate("document.activeElement.dataset.school") == "oak-hill"
    assert offered(desk.open("parents/")) == ""
    assert desk.faults == []


@pytest.mark.parametrize("kept", ["gone-school", "<img src=x onerror=alert(1)>", '"]'])
def test_a_remembered_school_that_is_not_there_is_not_offered(desk: Watched, kept: str) -> None:
    page = desk.open("parents/")
    page.evaluate("kept => localStorage.setItem('clauseway.school', kept)", kept)
    assert offered(desk.open("parents/")) == ""
    assert desk.faults == []


def test_a_browser_that_remembers_nothing_still_works(desk: Watched) -> None:
    desk.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } })")
    page = desk.open("parents/")
    page.get_by_role("link", name="Oak Hill Primary School").first.click()
    page.wait_for_url("**/schools/oak-hill/parents/")
    assert [fault for fault in desk.faults if "your-school" in fault] == []


def test_background_is_folded_and_opens_without_scripts(scriptless: Watched) -> None:
    page = scriptless.open("schools/oak-hill/staff/")
    folded = page.get_by_text("keeps lessons free of distraction")
    assert not folded.is_visible()
    page.get_by_text("1 clause without a rule").click()
    assert folded.is_visible()
    assert page.locator(".your-school").count() == 0


def test_a_printed_page_is_a_hand_out(desk: Watched) -> None:
    page = desk.open("schools/oak-hill/parents/")
    assert not page.locator(".address").is_visible()
    page.emulate_media(media="print")
    article = page.locator("article")
    for words in ("For parents at Oak Hill Primary School", "next review March 2026", "the policy itself decides"):
        assert article.get_by_text(words).first.is_visible(), words
    assert "schools/oak-hill/parents/" in page.locator(".address").inner_text()
    for chrome in ("header", "footer", ".ways", ".rail", ".crumbs", ".jump"):
        assert not page.locator(chrome).first.is_visible(), chrome


def test_the_menu_on_a_phone_opens_by_keyboard(phone: Watched) -> None:
    page = phone.open("parents/")
    summary = page.locator(".menu > summary")
    for _ in range(6):
        page.keyboard.press("Tab")
        if summary.evaluate("e => e === document.activeElement"):
            break
    assert summary.evaluate("e => e === document.activeElement && parseFloat(getComputedStyle(e).outlineWidth) >= 2")
    assert not page.locator(".menu a").first.is_visible()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    assert not page.locator(".menu a").first.is_visible()
    assert summary.evaluate("e => e === document.activeElement")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Governors").first.press("Enter")
    page.wait_for_url("**/governors/")


def test_the_menu_shuts_when_the_focus_leaves_it(phone: Watched) -> None:
    page = phone.open("parents/")
    page.locator(".menu > summary").press("Enter")
    page.locator(".menu a").last.press("Tab")
    assert not page.locator(".menu a").first.is_visible()
    assert page.evaluate("!document.activeElement.closest('header')")


def test_breadcrumbs_stand_in_a_row(desk: Watched) -> None:
    page = desk.open("schools/oak-hill/phones/")
    tops = {round(box["y"]) for one in page.locator(".crumbs a").all() if (box := one.bounding_box())}
    assert page.locator(".crumbs a").count() == 3
    assert len(tops) == 1


@pytest.mark.parametrize(("path", "schools"), [("", ".cards"), ("parents/", ".choices")])
def test_lists_of_schools_start_where_the_text_does(phone: Watched, path: str, schools: str) -> None:
    page = phone.open(path)
    title, school = page.locator("h1").bounding_box(), page.locator(schools).bounding_box()
    assert title is not None
    assert school is not None
    assert abs(title["x"] - school["x"]) <= 1
