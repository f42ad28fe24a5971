from __future__ import annotations

import pytest

from clauseway.sources.flow import Cell, Paragraph, Table
from tests.sources.docx.making import (
    abstract,
    box,
    cell,
    field,
    level,
    make,
    num,
    p,
    paragraph_style,
    r,
    relation,
    root,
    row,
    table,
)
from tests.sources.docx.reading import lines, paragraphs, read, said

BREAK = '<w:r><w:br w:type="page"/></w:r>'
STYLES = (
    paragraph_style("berschrift1", shown="heading 1")
    + paragraph_style("Kop2", properties='<w:outlineLvl w:val="1"/>')
    + paragraph_style("Clause", "Kop2")
    + paragraph_style("Body", "Kop2", properties='<w:outlineLvl w:val="9"/>')
    + paragraph_style("Titel", shown="Title")
    + paragraph_style("Pennawd3")
    + paragraph_style("Inhalt1", shown="toc 1")
    + paragraph_style("TOCHeading", shown="TOC Heading")
    + paragraph_style("Spaced", properties='<w:spacing w:before="120" w:after="120"/>')
    + paragraph_style("Close", "Spaced", properties="<w:contextualSpacing/>")
)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param(p("a", style="berschrift1"), 1, id="by the style's name"),
        pytest.param(p("a", style="Kop2"), 2, id="by the outline"),
        pytest.param(p("a", style="Clause"), 2, id="by the style it is based on"),
        pytest.param(p("a", style="Body"), 0, id="body text based on a heading"),
        pytest.param(p("a", style="Titel"), 1, id="title"),
        pytest.param(p("a", style="Pennawd3"), 3, id="Welsh id"),
        pytest.param(p("a", more='<w:outlineLvl w:val="3"/>'), 4, id="its own outline level"),
        pytest.param(p("a", style="Kop2", more='<w:outlineLvl w:val="9"/>'), 0, id="made body text"),
        pytest.param(p("a", style="Unknown"), 0, id="unknown style"),
    ],
)  # fmt: skip
def test_heading_levels(paragraph: str, expected: int) -> None:
    (found,) = paragraphs(read(make(paragraph, styles=STYLES)).flow)
    assert found.level == expected


@pytest.mark.parametrize(
    ("body", "gaps"),
    [
        pytest.param(p("a") + p("b"), "10", id="none"),
        pytest.param(p("a") + p() + p("b"), "11", id="empty paragraph"),
        pytest.param(p("a", style="Spaced") + p("b"), "11", id="space after"),
        pytest.param(p("a") + p("b", style="Spaced"), "11", id="space before"),
        pytest.param(p("a", style="Close") + p("b", style="Close"), "10", id="none between paragraphs of one style"),
        pytest.param(p("a", style="Close") + p("b", style="Spaced"), "11", id="but before another"),
        pytest.param(p("a") + table(row(cell(p("b")))) + p("c"), "111", id="table"),
    ],
)  # fmt: skip
def test_gaps(body: str, gaps: str) -> None:
    found = paragraphs(read(make(body, styles=STYLES)).flow)
    assert "".join(str(int(each.gap_before)) for each in found) == gaps


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        pytest.param(p(runs=r("a") + BREAK) + p("b"), "01", id="break at the end"),
        pytest.param(p("a") + p(runs=BREAK + r("b")), "01", id="break at the beginning"),
        pytest.param(p("a") + p(runs=BREAK) + p("b"), "01", id="break alone"),
        pytest.param(p("a") + p("b", more="<w:pageBreakBefore/>"), "01", id="break before"),
        pytest.param(p("a") + p(runs="<w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>"), "01", id="where Word last broke"),
        pytest.param(p("a") + p(runs=f"{r('b')}<w:r><w:lastRenderedPageBreak/></w:r>") + p("c"), "000", id="within a paragraph"),
        pytest.param(p("a", more="<w:sectPr/>") + p("b"), "01", id="section"),
        pytest.param(p("a", more="<w:sectPr/>") + p("b", more='<w:sectPr><w:type w:val="continuous"/></w:sectPr>') + p("c"), "001", id="section that goes on"),
    ],
)  # fmt: skip
def test_page_starts(body: str, starts: str) -> None:
    found = paragraphs(read(make(body)).flow)
    assert "".join(str(int(each.starts_page)) for each in found) == starts


