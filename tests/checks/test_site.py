"""Links and anchors of a finished site."""

from __future__ import annotations

from pathlib import Path

import pytest

from clauseway.checks.site import MOST, check_site
from clauseway.model import Collection
from clauseway.publish import hand_written, publish, write
from clauseway.render import DOCS, render
from clauseway.search import search_files
from tests.publish.comparing import COMPARED
from tests.publish.reviewing import REVIEWED
from tests.publish.samples import SITE

PAGE = '<html><body id="top"><a href="{}">x</a></body></html>'


def site(folder: Path, href: str) -> Path:
    """A site of a home page, a page with anchors, and a file; `href` stands on the page `a/b/`."""
    for name, text in {
        "index.html": PAGE.format("a/b/"),
        "a/b/index.html": PAGE.format(href) + '<p id="c-1">x</p><p id="caf&#233;">y</p>',
        "data/x y.csv": "x",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "href",
    [
        "#c-1", "#top", "#caf%C3%A9", "../../", "../..", "../../#top", "./", ".", "../b/#c-1", "../../index.html",
        "../../data/x%20y.csv", "?group=overdue", "../b/?a=1#c-1", "https://elsewhere.example/x", "mailto:a@b.example",
        "/absolute/", "//elsewhere.example/", "data:image/png;base64,x", "#", "../b/&#35;c-1",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_well(tmp_path: Path, href: str) -> None:
    assert list(check_site(site(tmp_path, href))) == []


@pytest.mark.parametrize(
    ("href", "where"),
    [
        ("#c-2", "a/b/#c-2"),
        ("../c/", "a/c/"),
        ("../../#c-1", "#c-1"),
        ("../b/#c-2", "a/b/#c-2"),
        ("../../data/y.csv", "data/y.csv"),
        ("../../../outside/", "../outside/"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_page(tmp_path: Path, href: str, where: str) -> None:
    (problem,) = check_site(site(tmp_path, href))
    assert (problem.code, problem.severity) == ("site-link", "warning")
    assert problem.message == f"A link leads to {where}, which is not there: on a/b/."


def test_pages_with_the_same_fault_are_counted(tmp_path: Path) -> None:
    site(tmp_path, "../../missing/")
    (tmp_path / "index.html").write_text(PAGE.format("missing/"))
    (problem,) = check_site(tmp_path)
    assert problem.message.endswith("on a/b/ and 1 more.")


def test_of_very_many_the_first_are_named(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("".join(f'<a href="{n}/">x</a>' for n in range(MOST + 5)))
    problems = list(check_site(tmp_path))
    assert len(problems) == MOST + 1
    assert problems[-1].message == "5 more links lead nowhere."


@pytest.mark.parametrize("collection", [SITE, COMPARED, REVIEWED], ids=["forms", "compared", "reviewed"])
def test_every_link_of_a_site_leads_somewhere(tmp_path: Path, collection: Collection) -> None:
    pages = publish(collection, lambda _: DOCS / "index.md", hand_written(DOCS))
    write(pages | search_files(collection), tmp_path / "docs")
    assert render(tmp_path / "docs", tmp_path / "site") == ()
    assert list(check_site(tmp_path / "site")) == []
