"""Every hostile text shows its characters on its page, and nothing in the site comes alive."""

from __future__ import annotations

import csv
import html
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.hostile.conftest import Built
from tests.hostile.corpus import HOSTILE_NAMES, HOSTILE_SETTINGS, Case, cases
from tests.hostile.page import Element, Page, dangers, essence, read_page, script_marks

PLAIN = "plain/plain.md"
ALL = pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.name}-{case.form}")

# Elements that a policy's own words may call for on its page, whatever the ordinary page has.
TEXT_ELEMENTS = frozenset(
    {"a", "abbr", "code", "div", "em", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "section", "span", "strong", "ul"}
    | {"table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "details", "summary", "aside", "nav", "time"}
    # The site's own quotes from related clauses, and its picture of the duties.
    | {"q", "i", "ins", "del", "b", "small", "cite", "svg", "rect", "title"}
)
# What the site's own picture of the duties is drawn with.
PICTURE = frozenset({"role", "width", "height", "x", "y", "aria-hidden", "aria-label", "data-duty"})
# What a spreadsheet takes for the beginning of a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Classes that only Markdown extensions and the corpus itself set.
FOREIGN_CLASSES = frozenset(
    {"admonition", "annotate", "arithmatex", "critic", "emojione", "evil", "footnote", "footnote-ref", "hidden"}
    | {"highlight", "keys", "mermaid", "md-button", "tabbed-set", "task-list-item", "toc", "twemoji-evil", "x"}
)


@pytest.fixture(scope="module")
def theme_scripts(corpus_site: Built) -> set[str]:
    """The scripts, styles and links of the ordinary page."""
    return script_marks(read_page(corpus_site.page(PLAIN)))


def article(page: Page) -> list[Element]:
    return [element for element in page.elements if element.in_article]


def test_whole_corpus_is_built_without_an_error(corpus_site: Built) -> None:
    assert corpus_site.status == 0, corpus_site.output
    assert "Traceback" not in corpus_site.output


@ALL
def test_page_shows_the_characters(case: Case, corpus_site: Built) -> None:
    shown = essence(read_page(corpus_site.page(case.file)).text)
    missing = [text for text in case.shows if essence(text) not in shown]
    assert missing == []


@ALL
def test_page_has_nothing_alive(case: Case, corpus_site: Built, theme_scripts: set[str]) -> None:
    page = read_page(corpus_site.page(case.file))
    own_links = {element.get("href") for element in page.elements if element.tag == "link"}
    allowed = theme_scripts | {link.lstrip("./") for link in own_links if corpus_site.entries[case.file]["url"] in link}
    assert dangers(page, allowed) == []


@ALL
def test_article_has_only_expected_elements_and_ids(case: Case, corpus_site: Built) -> None:
    page, plain = read_page(corpus_site.page(case.file)), read_page(corpus_site.page(PLAIN))
    data, plain_data = corpus_site.data(case.file), corpus_site.data(PLAIN)
    assert {e.tag for e in article(page)} <= {e.tag for e in article(plain)} | TEXT_ELEMENTS
    assert {name for e in article(page) for name, _ in e.attributes} <= {
        name for e in article(plain) for name, _ in e.attributes
    } | {"colspan", "scope", "start", "value", "dir", "lang", "open", "datetime", "data-due", "data-past"} | PICTURE
    classes = {word for e in article(page) for word in e.get("class").split()}
    assert classes & FOREIGN_CLASSES == set()
    ids = Counter(e.get("id") for e in page.elements if e.get("id"))
    assert [name for name, times in ids.items() if times > 1] == []
    structural = {e.get("id") for e in plain.elements} - own_ids(plain_data)
    headline = {e.get("id") for e in article(page) if e.tag == "h1"}
    assert len(headline) == 1
    assert headline & own_ids(data) == set()
    assert set(ids) - own_ids(data) - structural - headline == set()


def own_ids(data: dict[str, list[dict[str, str]]]) -> set[str]:
    """The ids that a policy's data name for its page."""
    return {clause["id"].partition("#")[2] for clause in data["clauses"]} | {s["id"] for s in data["sections"]}


@ALL
def test_page_outside_the_article_is_the_theme_and_nothing_else(case: Case, corpus_site: Built) -> None:
    acting = {"script", "style", "iframe", "object", "embed", "form", "input", "base", "textarea", "select", "img"}

    def count(file: str) -> Counter[str]:
        page = read_page(corpus_site.page(file))
        return Counter(element.tag for element in page.elements if element.tag in acting)

    assert count(case.file) == count(PLAIN)


@ALL
def test_data_tell_the_text_as_it_is(case: Case, corpus_site: Built) -> None:
    data = corpus_site.data(case.file)
    told = essence(json.dumps(data, ensure_ascii=False))
    texts = [clause["text"] for clause in data["clauses"]] + [section["title"] for section in data["sections"]]
    texts += [piece["text"] for piece in data["furniture"]]
    shown = essence(read_page(corpus_site.page(case.file)).text)
    assert told
    assert [text for text in texts[: len(data["clauses"])] if essence(text) not in shown] == []
    assert not any(html.unescape(text) != text and case.form == "txt" and text not in case.source for text in texts)
    ledger = data["ledger"]
    assert ledger["words"] == sum(count for part, count in ledger.items() if part != "words")


def test_no_page_of_the_site_has_anything_alive(corpus_site: Built) -> None:
    plain_pages = [corpus_site.page(PLAIN)]
    scripts = set().union(*(script_marks(read_page(page)) for page in plain_pages))
    faults = {
        str(path.relative_to(corpus_site.site)): found
        for path in sorted(corpus_site.site.rglob("*.html"))
        if (
            found := [f for f in dangers(read_page(path.read_text(encoding="utf-8")), scripts) if "of its own" not in f]
        )
    }
    assert faults == {}


def test_every_script_of_the_site_is_the_themes_own(corpus_site: Built) -> None:
    """A hostile text could reach a script element on any page: of the school, the list or the home page."""
    for path in sorted(corpus_site.site.rglob("*.html")):
        page = read_page(path.read_text(encoding="utf-8"))
        assert not any("alert(1)" in content or "evil" in content for content in page.inline_scripts), path


def test_school_settings_are_shown_as_text(corpus_site: Built) -> None:
    page = read_page((corpus_site.site / "schools" / "hostile" / "index.html").read_text(encoding="utf-8"))
    assert essence(str(HOSTILE_SETTINGS["name"])) in essence(page.text)
    assert essence(str(HOSTILE_SETTINGS["motto"])) in essence(page.text)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_odd_file_name_leads_nowhere_else(name: str, corpus_site: Built) -> None:
    url = corpus_site.entries[f"odd-names/{name}"]["url"]
    assert re.fullmatch(r"schools/odd-names/[a-z0-9-]+/", url)
    assert "Staffmustkeepoddnames." in essence(read_page(corpus_site.page(f"odd-names/{name}")).text)


def test_links_to_sources_lead_to_the_untouched_file(corpus_site: Built) -> None:
    published = {path.read_bytes() for path in corpus_site.site.rglob("*") if path.suffix in (".txt", ".md")}
    sources = [path for path in corpus_site.policies.rglob("*") if path.suffix in (".txt", ".md")]
    assert [path.name for path in sources if path.read_bytes() not in published] == []


def test_search_index_is_harmless(corpus_site: Built) -> None:
    """A theme's search shows what stands in its index as HTML."""
    index = corpus_site.site / "search" / "search_index.json"
    if not index.exists():
        return
    documents = json.loads(index.read_text(encoding="utf-8"))["docs"]
    for document in documents:
        for part in (document["title"], document["text"]):
            assert dangers(read_page(part)) == [], document["location"]


def tables(site: Path) -> list[Path]:
    return sorted(site.rglob("*.csv"))


def test_no_cell_of_a_table_is_a_formula(corpus_site: Built) -> None:
    assert tables(corpus_site.site)
    for path in tables(corpus_site.site):
        with path.open(encoding="utf-8-sig", newline="") as handle:
            cells = [cell for row in csv.reader(handle) for cell in row]
        assert [cell for cell in cells if cell.startswith(FORMULA_STARTS)] == []


def test_tables_hold_the_texts(corpus_site: Built) -> None:
    told = essence(" ".join(path.read_text(encoding="utf-8-sig") for path in tables(corpus_site.site)))
    for words in ("SUM(1+1) must not be counted.", "{{ config }} or {{ 7 * 7 }}", "onerror=alert(1)"):
        assert essence(words) in told


def test_nothing_is_written_outside_the_site(corpus_site: Built) -> None:
    beside = {path.name for path in corpus_site.site.parent.iterdir()}
    assert beside <= {"policies", "site", "elsewhere", "build"}
    assert list((corpus_site.site.parent / "elsewhere").iterdir()) == []
    assert not Path("/tmp/evil").exists()


def test_no_file_of_the_project_is_read_into_a_page(corpus_site: Built) -> None:
    for case in cases():
        if case.name.startswith(("snippet", "includes")):
            text = read_page(corpus_site.page(case.file)).text
            assert "site_name" not in text
            assert "root:" not in text
