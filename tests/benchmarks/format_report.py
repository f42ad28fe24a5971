"""The figures of the formats as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

NAMES = {"txt": "text", "docx": "Word", "pdf": "PDF", "odt": "OpenDocument", "html": "HTML"}
"""By a file's ending: what people call the format."""
RATE_GOALS = {"docx": 20, "pdf": 5}
"""Files of ten pages a second on one core."""
MEMORY_GOAL = 300
"""MB for any single document."""

Figures = Mapping[str, Mapping[str, Any]]


def formats(rates: Figures, peaks: Figures, pages: int) -> Iterator[str]:
    """Give the tables: files a second, the same against text, and a document of `pages` pages by itself."""
    yield from _rates(rates)
    yield from _ratios(rates)
    yield from _peaks(peaks, pages)


def _rates(rates: Figures) -> Iterator[str]:
    text, pages = rates["txt"], rates["pdf"]["pages"]
    yield "## Formats"
    yield ""
    yield f"Made-up policies of {text['words']:,.0f} words, {text['clauses']:,.0f} clauses and, as PDFs, {pages:.0f} pages: numbered clauses,"
    yield "lists within lists, tables. Files a second of processor time, the middle one of several rounds in one warmed"
    yield "process (in brackets the slowest and the fastest), and by the clock. *Read* is from the file to its blocks,"
    yield "*whole way* to the policy with all its findings. PDFs are read by a process beside, whose time is counted too."
    yield ""
    yield "| format | read, files/s | by the clock | whole way, files/s | by the clock | aim |"
    yield "|---|---:|---:|---:|---:|---:|"
    for ending, figures in rates.items():
        goal = f">= {RATE_GOALS[ending]}" if ending in RATE_GOALS else ""
        yield f"| {NAMES[ending]} | {_rate(figures['read'])} | {_rate(figures['whole'])} | {goal} |"
    yield ""
    pdf = rates["pdf"]
    start = pdf["first_seconds"] - 1 / pdf["read"]["waiting"]
    yield f"Starting the process that reads PDFs takes {start:.2f} seconds, once in a build; it is not in the table."
    yield ""


def _rate(round_: Mapping[str, float]) -> str:
    return f"{round_['rate']:.1f} ({round_['least']:.1f}–{round_['most']:.1f}) | {round_['waiting']:.1f}"


def _ratios(rates: Figures) -> Iterator[str]:
    text = rates["txt"]
    yield "| format | read, ms a file | times text | whole way, ms a file | times text |"
    yield "|---|---:|---:|---:|---:|"
    for ending, figures in rates.items():
        cells = (
            f"{1000 / figures[way]['rate']:.1f} | {text[way]['rate'] / figures[way]['rate']:.2f}"
            for way in ("read", "whole")
        )
        yield f"| {NAMES[ending]} | {' | '.join(cells)} |"
    yield ""


def _peaks(peaks: Figures, pages: int) -> Iterator[str]:
    yield f"## One document of {pages:,} pages"
    yield ""
    yield "The whole way, each in a process that has done nothing before. Peak memory is the largest resident size, the"
    yield "program and its libraries included; a PDF is first read by a process beside, with a peak of its own."
    yield "The Word file repeats the lists and tables of its first hundred pages; its paragraphs are all different."
    yield ""
    yield "| | " + " | ".join(NAMES[ending] for ending in peaks) + " | aim |"
    yield "|---|" + "---:|" * (len(peaks) + 1)
    yield _row("file, KB", [one["bytes"] / 1000 for one in peaks.values()])
    yield _row("clauses", [one["clauses"] for one in peaks.values()])
    yield _row("seconds to wait", [one["seconds"] for one in peaks.values()])
    yield _row("processor seconds", [one["busy"] + one["worker_busy"] for one in peaks.values()])
    yield _row("of these: read", [one["stages"]["sources"] + one["worker_busy"] for one in peaks.values()])
    for stage in ("structure", "describe"):
        yield _row(f"of these: {stage}", [one["stages"][stage] for one in peaks.values()])
    yield _row("peak memory, MB", [one["peak_mb"] for one in peaks.values()], f"< {MEMORY_GOAL}")
    yield _row(
        "peak memory of the process beside, MB", [one["worker_mb"] for one in peaks.values()], f"< {MEMORY_GOAL}"
    )
    yield _row("memory before anything is read, MB", [one["idle_mb"] for one in peaks.values()])
    yield ""


def _row(name: str, figures: list[float], aim: str = "") -> str:
    shown = (f"{value:,.0f}" if value >= 100 or value == 0 else f"{value:.1f}" for value in figures)
    return f"| {name} | {' | '.join(shown)} | {aim} |"
