from __future__ import annotations

import os
from pathlib import Path

import pytest

from clauseway.memory import Standing
from clauseway.publish import write


def listing(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_folder_holds_what_is_given_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    assert write({"a.md": "é", "x/y/b.bin": b"\xff", "gone/c.md": "c"}, folder) == 3
    assert (folder / "a.md").read_bytes() == "é".encode()
    assert write({"a.md": "é", "x/y/b.bin": b"\xff"}, folder) == 0
    assert listing(folder) == ["a.md", "x", "x/y", "x/y/b.bin"]


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write({"a.md": "a", "b.md": "b"}, tmp_path)
    for name in ("a.md", "b.md"):
        os.utime(tmp_path / name, (1, 1))
    assert write({"a.md": "a", "b.md": "changed"}, tmp_path) == 1
    assert (tmp_path / "a.md").stat().st_mtime == 1
    assert (tmp_path / "b.md").read_text() == "changed"


def test_a_link_out_of_the_folder_is_removed_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write({"keep.md": "kept"}, outside)
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "link").symlink_to(outside)
    write({"a.md": "a"}, folder)
    assert listing(folder) == ["a.md"]
    assert (outside / "keep.md").read_text() == "kept"


def test_line_ends_are_kept(tmp_path: Path) -> None:
    write({"a.md": "a\r\nb\n"}, tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"a\r\nb\n"


def test_a_file_given_by_its_path_is_copied(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-\x00")
    write({"schools/original.pdf": tmp_path / "a.pdf"}, tmp_path / "docs")
    assert (tmp_path / "docs/schools/original.pdf").read_bytes() == b"%PDF-\x00"


def test_the_first_file_is_written_before_all_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []

    def note(path: Path, _content: bytes) -> None:
        written.append(path.name)

    monkeypatch.setattr(Path, "write_bytes", note)
    write({"a.md": "a", "b.md": "b", "z/c.md": "c"}, tmp_path, first="z/c.md")
    assert written == ["c.md", "a.md", "b.md"]


def test_what_stands_already_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    assert write({"a.md": Standing(b""), "b.md": "b"}, tmp_path) == 1
    assert (tmp_path / "a.md").read_text() == "a"
