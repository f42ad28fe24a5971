"""The pages that put schools beside each other, and what other schools say after a clause, read in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from clauseway.model import Collection
from clauseway.publish import hand_written, publish, write
from clauseway.render import DOCS, render
from tests.browser.conftest import Watched
from tests.browser.test_reading import CONTRAST, Medium, Scheme
from tests.browsing import serving
from tests.publish.comparing import COMPARED, FIRST, SECOND, THIRD, TOPIC, many

pytestmark = pytest.mark.browser

TOPIC_PAGE = f"topics/{TOPIC.slug}/"
POLICY = "schools/oak-hill/online/"
PAGES = ("topics/", TOPIC_PAGE, POLICY)


@contextmanager
def served(some: Collection, folder: Path) -> Iterator[str]:
    """Address of the site of a collection."""
    write(publish(some, lambda _: DOCS / "index.md", hand_written(DOCS)), folder / "docs")
    assert render(folder / "docs", folder / "site") == ()
    with serving(folder / "site") as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site of schools that can be compared."""
    with served(COMPARED, tmp_path_factory.mktemp("compared")) as found:
        yield found


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site of more schools than fit a screen."""
    with served(many(30), tmp_path_factory.mktemp("wide")) as found:
        yield found


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site of more schools than stand in the open."""
    with served(many(44), tmp_path_factory.mktemp("crowd")) as found:
        yield found


def test_a_wide_matrix_scrolls_alone(desk: Watched, wide: str) -> None:
    desk.page.goto(f"{wide}{TOPIC_PAGE}")
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 1280
    across = desk.page.get_by_role("region", name="Matters and schools")
    assert across.evaluate("e => e.scrollWidth > e.clientWidth")
    across.focus()
    assert across.evaluate("e => document.activeElement === e"), "the keyboard can scroll it"


def test_of_very_many_schools_the_rest_is_in_a_fold_that_a_choice_opens(desk: Watched, crowd: str) -> None:
    desk.page.goto(f"{crowd}{TOPIC_PAGE}")
    fold, tally = desk.page.locator("article details").first, desk.page.locator("table.coverage")
    expect(fold.locator("tr").last).not_to_be_visible()
    expect(tally).to_be_visible()
    desk.page.get_by_label("For").select_option("staff")
    expect(fold.locator("tr").last).to_be_visible()
    expect(tally).not_to_be_visible()
    assert matters(desk.page)[:1] == [FIRST.slug]


def open_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details.others').forEach(one => one.open = true)")


