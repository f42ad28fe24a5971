"""What holds for every page that is built, read as a browser reads it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from tinyhtml5.parser import HTMLParser

from tests.publish.everything import KINDS, WELSH, WHOLE
from tests.render.test_engine import build

POLICY = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
NAMED = ("nav", "section", "form")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("every")
    assert build(WHOLE, folder) == ()
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, HTMLParser]:
    """Every page by its path, parsed by the rules that browsers follow."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        parser = HTMLParser(namespace_html_elements=False)
        parser.tree_root = parser.parse(path.read_text(encoding="utf-8"), full_tree=True)
        found[path.relative_to(site).as_posix()] = parser
    return found


def elements(parser: HTMLParser) -> Iterator[Element]:
    return (one for one in parser.tree_root.iter() if isinstance(one.tag, str))


def test_there_is_a_page_of_each_kind(pages: dict[str, HTMLParser]) -> None:
    for path in KINDS.values():
        address = re.split("[#?]", path)[0]
        assert (address if address.endswith(".html") else f"{address}index.html") in pages


def test_browsers_find_nothing_to_mend(pages: dict[str, HTMLParser]) -> None:
    assert {path: parser.errors for path, parser in pages.items() if parser.errors} == {}


def test_ids_are_there_once(pages: dict[str, HTMLParser]) -> None:
    for path, parser in pages.items():
        uses = Counter(one.get("id") for one in elements(parser) if one.get("id"))
        assert [name for name, number in uses.items() if number > 1] == [], path


def test_nothing_is_inline(pages: dict[str, HTMLParser]) -> None:
    """No script, style or handler that the policy in the page itself would have to allow."""
    for path, parser in pages.items():
        for one in elements(parser):
            assert one.tag != "style", path
            assert one.tag != "script" or one.get("src"), path
            assert not [name for name in one.attrib if name.startswith("on") or name == "style"], (path, one.attrib)
            assert not re.match(r"\s*javascript:", one.get("href", ""), re.IGNORECASE), path


def test_every_page_forbids_what_is_inline_or_foreign(pages: dict[str, HTMLParser]) -> None:
    for path, parser in pages.items():
        stated = [one.get("content", "") for one in elements(parser) if one.get("http-equiv")]
        assert [dict(part.strip().split(" ", 1) for part in policy.split(";")) for policy in stated] == [POLICY], path
        head = next(one for one in elements(parser) if one.tag == "head")
        first = [one.get("http-equiv") for one in head if one.tag in ("meta", "link", "script")][:3]
        assert "Content-Security-Policy" in first, "nothing is fetched before it is read"


def test_landmarks_are_there_and_told_apart(pages: dict[str, HTMLParser]) -> None:
    for path, parser in pages.items():
        tags = Counter(one.tag for one in elements(parser))
        assert (tags["main"], tags["h1"], tags["article"]) == (1, 1, 1), path
        names = [one.get("aria-label") or one.get("aria-labelledby") for one in elements(parser) if one.tag == "nav"]
        assert len(set(names)) == len(names), (path, names)
        assert all(names), path


def test_headings_go_down_step_by_step(pages: dict[str, HTMLParser]) -> None:
    for path, parser in pages.items():
        levels = [int(one.tag[1]) for one in elements(parser) if re.fullmatch("h[1-6]", str(one.tag))]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_tables_have_heads(pages: dict[str, HTMLParser]) -> None:
    """Rows of a policy are as its document has them; all other tables say what their rows or columns are."""
    for path, parser in pages.items():
        for table in (one for one in elements(parser) if one.tag == "table" and one.get("class") != "rows"):
            assert [one for one in table.iter() if one.tag == "th"], path


def test_welsh_is_said_to_be_welsh(pages: dict[str, HTMLParser]) -> None:
    parser = pages["schools/glan-yr-afon/ffonau/index.html"]
    spoken: dict[str, set[str]] = defaultdict(set)

    def speak(one: Element, language: str) -> None:
        language = one.get("lang", language)
        spoken[one.get("aria-label", "")].add(language)
        for text in (one.text, *(child.tail for child in one)):
            spoken[(text or "").strip()].add(language)
        for child in one:
            speak(child, language)

    speak(next(one for one in elements(parser) if one.tag == "html"), "")
    for welsh in ("defnyddio ffôn yn y dosbarth", "1 Rheolau", WELSH.metadata.title):
        assert spoken[welsh] == {"cy"}, welsh
    for english in ("Next review", "Must not", "Help", "Also in the original document", "page number"):
        assert spoken[english] == {"en"}, english
    assert spoken["Link to this clause"] == {"en"}
