"""Word files (.docx, .docm, .dotx): text with the numbers that Word shows, nothing run or followed."""

from __future__ import annotations

from lxml import etree

from clauseway.sources.docx.context import open_document
from clauseway.sources.docx.names import number
from clauseway.sources.docx.notes import note_comments, note_unshown, read_heads, read_notes, shown_heads
from clauseway.sources.docx.package import Package
from clauseway.sources.docx.stream import body
from clauseway.sources.docx.walk import Walker
from clauseway.sources.docx.words import package_words
from clauseway.sources.findings import MACRO, problems
from clauseway.sources.flow import Content
from clauseway.sources.refusals import damaged

__all__ = ["read_docx"]

_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_FULLEST_PAGE = 1_500
"""Words that a page holds at most."""


def read_docx(data: bytes, file: str) -> Content:
    """Read a Word file; `file` is only for messages.

    Raises UnreadableSource: `source-damaged` and `source-too-large` for archives and XML that cannot be used,
    `source-format` for an archive without a Word document.
    """
    try:
        return _read(Package(data, file), file)
    except RecursionError as error:
        raise damaged(file, "its parts are nested deeper than any document's") from error


def _read(package: Package, file: str) -> Content:
    document = open_document(package)
    walker = Walker(document, package.main, 0)
    main = walker.blocks(body(package.data(package.main), package.main, file))
    heads, feet = (shown_heads(document, walker.sections, kind) for kind in ("header", "footer"))
    flow = (
        *read_heads(document, heads, "page header"),
        *main,
        *read_notes(document, walker.inline.notes, walker.paragraph or 0),
        *read_heads(document, feet, "page foot"),
    )
    note_comments(document)
    note_unshown(document, (*heads, *feet))
    if package.has_macros():
        document.findings.left_out.note(MACRO)
    words = package_words(package, document.styles, heads, feet)
    return Content(
        flow=flow,
        words=words,
        pages=_pages(package.document_properties(), len(words)),
        problems=problems(document.findings, file),
        left_out=document.findings.left_out.all(),
    )


def _pages(properties: etree._Element | None, words: int) -> int | None:
    """Pages as Word last counted them, None where its count of words shows that it was another text."""
    if properties is None:
        return None
    pages, counted = (number(properties.findtext(_EXTENDED + name)) for name in ("Pages", "Words"))
    if not pages or not counted or pages < 0:
        return None
    fits = counted / 2 <= words <= counted * 2 and words <= pages * _FULLEST_PAGE
    return pages if fits else None