def test_tables() -> None:
    inner = table(row(cell(p("deep"))))
    body = table(
        row(cell(p("a"), more='<w:gridSpan w:val="2"/>'), cell(p("b"), more='<w:vMerge w:val="restart"/>'), more="<w:tblHeader/>"),
        row(cell(p("c")), cell(p("d"), inner, p()), cell(more="<w:vMerge/>")),
        row(cell(p("e")), more='<w:gridBefore w:val="1"/>'),
    )  # fmt: skip
    (found,) = read(make(body)).flow
    assert isinstance(found, Table)
    assert [[(each.columns, each.header, len(each.content)) for each in cells] for cells in found.rows] == [
        [(2, True, 1), (1, True, 1)],
        [(1, False, 1), (1, False, 2), (1, False, 0)],
        [(1, False, 0), (1, False, 1)],
    ]
    nested = found.rows[1][1].content[1]
    assert isinstance(nested, Table)
    assert lines(read(make(body))) == ["a", "b", "c", "d", "deep", "e"]


def test_a_number_alone_in_a_cell_is_kept() -> None:
    body = table(row(cell(p(num=1, ilvl=0)), cell(p("Staff"))), row(cell(p(num=1, ilvl=0)), cell(p("Pupils"))))
    found = paragraphs(read(make(body + p(num=1, ilvl=0), abstract(0, level(0, "%1.")) + num(1, 0))).flow)
    assert [(each.marker, said(each)) for each in found] == [("1.", ""), ("", "Staff"), ("2.", ""), ("", "Pupils")]


CONTENTS = field("TOC \\o", r("1 Aims\t2")).replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")


