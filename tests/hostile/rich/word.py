"""Word files that are made to exhaust, to mislead or to reach out."""

from __future__ import annotations

from tests.hostile.rich.base import BOMB, EITHER, GOOD, MB, OUTSIDE, READ, REFUSED, TYPE, Cases, Maker, deep, stretched
from tests.sources.made import WORD_NAMESPACE, compound, paragraph, relations, word, word_parts, zipped


def _word_with(part: str, content: str, kind: str, body: str = paragraph(GOOD)) -> bytes:
    """A Word document with one further part."""
    return zipped(
        {
            **word_parts(body),
            "word/_rels/document.xml.rels": relations({"rId1": (kind, part)}),
            f"word/{part}": content,
        }
    )


def _word_before(prologue: str, text: str) -> bytes:
    parts = word_parts(paragraph(text))
    return zipped({**parts, "word/document.xml": prologue + str(parts["word/document.xml"])})


def _styles(inside: str) -> str:
    return f'<w:styles xmlns:w="{WORD_NAMESPACE}">{inside}</w:styles>'


def _numbering(inside: str) -> str:
    return f'<w:numbering xmlns:w="{WORD_NAMESPACE}">{inside}</w:numbering>'


def _level(form: str, start: str, text: str = "%1.", level: str = "0") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def _item(text: str, level: str = "0", number: str = "1", style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f'{named}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _numbered(form: str, start: str, text: str = "%1.", level: str = "0") -> Maker:
    body = _item(GOOD, level) + _item("Staff must not be bad.", level)
    return lambda: _word_with("numbering.xml", _numbering(_level(form, start, text, level)), "numbering", body)


def _round_styles() -> bytes:
    styles = _styles(
        "".join(
            f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/>'
            f'<w:link w:val="{other}"/><w:next w:val="{other}"/></w:style>'
            for one, other in ("ab", "bc", "ca", "dd")
        )
    )
    body = "".join(_item(GOOD, style=style) for style in "abcd")
    return _word_with("styles.xml", styles, "styles", body)


def _round_numbers() -> bytes:
    """Lists whose levels stand in a style that points back at the list."""
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:{kind} w:val="s"/></w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, kind in (("1", "numStyleLink"), ("2", "numStyleLink"), ("3", "styleLink"))
    )
    style = '<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    parts = {
        **word_parts(_item(GOOD) + _item(GOOD, number="2") + _item(GOOD, number="9")),
        "word/_rels/document.xml.rels": relations({"r1": ("styles", "styles.xml"), "r2": ("numbering", "n.xml")}),
        "word/styles.xml": _styles(style),
        "word/n.xml": _numbering(abstracts),
    }
    return zipped(parts)


def _targets(mode: str = "") -> bytes:
    """Relationships that lead out of the archive, upwards, to nothing, and to themselves."""
    body = paragraph(GOOD) + "".join(
        f'<w:p><w:hyperlink r:id="r{number}"><w:r><w:t>link {number}</w:t></w:r></w:hyperlink></w:p>'
        for number in range(1, 11)
    )
    places = {
        "r1": ("styles", "http://127.0.0.1:9/styles.xml"),
        "r2": ("numbering", "/../../../etc/passwd"),
        "r3": ("footnotes", "file:///etc/passwd"),
        "r4": ("endnotes", "..\\..\\etc\\passwd"),
        "r5": ("header", "missing.xml"),
        "r6": ("footer", "document.xml"),
        "r7": ("comments", ""),
        "r8": ("hyperlink", "javascript:alert(1)"),
        "r9": ("theme", "%2e%2e/%2e%2e/etc/passwd"),
        "r10": ("settings", "\\\\127.0.0.1\\share\\x.xml"),
    }
    return zipped({**word_parts(body), "word/_rels/document.xml.rels": relations(places, mode)})


def _odd_names() -> bytes:
    extra = ("../../evil", "/etc/evil", "C:\\evil", "word/../../evil", "a" * 60_000, "\x00nul", "word\\document.xml")
    return zipped({**word_parts(paragraph(GOOD)), **dict.fromkeys(extra, "x")})


def _twice() -> bytes:
    """Two main parts of the same name."""
    parts = word_parts(paragraph(GOOD))
    other = word_parts(paragraph("Staff must be other."))["word/document.xml"]
    return zipped({**parts, "word/documenX.xml": other}).replace(b"documenX", b"document")


def _cheated() -> bytes:
    """A part that is longer than the archive says."""
    return word(GOOD).replace(
        len(str(word_parts(paragraph(GOOD))["word/document.xml"])).to_bytes(4, "little"), b"\x05\0\0\0"
    )


def _encoded(encoding: str, declared: str) -> bytes:
    parts = word_parts(paragraph(GOOD))
    text = f'<?xml version="1.0" encoding="{declared}"?>' + str(parts["word/document.xml"])
    return zipped({**parts, "word/document.xml": text.encode(encoding)})


def _word_deep(depth: int) -> bytes:
    """A Word document with controls within controls."""
    inside = deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", depth, paragraph(GOOD))
    return zipped(word_parts(inside))


