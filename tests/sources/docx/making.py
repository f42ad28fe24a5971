"""Word files made from their XML, so that tests can hold what no program but Word writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}
STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "m": "http://purl.oclc.org/ooxml/officeDocument/math",
    "a": "http://purl.oclc.org/ooxml/drawingml/main",
}
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PARTS = {
    "styles.xml": "styles",
    "numbering.xml": "numbering",
    "settings.xml": "settings",
    "comments.xml": "comments",
    "footnotes.xml": "footnotes",
    "endnotes.xml": "endnotes",
}
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


def root(name: str, content: str, strict: bool = False) -> str:
    """A part with `content` in its root element."""
    spaces = SPACES | (STRICT if strict else {})
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{name} {declared}>{content}</w:{name}>'


def make(
    body: str,
    numbering: str = "",
    styles: str = "",
    parts: Mapping[str, str] | None = None,
    relations: str = "",
    section: str = "",
    strict: bool = False,
    main: str = "word/document.xml",
) -> bytes:
    """A Word file with a body; `parts` are by name in its folder, `relations` are those of the body besides."""
    folder, _, name = main.rpartition("/")
    beside = dict(parts or {})
    if numbering:
        beside["numbering.xml"] = root("numbering", numbering, strict)
    beside["styles.xml"] = root("styles", NORMAL + styles, strict)
    kinds = STRICT["r"] if strict else OFFICE
    own = "".join(
        f'<Relationship Id="own{at}" Type="{kinds}/{_PARTS[part]}" Target="{part}"/>'
        for at, part in enumerate(beside)
        if part in _PARTS
    )
    document = root("document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>", strict)
    files = {
        "[Content_Types].xml": _content_types(main, folder, beside),
        "_rels/.rels": _relations(f'<Relationship Id="r1" Type="{kinds}/officeDocument" Target="{main}"/>'),
        main: document,
        f"{folder}/_rels/{name}.rels": _relations(own + relations),
        **{f"{folder}/{part}": text for part, text in beside.items()},
    }
    return pack(files)


def pack(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive, the same for the same files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def _content_types(main: str, folder: str, parts: Mapping[str, str]) -> str:
    overrides = f'<Override PartName="/{main}" ContentType="{_WORD}.document.main+xml"/>' + "".join(
        f'<Override PartName="/{folder}/{part}" ContentType="{_WORD}.{_kind(part)}+xml"/>' for part in parts
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_TYPES}">{defaults}{overrides}</Types>'


def _kind(part: str) -> str:
    return part.removesuffix(".xml").rstrip("0123456789")


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{content}</Relationships>'


def relation(name: str, kind: str, target: str, external: bool = False) -> str:
    """A relation of the body to another part, or to an address."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>'


def r(text: str, looks: str = "") -> str:
    """A run."""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(
    text: str = "",
    num: int | None = None,
    ilvl: int | None = None,
    style: str = "",
    left: int | None = None,
    more: str = "",
    mark: str = "",
    runs: str = "",
) -> str:
    """A paragraph; `more` is further properties, `mark` those of its mark, `runs` ready-made content."""
    level = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    listed = "" if num is None else f'<w:numId w:val="{num}"/>'
    properties = "".join(
        (
            f'<w:pStyle w:val="{style}"/>' if style else "",
            f"<w:numPr>{level}{listed}</w:numPr>" if level or listed else "",
            f'<w:ind w:left="{left}"/>' if left is not None else "",
            more,
            f"<w:rPr>{mark}</w:rPr>" if mark else "",
        )
    )
    content = runs or (r(text) if text else "")
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def level(
    at: int, text: str, style: str = "decimal", start: int | None = 1, left: int | None = None, more: str = ""
) -> str:
    """A level of a list; `more` stands where Word has `lvlRestart`, `pStyle`, `isLgl`."""
    indent = 720 * (at + 1) if left is None else left
    return (
        f'<w:lvl w:ilvl="{at}">{"" if start is None else "<w:start w:val=" + quoteattr(str(start)) + "/>"}'
        f'<w:numFmt w:val="{style}"/>{more}<w:lvlText w:val={quoteattr(text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def abstract(key: int, *levels: str, more: str = "") -> str:
    """An abstract list."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{key}">{kind}{more}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, *overrides: str) -> str:
    """A list."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def restart(at: int, start: int = 1) -> str:
    """An override of where a level starts."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def paragraph_style(name: str, based: str = "", shown: str = "", properties: str = "", looks: str = "") -> str:
    """A paragraph style; `shown` is its name where that is another than its id."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown or name}"/>'
        f"{f'<w:basedOn w:val={quoteattr(based)}/>' if based else ''}"
        f"<w:pPr>{properties}</w:pPr><w:rPr>{looks}</w:rPr></w:style>"
    )


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, more: str = "") -> str:
    """A row of cells, each given by its content."""
    properties = f"<w:trPr>{more}</w:trPr>" if more else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(*content: str, more: str = "") -> str:
    """A cell."""
    properties = f"<w:tcPr>{more}</w:tcPr>" if more else ""
    return f"<w:tc>{properties}{''.join(content) or '<w:p/>'}</w:tc>"


def box(*content: str, both: bool = True) -> str:
    """A run with a text box, drawn in the new way and, where `both`, in the old way too."""
    text = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    new = (
        '<w:drawing><wp:inline><wp:extent cx="1800000" cy="900000"/><wp:docPr id="1" name="Box"/><a:graphic>'
        f'<a:graphicData uri="{SPACES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{text}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    if not both:
        return f"<w:r>{new}</w:r>"
    old = f'<w:pict><v:rect style="width:100pt;height:50pt"><v:textbox>{text}</v:textbox></v:rect></w:pict>'
    alternatives = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{alternatives}</mc:AlternateContent></w:r>"


def field(code: str, result: str) -> str:
    """A field with its code and its result as runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
