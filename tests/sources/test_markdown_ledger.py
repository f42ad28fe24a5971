"""No word is lost, added or moved, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clauseway.model import Block
from clauseway.sources import markdown
from clauseway.sources.markdown import read_markdown_blocks
from clauseway.sources.text import read_text_blocks
from clauseway.words import words

_BITS = (
    *("# ", "## ", "- ", "* ", "+ ", "1. ", "2) ", "> ", "    ", "\t", "\n", "\n\n", "  \n", "\\\n", "===\n", "---\n"),
    *("*", "**", "_", "[", "](", "](http://a.b)", '"t"', ")", "![", "`", "```\n", "~~~", "<", ">", "<b>", "&amp;"),
    *("|", "x|y", "\n|-|-|\n", "|a|b|\n|-|-|\n|c|d|e|\n", "word", "not", "A1", "don't", "y\u0302", "\\", ":", "\f"),
    *("Label: v\n", "o ", "• ", "(a) ", "1.1 ", "- - ", "1. 2. ", "{{x}}", "{% y %}", "--8<--", ":::", "[^1]: "),
    *("*[ab]: c", "\u200b", "\u202e", "\xa0", "____"),
)

_HOSTILE = {
    "html": "<div onclick=alert(1)>\n<script>alert('x')</script>\n\n<!-- hidden words -->",
    "links": "[a](javascript:alert(1)) [b](data:text/html,c) [d](vbscript:e)",
    "template": "{{ config.secret }} {% include 'x' %} {# c #}",
    "snippet": '--8<-- "file.md"\n\n--8<--\nx\n--8<--',
    "wiki": "[[ page ]] !include other.md",
    "fence": "``` python {: onclick=x}\ncode words\n```\n~~~ mermaid\ngraph\n~~~",
    "admonition": '::: note\nwords\n:::\n\n!!! note "T"\n    words',
    "definitions": "[^1]: Footnote words\n\n*[HTML]: Hyper Text\n\n[ref]: http://a.b 'title'\n\nSee [ref] and [^1].",
    "attributes": "Text {: onclick=alert(1) }\n\n# Head {#id .class}",
    "front matter": "---\ntitle: A\nhooks: [x.py]\n---\n---\nb: c\n---\n",
    "open front matter": "---\ntitle: A\n\nWords\n",
    "entities": "&lt;b&gt; &#106;avascript &nbsp; &#x6A; &copy;",
    "invisible": "safe\u200bguard \u202enot\u202c \u2066x\u2069 \ufeff y",
    "one line": "Staff must not go. " * 20_000,
    "one line of marks": "*a [b](http://c.d) **e** " * 10_000,
    "many clauses": "".join(f"{n}. Staff must not go.\n" for n in range(3_000)),
    "deep quotation": ">" * 10_000 + " words\n\nmore words",
    "deep list": "".join("  " * depth + "- a\n" for depth in range(300)) + "\nmore",
    "deep brackets": "[" * 10_000 + "a" + "](b)" * 10_000,
    "brackets within the limit": "[" * 250 + "a" + "](b)" * 250,
    "deep pictures": "![" * 250 + "a" + "](b)" * 250,
    "deep emphasis": "*" * 5_000 + "a" + "*" * 5_000,
    "ragged table": "a|b\n-|-\nc|d|e|f\n|g\n|h|i|j\n" + "|" * 1_000,
    "empty items": "1.\n2.\n-\n- \n3)",
    "setext everywhere": "a\nb\n===\nc\n---\n- d\n  ---\n",
    "only marks": "***\n\n[]()\n\n![]()\n\n> \n\n|-|\n",
}


def _words(blocks: tuple[Block, ...]) -> list[str]:
    return [word for block in blocks for word in words(f"{block.marker} {block.text}")]


def _assert_balanced(text: str) -> None:
    blocks = read_markdown_blocks(text)
    printed = words(text)
    assert sorted(_words(blocks)) == sorted(printed)
    # Link targets follow the block they stand in; everything else is in the order of the document.
    rest = iter(printed)
    assert all(word in rest for word in _words(tuple(block for block in blocks if block.aside != "link target")))
    lines = [block.place.line or 0 for block in blocks]
    assert lines == sorted(lines)
    assert all(block.text and block.text == " ".join(block.text.split()) for block in blocks)


@given(st.lists(st.sampled_from(_BITS), max_size=40).map("".join))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_generated_markdown_balances(text: str) -> None:
    _assert_balanced(text)


@given(st.text(max_size=200).map(lambda text: text.replace("\r", " ").replace("\x00", " ")))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_text_balances(text: str) -> None:
    _assert_balanced(text)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in _HOSTILE.items()])
def test_hostile_text_balances(text: str) -> None:
    _assert_balanced(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt;",
        "{{ secret }} {% raw %}",
        '--8<-- "x"',
        "[[ page ]]",
        "!include x",
        ":::",
        "Text {: onclick=alert(1) }",
        "[^1]: note",
        "*[HTML]: Hyper Text",
        "[ref]: http://a.b 'title'",
        "a `code` b",
        "\u202enot\u202c a\u200bb",
    ],
)
def test_hostile_text_stays_as_printed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "read_text_blocks", lambda text: pytest.fail("read as plain text"))
    blocks = read_markdown_blocks(text + " word")
    assert [block.text for block in blocks] == [text + " word"]
    assert blocks[0].links == ()


def test_a_part_that_would_lose_a_word_is_read_as_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[str] = []

    def note(text: str) -> tuple[Block, ...]:
        used.append(text)
        return read_text_blocks(text)

    monkeypatch.setattr(markdown, "read_text_blocks", note)
    deep = ">" * 100 + " lost words"
    blocks = read_markdown_blocks(f"# Title\n\n|a|b|\n|-|-|\n|c|d|\n\n{deep}\n\n*last*")
    assert used == [deep]
    assert [(block.text, block.place.line) for block in blocks] == [
        ("Title", 1),
        ("a b", 3),
        ("c d", 5),
        (deep, 7),
        ("last", 9),
    ]


def test_lines_that_no_token_claims_are_read_as_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent:
        def parse(self, text: str) -> list[object]:
            return []

    monkeypatch.setattr(markdown, "parser", Silent)
    assert [block.text for block in read_markdown_blocks("Staff must\n\nnot go")] == ["Staff must", "not go"]
