"""One measurement in a process of its own, with one thread: `python -m tests.benchmarks.measure WHAT FOLDER`.

Prints one line of JSON. `pipeline` builds `FOLDER/policies` without rendering; `mkdocs` renders what `pipeline` left
in `FOLDER/build/docs`; `site` builds all, as the command line does, for the policies folder given by `--policies`.
`busy` is processor time, which other programs on the machine hardly change; `seconds` is what a person waits.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from tests.benchmarks.stages import StageClock

TODAY = date(2026, 11, 30)


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.measure")
    parser.add_argument("what", choices=("pipeline", "mkdocs", "site"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--policies", type=Path)
    args = parser.parse_args()
    if args.what == "pipeline":
        measured = pipeline(args.folder)
    elif args.what == "mkdocs":
        measured = mkdocs(args.folder)
    else:
        measured = site(args.policies, args.folder)
    sys.stdout.write(json.dumps(measured | {"peak_mb": peak()}) + "\n")


def peak() -> float:
    """The largest resident size of this process so far, in MB of 10^6 bytes."""
    return megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def megabytes(size: int) -> float:
    """Give a resident size, in the unit in which the system states it, in MB of 10^6 bytes."""
    return size / 1e6 if sys.platform == "darwin" else size * 1024 / 1e6


def pipeline(folder: Path) -> dict[str, Any]:
    """Everything but rendering: seconds in all and by stage, policies and clauses."""
    from clauseway import document, documents
    from clauseway import pipeline as stages

    idle = peak()
    clock = StageClock()
    for module in (stages, documents, document):
        clock.watch(module)
    vars(stages)["render"] = lambda *_args, **_kwargs: ()
    start, busy = time.perf_counter(), time.process_time()
    built = stages.build(folder / "policies", folder / "site", 1, _silent, TODAY)
    return {
        "seconds": time.perf_counter() - start,
        "busy": time.process_time() - busy,
        "idle_mb": idle,
        "stages": dict(clock.seconds),
        "policies": len(built.collection.policies),
        "clauses": sum(bool(clause) for policy in built.collection.policies for clause in policy.ids),
        "problems": len(built.problems),
    }


def mkdocs(folder: Path) -> dict[str, Any]:
    """Rendering alone."""
    from clauseway.render import render

    docs = folder / "build" / "docs"
    start, busy = time.perf_counter(), time.process_time()
    faults = render(docs, folder / "site")
    return {
        "seconds": time.perf_counter() - start,
        "busy": time.process_time() - busy,
        "pages": sum(1 for _ in docs.rglob("*.md")),
        "problems": len(faults),
    }


def site(policies: Path, folder: Path) -> dict[str, Any]:
    """All of a build."""
    from clauseway import pipeline as stages

    start = time.perf_counter()
    built = stages.build(policies, folder / "site", 1, _silent, TODAY)
    return {"seconds": time.perf_counter() - start, "policies": len(built.collection.policies)}


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


if __name__ == "__main__":
    main()