def matters(page: Page) -> list[str]:
    """Ids of the matters that can be seen."""
    return [str(one.get_attribute("id")) for one in page.locator("article h2").all() if one.is_visible()]


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_a_phone_and_ask_nobody_else(phone: Watched, path: str) -> None:
    page = phone.open(path)
    open_details(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").count() == 1
    assert phone.faults == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("width", [360, 1280])
def test_text_has_contrast(desk: Watched, path: str, scheme: Scheme, medium: Medium, width: int) -> None:
    desk.page.set_viewport_size({"width": width, "height": 860})
    desk.page.emulate_media(color_scheme=scheme, media=medium)
    page = desk.open(path)
    open_details(page)
    assert page.evaluate(CONTRAST) == []


def test_a_cell_leads_to_its_row_and_the_row_to_the_clause(desk: Watched) -> None:
    page = desk.open(TOPIC_PAGE)
    page.get_by_role("row", name=FIRST.title).get_by_role("link", name="Must not").last.click()
    assert page.url.endswith(f"#{FIRST.slug}--oak-hill")
    row = page.locator("tr:target")
    bar = page.locator(".filter").bounding_box()
    box = row.bounding_box()
    assert bar is not None
    assert box is not None
    assert bar["y"] + bar["height"] <= box["y"] <= 400
    row.get_by_role("link", name="(a)").click()
    page.wait_for_url(f"**/{POLICY}#c-3")


def test_cells_are_named_by_school_matter_and_word(desk: Watched) -> None:
    page = desk.open(TOPIC_PAGE)
    heads = [one.inner_text() for one in page.get_by_role("columnheader").all()]
    assert heads[:3] == ["Matter", "Elm Park Academy", "Oak Hill Primary School"]
    row = page.locator(".matrix").get_by_role("row").filter(has_text=SECOND.title)
    assert [one.inner_text().split() for one in row.get_by_role("cell").all()] == [
        ["Should"],
        ["Must", "not", "May"],
    ]
    shapes = page.evaluate(
        "() => [...document.querySelectorAll('.matrix .duty')]"
        ".map(e => [e.dataset.duty, getComputedStyle(e, '::before').maskImage, getComputedStyle(e).color])"
    )
    duties = {duty for duty, _, _ in shapes}
    assert len({shape for _, shape, _ in shapes}) == len({colour for _, _, colour in shapes}) == len(duties) == 5


def test_on_a_phone_the_matrix_is_a_list_of_schools_and_words(phone: Watched) -> None:
    page = phone.open(TOPIC_PAGE)
    cell = page.locator(".matrix td", has_text="Elm Park Academy").first
    assert cell.evaluate("e => getComputedStyle(e).display") == "block"
    assert cell.inner_text().split() == ["Elm", "Park", "Academy", "Should"]
    assert not page.locator(".matrix .silent").first.is_visible()
    for link in page.locator(".matrix td > a").all():
        box = link.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_the_filter_shows_what_is_for_one_audience(desk: Watched) -> None:
    page = desk.open(TOPIC_PAGE)
    assert len(matters(page)) == 4
    page.get_by_label("For").select_option("parents")
    assert page.url.endswith("?audience=parents")
    assert matters(page)[0] == SECOND.slug
    assert FIRST.slug not in matters(page)
    expect(page.locator(".filter output")).to_have_text("2 of 8 clauses on this page")
    assert not page.locator(".agreement").first.is_visible(), "it counts what is for everyone"
    assert not page.locator(f"[id='{SECOND.slug}--elm-park']").is_visible()
    page.go_back()
    assert len(matters(page)) == 4
    assert page.locator(".agreement").first.is_visible()


@pytest.mark.parametrize(("query", "shown"), [("?audience=staff", 4), ("?audience=constructor", 4), ("", 4)])
def test_the_address_says_what_is_shown(desk: Watched, query: str, shown: int) -> None:
    page = desk.open(TOPIC_PAGE + query)
    assert len(matters(page)) == shown
    assert desk.faults == []


def test_without_scripts_all_is_there(scriptless: Watched) -> None:
    page = scriptless.open(f"{TOPIC_PAGE}?audience=parents")
    assert len(matters(page)) == 4
    assert page.locator(".filter").count() == 0
    page = scriptless.open(POLICY)
    page.locator("#c-3 details.others > summary").click()
    page.get_by_role("link", name="Elm Park Academy, Internet Policy 7.1").first.click()
    page.wait_for_url("**/schools/elm-park/internet/#c-1")


def test_a_clause_opens_what_others_say_by_keyboard(desk: Watched) -> None:
    page = desk.open(POLICY)
    summary = page.locator("#c-3 details.others > summary")
    assert not page.locator("#c-3 q").first.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("#c-3 q").first.is_visible()
    assert float(summary.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)")) >= 2
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/schools/elm-park/internet/#c-1")


def test_all_schools_on_this_leads_to_the_matter(desk: Watched) -> None:
    page = desk.open(POLICY)
    page.locator("p.clause + details.others > summary").click()
    page.get_by_role("link", name="All schools on this").locator("visible=true").click()
    page.wait_for_url(f"**/{TOPIC_PAGE}#{FIRST.slug}")


def test_the_filter_of_a_policy_hides_it_with_its_clause(desk: Watched) -> None:
    page = desk.open(POLICY)
    beside = page.locator("#c-5 + details.others")
    assert beside.is_visible()
    page.get_by_label("Says").select_option("must_not")
    assert not beside.is_visible()
    page.locator("#c-3 details.others > summary").click()
    assert page.locator("#c-3 details.others li").first.is_visible()
    page.get_by_label("Says").select_option("must")
    assert beside.is_visible()


def test_it_is_not_printed(desk: Watched) -> None:
    desk.page.emulate_media(media="print")
    page = desk.open(POLICY)
    open_details(page)
    assert not any(one.is_visible() for one in page.locator("details.others").all())


def test_the_table_can_be_downloaded(desk: Watched) -> None:
    page = desk.open(TOPIC_PAGE)
    with page.expect_download() as download:
        page.get_by_role("link", name="All clauses as a table (CSV)").click()
    assert download.value.suggested_filename == "compare.csv"


def test_crumbs_lead_back(desk: Watched) -> None:
    page = desk.open(TOPIC_PAGE)
    page.get_by_role("navigation", name="Where you are").get_by_role("link", name="Compare schools").click()
    assert page.url.endswith("/topics/")
    page.get_by_role("link", name=TOPIC.title).first.click()
    assert THIRD.title in page.locator("article").inner_text()


def test_the_bar_of_a_policy_is_named_and_its_words_bear_the_marks(desk: Watched) -> None:
    page = desk.open(POLICY)
    bar = page.get_by_role("img", name="clauses:")
    title = str(bar.locator("> title").text_content())
    boxes = bar.locator("rect")
    assert boxes.count() >= 2
    marked = page.locator(".summary [data-duty]")
    assert [one.get_attribute("data-duty") for one in marked.all()] == [
        one.get_attribute("data-duty") for one in boxes.all()
    ]
    for one in marked.all():
        assert one.inner_text() in title
        assert "svg" in one.evaluate("e => getComputedStyle(e, '::before').maskImage")
    widths = [float(str(one.get_attribute("width")).rstrip("%")) for one in boxes.all()]
    assert sum(widths) == pytest.approx(100, abs=0.1)


def test_the_picture_of_topics_is_a_table_that_the_keyboard_can_scroll(phone: Watched) -> None:
    page = phone.open("topics/")
    across = page.get_by_role("region", name="Topics and schools")
    across.focus()
    assert across.evaluate("e => document.activeElement === e")
    row = across.get_by_role("row", name=TOPIC.title)
    assert row.get_by_role("cell").first.inner_text() == str(len(TOPIC.matters))
