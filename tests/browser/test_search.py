"""Finding clauses: the search page and the box at the head of every page, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from clauseway.pipeline import build
from clauseway.search.wordlist import site_vocabulary
from clauseway.search.words import family, terms
from tests.browser.conftest import Watched
from tests.browsing import serving

pytestmark = pytest.mark.browser

MOOR = """Moor Lane School

Social Media Policy

Approved: March 2023. Next review: March 2024

1. Staff

Staff must not:

- accept friend requests from pupils;
- post photographs of <b>pupils</b> on their own accounts.

1.1 Staff should keep their profiles private.

2. Parents

2.1 Parents must not complain about the school on social media.

2.2 Parents may photograph their own child at school events.
"""
FELL = """Fellside Academy

Mobile Phone Policy

Approved: July 2022. Next review: July 2027

1. Pupils

1.1 Pupils must not use mobile phones during the school day.

1.2 A phone that is seen will be kept in the office until a parent collects it.

2. Staff

2.1 Staff should not accept friend requests from pupils.

3. Homework

3.1 What is set on Thursday is handed in by Tuesday.
"""
TODAY = date(2026, 9, 1)
DONE = '[data-search-state="done"]'


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site of two schools with a policy each."""
    folder = tmp_path_factory.mktemp("search")
    for slug, name, text in (("moor-lane", "Moor Lane School", MOOR), ("fellside", "Fellside Academy", FELL)):
        school = folder / "policies" / slug
        school.mkdir(parents=True)
        (school / "school.yml").write_text(f"name: {name}\n", encoding="utf-8")
        (school / "policy.txt").write_text(text, encoding="utf-8")
    assert build(folder / "policies", folder / "site", 1, lambda *_: None, TODAY).rendered
    with serving(folder / "site") as served:
        yield served


def search(reader: Watched, query: str) -> Page:
    """Search by the address, and wait for the answer."""
    page = reader.open(f"search/?{query}")
    page.wait_for_selector(DONE, state="attached")
    return page


def clauses(page: Page) -> list[str]:
    found: list[str] = page.locator("[data-clause]").evaluate_all("all => all.map(one => one.dataset.clause)")
    return found


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def field(page: Page) -> Locator:
    return page.get_by_label("What do you want to know?")


def ask(page: Page, query: str) -> None:
    field(page).fill(query)
    page.get_by_role("button", name="Search", exact=True).click()
    page.wait_for_selector(DONE)


def test_a_clause_is_shown_with_what_governs_it(desk: Watched) -> None:
    page = search(desk, "q=friend+requests+from+pupils")
    first = page.locator("[data-clause]").first
    expect(first).to_contain_text("Staff must not: accept friend requests from pupils;")
    expect(first).to_contain_text("Must not")
    expect(first.locator("mark").filter(has_text="friend requests")).to_have_count(1)
    assert {name.split("/")[0] for name in clauses(page)} == {"moor-lane", "fellside"}
    expect(page.get_by_role("status").filter(has_text="clauses in 2 policies")).to_have_count(1)
    assert desk.faults == []


def test_a_result_leads_to_its_clause(desk: Watched) -> None:
    page = search(desk, "q=keep+profiles+private")
    page.get_by_role("link", name="1.1").click()
    expect(page).to_have_url(re.compile(r"/schools/moor-lane/[^/]+/#c-1-1$"))


def test_a_typing_error_is_read_and_said(desk: Watched) -> None:
    page = search(desk, "q=freind+reqests+from+pupils")
    expect(page.get_by_text("Showing results for friend requests from pupils.")).to_be_visible()
    assert clauses(page)
    page.get_by_role("link", name="freind reqests from pupils").click()
    page.wait_for_selector(DONE)
    assert state(page)["as"] == ["typed"]
    expect(page.get_by_text("Showing results for")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        ("slagging off the school on FB", "moor-lane/social-media-policy#c-2-1"),
        ("add a student on insta", "fellside/mobile-phone-policy#c-2-1"),
        ("when do i get my confiscated mobile back", "fellside/mobile-phone-policy#c-1-2"),
        ("mobilephones", "fellside/mobile-phone-policy#c-1-1"),
        ("photographing my kid", "moor-lane/social-media-policy#c-2-2"),
    ],
)
def test_other_words_find_it_too(desk: Watched, query: str, anchor: str) -> None:
    assert anchor in clauses(search(desk, f"q={query}"))[:3]


