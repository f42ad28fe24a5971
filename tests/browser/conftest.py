"""Small sites for all browser tests, served on this machine, and pages to read them with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from clauseway.describe.references import mentions_in
from clauseway.model import Audience, Collection, Duty, Metadata
from clauseway.publish import hand_written, publish, write
from clauseway.relate import resolve
from clauseway.render import DOCS, render
from clauseway.search import search_files
from tests.browsing import serving
from tests.publish.everything import LONG, WHOLE
from tests.publish.samples import BARE, FULL, clause, collection, found, heading, policy

_WORDS = ("Staff follow the Equality Act 2010.", "Parents may ask for the Equality Act 2010.")
REFERRING = policy(
    [heading("Rules"), *(clause(words) for words in _WORDS)],
    slug="referring",
    findings=(None, found(Duty.MUST, Audience.STAFF), found(Duty.MAY, Audience.PARENTS)),
    mentions=((), *(mentions_in(words) for words in _WORDS)),
    metadata=Metadata(title="A Referring Policy"),
)
"""A policy with a line below each clause."""


def _collection() -> Collection:
    site = collection(FULL, BARE, LONG, REFERRING)
    return msgspec.structs.replace(site, references=resolve(site.schools, site.policies, date(2026, 11, 30)))


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site of the sample collection, ending in a slash."""
    folder = tmp_path_factory.mktemp("browser")
    write(publish(_collection(), lambda _: DOCS / "index.md", hand_written(DOCS)), folder / "docs")
    assert render(folder / "docs", folder / "site") == ()
    with serving(folder / "site") as served:
        yield served


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site with every kind of page, ending in a slash; it lies below another one's root."""
    root = tmp_path_factory.mktemp("whole")
    pages = publish(WHOLE, lambda _: DOCS / "index.md", hand_written(DOCS))
    write(pages | search_files(WHOLE), root / "docs")
    # The page that is shown for whatever is not found needs to know where the site lies.
    assert render(root / "docs", root / "served/trust/policies", "https://a.example/trust/policies/") == ()
    with serving(root / "served") as served:
        yield f"{served}trust/policies/"


class Watched:
    """A page with what went wrong on it."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(5_000)
        self.faults: list[str] = []
        self._address = address
        self.page.on("console", lambda said: self._note(said.type == "error", f"console: {said.text}"))
        self.page.on("pageerror", lambda error: self._note(True, f"script: {error}"))
        self.page.on("request", self._asked)

    def open(self, path: str) -> Page:
        """Open a page of the site by its path."""
        self.page.goto(self._address + path)
        return self.page

    def _asked(self, request: Request) -> None:
        ours = request.url.startswith((self._address, "data:"))
        self._note(not ours, f"foreign request: {request.url}")

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.faults.append(what)


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Watched]:
    """A page on a small phone."""
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        yield Watched(context, address)


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Watched]:
    """A page on a desktop computer."""
    with browser.new_context(viewport={"width": 1280, "height": 860}) as context:
        yield Watched(context, address)


@pytest.fixture
def scriptless(browser: Browser, address: str) -> Iterator[Watched]:
    """A page in a browser that runs no scripts."""
    with browser.new_context(java_script_enabled=False) as context:
        yield Watched(context, address)
