from __future__ import annotations

import markdown
import pytest

from tests.publish.samples import SITE, published

OURS = ["attr_list", "toc", "tables", "fenced_code"]


def rendered(source: str, *extensions: str) -> str:
    return str(markdown.markdown(source, extensions=[*OURS, *extensions]))


@pytest.mark.parametrize("path", [path for path in published(SITE) if path.endswith(".md")])
def test_pages_read_the_same_with_and_without(path: str) -> None:
    source = str(published(SITE)[path]).rpartition("---\n")[2]
    assert rendered(source, "clauseway.render.plain_markdown") == rendered(source)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("![x](y.png)", "<p>![x](y.png)</p>"),
        ("![x](https://x.example/guide/y.png)", "<p>![x](https://x.example/guide/y.png)</p>"),
        ("![x](../guide/y.png)", "<p>![x](../guide/y.png)</p>"),
        ("[a][b]\n\n[b]: c", "<p>[a][b]</p>\n<p>[b]: c</p>"),
        ("<https://x.example>", "<p><https://x.example></p>"),
        ("> a", "<p>&gt; a</p>"),
        ("a\n===", "<p>a\n===</p>"),
        ("***", "<p>***</p>"),
    ],
)
def test_constructs_that_no_page_uses_are_text(source: str, shown: str) -> None:
    assert rendered(source, "clauseway.render.plain_markdown") == shown


def test_pictures_of_the_guide_are_shown() -> None:
    source = 'a\n\n![What it shows](guide/y.webp){: .shown width="4" }'
    shown = '<p>a</p>\n<p><img alt="What it shows" class="shown" src="guide/y.webp" width="4" /></p>'
    assert rendered(source, "clauseway.render.plain_markdown") == rendered(source) == shown
