"""Office files, PDFs and web pages with markup, script and templates in every place that holds text."""

from __future__ import annotations

import io
from html import escape

from reportlab.pdfgen.canvas import Canvas

from tests.sources.made import WORD_NAMESPACE, odt_parts, relations, word_parts, zipped

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</p></li></div></article><h1>Broken out</h1>",
    "&lt;b&gt;not bold&lt;/b&gt; &amp;amp; &#60;i&#62;",
    "{{ config }} {% include 'mkdocs.yml' %} {{ 7 * 7 }}",
    "[click](javascript:alert(1)) ![x](http://127.0.0.1:9/x.png) <http://127.0.0.1:9/>",
    '--8<-- "mkdocs.yml"',
    "*[HTML]: x {: onclick=alert(1) .evil } ^[note] ``` | --- |",
    "javascript:alert(1)",
    "=cmd|' /C calc'!A0",
)
"""Texts that must be shown as they are and do nothing."""

LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt&#58;alert(1)",
    " java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//127.0.0.1:9/x",
    "\\\\127.0.0.1\\share",
    'https://www.example.org/"onmouseover="alert(1)',
    "../../etc/passwd",
)
"""Targets of links, of which none may lead anywhere but to a web address."""


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _para(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}{_run(text)}</w:p>"


def word_file() -> bytes:
    """A Word document with every text in a paragraph, list item, heading, cell, note, head, box and control."""
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    heading = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    evil = escape('"><script>alert(1)</script>', quote=True)
    cells = "".join(f"<w:tc>{_para(text)}</w:tc>" for text in HOSTILE[:3])
    links = "".join(
        f'<w:p><w:hyperlink r:id="h{number}" w:tooltip="{evil}">{_run(f"link {number}")}</w:hyperlink></w:p>'
        for number in range(len(LINKS))
    )
    fields = "".join(
        f'<w:p><w:fldSimple w:instr="HYPERLINK &quot;{escape(link, quote=True)}&quot;">{_run("field")}</w:fldSimple></w:p>'
        for link in LINKS
    )
    picture = f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="x"><wp:docPr id="1" name="{evil}" descr="{evil}"/></wp:inline></w:drawing></w:r></w:p>'
    body = "".join(
        (
            _para("Marked Word Policy", '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'),
            *(_para(text) for text in HOSTILE),
            *(_para(text, numbered) for text in HOSTILE),
            *(_para(text, heading) for text in HOSTILE),
            f'<w:p><w:bookmarkStart w:id="0" w:name="{evil}"/>{_run("Staff must read marks.")}<w:bookmarkEnd w:id="0"/></w:p>',
            f'<w:p><w:pPr><w:pStyle w:val="{evil}"/></w:pPr>{_run("Staff must keep styles.")}</w:p>',
            f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>",
            links,
            fields,
            picture,
            f'<w:p>{_run("Noted.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
            f'<w:sdt><w:sdtPr><w:alias w:val="{evil}"/></w:sdtPr><w:sdtContent>{_para(HOSTILE[0])}</w:sdtContent></w:sdt>',
            '<w:sectPr><w:headerReference w:type="default" r:id="r4"/></w:sectPr>',
        )
    )
    notes = f'<w:footnote w:id="2">{_para(HOSTILE[1])}</w:footnote>'
    heads = f'<w:hdr xmlns:w="{WORD_NAMESPACE}">{_para(HOSTILE[2])}</w:hdr>'
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{evil}%1"/></w:lvl>'
    targets = {f"h{number}": ("hyperlink", escape(link, quote=True)) for number, link in enumerate(LINKS)}
    return zipped(
        {
            **word_parts(body),
            "word/_rels/document.xml.rels": relations(
                {
                    "r1": ("styles", "styles.xml"),
                    "r2": ("numbering", "numbering.xml"),
                    "r3": ("footnotes", "footnotes.xml"),
                    "r4": ("header", "header.xml"),
                    **targets,
                }
            ),
            "word/styles.xml": (
                f'<w:styles xmlns:w="{WORD_NAMESPACE}"><w:style w:type="paragraph" w:styleId="Heading1">'
                f'<w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="{evil}">'
                f'<w:name w:val="{evil}"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>'
                "</w:style></w:styles>"
            ),
            "word/numbering.xml": (
                f'<w:numbering xmlns:w="{WORD_NAMESPACE}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
            ),
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{WORD_NAMESPACE}">{notes}</w:footnotes>',
            "word/header.xml": heads,
        }
    )


