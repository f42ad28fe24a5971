"""Built again and again with a cache, what is published is what a first build would publish, whatever was changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clauseway import pipeline
from clauseway.cache import Cache
from clauseway.publish import policy_pages
from tests.generate import make_schools

TODAY = date(2026, 3, 29)


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


def published(policies: Path, folder: Path, cache: Cache) -> dict[str, bytes]:
    """All that is published of some policies."""
    pipeline.build(policies, folder / "site", 1, silent, TODAY, cache)
    docs = folder / "build" / "docs"
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


@pytest.fixture
def policies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pipeline, "render", lambda *_args, **_options: ())
    make_schools(3, 3, 5, tmp_path, markdown=False)
    return tmp_path / "policies"


def first(policies: Path, school: int = 0, policy: int = 0) -> Path:
    return sorted(sorted(policies.iterdir())[school].glob("*.txt"))[policy]


def add(policies: Path) -> None:
    file = first(policies)
    file.write_text(f"{file.read_text()}\nPupils must not bring drones to school. See the Complaints Policy.\n")


def reword(policies: Path) -> None:
    file = first(policies, 1)
    file.write_text(file.read_text().replace("must", "should"))


def rename_a_school(policies: Path) -> None:
    file = sorted(policies.iterdir())[0] / "school.yml"
    file.write_text("name: Another Name\n")


def change_a_language(policies: Path) -> None:
    first(policies, 2).with_suffix(".yml").write_text("language: cy\n")


def retitle(policies: Path) -> None:
    first(policies, 0, 1).with_suffix(".yml").write_text("title: Complaints Policy\n")


def retire(policies: Path) -> None:
    first(policies, 1, 2).unlink()


def another_school(policies: Path) -> None:
    shutil.copytree(sorted(policies.iterdir())[2], policies / "aaa")


CHANGES = (add, reword, rename_a_school, change_a_language, retitle, retire, another_school)


def test_with_and_without_a_cache_the_same_is_published(policies: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    before = published(policies, tmp_path / "again", cache)
    for change in CHANGES:
        change(policies)
        now = published(policies, tmp_path / "again", cache)
        anew = published(policies, tmp_path / "anew", Cache())
        assert {name for name in now.keys() | anew.keys() if now.get(name) != anew.get(name)} == set(), change
        assert now != before, change
        before = now


@pytest.mark.parametrize(("change", "least", "most"), [(lambda _: None, 0, 0), (add, 1, 4)])
def test_only_pages_that_change_are_made_again(
    policies: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], None],
    least: int,
    most: int,
) -> None:
    cache = Cache(tmp_path / "cache")
    published(policies, tmp_path / "again", cache)
    change(policies)
    made: list[str] = []
    real = policy_pages.PolicyPages._made

    def noted(pages: policy_pages.PolicyPages) -> dict[str, bytes]:
        made.append(pages.policy.slug)
        return real(pages)

    monkeypatch.setattr(policy_pages.PolicyPages, "_made", noted)
    (tmp_path / "again" / "build" / "docs" / "index.md").write_text("spoilt")
    published(policies, tmp_path / "again", cache)
    assert least <= len(made) <= most


def test_a_page_that_was_spoilt_is_put_right(policies: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    before = published(policies, tmp_path / "again", cache)
    spoilt, gone, *_ = sorted((tmp_path / "again" / "build" / "docs" / "schools").glob("*/*/policy.json"))
    spoilt.write_text("spoilt")
    gone.unlink()
    assert published(policies, tmp_path / "again", cache) == before


def test_what_is_left_alone_is_there_without_what_was_kept(policies: Path, tmp_path: Path) -> None:
    before = published(policies, tmp_path / "again", Cache(tmp_path / "cache"))
    shutil.rmtree(tmp_path / "again" / "build" / "docs")
    assert published(policies, tmp_path / "again", Cache(tmp_path / "cache")) == before
