"""What a reader needs, tried in a real browser."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
Medium = Literal["screen", "print"]
POLICY = "schools/oak-hill/phones/"
PAGES = (
    *("", "404.html", "help/", "publishing/", "accessibility/", "data/", "developing/data/", "schools/"),
    *("schools/oak-hill/", POLICY, "schools/elm-park/complaints/"),
)
ITEM = f"{POLICY}#c-11"
NESTED = "Pupils must not: at school events:"


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_a_phone_and_ask_nobody_else(phone: Watched, path: str) -> None:
    page = phone.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").count() == 1
    assert phone.faults == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_have_no_faults_on_a_desk(desk: Watched, path: str) -> None:
    page = desk.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert desk.faults == []


def shown(page: Page, selector: str) -> bool:
    """Whether an element takes up room for its words."""
    box = page.locator(selector).bounding_box()
    return box is not None and box["width"] > 20 and box["height"] > 10


def test_a_link_to_a_clause_shows_its_lead_in(desk: Watched) -> None:
    page = desk.open(ITEM)
    lead_in = page.locator("#c-11 > em")
    assert lead_in.inner_text() == NESTED
    assert shown(page, "#c-11 > em")
    assert not shown(page, "#c-9 > em >> nth=0")
    place = page.locator("#c-11").bounding_box()
    assert place is not None
    assert 48 <= place["y"] < 860, "below the header and on the screen"


def test_a_row_of_a_table_can_be_linked_to(desk: Watched) -> None:
    page = desk.open(f"{POLICY}#c-20")
    assert page.locator("#c-20").evaluate("row => row.matches(':target')")


def test_lead_in_is_read_out_with_every_clause(desk: Watched) -> None:
    page = desk.open(POLICY)
    assert NESTED in page.locator("#c-12").aria_snapshot()


def test_links_to_clauses_are_reached_by_keyboard_and_the_focus_is_seen(desk: Watched) -> None:
    page = desk.open(POLICY)
    reached = {}
    for _ in range(60):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.getAttribute('href') || '', s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2]; }"
        )
        reached[focus[0]] = focus[1]
    clauses = {href: seen for href, seen in reached.items() if href.startswith("#c-")}
    assert set(clauses) == {f"#c-{n}" for n in (5, 6, 9, 11, 12, 13, 17, 20, 21, 22)}
    assert all(clauses.values())


def test_enter_on_a_number_leads_to_its_clause(desk: Watched) -> None:
    page = desk.open(POLICY)
    page.locator("#c-9 > a").first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#c-9")
    assert shown(page, "#c-9 > em >> nth=0")
    assert shown(page, "#c-9 > em >> nth=1"), "and the tail of the list"


def test_links_to_clauses_can_be_touched(phone: Watched) -> None:
    page = phone.open(POLICY)
    for link in page.locator(".clause > a:first-child, tr > td:first-child > a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["width"] >= 24, link
        assert box["height"] >= 24, link


def test_lines_are_not_too_long_to_read(desk: Watched) -> None:
    desk.page.set_viewport_size({"width": 2400, "height": 900})
    page = desk.open(POLICY)
    widest = page.evaluate(
        "() => Math.max(...[...document.querySelectorAll('p.clause, p')].map(e => e.clientWidth"
        " / parseFloat(getComputedStyle(e).fontSize)))"
    )
    assert widest <= 45, "em: about 75 letters"


@pytest.mark.parametrize("path", PAGES)
def test_everything_reads_without_scripts(scriptless: Watched, path: str) -> None:
    page = scriptless.open(path)
    assert page.locator("h1").is_visible()
    assert page.locator("article").inner_text().strip()
    assert page.locator("footer a").first.is_visible()


def test_without_scripts_a_clause_still_opens_with_its_lead_in(scriptless: Watched) -> None:
    page = scriptless.open(ITEM)
    assert shown(page, "#c-11 > em")


def test_folded_text_is_there_and_unfolds_without_scripts(scriptless: Watched) -> None:
    page = scriptless.open(POLICY)
    folded = page.get_by_text("Page 1 of 1")
    assert not folded.is_visible()
    page.get_by_text("Also in the original document").click()
    assert folded.is_visible()


def test_printed_page_has_the_text_with_numbers_and_no_menus(desk: Watched) -> None:
    page = desk.open(POLICY)
    page.emulate_media(media="print")
    assert page.locator("#c-5 > a").is_visible()
    assert page.get_by_text("share the passwords of others").is_visible()
    for chrome in ("header", "footer", ".ways", ".rail", ".crumbs", ".filter"):
        assert not page.locator(chrome).first.is_visible(), chrome


def test_menu_on_a_phone_leads_to_a_heading(phone: Watched) -> None:
    page = phone.open(POLICY)
    page.locator("summary", has_text="Menu").tap()
    page.locator(".menu .contents a", has_text="3 Who does what").tap()
    assert page.url.endswith("#s-3-who-does-what")
    assert not page.locator(".menu .contents").is_visible(), "the menu makes room for what was chosen"
    assert phone.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_text_has_contrast(desk: Watched, scheme: Scheme, medium: Medium) -> None:
    desk.page.emulate_media(color_scheme=scheme, media=medium)
    page = desk.open(ITEM)
    faint = page.evaluate(CONTRAST)
    assert faint == []


CONTRAST = """() => {
  // A mixed colour is computed as color(srgb 0.1 0.2 0.3).
  const parts = text => text.match(/[0-9.]+/g).map(Number);
  const rgb = text => text.startsWith('color(') ? parts(text).map((c, i) => i < 3 ? c * 255 : c) : parts(text);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const over = (top, below) => { const a = top[3] ?? 1; return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a)); };
  const ground = e => {
    const layers = [];
    for (; e; e = e.parentElement) layers.unshift(rgb(getComputedStyle(e).backgroundColor));
    return layers.reduce((below, top) => over(top, below), [255, 255, 255]);
  };
  const faint = [];
  for (const e of document.querySelectorAll('article *, footer *, .ways *, .rail *, header *')) {
    const words = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!words || !e.checkVisibility({visibilityProperty: true}) || e.getBoundingClientRect().width < 2) continue;
    const below = ground(e), [a, b] = [light(over(rgb(getComputedStyle(e).color), below)), light(below)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push([e.tagName, e.textContent.trim().slice(0, 30), ratio.toFixed(2)]);
  }
  return faint;
}"""
