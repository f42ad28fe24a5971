"""Whole pages as site builders, school systems and office programs write them; schools and rules are invented.

To change what is expected, change the `.txt` beside the page by hand, after looking at the page in a browser.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.html.show import read, shown

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page(page: Path) -> None:
    content = read(page.read_bytes(), page.name)
    lines = shown(content)
    lines += [f"out: {out.what} {out.count} {out.sample}".rstrip() for out in content.left_out]
    lines += [f"problem: {problem.code} {problem.line}" for problem in content.problems]
    assert lines == page.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_places_are_lines_of_the_page(page: Path) -> None:
    source = page.read_text(encoding="utf-8").splitlines()
    for word, line in read(page.read_bytes()).words:
        assert 1 <= line <= len(source)
        assert word[:1] in source[line - 1] or "&" in source[line - 1]
