"""Walks through pages by keyboard alone: what has the focus is seen, in order, and nothing covers it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.publish.everything import KINDS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(whole: str) -> str:
    """The site with every kind of page."""
    return whole


POLICY = "schools/oak-hill/phones/"

FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e), after = getComputedStyle(e, '::after');
  const x = Math.min(Math.max(box.left + Math.min(box.width, 40) / 2, 1), innerWidth - 1), y = box.top + box.height / 2;
  const there = document.elementFromPoint(x, y);
  const ring = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
  return {
    name: e.outerHTML.slice(0, 100),
    ring: ring(style) || ring(after),
    free: !!there && (e.contains(there) || there.contains(e)) && box.top >= 0 && box.bottom <= innerHeight + 1,
  };
}"""


def walk(page: Page, most: int = 400) -> Iterator[dict[str, object]]:
    """Each place that the tab key leads to, until it leaves the page."""
    for _ in range(most):
        page.keyboard.press("Tab")
        place = page.evaluate(FOCUS)
        if place is None:
            return
        yield place
    raise AssertionError("the tab key never leaves the page")


@pytest.mark.parametrize(
    "path",
    [KINDS[kind] for kind in ("home", "search with a question", "policy", "compared policy", "topic", "review dates")],
)
@pytest.mark.parametrize("size", [(1280, 500), (360, 640)], ids=["desk", "phone"])
def test_the_focus_is_seen_and_never_covered(desk: Watched, whole: str, path: str, size: tuple[int, int]) -> None:
    desk.page.set_viewport_size({"width": size[0], "height": size[1]})
    desk.page.emulate_media(reduced_motion="reduce")
    desk.page.goto(whole + path)
    places = list(walk(desk.page))
    assert len(places) > 15
    assert [place["name"] for place in places if not place["ring"]] == []
    assert [place["name"] for place in places if not place["free"]] == []


def test_backwards_nothing_is_covered_either(desk: Watched, whole: str) -> None:
    desk.page.set_viewport_size({"width": 1280, "height": 500})
    desk.page.emulate_media(reduced_motion="reduce")
    desk.page.goto(f"{whole}{POLICY}")
    desk.page.locator("footer a").last.focus()
    for _ in range(30):
        desk.page.keyboard.press("Shift+Tab")
        place = desk.page.evaluate(FOCUS)
        assert place["free"], place["name"]


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_the_first_stop_skips_to_the_text(desk: Watched, whole: str, path: str) -> None:
    desk.page.goto(whole + path.partition("#")[0])
    desk.page.keyboard.press("Tab")
    skip = desk.page.locator(":focus")
    assert skip.inner_text().strip() == "Skip to content"
    box = skip.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Tab")
    assert desk.page.evaluate(
        "!document.activeElement.closest('header, .ways, .rail') && !!document.activeElement.closest('article, footer')"
    )


def focused(page: Page) -> str:
    """Id of the clause that has the focus."""
    return str(page.evaluate("document.activeElement.closest('.clause')?.id ?? document.activeElement.tagName"))


def test_keys_lead_from_clause_to_clause(desk: Watched) -> None:
    page = desk.open(POLICY)
    page.locator("#c-9 > a").first.focus()
    for key, clause in (("j", "c-11"), ("n", "c-12"), ("k", "c-11"), ("p", "c-9")):
        page.keyboard.press(key)
        assert focused(page) == clause, key
    page.locator("#c-17 > a").focus()
    page.keyboard.press("j")
    assert focused(page) == "c-20", "into the table"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == "c-22", "the last stays"


def test_keys_pass_over_what_is_filtered_away(desk: Watched) -> None:
    page = desk.open(f"{POLICY}?duty=must")
    page.locator("#c-20 a").first.focus()
    page.keyboard.press("j")
    assert focused(page) == "c-21"
    page.keyboard.press("j")
    assert focused(page) == "c-21"


def test_keys_do_nothing_elsewhere(desk: Watched) -> None:
    """A reader who speaks to the computer must not be moved by a word (WCAG 2.1.4)."""
    page = desk.open(POLICY)
    for place in ("body", ".filter select", ".crumbs a"):
        page.evaluate("selector => document.querySelector(selector).focus()", place)
        before = page.evaluate("document.activeElement.outerHTML")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.outerHTML") == before, place
    page.locator("#c-9 > a").first.focus()
    page.keyboard.press("Control+j")
    assert focused(page) == "c-9"


def test_a_clause_reached_by_key_can_be_read_whole(desk: Watched) -> None:
    page = desk.open("schools/oak-hill/long/")
    page.locator("#c-10 > a").focus()
    for number in range(11, 16):
        page.keyboard.press("j")
        bar = page.locator(".filter").bounding_box()
        box = page.locator(f"#c-{number}").bounding_box()
        assert bar is not None
        assert box is not None
        assert box["y"] >= bar["y"] + bar["height"] - 1


def test_the_link_of_a_clause_is_copied_with_its_source(desk: Watched) -> None:
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desk.open(f"{POLICY}?audience=pupils")
    page.locator("#c-9 > a").first.click()
    source = "Oak Hill Primary School, Mobile Phones, (a)"
    said = page.locator(".said")
    expect(said).to_have_text(f"Copied with its link: {source}")
    assert said.get_attribute("role") == "status"
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{source}\n{page.url.partition('?')[0]}#c-9"
    assert page.url.endswith("?audience=pupils#c-9"), "it leads there, too"
    page.locator("#c-13 > a").first.press("Enter")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Oak Hill Primary School, Mobile Phones\n")
    assert desk.faults == []


def test_a_clipboard_out_of_reach_is_no_fault(desk: Watched) -> None:
    desk.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = desk.open(POLICY)
    page.locator("#c-9 > a").first.click()
    page.wait_for_url("**#c-9")
    assert page.locator(".said").inner_text() == ""
    assert desk.faults == []


def test_the_contents_follow_the_reader(desk: Watched) -> None:
    page = desk.open(POLICY)
    marked = page.locator(".rail .contents a[aria-current]")
    assert marked.count() == 0, "above the first heading"
    page.locator("#c-20").scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(marked).to_have_count(1)
    page.goto(page.url + "#s-2-rules-for-pupils")
    expect(marked).to_have_text("2. Rules for pupils")
