"""What a search costs the reader: seconds and bytes from the address to the answer, and while typing, in a Chromium."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.benchmarks.search.build import packed

QUERIES: Final = (
    "can i take photos at the school play",
    "mobile phones in lessons",
    "friend requests from pupils",
    "how do i complain about a teacher",
    "exclusion appeal",
    "sick note for absence",
    "who gives medicine",
    "unform jewellery",
)
_TYPED: Final = "photographs of pupils"
_DONE: Final = '[data-search-state="done"]'

# The work of a key, without the wait for the next frame: listeners of `input` run before dispatchEvent returns, and the
# suggestions stand there once the pending promises are settled.
_TYPE: Final = """async (typed) => {
  const input = document.querySelector("#search-query");
  input.focus();
  const settled = () => new Promise((done) => setTimeout(done, 0));
  const times = [];
  for (let length = 1; length <= typed.length; length += 1) {
    input.value = typed.slice(0, length);
    const start = performance.now();
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await settled();
    times.push(performance.now() - start);
  }
  return times;
}"""


def measure(browser: Browser, address: str, school: str) -> dict[str, Any]:
    """Medians over `QUERIES`, each in a browser that has seen nothing, with `school` chosen unless it is empty."""
    runs = []
    for query in QUERIES:
        with browser.new_context() as context:
            runs.append(_first(context, address, f"q={query.replace(' ', '+')}{school and f'&school={school}'}"))
    again = []
    with browser.new_context() as context:
        page = context.new_page()
        for query in ("phones", *QUERIES):
            again.append(_timed(page, f"{address}search/?q={query.replace(' ', '+')}{school and f'&school={school}'}"))
        typed = page.evaluate(_TYPE, _TYPED)
    return {
        "first_ms": _median(run["ms"] for run in runs),
        "first_busy_ms": _median(run["busy_ms"] for run in runs),
        "next_ms": _median(run["ms"] for run in again[1:]),
        "next_busy_ms": _median(run["busy_ms"] for run in again[1:]),
        "key_ms": statistics.median(typed),
        "key_worst_ms": max(typed[2:]),
        **{name: _median(run["bytes"][name] for run in runs) for name in ("data", "scripts", "page")},
        "most_data": max(run["bytes"]["data"] for run in runs),
        "foreign": sum(run["foreign"] for run in runs),
    }


def _first(context: BrowserContext, address: str, query: str) -> dict[str, Any]:
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    timed = _timed(page, f"{address}search/?{query}")
    sizes = {"data": 0, "scripts": 0, "page": 0}
    for answer in answers:
        sizes[_kind(answer.url)] += packed(answer.body())
    return timed | {"bytes": sizes, "foreign": sum(not one.url.startswith(address) for one in answers)}


def _kind(url: str) -> str:
    if "/search/data/" in url:
        return "data"
    return "scripts" if url.endswith(".js") else "page"


def _timed(page: Page, url: str) -> dict[str, float]:
    """Milliseconds from the navigation to the answer, and those for which the page's thread was busy."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _task(session)
    page.goto(url, wait_until="commit")
    page.wait_for_selector(_DONE, state="attached", timeout=60_000)
    waited = page.evaluate("performance.now()")
    busy = _task(session) - before
    session.detach()
    return {"ms": float(waited), "busy_ms": busy * 1000}


def _task(session: Any) -> float:
    metrics: Sequence[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def _median(values: Any) -> float:
    return float(statistics.median(values))
