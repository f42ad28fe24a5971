"""What a change costs: `python -m tests.benchmarks.again` prints the tables; `… build FOLDER` is one build of it.

A build counts from the start of its process to the moment before rendering, which is left out. `serve` counts from the moment a
file is saved to the moment open pages are told to reload, rendering included.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.generate import make_schools

ROOT = Path(__file__).parents[2]
SCHOOLS, POLICIES = 10, 45
TODAY = date(2026, 11, 30)
WAIT = 120.0


def section() -> str:
    """The tables, as part of the results."""
    lines = ["", "## Built again", "", *_builds(SCHOOLS, POLICIES), "", *_served(), ""]
    return "\n".join(lines)


def _builds(schools: int, policies: int) -> Iterator[str]:
    yield f"{schools * policies} policies of {schools} schools, from the start of the process to the moment before rendering."
    yield ""
    yield "| build | processor seconds | seconds to wait | of the program's own stages: read, compare, publish | aim |"
    yield "|---|---:|---:|---|---:|"
    aims = {"the first": "", "nothing changed": "<= 3", "one policy changed": "<= 4"}
    with TemporaryDirectory(prefix="clauseway-bench-") as name:
        folder = Path(name)
        make_schools(schools, policies, 1, folder, markdown=False)
        for what, aim in aims.items():
            if what == "one policy changed":
                file = sorted((folder / "policies").rglob("*.txt"))[policies]
                file.write_bytes(file.read_bytes() + b"\nPupils must not bring drones to school.\n")
            sys.stderr.write(f"{schools * policies} made-up policies: {what}\n")
            found = _one_build(folder)
            stages = ", ".join(
                f"{found['stages'].get(stage, 0):.2f}" for stage in ("Reading", "Comparing", "Publishing")
            )
            yield f"| {what} | {found['busy']:.2f} | {found['seconds']:.2f} | {stages} | {aim} |"


def _one_build(folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.again", "build", str(folder)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def build(folder: Path) -> dict[str, Any]:
    """One build of `folder` without rendering, with what the cache there knows."""
    start = time.perf_counter()
    from clauseway import pipeline
    from clauseway.cache import Cache

    stages: dict[str, float] = {}
    running, since = "start", time.process_time()

    def note(stage: str, _done: int, _total: int) -> None:
        nonlocal running, since
        now = time.process_time()
        stages[running] = stages.get(running, 0.0) + now - since
        running, since = stage, now

    def stop(*_args: object, **_options: object) -> tuple[()]:
        note("", 0, 0)
        ends.append((time.process_time(), time.perf_counter() - start))
        return ()

    ends: list[tuple[float, float]] = []
    vars(pipeline)["render"] = stop
    pipeline.build(folder / "policies", folder / "site", 1, note, TODAY, Cache(folder / "build" / "cache"))
    ends.append((time.process_time(), time.perf_counter() - start))  # where nothing had to be rendered
    return {"busy": ends[0][0], "seconds": ends[0][1], "stages": stages}


def _served() -> Iterator[str]:
    yield "`clauseway serve` with the repository's own schools, from saving a file to the reload of open pages:"
    yield ""
    yield "| saved | seconds | aim |"
    yield "|---|---:|---:|"
    sys.stderr.write("clauseway serve\n")
    with TemporaryDirectory(prefix="clauseway-bench-") as name:
        home = Path(name)
        for part in ("policies", "docs", "overrides", "scripts"):
            shutil.copytree(ROOT / part, home / part)
        shutil.copy(ROOT / "mkdocs.yml", home)
        files = (
            ("a policy", sorted((home / "policies").rglob("*.txt"))[0], b"\nPupils must not bring drones to school.\n"),
            ("a page", home / "docs" / "help.md", b"\nOne more line.\n"),
            ("a style", home / "overrides" / "css" / "clauseway.css", b"\n/* new */\n"),
        )
        for what, seconds in _reloads(home, files):
            yield f"| {what} | {seconds:.2f} | <= 2 |"
        yield ""
        yield f"Of a policy's, {warm(home, files[0][1]):.2f} are the processor's; 0.2 are waited for more changes."


def warm(home: Path, file: Path) -> float:
    """Processor seconds of a build after one policy has changed, in a process that has built before."""
    from clauseway import pipeline
    from clauseway.cache import Cache

    start = 0.0
    for _ in range(2):
        file.write_bytes(file.read_bytes() + b"\nPupils must not bring drones to school.\n")
        start = time.process_time()
        pipeline.build(home / "policies", home / "site", 1, _silent, TODAY, Cache(home / "build" / "cache"))
    return time.process_time() - start


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


def _reloads(home: Path, files: Sequence[tuple[str, Path, bytes]]) -> Iterator[tuple[str, float]]:
    """How long it takes until open pages reload after more is written to each of `files`."""
    command = [sys.executable, "-m", "clauseway", "serve", "--port", "0", "--quiet"]
    environment = {"PYTHONPATH": str(home / "scripts"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=home, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = re.search(r"http://\S+/", server.stdout.readline())
        assert address
        with urllib.request.urlopen(f"{address[0]}-/changes", timeout=WAIT) as stream:
            _next(stream)
            for what, file, more in files:
                time.sleep(1)  # a pause between two changes, as a person makes one
                start = time.perf_counter()
                file.write_bytes(file.read_bytes() + more)
                _next(stream)
                yield what, time.perf_counter() - start
        server.terminate()


def _next(stream: Any) -> None:
    """Wait for the name of the next edition."""
    while not stream.readline().startswith(b"data:"):
        pass


def main() -> None:
    """Build once, or measure all."""
    if sys.argv[1:2] == ["build"]:
        sys.stdout.write(json.dumps(build(Path(sys.argv[2]))) + "\n")
    else:
        sys.stdout.write(section())


if __name__ == "__main__":
    main()
