from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from clauseway.model import LeftOut, Place
from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.sources import read, reader
from clauseway.sources.flow import Content, Paragraph, Run
from clauseway.sources.forms import Form
from clauseway.words import words
from tests.sources.made import compound, odt, odt_parts, portable, word

TEXT = b"# Policy\n\nStaff must *not* go."
PAGE = b"<html><body><h1>Phone Policy</h1><p>Staff must not go.</p></body></html>"


def _file(root: Path, name: str, data: bytes) -> Path:
    path = root / "a" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [("p.txt", "text"), ("p.text", "text"), ("p.md", "markdown"), ("p.markdown", "markdown"), ("P.MD", "markdown")],
)
def test_read(tmp_path: Path, name: str, kind: str) -> None:
    source = read(_file(tmp_path, name, TEXT), tmp_path)
    assert (source.file, source.format) == (f"a/{name}", kind)
    assert source.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert source.words == (("Policy", 1), ("Staff", 3), ("must", 3), ("not", 3), ("go", 3))
    assert [block.text for block in source.blocks] == ["Policy", "Staff must not go."]
    assert (source.pages, source.problems) == (None, ())


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        pytest.param(b"a\fb\fc", 3, id="between"),
        pytest.param(b"a\fb\f\n", 2, id="at the end"),
        pytest.param(b"a\f", 1, id="one page"),
        pytest.param(b"a", None, id="none told"),
    ],
)
def test_pages(tmp_path: Path, data: bytes, pages: int | None) -> None:
    assert read(_file(tmp_path, "p.txt", data), tmp_path).pages == pages