def test_a_number_finds_its_clause_first(desk: Watched) -> None:
    page = search(desk, "q=2.1")
    assert {name.split("#")[1] for name in clauses(page)[:2]} == {"c-2-1"}


@pytest.mark.parametrize("words", ["kept in the office", "keep in the office"])
def test_words_in_quotes_stand_together_in_this_order_in_any_form(desk: Watched, words: str) -> None:
    page = search(desk, f'q="{words}"')
    assert clauses(page) == ["fellside/mobile-phone-policy#c-1-2"]
    expect(page.get_by_text("No clause has exactly what you put in quotes")).to_have_count(0)


def test_where_nothing_has_the_words_in_quotes_this_is_said_and_what_is_near_is_shown(desk: Watched) -> None:
    page = search(desk, 'q="office in the kept"')
    assert "fellside/mobile-phone-policy#c-1-2" in clauses(page)
    expect(page.get_by_text("No clause has exactly what you put in quotes. These come near it.")).to_be_visible()


@pytest.mark.parametrize("query", ["fellside+1.2", "1.2+fellside+academy"])
def test_a_number_may_stand_beside_a_school(desk: Watched, query: str) -> None:
    assert clauses(search(desk, f"q={query}"))[0] == "fellside/mobile-phone-policy#c-1-2"


def test_a_number_may_end_in_a_dot(desk: Watched) -> None:
    assert clauses(search(desk, "q=1.2.")) == clauses(search(desk, "q=1.2"))


def test_a_schools_name_alone_leads_to_the_school_and_its_policies(desk: Watched) -> None:
    page = search(desk, "q=fellside")
    expect(page.get_by_role("heading", name="Fellside Academy")).to_be_visible()
    policies = page.locator(".search-results").get_by_role("listitem").get_by_role("link")
    assert "Mobile Phone Policy" in policies.all_inner_texts()
    expect(page.get_by_text("Nothing here answers")).to_have_count(0)


def test_all_of_a_schools_name_that_was_typed_belongs_to_the_name(desk: Watched) -> None:
    short = clauses(search(desk, "q=fellside+friend+requests"))
    assert clauses(search(desk, "q=fellside+academy+friend+requests")) == short


def test_a_school_that_is_named_is_searched_alone_and_can_be_undone(desk: Watched) -> None:
    page = search(desk, "q=fellside+friend+requests")
    assert {name.split("/")[0] for name in clauses(page)} == {"fellside"}
    expect(page.get_by_text("Only Fellside Academy, which you named.")).to_be_visible()
    page.get_by_role("link", name="All schools").click()
    page.wait_for_selector(DONE)
    assert {name.split("/")[0] for name in clauses(page)} == {"moor-lane", "fellside"}


def test_answers_are_narrowed_with_counts_and_the_back_button_widens_them(desk: Watched) -> None:
    page = search(desk, "q=friend+requests")
    every = clauses(page)
    says = page.get_by_label("Says")
    expect(says.locator("option", has_text="Should not (1)")).to_have_count(1)
    says.focus()
    says.select_option("should_not")
    page.wait_for_selector(DONE)
    assert clauses(page) == ["fellside/mobile-phone-policy#c-2-1"]
    assert state(page)["duty"] == ["should_not"]
    expect(says).to_be_focused()
    page.go_back()
    page.wait_for_selector(DONE)
    assert clauses(page) == every
    assert "duty" not in state(page)