WORD: Cases = {
    "bomb-flat.docx": (lambda: stretched(word_parts("@"), "word/document.xml", b" ", 100 * MB), REFUSED),
    "bomb-styles.docx": (
        lambda: stretched(
            {**word_parts(paragraph(GOOD)), "word/styles.xml": _styles("@")}, "word/styles.xml", b" ", 100 * MB
        ),
        EITHER,
    ),
    "bomb-nested.docx": (lambda: zipped({"a.zip": zipped({"b.zip": zipped({"c": bytes(10 * MB)})})}), REFUSED),
    "bomb-picture.docx": (
        lambda: stretched(
            {**word_parts(paragraph(GOOD)), "word/media/a.bmp": "@"}, "word/media/a.bmp", b"\0", 300 * MB
        ),
        READ,
    ),
    "many-parts.docx": (
        lambda: zipped({**word_parts(paragraph(GOOD)), **{f"x/{n}": "" for n in range(6000)}}),
        REFUSED,
    ),
    "entities.docx": (lambda: _word_before(BOMB, "&i;"), REFUSED),
    "outside-entity.docx": (lambda: _word_before(OUTSIDE, "&i;"), REFUSED),
    "doctype.docx": (lambda: _word_before(TYPE, GOOD), REFUSED),
    "doctype-styles.docx": (lambda: _word_with("styles.xml", BOMB + _styles(""), "styles"), EITHER),
    "doctype-numbering.docx": (lambda: _word_with("numbering.xml", OUTSIDE + _numbering(""), "numbering"), EITHER),
    "doctype-relations.docx": (
        lambda: zipped({**word_parts(paragraph(GOOD)), "word/_rels/document.xml.rels": BOMB + relations({})}),
        EITHER,
    ),
    "doctype-types.docx": (
        lambda: zipped({**word_parts(paragraph(GOOD)), "[Content_Types].xml": BOMB + "<Types>&i;</Types>"}),
        EITHER,
    ),
    "deep.docx": (lambda: _word_deep(10_000), EITHER),
    "deep-60.docx": (lambda: _word_deep(60), READ),
    "deep-tables.docx": (
        lambda: zipped(word_parts(deep("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", 60, paragraph(GOOD)))),
        READ,
    ),
    "empty-paragraphs.docx": (
        lambda: stretched(word_parts(f"@{paragraph(GOOD)}"), "word/document.xml", b"<w:p/>", 500_000),
        EITHER,
    ),
    "round-styles.docx": (_round_styles, READ),
    "round-numbers.docx": (_round_numbers, READ),
    "targets.docx": (_targets, EITHER),
    "targets-external.docx": (lambda: _targets(' TargetMode="External"'), READ),
    "odd-names.docx": (_odd_names, READ),
    "twice.docx": (_twice, EITHER),
    "cheated.docx": (_cheated, EITHER),
    "spans.docx": (
        lambda: zipped(
            word_parts(
                "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2147483647'/><w:vMerge w:val='restart'/></w:tcPr>"
                f"{paragraph(GOOD)}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val='99999999'/></w:trPr><w:tc><w:tcPr>"
                f"<w:gridSpan w:val='-7'/><w:vMerge/></w:tcPr>{paragraph('Pupils must too.')}</w:tc></w:tr></w:tbl>"
            )
        ),
        READ,
    ),
    "letters.docx": (_numbered("lowerLetter", "999999999"), READ),
    "roman.docx": (_numbered("upperRoman", "2147483647"), READ),
    "words.docx": (_numbered("cardinalText", "999999999"), READ),
    "long-start.docx": (_numbered("decimal", "9" * 5000), READ),
    "no-start.docx": (_numbered("decimal", "-x"), READ),
    "long-text.docx": (_numbered("decimal", "1", "%1." * 50_000), EITHER),
    "odd-text.docx": (_numbered("decimal", "1", "%0%10%99%%x%"), READ),
    "odd-level.docx": (_numbered("decimal", "1", "%1", "99999999999"), READ),
    "utf-16.docx": (lambda: _encoded("utf-16", "UTF-16"), EITHER),
    "odd-encoding.docx": (lambda: _encoded("utf-8", "x-nothing"), EITHER),
    "utf-7.docx": (lambda: _encoded("utf-7", "UTF-7"), EITHER),
    "no-body.docx": (lambda: zipped({**word_parts(""), "word/document.xml": "<x/>"}), REFUSED),
    "no-relations.docx": (
        lambda: zipped({"word/document.xml": word_parts(paragraph(GOOD))["word/document.xml"]}),
        EITHER,
    ),
    "empty.docx": (lambda: word(), REFUSED),
    "half.docx": (lambda: word(GOOD)[:-60], REFUSED),
    "password.docx": (lambda: compound("EncryptionInfo", "EncryptedPackage"), REFUSED),
    "macros.docm": (lambda: zipped({**word_parts(paragraph(GOOD)), "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), READ),
}
"""Word files."""
