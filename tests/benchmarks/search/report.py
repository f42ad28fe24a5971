"""The figures of the search as Markdown tables, with their aims."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

_BUILT: Final = (
    ("clauses", "clauses", "{:,}", ""),
    ("seconds of the search's files", "seconds", "{:.1f}", "<= 60 at 3,600 policies"),
    ("processor seconds", "busy", "{:.1f}", ""),
    ("peak memory, MB", "peak_mb", "{:.0f}", "<= 2000"),
    ("… of which before the search", "idle_mb", "{:.0f}", ""),
    ("largest shard, KB", "shard", "{:.0f}", "<= 150 for 50 policies"),
    ("all shards, KB", "shards", "{:.0f}", "together up to 1000"),
    ("largest slice of the index, KB", "slice", "{:.1f}", ""),
    ("all slices, KB", "slices", "{:.0f}", ""),
    ("words, KB", "words", "{:.0f}", ""),
    ("matters, KB", "matters", "{:.0f}", ""),
    ("largest texts of a policy, KB", "texts", "{:.1f}", ""),
)
_READ: Final = (
    ("data of the first query, KB", "data", "{:.0f}", "<= 150 at five schools"),
    ("… of the costliest", "most_data", "{:.0f}", ""),
    ("scripts, KB", "scripts", "{:.0f}", ""),
    ("rest of the page, KB", "page", "{:.0f}", ""),
    ("ms to the answer, nothing seen before", "first_ms", "{:.0f}", ""),
    ("ms to the answer, next query", "next_ms", "{:.0f}", "<= 300 at five, 600 at eighty"),
    ("… of which the page was busy", "next_busy_ms", "{:.0f}", ""),
    ("ms a key", "key_ms", "{:.1f}", "<= 50"),
    ("ms of the slowest key", "key_worst_ms", "{:.1f}", ""),
    ("requests to elsewhere", "foreign", "{:.0f}", "0"),
)
_BYTES: Final = (
    "shard",
    "shards",
    "slice",
    "slices",
    "words",
    "matters",
    "texts",
    "data",
    "most_data",
    "scripts",
    "page",
)

Figures = Mapping[str, Any]


def report(
    built: Mapping[str, Figures], read: Mapping[str, Figures], quality: Mapping[str, Mapping[str, Figures]]
) -> str:
    """All tables: by site what its files take and what it costs the reader, and by queries what each search finds."""
    return "\n".join([*_head(), *_table("Built", _BUILT, built), *_table("Read", _READ, read), *_beside(quality), ""])


def _head() -> Iterator[str]:
    yield "# Measurements of the search"
    yield ""
    yield "Made by `make bench-search`, on the sample schools and on made-up ones (schools × policies a school, 60 clauses"
    yield "a policy, seed 1), in a headless Chromium. Sizes are compressed with gzip, times are medians over eight queries."
    yield ""
    yield f"Machine: {os.cpu_count()} cores, {platform.system()}; CPython {platform.python_version()}; others were using it:"
    yield f"{os.getloadavg()[2]:.1f} processes ran on average in the last quarter of an hour."


def _table(title: str, rows: Sequence[tuple[str, str, str, str]], sites: Mapping[str, Figures]) -> Iterator[str]:
    yield from ("", f"## {title}", "", f"| | {' | '.join(sites)} | aim |", f"|---|{'---:|' * len(sites)}---|")
    for name, key, shape, aim in rows:
        yield f"| {name} | {' | '.join(shape.format(_value(figures, key)) for figures in sites.values())} | {aim} |"


def _value(figures: Figures, key: str) -> Any:
    return figures[key] / 1000 if key in _BYTES else figures[key]


def _beside(quality: Mapping[str, Mapping[str, Figures]]) -> Iterator[str]:
    yield from ("", "## Beside other searches", "")
    yield "The graded queries of `tests/labels/search`, asked of each on the same policies. The others find sections, which"
    yield "count as their clauses in reading order; told: of the queries that nothing answers, how many were told so."
    yield from ("", "| queries | search | nDCG@10 | success@1 | success@3 | told | first query, KB | ms a query |")
    yield "|---|---|---:|---:|---:|---:|---:|---:|"
    for split, searches in quality.items():
        for name, figures in searches.items():
            scores = (f"{figures[key]:.2f}" for key in ("nDCG@10", "success@1", "success@3", "told"))
            costs = (f"{figures['bytes'] / 1000:.0f}", f"{figures['ms']:.0f}") if "ms" in figures else ("", "")
            yield f"| {split} | {' | '.join((name, *scores, *costs))} |"
