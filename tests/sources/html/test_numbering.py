"""Numbers and bullets as a browser draws them."""

from __future__ import annotations

import pytest

from tests.sources.html.show import read, text

COUNTERS = (
    "<style>ol{counter-reset:i;list-style:none}li{counter-increment:i}li:before{content:counters(i,'.') ' '}</style>"
)
LISTS = {
    "start": ("<ol start=4><li>a<li>b</ol>", ["[4.] a", "[5.] b"]),
    "value": ("<ol><li>a<li value=7>b<li>c</ol>", ["[1.] a", "[7.] b", "[8.] c"]),
    "reversed": ("<ol reversed><li>a<li>b</ol>", ["[2.] a", "[1.] b"]),
    "reversed from": ("<ol reversed start=9><li>a<li>b</ol>", ["[9.] a", "[8.] b"]),
    "letters": ("<ol type=a start=26><li>a<li>b</ol>", ["[z.] a", "[aa.] b"]),
    "roman": ("<ol type=I start=9><li>a<li>b</ol>", ["[IX.] a", "[X.] b"]),
    "zero and below": ("<ol type=a start=0><li>a<li>b</ol>", ["[0.] a", "[a.] b"]),
    "type of an item": ("<ol><li type=i>a<li>b</ol>", ["[i.] a", "[2.] b"]),
    "style": ('<ol style="list-style-type: lower-roman"><li>a</ol>', ["[i.] a"]),
    "short style": ('<ol style="list-style: inside upper-alpha"><li>a</ol>', ["[A.] a"]),
    "style sheet": (
        "<style>ol ol{list-style-type:lower-alpha}</style><ol><li>a<ol><li>b</ol></ol>",
        ["[1.] a", "  [a.] b"],
    ),
    "leading zero": ('<ol style="list-style-type:decimal-leading-zero"><li>a</ol>', ["[01.] a"]),
    "none": ('<ol style="list-style:none"><li>2.1 a</ol>', ["[] 2.1 a"]),
    "no mark still counts": ('<ol><li>a<li style="list-style:none">b<li>c</ol>', ["[1.] a", "[] b", "[3.] c"]),
    "bullets": ("<ul><li>a<ul><li>b</ul></ul>", ["[•~] a", "  [•~] b"]),
    "list in a list without an item": ("<ul><li>a</li><ul><li>b</ul></ul>", ["[•~] a", "  [•~] b"]),
    "several paragraphs": ("<ol><li><p>a<p>b</ol>", ["[1.] a", "  b"]),
    "text behind an inner list": ("<ol><li>a<ul><li>b</ul>c</ol>", ["[1.] a", "  [•~] b", "  c"]),
    "heading in an item": ("<ol start=3><li><h2>a</h2>b</ol>", ["## [3.] a", "  b"]),
    "counters": (f"{COUNTERS}<ol><li>a<ol><li>b<li>c</ol><li>d</ol>", ["[1] a", "  [1.1] b", "  [1.2] c", "[2] d"]),
    "counter of headings": (
        "<style>body{counter-reset:h}h2{counter-increment:h}h2::before{content:'Part ' counter(h) ': '}</style>"
        "<h2>a</h2><h2>b</h2>",
        ["## [Part 1:] a", "## [Part 2:] b"],
    ),
    "marker": (
        "<style>li::marker{content:'(' counter(list-item, lower-alpha) ')'}</style><ol><li>a<li>b</ol>",
        ["[(a)] a", "[(b)] b"],
    ),
    "drawn bullet": ("<style>ul{list-style:none}li:before{content:'\\2013'}</style><ul><li>a</ul>", ["[–~] a"]),
    "sign of a font": ("<style>ul{list-style:none}li:before{content:'\\f105'}</style><ul><li>a</ul>", ["[•~] a"]),
    "item styled as a block": ("<ol><li style='display:block'>a</ol>", ["[] a"]),
}


@pytest.mark.parametrize(("page", "expected"), LISTS.values(), ids=LISTS)
def test_lists(page: str, expected: list[str]) -> None:
    assert text(page) == expected
    assert not read(page).problems


UNRESOLVED = {
    "style that is not known": ('<ol style="list-style-type:hebrew"><li>a</ol>', ["[] a"]),
    "selector that is not understood": (
        "<style>li{counter-increment:i}li:not(.x)::before{content:counter(i)}</style><ol><li>a</ol>",
        ["[] a"],
    ),
    "content that is not understood": ("<style>li::before{content:attr(n) counter(i)}</style><ol><li>a</ol>", ["[] a"]),
    "numbers of several levels in another file": ('<ol class="legal-list"><li>a</ol>', ["[] a"]),
}


@pytest.mark.parametrize(("page", "expected"), UNRESOLVED.values(), ids=UNRESOLVED)
def test_no_number_rather_than_a_wrong_one(page: str, expected: list[str]) -> None:
    assert text(page) == expected
    assert [problem.code for problem in read(page).problems] == ["number-unresolved"]
