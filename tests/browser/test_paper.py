"""What comes out of a printer: read back from the PDF that the browser makes."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(whole: str) -> str:
    """The site with every kind of page."""
    return whole


POLICY = "schools/oak-hill/phones/"


def printed(page: Page) -> list[str]:
    """The text of each sheet."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    return [re.sub(r"\s+", " ", sheet.get_textpage().get_text_bounded()) for sheet in document]


def test_every_sheet_says_what_it_is_of(desk: Watched, whole: str) -> None:
    desk.page.goto(f"{whole}schools/oak-hill/long/")
    sheets = printed(desk.page)
    assert len(sheets) > 5
    for number, sheet in enumerate(sheets, 1):
        assert "Oak Hill Primary School · A Long Policy" in sheet
        assert "Next review: Not stated" in sheet
        assert f"{number}/{len(sheets)}" in sheet.replace(" ", "")
    assert desk.faults == []


def test_the_text_is_whole_and_the_menus_are_not_there(desk: Watched, whole: str) -> None:
    desk.page.goto(f"{whole}{POLICY}")
    text = " ".join(printed(desk.page))
    for words in (
        "1.1 This policy",
        "(a) use a phone",
        "Next review: March 2026",
        "Headteacher Decides about exceptions",
    ):
        assert words in text, words
    assert "Also in the original document" in text
    assert "Page 1 of 1 – page number" in text, "what is folded away on the screen"
    assert re.search(r"Printed from Clauseway on \d+ \w+ 20\d\d\. Look up the text that is in force now:", text)
    assert f"{whole}{POLICY}" in text
    for chrome in ("Menu", "Compare schools", "On this page", "Accessibility", "All 10 clauses", "Home ›"):
        assert chrome not in text, chrome


def test_links_that_lead_away_say_where_to(desk: Watched, whole: str) -> None:
    desk.page.goto(f"{whole}{POLICY}")
    text = " ".join(printed(desk.page))
    assert "our website (https://www.oakhill.example/forms?a=1&b=%282%29)" in text
    assert "mailto:" not in text


def test_what_other_schools_say_is_no_part_of_it(desk: Watched, whole: str) -> None:
    desk.page.goto(f"{whole}schools/oak-hill/online/")
    desk.page.evaluate("document.querySelectorAll('details.others').forEach(one => one.open = true)")
    assert "Elm Park" not in " ".join(printed(desk.page))


def test_after_printing_the_page_is_as_it_was(desk: Watched, whole: str) -> None:
    desk.page.goto(f"{whole}{POLICY}")
    printed(desk.page)
    assert desk.page.locator("details.furniture[open]").count() == 0


def test_without_scripts_nothing_stays_folded_either(browser: Browser, whole: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{whole}{POLICY}")
        text = " ".join(printed(page))
        assert "Page 1 of 1 – page number" in text
        assert "Printed from Clauseway. Look up" in text
        page.goto(f"{whole}schools/oak-hill/staff/")
        assert "keeps lessons free of distraction" in " ".join(printed(page)), "background, too"


def test_a_browser_that_cannot_show_folded_text_by_style_opens_it(desk: Watched, whole: str) -> None:
    desk.page.goto(f"{whole}{POLICY}")
    desk.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert desk.page.locator("details.furniture[open]").count() == 1
    desk.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert desk.page.locator("details.furniture[open]").count() == 0


def test_names_with_quotes_cannot_break_the_margins(desk: Watched, whole: str) -> None:
    desk.page.goto(f"{whole}{POLICY}")
    rule = desk.page.evaluate(
        """async address => {
          document.querySelector('h1').textContent = 'A "quoted" \\\\ title } @page { margin: 0 }';
          await import(address + 'js/print.js?again');
          return document.adoptedStyleSheets.at(-1).cssRules.length;
        }""",
        whole,
    )
    assert rule == 1
    assert 'A "quoted" \\ title } @page { margin: 0 }' in printed(desk.page)[0]
