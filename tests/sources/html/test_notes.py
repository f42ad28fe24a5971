"""Footnotes and comments: marks are no words of a sentence, comments no words of the page."""

from __future__ import annotations

import pytest

from tests.sources.html.show import read, shown, text

MARK = "<note mark> "
NOTES = {
    "Word": (
        '<p>In time<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>, unless<p><a href="#_ftnref1" name="_ftn1">[1]</a> Say so.',
        ["In time, unless", MARK + "[1]{#_ftn1}", "Say so.", MARK + "[1]{#_ftnref1}"],
    ),
    "raised in its link": (
        '<p>Here<a href="#q" id="p"><sup>1</sup></a> now<p><a href="#p" id="q">1</a>Note',
        ["Here now", MARK + "1{#q}", "Note", MARK + "1{#p}"],
    ),
    "raised without a link": ("<p>Here<sup>1</sup>.<p><sup>1</sup> Note", ["Here.", MARK + "1", "Note", MARK + "1"]),
    "raised without a note": ("<p>Here<sup>1</sup>.", ["Here 1."]),
    "list of notes": (
        '<p>Now<sup><a href="#n" id="r">1</a></sup>.<ol><li id="n">Note <a href="#r">↩︎</a></ol>',
        ["Now.", MARK + "1{#n}", "Note", MARK + "↩︎{#r}"],
    ),
    "in a table": (
        '<table><tr><td>a<a href="#_ftn1">[1]</a><td>b<tr><td>c<td>d</table>',
        ["| a | b", "| c | d", MARK + "[1]{#_ftn1}"],
    ),
    "numbers of headings stay": (
        '<p><a href="#s" id="c">1</a> Aims<h2><a id="s" href="#c">1</a> Aims</h2>',
        ["1{#s} Aims", "## 1{#c} Aims"],
    ),
    "reference to a paragraph": ('<p>As in <a href="#s2">2</a>.<p id="s2">2 Aims', ["As in 2{#s2}.", "2 Aims"]),
}


@pytest.mark.parametrize(("page", "expected"), NOTES.values(), ids=NOTES)
def test_marks_stand_beside_the_text(page: str, expected: list[str]) -> None:
    assert text(page) == expected


COMMENTS = {
    "Google Docs": '<p>We pay<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> it.<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Secret</span><p>more secret</div>',
    "Word": "<p>We pay<span class=MsoCommentReference><a href='#_msocom_1'>[J1]</a></span> it.<div style='mso-element:comment-list'><div style='mso-element:comment'><p><a name='_msocom_1'></a>Secret</div></div>",
}


@pytest.mark.parametrize("page", COMMENTS.values(), ids=COMMENTS)
def test_comments_are_left_out(page: str) -> None:
    content = read(page)
    assert shown(content) == ["We pay it."]
    assert [(out.what, out.count) for out in content.left_out] == [("comment", 1)]
    assert [problem.code for problem in content.problems] == ["comments"]
    assert not any("ecret" in problem.message + problem.advice for problem in content.problems)
