from __future__ import annotations

import pytest

from clauseway.sources.flow import Run
from tests.sources.docx.making import box, cell, field, make, p, paragraph_style, r, relation, row, table
from tests.sources.docx.reading import lines, paragraphs, read

DELETED = '<w:del w:id="1" w:author="a"><w:r><w:delText>gone</w:delText></w:r></w:del>'
MARK_DELETED = '<w:del w:id="2" w:author="a"/>'
MARK_HIDDEN = "<w:vanish/>"
MATH = (
    "<m:oMath><m:f><m:num><m:r><m:t>attended</m:t></m:r></m:num><m:den><m:r><m:t>possible</m:t></m:r></m:den></m:f>"
    "<m:r><m:t>× 100</m:t></m:r></m:oMath>"
)
WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


def runs(*content: str) -> str:
    return p(runs="".join(content))


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def special(element: str) -> str:
    return f"<w:r>{element}</w:r>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(runs(r("pol"), r("icy")), ["policy"], id="a word in two runs"),
        pytest.param(runs(r("a"), special("<w:tab/>"), r("b"), special("<w:br/>"), r("c")), ["a\tb\nc"], id="tab, break"),
        pytest.param(
            runs(r("drop"), special("<w:noBreakHyphen/>"), r("off "), r("safe"), special("<w:softHyphen/>"), r("guarding")),
            ["drop-off safeguarding"],
            id="hyphens",
        ),
        pytest.param(runs(r("safe\u00adguarding")), ["safeguarding"], id="soft hyphen as a character"),
        pytest.param(
            runs(special('<w:sym w:font="Wingdings" w:char="F0FC"/>'), r(" done "), special('<w:sym w:font="Symbol" w:char="F0B3"/>')),
            ["✓ done ≥"],
            id="symbols",
        ),
        pytest.param(runs(r("\u00fc", WINGDINGS), r(" yes")), ["✓ yes"], id="letters of a symbol font"),
        pytest.param(runs(r("Staff must "), r("not", "<w:b/>"), r(" leave.")), ["Staff must not leave."], id="bold word"),
        pytest.param(runs(r("a "), DELETED, r("b")), ["a b"], id="deletion"),
        pytest.param(
            runs(r("a "), f'<w:ins w:id="1" w:author="x">{r("new ")}{DELETED}</w:ins>', r("b")), ["a new b"], id="insertion"
        ),
        pytest.param(
            runs(f'<w:moveFrom w:id="1" w:author="x">{r("here ")}</w:moveFrom>', r("b "), f'<w:moveTo w:id="2" w:author="x">{r("here")}</w:moveTo>'),
            ["b here"],
            id="move",
        ),
        pytest.param(p("Staff ", mark=MARK_DELETED) + p("must."), ["Staff must."], id="deleted mark joins"),
        pytest.param(p(runs=DELETED, mark=MARK_DELETED) + p("next"), ["next"], id="deleted paragraph"),
        pytest.param(p("last", mark=MARK_DELETED) + table(row(cell(p("cell")))), ["last", "cell"], id="deleted mark before a table"),
        pytest.param(
            table(row(cell(p("out")), more=MARK_DELETED), row(cell(p("in")))), ["in"], id="deleted row"
        ),
        pytest.param(runs(r("a "), r("secret", "<w:vanish/>"), r("b")), ["a b"], id="hidden run"),
        pytest.param(p("secret", style="Secret") + p("b"), ["b"], id="hidden by style"),
        pytest.param(p(style="Secret", runs=r("shown", '<w:vanish w:val="0"/>')), ["shown"], id="hidden by style, shown itself"),
        pytest.param(p("Run-in head.", mark="<w:vanish/><w:specVanish/>") + p("Text."), ["Run-in head.", "Text."], id="style separator"),
        pytest.param(runs(field("DATE", r("1 May 2025"))), ["1 May 2025"], id="field"),
        pytest.param(
            runs(field("IF", r("a")), '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>'), ["a7"], id="simple field"
        ),
        pytest.param(p(style="Secret", runs=r("a", '<w:rStyle w:val="Unseen"/>')), ["a"], id="two hiding styles undo one another"),
        pytest.param(
            runs(
                special('<w:fldChar w:fldCharType="begin"/>'),
                box(p("boxed")),
                r("code"),
                special('<w:fldChar w:fldCharType="separate"/>'),
                r("shown"),
                special('<w:fldChar w:fldCharType="end"/>'),
            ),
            ["shown", "boxed"],
            id="box in a field's code",
        ),
        pytest.param(runs(r("a\nb")), ["a b"], id="line break in the XML"),
        pytest.param(
            runs(r("a "), special('<w:fldChar w:fldCharType="begin"/>'), r("b")) + p("c"), ["a b", "c"], id="field without end"
        ),
        pytest.param(
            runs(
                special('<w:fldChar w:fldCharType="begin"/>'),
                special("<w:instrText>IF </w:instrText>"),
                field("X", r("inner")),
                special('<w:fldChar w:fldCharType="separate"/>'),
                r("outer"),
                special('<w:fldChar w:fldCharType="end"/>'),
            ),
            ["outer"],
            id="field in a field's code",
        ),
        pytest.param(runs(r("Rate: "), MATH), ["Rate: attended / possible × 100"], id="equation"),
        pytest.param(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + runs(f"<w:sdt><w:sdtContent>{r('[insert name]')}</w:sdtContent></w:sdt>")
            + "</w:sdtContent></w:sdt>",
            ["[insert name]"],
            id="controls",
        ),
        pytest.param(
            table(control(row(control(cell(p("a")))))),
            ["a"],
            id="controls around rows and cells",
        ),
        pytest.param(runs(f"<w:smartTag><w:smartTagPr/>{r('York')}</w:smartTag>"), ["York"], id="smart tag"),
        pytest.param(runs(r("before "), box(p("boxed"), p("twice")), r("after")) + p("next"), ["before after", "boxed", "twice", "next"], id="text box"),
        pytest.param(runs(box(p("boxed"), both=False)), ["boxed"], id="text box, new kind only"),
        pytest.param(
            runs("<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice><mc:Fallback><w:t>old</w:t>"
                 "</mc:Fallback></mc:AlternateContent></w:r>"),
            ["old"],
            id="fallback where the choice has no words",
        ),
        pytest.param(
            p("T", more='<w:framePr w:dropCap="drop"/>') + p("his policy"), ["This policy"], id="large first letter"
        ),
        pytest.param("<w:p><w:t>bare</w:t></w:p>", ["bare"], id="text outside a run"),
        pytest.param(runs("<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>"), ["base"], id="ruby"),
        pytest.param(p("  ") + p("a"), ["a"], id="blank paragraph"),
    ],
)  # fmt: skip
def test_words(body: str, expected: list[str]) -> None:
    styles = paragraph_style("Secret", looks="<w:vanish/>")
    styles += paragraph_style("Unseen", looks="<w:vanish/>").replace('"paragraph"', '"character"')
    assert lines(read(make(body, styles=styles))) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(runs(r("a", "<w:b/>"), r("b", '<w:b w:val="1"/>'), r("c", '<w:b w:val="0"/>')), [("ab", True, False), ("c", False, False)], id="direct"),
        pytest.param(p(style="Strong", runs=r("a") + r("b", '<w:b w:val="false"/>')), [("a", True, False), ("b", False, False)], id="by style"),
        pytest.param(p("a", style="Child"), [("a", True, True)], id="by the style it is based on"),
        pytest.param(p(style="Strong", runs=r("a", '<w:rStyle w:val="Bold"/>') + r("b")), [("a", False, False), ("b", True, False)], id="two styles undo one another"),
        pytest.param(p("a", style="Title"), [("a", True, False)], id="title"),
    ],
)  # fmt: skip
def test_emphasis(body: str, expected: list[tuple[str, bool, bool]]) -> None:
    styles = (
        paragraph_style("Strong", looks="<w:b/>")
        + paragraph_style("Child", "Strong", looks="<w:i/>")
        + paragraph_style("Title")
        + '<w:style w:type="character" w:styleId="Bold"><w:name w:val="Bold"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    (paragraph,) = paragraphs(read(make(body, styles=styles)).flow)
    assert [(run.text, run.bold, run.italic) for run in paragraph.runs] == expected


@pytest.mark.parametrize(
    ("body", "href"),
    [
        pytest.param(runs(f'<w:hyperlink r:id="web">{r("a")}</w:hyperlink>'), "https://school.example/a", id="relation"),
        pytest.param(runs(f'<w:hyperlink r:id="web" w:anchor="b">{r("a")}</w:hyperlink>'), "https://school.example/a#b", id="relation and anchor"),
        pytest.param(runs(f'<w:hyperlink w:anchor="b">{r("a")}</w:hyperlink>'), "#b", id="anchor"),
        pytest.param(runs(f'<w:hyperlink r:id="none">{r("a")}</w:hyperlink>'), "", id="no such relation"),
        pytest.param(runs(field('HYPERLINK "mailto:office@school.example"', r("a"))), "mailto:office@school.example", id="field"),
        pytest.param(runs(field('HYPERLINK "https://x.example/" \\l "b"', r("a"))), "https://x.example/#b", id="field with bookmark"),
        pytest.param(runs(field('HYPERLINK \\l "b"', r("a"))), "#b", id="field with bookmark only"),
        pytest.param(runs(f"<w:fldSimple w:instr='HYPERLINK \"javascript:x()\"'>{r('a')}</w:fldSimple>"), "javascript:x()", id="as it stands, safe or not"),
    ],
)  # fmt: skip
def test_links(body: str, href: str) -> None:
    data = make(body, relations=relation("web", "hyperlink", "https://school.example/a", external=True))
    (paragraph,) = paragraphs(read(data).flow)
    assert paragraph.runs == (Run("a", href=href),)


def test_a_link_does_not_go_on_into_the_next_paragraph() -> None:
    start = special('<w:fldChar w:fldCharType="begin"/>') + special(
        '<w:instrText>HYPERLINK "https://a.example"</w:instrText>'
    )
    body = runs(start, special('<w:fldChar w:fldCharType="separate"/>'), r("a")) + p("b")
    assert [each.runs[0].href for each in paragraphs(read(make(body)).flow)] == ["https://a.example", ""]
