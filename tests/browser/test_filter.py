"""The filter of a policy's page: state in the address, lead-ins kept, nothing without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

POLICY = "schools/oak-hill/phones/"
LONG = "schools/oak-hill/long/"
STATUS = ".filter output"


def shown(page: Page) -> list[str]:
    """Ids of the clauses that can be seen."""
    ids: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('.clause')].filter(e => e.checkVisibility()).map(e => e.id)"
    )
    return ids


def top(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["y"]


FILTERED = {
    "?audience=staff": ["c-5", "c-17", "c-20", "c-21"],
    "?duty=must_not": ["c-9", "c-11", "c-12", "c-13"],
    "?audience=pupils&duty=should": ["c-22"],
    "?duty=none": ["c-5", "c-6"],
    "?audience=governors": [],
    "?audience=everyone&duty=constructor": [f"c-{n}" for n in (5, 6, 9, 11, 12, 13, 17, 20, 21, 22)],
    "?duty=must#c-9": ["c-9", "c-20", "c-21"],
}


@pytest.mark.parametrize(("query", "clauses"), FILTERED.items(), ids=FILTERED.keys())
def test_the_address_says_what_is_shown(desk: Watched, query: str, clauses: list[str]) -> None:
    page = desk.open(POLICY + query)
    assert shown(page) == clauses
    assert desk.faults == []


def test_choosing_writes_the_address_and_back_takes_it_back(desk: Watched) -> None:
    page = desk.open(POLICY)
    page.get_by_label("For").select_option("staff")
    assert page.url.endswith("?audience=staff")
    expect(page.locator(STATUS)).to_have_text("4 of 10 clauses")
    page.get_by_label("Says").select_option("must")
    assert page.url.endswith("?audience=staff&duty=must")
    assert shown(page) == ["c-20", "c-21"]
    page.go_back()
    assert shown(page) == FILTERED["?audience=staff"]
    assert page.get_by_label("Says").input_value() == ""
    page.go_back()
    assert len(shown(page)) == 10
    page.go_forward()
    assert page.get_by_label("For").input_value() == "staff"


def test_show_all_ends_the_filter_and_keeps_the_focus(desk: Watched) -> None:
    page = desk.open(f"{POLICY}?audience=staff")
    page.get_by_role("button", name="Show all").press("Enter")
    assert len(shown(page)) == 10
    assert page.evaluate("document.activeElement.name") == "audience"
    assert not page.get_by_role("button", name="Show all").is_visible()


def test_lead_ins_and_tails_stay_with_their_clauses(desk: Watched) -> None:
    page = desk.open(f"{POLICY}?duty=must_not")
    for words in ("Pupils must not:", "at school events:"):
        assert page.locator(".lead-in", has_text=words).first.is_visible(), words
    assert page.locator("p.tail").is_visible()
    page.get_by_label("Says").select_option("may")
    assert shown(page) == ["c-17"]
    assert not page.get_by_text("Pupils must not:").first.is_visible()
    assert not page.locator("p.tail").is_visible()


def test_headings_stay_while_anything_under_them_does(desk: Watched) -> None:
    page = desk.open(f"{POLICY}?duty=may")
    headings = [one.inner_text() for one in page.locator("article :is(h2, h3, h4)").all() if one.is_visible()]
    assert headings == ["At a glance", "2. Rules for pupils", "2.2 Sanctions", "Staff"]
    listed = page.locator(".rail .contents a")
    assert [one.inner_text() for one in listed.all() if one.is_visible()] == headings[1:]


def test_a_table_keeps_its_head(desk: Watched) -> None:
    page = desk.open(f"{POLICY}?duty=must")
    assert page.locator("tr.lead-in").is_visible()
    page.get_by_label("Says").select_option("may")
    assert not page.locator("table").is_visible()


def test_counts_lead_to_what_they_count(desk: Watched) -> None:
    page = desk.open(POLICY)
    assert page.locator(".summary").inner_text().startswith("10 clauses: 4 for staff, 1 for parents, 6 for pupils;")
    page.get_by_role("link", name="4 “must not”").click()
    assert page.url.endswith("?duty=must_not")
    assert shown(page) == FILTERED["?duty=must_not"]
    page.get_by_role("link", name="4 for staff").click()
    assert page.url.endswith("?audience=staff")


@pytest.mark.parametrize(("first", "then"), [("", "must"), ("must", ""), ("may", "must_not")])
def test_the_reader_keeps_their_place(desk: Watched, first: str, then: str) -> None:
    page = desk.open(f"{LONG}?duty={first}" if first else LONG)
    here = {"": "#c-60", "must": "#c-60", "may": "#c-59"}[first]
    page.locator(here).evaluate("e => scrollBy(0, e.getBoundingClientRect().top - 112)")  # just below the filter
    before = top(page, here)
    page.get_by_label("Says").select_option(then)
    if first == "may":
        assert 100 <= top(page, "#c-61") <= 200, "the next clause that is shown takes its place"
    else:
        assert abs(top(page, here) - before) <= 1


@pytest.mark.parametrize("device", ["desk", "phone"])
def test_a_clause_that_is_linked_to_stands_just_below_the_filter(device: str, request: pytest.FixtureRequest) -> None:
    watched: Watched = request.getfixturevalue(device)
    page = watched.open(f"{LONG}#c-40")
    bar = page.locator(".filter").bounding_box()
    assert bar is not None
    assert 0 <= top(page, "#c-40") - (bar["y"] + bar["height"]) <= 60


def test_the_filter_works_by_keyboard(desk: Watched) -> None:
    page = desk.open(POLICY)
    page.get_by_label("For").focus()
    page.keyboard.press("ArrowDown")
    assert page.url.endswith("?audience=staff")
    outline = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
    assert outline >= 2


def test_the_number_of_clauses_is_announced(desk: Watched) -> None:
    page = desk.open(POLICY)
    assert page.locator(".filter output").inner_text() == "All 10 clauses"


def test_controls_can_be_touched_and_leave_room(phone: Watched) -> None:
    page = phone.open(f"{POLICY}?duty=must_not")
    for control in page.locator(".filter :is(select, button)").all():
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    bar = page.locator(".filter").bounding_box()
    assert bar is not None
    assert bar["height"] <= 100
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_everything_is_shown_and_nothing_is_dead(scriptless: Watched) -> None:
    page = scriptless.open(f"{POLICY}?audience=staff")
    assert page.locator(".clause").count() == 10
    assert all(one.is_visible() for one in page.locator(".clause").all())
    assert page.locator(".filter, .summary a").count() == 0


def test_marks_have_a_word_and_a_shape(desk: Watched) -> None:
    page = desk.open(POLICY)
    assert page.locator("#c-9 .marks").inner_text().split() == ["Must", "not", "Pupils"]
    assert page.locator("#c-6 .marks").count() == 0
    shapes = page.evaluate(
        "() => [...document.querySelectorAll('.marks > b')].map(e => [e.textContent, getComputedStyle(e, '::before').maskImage])"
    )
    assert len({word for word, _ in shapes}) == len({shape for _, shape in shapes}) == 4


def test_marks_are_not_copied_with_the_words(desk: Watched) -> None:
    page = desk.open(POLICY)
    copied = page.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('#c-12')); return getSelection().toString(); }"
    )
    assert "record lessons" in copied
    assert "Pupils must not:" in copied
    assert "Must not" not in copied


def test_what_stands_below_a_paragraph_goes_with_it(desk: Watched) -> None:
    page = desk.open("schools/oak-hill/referring/?audience=parents")
    assert shown(page) == ["c-3"]
    assert page.locator(".refers:visible").count() == 1
    page.get_by_label("For").select_option("")
    assert page.locator(".refers:visible").count() == 2
    assert desk.faults == []
