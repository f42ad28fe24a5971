"""Markup in office files, PDFs and web pages is shown as text and never comes alive."""

from __future__ import annotations

import json

import pytest

from tests.hostile.conftest import Built, build
from tests.hostile.marked import HOSTILE, MARKED
from tests.hostile.page import dangers, essence, read_page, script_marks

PLAIN = "marked/plain.txt"
NAMES = pytest.mark.parametrize("name", MARKED)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("marked")
    school = folder / "policies" / "marked"
    school.mkdir(parents=True)
    (school / "school.yml").write_text("name: Marked School\n", encoding="utf-8")
    (school / "plain.txt").write_text("Plain Policy\n\n1. Rules\n\n1.1 Staff must be plain.\n", encoding="utf-8")
    for name, make in MARKED.items():
        (school / name).write_bytes(make())
    return build(folder)


@pytest.fixture(scope="module")
def theme_scripts(site: Built) -> set[str]:
    """The scripts, styles and links of the ordinary page."""
    return script_marks(read_page(site.page(PLAIN)))


@NAMES
def test_the_characters_are_shown(name: str, site: Built) -> None:
    shown = essence(read_page(site.page(f"marked/{name}")).text)
    assert [text for text in HOSTILE if essence(text) not in shown] == []


EMBEDDED = ("iframe", "form", "object", "embed", "svg")
OWN_PICTURE = "profile"
"""The class of the one picture that the site itself puts on the page of a policy."""


@NAMES
def test_nothing_comes_alive(name: str, site: Built, theme_scripts: set[str]) -> None:
    file = f"marked/{name}"
    page = read_page(site.page(file))
    own_links = {element.get("href") for element in page.elements if element.tag == "link"}
    allowed = theme_scripts | {link.lstrip("./") for link in own_links if site.entries[file]["url"] in link}
    assert dangers(page, allowed) == []
    shown = [element for element in page.elements if element.in_article and element.tag in EMBEDDED]
    assert [element.get("class") for element in shown if element.tag == "svg"] in ([], [OWN_PICTURE])
    assert {element.tag for element in shown} <= {"svg"}


@NAMES
def test_live_parts_of_a_page_are_no_text(name: str, site: Built) -> None:
    data = site.data(f"marked/{name}")
    assert "LIVE" not in json.dumps([data[part] for part in ("clauses", "sections", "furniture")])


def test_no_copy_of_a_source_comes_alive(site: Built) -> None:
    pages = [path for ending in ("html", "htm", "svg", "xhtml") for path in site.site.rglob(f"*.{ending}")]
    assert len(pages) > len(MARKED)
    assert [path for path in pages if "<script>alert('LIVE')" in path.read_text(encoding="utf-8")] == []


@NAMES
def test_every_link_leads_to_an_address_of_the_web(name: str, site: Built) -> None:
    told = json.dumps(site.data(f"marked/{name}")["clauses"])
    assert 'href": "javascript' not in told
    assert 'href": "file' not in told
