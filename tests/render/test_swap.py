from __future__ import annotations

import sys
from pathlib import Path

import pytest

from clauseway.render import swap
from clauseway.render.swap import aside


def site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text)
    return folder


def build(target: Path, text: str = "new") -> None:
    with aside(target) as folder:
        (folder / "index.html").write_text(text)


def fail(target: Path) -> None:
    with aside(target) as folder:
        (folder / "index.html").write_text("half")
        raise RuntimeError("failed")


def content(tmp_path: Path) -> dict[str, str]:
    return {path.parent.name: path.read_text() for path in tmp_path.glob("*/index.html")}


def test_first_site(tmp_path: Path) -> None:
    build(tmp_path / "deep" / "site")
    assert content(tmp_path / "deep") == {"site": "new"}


def test_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    (site(tmp_path / "site", "old") / "gone.html").write_text("gone")
    build(tmp_path / "site")
    assert content(tmp_path) == {"site": "new"}
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_last_good_site_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    site(tmp_path / "site", "old")
    with aside(tmp_path / "site") as folder:
        (folder / "index.html").write_text("new")
        assert (tmp_path / "site" / "index.html").read_text() == "old"


def test_last_good_site_stays_if_anything_fails(tmp_path: Path) -> None:
    site(tmp_path / "site", "old")
    with pytest.raises(RuntimeError, match="failed"):
        fail(tmp_path / "site")
    assert content(tmp_path) == {"site": "old"}


def test_what_a_killed_run_left_is_cleaned(tmp_path: Path) -> None:
    site(tmp_path / "site", "old")
    site(tmp_path / "site.new", "half")
    site(tmp_path / "site.old", "older")
    build(tmp_path / "site")
    assert content(tmp_path) == {"site": "new"}


def test_a_site_moved_away_by_a_killed_run_is_put_back(tmp_path: Path) -> None:
    site(tmp_path / "site.old", "old")
    with pytest.raises(RuntimeError, match="failed"):
        fail(tmp_path / "site")
    assert content(tmp_path) == {"site": "old"}


def test_where_places_cannot_be_changed_in_one_step_it_takes_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    site(tmp_path / "site", "old")
    build(tmp_path / "site")
    assert content(tmp_path) == {"site": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux changes the places of two folders in one step")
def test_the_site_is_never_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def rename(_self: Path, _target: Path) -> Path:
        raise AssertionError("renamed")

    site(tmp_path / "site", "old")
    monkeypatch.setattr(Path, "rename", rename)
    build(tmp_path / "site")
    assert content(tmp_path) == {"site": "new"}