def test_a_search_can_be_sent_on(desk: Watched) -> None:
    page = search(desk, "q=friend+requests&duty=should_not&school=fellside")
    assert clauses(page) == ["fellside/mobile-phone-policy#c-2-1"]
    expect(page.get_by_label("School")).to_have_value("fellside")


def test_reviews_are_narrowed_by_the_day_of_reading(desk: Watched) -> None:
    desk.page.clock.set_fixed_time("2026-09-01T12:00:00Z")
    assert {name.split("/")[0] for name in clauses(search(desk, "q=friend+requests&review=overdue"))} == {"moor-lane"}
    assert {name.split("/")[0] for name in clauses(search(desk, "q=friend+requests&review=later"))} == {"fellside"}


def test_nothing_found_says_so_and_helps(desk: Watched) -> None:
    page = search(desk, "q=wheelchair+ramp")
    assert clauses(page) == []
    expect(page.get_by_role("heading", name="Nothing here answers this")).to_be_visible()
    expect(page.get_by_role("link", name="Fellside Academy").first).to_be_visible()
    expect(page.get_by_role("heading", name="By topic")).to_be_visible()


def test_what_policies_rarely_settle_is_told_with_where_it_usually_stands(desk: Watched) -> None:
    page = search(desk, "q=order+school+photos")
    assert clauses(page) == []
    expect(page.get_by_text("Buying school photographs: this is best asked of the school’s office.")).to_be_visible()


def test_what_a_heading_is_about_does_not_stand_elsewhere(desk: Watched) -> None:
    assert clauses(search(desk, "q=when+is+homework+due"))[0] == "fellside/mobile-phone-policy#c-3-1"
    assert clauses(search(desk, "q=when+is+homework+due&school=moor-lane")) == []


@pytest.mark.parametrize("file", ["words", "slice", "fellside-mobile-phone-policy"])
def test_what_cannot_be_loaded_can_be_tried_again(desk: Watched, file: str) -> None:
    page = desk.page
    page.route(f"**/{file}-*.json", lambda route: route.abort())
    desk.open("search/?q=phones")
    expect(page.get_by_role("status").filter(has_text="could not be loaded")).to_have_count(1)
    page.unroute(f"**/{file}-*.json")
    page.get_by_role("button", name="Try again").click()
    page.wait_for_selector("[data-clause]")
    assert [fault for fault in desk.faults if "script" in fault or "foreign" in fault] == []


def test_neither_a_query_nor_a_policy_is_markup(desk: Watched) -> None:
    page = search(desk, "q=staff post photographs of <b>pupils</b><img src=x>")
    expect(page.locator("[data-clause] b:not(.duty)")).to_have_count(0)
    expect(page.locator("[data-clause]").first).to_contain_text("post photographs of <b>pupils</b> on their own")
    assert page.locator("article img").count() == 0
    assert desk.faults == []


def test_earlier_searches_stay_on_the_device_and_can_be_forgotten(desk: Watched) -> None:
    page = search(desk, "q=phones")
    desk.open("search/")
    page.wait_for_selector(DONE)
    earlier = page.get_by_role("heading", name="Searched before on this device")
    expect(earlier).to_be_visible()
    page.get_by_role("button", name="Forget these").click()
    expect(earlier).to_have_count(0)
    assert page.evaluate("localStorage.getItem('clauseway.searches')") is None


def test_where_there_are_many_schools_their_matters_answer_first(desk: Watched) -> None:
    def alone(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=json.dumps({**answer.json(), "together": False}))

    desk.page.route("**/manifest.json", alone)
    fetched: list[str] = []
    desk.page.on("request", lambda request: fetched.append(request.url))
    page = search(desk, "q=friend+requests+from+pupils")
    assert clauses(page) == []
    expect(
        page.get_by_text(
            re.compile("2 of 2 schools speak of this: 1 .*must not.*1 .*should not|1 should not, 1 must not")
        )
    ).to_be_visible()
    assert not [url for url in fetched if "/fellside-" in url or "/moor-lane-" in url], "no school is fetched"
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    page.get_by_label("School", exact=True).select_option("fellside")
    page.wait_for_selector("[data-clause]")
    assert clauses(page)[0] == "fellside/mobile-phone-policy#c-2-1"
    assert not [url for url in fetched if "/moor-lane-" in url]