def odt_file() -> bytes:
    """An OpenDocument text with the same."""
    evil = escape('"><script>alert(1)</script>', quote=True)
    items = "".join(f"<text:list-item><text:p>{escape(text)}</text:p></text:list-item>" for text in HOSTILE)
    cells = "".join(f"<table:table-cell><text:p>{escape(text)}</text:p></table:table-cell>" for text in HOSTILE[:3])
    links = "".join(
        f'<text:p><text:a xlink:href="{escape(link, quote=True)}" office:name="{evil}">link</text:a></text:p>'
        for link in LINKS
    )
    note = (
        '<text:p>Noted.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f"<text:p>{escape(HOSTILE[1])}</text:p></text:note-body></text:note></text:p>"
    )
    text = (
        '<text:h text:outline-level="1">Marked OpenDocument Policy</text:h>'
        + "".join(f"<text:p>{escape(text)}</text:p>" for text in HOSTILE)
        + "".join(f'<text:h text:outline-level="2">{escape(text)}</text:h>' for text in HOSTILE)
        + f"<text:list>{items}</text:list><table:table><table:table-row>{cells}</table:table-row></table:table>"
        + links
        + note
        + f'<text:p text:style-name="{evil}"><text:bookmark text:name="{evil}"/>Staff must read marks.</text:p>'
        + f'<text:p><draw:frame draw:name="{evil}"><draw:text-box><text:p>{escape(HOSTILE[0])}</text:p></draw:text-box>'
        "</draw:frame></text:p>" + "<text:p><text:script>alert(1)</text:script>Staff must rest.</text:p>"
    )
    return zipped(odt_parts(text))


def web_page() -> bytes:
    """A web page with live markup beside the same texts, escaped."""
    links = "".join(
        f'<p><a href="{escape(link, quote=True)}" onclick="alert(1)" style="x">link</a></p>' for link in LINKS
    )
    return (
        "<!DOCTYPE html><html><head><title>Marked Web Policy</title><base href='http://127.0.0.1:9/'>"
        "<meta http-equiv='refresh' content='0;url=javascript:alert(1)'><link rel=stylesheet href='//127.0.0.1:9/x.css'>"
        "<script>alert('LIVE')</script><style>body{background:url(http://127.0.0.1:9/LIVE)}</style></head>"
        "<body onload='alert(1)'><main><h1>Marked Web Policy</h1>"
        "<img src=x onerror=alert(1) alt='a picture'><iframe srcdoc='<script>alert(1)</script>'></iframe>"
        "<svg onload=alert(1)><script>alert('LIVE')</script><a xlink:href='javascript:alert(1)'><text>drawn</text></a></svg>"
        "<form action='http://127.0.0.1:9/'><input value='x' onfocus=alert(1) autofocus><button>Send</button></form>"
        "<object data='http://127.0.0.1:9/x'></object><embed src='data:text/html,LIVE'><math href='javascript:alert(1)'></math>"
        "<noscript><p onclick=alert(1)>Staff must have scripts.</p></noscript><template><script>alert('LIVE')</script></template>"
        + "".join(f"<p onclick=alert(1) id='{number}'>{escape(text)}</p>" for number, text in enumerate(HOSTILE))
        + "<ol onmouseover=alert(1)>"
        + "".join(f"<li>{escape(text)}</li>" for text in HOSTILE)
        + "</ol>"
        + "".join(f"<h2 class='evil'>{escape(text)}</h2>" for text in HOSTILE)
        + links
        + "<table><tr>"
        + "".join(f"<td onclick=alert(1)>{escape(text)}</td>" for text in HOSTILE[:3])
        + "</tr></table><p>Staff must rest.</p></main></body></html>"
    ).encode()


def pdf_file() -> bytes:
    """A PDF with the same, and with links, a title and an outline that are markup."""
    held = io.BytesIO()
    page = Canvas(held, invariant=1)
    page.setTitle("<script>alert(1)</script>")
    page.setAuthor('"><img src=x onerror=alert(1)>')
    page.bookmarkPage("evil")
    page.addOutlineEntry("<script>alert(1)</script>", "evil")
    for number, text in enumerate(("Marked PDF Policy", *HOSTILE, "Staff must rest.")):
        page.drawString(72, 760 - 36 * number, text)
    for number, link in enumerate(LINKS):
        page.linkURL(link, (72, 700 - 36 * number, 200, 720 - 36 * number))
    page.save()
    return held.getvalue()


MARKED = {"marked.docx": word_file, "marked.odt": odt_file, "marked.html": web_page, "marked.pdf": pdf_file}
"""Makers of the files by name."""
