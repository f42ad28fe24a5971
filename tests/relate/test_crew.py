"""Work that is spread over processes comes to the same, and only much work is spread."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from clauseway.cache import Cache, Remembered
from clauseway.relate import crew, relate
from clauseway.relate.crew import Crew
from tests.relate.test_memory import COMMON, SCHOOLS, TITLES, clause

_KILLED = """
import sys
from clauseway.relate import crew
from clauseway.relate.clauses import Clause
from clauseway.relate.field import Bounds
from clauseway.model import Duty, MatterFit

if __name__ == "__main__":
    near = (MatterFit("kit", 0.5),)
    clauses = [Clause("a/p#1", "Bring shoes.", Duty.MUST, frozenset(), (), near=near)]
    with crew.Crew(crew.Work(clauses, {}, (), (), Bounds(2, 2, 2)), 2) as some:
        some._start()
        [hand.submit(len, "").result() for hand in some._hands]
        print(*(number for hand in some._hands for number in hand._processes), flush=True)
        sys.stdin.read()
"""


def test_with_several_processes_the_relations_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = Random(11)
    clauses = [clause(rng, school, number) for school in SCHOOLS for number in range(30)]
    alone = relate(clauses, TITLES, COMMON)
    started: list[Crew] = []
    start = Crew._start

    def noted(some: Crew) -> None:
        started.append(some)
        start(some)

    monkeypatch.setattr(crew, "WORTH_SHARING", 1)
    monkeypatch.setattr(Crew, "_start", noted)
    assert list(relate(clauses, TITLES, COMMON, memory=Remembered(Cache(tmp_path)), jobs=2).items()) == [*alone.items()]
    assert len(started) == 1
    assert set(started[0]._whose.values()) == {0, 1}
    assert relate(clauses, TITLES, COMMON, memory=Remembered(Cache(tmp_path)), jobs=2) == alone
    assert len(started) == 1  # all of it was known


def test_little_work_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Crew) -> None:
        raise AssertionError

    rng = Random(12)
    monkeypatch.setattr(Crew, "_start", refused)
    assert relate([clause(rng, school, number) for school in SCHOOLS for number in range(9)], TITLES, COMMON, jobs=2)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="this system does not tell when a process has ended")
def test_no_process_stays_behind_when_the_first_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(_KILLED)
    with subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout
        ends = [os.pidfd_open(int(number)) for number in first.stdout.readline().split()]
        first.send_signal(signal.SIGKILL)
        gone = [select.select([end], [], [], 60)[0] == [end] for end in ends]
        for end in ends:
            os.close(end)
    assert gone == [True, True]