def test_problems_of_decoding_are_kept(tmp_path: Path) -> None:
    source = read(_file(tmp_path, "p.txt", b"don\x92t"), tmp_path)
    assert [problem.code for problem in source.problems] == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("p.txt", b"", "source-empty", id="empty"),
        pytest.param("p.md", b"\x89PNG\r\n\x1a\n", "source-format", id="picture"),
        pytest.param("p.txt", b"Staff must\x00 not", "source-binary", id="binary"),
        pytest.param("p.docx", b"\x00\x01\x02", "source-damaged", id="damaged"),
        pytest.param("p.docx", compound("EncryptedPackage"), "source-password", id="password"),
        pytest.param("p.docx", word(), "source-empty", id="Word without text"),
        pytest.param("p.odt", odt(), "source-empty", id="OpenDocument without text"),
        pytest.param("p.html", b"<html><body> </body></html>", "source-empty", id="web page without text"),
    ],
)
def test_unreadable(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(_file(tmp_path, name, data), tmp_path)
    assert (caught.value.problem.code, caught.value.problem.file) == (code, f"a/{name}")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        pytest.param("p.docx", word("Phone Policy", "Staff must not go."), "word", id="Word"),
        pytest.param("p.odt", odt("Phone Policy", "Staff must not go."), "opendocument", id="OpenDocument"),
        pytest.param("p.html", PAGE, "html", id="web page"),
        pytest.param("p.pdf", portable("Phone Policy", "Staff must not go."), "pdf", id="PDF"),
    ],
)
def test_read_rich(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    source = read(_file(tmp_path, name, data), tmp_path)
    assert (source.file, source.format) == (f"a/{name}", kind)
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert [block.text for block in source.blocks] == ["Phone Policy", "Staff must not go."]
    assert sorted(word for word, _ in source.words) == ["Phone", "Policy", "Staff", "go", "must", "not"]


RICH = Content(
    flow=(
        Paragraph((Run("Staff must go."),), Place(page=2), marker="2.1", numbered=True, listed=True),
        Paragraph((Run("Pupils must stay."),), Place(page=2), marker="o", listed=True),
        Paragraph((Run("o Parents must wait."),), Place(page=3)),
    ),
    words=tuple((word, 2) for word in words("Staff must go Pupils must stay o Parents must wait")),
    pages=3,
    problems=(Problem("x", Severity.INFO, "x"),),
    left_out=(LeftOut("comment", 1),),
)


def test_marks_that_the_format_makes_are_words_of_the_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(reader._RICH, Form.WORD, lambda data, file: RICH)
    source = read(_file(tmp_path, "p.docx", word("x")), tmp_path)
    assert [block.marker for block in source.blocks] == ["2.1", "o", "o"]
    held = Counter(word for block in source.blocks for word in words(f"{block.marker} {block.text}"))
    assert Counter(word for word, _ in source.words) == held
    assert (source.pages, source.problems, source.left_out) == (RICH.pages, RICH.problems, RICH.left_out)


def test_pictures_alone_are_a_scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = Content(flow=(), words=(), left_out=(LeftOut("picture", 3),))
    monkeypatch.setitem(reader._RICH, Form.WORD, lambda data, file: empty)
    with pytest.raises(UnreadableSource, match="only pictures"):
        read(_file(tmp_path, "p.docx", word()), tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "copy"),
    [
        ("p.md", TEXT, ".txt"),
        ("p.html", PAGE, ".txt"),
        ("p.DOCX", word("x"), ".docx"),
        ("p.docm", word("x"), ".docm"),
        ("p.pdf", word("x"), ".docx"),
        ("p.docx", portable("x"), ".pdf"),
        ("p.ott", odt("x"), ".ott"),
        ("p.txt", odt("x"), ".odt"),
        ("p.fodt", b'<?xml version="1.0"?>' + str(odt_parts("<text:p>x</text:p>")["content.xml"]).encode(), ".txt"),
        ("p.doc", compound("WordDocument"), ""),
    ],
)
def test_the_copy_is_named_after_what_the_file_is(
    name: str, data: bytes, copy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    through = Problem("read-through-libreoffice", Severity.INFO, "x")
    monkeypatch.setattr("clauseway.sources.reader.to_docx", lambda data, form, file: (word("x"), through))
    assert read(_file(tmp_path, name, data), tmp_path).copied_as == copy


def test_a_wrong_ending_is_said(tmp_path: Path) -> None:
    source = read(_file(tmp_path, "p.doc", PAGE), tmp_path)
    assert source.format == "html"
    assert [problem.code for problem in source.problems] == ["source-ending"]


def test_old_word_goes_through_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    through = Problem("read-through-libreoffice", Severity.INFO, "x", "a/p.docx")
    made = word("Phone Policy", "Staff must go.")
    monkeypatch.setattr("clauseway.sources.reader.to_docx", lambda data, form, file: (made, through))
    old = compound("WordDocument")
    source = read(_file(tmp_path, "p.docx", old), tmp_path)
    assert (source.format, source.sha256) == ("word", hashlib.sha256(old).hexdigest())
    assert [problem.code for problem in source.problems] == ["source-ending", "read-through-libreoffice"]
    assert [block.text for block in source.blocks] == ["Phone Policy", "Staff must go."]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(tmp_path / "a/p.txt", tmp_path)
    assert caught.value.problem.code == "source-unreadable"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = _file(tmp_path, "p.txt", TEXT)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableSource, match="Permission denied") as caught:
        read(path, tmp_path)
    assert caught.value.problem.code == "source-unreadable"


@pytest.mark.parametrize(
    ("ending", "start", "size"),
    [
        pytest.param(".txt", b"a", 21, id="text"),
        pytest.param(".html", b"<p>", 21, id="web page"),
        pytest.param(".docx", b"PK\x03\x04", 101, id="Word"),
        pytest.param(".pdf", b"%PDF-1.7", 101, id="PDF"),
    ],
)
def test_a_large_file_is_refused_before_it_is_read(
    ending: str, start: bytes, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(tmp_path, f"p{ending}", start)
    with path.open("r+b") as file:
        file.truncate(size * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("was read"))
    with pytest.raises(UnreadableSource) as caught:
        read(path, tmp_path)
    assert caught.value.problem.code == "source-too-large"
