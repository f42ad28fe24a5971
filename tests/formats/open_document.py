"""Write a labelled document in the OpenDocument format, as one flat file or packed as `.odt`."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from tests.formats.author import Document, Element, Form, Level
from tests.formats.marks import pieces, visible
from tests.formats.word import form_keys

MIME = "application/vnd.oasis.opendocument.text"
_SPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        **{
            name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
            for name in ("office", "style", "text", "table", "meta", "manifest")
        },
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
_FORMATS = {"decimal": "1", "lowerLetter": "a", "lowerRoman": "i", "upperLetter": "A", "upperRoman": "I"}
_WHO = "<dc:creator>A Clerk</dc:creator><dc:date>2025-06-03T09:00:00</dc:date>"
_SPANS = {"b": "Strong", "i": "Slanted", "hl": "Marked", "ph": "Marked", "hide": "Hidden"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or table, and where it stands in a list; `more` is a further paragraph of the item before."""

    xml: str
    list: str = ""
    level: int = 0
    fresh: bool = False
    start: int = 0
    more: bool = False


class _Writer:
    """Turns elements into blocks and keeps the tracked changes it meets."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.changes: list[str] = []
        self.notes = 0
        self.before: Block = Block("")

    def blocks(self, elements: Iterable[Element]) -> list[Block]:
        done: list[Block] = []
        for element in elements:
            written = getattr(self, f"_{element.kind}", self._paragraph)(element)
            self.before = written
            done.append(written)
        return done

    def _paragraph(self, element: Element) -> Block:
        form = next(self.document.forms[key] for key in form_keys(element) if key in self.document.forms)
        text = form.before + element.text + (" " + element.stem if element.kind == "split" else "")
        if element.number is not None and not form.list:
            text = element.number + (form.typed or " ") + text
        style = f'text:style-name="{_named(form)}"'
        if element.kind == "heading" and form.list not in {"", "outline"}:
            style = f'text:style-name="Head-{form.list}"'
        if element.kind == "heading":
            xml = f'<text:h {style} text:outline-level="{element.depth}">{self.spans(text)}</text:h>'
        else:
            xml = f"<text:p {style}>{self.spans(text)}</text:p>"
        return self._placed(xml, element, form)

    def _placed(self, xml: str, element: Element, form: Form) -> Block:
        if form.list == "outline":
            return Block(xml)
        if form.list:
            level = _steps(self.document, form.list)[form.level]
            first = element.number is None or _last(element.number) in {"1", "a", "i", "A", "I"}
            fresh = form.fresh and first and not (element.number is None and self.before.list == form.list)
            return Block(xml, form.list, form.level, fresh and level.fmt != "bullet", element.start)
        if element.kind == "more" and self.before.list:
            return Block(xml, self.before.list, self.before.level, more=True)
        return Block(xml)

    def spans(self, marked: str) -> str:
        return "".join(self._span(mark, text) for mark, text in pieces(marked))

    def _span(self, mark: str, text: str) -> str:
        if mark in _SPANS:
            return f'<text:span text:style-name="{_SPANS[mark]}">{escape(text)}</text:span>'
        fixed = {"br": "<text:line-break/>", "tab": "<text:tab/>", "page": "<text:page-number>1</text:page-number>"}
        fixed["pages"] = "<text:page-count>5</text:page-count>"
        if mark in fixed:
            return fixed[mark]
        made = {"ins": self._inserted, "del": self._deleted, "com": _comment, "fn": self._note, "link": _link}
        return made[mark](text) if mark in made else escape(text).replace("\t", "<text:tab/>")

    def _inserted(self, text: str) -> str:
        name = self._change(f"<text:insertion><office:change-info>{_WHO}</office:change-info></text:insertion>")
        ends = f'<text:change-end text:change-id="{name}"/>'
        return f'<text:change-start text:change-id="{name}"/>{escape(text)}{ends}'

    def _deleted(self, text: str) -> str:
        info = f"<office:change-info>{_WHO}</office:change-info>"
        name = self._change(f"<text:deletion>{info}<text:p>{escape(text)}</text:p></text:deletion>")
        return f'<text:change text:change-id="{name}"/>'

    def _change(self, what: str) -> str:
        name = f"ct{len(self.changes) + 1}"
        self.changes.append(f'<text:changed-region xml:id="{name}" text:id="{name}">{what}</text:changed-region>')
        return name

    def _note(self, key: str) -> str:
        self.notes += 1
        body = f"<text:note-body><text:p>{escape(visible(self.document.notes[key][0]))}</text:p></text:note-body>"
        cited = f"<text:note-citation>{self.notes}</text:note-citation>"
        return f'<text:note text:id="ftn{self.notes}" text:note-class="footnote">{cited}{body}</text:note>'

    def _table(self, element: Element) -> Block:
        return self._grid([element.rows[0], *(row[1:] for row in element.rows[1:])], True)

    def _metadata(self, element: Element) -> Block:
        return self._grid(element.rows, element.form == "history")

    def _grid(self, rows: Sequence[Sequence[str]], heads: bool) -> Block:
        wide = max(map(len, rows))
        lines = ["".join(self._cell(cell) for cell in (*row, *[""] * (wide - len(row)))) for row in rows]
        written = [f"<table:table-row>{line}</table:table-row>" for line in lines]
        if heads:
            written[0] = f"<table:table-header-rows>{written[0]}</table:table-header-rows>"
        columns = f'<table:table-column table:number-columns-repeated="{wide}"/>'
        return Block(f"<table:table>{columns}{''.join(written)}</table:table><text:p/>")

    def _cell(self, text: str) -> str:
        paragraph = f"<text:p>{self.spans(text)}</text:p>"
        return f'<table:table-cell office:value-type="string">{paragraph}</table:table-cell>'

    def _contents(self, element: Element) -> Block:
        lines = "".join(f"<text:p>{escape(text)}<text:tab/>{number}</text:p>" for text, number in element.rows)
        title = "<text:index-title text:name='t'><text:p>Contents</text:p></text:index-title>"
        source = '<text:table-of-content-source text:outline-level="2"/>'
        body = f"<text:index-body>{title}{lines}</text:index-body>"
        return Block(f'<text:table-of-content text:name="Contents">{source}{body}</text:table-of-content>')

    def _box(self, element: Element) -> Block:
        inside = nested(self.blocks(element.parts))
        size = 'text:anchor-type="as-char" svg:width="14cm" svg:height="3cm"'
        return Block(f"<text:p><draw:frame {size}><draw:text-box>{inside}</draw:text-box></draw:frame></text:p>")

    def _page(self, element: Element) -> Block:
        return Block('<text:p text:style-name="NewPage"/>')

    def _control(self, element: Element) -> Block:
        return Block(f'<text:section text:name="Part">{nested(self.blocks(element.parts))}</text:section>')


def nested(blocks: Sequence[Block]) -> str:
    """Give the blocks as XML, those in lists within `text:list`, lists that go on marked as such."""
    out: list[str] = []
    used: dict[str, str] = {}
    for name, run in groupby(_runs(blocks), key=lambda pair: pair[0]):
        held = [block for _, block in run]
        if not name[1]:
            out += [block.xml for block in held]
            continue
        number = f"list{len(out)}"
        goes_on = f' text:continue-list="{used[name[1]]}"' if name[1] in used and not held[0].fresh else ""
        used[name[1]] = number
        out.append(_list(held, 0, f' xml:id="{number}" text:style-name="L-{name[1]}"{goes_on}'))
    return "".join(out)


def _runs(blocks: Sequence[Block]) -> Iterable[tuple[tuple[int, str], Block]]:
    at, before = 0, ""
    for block in blocks:
        at += block.list != before or block.fresh
        before = block.list
        yield (at, block.list), block


def _list(blocks: Sequence[Block], level: int, attributes: str = "") -> str:
    items: list[tuple[str, str]] = []
    for deeper, run in groupby(blocks, key=lambda block: block.level > level):
        held = list(run)
        if deeper:
            start, inside = items.pop() if items else ("", "")
            items.append((start, inside + _list(held, level + 1)))
            continue
        for block in held:
            if block.more and items:
                items[-1] = (items[-1][0], items[-1][1] + block.xml)
            else:
                items.append((f' text:start-value="{block.start}"' if block.start else "", block.xml))
    body = "".join(f"<text:list-item{start}>{inside}</text:list-item>" for start, inside in items)
    return f"<text:list{attributes}>{body}</text:list>"


def _comment(text: str) -> str:
    return f"<office:annotation>{_WHO}<text:p>{escape(text)}</text:p></office:annotation>"


def _link(text: str) -> str:
    address, _, words = text.partition("|")
    return f'<text:a xlink:type="simple" xlink:href={quoteattr(address)}>{escape(words)}</text:a>'


def _last(number: str) -> str:
    return re.split(r"\W+", number.strip("().:"))[-1]


def _steps(document: Document, name: str) -> tuple[Level, ...]:
    steps = document.lists[name]
    return _steps(document, steps) if isinstance(steps, str) else steps


def _named(form: Form) -> str:
    return "Heavy" if form.bold and form.style == "Normal" else form.style.replace(" ", "_20_")


def _level(step: Level, depth: int, what: str) -> str:
    place = f'text:level="{depth + 1}"'
    if step.fmt == "bullet":
        return f'<text:list-level-style-bullet {place} text:bullet-char="{step.text}"/>'
    count = step.text.count("%")
    ends = f"style:num-prefix={quoteattr(step.text.split('%')[0])} style:num-suffix={quoteattr(step.text.split('%')[-1][1:])}"
    more = f' text:display-levels="{count}"' if count > 1 else ""
    start = f' text:start-value="{step.start}"' if step.start > 1 else ""
    return f'<text:{what} {place} style:num-format="{_FORMATS[step.fmt]}" {ends}{more}{start}/>'


def _styles(document: Document) -> str:
    names = {"Normal", *(_named(form) for form in document.forms.values())}
    shown = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"/>' for name in sorted(names - {"Heavy"})
    )
    shown += '<style:style style:name="Heavy" style:family="paragraph"><style:text-properties fo:font-weight="bold"/>'
    shown += '</style:style><style:style style:name="NewPage" style:family="paragraph"><style:paragraph-properties'
    shown += ' fo:break-before="page"/></style:style>'
    for name, inside in (
        ("Strong", 'fo:font-weight="bold"'),
        ("Slanted", 'fo:font-style="italic"'),
        ("Marked", 'fo:background-color="#ffff00"'),
        ("Hidden", 'text:display="none"'),
    ):
        shown += f'<style:style style:name="{name}" style:family="text"><style:text-properties {inside}/></style:style>'
    if "outline" in document.lists:
        steps = _steps(document, "outline")
        levels = "".join(_level(step, depth, "outline-level-style") for depth, step in enumerate(steps))
        shown += f'<text:outline-style style:name="Outline">{levels}</text:outline-style>'
    return shown


def _automatic(document: Document) -> str:
    out = []
    for name in document.lists:
        if name != "outline":
            steps = _steps(document, name)
            levels = "".join(_level(step, depth, "list-level-style-number") for depth, step in enumerate(steps))
            out.append(f'<text:list-style style:name="L-{name}">{levels}</text:list-style>')
            out.append(
                f'<style:style style:name="Head-{name}" style:family="paragraph" style:list-style-name="L-{name}"'
                ' style:parent-style-name="Heading_20_1"/>'
            )
    return "".join(out)


def _parts(document: Document) -> tuple[str, str, str, str]:
    """Give styles, automatic styles, master page and body, each as XML."""
    writer = _Writer(document)
    head = "".join(f"<text:p>{writer.spans(line)}</text:p>" for line in document.header)
    foot = "".join(f"<text:p>{writer.spans(line)}</text:p>" for line in document.footer)
    page = '<style:master-page style:name="Standard" style:page-layout-name="pm1">'
    page += f"<style:header>{head}</style:header><style:footer>{foot}</style:footer></style:master-page>"
    body = nested(writer.blocks(document.elements))
    changes = "".join(writer.changes)
    tracked = f"<text:tracked-changes>{changes}</text:tracked-changes>" if changes else ""
    return _styles(document), _automatic(document), page, tracked + body


_LAYOUT = '<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/><style:header-style/><style:footer-style/></style:page-layout>'


def write_flat(document: Document) -> bytes:
    """Give the document as one flat OpenDocument file (`.fodt`)."""
    styles, automatic, page, body = _parts(document)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2" office:mimetype="{MIME}">'
        f"<office:styles>{styles}</office:styles><office:automatic-styles>{automatic}{_LAYOUT}</office:automatic-styles>"
        f"<office:master-styles>{page}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def write_packed(document: Document) -> bytes:
    """Give the document as the bytes of an `.odt` file."""
    styles, automatic, page, body = _parts(document)
    first = '<?xml version="1.0" encoding="UTF-8"?>'
    files = {
        "content.xml": f'{first}<office:document-content {_SPACES} office:version="1.2"><office:automatic-styles>{automatic}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f'{first}<office:document-styles {_SPACES} office:version="1.2"><office:styles>{styles}</office:styles>'
        f"<office:automatic-styles>{_LAYOUT}</office:automatic-styles><office:master-styles>{page}</office:master-styles>"
        "</office:document-styles>",
        "META-INF/manifest.xml": f'{first}<manifest:manifest {_SPACES} manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as kept:
        kept.writestr(zipfile.ZipInfo("mimetype", (2025, 1, 1, 0, 0, 0)), MIME, zipfile.ZIP_STORED)
        for name, text in files.items():
            kept.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