def test_of_many_policies_of_a_name_a_dozen_are_listed_and_the_rest_counted(desk: Watched) -> None:
    policies = [[[f"phones-{place}", f"Mobile Phones {place}"] for place in range(10)] for _ in range(2)]
    desk.page.route("**/manifest.json", lambda route: route.fulfill(json={**route.fetch().json(), "together": False}))
    desk.page.route("**/titles-*.json", lambda route: route.fulfill(json={"version": 1, "policies": policies}))
    page = search(desk, "q=mobile+phones")
    named = page.locator("section", has=page.get_by_role("heading", name="Policies of that name"))
    expect(named.get_by_role("listitem")).to_have_count(12)
    expect(named.get_by_text("And 8 more")).to_be_visible()


def test_the_list_is_asked_for_once_and_with_the_page(desk: Watched) -> None:
    fetched: list[str] = []
    desk.page.on("request", lambda request: fetched.append(request.url))
    search(desk, "q=phones")
    files = [url.rpartition("/")[2] for url in fetched if "search/data" in url]
    assert len(files) == len(set(files))
    assert not [name for name in files if name.startswith(("titles-", "asked-"))]


def test_of_the_index_only_what_is_asked_for_is_fetched(desk: Watched) -> None:
    def slices(query: str) -> list[str]:
        fetched.clear()
        assert clauses(search(desk, query))
        return [url for url in fetched if "/slice-" in url]

    fetched: list[str] = []
    desk.page.on("request", lambda request: fetched.append(request.url))
    assert len(slices("q=phones")) == 1
    assert 1 < len(slices("q=phones+in+lessons+and+photographs+of+pupils")) < 10


