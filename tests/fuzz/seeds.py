"""Valid files of every format, each with as much of what its format can hold as a policy may have."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache

import docx
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import (
    Flowable,
    ListFlowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from tests.sources.made import WORD_NAMESPACE, odt_parts, paragraph, relations, word_parts, zipped

_RULES = (
    "Staff must not use a mobile phone in class.",
    "Pupils hand in their phones at the office, and may not fetch them before 3.15 pm.",
    "Parents should ring the office; they must not ring a pupil.",
)


@cache
def seeds() -> dict[str, bytes]:
    """The files by name, in the order of names."""
    makers: dict[str, Callable[[], bytes]] = {
        "hand.docx": _hand_docx,
        "library.docx": _library_docx,
        "hand.odt": _hand_odt,
        "plain.pdf": lambda: _pdf(0),
        "packed.pdf": lambda: _pdf(1),
        "site.html": _site_html,
        "export.html": _export_html,
        "policy.md": _markdown,
        "policy.txt": _text,
    }
    return {name: makers[name]() for name in sorted(makers)}


def _library_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Mobile Phone Policy", 0)
    document.add_heading("Rules", 1)
    for style in ("List Number", "List Number 2", "List Bullet", "List Bullet 2", "List Continue", "Quote"):
        for text in _RULES:
            document.add_paragraph(text, style=style)
    table = document.add_table(rows=0, cols=3)
    for number, text in enumerate(_RULES):
        for cell, words in zip(table.add_row().cells, (str(number), text, "Head"), strict=True):
            cell.text = words
    table.cell(0, 0).merge(table.cell(1, 1))
    document.sections[0].header.paragraphs[0].text = "Hill School"
    document.sections[0].footer.paragraphs[0].text = "Approved 12 March 2024"
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as opened:
        return zipped({name: opened.read(name) for name in sorted(opened.namelist())})


def _numbering() -> str:
    formats = ("decimal", "lowerLetter", "lowerRoman", "bullet", "upperRoman")
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{"".join(f"%{n + 1}." for n in range(level + 1)) if form == "decimal" else f"(%{level + 1})"}"/>'
        f'<w:pPr><w:ind w:left="{360 * level}"/></w:pPr></w:lvl>'
        for level, form in enumerate(formats)
    )
    return (
        f'<w:numbering xmlns:w="{WORD_NAMESPACE}">'
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Rules"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _styles() -> str:
    def style(key: str, inside: str, kind: str = "paragraph", base: str = "Normal") -> str:
        based = f'<w:basedOn w:val="{base}"/>' if base != key else ""
        return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key.lower()}"/>{based}{inside}</w:style>'

    return (
        f'<w:styles xmlns:w="{WORD_NAMESPACE}"><w:docDefaults/>'
        + "".join(
            (
                style("Normal", ""),
                style("Title", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>'),
                style("Heading1", '<w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
                style("Heading2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr>', base="Heading1"),
                style("ListParagraph", '<w:pPr><w:ind w:left="720"/></w:pPr>'),
                style("Rules", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>', "numbering", base="Rules"),
                style("Secret", "<w:rPr><w:vanish/></w:rPr>", "character"),
            )
        )
        + "</w:styles>"
    )


def _styled(text: str, style: str = "", number: int = 0, level: int = 0) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return f"<w:p><w:pPr>{named}{numbered}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _hand_docx() -> bytes:
    def run(inside: str) -> str:
        return f"<w:r>{inside}</w:r>"

    cells = "".join(f"<w:tc><w:tcPr><w:gridSpan w:val='1'/></w:tcPr>{paragraph(text)}</w:tc>" for text in _RULES)
    box = "<w:txbxContent>" + paragraph("A box beside the text.") + "</w:txbxContent>"
    body = "".join(
        (
            _styled("Mobile Phone Policy", "Title"),
            _styled("Rules", "Heading1"),
            *(_styled(text, "ListParagraph", 1, level) for text in _RULES for level in (0, 1, 2, 3)),
            _styled("Exceptions", "Heading2"),
            *(_styled(text, "ListParagraph", 3, 1) for text in _RULES),
            "<w:p>"
            + run("<w:t>Staff </w:t>")
            + '<w:del w:id="1" w:author="x">'
            + run("<w:delText>may </w:delText>")
            + "</w:del>",
            '<w:ins w:id="2" w:author="x">' + run("<w:t>must not </w:t>") + "</w:ins>" + run("<w:t>shout.</w:t>"),
            run('<w:footnoteReference w:id="2"/>')
            + run('<w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>hidden</w:t>')
            + "</w:p>",
            '<w:p><w:hyperlink r:id="rId9">' + run("<w:t>the council</w:t>") + "</w:hyperlink>",
            '<w:commentRangeStart w:id="0"/>'
            + run('<w:t xml:space="preserve"> says so</w:t><w:br/><w:t>and more</w:t>'),
            run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText> PAGE </w:instrText>"),
            run('<w:fldChar w:fldCharType="separate"/>')
            + run("<w:t>7</w:t>")
            + run('<w:fldChar w:fldCharType="end"/>'),
            run('<w:sym w:font="Wingdings" w:char="F0A7"/><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:cr/>') + "</w:p>",
            f"<w:sdt><w:sdtContent>{paragraph('Held in a control.')}</w:sdtContent></w:sdt>",
            f"<w:tbl><w:tblGrid/><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>",
            f"<w:p>{run(f'<w:pict>{box}</w:pict>')}</w:p>",
            '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/></w:sectPr>',
        )
    )
    notes = f'<w:footnote w:id="2">{paragraph("Except in the hall.")}</w:footnote>'
    return zipped(
        {
            **word_parts(body),
            "word/_rels/document.xml.rels": relations(
                {
                    "rId1": ("styles", "styles.xml"),
                    "rId2": ("numbering", "numbering.xml"),
                    "rId3": ("footnotes", "footnotes.xml"),
                    "rId4": ("header", "header1.xml"),
                    "rId9": ("hyperlink", "https://www.example.org/"),
                }
            ),
            "word/styles.xml": _styles(),
            "word/numbering.xml": _numbering(),
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{WORD_NAMESPACE}">{notes}</w:footnotes>',
            "word/header1.xml": f'<w:hdr xmlns:w="{WORD_NAMESPACE}">{paragraph("Hill School")}</w:hdr>',
        }
    )


def _hand_odt() -> bytes:
    items = "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in _RULES)
    nested = (
        f"<text:list><text:list-item><text:p>Above</text:p><text:list>{items}</text:list></text:list-item></text:list>"
    )
    row = (
        "<table:table-row>"
        + "".join(
            f'<table:table-cell table:number-columns-spanned="1"><text:p>{text}</text:p></table:table-cell>'
            for text in _RULES
        )
        + "</table:table-row>"
    )
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Except in the hall.</text:p></text:note-body></text:note>"
    )
    text = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>gone</text:p></text:deletion>'
        '</text:changed-region></text:tracked-changes><text:h text:outline-level="1">Mobile Phone Policy</text:h>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{items}</text:list>{nested}'
        f'<text:h text:outline-level="2">Exceptions</text:h><text:p>Staff<text:s text:c="3"/>must<text:tab/>not{note} '
        '<text:change text:change-id="c1"/><text:line-break/><text:span>shout</text:span> '
        '<text:a xlink:href="https://www.example.org/">here</text:a>.<text:page-number>7</text:page-number></text:p>'
        f"<table:table><table:table-column/>{row}{row}</table:table>"
        "<text:p><draw:frame><draw:text-box><text:p>A box.</text:p></draw:text-box></draw:frame></text:p>"
        "<text:section><text:p>The end.</text:p></text:section>"
    )
    parts = odt_parts(text)
    content = str(parts["content.xml"]).replace(
        "<office:body>",
        '<office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
        'style:num-format="1" style:num-suffix="." text:start-value="3"/></text:list-style>'
        "</office:automatic-styles><office:body>",
    )
    return zipped({**parts, "content.xml": content})


def _pdf(compression: int) -> bytes:
    look = getSampleStyleSheet()
    story: list[Flowable] = [Paragraph("Mobile Phone Policy", look["Title"])]
    for part in range(1, 4):
        story.append(Paragraph(f"{part}. Part {part}", look["Heading1"]))
        for number, text in enumerate(_RULES, 1):
            story.append(Paragraph(f"{part}.{number} {text} {_RULES[0]}", look["BodyText"]))
        story.append(ListFlowable([Paragraph(text, look["BodyText"]) for text in _RULES], bulletType="a"))
        story += [Spacer(1, 12), Table([[str(part), "Head", "12 March 2024"], ["x", "y", "z"]]), PageBreak()]
    held = io.BytesIO()
    SimpleDocTemplate(held, invariant=1, pageCompression=compression).build(story)
    return held.getvalue()


def _site_html() -> bytes:
    items = "".join(f"<li>{text}</li>\n" for text in _RULES)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Mobile Phone Policy - Hill School</title>
<style>ol {{ counter-reset: x }}</style><script>var x = "<p>no</p>";</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/policies">Policies</a></li></ul></nav></header>
<div class="cookie">We use cookies.</div>
<main><h1>Mobile Phone Policy</h1>
<h2>1. Rules</h2><ol start="4" type="a">{items}<li>Either<ol><li>one &amp; one</li><li value="7">seven</li></ol></li></ol>
<p>Staff <b>must not</b> <a href="https://www.example.org/">call</a>.<br>Or ring.</p>
<table><tr><th>Who</th><th colspan="2">What</th></tr><tr><td>Head</td><td>{_RULES[0]}</td><td>x</td></tr></table>
<details><summary>More</summary><dl><dt>Phone</dt><dd>A thing that rings.</dd></dl></details>
<!-- old --><p hidden>Not shown.</p></main>
<footer><p>&copy; Hill School</p></footer></body></html>
""".encode()


