from __future__ import annotations

import pytest

from clauseway.model import Audience, Duty, Findings, Link, Piece, Role
from clauseway.publish.body import Part, body
from tests.publish.samples import clause, found, heading, item, piece
from tests.publish.test_text import rendered

STEM = "Staff must not:"


def lines(*pieces: Piece) -> list[str]:
    """The body of some pieces; each has the anchor `a1`, `a2` ... unless it is a tail or an unnumbered stem."""
    parts = [
        Part(one, "" if one.role is Role.TAIL or (one.role is Role.LEAD_IN and not one.number) else f"a{n}")
        for n, one in enumerate(pieces, 1)
    ]
    return [line for line in body(parts, "Title").splitlines() if line]


def text(*written: str) -> list[str]:
    """The lines of a block of text."""
    return ['<div class="text">', *written, "</div>"]


LINK = '<a href="#{1}" aria-label="Link to this clause">{0}</a>'

FORMS = {
    "numbered paragraph": (
        [clause("Be kind.", number="2.1")],
        text('<p class="clause" id="a1"><a href="#a1">2.1</a> Be kind.</p>'),
    ),
    "paragraph": (
        [clause("Be kind.")],
        text(f'<p class="clause" id="a1">{LINK.format("¶", "a1")} Be kind.</p>'),
    ),
    "title": ([heading("Title", level=0)], []),
    "second title": ([heading("Other", level=0)], ["## Other {: #a1 }"]),
    "heading": ([heading("2. Scope", number="2.")], ["## 2&#46; Scope {: #a1 }"]),
    "deep heading": ([heading("Deep", level=9)], ["###### Deep {: #a1 }"]),
    "label": ([heading("Staff", level=2, label=True, marker="-")], ["### Staff {: #a1 }"]),
    "list": (
        [piece(Role.LEAD_IN, STEM), item("lie", STEM, number="(a)"), item("cheat", STEM)],
        text(
            f'<p class="lead-in">{STEM}</p>',
            f'<ul><li class="clause" id="a2"><a href="#a2">(a)</a> <em>{STEM}</em> lie',
            f'</li><li class="clause" id="a3">{LINK.format("•", "a3")} <em>{STEM}</em> cheat',
            "</li></ul>",
        ),
    ),
    "tail": (
        [item("lie", STEM, number="(a)", tail="at any time."), piece(Role.TAIL, "at any time.", lead_ins=(STEM,))],
        text(
            f'<ul><li class="clause" id="a1"><a href="#a1">(a)</a> <em>{STEM}</em> lie <em>at any time.</em>',
            "</li></ul>",
            '<p class="tail">at any time.</p>',
        ),
    ),
    "nested list": (
        [
            item("a", number="1)"),
            piece(Role.LEAD_IN, "b:", item=True, marker="-", lead_ins=(STEM,)),
            item("c", STEM, "b:", depth=2, number="i)"),
            item("d", number="2)"),
        ],
        text(
            '<ul><li class="clause" id="a1"><a href="#a1">1)</a> a',
            '</li><li class="lead-in">b:',
            f'<ul><li class="clause" id="a3"><a href="#a3">i)</a> <em>{STEM} b:</em> c',
            '</li></ul></li><li class="clause" id="a4"><a href="#a4">2)</a> d',
            "</li></ul>",
        ),
    ),
    "numbered stem above its list": (
        [piece(Role.LEAD_IN, STEM, number="3.1", item=True), item("lie", STEM, number="(a)")],
        text(
            f'<p class="lead-in" id="a1"><a href="#a1">3.1</a> {STEM}</p>',
            f'<ul><li class="clause" id="a2"><a href="#a2">(a)</a> <em>{STEM}</em> lie',
            "</li></ul>",
        ),
    ),
    "stem cut from the end of an item": (
        [item("a.", number="1)"), piece(Role.LEAD_IN, STEM, item=True), item("lie", STEM, depth=1, number="i)")],
        text(
            '<ul><li class="clause" id="a1"><a href="#a1">1)</a> a.',
            f'</li><li class="lead-in">{STEM}',
            f'<ul><li class="clause" id="a3"><a href="#a3">i)</a> <em>{STEM}</em> lie',
            "</li></ul></li></ul>",
        ),
    ),
    "stem cut from the end of a paragraph": (
        [clause("a.", number="1.1"), piece(Role.LEAD_IN, STEM, item=True), item("lie", STEM, number="i)")],
        text(
            '<p class="clause" id="a1"><a href="#a1">1.1</a> a.</p>',
            f'<p class="lead-in">{STEM}</p>',
            f'<ul><li class="clause" id="a3"><a href="#a3">i)</a> <em>{STEM}</em> lie',
            "</li></ul>",
        ),
    ),
    "furniture inside a list": (
        [item("a", number="1)"), piece(Role.FURNITURE, "Page 2", reason="page number"), item("b", number="2)")],
        [
            *text(
                '<ul><li class="clause" id="a1"><a href="#a1">1)</a> a',
                '</li><li class="clause" id="a3"><a href="#a3">2)</a> b',
                "</li></ul>",
            ),
            '<details class="furniture">',
            "<summary>Also in the original document</summary>",
            "<ul>",
            "<li>Page 2 <i>page number</i></li>",
            "</ul>",
            "</details>",
        ],
    ),
    "text between headings": (
        [clause("a", number="1"), heading("B"), heading("C"), clause("d", number="2")],
        [
            *text('<p class="clause" id="a1"><a href="#a1">1</a> a</p>'),
            "## B {: #a2 }",
            "## C {: #a3 }",
            *text('<p class="clause" id="a4"><a href="#a4">2</a> d</p>'),
        ],
    ),
    "link": (
        [clause("See us.", number="1", links=(Link("us", "https://x.example"),))],
        text('<p class="clause" id="a1"><a href="#a1">1</a> See <a href="https://x.example">us</a>.</p>'),
    ),
}


