"""What markup says: one line of a page, one thing read."""

from __future__ import annotations

import pytest

from tests.sources.html.show import read, text

BLOCKS = {
    "unclosed paragraphs": ("<p>one<p>two", ["one", "two"]),
    "stray end tags part words": ("one</p>two</div>three", ["one", "two", "three"]),
    "text behind the page's end": ("<body>one</body></html>two", ["one", "two"]),
    "inline elements do not part words": ("re<b>turn</b>ed<wbr>ly<o:p></o:p>", ["re*turnedly"]),
    "elements of components part words": ("<x-head>Rules</x-head><x-text>Walk</x-text>", ["Rules", "Walk"]),
    "styled blocks part words": ('<span style="display:block">one</span><span>two</span>', ["one", "two"]),
    "blocks by style sheet": ("<style>.b{display:block}</style>one<span class=b>two</span>", ["one", "two"]),
    "inline by style sheet": ("<style>.b{display:inline}</style>one<span class=b>two</span>", ["onetwo"]),
    "line break": ("one<br>two", ["one\\ntwo"]),
    "two line breaks part paragraphs": ("one<br><br>two", ["one", "two"]),
    "white space": ("<p>  one\n\t two&nbsp;&nbsp;three </p>", ["one two three"]),
    "unseen characters": ("re&shy;turn\u200bed", ["returned"]),
    "entities": ("&pound;5 &amp; &bogus; &#8217; &#150;", ["£5 & &bogus; ’ –"]),
    "markup that was escaped stays text": ("&lt;b&gt;", ["<b>"]),
    "angle bracket in text": ("<p>under 5 < 6 and 7 > 3", ["under 5 < 6 and 7 > 3"]),
    "preformatted": ("<pre>a\n  b\n\nc</pre>", ["a\\n  b", "c"]),
    "headings": ("<h2>A<br>B</h2><h4>C</h4>", ["## A\\nB", "#### C"]),
    "heading by role": ('<div role="heading" aria-level="3">A</div>', ["### A"]),
    "bold and italic": ("<b>a</b> <i>b</i> <strong><em>c</em></strong>", ["*a /b */c"]),
    "bold by style": ('<span style="font-weight:700">a</span> <b style="font-weight:normal">b</b>', ["*a b"]),
    "bold goes on over paragraphs": ("<p><b>a<p>b</b> c", ["*a", "*b c"]),
    "links": ('<a href="https://x.example/a?b=1&amp;c=2">a</a>', ["a{https://x.example/a?b=1&c=2}"]),
    "definitions": ("<dl><dt>Absence<dd>Being away<dd>for a day</dl>", ["*Absence Being away", "for a day"]),
    "definition in a paragraph": (
        "<dl><div><dt>Late<dd><p>After <b>nine</b>.</div></dl>end",
        ["*Late After *nine.", "end"],
    ),
    "question and answer": ("<dl><dt>What is it?<dd>This.</dl>", ["*What is it?", "This."]),
    "term over a list": ("<dl><dt>Kinds<dd><ul><li>a</ul></dl>", ["*Kinds", "[•~] a"]),
    "details": ("<details><summary>More</summary>Text</details>", ["*More", "Text"]),
    "deletions out, insertions in": ("<p>a <del>must</del><ins>may</ins> <s>x</s> <strike>y</strike>", ["a may"]),
    "character data": ("one <![CDATA[two <b>]]> three", ["one two <b> three"]),
    "comments out": ("one<!-- two --> <!--[if IE]>three<![endif]-->four", ["one four"]),
    "conditional marks": ("<p><![if !supportLists]>1.<![endif]> one", ["1. one"]),
    "programs out": ("<script>var a='<p>x</p>'</script>one<style>p{}</style>", ["one"]),
    "styles with a lost quote out": ('one<style type=text">p{}</style>two', ["one", "two"]),
    "form": ("<label>Name</label><input value=x><textarea>y</textarea><p>one", ["Name", "one"]),
    "choices": ("<p>Year <select><option>1<option>2</select></p>", ["Year", "<form choice> 1 2"]),
    "pictures part words": ("one<img alt=two>three", ["one three"]),
    "raised letters": (
        "1<sup>st</sup> word<sup>1</sup>next 5m<sup>2</sup> H<sub>2</sub>O",
        ["1st word 1 next 5m2 H2O"],
    ),
    "mark of a note": ('<a href="#n1">1</a>Note', ["1{#n1} Note"]),
    "note at a word": ('word<sup><a href="#n1">[1]</a></sup>.', ["word [1]{#n1}."]),
}


