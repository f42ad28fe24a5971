"""Two builds at once do not mix, and a build that ended in any way holds nobody up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clauseway.cache import alone
from clauseway.problems import UnreadableSource

_HOLDS = """
import os, signal, sys
from pathlib import Path
from clauseway.cache import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
    os.kill(os.getpid(), signal.SIGTERM)
"""


def test_another_build_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    with alone(tmp_path / "build"):
        with pytest.raises(UnreadableSource) as refusal, alone(tmp_path / "build"):
            pass
        with alone(tmp_path / "other"):
            pass
    problem = refusal.value.problem
    assert (problem.code, problem.file) == ("site-busy", str(tmp_path / "build"))
    with alone(tmp_path / "build"):
        pass


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _HOLDS, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(UnreadableSource), alone(tmp_path):
            pass
        other.communicate("now\n")
    assert other.returncode != 0
    with alone(tmp_path):
        pass
