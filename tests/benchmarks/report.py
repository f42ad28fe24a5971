"""The figures as Markdown tables, with what they are to be compared with."""

from __future__ import annotations

import os
import platform
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.format_report import formats

PIPELINE_GOAL = 150
"""Policies a second on one core, without MkDocs."""
MEMORY_GOAL = 1_000
"""MB at the large run."""
PAGE_GOAL = 7
"""Milliseconds a page that MkDocs takes."""
SITE_GOAL = 10
"""Seconds for the schools of the repository."""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was measured; the keys of the figures are those that `measure` prints."""

    small: Mapping[str, Any]
    """The pipeline on few policies."""
    large: Mapping[str, Any]
    """The pipeline on many."""
    rendering: Mapping[str, Any]
    """MkDocs."""
    site: Mapping[str, Any]
    """The repository's schools."""
    rates: Mapping[str, Mapping[str, Any]]
    """By a file's ending: how fast documents of ten pages are read."""
    peaks: Mapping[str, Mapping[str, Any]]
    """By a file's ending: what one very long document takes."""
    long_pages: int
    """Pages of the long ones."""
    quick: bool
    """Whether the runs were small."""


def report(measured: Measured) -> str:
    """All tables."""
    tables = (
        *_pipeline(measured),
        *_stages(measured),
        *formats(measured.rates, measured.peaks, measured.long_pages),
        *_others(measured),
    )
    return "\n".join([*_head(measured.quick), *tables, ""])


def _head(quick: bool) -> Iterator[str]:
    yield "# Measurements"
    yield ""
    yield "Made by `make bench` on made-up schools of plain text (seed 1), and on made-up documents where formats are"
    yield "compared. Figures differ from machine to machine and from run to run; no test asserts them."
    yield ""
    if quick:
        yield "A quick run: too small to say much."
        yield ""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"Machine: {cores} cores, {_processor()}, {platform.system()}; {python}. Each run is a process of one thread,"
    yield "and rates are counted in its processor time, which other programs on the machine change less than the wait."
    yield ""


def _processor() -> str:
    """What the system calls its processor."""
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _pipeline(measured: Measured) -> Iterator[str]:
    small, large = measured.small, measured.large
    yield "## Pipeline without MkDocs"
    yield ""
    yield "| | small run | large run | ratio | aim |"
    yield "|---|---:|---:|---:|---:|"
    yield _row("policies", small["policies"], large["policies"], "")
    yield _row("clauses", small["clauses"], large["clauses"], "")
    yield _row("processor seconds", small["busy"], large["busy"], "")
    yield _row("seconds to wait", small["seconds"], large["seconds"], "")
    yield _row("processor seconds again, nothing changed", small["again"], large["again"], "")
    yield _row("policies a second", _rate(small, "policies"), _rate(large, "policies"), f">= {PIPELINE_GOAL}")
    yield _row("clauses a second", _rate(small, "clauses"), _rate(large, "clauses"), "")
    yield _row("peak memory, MB", small["peak_mb"], large["peak_mb"], f"< {MEMORY_GOAL}")
    yield _row("memory above start, KB a policy", _kilobytes(small), _kilobytes(large), "")
    yield ""
    grown = large["clauses"] / small["clauses"]
    time_ratio = large["busy"] / small["busy"] / grown
    memory_ratio = _kilobytes(large) / _kilobytes(small)
    yield (
        f"{grown:.1f} times the clauses took {time_ratio:.2f} times the time a clause and {memory_ratio:.2f} times the "
        "memory a policy (1.00 is linear)."
    )
    yield ""


def _row(name: str, small: float, large: float, aim: str) -> str:
    return f"| {name} | {_figure(small)} | {_figure(large)} | {large / small:.2f} | {aim} |"


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or isinstance(value, int) else f"{value:.2f}"


def _rate(run: Mapping[str, Any], what: str) -> float:
    return float(run[what]) / float(run["busy"])


def _kilobytes(run: Mapping[str, Any]) -> float:
    return (float(run["peak_mb"]) - float(run["idle_mb"])) * 1000 / float(run["policies"])


def _stages(measured: Measured) -> Iterator[str]:
    small, large = _by_stage(measured.small), _by_stage(measured.large)
    yield "## Where the time goes"
    yield ""
    yield "| stage | ms a policy, small | ms a policy, large | share, large |"
    yield "|---|---:|---:|---:|"
    for stage, seconds in sorted(large.items(), key=lambda item: -item[1]):
        first = small.get(stage, 0.0) * 1000 / measured.small["policies"]
        then = seconds * 1000 / measured.large["policies"]
        yield f"| {stage} | {first:.2f} | {then:.2f} | {seconds / measured.large['busy']:.0%} |"
    yield ""


def _by_stage(run: Mapping[str, Any]) -> dict[str, float]:
    """Seconds by stage, `publish: write` apart from `publish`; the rest is the pipeline's own."""
    seconds: dict[str, float] = defaultdict(float)
    for label, spent in run["stages"].items():
        stage, _, function = label.partition(": ")
        seconds["write" if function == "write" else {"sources": "read"}.get(stage, stage)] += spent
    seconds["everything else"] = run["busy"] - sum(seconds.values())
    return dict(seconds)


def _others(measured: Measured) -> Iterator[str]:
    rendering, site = measured.rendering, measured.site
    page = rendering["busy"] * 1000 / rendering["pages"]
    yield "## Rendering and the repository's own schools"
    yield ""
    yield "| | figure | aim |"
    yield "|---|---:|---:|"
    yield f"| MkDocs, ms a page, at {rendering['pages']:,} pages | {page:.2f} | <= {PAGE_GOAL} |"
    yield f"| MkDocs, seconds to wait for all of them | {rendering['seconds']:.2f} | |"
    yield f"| MkDocs, peak memory, MB | {rendering['peak_mb']:.0f} | |"
    yield f"| the build of {site['policies']} policies, seconds | {site['seconds']:.2f} | |"
    yield f"| `make site`, seconds | {site['make_seconds']:.2f} | < {SITE_GOAL} |"
