"""Renders small sites with the real settings and templates."""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec
import pytest

from clauseway.model import Collection, Contact, Link, Metadata, Piece, Policy, School
from clauseway.problems import Problem, Severity
from clauseway.publish import hand_written, publish, write
from clauseway.render import DOCS, render
from clauseway.search import search_files
from tests.publish.hostile import HOSTILE
from tests.publish.page import Page
from tests.publish.samples import FORMS, FULL, OAK, SITE, policy

HARMLESS = "plain words"


def build(site: Collection, folder: Path, site_url: str | None = None) -> tuple[Problem, ...]:
    """Publish and render `site` into `folder`/site with the repository's own pages."""
    pages = publish(site, lambda _: DOCS / "index.md", hand_written(DOCS))
    write(pages | search_files(site), folder / "docs")
    return render(folder / "docs", folder / "site", site_url)


def page(folder: Path, path: str) -> Page:
    return Page((folder / "site" / path).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    assert build(SITE, folder) == ()
    return folder


def say(text: str, slug: str) -> Policy:
    """A policy that says `text` wherever a document or a person can say something."""

    def reworded(one: Piece) -> Piece:
        return msgspec.structs.replace(
            one,
            text=f"{text} {one.text}",
            number=text if one.number else "",
            lead_ins=(text,) * len(one.lead_ins),
            tail=text if one.tail else "",
            reason=text if one.reason else "",
            cells=(text,) * len(one.cells),
            section_path=(text,) * len(one.section_path),
            links=tuple(Link(text, link.href) for link in one.links),
        )

    said = Metadata(title=text, scope=(text,), approved_by=text, owner=text, approved="2024", stated=())
    problem = Problem("any", Severity.WARNING, text, text, advice=text)
    return policy([reworded(one) for one in FORMS], school=slug, slug="policy", metadata=said, problems=(problem,))


def school(text: str, slug: str) -> School:
    contact = Contact(text, text, "01234", "a@b.example")
    return msgspec.structs.replace(OAK, slug=slug, name=text, place=text, motto=text, contacts=(contact,))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of schools that each say one hostile text everywhere, and one that says nothing of the kind."""
    folder = tmp_path_factory.mktemp("hostile")
    texts = {"harmless": HARMLESS} | {f"h{n}": text for n, text in enumerate(HOSTILE.values())}
    schools = tuple(school(text, slug) for slug, text in texts.items())
    policies = tuple(say(text, slug) for slug, text in texts.items())
    assert build(Collection(schools, policies), folder, "https://policies.example/") == ()
    return folder


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=HOSTILE.keys())
@pytest.mark.parametrize("path", ["policy/index.html", "index.html"], ids=["policy page", "school page"])
def test_no_text_adds_or_takes_away_an_element(hostile: Path, number: int, path: str) -> None:
    ours = page(hostile, f"schools/h{number}/{path}")
    assert ours.skeleton() == page(hostile, f"schools/harmless/{path}").skeleton()


@pytest.mark.parametrize("path", ["index.html", "schools/index.html"])
def test_no_name_of_a_school_is_alive_in_lists(hostile: Path, path: str) -> None:
    links = [attrs["href"] for tag, attrs in page(hostile, path).elements if tag == "a"]
    assert links
    assert all(re.fullmatch(r"[a-z0-9./#-]*", link) for link in links)


def test_the_page_is_titled_and_described(built: Path) -> None:
    source = (built / "site/schools/oak-hill/phones/index.html").read_text(encoding="utf-8")
    assert "<title>Mobile Phones – Oak Hill Primary School – Clauseway</title>" in source
    assert (
        'content="Mobile Phones of Oak Hill Primary School, clause by clause: every rule with its own link."' in source
    )
    assert '<html lang="en"' in source


def test_breadcrumbs_and_the_policies_of_the_school(built: Path) -> None:
    source = (built / "site/schools/oak-hill/phones/index.html").read_text(encoding="utf-8")
    crumbs = Page(source[source.index('<nav class="crumbs"') : source.index("</nav>", source.index("crumbs")) + 6])
    assert [attrs["href"] for tag, attrs in crumbs.elements if tag == "a"] == ["../../..", "../../", "../"]
    here = [attrs["href"] for _, attrs in Page(source).elements if attrs.get("aria-current") == "page"]
    assert here == ["./", "./"], "in the menu and beside the text"
    assert "In this school" in source
    assert "In this school" not in (built / "site/help/index.html").read_text(encoding="utf-8")


def test_links_lead_to_files_of_the_site(built: Path) -> None:
    site = built / "site"
    for found in sorted(site.rglob("*.html")):
        if found.name == "404.html":
            continue
        for tag, attrs in Page(found.read_text(encoding="utf-8")).elements:
            target = attrs.get("href", attrs.get("src", "")) if tag in ("a", "link", "script", "img") else ""
            if target.startswith(("https:", "mailto:", "tel:", "data:")) or not target:
                continue
            path, _, anchor = target.partition("#")
            there = (found.parent / path).resolve()
            there = there / "index.html" if there.is_dir() else there
            there = there if path else found
            assert there.is_file(), f"{found.relative_to(site)}: {target}"
            if anchor:
                assert f'id="{anchor}"' in there.read_text(encoding="utf-8"), f"{found.relative_to(site)}: {target}"


def test_nothing_is_fetched_from_elsewhere(built: Path) -> None:
    for found in sorted((built / "site").rglob("*.html")):
        for tag, attrs in Page(found.read_text(encoding="utf-8")).elements:
            if tag != "a":
                assert not re.match(r"(https?:)?//", attrs.get("href", attrs.get("src", ""))), (found.name, attrs)


def test_address_of_the_site_is_known_where_it_must_be(tmp_path: Path) -> None:
    assert build(SITE, tmp_path, "https://policies.example/sub/") == ()
    source = (tmp_path / "site/schools/oak-hill/phones/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://policies.example/sub/schools/oak-hill/phones/">' in source
    lost = (tmp_path / "site/404.html").read_text(encoding="utf-8")
    assert 'href="/sub/schools/"' in lost
    sitemap = (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://policies.example/sub/schools/oak-hill/phones/</loc>" in sitemap


def test_same_input_same_bytes(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert build(SITE, tmp_path) == ()
    assert os.environ["SOURCE_DATE_EPOCH"] == "1000000000"
    first, second = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (built / "site", tmp_path / "site")
    )
    assert first == second


def test_what_mkdocs_warns_of_is_a_problem(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pages = hand_written(DOCS) | {"help.md": b"# Help\n\n[lost](nowhere.md)\n"}
    write(publish(SITE, lambda _: DOCS / "index.md", pages), tmp_path / "docs")
    found = render(tmp_path / "docs", tmp_path / "site")
    assert [(problem.code, problem.severity) for problem in found] == [("site-page", Severity.WARNING)]
    assert "nowhere.md" in found[0].message
    assert (tmp_path / "site/index.html").is_file()
    assert capfd.readouterr() == ("", "")


def test_a_failure_is_a_problem_and_leaves_the_last_good_site(tmp_path: Path) -> None:
    assert build(SITE, tmp_path) == ()
    (tmp_path / "docs/help.md").write_bytes(b"---\ntemplate: nowhere.html\n---\n# Help\n")
    found = render(tmp_path / "docs", tmp_path / "site")
    assert {problem.severity for problem in found} == {Severity.ERROR}
    assert found[-1].code == "site-not-rendered"
    assert (tmp_path / "site/schools/oak-hill/phones/index.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site"]


def test_settings_that_cannot_be_read_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("theme: nothing-like-it\n")
    found = render(tmp_path / "docs", tmp_path / "site", config=tmp_path / "mkdocs.yml")
    assert found[-1].code == "site-not-rendered"


def test_policy_in_another_language_says_so(tmp_path: Path) -> None:
    welsh = msgspec.structs.replace(OAK, language="cy")
    assert build(Collection((welsh,), (FULL,)), tmp_path) == ()
    assert '<div lang="cy">' in (tmp_path / "site/schools/oak-hill/phones/index.html").read_text(encoding="utf-8")
