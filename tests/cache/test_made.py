"""A folder is made once while neither what it is made from nor the folder itself changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clauseway.cache import Cache, Made, folder_digest, made_once
from clauseway.problems import Problem, Severity

WARNING = Problem("any", Severity.WARNING, "In doubt.")
ERROR = Problem("any", Severity.ERROR, "Wrong.")


class Maker:
    """Makes a folder that holds one file, and counts how often."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "made"
        self.cache = Cache(folder / "cache")
        self.state = b"one"
        self.times = 0
        self.says: tuple[Problem, ...] = (WARNING,)
        self.changes_meanwhile = False
        self.still: Callable[[], bytes] | None = None

    def make(self) -> Made:
        self.times += 1
        self.folder.mkdir(exist_ok=True)
        (self.folder / "file").write_bytes(self.state)
        if self.changes_meanwhile:
            self.state += b"!"
        return Made(folder_digest(self.folder), self.says)

    def __call__(self) -> tuple[Problem, ...]:
        return made_once(self.cache, self.folder, lambda: self.state, self.make, self.still).problems


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    return Maker(tmp_path)


def test_the_same_is_not_made_again_and_says_the_same(maker: Maker) -> None:
    assert maker() == maker() == (WARNING,)
    assert maker.times == 1


def test_it_is_made_again_where_what_it_is_made_from_changes(maker: Maker) -> None:
    maker()
    maker.state = b"two"
    maker()
    assert maker.times == 2
    assert (maker.folder / "file").read_bytes() == b"two"


@pytest.mark.parametrize("content", [b"spoilt", None])
def test_it_is_made_again_where_the_folder_was_changed(maker: Maker, content: bytes | None) -> None:
    maker()
    (maker.folder / "file").unlink()
    if content is None:
        maker.folder.rmdir()
    else:
        (maker.folder / "file").write_bytes(content)
    maker()
    assert (maker.folder / "file").read_bytes() == b"one"


def test_what_was_there_before_last_is_not_taken_for_the_present(maker: Maker) -> None:
    for state in (b"one", b"two", b"one"):
        maker.state = state
        maker()
        assert (maker.folder / "file").read_bytes() == state


def test_an_error_is_told_again(maker: Maker) -> None:
    maker.says = (ERROR,)
    assert maker() == maker() == (ERROR,)
    assert maker.times == 2


def test_what_was_made_while_something_changed_is_made_again(maker: Maker) -> None:
    maker.changes_meanwhile = True
    maker()
    maker.changes_meanwhile, maker.state = False, b"one"
    maker()
    assert maker.times == 2


def test_without_a_cache_it_is_made_every_time(maker: Maker) -> None:
    maker.cache = Cache()
    maker()
    maker()
    assert maker.times == 2


def test_what_it_is_made_from_may_be_asked_otherwise_afterwards(maker: Maker) -> None:
    maker.still = lambda: b"another"
    maker()
    maker.still = lambda: maker.state
    maker()
    maker()
    assert maker.times == 2
