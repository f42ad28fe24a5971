"""Reading of files in a process of its own: `python -m tests.benchmarks.formats (rates|peak) FILE ...`.

Prints one line of JSON. `rates` reads the files over and over, all of one format; `peak` understands a single one.
PDF files are read by a worker process: its processor time and its memory are counted too, its start by itself.
Rates are of processor time, which other programs on the machine change less than what a person waits.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from clauseway import document
from clauseway.document import Understood, found_at, understand
from clauseway.model import School, Source
from clauseway.sources import read, reader
from clauseway.sources.apart import Apart
from clauseway.sources.forms import Form
from tests.benchmarks.measure import megabytes, peak
from tests.benchmarks.stages import StageClock

ROUNDS = 5
SCHOOL = School("school", "Tansy Field Primary School")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.formats")
    parser.add_argument("what", choices=("rates", "peak"))
    parser.add_argument("files", type=Path, nargs="+")
    args = parser.parse_args()
    measured = rates(args.files) if args.what == "rates" else at_most(args.files[0])
    sys.stdout.write(json.dumps(measured) + "\n")


def rates(files: Sequence[Path]) -> dict[str, Any]:
    """Files a second, from bytes to blocks and the whole way, once each file has been through."""
    start = time.perf_counter()
    sources = [_source(file) for file in files[:1]]
    first = time.perf_counter() - start
    sources += [_source(file) for file in files[1:]]
    whole = [_whole(file) for file in files]
    return {
        "first_seconds": first,
        "pages": statistics.mean(source.pages or 0 for source in sources),
        "words": statistics.mean(len(source.words) for source in sources),
        "blocks": statistics.mean(len(source.blocks) for source in sources),
        "clauses": statistics.mean(_clauses(understood) for understood in whole),
        "read": _rounds(_source, files),
        "whole": _rounds(_whole, files),
    }


def at_most(file: Path) -> dict[str, Any]:
    """Time and memory that one document takes, whole way, in a process that has done nothing before."""
    clock = StageClock()
    clock.watch(document)
    idle = peak()
    start, busy = time.perf_counter(), time.process_time()
    understood = _whole(file)
    seconds, own = time.perf_counter() - start, time.process_time() - busy
    _worker().close()  # only then does the system tell what it took
    worker = resource.getrusage(resource.RUSAGE_CHILDREN)
    stages: dict[str, float] = {}
    for label, spent in clock.seconds.items():
        stage = label.partition(":")[0]
        stages[stage] = stages.get(stage, 0.0) + spent
    return {
        "bytes": file.stat().st_size,
        "clauses": _clauses(understood),
        "seconds": seconds,
        "busy": own,
        "worker_busy": worker.ru_utime + worker.ru_stime,
        "idle_mb": idle,
        "peak_mb": peak(),
        "worker_mb": megabytes(worker.ru_maxrss),
        "stages": stages,
    }


def _source(file: Path) -> Source:
    return read(file, file.parent)


def _whole(file: Path) -> Understood:
    understood = understand(found_at(file), SCHOOL, file.parent.parent)
    if not understood.policies:
        raise SystemExit(f"{file.name} was refused: {understood.problems}")
    return understood


def _clauses(understood: Understood) -> int:
    return sum(bool(clause) for policy in understood.policies for clause in policy.ids)


def _rounds(way: Callable[[Path], object], files: Sequence[Path]) -> dict[str, float]:
    """Files a second in the middle one of several rounds, by processor time and by the clock; and the extremes."""
    by_time, by_clock = [], []
    for _ in range(ROUNDS):
        start, busy = time.perf_counter(), _busy()
        for file in files:
            way(file)
        by_clock.append(len(files) / (time.perf_counter() - start))
        by_time.append(len(files) / (_busy() - busy))
    rate = statistics.median(by_time)
    return {"rate": rate, "least": min(by_time), "most": max(by_time), "waiting": statistics.median(by_clock)}


def _busy() -> float:
    """Processor seconds of this process and of the worker that runs beside it."""
    process = _worker()._process
    if process is None:
        return time.process_time()
    # The clock of another process, as Linux numbers it; a system without it has none that can be read so closely.
    return time.process_time() + time.clock_gettime((~process.pid << 3) | 2)


def _worker() -> Apart:
    """What reads PDF files for this process."""
    apart: Apart = vars(reader)["_RICH"][Form.PDF].__self__
    return apart


if __name__ == "__main__":
    main()
