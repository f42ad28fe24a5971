"""Every kind of page by the rules of WCAG 2.2 AA, as far as a program can tell; with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watched
from tests.publish.everything import KINDS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(whole: str) -> str:
    """The site with every kind of page."""
    return whole


AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SIZES = {"phone": (360, 740), "desk": (1280, 860)}
EVERY = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())


@pytest.fixture(scope="module", params=["with scripts", "without scripts"])
def visitor(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in a browser that gets the site's scripts, or none of them."""
    with browser.new_context(reduced_motion="reduce") as context:
        if request.param == "without scripts":
            context.route("**/*.js", lambda route: route.abort())
        page = context.new_page()
        page.set_default_timeout(10_000)
        yield page


def violations(page: Page) -> list[str]:
    """What axe finds, each with the rule and the first few places."""
    page.evaluate(AXE)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(result => result.violations"
        ".map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.target + ' ' + node.failureSummary)}`))",
        list(RULES),
    )
    return [str(one) for one in found]


@EVERY
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_axe_finds_nothing(visitor: Page, whole: str, path: str, size: tuple[int, int]) -> None:
    visitor.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.emulate_media(color_scheme="light")
    visitor.goto(whole + path)
    visitor.evaluate("document.querySelectorAll('details:not(.menu)').forEach(one => one.open = true)")
    assert violations(visitor) == []
    visitor.emulate_media(color_scheme="dark")
    assert [one for one in violations(visitor) if "contrast" in one] == []


def test_axe_finds_nothing_in_the_open_menu(visitor: Page, whole: str) -> None:
    visitor.set_viewport_size({"width": 360, "height": 740})
    visitor.goto(f"{whole}schools/oak-hill/phones/")
    visitor.locator(".menu > summary").click()
    assert violations(visitor) == []


@EVERY
def test_pages_fit_320_pixels(desk: Watched, whole: str, path: str) -> None:
    """What a screen 1280 pixels wide shows when it is enlarged to 400 %.

    A table that needs both directions may scroll in a region of its own (WCAG 1.4.10), as that of topics by school does.
    """
    desk.page.set_viewport_size({"width": 320, "height": 256})
    desk.page.goto(whole + path)
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 320
    wide = desk.page.evaluate(
        "() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('.unseen, em, svg, .across *')"
        " && e.getBoundingClientRect().right > 321).map(e => e.outerHTML.slice(0, 120))"
    )
    assert wide == []
    stays = desk.page.evaluate(
        "() => [...document.querySelectorAll('body *')].filter(e => ['sticky', 'fixed'].includes(getComputedStyle(e).position)"
        " && e.checkVisibility() && e.getBoundingClientRect().height > 64).map(e => e.className)"
    )
    assert stays == [], "nothing that stays covers a screen so low"


SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""


@EVERY
def test_text_can_be_spaced(desk: Watched, whole: str, path: str) -> None:
    """No word is cut off or covered where a reader sets the spacing of WCAG 1.4.12."""
    desk.page.set_viewport_size({"width": 320, "height": 860})
    desk.page.goto(whole + path)
    desk.page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet); }",
        SPACED,
    )
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 320
    cut = desk.page.evaluate(
        "() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('.unseen, em, svg, select, .across')"
        " && getComputedStyle(e).overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML.slice(0, 120))"
    )
    assert cut == []


@EVERY
def test_targets_are_large_enough(phone: Watched, whole: str, path: str) -> None:
    """24 pixels both ways, but for links within a sentence (WCAG 2.5.8)."""
    phone.page.goto(whole + path)
    small = phone.page.evaluate(
        """() => {
          const inSentence = e => ['P', 'LI', 'DD', 'TD', 'Q', 'H2', 'H3', 'B', 'I', 'STRONG'].includes(e.parentElement.tagName)
            && [...e.parentElement.childNodes].some(n => n.nodeType === 3 && n.textContent.trim().length > 3);
          return [...document.querySelectorAll('a[href], button, select, summary, input')]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.matches('.md-skip, .md-toggle'))
            .filter(e => { const after = getComputedStyle(e, '::after'); return !(after.position === 'absolute' && after.content !== 'none'); })
            .filter(e => { const b = e.getBoundingClientRect(); return (b.height < 24 || b.width < 24) && !inSentence(e); })
            .map(e => e.outerHTML.slice(0, 120) + ' ' + Math.round(e.getBoundingClientRect().height));
        }"""
    )
    assert small == []


def test_nothing_moves_where_the_reader_wants_no_motion(desk: Watched, whole: str) -> None:
    desk.page.emulate_media(reduced_motion="reduce")
    desk.page.goto(f"{whole}schools/oak-hill/online/")
    moving = desk.page.evaluate(
        "() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
        " return parseFloat(s.transitionDuration) > 0 || parseFloat(s.animationDuration) > 0 || s.scrollBehavior === 'smooth'; })"
        ".map(e => e.tagName)"
    )
    assert moving == []


def test_forced_colours_keep_marks_and_borders(desk: Watched, whole: str) -> None:
    desk.page.emulate_media(forced_colors="active")
    desk.page.goto(f"{whole}schools/oak-hill/phones/")
    mark = desk.page.locator(".marks > b").first
    assert mark.evaluate("e => getComputedStyle(e, '::before').backgroundColor") == mark.evaluate(
        "e => getComputedStyle(e).color"
    ), "the shape has the colour of its word"
    select = desk.page.locator(".filter select").first
    assert select.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"


def test_dark_colours_are_the_same_by_device_and_by_choice(desk: Watched, whole: str) -> None:
    properties = """() => [...getComputedStyle(document.body)].filter(name => /^--(cw|md)/.test(name))
      .map(name => [name, getComputedStyle(document.body).getPropertyValue(name)])"""
    desk.page.emulate_media(color_scheme="dark")
    desk.page.goto(whole)
    by_device = desk.page.evaluate(properties)
    desk.page.emulate_media(color_scheme="light")
    light = desk.page.evaluate(properties)
    desk.page.get_by_role("button", name="Dark colours").click()
    assert desk.page.evaluate(properties) == by_device != light


def test_the_choice_of_colours_stays_on_the_device(desk: Watched, whole: str) -> None:
    desk.page.emulate_media(color_scheme="dark")
    desk.page.goto(whole)
    button = desk.page.get_by_role("button", name="Dark colours")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = desk.page.evaluate(ground)
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    light = desk.page.evaluate(ground)
    assert light != dark
    desk.page.goto(f"{whole}help/")
    assert desk.page.evaluate(ground) == light
    assert desk.page.context.cookies() == []


def test_without_scripts_the_colours_are_those_of_the_device(scriptless: Watched, whole: str) -> None:
    scriptless.page.emulate_media(color_scheme="dark")
    scriptless.page.goto(whole)
    assert not scriptless.page.get_by_role("button", name="Dark colours").is_visible()
    assert scriptless.page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(23, 26, 28)"
