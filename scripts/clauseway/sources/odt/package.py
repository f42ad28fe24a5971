"""The parts of an OpenDocument file, zipped or flat."""

from __future__ import annotations

import re

import msgspec
from lxml import etree

from clauseway.problems import UnreadableSource
from clauseway.sources.archive import Archive
from clauseway.sources.odt.names import META, OFFICE
from clauseway.sources.refusals import damaged, locked, refuse
from clauseway.sources.xml import parse_xml

_TEXT_TYPES = ("application/vnd.oasis.opendocument.text", "application/vnd.sun.xml.writer")
_KINDS = {
    "spreadsheet": "a spreadsheet",
    "presentation": "a presentation",
    "graphics": "a drawing",
    "chart": "a chart",
    "formula": "a formula",
    "database": "a database",
}
_ENCRYPTED = re.compile(rb"<(?:[\w.-]+:)?encryption-data[\s>/]")
# Of the parts beside them, libraries only list what is in them, and there is one even where there are none.
_PROGRAM = re.compile(r"(?:Basic/(?:[^/]+/)+(?!script-l[bc]\.xml|dialog-l[bc]\.xml)[^/]+|Scripts/.*[^/])")
_MANIFEST = "META-INF/manifest.xml"
_WHOLE = "encrypted-package"


class Package(msgspec.Struct, frozen=True):
    """What of a file the reader looks at."""

    body: etree._Element
    """The element `office:text`."""
    content: etree._Element
    """Root of the part that holds the body and its automatic styles."""
    styles: etree._Element | None
    """Root of the part that holds named styles and master pages; the same as `content` in a flat file."""
    raw_content: bytes
    """That part as it stands in the file."""
    raw_styles: bytes
    """The part of the styles as it stands in the file; empty where there is none, or for a flat file."""
    pages: int | None
    """Number of pages that the file states."""
    macros: int
    """Number of programs that it carries."""


def open_package(data: bytes, file: str) -> Package:
    """Unpack and parse what is needed of an .odt, .ott or .fodt file.

    Raises UnreadableSource: `source-damaged`, `source-too-large`, `source-password` for an encrypted
    document, `source-format` for an OpenDocument file that is no text.
    """
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        return _flat(data, file)
    archive = Archive(data, file)
    _refuse_encrypted(archive)
    _refuse_other_kinds(archive)
    raw_content = archive.read("content.xml")
    content = parse_xml(raw_content, "content.xml", file)
    raw_styles = archive.read("styles.xml") if "styles.xml" in archive.names else b""
    styles = parse_xml(raw_styles, "styles.xml", file) if raw_styles else None
    macros = sum(_PROGRAM.fullmatch(name) is not None for name in archive.names)
    return Package(_body(content, file), content, styles, raw_content, raw_styles, _archived_pages(archive), macros)


def _flat(data: bytes, file: str) -> Package:
    root = parse_xml(data, "of text", file)
    return Package(_body(root, file), root, root, data, b"", _pages(root), _flat_macros(root))


def _flat_macros(root: etree._Element) -> int:
    scripts = root.find(f"{OFFICE}scripts")
    return 0 if scripts is None else sum(1 for _ in scripts.iter("{*}module"))


def _refuse_encrypted(archive: Archive) -> None:
    manifest = archive.read(_MANIFEST) if _MANIFEST in archive.names else b""
    if _WHOLE in archive.names or _ENCRYPTED.search(manifest):
        raise locked(archive.file)


def _refuse_other_kinds(archive: Archive) -> None:
    if "mimetype" not in archive.names:
        return
    kind = archive.read("mimetype")[:200].decode("ascii", "replace").strip()
    if kind.startswith("application/vnd.oasis.opendocument.") and not kind.startswith(_TEXT_TYPES):
        raise _no_text(archive.file, kind.rpartition(".")[2].removesuffix("-template"))


def _body(content: etree._Element, file: str) -> etree._Element:
    body = content.find(f"{OFFICE}body")
    if body is None:
        raise damaged(file, "it has no body")
    text = body.find(f"{OFFICE}text")
    if text is None:
        raise _no_text(file, next((etree.QName(child).localname for child in body.iterchildren("*")), ""))
    return text


def _no_text(file: str, kind: str) -> UnreadableSource:
    message = f"This is {_KINDS.get(kind, 'another kind of OpenDocument file')}, and no text document."
    return refuse("source-format", file, message, "Put the policy's text into a text document (.odt).")


def _archived_pages(archive: Archive) -> int | None:
    """Look for the number of pages; a damaged meta.xml loses nothing of the text, and so is passed over."""
    if "meta.xml" not in archive.names:
        return None
    try:
        return _pages(parse_xml(archive.read("meta.xml"), "meta.xml", archive.file))
    except UnreadableSource:
        return None


def _pages(root: etree._Element) -> int | None:
    statistic = root.find(f"{OFFICE}meta/{META}document-statistic")
    stated = "" if statistic is None else statistic.get(f"{META}page-count", "")
    return int(stated) if stated.isascii() and stated.isdigit() and 0 < len(stated) < 7 and int(stated) else None
