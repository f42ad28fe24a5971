"""What stands in a zip archive or in an OLE compound file, the two containers of office documents."""

from __future__ import annotations

import re

from clauseway.problems import UnreadableSource
from clauseway.sources import foreign
from clauseway.sources.archive import Archive
from clauseway.sources.foreign import Foreign
from clauseway.sources.forms import Form

ZIP = b"PK\x03\x04"
"""How a zip archive begins."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an OLE compound file begins."""

# The main part's type in an archive of Microsoft's; that of an embedded file does not end so. The longest has 45
# letters between; without a bound, a part made of such names would be gone through again from each of them.
_MAIN_TYPES: tuple[tuple[re.Pattern[bytes], Form | Foreign], ...] = (
    (re.compile(rb"(?:wordprocessingml|ms-word)\.[A-Za-z.]{1,60}\.main\+xml"), Form.WORD),
    (re.compile(rb"(?:spreadsheetml|ms-excel)\.[A-Za-z.]{1,60}\.main(?:\+xml)?"), foreign.SPREADSHEET),
    (re.compile(rb"(?:presentationml|ms-powerpoint)\.[A-Za-z.]{1,60}\.main\+xml"), foreign.SLIDES),
    (re.compile(rb"ms-visio\."), foreign.OLD_OFFICE),
    (re.compile(rb"ms-package\.xps|fixeddocumentsequence\+xml"), foreign.PRINTED),
)
# The first part that is there decides.
_PARTS: tuple[tuple[str, Form | Foreign], ...] = (
    ("word/document.xml", Form.WORD),
    ("xl/workbook.xml", foreign.SPREADSHEET),
    ("ppt/presentation.xml", foreign.SLIDES),
    ("Index/Document.iwa", foreign.PAGES),
    ("index.xml", foreign.PAGES),
    ("index.xml.gz", foreign.PAGES),
    ("FixedDocSeq.fdseq", foreign.PRINTED),
)
_MIME_TYPES: tuple[tuple[bytes, Form | Foreign], ...] = (
    (b"application/vnd.oasis.opendocument.text", Form.OPENDOCUMENT),
    (b"application/vnd.oasis.opendocument.spreadsheet", foreign.SPREADSHEET),
    (b"application/vnd.oasis.opendocument.presentation", foreign.SLIDES),
    (b"application/vnd.oasis.opendocument", foreign.DRAWING),
    (b"application/vnd.sun.xml.writer", foreign.OTHER_TEXT),
    (b"application/epub+zip", foreign.BOOK),
)
# Names of streams, in the order in which they decide: an embedded file has its own beside the document's.
_STREAMS: tuple[tuple[str, Form | Foreign], ...] = (
    ("EncryptedPackage", foreign.PASSWORD),
    ("__properties_version1.0", foreign.MAIL),
    ("WordDocument", Form.OLD_WORD),
    ("PowerPoint Document", foreign.SLIDES),
    ("Workbook", foreign.SPREADSHEET),
    ("Book", foreign.SPREADSHEET),
    ("MatOST", foreign.OTHER_TEXT),
)
_ENTRY = 128  # bytes of an entry in the directory of a compound file, which are aligned to as many
_MOST_ENTRIES = 10_000  # places that are looked at for one name


def in_zip(data: bytes, file: str) -> Form | Foreign:
    """Tell what a zip archive is; raises UnreadableSource (`source-damaged`) where it cannot be opened."""
    archive = Archive(data, file)
    if data[6] & 1 or "encrypted-package" in archive.names:
        return foreign.PASSWORD
    if found := next((kind for part, kind in _PARTS if part in archive.names), None):
        return found
    mime = _read(archive, "mimetype").strip()
    manifest = _read(archive, "META-INF/manifest.xml")
    if not mime and "content.xml" in archive.names:
        mime = next((name for name, _ in _MIME_TYPES if b'"' + name + b'"' in manifest), b"")
    if found := next((kind for name, kind in _MIME_TYPES if mime.startswith(name)), None):
        return foreign.PASSWORD if b"encryption-data" in manifest else found
    types = _read(archive, "[Content_Types].xml")
    return next((kind for pattern, kind in _MAIN_TYPES if pattern.search(types)), foreign.ARCHIVE)


def in_ole(data: bytes) -> Form | Foreign:
    """Tell what a compound file is by the names of its streams."""
    for name, kind in _STREAMS:
        entry = _entry(data, name)
        if entry >= 0:
            return foreign.PASSWORD if kind is Form.OLD_WORD and _is_locked(data, entry) else kind
    return foreign.OLD_OFFICE


def _read(archive: Archive, name: str) -> bytes:
    """Give a part, or nothing where it is missing or cannot be unpacked: the reader of the form says so."""
    try:
        return archive.read(name) if name in archive.names else b""
    except UnreadableSource:
        return b""


def _entry(data: bytes, name: str) -> int:
    """Find the directory entry of a stream; -1 where there is none."""
    wanted = name.encode("utf-16-le") + b"\x00\x00"
    start = -1
    for _ in range(_MOST_ENTRIES):
        start = data.find(wanted, start + 1)
        if start < 0 or (start % _ENTRY == 0 and data[start + 64 : start + 66] == len(wanted).to_bytes(2, "little")):
            return start
    return -1


def _is_locked(data: bytes, entry: int) -> bool:
    """Whether an old Word file is encrypted, by the flags at the head of its main stream."""
    size = 1 << min(int.from_bytes(data[30:32], "little"), 12)
    sector = int.from_bytes(data[entry + 116 : entry + 120], "little")
    head = data[(sector + 1) * size :][:12]
    return head[:2] == b"\xec\xa5" and len(head) == 12 and bool(head[11] & 1)
