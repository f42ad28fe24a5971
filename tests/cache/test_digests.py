from __future__ import annotations

from pathlib import Path

import pytest

from clauseway.cache import contents_digest, digest, folder_digest
from clauseway.cache.version import version_of
from clauseway.memory import Standing


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([b"ab", b"c"], [b"a", b"bc"]),
        ([b"a"], [b"a", b""]),
        ([b"a", b"b"], [b"b", b"a"]),
        ([], [b""]),
    ],
)
def test_other_parts_have_another_digest(one: list[bytes], other: list[bytes]) -> None:
    assert digest(one) != digest(other)
    assert digest(one) == digest(list(one))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one" / "deep").mkdir(parents=True)
    (tmp_path / "one" / "a.txt").write_text("a")
    (tmp_path / "one" / "deep" / "b.txt").write_text("b")
    return tmp_path / "one"


def test_a_folder_is_its_files(folder: Path) -> None:
    before = folder_digest(folder)
    (folder / "a.txt").touch()
    (folder / "empty").mkdir()
    assert folder_digest(folder) == before


def test_what_is_about_to_be_written_has_the_digest_of_the_folder_that_it_becomes(folder: Path) -> None:
    (folder / "copy").write_text("a")
    (folder / "stands").write_text("s")
    files: dict[str, str | bytes | Path | Standing] = {"deep/b.txt": b"b", "copy": folder / "a.txt", "a.txt": "a"}
    files["stands"] = Standing(digest([b"s"]))
    assert contents_digest(files) == folder_digest(folder)
    assert contents_digest(files | {"a.txt": "b"}) != folder_digest(folder)


@pytest.mark.parametrize("change", ["more", "less", "other words", "other name", "other place"])
def test_a_changed_folder_has_another_digest(folder: Path, change: str) -> None:
    before = folder_digest(folder)
    match change:
        case "more":
            (folder / "c.txt").write_text("")
        case "less":
            (folder / "a.txt").unlink()
        case "other words":
            (folder / "deep" / "b.txt").write_text("B")
        case "other name":
            (folder / "a.txt").rename(folder / "aa.txt")
        case "other place":
            (folder / "a.txt").rename(folder / "deep" / "a.txt")
    assert folder_digest(folder) != before


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert folder_digest(tmp_path / "nowhere") == b""
    assert folder_digest(tmp_path) != b""


@pytest.mark.parametrize("file", ["code.py", "words.yml"])
def test_code_and_word_lists_are_the_version(folder: Path, file: str) -> None:
    before = version_of(folder)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "a.pyc").write_text("made by the way")
    assert version_of(folder) == before
    (folder / file).write_text("new")
    assert version_of(folder) != before


def test_another_version_of_a_library_is_another_version(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    before = version_of(folder)
    (tmp_path / "slate-1.0.dist-info").mkdir()
    first = version_of(folder)
    (tmp_path / "slate-1.0.dist-info").rename(tmp_path / "slate-1.1.dist-info")
    assert len({before, first, version_of(folder)}) == 3