@pytest.mark.parametrize(("page", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_text(page: str, expected: list[str]) -> None:
    assert text(page) == expected


TABLES = {
    "cells without end tags": ("<table><tr><th>A<th>B<tr><td>1<td>2</table>", ["| !A | !B", "| 1 | 2"]),
    "merged cells": (
        "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td colspan=2>d</table>",
        ["| a | b", "|  | c", "| <2>d"],
    ),
    "caption before": ("<table><caption>Fees</caption><tr><td>a<td>b</table>", ["Fees", "| a | b"]),
    "text outside cells before": ("<table>stray<tr><td>a</td></tr></table>", ["stray", "| a"]),
    "table in a table": ("<table><tr><td>a<table><tr><td>b</table>c</table>", ["| a / | b / c"]),
    "head of a table": ("<table><thead><tr><td>A</thead><tr><td>b</table>", ["| !A", "| b"]),
    "list in a cell": ("<table><tr><td><ol><li>a<li>b</ol></table>", ["| [1.] a / [2.] b"]),
    "table that only arranges": ("<table role=presentation><tr><td><h2>A</h2><p>b</table>", ["## A", "b"]),
    "cell without a table": ("<td>a</td><td>b</td>", ["a", "b"]),
}


@pytest.mark.parametrize(("page", "expected"), TABLES.values(), ids=TABLES)
def test_tables(page: str, expected: list[str]) -> None:
    assert text(page) == expected


LONG = "<p>The school keeps records of every meeting and shares them with parents when they ask for them.</p>"
HIDDEN = {
    "attribute": ("<p hidden>gone</p>", False),
    "style": ('<p style="display: none">gone</p>', False),
    "invisible": ('<p style="visibility:hidden">gone</p>', False),
    "class": ("<style>.q{display:none}</style><p class=q>gone</p>", False),
    "only in print": ("<style>@media print{.q{display:none}}</style><p class=q>kept</p>", True),
    "for screen readers": ('<p>a <span class="sr-only">gone</span></p>', False),
    "accordion": ('<div class="accordion-body" style="display:none">kept</div>', True),
    "tab": ('<div role="tabpanel" hidden>kept</div>', True),
    "opened by a button": ('<button aria-controls="x">a</button><div id="x" style="display:none">kept</div>', True),
    "until found": ('<div hidden="until-found">kept</div>', True),
    "modal": ('<div class="modal collapse" style="display:none">gone</div>', False),
    "faded in by a program": (f'<div style="visibility:hidden">{LONG * 2} kept</div>', True),
    "hidden from screen readers only": ('<p aria-hidden="true">kept</p>', True),
}


@pytest.mark.parametrize(("page", "kept"), HIDDEN.values(), ids=HIDDEN)
def test_hidden_text(page: str, kept: bool) -> None:
    content = read(LONG + page)
    assert any("kept" in line for line in text(LONG + page)) is kept
    assert ("hidden text" in {out.what for out in content.left_out}) is not kept


def test_what_is_left_out_is_told_once_with_its_first_place() -> None:
    content = read("<p>a\n<del>one</del> <del>two</del><img alt='Map'><noscript>no</noscript>")
    assert [(out.what, out.count, out.sample, out.place.line) for out in content.left_out] == [
        ("deleted text", 2, "one", 2),
        ("picture", 1, "Map", 2),
        ("text for browsers without scripts", 1, "no", 2),
    ]
    assert [problem.code for problem in content.problems] == ["tracked-changes"]


def test_place_is_the_line_of_the_first_word() -> None:
    content = read("<div>\n<p>\n one\n<p>two")
    assert [part.place.line for part in content.flow if hasattr(part, "place")] == [3, 4]
    assert content.words == (("one", 3), ("two", 4))
