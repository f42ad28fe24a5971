"""Bytes to text: finds the encoding, evens out line ends, refuses what is no text."""

from __future__ import annotations

import codecs
import re

from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.sources.invisible import without_invisible
from clauseway.sources.refusals import refuse
from clauseway.words import has_words

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file of text that is read; no policy comes near it."""

# Longest first: the UTF-16 mark is the beginning of the UTF-32 one.
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a")) + b"\x7f"
# Text saved by odd programs has a stray control character here and there; binary data has over 10 in 100.
_MOST_CONTROLS = 0.03

_LINE_ENDS = re.compile("\r\n?|[\v\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")

_WINDOWS_1252 = (
    bytes(range(256))
    .decode("latin-1")
    .translate({byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)})
)


def _read_as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read only the bytes that are no UTF-8 as Windows-1252, so that a file of both comes out right."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(_WINDOWS_1252[byte] for byte in error.object[error.start : error.end]), error.end


codecs.register_error("clauseway-windows-1252", _read_as_windows_1252)


def decode(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    r"""Turn the bytes of a text file into text, and say what had to be guessed or put right.

    Lines of the text end in `\n`; form feeds and tabs are kept; every other control character becomes a space, so
    that the words at its sides stay apart, and what stands unseen within words goes. `file` is only for the messages.
    Raises UnreadableSource with the code `source-too-large`, `source-binary` or `source-empty`.
    """
    check_size(len(data), file)
    text, guesses = _decoded(data, file)
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    text, controls = _CONTROLS.subn(" ", without_invisible(text))
    if not has_words(text):
        raise refuse("source-empty", file, "There is no text in this file.", "Put the policy's text in it.")
    return text, guesses + (_stray_controls(file, controls) if controls else ())


def check_size(size: int, file: str, largest: int = LARGEST) -> None:
    """Refuse a file of more than `largest` bytes: raises UnreadableSource (`source-too-large`)."""
    if size > largest:
        message = f"This file is too large ({size / 1024 / 1024:.0f} MB; at most {largest // 1024 // 1024} MB)."
        advice = "Give each policy a file of its own, without pictures that it does not need."
        raise refuse("source-too-large", file, message, advice)


def is_binary(data: bytes) -> bool:
    """Tell whether the bytes can be no text, whatever the encoding."""
    try:
        _decoded(data, "")
    except UnreadableSource:
        return True
    return False


def _decoded(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Choose the encoding: a byte order mark, else what the bytes show."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, file)
    wide = _unmarked_utf16(data)
    if wide:
        return _marked(data, wide, file)
    _refuse_binary(data, file)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return data.decode("utf-8", "clauseway-windows-1252"), (_guessed(file),)


def _marked(data: bytes, encoding: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Decode in a known encoding; damaged characters become U+FFFD, and a problem says so."""
    try:
        text = data.decode(encoding)
        problems: tuple[Problem, ...] = ()
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        problems = (_damaged(file, encoding),)
    if "\x00" in text:
        raise _binary(file, "This is not a text file: it has NUL characters in it.")
    return text, problems


def _unmarked_utf16(data: bytes) -> str:
    """Name the byte order of UTF-16 without its mark, where every other byte is mostly NUL; else empty."""
    half = len(data) // 2
    if len(data) % 2 or not half or b"\x00" not in data:
        return ""
    first, second = data[0::2].count(0), data[1::2].count(0)
    if second > 0.6 * half and first == 0:
        return "utf-16-le"
    return "utf-16-be" if first > 0.6 * half and second == 0 else ""


def _refuse_binary(data: bytes, file: str) -> None:
    """Raise UnreadableSource for bytes that cannot be text."""
    if b"\x00" in data:
        raise _binary(file, "This is not a text file: it has NUL bytes in it.")
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > _MOST_CONTROLS * len(data):
        raise _binary(file, "This is not a text file: too many of its characters cannot be printed.")


def _binary(file: str, message: str) -> UnreadableSource:
    advice = "Open it in the program it was made with, and save it as a Word document (.docx)."
    return refuse("source-binary", file, message, advice)


def _guessed(file: str) -> Problem:
    return Problem(
        code="encoding-guessed",
        severity=Severity.INFO,
        message="The file is not in UTF-8, so it was read as Windows-1252, the usual encoding of older files.",
        file=file,
        advice="Look at pound signs, quotation marks and accents; save the file as UTF-8 to be sure.",
    )


def _damaged(file: str, encoding: str) -> Problem:
    return Problem(
        code="encoding-damaged",
        severity=Severity.WARNING,
        message=f"Some characters are damaged ({encoding.upper()}); they are shown as \ufffd.",
        file=file,
        advice="Save the file again as UTF-8.",
    )


def _stray_controls(file: str, count: int) -> tuple[Problem, ...]:
    problem = Problem(
        code="control-characters",
        severity=Severity.INFO,
        message=f"{count} control characters, which stand for nothing in a text, were read as spaces.",
        file=file,
    )
    return (problem,)