def _export_html() -> bytes:
    items = "".join(f'<li class="c1 li-bullet-0"><span class="c2">{text}</span></li>' for text in _RULES)
    return (
        '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">'
        ".lst-kix_a-0>li{counter-increment:lst-ctn-kix_a-0}ol.lst-kix_a-0.start{counter-reset:lst-ctn-kix_a-0 0}"
        '.lst-kix_a-0>li:before{content:"" counter(lst-ctn-kix_a-0,decimal) ". "}'
        '</style></head><body class="c3"><p class="title"><span>Mobile Phone Policy</span></p>'
        f'<ol class="c4 lst-kix_a-0 start" start="1">{items}</ol><h1 id="h.1"><span>Rules</span></h1>'
        f'<ol class="c4 lst-kix_a-0" start="4">{items}</ol><hr style="page-break-before:always;display:none;"></body></html>'
    ).encode()


def _markdown() -> bytes:
    items = "\n".join(f"- {text}\n  1. {text}\n     (a) {text}" for text in _RULES)
    return (
        "---\ntitle: Mobile Phone Policy\nreview: 2024\n---\n\n# Mobile Phone Policy\n\nRules\n-----\n\n"
        f"1) {_RULES[0]}\n2) {_RULES[1]}\n\n{items}\n\n| Who | What |\n|---|:--|\n| Head | **must** `ring` |\n\n"
        "> Staff must *not* [call](https://www.example.org/) <b>home</b>.[^1]\n\n[^1]: Except in the hall.\n"
    ).encode()


def _text() -> bytes:
    rules = "\n".join(
        f"1.{number}  {text}\n     (a) at school;\n     (b) at home." for number, text in enumerate(_RULES)
    )
    return (
        f"HILL SCHOOL\n\nMobile Phone Policy\n\nContents\n1. Rules ........ 2\n\n\f1. RULES\n\n{rules}\n\n"
        "Staff must:\n\u2022 be kind\no be quick\n\nWho\tWhat\nHead\tsays yes\n\nPage 2 of 2\nReviewed: March 2024\n"
    ).encode()
