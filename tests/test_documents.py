"""Documents from the cache: the same as read anew, and read anew whenever anything that they depend on is another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from clauseway import documents
from clauseway.cache import Cache
from clauseway.document import Understood, understand
from clauseway.model import School
from clauseway.problems import Problem, Severity
from clauseway.settings import read_school
from clauseway.sources import Found, discover
from tests.folders import PHONES, make_policies

FORMATS = Path(__file__).with_name("formats") / "round_trip"


class Folder:
    """A policies folder with a cache, and the files that were read and not taken from it."""

    def __init__(self, policies: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.policies = policies
        self.cache: Path | None = cache
        self.read: list[str] = []
        monkeypatch.setattr(documents, "understand", self._understand)

    def _understand(self, found: Found, school: School, policies: Path) -> Understood:
        self.read.append(found.file)
        return understand(found, school, policies)

    def understood(self) -> Sequence[Understood]:
        self.read.clear()
        discovery = discover(self.policies)
        schools = {slug: read_school(self.policies / slug, self.policies)[0] for slug in discovery.schools}
        cache = Cache(self.cache)
        return documents.understand_all(discovery.found, schools, self.policies, 1, cache, lambda _done, _all: None)


FILES = {
    "oak/school.yml": "name: Oak School\n",
    "oak/phones.txt": PHONES,
    "oak/phones.yml": "owner: The Head\nclauses:\n  c-1-1: {duty: may}\n",
    "oak/empty.txt": "",
    "ash/school.yml": "name: Ash School\n",
    "ash/phones.txt": PHONES,
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    return Folder(make_policies(tmp_path, FILES), tmp_path / "cache", monkeypatch)


def test_what_was_read_before_is_not_read_again_and_is_the_same(folder: Folder) -> None:
    first = folder.understood()
    assert folder.read == ["ash/phones.txt", "oak/empty.txt", "oak/phones.txt"]
    assert folder.understood() == first
    assert folder.read == []
    folder.cache = None
    assert folder.understood() == first


@pytest.mark.parametrize(
    ("file", "content", "read"),
    [
        ("oak/phones.txt", PHONES + "1.3 Pupils may complain.\n", ["oak/phones.txt"]),
        ("oak/phones.yml", "owner: The Governors\n", ["oak/phones.txt"]),
        ("ash/phones.yml", "", ["ash/phones.txt"]),
        ("ash/school.yml", "name: Ash School\nterms_per_year: 6\n", ["ash/phones.txt"]),
        ("ash/rules.txt", PHONES, ["ash/rules.txt"]),
    ],
)
def test_only_what_depends_on_a_change_is_read_again(
    folder: Folder, file: str, content: str, read: Sequence[str]
) -> None:
    folder.understood()
    make_policies(folder.policies.parent, {file: content})
    again = folder.understood()
    assert folder.read == read
    folder.cache = None
    assert folder.understood() == again


def test_a_sidecar_that_is_taken_away_is_no_longer_heeded(folder: Folder) -> None:
    before = folder.understood()
    (folder.policies / "oak/phones.yml").unlink()
    assert folder.understood() != before
    assert folder.read == ["oak/phones.txt"]


@pytest.mark.parametrize("what", ["version", "converter"])
def test_another_program_reads_everything_again(folder: Folder, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    folder.understood()
    monkeypatch.setattr(documents, what, lambda: b"another" if what == "version" else "another")
    folder.understood()
    assert len(folder.read) == 3


@pytest.mark.parametrize("code", sorted(documents.PASSING))
def test_what_another_run_may_read_is_read_again(folder: Folder, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    refused = Understood(problems=(Problem(code, Severity.ERROR, "Not now."),))
    with monkeypatch.context() as patch:
        patch.setattr(documents, "understand", lambda _found, _school, policies: refused)
        assert folder.understood() == [refused] * 3
    folder.understood()
    assert len(folder.read) == 3


def test_what_was_changed_while_it_was_read_is_read_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder.policies / "oak" / "phones.txt"

    def changing(found: Found, school: School, policies: Path) -> Understood:
        file.write_text(PHONES.replace("gate", "door"), encoding="utf-8")
        return understand(found, school, policies)

    with monkeypatch.context() as patch:
        patch.setattr(documents, "understand", changing)
        folder.understood()
    file.write_text(PHONES, encoding="utf-8")
    folder.understood()
    assert "oak/phones.txt" in folder.read


def test_a_damaged_cache_is_made_anew(folder: Folder) -> None:
    first = folder.understood()
    assert folder.cache
    for path in folder.cache.iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert folder.understood() == first
    assert len(folder.read) == 3
    folder.understood()
    assert folder.read == []


@pytest.mark.parametrize("source", sorted(FORMATS.glob("policy.*")), ids=lambda path: path.suffix)
def test_documents_of_every_format_are_kept_whole(source: Path, tmp_path: Path) -> None:
    policies = make_policies(tmp_path, {f"oak/{source.name}": source.read_bytes()})
    (found,) = discover(policies).found
    part = understand(found, School("oak", "Oak"), policies)
    assert part.policies
    assert any(policy.findings for policy in part.policies)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(part), type=Understood) == part
