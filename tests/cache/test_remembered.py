"""What stages made is known again while neither its grounds nor the program change."""

from __future__ import annotations

from pathlib import Path

import pytest

from clauseway.cache import Cache, Remembered, remembered
from clauseway.memory import Ground, Memory, at_hand, lasting
from clauseway.problems import Problem, Severity

WARNING = Problem("any", Severity.WARNING, "In doubt.")
ERROR = Problem("any", Severity.ERROR, "Wrong.")


class Asking:
    """Asks a memory, and notes what had to be made."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.made: list[str] = []

    def __call__(self, *grounds: Ground, kind: type[str] | type[bytes] = str) -> object:
        def make() -> str | bytes:
            self.made.append(" ".join(one.message if isinstance(one, Problem) else repr(one) for one in grounds))
            return kind()

        return self.memory.made(grounds, kind, make)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_a_value_is_made_once_of_the_same_grounds(cache: Cache) -> None:
    ask = Asking(Remembered(cache))
    assert ask(ERROR, WARNING, b"x") == ask(ERROR, WARNING, b"x") == ""
    assert ask(ERROR) == ""
    assert ask(ERROR, kind=bytes) == b""
    assert ask(ERROR, WARNING, b"y") == ""
    assert ask.made == ["Wrong. In doubt. b'x'", "Wrong.", "Wrong.", "Wrong. In doubt. b'y'"]


def test_another_run_knows_it(cache: Cache) -> None:
    Asking(Remembered(cache))(ERROR)
    ask = Asking(Remembered(cache))
    ask(Problem("any", Severity.ERROR, "Wrong."))
    assert ask.made == []


def test_another_version_of_the_program_makes_it_again(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    Asking(Remembered(cache))(ERROR)
    monkeypatch.setattr(remembered, "version", lambda: b"another")
    ask = Asking(Remembered(cache))
    ask(ERROR)
    assert ask.made == ["Wrong."]


@pytest.mark.parametrize("memory", [Remembered(Cache()), Memory()])
def test_without_a_folder_everything_is_made(memory: Memory) -> None:
    ask = Asking(memory)
    ask(ERROR)
    ask(ERROR)
    assert ask.made == ["Wrong.", "Wrong."]
    memory.put(b"key", "value")
    assert memory.get(b"key", str) is None


def test_what_is_kept_under_a_key_can_be_replaced(cache: Cache) -> None:
    memory = Remembered(cache)
    for value in ("one", "two"):
        memory.put(b"key", value)
        assert memory.get(b"key", str) == value
    assert memory.get(b"key", bytes) is None


def test_what_comes_of_the_program_alone_is_kept_where_a_memory_is_at_hand(cache: Cache) -> None:
    made: list[int] = []

    def make() -> str:
        made.append(1)
        return "value"

    for _ in range(2):
        with at_hand(Remembered(cache)):
            assert lasting("name", str, make) == "value"
    assert len(made) == 1
    assert lasting("name", str, make) == "value"
    assert len(made) == 2
