"""Office files, PDFs and web pages that are made to exhaust, to mislead or to reach out."""

from __future__ import annotations

from random import Random

from tests.hostile.rich.base import Cases
from tests.hostile.rich.opendocument import OPENDOCUMENT
from tests.hostile.rich.portable import PDF
from tests.hostile.rich.web import WEB
from tests.hostile.rich.word import WORD

CASES: Cases = {**WORD, **OPENDOCUMENT, **WEB, **PDF}
"""By the name of a file: its maker, and how it may end."""
SECRET = "root:x:"
"""What no text may hold: the contents of a file that a document refers to."""

_ENDINGS = "txt md docx docm odt fodt pdf html doc rtf".split()  # noqa: SIM905
_STARTS = (b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"{\\rtf1 ", b"<?xml ")


def noise() -> dict[str, bytes]:
    """Random bytes with every ending, also behind the first bytes of every format."""
    return {
        f"noise-{number}.{ending}": start + Random(f"{ending}{number}").randbytes(3000)
        for ending in _ENDINGS
        for number, start in enumerate(_STARTS)
    }
