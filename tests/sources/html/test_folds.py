"""What unfolds at a click is headed by what is clicked on."""

from __future__ import annotations

import pytest

from tests.sources.html.show import text

FOLDS = {
    "details": (
        "<h2>B</h2><details><summary>One</summary>a<h4>In</h4>b</details><details><summary>Two</summary>c</details>",
        ["## B", "### *One", "a", "#### In", "b", "### *Two", "c"],
    ),
    "without a heading above": ("<details><summary>One</summary>a</details>", ["*One", "a"]),
    "named titles": (
        "<h1>A</h1><div class=x-accordion-title>One</div><div>a</div><h2>B</h2><div class=faq-question>Two</div>b",
        ["# A", "## *One", "a", "## B", "## *Two", "b"],
    ),
    "buttons": (
        "<h1>A</h1><div><button aria-expanded=false>One</button><p>a</div><h2>B</h2><div><button aria-expanded=false>Two</button><p>b</div>",
        ["# A", "## *One", "a", "## B", "### *Two", "b"],
    ),
    "headings keep their level": (
        "<h1>A</h1><h3><button aria-expanded=false>One</button></h3><p>a",
        ["# A", "### *One", "a"],
    ),
    "tabs in a row": (
        "<h1>A</h1><div><span role=tab>One</span> <span role=tab>Two</span></div><div>a</div><div>b</div>",
        ["# A", "*One Two", "a", "b"],
    ),
    "in a list": ("<h1>A</h1><ul><li><details><summary>One</summary>a</details></ul>", ["# A", "[•~] *One", "  a"]),
}


@pytest.mark.parametrize(("page", "expected"), FOLDS.values(), ids=FOLDS)
def test_titles_of_folds(page: str, expected: list[str]) -> None:
    assert text(page) == expected
