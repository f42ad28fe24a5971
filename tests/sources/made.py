"""The bytes of small files of many kinds, made by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from reportlab.pdfgen.canvas import Canvas

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with the same bytes whenever it is made."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = compression
            archive.writestr(info, content)
    return held.getvalue()


def word_parts(body: str, main: str = "word/document.xml", main_type: str = _MAIN_TYPE) -> dict[str, str | bytes]:
    """The parts of the smallest Word document with this `w:body`."""
    return {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{main}" ContentType="{main_type}"/></Types>'
        ),
        "_rels/.rels": relations({"rId1": ("officeDocument", main)}),
        main: (
            f'<w:document xmlns:w="{WORD_NAMESPACE}" xmlns:r="{_OFFICE_RELATIONS}"><w:body>{body}</w:body></w:document>'
        ),
    }


def relations(targets: Mapping[str, tuple[str, str]], mode: str = "") -> str:
    """A part of relationships: by id their kind and target."""
    items = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE_RELATIONS}/{kind}" Target="{target}"{mode}/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{items}</Relationships>'


def paragraph(text: str) -> str:
    """A paragraph of a Word document."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def word(*texts: str) -> bytes:
    """A Word document of some paragraphs."""
    return zipped(word_parts("".join(map(paragraph, texts))))


def odt_parts(text: str) -> dict[str, str | bytes]:
    """The parts of the smallest OpenDocument text with this `office:text`."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": (
            f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
        ),
        "content.xml": (
            f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:text="{office}:text:1.0" '
            f'xmlns:table="{office}:table:1.0" xmlns:draw="{office}:drawing:1.0" '
            f'xmlns:style="{office}:style:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'office:version="1.2"><office:body><office:text>{text}</office:text></office:body>'
            "</office:document-content>"
        ),
    }


def odt(*texts: str) -> bytes:
    """An OpenDocument text of some paragraphs."""
    return zipped(odt_parts("".join(f"<text:p>{text}</text:p>" for text in texts)))


def portable(*texts: str) -> bytes:
    """A PDF of one page with a line for each text."""
    held = io.BytesIO()
    page = Canvas(held, invariant=1)
    for number, text in enumerate(texts):
        page.drawString(72, 720 - 36 * number, text)
    page.save()
    return held.getvalue()


def compound(*streams: str, locked: bool = False) -> bytes:
    """An OLE compound file, as far as its streams can be named: header, a directory, a Word stream's head."""
    header = bytearray(OLE + bytes(504))
    header[30:32] = (9).to_bytes(2, "little")
    entries = [_entry(name, sector=1 + len(streams) // 4 + 1) for name in ("Root Entry", *streams)]
    directory = b"".join(entries).ljust((1 + len(streams) // 4) * 512, b"\x00")
    body = b"\xec\xa5" + bytes(9) + (b"\x01" if locked else b"\x00") + bytes(500)
    return bytes(header) + directory + bytes(512) + body


def _entry(name: str, sector: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\x00\x00"
    return (
        encoded.ljust(64, b"\x00")
        + len(encoded).to_bytes(2, "little")
        + bytes(50)
        + sector.to_bytes(4, "little")
        + bytes(8)
    )
