"""The cache: what it keeps, and that nothing wrong with it is ever taken for a result."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from clauseway.cache import Cache, digest

KEY = digest([b"a question"])
OTHER = digest([b"another question"])


class Answer(msgspec.Struct, frozen=True):
    words: tuple[str, ...] = ()


class Longer(msgspec.Struct, frozen=True):
    number: int
    words: tuple[str, ...] = ()


ANSWER = Answer(("forty-two",) * 50)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "build" / "cache"


@pytest.fixture
def entry(folder: Path) -> Path:
    """The file of one answer."""
    Cache(folder).put(KEY, ANSWER)
    (path,) = folder.iterdir()
    return path


def get(folder: Path) -> Answer | None:
    return Cache(folder).get(KEY, Answer)


def test_what_is_kept_is_found_by_another_run(folder: Path) -> None:
    Cache(folder).put(KEY, ANSWER)
    assert get(folder) == ANSWER
    assert Cache(folder).get(OTHER, Answer) is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache()
    cache.put(KEY, ANSWER)
    cache.tidy()
    assert cache.get(KEY, Answer) is None
    assert not cache.keeps


@pytest.mark.usefixtures("entry")
def test_an_entry_of_another_shape_is_not_there(folder: Path) -> None:
    assert Cache(folder).get(KEY, Longer) is None


def test_half_an_entry_is_not_there_and_is_made_anew(folder: Path, entry: Path) -> None:
    whole = entry.read_bytes()
    for size in range(len(whole)):
        entry.write_bytes(whole[:size])
        assert get(folder) is None, size
    Cache(folder).put(KEY, ANSWER)
    assert get(folder) == ANSWER


def test_a_damaged_entry_is_not_there(folder: Path, entry: Path) -> None:
    whole = entry.read_bytes()
    for place in range(len(whole)):
        entry.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert get(folder) is None, place


def test_an_entry_under_the_name_of_another_is_not_there(folder: Path, entry: Path) -> None:
    entry.rename(entry.with_name(OTHER.hex()))
    assert Cache(folder).get(OTHER, Answer) is None


def test_a_write_that_fails_leaves_the_entry_that_was_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(folder).put(KEY, ANSWER)

    def failing(_self: Path, _target: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", failing)
    Cache(folder).put(KEY, Answer())
    assert get(folder) == ANSWER
    assert [path.name for path in folder.iterdir()] == [KEY.hex()]


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put(KEY, ANSWER)
    cache.tidy()
    assert cache.get(KEY, Answer) is None


class TestTidying:
    def keys(self, folder: Path, number: int) -> list[bytes]:
        """Keep some answers, the oldest first."""
        keys = [digest([bytes([one])]) for one in range(number)]
        for age, key in enumerate(keys):
            Cache(folder).put(key, ANSWER)
            os.utime(folder / key.hex(), (age, age))
        return keys

    def left(self, folder: Path) -> set[str]:
        return {path.name for path in folder.iterdir()}

    def test_there_is_room(self, folder: Path) -> None:
        keys = self.keys(folder, 4)
        Cache(folder).tidy()
        assert self.left(folder) == {key.hex() for key in keys}

    def test_what_was_not_used_for_longest_goes_first(self, folder: Path) -> None:
        keys = self.keys(folder, 4)
        size = (folder / keys[0].hex()).stat().st_size
        Cache(folder).tidy(largest=2 * size)
        assert self.left(folder) == {key.hex() for key in keys[2:]}

    def test_using_makes_an_entry_young(self, folder: Path) -> None:
        keys = self.keys(folder, 4)
        Cache(folder).get(keys[0], Answer)
        size = (folder / keys[0].hex()).stat().st_size
        Cache(folder).tidy(largest=2 * size)
        assert self.left(folder) == {keys[0].hex(), keys[3].hex()}

    def test_nothing_that_this_run_used_goes(self, folder: Path) -> None:
        keys = self.keys(folder, 3)
        cache = Cache(folder)
        cache.get(keys[0], Answer)
        os.utime(folder / keys[0].hex(), (0, 0))
        cache.tidy(largest=0)
        assert self.left(folder) == {keys[0].hex()}

    def test_what_a_killed_run_left_goes(self, folder: Path, entry: Path) -> None:
        (folder / "abc.new").write_bytes(b"half")
        Cache(folder).tidy()
        assert self.left(folder) == {entry.name}