@pytest.mark.parametrize(
    ("body", "asides"),
    [
        pytest.param(p("Aims\t2", style="Inhalt1") + p("b"), ["contents list", ""], id="by style"),
        pytest.param(
            p(runs=CONTENTS) + p("Scope\t3") + p(runs='<w:r><w:fldChar w:fldCharType="end"/></w:r>') + p("b 4"),
            ["contents list", "contents list", ""],
            id="by field",
        ),
        pytest.param(
            p(runs=CONTENTS) + p("Staff must act. " * 30 + "2") + p("Staff", style="Kop2") + p("Pupils learn."),
            ["contents list", "", "", ""],
            id="field that never ends",
        ),
        pytest.param(
            p(runs=CONTENTS + box(p("Room 7"))) + p(runs='<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
            ["contents list", ""],
            id="not a box beside it",
        ),
        pytest.param(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>"
            + p("Contents", style="TOCHeading")
            + p("Aims\t2", style="Inhalt1")
            + p("Typed in after it")
            + "</w:sdtContent></w:sdt>"
            + p("b"),
            ["contents list", "contents list", "", ""],
            id="by control",
        ),
    ],
)
def test_contents_lists(body: str, asides: list[str]) -> None:
    assert [each.aside for each in paragraphs(read(make(body, styles=STYLES)).flow)] == asides


def head(name: str, text: str) -> dict[str, str]:
    return {f"{name}.xml": root("hdr" if name.startswith("header") else "ftr", p(text) if text else p())}


def reference(kind: str, which: str, name: str) -> str:
    return f'<w:{kind}Reference w:type="{which}" r:id="{name}"/>'


def test_heads_and_feet_once_each_as_asides() -> None:
    parts = head("header1", "Hill School") | head("header2", "First page") | head("header3", "Even pages")
    parts |= head("header4", "Hill School") | head("footer1", "Page 1 of 9") | head("footer2", "")
    relations = "".join(relation(name[:-4], name[:-5], name) for name in parts)
    first = reference("header", "default", "header1") + reference("header", "first", "header2")
    body = p("a", more=f"<w:sectPr>{first}{reference('header', 'even', 'header3')}</w:sectPr>") + p("b")
    last = reference("header", "default", "header4") + reference("footer", "default", "footer1")
    section = last + reference("footer", "first", "footer2") + "<w:titlePg/>"
    content = read(make(body, parts=parts, relations=relations, section=section))
    assert [(each.aside, said(each), each.place.paragraph) for each in paragraphs(content.flow)] == [
        ("page header", "Hill School", None),
        ("page header", "First page", None),
        ("", "a", 1),
        ("", "b", 2),
        ("page foot", "Page 1 of 9", None),
    ]


def note(kind: str, name: str, text: str) -> str:
    return f'<w:{kind} w:id="{name}">{p(runs=f"<w:r><w:{kind}Ref/></w:r>" + r(text))}</w:{kind}>'


def test_notes_stand_after_the_text_and_their_signs_in_no_word() -> None:
    separator = f'<w:footnote w:type="separator" w:id="-1">{p("no words")}</w:footnote>'
    parts = {
        "footnotes.xml": root("footnotes", separator + note("footnote", "1", "See the Act.") + note("footnote", "2", "unused")),
        "endnotes.xml": root("endnotes", note("endnote", "1", "At the end.")),
    }  # fmt: skip
    signs = '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
    dropped = '<w:del w:id="5" w:author="a"><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    content = read(make(p(runs=r("in line with KCSIE") + signs + dropped + r(".")) + p("next"), parts=parts))
    assert lines(content) == ["in line with KCSIE.", "next", "See the Act.", "At the end."]


def test_diagrams_and_drawn_text_are_read() -> None:
    data = '<dgm:dataModel xmlns:dgm="d" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>Tell</a:t></a:r></a:p><a:p><a:r><a:t>the lead</a:t></a:r></a:p></dgm:dataModel>'
    drawing = '<w:r><w:drawing><a:graphic><a:graphicData><dgm:relIds r:dm="d1"/></a:graphicData></a:graphic></w:drawing></w:r>'
    canvas = "<w:r><w:drawing><a:graphic><a:txBody><a:p><a:r><a:t>drawn</a:t></a:r></a:p></a:txBody></a:graphic></w:drawing></w:r>"
    made = make(
        p(runs=r("a") + drawing + canvas), parts={"data.xml": data}, relations=relation("d1", "diagramData", "data.xml")
    )
    assert lines(read(made)) == ["a", "Tell", "the lead", "drawn"]


def test_what_is_left_out_is_said() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A crest"/><pic:pic/></wp:inline></w:drawing></w:r>'
    )
    missing = '<w:r><w:drawing><a:graphic><dgm:relIds r:dm="d9"/><c:chart/></a:graphic></w:drawing></w:r>'
    old = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r><w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>'
    secret = r("secret words", "<w:vanish/>")
    changes = '<w:del w:id="1" w:author="a"><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>new</w:t></w:r></w:ins>'
    commented = '<w:r><w:commentReference w:id="4"/></w:r>'
    body = (
        p("a")
        + p(runs=picture + picture + missing + old)
        + p(runs=secret + changes)
        + p(runs=r("b") + commented)
        + '<w:altChunk r:id="x"/>'
    )
    comments = root("comments", f'<w:comment w:id="4" w:author="a">{p("Is this right?")}</w:comment>')
    content = read(make(body, parts={"comments.xml": comments}))
    assert [(each.what, each.count, each.sample, each.place.paragraph) for each in content.left_out] == [
        ("picture", 2, "A crest", 2),
        ("diagram", 1, "", 2),
        ("chart", 1, "", 2),
        ("word art", 1, "DRAFT", 2),
        ("embedded object", 1, "", 2),
        ("deleted text", 1, "gone", 3),
        ("hidden text", 1, "secret words", 3),
        ("comment", 1, "Is this right?", 4),
    ]
    found = {each.code: (each.severity.value, each.message) for each in content.problems}
    assert list(found) == ["tracked-changes", "hidden-text", "comments", "embedded-document"]
    assert found["tracked-changes"][0] == "warning"
    assert "1 insertion shown as text (the first: “new”)" in found["tracked-changes"][1]
    assert "1 deleted or struck-out passage left out" in found["tracked-changes"][1]
    assert found["comments"] == ("info", "1 comment left out.")
    assert not any(words in message for _, message in found.values() for words in ("gone", "secret", "right"))
    assert lines(content) == ["a", "new", "b"]


