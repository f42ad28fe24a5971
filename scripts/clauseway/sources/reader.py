"""One file to one Source: what it is, its text, words and blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from clauseway.model import Source
from clauseway.problems import UnreadableSource
from clauseway.sources.apart import Apart
from clauseway.sources.containers import OLE, ZIP
from clauseway.sources.decode import LARGEST, check_size, decode
from clauseway.sources.findings import PICTURE
from clauseway.sources.flow import Content
from clauseway.sources.flow_blocks import flow_blocks
from clauseway.sources.forms import Form
from clauseway.sources.markdown import read_markdown_blocks
from clauseway.sources.office import to_docx
from clauseway.sources.refusals import refuse
from clauseway.sources.sniff import ENDINGS, USUAL_ENDINGS, misnamed, sniff
from clauseway.sources.text import read_text_blocks
from clauseway.sources.words import numbered_words

LARGEST_WITH_PICTURES = 100 * 1024 * 1024
"""Bytes of the largest file of a kind that holds pictures."""

_WITH_PICTURES = (ZIP, OLE, b"%PDF-", b"{\\rtf")
_PLAIN = {Form.TEXT: read_text_blocks, Form.MARKDOWN: read_markdown_blocks}


# What reads a kind is imported with the first file of that kind: importing all takes a tenth of a second, and most
# builds read one file anew.
def _word(data: bytes, file: str) -> Content:
    from clauseway.sources.docx import read_docx

    return read_docx(data, file)


def _open_document(data: bytes, file: str) -> Content:
    from clauseway.sources.odt import read_odt

    return read_odt(data, file)


def _web_page(data: bytes, file: str) -> Content:
    from clauseway.sources.html import read_html

    return read_html(data, file)


_RICH: dict[Form, Callable[[bytes, str], Content]] = {
    Form.WORD: _word,
    Form.PDF: Apart().read,
    Form.OPENDOCUMENT: _open_document,
    Form.HTML: _web_page,
}


def read(path: Path, root: Path) -> Source:
    """Read one file; `root` is the policies folder, from which the source's `file` is counted.

    Raises UnreadableSource for a file that cannot be opened, is empty, damaged, protected or too large, or is
    of a kind that cannot be read.
    """
    file = path.relative_to(root).as_posix()
    data = _bytes(path, file)
    ending = path.suffix.lower()
    form = sniff(data, ending, file)
    source = _plain(data, form, file) if form in _PLAIN else _rich(data, form, file)
    return msgspec.structs.replace(
        source,
        sha256=hashlib.sha256(data).hexdigest(),
        problems=(*misnamed(form, ending, file), *source.problems),
        copied_as=_copied_as(form, ending),
    )


def _copied_as(form: Form, ending: str) -> str:
    """Ending of the copy for readers: a web page must not come alive, an old file may hold what nobody sees."""
    if form in (Form.OLD_WORD, Form.RICH_TEXT):
        return ""
    if form in (Form.WORD, Form.PDF, Form.OPENDOCUMENT) and ending != ".fodt":
        return ending if ENDINGS.get(ending) is form else USUAL_ENDINGS[form]
    return ".txt"


def _plain(data: bytes, form: Form, file: str) -> Source:
    text, problems = decode(data, file)
    return Source(
        file=file,
        sha256="",
        format=form.value,
        blocks=_PLAIN[form](text),
        words=numbered_words(text),
        pages=_pages(text),
        problems=problems,
    )


def _rich(data: bytes, form: Form, file: str) -> Source:
    if form in (Form.OLD_WORD, Form.RICH_TEXT):
        data, problem = to_docx(data, form, file)
        source = _rich(data, Form.WORD, file)
        return msgspec.structs.replace(source, problems=(problem, *source.problems))
    content = _RICH[form](data, file)
    if not content.words:
        raise _wordless(content, file)
    blocks = flow_blocks(content.flow)
    return Source(
        file=file,
        sha256="",
        format=form.value,
        blocks=blocks.blocks,
        words=(*content.words, *blocks.made),
        pages=content.pages,
        problems=content.problems,
        left_out=content.left_out,
    )


def _bytes(path: Path, file: str) -> bytes:
    """Read the file whole, once its size is known to be sensible."""
    try:
        with path.open("rb") as opened:
            pictures = opened.read(8).startswith(_WITH_PICTURES)
        check_size(path.stat().st_size, file, LARGEST_WITH_PICTURES if pictures else LARGEST)
        return path.read_bytes()
    except OSError as error:
        message = f"The file cannot be opened ({error.strerror or error})."
        raise refuse("source-unreadable", file, message, "Check that it is there and may be read.") from error


def _pages(text: str) -> int | None:
    """Count the pages between form feeds; a form feed that closes the last page opens none."""
    return text.rstrip().count("\f") + 1 if "\f" in text else None


def _wordless(content: Content, file: str) -> UnreadableSource:
    if any(left.what == PICTURE for left in content.left_out):
        message = "There is no text in this file, only pictures: it seems to be a scan."
        advice = "Ask for the document it was made from, or have its text recognised (OCR) and save it again."
    else:
        message, advice = "There is no text in this file.", "Put the policy's text in it."
    return refuse("source-empty", file, message, advice)
