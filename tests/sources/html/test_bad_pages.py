"""Pages that are broken, wrongly encoded or hold nothing: a result or one clear message, and never lost words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from clauseway.problems import UnreadableSource
from clauseway.sources.flow import Flow, Paragraph
from clauseway.sources.html import read_html
from tests.sources.html.show import read, text

REFUSED = {
    "empty": (b"", "source-empty"),
    "no text": (b"<html><body><p>&nbsp;</p></body></html>", "source-empty"),
    "only programs": (b"<div id=root></div><script>render('text')</script>", "source-empty"),
    "only a frame with another document": (b"<h1></h1><iframe src='policy.pdf'></iframe>", "source-empty"),
    "only frames": (b"<frameset><frame src=a.htm><noframes>Get a browser</noframes></frameset>", "source-frames"),
    "log-in": (b"<title>Portal</title><form>Name<input><input type=password></form>", "source-login"),
    "code of a page": (
        b"<table><tr><td class=line-content><span class=html-tag>&lt;p&gt;</span></table>",
        "source-page-code",
    ),
    "packed page": (
        b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<p>a",
        "source-format",
    ),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "source-binary"),
    "word file": (b"PK\x03\x04word/document.xml", "source-binary"),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableSource) as refusal:
        read_html(data, "a/b.html")
    assert (refusal.value.problem.code, refusal.value.problem.file) == (code, "a/b.html")
    assert refusal.value.problem.advice


ENCODINGS = {
    "utf-8": "<p>£5 café".encode(),
    "utf-8 with its mark": b"\xef\xbb\xbf" + "<p>£5 café".encode(),
    "stated": '<meta charset="iso-8859-1"><p>£5 café'.encode("latin-1"),
    "stated in the long form": '<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><p>£5 café'.encode(
        "cp1252"
    ),
    "stated by xml": '<?xml version="1.0" encoding="ISO-8859-15"?><p>£5 café'.encode("iso-8859-15"),
    "stated wrongly": '<meta charset="windows-1252"><p>£5 café'.encode(),
    "not stated": "<p>£5 café".encode("cp1252"),
    "utf-16": "<p>£5 café".encode("utf-16"),
    "utf-16 without its mark": '<meta charset="utf-16"><p>£5 café'.encode("utf-16-le"),
    "stray nul": "<p>£5 \x00café and then some more text".encode(),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_encodings(data: bytes) -> None:
    assert text(data)[0].startswith("£5 café")


def test_a_guessed_encoding_is_said() -> None:
    assert [problem.code for problem in read("<p>café".encode("cp1252")).problems] == ["encoding-guessed"]
    assert not read('<meta charset="latin1"><p>café'.encode("latin-1")).problems


DEEP = 20_000
BROKEN = {
    "deep": ("<div>" * DEEP + "one" + "</div>" * DEEP + "two", ["one", "two"]),
    "never closed": ("<div><b>" * DEEP + "one", ["*one"]),
    "open quote": ('<p>one</p><a href="x>two</a>', ["one", "two"]),
    "open comment": ("<p>one<!-- two", ["one"]),
    "cut off in a tag": ("<p>one</p><p class='x", ["one"]),
    "title never closed": ("one <title>two", ["one", "<web page head> two"]),
    "program never closed": ("<p>one<script>two", ["one"]),
    "look across blocks": ("<em><p>one</em>two</p>three", ["/one", "two", "three"]),
}


@pytest.mark.parametrize(("page", "expected"), BROKEN.values(), ids=BROKEN)
def test_broken_pages(page: str, expected: list[str]) -> None:
    assert text(page) == expected


def test_what_is_cut_off_is_said() -> None:
    assert [problem.code for problem in read("<p>one<!-- two").problems] == ["page-cut-off"]


# Each of these took time in the square of its length, in this reader or in the library that counts the words.
SLOW = {
    "comments": "x<!--",
    "tags": "x<a ",
    "quotes": '<a b="x',
    "character data": "x<![CDATA[",
    "raw text": "x<textarea>",
    "lists counted back": "<ol reversed><li>x",
    "looks": "<b>x<p>y",
    "buttons in one line": "<a class=share>Share this</a>",
    "merged cells": "<tr><td rowspan=999>x",
}


@pytest.mark.parametrize("piece", SLOW.values(), ids=SLOW)
def test_time_grows_with_length(piece: str) -> None:
    read(f"<p>word</p><table>{piece * 4_000}")


PIECES = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<a_href='#1'>",
    "</a>",
    "<ul>",
    "</ul>",
    "<ol_start=3>",
    "<li>",
    "</li>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<th>",
    "<span>",
    "</span>",
    "<sup>",
    "</sup>",
    "<del>",
    "</del>",
    "<s>",
    "</s>",
    "<br>",
    "<h2>",
    "</h2>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<select>",
    "<option>",
    "</select>",
    "<button>",
    "</button>",
    "<input>",
    "<!--_c_-->",
    "<script>x</script>",
    "<style>.q{display:none}</style>",
    "<span_class=q>",
    "<div_hidden>",
    "<nav>",
    "</nav>",
    "<main>",
    "</main>",
    "<header>",
    "<footer>",
    "<pre>",
    "</pre>",
    "<details>",
    "<template>",
    "</template>",
    "<svg>",
    "</svg>",
    "<noscript>",
    "<title>",
    "</title>",
    "<o:p>",
    "</o:p>",
    "<x-y>",
    "</x-y>",
    "<img>",
    "<font>",
    "</font>",
    "<body>",
    "</body>",
    "</html>",
    "<caption>",
    "&nbsp;",
    "&amp;",
    "&shy;",
    "<",
    ">",
    "<![CDATA[",
    "]]>",
    "<![if_x]>",
    "<?x?>",
    "<em_style='display:block'>",
    "</em>",
    "<p_style='display:none'>",
    "<xmp>",
    "</xmp>",
    "<!--",
    "-->",
    '"',
    "'",
    '<p_a="',
    "</",
    "one",
    "two",
    "three",
    "1",
    "st",
    ".",
]


@pytest.mark.parametrize("seed", range(40))
def test_no_word_is_lost_in_any_soup(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(15):
        soup = "".join(chance.choice(PIECES).replace("_", " ") for _ in range(chance.randint(2, 40)))
        with suppress(UnreadableSource):
            read(f"<p>a</p>{soup}")


PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_changed_pages_are_read_or_refused(page: Path) -> None:
    chance = random.Random(page.stem)
    data = page.read_bytes()
    for _ in range(10):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            changed[chance.randrange(len(changed))] = chance.choice(b'<>"&/ax-\x00\xff')
        start, end = sorted(chance.sample(range(len(changed)), 2))
        for mutated in (bytes(changed), data[:end], data[:start] + data[end:]):
            with suppress(UnreadableSource):
                read_html(mutated, "x.html")


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        pytest.param(f"<p>one &#{'9' * 5000}; two", "one \ufffd two", id="reference"),
        pytest.param(f"<p>one &#x{'9' * 5000}; two", "one \ufffd two", id="hexadecimal reference"),
        pytest.param(f"<p title='&#{'9' * 5000}'>one", "one", id="reference in an attribute"),
        pytest.param(f"<p style='font-weight:{'9' * 5000}'>one", "one", id="weight"),
        pytest.param("<p style='font-weight:²'>one", "one", id="weight that is no number"),
        pytest.param(f"<p role=heading aria-level={'9' * 5000}>one", "one", id="level"),
        pytest.param("<p role=heading aria-level=²>one", "one", id="level that is no number"),
        pytest.param(f"<ol start={'9' * 5000}><li>one</ol>", "one", id="start"),
        pytest.param(f"<table><tr><td colspan={'9' * 5000}>one</table>", "one", id="columns"),
    ],
)
def test_numbers_that_are_none_break_nothing(page: str, kept: str) -> None:
    assert [run.text for part in flat(read(page).flow) for run in part.runs] == [kept]


def flat(flow: Flow) -> Iterator[Paragraph]:
    for part in flow:
        if isinstance(part, Paragraph):
            yield part
        else:
            yield from (one for row in part.rows for cell in row for one in flat(cell.content))
