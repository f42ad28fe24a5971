"""PDF files: letters and lines with their places, put together to the text that a reader of the page sees."""

from __future__ import annotations

import re
import threading

from clauseway.problems import UnreadableSource
from clauseway.sources.findings import problems
from clauseway.sources.flow import Content, Paragraph, Table
from clauseway.sources.pdf import engine
from clauseway.sources.pdf.findings import check_text, count_left_out, find_problems
from clauseway.sources.pdf.flow import make_flow
from clauseway.sources.pdf.hyphens import usage
from clauseway.sources.pdf.layout import Item, lay_out
from clauseway.sources.pdf.ledger import all_words
from clauseway.sources.pdf.lines import Line
from clauseway.sources.pdf.parts import Sheet
from clauseway.sources.pdf.sheets import read_sheet
from clauseway.sources.refusals import damaged, locked, refuse, too_large

MOST_PAGES = 1_200
"""Pages of the longest file that is read."""
MOST_LETTERS = 20_000_000
"""Letters of the longest file that is read."""

_LOCK = threading.Lock()  # the library serves one caller at a time
_OBJECT = re.compile(rb"\d \d+ obj\b")
_HEAD = 1024  # bytes at the beginning in which a PDF says that it is one


def read_pdf(data: bytes, file: str) -> Content:
    """Read a PDF file; `file` is only for messages.

    Raises UnreadableSource: `source-password`, `source-damaged`, `source-empty`, `source-too-large`,
    `pdf-scan` (pictures of text), `pdf-no-text` (letters that cannot be told).
    """
    _check_whole(data, file)
    with _LOCK:
        document = engine.load_document(data, len(data), None)
        if not document:
            raise _cannot_open(file)
        try:
            return _content(document, file)
        finally:
            engine.close_document(document)


def _check_whole(data: bytes, file: str) -> None:
    """Refuse what is no PDF or was cut off: behind its last end mark no further object may begin."""
    if b"%PDF-" not in data[:_HEAD]:
        raise _damaged(file, "it does not begin as a PDF does")
    end = max(data.rfind(b"%%EOF"), data.rfind(b"startxref"))
    if end < 0 or _OBJECT.search(data, end):
        raise _damaged(file, "its end is missing, as if it had not been copied or downloaded to the end")


def _cannot_open(file: str) -> UnreadableSource:
    if engine.last_error() == engine.PASSWORD_ERROR:
        return locked(file)
    if engine.last_error() == engine.SECURITY_ERROR:
        message = "It is locked in a way that Clauseway does not know."
        return refuse("source-password", file, message, "Print it to a new PDF, and use that.")
    return _damaged(file, "it cannot be opened")


def _damaged(file: str, why: str, page: int | None = None) -> UnreadableSource:
    advice = "Open it in a PDF reader; if that shows all of it, print it to a new PDF, else ask for another copy."
    return damaged(file, why, page, advice)


def _content(document: engine.Handle, file: str) -> Content:
    sheets = _sheets(document, file)
    check_text(sheets, file)
    items = lay_out(sheets)
    known = usage([line.text for item in items for line in _lines(item)])
    flow, changes = make_flow(items, known)
    bare = {sheet.number for sheet in sheets} - _pages_with_text(flow)
    findings = count_left_out(sheets, document)
    doubts = find_problems(sheets, engine.form_type(document), sorted(bare), file)
    return Content(
        flow=flow,
        words=all_words(sheets, changes),
        pages=len(sheets),
        problems=(*doubts, *problems(findings, file)),
        left_out=findings.left_out.all(),
    )


def _sheets(document: engine.Handle, file: str) -> list[Sheet]:
    count = engine.page_count(document)
    if count <= 0:
        raise _damaged(file, "it has no pages")
    if count > MOST_PAGES:
        raise too_large(file, f"It has {count:,} pages; Clauseway reads up to {MOST_PAGES:,}.")
    sheets = []
    letters = 0
    for index in range(count):
        with engine.opened_page(document, index) as (page, text):
            if not page or not text:
                raise _damaged(file, f"its page {index + 1} cannot be opened", index + 1)
            letters += engine.count_chars(text)
            if letters > MOST_LETTERS:
                raise too_large(file, f"It has more than {MOST_LETTERS:,} letters.")
            sheets.append(read_sheet(document, page, text, index + 1))
    return sheets


def _lines(item: Item) -> list[Line]:
    if isinstance(item, Line):
        return [item]
    return [line for cell in item.cells for line in cell.lines]


def _pages_with_text(flow: tuple[Paragraph | Table, ...]) -> set[int]:
    """Pages with words that are not the page's own head or foot."""
    found: set[int] = set()
    for block in flow:
        if isinstance(block, Paragraph):
            if not block.aside and block.place.page is not None:
                found.add(block.place.page)
        elif not block.aside:
            cells = (cell for row in block.rows for cell in row)
            found |= {number for cell in cells for number in _pages_with_text(cell.content)}
    return found
