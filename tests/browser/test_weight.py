"""What a first visit costs, and that nothing on a page breaks its own rules or moves."""

from __future__ import annotations

import gzip

import msgspec
import pytest
from playwright.sync_api import Browser, Response, Route

from clauseway.publish import hand_written, publish, write
from clauseway.render import DOCS, render
from tests.browser.conftest import Watched
from tests.browsing import serving
from tests.publish.everything import KINDS, LONG
from tests.publish.samples import collection

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(whole: str) -> str:
    """The site with every kind of page."""
    return whole


# In bytes, compressed as a server sends them, with everything that is fetched; raised only with a reason.
CEILING_POLICY = 95_000
CEILING_HOME = 80_000
CEILING_SCRIPTS = 12_000

SHIFT = """() => { window.moved = 0; new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.moved += one.value;
}).observe({type: 'layout-shift', buffered: true}); }"""


def weighed(browser: Browser, address: str) -> dict[str, int]:
    """The size of each file that a first visit fetches."""
    with browser.new_context() as context:
        page = context.new_page()
        responses: list[Response] = []
        page.on("response", lambda response: responses.append(response))
        page.goto(address, wait_until="networkidle")
        return {response.url: packed(response) for response in responses}


def packed(response: Response) -> int:
    """Its size as a server sends it."""
    body = response.body()
    return len(body) if response.url.endswith(".woff2") else len(gzip.compress(body, 6))


def test_a_policy_of_sixty_clauses(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    sixty = msgspec.structs.replace(
        LONG, pieces=LONG.pieces[:61], ids=LONG.ids[:61], findings=LONG.findings[:61], slug="sixty"
    )
    folder = tmp_path_factory.mktemp("sixty")
    write(publish(collection(sixty), lambda _: DOCS / "index.md", hand_written(DOCS)), folder / "docs")
    assert render(folder / "docs", folder / "site") == ()
    with serving(folder / "site") as address:
        sizes = weighed(browser, f"{address}schools/oak-hill/sixty/")
        home = weighed(browser, address)
    assert sum(sizes.values()) <= CEILING_POLICY, sizes
    assert sum(home.values()) <= CEILING_HOME, home
    assert sum(size for url, size in sizes.items() if url.endswith(".js")) <= CEILING_SCRIPTS, sizes
    assert not [url for url in {*sizes, *home} if "assets/javascripts" in url], "none of the theme's scripts"


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_nothing_breaks_the_page_s_own_policy(desk: Watched, whole: str, path: str) -> None:
    desk.page.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', event => broken.push(event.violatedDirective))"
    )
    desk.page.goto(whole + path, wait_until="networkidle")
    assert desk.page.evaluate("broken") == []
    assert desk.faults == []


def test_what_is_inline_would_not_run(desk: Watched, whole: str) -> None:
    desk.page.goto(f"{whole}help/")
    ran = desk.page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.body.append(script);
          document.body.insertAdjacentHTML('beforeend', '<img src="none" onerror="window.ran = true"><p id="styled" style="color: rgb(1, 2, 3)">x</p>');
          return [!!window.ran, getComputedStyle(document.querySelector('#styled')).color];
        }"""
    )
    assert ran[0] is False
    assert ran[1] != "rgb(1, 2, 3)"


PAINTED = """() => new Promise(done => new PerformanceObserver(list => {
  if (list.getEntriesByName('first-contentful-paint').length) done();
}).observe({type: 'paint', buffered: true}))"""


def comes_late(url: str) -> bool:
    """Whether a page is shown without it: the font, and every script but the one that must run before."""
    return url.endswith(".woff2") or (url.endswith(".js") and not url.endswith("/scheme.js"))


# A clause that a link leads to shows what it hangs from as soon as the browser has found it: that moves what follows.
STEADY = [kind for kind in KINDS if kind != "linked clause"]


@pytest.mark.parametrize("kind", STEADY)
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_scripts_and_font_come_late(browser: Browser, whole: str, kind: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.add_init_script(f"({SHIFT})()")
        held: list[Route] = []
        page.route(comes_late, lambda route: held.append(route))
        page.goto(whole + KINDS[kind], wait_until="commit")
        page.evaluate(PAINTED)
        page.route(comes_late, lambda route: route.continue_())
        assert held
        for route in held:
            route.continue_()
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        assert page.evaluate("moved") < 0.02
