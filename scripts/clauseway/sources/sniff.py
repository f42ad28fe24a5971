"""What a file is, told by its content first and by the ending of its name second."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

from clauseway.problems import Problem, Severity
from clauseway.sources import foreign
from clauseway.sources.containers import OLE, ZIP, in_ole, in_zip
from clauseway.sources.decode import is_binary
from clauseway.sources.foreign import Foreign, refusal
from clauseway.sources.forms import Form
from clauseway.sources.refusals import damaged, refuse

_NAMES: dict[Form, str] = {
    Form.TEXT: "plain text",
    Form.MARKDOWN: "Markdown",
    Form.WORD: "a Word document",
    Form.PDF: "a PDF",
    Form.OPENDOCUMENT: "an OpenDocument text",
    Form.HTML: "a web page",
    Form.OLD_WORD: "an old Word file",
    Form.RICH_TEXT: "a Rich Text file",
}
# The usual one first.
_ENDINGS: dict[Form, str] = {
    Form.TEXT: "txt text",
    Form.MARKDOWN: "md markdown",
    Form.WORD: "docx docm dotx dotm",
    Form.PDF: "pdf",
    Form.OPENDOCUMENT: "odt ott fodt",
    Form.HTML: "html htm xhtml xht",
    Form.OLD_WORD: "doc dot",
    Form.RICH_TEXT: "rtf",
}
ENDINGS = MappingProxyType({f".{ending}": form for form, some in _ENDINGS.items() for ending in some.split()})
"""The form that each ending (in lower case) promises, for those that are read."""
USUAL_ENDINGS = MappingProxyType({form: f".{some.split()[0]}" for form, some in _ENDINGS.items()})
"""The ending that a file of each form should have."""

_WRITTEN = frozenset({Form.TEXT, Form.MARKDOWN, Form.HTML})
_HEAD = 16 * 1024  # bytes that are looked at for the words with which a kind of text file begins
_SMALL = 8 * 1024  # bytes of the largest link or pointer

# First bytes with which no text begins, and what they give away.
_MAGIC: tuple[tuple[re.Pattern[bytes], Foreign], ...] = tuple(
    (re.compile(pattern, re.DOTALL), kind)
    for pattern, kind in (
        (rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|RIFF....WEBP", foreign.PICTURE),
        (rb"\x00\x00\x00.ftyp(?:hei|mif1|avif)", foreign.PICTURE),
        (rb"ID3[\x02-\x04]|OggS\x00|fLaC\x00|RIFF....(?:WAVE|AVI )|\x00\x00\x00.ftyp|\x1aE\xdf\xa3", foreign.SOUND),
        (rb"\x1f\x8b\x08|7z\xbc\xaf|Rar!\x1a\x07|\xfd7zXZ\x00|\x28\xb5\x2f\xfd", foreign.ARCHIVE),
        (rb"PK\x05\x06|BZh[1-9]1AY&SY|.{257}ustar", foreign.ARCHIVE),
        (rb"\xffWPC|1\xbe\x00\x00|\xdb\xa5-\x00", foreign.OTHER_TEXT),
        (rb"\xd7\xcd\xc6\x9a|\x01\x00\x00\x00.{36} EMF", foreign.DRAWING),
        (rb"MZ\x90\x00|\x7fELF", foreign.PROGRAM),
        (rb"L\x00\x00\x00\x01\x14\x02\x00", foreign.LINK),
        (rb"\x78\x9f\x3e\x22", foreign.MAIL),
        (rb"AT&TFORM", foreign.BOOK),
        (rb"SQLite format 3\x00", foreign.DATA),
    )
)

# Nothing that was passed over is looked at again: many comments would otherwise be joined in every way.
_BEFORE = r"(?><\?xml[^>]*>|<!--.*?-->|\s+)*+"
_PAGE = re.compile(_BEFORE + r"(?:<!doctype\s+html\b|<html[\s>])", re.DOTALL)
_FRAGMENT = re.compile(
    _BEFORE + r"<(?:head|body|title|meta|style|article|section|main|div|p|h[1-6]|ul|ol|table)\b", re.DOTALL
)
_CLOSED = re.compile(rb"</(?:p|div|h[1-6]|ul|ol|li|table|article|section|main)\s*>", re.IGNORECASE)
_TAG = re.compile(rb"<\x00?[A-Za-z!/?]")
_HEADER = re.compile(r"[a-z][a-z-]*:[^\n]*\n(?:[a-z][a-z-]*:[^\n]*\n|[ \t][^\n]*\n)*")
_MAIL_ONLY = re.compile(r"^(?:received|return-path|message-id|mime-version|delivered-to|x-mailer):", re.MULTILINE)


def sniff(data: bytes, ending: str, file: str) -> Form:
    """Tell how a file is to be read; `ending` is that of its name in lower case, `file` is only for messages.

    Raises UnreadableSource (`source-empty`, `source-format`, `source-password`, `source-link`, `source-damaged`)
    for what cannot be read, with the reason and what to do.
    """
    _refuse_nothing(data, file)
    found = _by_first_bytes(data, ending, file) or _by_first_words(data, ending)
    if isinstance(found, Foreign):
        raise refusal(found, file, ending if ending in ENDINGS else "")
    return found or _by_ending(data, ending, file)


def misnamed(form: Form, ending: str, file: str) -> tuple[Problem, ...]:
    """Say that the ending of a file's name does not fit what it is; nothing where it does."""
    if ENDINGS.get(ending) is form:
        return ()
    name, usual = _NAMES[form], USUAL_ENDINGS[form]
    message = f"The name ends in {ending}, but this is {name} ({usual}); it was read as that."
    advice = f"Look whether it is the right file, and rename it so that it ends in {usual}."
    return (Problem("source-ending", Severity.WARNING, message, file, advice=advice),)