@pytest.mark.parametrize(("pieces", "expected"), FORMS.values(), ids=FORMS.keys())
def test_each_form_of_text(pieces: list[Piece], expected: list[str]) -> None:
    assert lines(*pieces) == expected


SAID = {
    "nothing sought": (None, "", ""),
    "nothing found": (found(Duty.NONE), ' data-audience="" data-duty="none"', ""),
    "no duty": (
        found(Duty.NONE, Audience.STAFF),
        ' data-audience="staff" data-duty="none"',
        ' <small class="marks" lang="en">Staff</small>',
    ),
    "no audience": (
        found(Duty.MAY),
        ' data-audience="" data-duty="may"',
        ' <small class="marks" lang="en"><b>May</b></small>',
    ),
    "both": (
        found(Duty.MUST_NOT, Audience.STAFF, Audience.GOVERNORS),
        ' data-audience="staff governors" data-duty="must_not"',
        ' <small class="marks" lang="en"><b>Must not</b> Staff, governors</small>',
    ),
}


@pytest.mark.parametrize(("findings", "attributes", "words"), SAID.values(), ids=SAID.keys())
def test_findings_stand_on_and_beside_the_clause(findings: Findings | None, attributes: str, words: str) -> None:
    paragraph, one = clause("Be kind.", number="1"), item("Head decides", cells=("Head", "decides"), number="2")
    written = body([Part(paragraph, "a", findings), Part(one, "b", findings)], "Title")
    assert f'<p class="clause" id="a"{attributes}><a href="#a">1</a> Be kind.{words}</p>' in written
    assert f'<tr class="clause" id="b"{attributes}>' in written
    assert f"<td>decides{words}</td></tr>" in written


def test_nested_list_becomes_nested_elements_with_their_own_ids() -> None:
    pieces, _ = FORMS["nested list"]
    page = rendered("\n".join(lines(*pieces)))
    tags = [tag for tag, _ in page.elements if tag in ("ul", "li")]
    assert tags == ["ul", "li", "li", "ul", "li", "li"]
    assert [attrs["id"] for attrs in page.having("class", "clause")] == ["a1", "a3", "a4"]
    assert page.texts["a3"].split() == ["i)", *STEM.split(), "b:", "c"]


def test_deeper_items_stand_at_the_deepest_level() -> None:
    page = rendered("\n".join(lines(*(item(f"level {n}", depth=n) for n in range(300)))))
    assert [tag for tag, _ in page.elements].count("ul") == 10
    assert [page.texts[f"a{n}"].split()[:3] for n in (300, 10)] == [["•", "level", "299"], ["•", "level", "9"]]


def test_rows_of_a_table_are_clauses() -> None:
    head = piece(Role.LEAD_IN, "Who What", cells=("Who", "What"), item=True)
    row = item("Head <b> decides", STEM, cells=("Head <b>", "decides"), marker="", tail="alone.")
    page = rendered("\n".join(lines(head, row)))
    assert page.texts["a2"].split() == ["•", *STEM.split(), "Head", "<b>", "decides", "alone."]
    assert [tag for tag, _ in page.elements].count("th") == 2


def test_a_text_full_of_marks_is_shown_as_it_is() -> None:
    page = rendered("\n".join(lines(clause("*" * 3_000), item("[" * 3_000, STEM))))
    assert page.texts["a1"] == "¶ " + "*" * 3_000
    assert page.texts["a2"].split() == ["•", *STEM.split(), "[" * 3_000]