def test_highlighted_words_are_named_as_still_open() -> None:
    runs = r("Tell ") + r("[name]", '<w:highlight w:val="yellow"/>') + r(" now", '<w:highlight w:val="none"/>')
    content = read(make(p("a") + p(runs=runs)))
    (problem,) = content.problems
    assert (problem.code, problem.severity.value) == ("highlighted", "info")
    assert "1 passage highlighted" in problem.message
    assert "“[name]”)" in problem.message
    assert problem.paragraph == 2
    assert lines(content) == ["a", "Tell [name] now"]


UNSEEN = r("secret", "<w:vanish/>")
NESTED = (
    '<w:del w:id="2"><w:r><w:t>gone</w:t></w:r></w:del><w:moveFrom w:id="3"><w:r><w:t>moved</w:t></w:r></w:moveFrom>'
)


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        pytest.param(f'<w:ins w:id="1">{r("shown")}{UNSEEN}{NESTED}</w:ins>', "“shown”", id="insertion"),
        pytest.param(f'<w:ins w:id="1">{UNSEEN}{NESTED}</w:ins>', "rejected: 2 deleted", id="none of it seen"),
        pytest.param(r("secret", '<w:highlight w:val="red"/><w:vanish/>'), "", id="hidden and highlighted"),
        pytest.param(
            f'<w:r><w:rPr><w:highlight w:val="red"/></w:rPr><w:t>shown</w:t><w:pict><w:txbxContent>{p(runs=NESTED)}'
            "</w:txbxContent></w:pict></w:r>",
            "“shown”",
            id="deleted in a highlighted box",
        ),
    ],
)
def test_messages_name_no_words_that_nobody_sees(runs: str, said: str) -> None:
    content = read(make(p("a") + p(runs=runs)))
    messages = " ".join(problem.message for problem in content.problems)
    assert said in messages
    assert not any(words in messages for words in ("secret", "gone", "moved"))


def test_programs_are_said_to_be_there() -> None:
    content = read(make(p("a"), parts={"vbaProject.bin": "Sub AutoOpen()"}))
    assert [(left.what, left.count) for left in content.left_out] == [("macro", 1)]
    assert lines(content) == ["a"]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        pytest.param(p(runs=r("old") + UNSEEN), ["hidden text"], id="hidden"),
        pytest.param(p(runs=r("old") + NESTED), ["deleted text"], id="deleted"),
        pytest.param(p("Hill School"), [], id="neither"),
        pytest.param("<w:p>", [], id="damaged"),
    ],
)
def test_what_is_private_in_a_head_that_no_page_shows_is_counted(head: str, found: list[str]) -> None:
    part = root("hdr", head) if head != "<w:p>" else head
    data = make(p("a"), parts={"header1.xml": part}, relations=relation("h1", "header", "header1.xml"))
    content = read(data)
    assert [left.what for left in content.left_out] == found
    assert lines(content) == ["a"]
    assert "old" not in " ".join(problem.message for problem in content.problems)


def test_paragraphs_are_counted_with_those_in_tables() -> None:
    content = read(make(p("a") + p() + table(row(cell(p("b")), cell(p("c")))) + p("d")))
    assert [each.place.paragraph for each in paragraphs(content.flow)] == [1, 3, 4, 5]
    assert dict(content.words) == {"a": 1, "b": 3, "c": 4, "d": 5}


def test_a_table_in_a_box_and_a_box_in_a_table() -> None:
    content = read(make(p(runs=box(table(row(cell(p("a")))))) + table(row(cell(p(runs=r("b") + box(p("c"))))))))
    assert [type(each) for each in content.flow] == [Table, Table]
    assert lines(content) == ["a", "b", "c"]


def test_empty_cells_hold_nothing() -> None:
    (found,) = read(make(table(row(cell(), cell(p("a")))))).flow
    assert isinstance(found, Table)
    assert found.rows[0][0] == Cell(())
    assert isinstance(found.rows[0][1].content[0], Paragraph)
