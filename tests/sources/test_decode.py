from __future__ import annotations

import codecs

import pytest

from clauseway.problems import Severity, UnreadableSource
from clauseway.sources import decode
from clauseway.sources.decode import LARGEST, is_binary

TEXT = "Staff must not – ever – share £5 “notes” at the tŷ."
PLAIN = "Rhieni don’t pay £5"


@pytest.mark.parametrize(
    ("data", "expected", "codes"),
    [
        pytest.param(TEXT.encode(), TEXT, (), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), TEXT, (), id="UTF-8 with mark"),
        pytest.param(codecs.BOM_UTF8 * 2 + TEXT.encode(), TEXT, (), id="the mark twice"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT, (), id="UTF-16 little-endian"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, (), id="UTF-16 big-endian"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), TEXT, (), id="UTF-32 is not taken for UTF-16"),
        pytest.param(TEXT.encode("utf-16-le"), TEXT, (), id="UTF-16 little-endian without mark"),
        pytest.param(TEXT.encode("utf-16-be"), TEXT, (), id="UTF-16 big-endian without mark"),
        pytest.param(PLAIN.encode("cp1252"), PLAIN, ("encoding-guessed",), id="Windows-1252"),
        pytest.param("caf\xe9 na\xefve".encode("latin-1"), "café naïve", ("encoding-guessed",), id="Latin-1"),
        pytest.param(
            b"don\x92t \x81 stop", "don’t   stop", ("encoding-guessed", "control-characters"), id="undefined byte"
        ),
        pytest.param(
            "tŷ “a” ".encode() + b"don\x92t", "tŷ “a” don’t", ("encoding-guessed",), id="UTF-8 with a Windows byte"
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + "no".encode("utf-16-le") + b"\x00\xd8x\x00",
            "no\ufffdx",
            ("encoding-damaged",),
            id="damaged UTF-16",
        ),
        pytest.param(b"a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd", (), id="line ends"),
        pytest.param("a\vb\x85c\u2028d\u2029e".encode(), "a\nb\nc\nd\ne", (), id="rarer line ends"),
        pytest.param(b"a\tb\fc", "a\tb\fc", (), id="tabs and form feeds stay"),
        pytest.param(b"not\x07ever " * 9, "not ever " * 9, ("control-characters",), id="a control character parts"),
        pytest.param("a\u200b\u202eb".encode(), "a\u202eb", (), id="what stands unseen within words goes"),
    ],
)
def test_decode(data: bytes, expected: str, codes: tuple[str, ...]) -> None:
    if codes == ("control-characters",):
        data += b"word " * 100
        expected += "word " * 100
    text, problems = decode(data, "a/b.txt")
    assert text == expected
    assert tuple(problem.code for problem in problems) == codes
    assert all(problem.file == "a/b.txt" and problem.severity is not Severity.ERROR for problem in problems)


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        pytest.param(b"", "source-empty", "no text", id="empty"),
        pytest.param(b" \r\n\t\f\n", "source-empty", "no text", id="only white space"),
        pytest.param(codecs.BOM_UTF16_LE, "source-empty", "no text", id="only a mark"),
        pytest.param("\u200b -----".encode(), "source-empty", "no text", id="no word"),
        pytest.param(b"Staff must\x00 not", "source-binary", "NUL", id="NUL byte"),
        pytest.param(b"\xff\xfea\x00\x00\x00b\x00", "source-binary", "NUL", id="NUL in UTF-16"),
        pytest.param(bytes(range(1, 32)) * 20, "source-binary", "cannot be printed", id="control characters"),
        pytest.param(b"a" * (LARGEST + 1), "source-too-large", "20 MB", id="too large"),
    ],
)
def test_unreadable(data: bytes, code: str, says: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        decode(data, "a/b.txt")
    problem = caught.value.problem
    assert (problem.code, problem.severity, problem.file) == (code, Severity.ERROR, "a/b.txt")
    assert says in problem.message
    assert problem.advice


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(TEXT.encode(), False, id="text"),
        pytest.param(TEXT.encode("utf-16"), False, id="UTF-16"),
        pytest.param(b"", False, id="nothing"),
        pytest.param(b"Staff must\x00 not", True, id="NUL byte"),
        pytest.param(bytes(range(1, 32)) * 20, True, id="control characters"),
    ],
)
def test_is_binary(data: bytes, expected: bool) -> None:
    assert is_binary(data) is expected
