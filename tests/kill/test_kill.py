"""A build that is killed at any moment leaves the last good site whole, and the next one heals what it left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TIMES = 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the builds that are killed are copies of a process")
def test_a_killed_build_leaves_the_last_good_site_and_the_next_one_heals(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.kill.worker", str(tmp_path), "1", str(TIMES)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == TIMES
    assert all(one["killed"] for one in found)
    for one in found:
        assert one["last_good"], one
        assert one["healed"], one
        assert one["beside"] == ["build", "pages", "policies", "site"], one
        assert one["built"] == ["cache", "docs", "lock"], one
        assert not one["unfinished"], one