def _refuse_nothing(data: bytes, file: str) -> None:
    if data.strip(b" \t\r\n\v\f\x00"):
        return
    message = "There is nothing in this file." if not data.strip(b"\x00") else "There is no text in this file."
    advice = "Put the policy in its place; if it is kept in a cloud, choose “Always keep on this device” first."
    raise refuse("source-empty", file, message, advice)


def _by_first_bytes(data: bytes, ending: str, file: str) -> Form | Foreign | None:
    if data.startswith(ZIP):
        return in_zip(data, file)
    if data.startswith(OLE):
        return in_ole(data)
    start = data[:1024].find(b"%PDF-")
    if start >= 0 and (ending == ".pdf" or not data[:start].strip(b" \t\r\n\x00\xef\xbb\xbf")):
        return Form.PDF
    if data.startswith(b"bplist0"):
        return _property_list(data)
    return next((kind for pattern, kind in _MAGIC if pattern.match(data)), None)


def _by_first_words(data: bytes, ending: str) -> Form | Foreign | None:
    head = _head(data)
    for rule in _RULES:
        if found := rule(head, data, ending):
            return found
    return None


def _by_ending(data: bytes, ending: str, file: str) -> Form:
    """Tell the form of what may be text: as the ending promises, where that can be."""
    promised = ENDINGS.get(ending, Form.TEXT)
    if promised in _WRITTEN:
        return Form.TEXT if promised is Form.HTML and not _TAG.search(data) else promised
    if is_binary(data):
        raise damaged(file, f"its name says that it is {_NAMES[promised]}, and its content is nothing that can be read")
    return Form.TEXT


def _head(data: bytes) -> str:
    """Give the beginning in lower case, near enough to text for its first words to be told."""
    part = data[:_HEAD]
    if part.count(b"\x00") * 3 > len(part):
        part = part.replace(b"\x00", b"")
    return part.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\v\f").decode("latin-1").replace("\r\n", "\n").lower()


def _property_list(data: bytes) -> Foreign:
    if b"WebMainResource" in data:
        return foreign.WEB_ARCHIVE
    return foreign.LINK if len(data) < _SMALL and b"URL" in data else foreign.DATA


def _is_rich_text(head: str, data: bytes, ending: str) -> Form | None:
    return Form.RICH_TEXT if head.startswith("{\\rtf") else None


def _is_pointer(head: str, data: bytes, ending: str) -> Foreign | None:
    """Recognise the small files that stand for a document which is elsewhere."""
    if len(data) > _SMALL:
        return None
    if head.startswith("version https://git-lfs."):
        return foreign.LFS_POINTER
    if head.startswith(("[internetshortcut", "[{000214a0-", "[desktop entry]")):
        return foreign.LINK
    google = "docs.google.com" in head or "drive.google.com" in head or '"doc_id"' in head
    return foreign.LINK if head.startswith("{") and google else None


def _is_message(head: str, data: bytes, ending: str) -> Foreign | None:
    """Recognise e-mail messages, and web pages saved in the form of one, by the technical lines at their head."""
    lines = _HEADER.match(head.partition("\n")[2] if head.startswith("from ") else head)
    if lines is None or not _MAIL_ONLY.search(lines[0]):
        return None
    saved = "<saved by" in lines[0] or ("multipart/related" in lines[0] and "received:" not in lines[0])
    return foreign.WEB_ARCHIVE if saved else foreign.MAIL


def _is_markup(head: str, data: bytes, ending: str) -> Form | Foreign | None:
    """Recognise the other kinds of files that are written in XML."""
    if head.startswith("%!ps"):
        return foreign.DRAWING
    if not head.startswith(("<?xml", "<!doctype", "<svg")):
        return None
    if "<!doctype plist" in head or "<plist" in head:
        return _property_list(data)
    if "word.document" in head or "<w:worddocument" in head or "<pkg:package" in head:
        return foreign.WORD_XML
    if "<office:document" in head:
        return Form.OPENDOCUMENT
    return foreign.DRAWING if "<svg" in head and "<html" not in head else None


def _is_web_page(head: str, data: bytes, ending: str) -> Form | None:
    """Recognise a web page; Markdown and text with some tags in them stay what they are."""
    promised = ENDINGS.get(ending)
    whole = _PAGE.match(head) is not None
    if promised in (Form.TEXT, Form.MARKDOWN):
        lower = head if len(data) <= _HEAD else head + _tail(data)
        whole = whole and ("<body" in lower or "</html" in lower)
        closes = promised is Form.TEXT and _FRAGMENT.match(head) and _tail(data).rstrip().endswith(">")
        return Form.HTML if whole or (closes and len(_CLOSED.findall(data)) >= 3) else None
    return Form.HTML if whole or _FRAGMENT.match(head) else None


def _tail(data: bytes) -> str:
    return data[-1024:].replace(b"\x00", b"").decode("latin-1").lower()


_Rule = Callable[[str, bytes, str], Form | Foreign | None]
_RULES: tuple[_Rule, ...] = (_is_rich_text, _is_pointer, _is_message, _is_markup, _is_web_page)
