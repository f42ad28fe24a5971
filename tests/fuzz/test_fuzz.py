"""Damaged files give a result or a clear error; `python -m tests.fuzz` does the same with thousands."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.fuzz.mutate import mutate
from tests.fuzz.seeds import seeds
from tests.fuzz.worker import Outcome, outcomes

COUNT = 25  # of each valid file
NAMES = sorted(seeds())
FOUND = sorted(path.name for path in (Path(__file__).parent / "found").iterdir())


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """What came of every valid file and of some damaged ones, by name."""
    folder = tmp_path_factory.mktemp("fuzz") / "school"
    folder.mkdir()
    files = [folder / name for name in (*NAMES, *FOUND)]
    for path in files:
        path.write_bytes(seeds().get(path.name) or (Path(__file__).parent / "found" / path.name).read_bytes())
    for name, number in itertools.product(NAMES, range(COUNT)):
        path = folder / f"{number}-{name}"
        path.write_bytes(mutate(seeds()[name], f"{name}:{number}"))
        files.append(path)
    return {outcome.name: outcome for outcome in outcomes(files)}


@pytest.mark.parametrize("name", NAMES)
def test_valid_files_are_read(name: str, found: dict[str, Outcome]) -> None:
    assert (found[name].end, found[name].codes) == ("read", ())


@pytest.mark.parametrize("name", FOUND)
def test_files_that_once_failed_end_well(name: str, found: dict[str, Outcome]) -> None:
    assert found[name].end in ("read", "refused", "ledger"), found[name]


def test_the_same_seed_gives_the_same_file() -> None:
    assert all(mutate(data, f"{name}:7") == mutate(data, f"{name}:7") for name, data in seeds().items())


@pytest.mark.parametrize("name", NAMES)
def test_damaged_files_end_well(name: str, found: dict[str, Outcome]) -> None:
    some = [outcome for outcome in found.values() if outcome.name.endswith(f"-{name}")]
    assert len(some) == COUNT
    assert [outcome for outcome in some if outcome.end not in ("read", "refused", "ledger")] == []


@pytest.mark.parametrize(
    ("program", "end"),
    [
        pytest.param("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "died", id="crash"),
        pytest.param("import signal; signal.alarm(1); signal.pause()", "hung", id="hang"),
    ],
)
def test_a_file_that_ends_the_process_is_named_and_the_others_go_on(
    program: str, end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "school").mkdir()
    files = [tmp_path / "school" / name for name in ("a.txt", "b.txt", "c.txt")]
    for path in files:
        path.write_bytes(seeds()["policy.txt"])
    (tmp_path / "sitecustomize.py").write_text(
        "import pathlib\nread = pathlib.Path.read_bytes\n"
        f"def stop(path):\n    if path.name == 'b.txt':\n        {program}\n    return read(path)\n"
        "pathlib.Path.read_bytes = stop\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert [(o.name, o.end) for o in outcomes(files)] == [("a.txt", "read"), ("b.txt", end), ("c.txt", "read")]
