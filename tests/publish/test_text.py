from __future__ import annotations

from functools import lru_cache

import markdown as python_markdown
import pytest
from mkdocs.config import load_config

from clauseway.model import Link
from clauseway.publish.text import address, html, linked_html, linked_markdown, markdown, plain
from clauseway.render import MKDOCS_CONFIG
from tests.publish.hostile import HOSTILE
from tests.publish.page import Page

EVERY_TEXT = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


@lru_cache(maxsize=1)
def renderer() -> python_markdown.Markdown:
    """Python-Markdown with the extensions of the site's own settings, less the one that makes it harmless."""
    settings = load_config(str(MKDOCS_CONFIG))
    extensions = [name for name in settings["markdown_extensions"] if name != "clauseway.render.plain_markdown"]
    assert len(extensions) < len(settings["markdown_extensions"])
    return python_markdown.Markdown(extensions=extensions, extension_configs=settings["mdx_configs"])


def rendered(source: str) -> Page:
    return Page(f'<div id="all">{renderer().reset().convert(source)}</div>')


def seen(text: str) -> str:
    return " ".join(plain(text).split(" "))


@EVERY_TEXT
@pytest.mark.parametrize(
    ("around", "skeleton"),
    [
        pytest.param("{}", [("p", ())], id="paragraph"),
        pytest.param("{}\n{{: .tail }}", [("p", ("class",))], id="paragraph with attributes"),
        pytest.param("[1](#c-1) {}\n{{: #c-1 .clause }}", [("p", ("class", "id")), ("a", ("href",))], id="clause"),
        pytest.param("- {}\n    {{: .tail }}", [("ul", ()), ("li", ("class",))], id="item"),
        pytest.param("*{}* end", [("p", ()), ("em", ())], id="lead-in"),
        pytest.param("## {} {{: #s-1 }}", [("h2", ("id",))], id="heading"),
        pytest.param("[{}](x.md) end", [("p", ()), ("a", ("href",))], id="link text"),
    ],
)
def test_no_text_is_markdown(text: str, around: str, skeleton: list[tuple[str, tuple[str, ...]]]) -> None:
    page = rendered(around.format(markdown(text)))
    assert page.skeleton()[1:] == skeleton
    assert seen(text) in " ".join(page.texts["all"].split("\n"))


@EVERY_TEXT
def test_no_text_is_html(text: str) -> None:
    page = rendered(f'<section title="{html(text)}">{html(text)}</section>')
    assert page.skeleton()[1:] == [("section", ("title",))]
    assert page.elements[1][1]["title"] == plain(text)
    assert page.texts["all"].strip("\n") == plain(text)


def test_prose_stays_readable() -> None:
    prose = "Staff must not use phones (see 2.1), e.g. at 8 - 9; it's for pupils' safety: ask first."
    assert markdown(prose) == prose


def test_characters_that_no_page_can_show_are_shown_as_such() -> None:
    assert plain("a\x00b\x02c\ud800") == "a�b�c�"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://x.example/a?b=c&d=1#e", "https://x.example/a?b=c&d=1#e"),
        ("HTTP://x.example", "HTTP://x.example"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("tel:+441234", "tel:+441234"),
        ("https://x.example/(a) b\"'<>`\\", "https://x.example/%28a%29%20b%22%27%3C%3E%60%5C"),
        ("javascript:alert(1)", ""),
        ("  javascript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//x.example", ""),
        ("file:///etc/passwd", ""),
        ("", ""),
    ],
)
def test_only_harmless_addresses_are_linked_to(href: str, expected: str) -> None:
    assert address(href) == expected


def test_links_stand_on_their_words_once_each_in_order() -> None:
    links = [Link("here", "https://a.example"), Link("here", "mailto:b@c.example"), Link("no", "javascript:x")]
    assert linked_markdown("See here or *here* or no here.", links) == (
        "See [here](https://a.example) or &#42;[here](mailto:b@c.example)&#42; or no here."
    )
    assert linked_html("here & here", links[:1]) == '<a href="https://a.example">here</a> &#38; here'


def test_a_link_whose_words_are_not_there_changes_nothing() -> None:
    assert linked_markdown("a b", [Link("c", "https://a.example"), Link("", "https://a.example")]) == "a b"
