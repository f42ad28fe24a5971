from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from clauseway.problems import UnreadableSource
from clauseway.sources import read

TEXT = b"# Policy\n\nStaff must *not* go."


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
        pytest.param("p.md", b"%PDF-1.4", "source-binary", id="binary"),
        pytest.param("p.docx", b"x", "source-format", id="another format"),
    ],
)
def test_unreadable(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(_file(tmp_path, name, data), tmp_path)
    assert (caught.value.problem.code, caught.value.problem.file) == (code, f"a/{name}")


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


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _file(tmp_path, "p.txt", b"")
    with path.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("was read"))
    with pytest.raises(UnreadableSource) as caught:
        read(path, tmp_path)
    assert caught.value.problem.code == "source-too-large"
