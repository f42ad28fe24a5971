"""PDFs that are made to exhaust, to mislead or to reach out."""

from __future__ import annotations

import io
import zlib

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.rich.base import EITHER, GIVEN_UP, GOOD, MB, READ, REFUSED, Cases


def _pdf(*objects: str | bytes, root: str = "/Pages 2 0 R", size: int | None = None) -> bytes:
    """A PDF by hand: the objects from number 2 on, the catalogue before them."""
    numbered = [f"<< /Type /Catalog {root} >>", *objects]
    data, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(numbered, 1):
        places.append(len(data))
        body = content.encode("latin-1") if isinstance(content, str) else content
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(numbered) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (size or len(numbered) + 1, start)
    return bytes(data)


def _stream(content: bytes, entries: str = "") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries.encode(), content)


_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_KIDS = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_SHEET = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    "/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
)
_WORDS = f"BT /F1 12 Tf 72 720 Td ({GOOD}) Tj ET".encode()


def _one_page(content: bytes = _WORDS, *more: str | bytes, sheet: str = _SHEET, root: str = "/Pages 2 0 R") -> bytes:
    return _pdf(_KIDS, sheet, _stream(content), _FONT, *more, root=root)


def _locked(user: str) -> bytes:
    held = io.BytesIO()
    page = Canvas(held, invariant=1, encrypt=StandardEncryption(user, ownerPassword="owner", canModify=0))
    page.drawString(72, 720, GOOD)
    page.save()
    return held.getvalue()


def _packed(content: bytes, times: int) -> bytes:
    """A compressed stream that unpacks to a content many times."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(content) for _ in range(times)) + packer.flush()
    return _stream(packed, "/Filter /FlateDecode")


def _chain(length: int) -> bytes:
    """Page trees in page trees."""
    nodes = [
        f"<< /Type /Pages /Kids [{number + 3} 0 R] /Count 1 /Parent {number + 1} 0 R >>" for number in range(length)
    ]
    return _pdf(*nodes, "<< /Type /Page /MediaBox [0 0 9 9] >>")


PDF: Cases = {
    "plain.pdf": (_one_page, READ),
    "action.pdf": (
        lambda: _one_page(root="/Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        READ,
    ),
    "launch.pdf": (lambda: _one_page(root="/Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >>"), READ),
    "password.pdf": (lambda: _locked("user"), REFUSED),
    "no-editing.pdf": (lambda: _locked(""), READ),
    "round.pdf": (lambda: _pdf("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"), REFUSED),
    "chain.pdf": (lambda: _chain(10_000), EITHER),
    "count.pdf": (lambda: _pdf("<< /Type /Pages /Kids [] /Count 2147483647 >>"), REFUSED),
    "count-negative.pdf": (lambda: _pdf("<< /Type /Pages /Kids [] /Count -1 >>"), REFUSED),
    "count-wrong.pdf": (
        lambda: _pdf("<< /Type /Pages /Kids [3 0 R] /Count 500000 >>", _SHEET, _stream(_WORDS), _FONT),
        EITHER,
    ),
    "no-pages.pdf": (lambda: _pdf("<< /Type /Pages /Kids [] /Count 0 >>"), REFUSED),
    "no-root.pdf": (lambda: _pdf(root=""), REFUSED),
    "blank.pdf": (lambda: _one_page(b""), REFUSED),
    "bomb.pdf": (lambda: _pdf(_KIDS, _SHEET, _packed(bytes(MB), 1000), _FONT), REFUSED | GIVEN_UP),
    "bomb-words.pdf": (lambda: _pdf(_KIDS, _SHEET, _packed(_WORDS + b"\n", 400_000), _FONT), EITHER),
    "round-form.pdf": (
        lambda: _one_page(
            b"/X Do " + _WORDS,
            _stream(
                b"/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
            ),
        ),
        GIVEN_UP,
    ),
    "unclosed-state.pdf": (lambda: _one_page(b"q " * 200_000 + _WORDS), EITHER),
    "huge-page.pdf": (
        lambda: _one_page(sheet=_SHEET.replace("0 0 595 842", "-1e30 -1e30 1e30 1e30")),
        EITHER,
    ),
    "no-page-size.pdf": (lambda: _one_page(sheet=_SHEET.replace("0 0 595 842", "0 0 0 0")), EITHER),
    "odd-size.pdf": (
        lambda: _one_page(b"BT /F1 1e30 Tf 1e30 -1e30 Td (Staff) Tj /F1 0 Tf (must) Tj ET " + _WORDS),
        EITHER,
    ),
    "half.pdf": (lambda: _one_page()[:-300], EITHER),
    "head.pdf": (lambda: b"%PDF-1.7\n", REFUSED),
}
"""PDFs."""
