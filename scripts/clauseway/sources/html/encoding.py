"""The bytes of a page to its text: the byte order mark, what the page states, else what the bytes show."""

from __future__ import annotations

import codecs
import re

from clauseway.problems import Problem, Severity
from clauseway.sources.decode import decode

_STATED = re.compile(
    rb"<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_ENDLESS = re.compile(r"&#(?:[0-9]{10,}|[xX][0-9A-Fa-f]{10,});?")
_HEAD = 4096  # bytes within which a page states its encoding; browsers look at the first 1,024
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
# What pages call Latin-1 or ASCII is Windows-1252, as every browser reads it. A page whose statement could be
# read is not in UTF-16, whatever it states.
_AS_WINDOWS = frozenset(["iso8859-1", "ascii", "cp1252"])


def page_text(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    r"""Turn the bytes of a page into text with `\n` at the ends of lines; say what had to be guessed.

    `file` is only for messages. Raises UnreadableSource with the code `source-too-large`, `source-binary`
    or `source-empty`.
    """
    data = _without_nuls(data)
    stated = _stated(data)
    if data.startswith(_MARKS) or _is_utf8(data) or not stated:
        return decode(data, file)
    if stated in _AS_WINDOWS:
        text, problems = decode(data, file)
        return text, tuple(problem for problem in problems if problem.code != "encoding-guessed")
    try:
        return decode(data.decode(stated).encode(), file)
    except (UnicodeError, LookupError):
        return _wrongly_stated(data, stated, file)


def without_endless_references(text: str) -> str:
    """Replace references to characters by numbers that no character has, and that may be too long to be read."""
    return _ENDLESS.sub("\ufffd", text)


def _without_nuls(data: bytes) -> bytes:
    """Drop stray NUL bytes, as browsers do; where every other byte is one they belong to the encoding."""
    if b"\x00" in data and not data.startswith(_MARKS) and data.count(0) * 20 < len(data):
        return data.replace(b"\x00", b"")
    return data


def _stated(data: bytes) -> str:
    """Give Python's name of the encoding that a page states; empty for none, UTF-8 and what is not known."""
    found = _STATED.search(data[:_HEAD])
    if not found:
        return ""
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return ""
    is_text = getattr(codec, "_is_text_encoding", True)
    return codec.name if is_text and not codec.name.startswith("utf") else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wrongly_stated(data: bytes, stated: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    text, problems = decode(data, file)
    wrong = Problem(
        code="encoding-guessed",
        severity=Severity.INFO,
        message=f"The page says that it is written in {stated.upper()}, and it is not; Windows-1252 was taken.",
        file=file,
        advice="Look at pound signs, quotation marks and accents; save the page as UTF-8 to be sure.",
    )
    return text, (wrong, *(problem for problem in problems if problem.code != "encoding-guessed"))
