"""Write a labelled document as Word does: real lists in `numbering.xml`, fields, text boxes, tracked changes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from tests.formats.author import Document, Element, Form
from tests.formats.marks import pieces, visible
from tests.formats.word_lists import Lists, write_lists

WHEN = 'w:id="{}" w:author="A Clerk" w:date="2025-06-03T09:00:00Z"'
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_BOX = """<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2516" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset>
</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="4800000" cy="900000"/><wp:wrapTopAndBottom/><wp:docPr id="{id}" name="Text Box {id}"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
</wps:spPr><wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>
</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:378pt;height:70pt"><v:textbox><w:txbxContent/>
</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


class _Writer:
    """Writes elements one after another; `where` is what new paragraphs and tables are put into."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word: Any = docx.Document()
        self.where: Any = self.word
        for name, base in document.styles.items():
            self.word.styles.add_style(name, 1).base_style = self.word.styles[base]
        self.lists: Lists = write_lists(self.word, document.lists)
        self.ids = iter(range(100, 10_000))
        self.notes: list[str] = []
        body = self.word.styles["Normal"]
        body.font.name, body.font.size = "Arial", Pt(12)
        for section in self.word.sections:
            section.left_margin = section.right_margin = Cm(2.3)

    def write(self, elements: Iterable[Element]) -> None:
        for element in elements:
            getattr(self, f"_{element.kind}", self._paragraph)(element)

    def form_of(self, element: Element) -> Form:
        return next(self.document.forms[key] for key in form_keys(element) if key in self.document.forms)

    def _paragraph(self, element: Element) -> Any:
        form = self.form_of(element)
        paragraph = self.where.add_paragraph(style=form.style)
        self.fill(paragraph, element, form)
        return paragraph

    def fill(self, paragraph: Any, element: Element, form: Form) -> None:
        _dress(paragraph, form)
        if element.number is not None and form.list:
            self.lists.number(paragraph, form, element.number, element.start)
        elif form.list:
            self.lists.bullet(paragraph, form)
        elif form.unnumbered:
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
        self.runs(paragraph, self.marked(element, form), form.bold)
        if form.size or form.capitals:
            for run in paragraph.runs:
                run.font.size = Pt(form.size) if form.size else None
                run.font.all_caps = form.capitals or None

    def marked(self, element: Element, form: Form) -> str:
        """Give the text as it stands in the file: typed number or bullet, text, stem."""
        typed = "" if form.list or element.number is None else element.number + (form.typed or " ")
        return typed + form.before + element.text + (" " + element.stem if element.kind == "split" else "")

    def runs(self, paragraph: Any, marked: str, bold: bool = False) -> None:
        for mark, text in pieces(marked):
            getattr(self, f"_run_{mark}", self._run)(paragraph, text, mark, bold)

    def _run(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        run = paragraph.add_run(text)
        run.bold = True if bold or mark == "b" else None
        run.italic = True if mark == "i" else None
        run.underline = True if mark == "u" else None
        if mark in {"hl", "ph"}:
            run.font.highlight_color = 7
        if mark == "hide":
            run.font.hidden = True

    def _run_br(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        paragraph.add_run().add_break()

    def _run_tab(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        paragraph.add_run().add_tab()

    def _run_nbh(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        before, _, after = text.partition("-")
        run = paragraph.add_run(before)
        run._r.append(run._r.makeelement(qn("w:noBreakHyphen"), {}))
        paragraph.add_run(after)

    def _run_bm(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        """Typed symbol of a symbol font, as old documents have it for a bullet."""
        run = paragraph.add_run()
        run._r.append(run._r.makeelement(qn("w:sym"), {qn("w:font"): "Wingdings", qn("w:char"): text or "F0A7"}))
        paragraph.add_run().add_tab()

    def _run_ins(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        self._tracked(paragraph, "ins", "t", text)

    def _run_del(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        self._tracked(paragraph, "del", "delText", text)

    def _run_mf(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        self._tracked(paragraph, "moveFrom", "t", text)

    def _run_mt(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        self._tracked(paragraph, "moveTo", "t", text)

    def _tracked(self, paragraph: Any, change: str, holder: str, text: str) -> None:
        when = WHEN.format(next(self.ids))
        paragraph._p.append(
            parse_xml(
                f"<w:{change} {nsdecls('w')} {when}><w:r><w:{holder} xml:space='preserve'>{_escape(text)}</w:{holder}>"
                f"</w:r></w:{change}>"
            )
        )

    def _run_com(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        self.word.add_comment(paragraph.runs[-1], text=text, author="A Clerk", initials="AC")

    def _run_fn(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        self.notes.append(self.document.notes[text][0])
        reference = f"<w:footnoteReference w:id='{len(self.notes)}'/>"
        paragraph._p.append(
            parse_xml(f"<w:r {nsdecls('w')}><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>{reference}</w:r>")
        )

    def _run_link(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        address, _, words = text.partition("|")
        relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        paragraph._p.append(
            parse_xml(
                f"<w:hyperlink {nsdecls('w', 'r')} r:id='{relation}'><w:r><w:rPr><w:u w:val='single'/></w:rPr>"
                f"<w:t xml:space='preserve'>{_escape(words)}</w:t></w:r></w:hyperlink>"
            )
        )

    def _run_page(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        _field(paragraph, " PAGE ", "1")

    def _run_pages(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        _field(paragraph, " NUMPAGES ", "6")

    def _run_cc(self, paragraph: Any, text: str, mark: str, bold: bool) -> None:
        paragraph._p.append(
            parse_xml(
                f"<w:sdt {nsdecls('w')}><w:sdtPr><w:id w:val='{next(self.ids)}'/></w:sdtPr><w:sdtContent><w:r>"
                f"<w:t xml:space='preserve'>{_escape(text)}</w:t></w:r></w:sdtContent></w:sdt>"
            )
        )

    def _gone(self, element: Element) -> None:
        form = self.form_of(element)
        paragraph = self.where.add_paragraph(style=form.style)
        whole = Element("clause", f"[[{element.stem}:{element.text}]]", element.number)
        self.fill(paragraph, whole, form)
        mark = {"del": "del", "mf": "moveFrom", "hide": "vanish"}[element.stem]
        attributes = "" if mark == "vanish" else WHEN.format(next(self.ids))
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:{mark} {attributes}/></w:rPr>"))

    def _joined(self, element: Element) -> None:
        written = self._paragraph(element.parts[0])
        mark = f"<w:rPr {nsdecls('w')}><w:del {WHEN.format(next(self.ids))}/></w:rPr>"
        written._p.get_or_add_pPr().append(parse_xml(mark))
        self._paragraph(element.parts[1])

    def _page(self, element: Element) -> None:
        self.where.add_page_break()

    def _table(self, element: Element) -> None:
        self.grid([element.rows[0], *(row[1:] for row in element.rows[1:])], heads=True)

    def _metadata(self, element: Element) -> None:
        self.grid(element.rows, heads=element.form == "history")

    def grid(self, rows: Sequence[Sequence[str]], heads: bool) -> None:
        table = self.where.add_table(rows=len(rows), cols=max(map(len, rows)))
        table.style = self.word.styles["Table Grid"]
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                self.runs(table.cell(at, column).paragraphs[0], text, bold=heads and at == 0)
        if heads:
            table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        self.where.add_paragraph()

    def _layout(self, element: Element) -> None:
        table = self.where.add_table(rows=len(element.parts), cols=2)
        for row, part in enumerate(element.parts):
            left, right = table.cell(row, 0), table.cell(row, 1)
            left.width, right.width = Cm(1.8), Cm(14.5)
            left.paragraphs[0].add_run(part.number or "")
            self.runs(right.paragraphs[0], self.marked(Element(part.kind, part.text, stem=part.stem), Form()))
        self.where.add_paragraph()

    def _soft(self, element: Element) -> None:
        form = self.form_of(element.parts[0])
        paragraph = self.where.add_paragraph(style=form.style)
        for at, part in enumerate(element.parts):
            if at:
                paragraph.add_run().add_break()
                self.runs(paragraph, self.marked(part, self.form_of(part)))
            else:
                self.fill(paragraph, part, form)

    def _contents(self, element: Element) -> None:
        self.where.add_paragraph().add_run("Contents").bold = True
        for at, (text, number) in enumerate(element.rows):
            paragraph = self.where.add_paragraph()
            if at == 0:
                _field_begin(paragraph, ' TOC \\o "1-3" \\h \\z \\u ')
            paragraph.add_run(text)
            paragraph.add_run().add_tab()
            _field(paragraph, f" PAGEREF _Toc{1000 + at} \\h ", number)
        _field_end(self.where.add_paragraph())

    def _box(self, element: Element) -> None:
        paragraph = self.where.add_paragraph()
        run = parse_xml(_BOX.format(ns=nsdecls("w"), id=next(self.ids)))
        before, at = self.where, len(self.word.element.body)
        for holder in run.iter(qn("w:txbxContent")):
            self.where = self.word
            self.write(element.parts)
            for written in list(self.word.element.body)[at - 1 : -1]:
                holder.append(written)
        self.where = before
        paragraph._p.append(run)

    def _control(self, element: Element) -> None:
        at = len(self.word.element.body)
        self.write(element.parts)
        written = list(self.word.element.body)[at - 1 : -1]
        control = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:id w:val='{next(self.ids)}'/></w:sdtPr><w:sdtContent/></w:sdt>"
        )
        written[0].addprevious(control)
        for one in written:
            control[1].append(one)

    def _policy(self, element: Element) -> None:
        if not any(key == "hidden" for key, _ in element.facts):
            self._paragraph(element)


def form_keys(element: Element) -> Iterator[str]:
    """Give the names under which a document may say how an element is written, most particular first."""
    if element.form:
        yield element.form
    kind = "item" if element.depth and element.kind in {"lead", "split"} else element.kind
    kind = {"lead": "clause", "split": "clause", "tail": "plain", "gone": "clause"}.get(kind, kind)
    bare = element.number is None
    if kind == "item":
        yield f"{'bullet' if bare else 'item'}{element.depth}"
    elif kind == "heading":
        yield f"heading{element.depth}" + ("-bare" if bare else "")
        yield f"heading{element.depth}"
    elif kind == "clause":
        yield "plain" if bare else f"clause{len(re.findall(r'[A-Za-z0-9]+', element.number or ''))}"
        yield "plain" if bare else "clause"
    yield kind
    yield "plain"


def write_word(document: Document) -> bytes:
    """Give the document as the bytes of a .docx file."""
    writer = _Writer(document)
    section = writer.word.sections[0]
    for holder, lines in ((section.header, document.header), (section.footer, document.footer)):
        _furnish(writer, holder, lines)
    if document.first_footer:
        section.different_first_page_header_footer = True
        _furnish(writer, section.first_page_footer, document.first_footer)
    writer.write(document.elements)
    if writer.notes:
        _attach_notes(writer)
    return _steady(writer.word)


def _furnish(writer: _Writer, holder: Any, lines: Sequence[str]) -> None:
    for at, line in enumerate(lines):
        paragraph = holder.paragraphs[0] if at == 0 else holder.add_paragraph()
        writer.runs(paragraph, line)


def _attach_notes(writer: _Writer) -> None:
    notes = ["<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"]
    for at, text in enumerate(writer.notes, 1):
        notes.append(
            f"<w:footnote w:id='{at}'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> "
            f"{_escape(visible(text))}</w:t></w:r></w:p></w:footnote>"
        )
    xml = f"<?xml version='1.0' encoding='UTF-8'?><w:footnotes {nsdecls('w')}>{''.join(notes)}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), NOTES_TYPE, xml.encode(), writer.word.part.package)
    writer.word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _dress(paragraph: Any, form: Form) -> None:
    if form.indent:
        paragraph.paragraph_format.left_indent = Cm(form.indent)
        if form.typed == "\t" or form.before:
            paragraph.paragraph_format.first_line_indent = Cm(-1)
    if form.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _field(paragraph: Any, code: str, shown: str) -> None:
    _field_begin(paragraph, code)
    paragraph.add_run(shown)
    _field_end(paragraph)


def _field_begin(paragraph: Any, code: str) -> None:
    for inner in (
        "<w:fldChar w:fldCharType='begin'/>",
        f"<w:instrText xml:space='preserve'>{_escape(code)}</w:instrText>",
        "<w:fldChar w:fldCharType='separate'/>",
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))


def _field_end(paragraph: Any) -> None:
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:fldChar w:fldCharType='end'/></w:r>"))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _steady(word: Any) -> bytes:
    """Give the file with fixed times, so that writing it again gives the same bytes."""
    held = io.BytesIO()
    word.save(held)
    out = io.BytesIO()
    with zipfile.ZipFile(held) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            if not name.startswith(("customXml/", "docProps/thumbnail")):
                data = given.read(name)
                kept.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
