"""A process of its own that understands documents, one a line, within bounds of time and memory.

Tells for each what came of it; a document that ends the process is the one that was begun last.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from clauseway.document import understand
from clauseway.model import School
from clauseway.problems import Severity
from clauseway.sources import Found

SECONDS = 20
"""How long one document may take."""
MEMORY = 1024
"""Megabytes that the process may have."""


class Outcome(msgspec.Struct, frozen=True):
    """What came of one document."""

    name: str
    """The file's name."""
    end: str
    """`read`, `refused`, `given up` (by the process that reads it), `fault` (of the program), `ledger`, `hung`, `died`."""
    seconds: float = 0
    """How long it took."""
    peak: int = 0
    """Megabytes of memory that the process had at most while it was read."""
    codes: tuple[str, ...] = ()
    """Codes of the errors."""
    message: str = ""
    """The first error."""


def outcomes(files: Sequence[Path], seconds: int = SECONDS, memory: int = MEMORY) -> Iterator[Outcome]:
    """Have the files understood, each by a process that is made anew whenever one ends it."""
    left = list(files)
    while left:
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.worker", str(seconds), str(memory)],
            input="\n".join(map(str, left)),
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PATH": ""},  # so that no office program is found
        )
        made = [msgspec.json.decode(line, type=Outcome) for line in done.stdout.splitlines() if line.startswith("{")]
        yield from made
        left = left[len(made) :]
        if left:
            ending = "hung" if done.returncode == -signal.SIGALRM else "died"
            yield Outcome(left[0].name, ending, message=f"status {done.returncode}: {done.stderr[-300:]}")
            left = left[1:]


def _look(path: Path) -> Outcome:
    _reset_peak()
    start = time.monotonic()
    school = School(slug=path.parent.name, name="A School")
    part = understand(Found(path.parent.name, path, f"{path.parent.name}/{path.name}"), school, path.parent.parent)
    seconds = time.monotonic() - start
    errors = [problem for problem in part.problems if problem.severity is Severity.ERROR]
    codes = tuple(problem.code for problem in errors)
    return Outcome(
        path.name, _end(codes, bool(part.policies)), seconds, _peak(), codes, errors[0].message if errors else ""
    )


def _end(codes: tuple[str, ...], made: bool) -> str:
    ends = {"internal": "fault", "ledger": "ledger", "source-given-up": "given up"}
    if codes:
        return next((ends[code] for code in codes if code in ends), "refused")
    return "read" if made else "fault"


def _processes() -> list[str]:
    """This process, and those that it has started."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return ["self", *children.split()]


def _reset_peak() -> None:
    for process in _processes():
        Path(f"/proc/{process}/clear_refs").write_text("5", encoding="ascii")


def _peak() -> int:
    return max(map(_peak_of, _processes()))


def _peak_of(process: str) -> int:
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def main() -> None:
    """Understand the files whose paths come in, one a line."""
    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (memory * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for line in sys.stdin.read().splitlines():
        signal.alarm(seconds)
        outcome = _look(Path(line))
        signal.alarm(0)
        sys.stdout.write(json.dumps(msgspec.to_builtins(outcome)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