def test_nothing_is_fetched_before_the_box_is_used(desk: Watched) -> None:
    fetched: list[str] = []
    desk.page.on("request", lambda request: fetched.append(request.url))
    page = desk.open("schools/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in fetched if "search/data" in url or "search/answer" in url]
    with page.expect_response("**/manifest.json"):
        page.get_by_role("combobox", name="Search the policies").focus()


def test_suggestions_are_walked_by_keyboard(desk: Watched) -> None:
    page = desk.open("schools/")
    box = page.get_by_role("combobox", name="Search the policies")
    box.press_sequentially("mobile ph")
    options = page.get_by_role("option")
    expect(options.filter(has_text="Mobile Phone Policy")).to_have_count(1)
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    chosen = options.first.get_attribute("id")
    assert chosen
    expect(box).to_have_attribute("aria-activedescendant", chosen)
    box.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_value("mobile ph")
    box.press_sequentially("o")
    expect(options.first).to_be_visible()
    box.press("Enter")
    page.wait_for_selector(DONE)
    assert state(page)["q"] == ["mobile pho"]


def test_a_suggested_policy_is_opened(desk: Watched) -> None:
    page = desk.open("")
    box = field(page)
    box.press_sequentially("moor lane soc")
    page.get_by_role("option", name="Social Media Policy").click()
    expect(page).to_have_url(re.compile(r"/schools/moor-lane/social-media-policy/$"))


def test_within_a_school_its_policies_are_searched(desk: Watched) -> None:
    page = desk.open("schools/fellside/mobile-phone-policy/")
    box = page.get_by_role("combobox", name="Search the policies")
    expect(page.get_by_label("Where", exact=True)).to_have_value("fellside")
    box.fill("friend requests")
    box.press("Enter")
    page.wait_for_selector("[data-clause]")
    assert {name.split("/")[0] for name in clauses(page)} == {"fellside"}
    page.get_by_label("School").select_option("")
    page.wait_for_selector(DONE)
    assert "moor-lane" in {name.split("/")[0] for name in clauses(page)}


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_leads_to_the_box(desk: Watched, key: str) -> None:
    page = desk.open("schools/")
    page.keyboard.press(key)
    box = page.get_by_role("combobox", name="Search the policies")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.press(key)
    expect(box).to_have_value(key)


def test_single_keys_can_be_switched_off(desk: Watched) -> None:
    page = desk.open("help/")
    page.get_by_role("button", name="switched off").click()
    page = desk.open("schools/")
    page.keyboard.press("s")
    expect(page.get_by_role("combobox", name="Search the policies")).not_to_be_focused()


def test_on_a_phone_the_box_opens_over_the_whole_width(phone: Watched) -> None:
    page = phone.open("schools/")
    box = page.get_by_role("combobox", name="Search the policies")
    expect(box).to_be_hidden()
    page.get_by_role("link", name="Search").click()
    expect(box).to_be_focused()
    assert (box.bounding_box() or {"width": 0})["width"] > 250
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_a_phone_the_answer_comes_before_the_choices(phone: Watched) -> None:
    page = search(phone, "q=friend+requests+from+pupils")
    assert (page.locator("[data-clause]").first.bounding_box() or {"y": 9999})["y"] < 740
    expect(page.get_by_label("School")).to_be_hidden()
    page.get_by_text("Narrow the answers").click()
    expect(page.get_by_label("School")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_script_the_box_leads_to_topics_and_schools(scriptless: Watched) -> None:
    page = scriptless.open("schools/")
    page.get_by_role("searchbox", name="Search the policies").fill("phones")
    page.get_by_role("searchbox", name="Search the policies").press("Enter")
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    expect(page.get_by_role("heading", name="By topic")).to_be_visible()
    expect(page.get_by_role("link", name="Fellside Academy").first).to_be_visible()


WORDS = [
    "It’s the teacher's e-mail",
    "Don't use FB!",
    "pupils’ phones 2.1.5",
    "Café Cafe\u0301 Ŵyr",
    "a_b c-d",
    "x²  £5 50%",
    "",
]


def test_the_browser_and_the_build_agree_on_words(desk: Watched) -> None:
    page = desk.open("search/")
    script = "async (texts) => { const { terms } = await import('../js/search/words.js'); return texts.map(terms); }"
    assert page.evaluate(script.replace("../", "/"), WORDS) == [terms(text) for text in WORDS]


def test_the_browser_finds_the_family_that_the_build_gave(desk: Watched) -> None:
    page = desk.open("search/")
    script = """async (words) => {
      const { Lexicon } = await import('/js/search/words.js');
      const list = await (await fetch('/search/data/manifest.json')).json();
      const lexicon = new Lexicon(await (await fetch('/search/data/' + list.words)).json());
      return words.map((word) => lexicon.family(word));
    }"""
    known = sorted(site_vocabulary())
    assert page.evaluate(script, known) == [family(word) for word in known]
    typed = ["photographing", "confiscates", "behaviors", "uploaders", "banned", "notifies"]
    assert page.evaluate(script, typed) == [family(word) for word in typed]


def test_nothing_is_asked_of_others_and_no_rule_of_the_page_is_broken(desk: Watched) -> None:
    page = desk.page
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    search(desk, "q=friend+requests")
    assert desk.faults == []
    assert [line for line in said if "Content Security Policy" in line] == []


def test_the_build_made_all_it_promises(desk: Watched) -> None:
    page = desk.open("search/")
    listed = page.evaluate("async () => (await fetch('/search/data/manifest.json')).json()")
    assert [school[0] for school in listed["schools"]] == ["fellside", "moor-lane"]
    assert Path(listed["words"]).suffix == ".json"
