"""`clauseway preview`."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from clauseway import pipeline
from clauseway.cache import Cache
from clauseway.cli import options, report
from clauseway.preview import preview as preview_of
from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.show_preview import preview_in_words


@click.command(
    epilog="""\b
Examples:
  clauseway preview                       what is new since the latest commit
  clauseway preview --base origin/main    what a proposed change would do

\b
Exit status:
  0  good
  1  a document that is added or changed cannot be used, or its settings are wrong
  2  the folder cannot be read, or Git knows no such revision"""
)
@options.policies
@click.option(
    "--base",
    default="HEAD",
    show_default=True,
    metavar="REVISION",
    help="Branch or commit to compare with; what others changed there since is left out.",
)
@options.today
@options.jobs
@options.quiet
def preview(policies: Path, base: str, today: date, jobs: int, quiet: bool) -> None:
    """Say in plain words what changed documents would change on the site, clause by clause.

    What was found in each of them, and what to look at, is written as Markdown. In a workflow of GitHub it becomes
    the summary of the run, and what is wrong is marked at the files.
    """
    kept = pipeline.build_folder(Path("site")) / "cache"
    cache = Cache(kept if kept.is_dir() else None)
    try:
        with report.progress(quiet) as progress:
            collection = pipeline.gather(policies, jobs, progress, cache)
        all_of_them = pipeline.with_reviews(pipeline.all_problems(collection), collection, today)
        found = preview_of(collection, all_of_them, policies, base, cache)
    except UnreadableSource as refusal:
        sys.exit(report.refuse(refusal.problem))
    problems = tuple(problem for one in found.documents for problem in one.problems) + found.others
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        _append(Path(summary), preview_in_words(found))
        click.echo(report.as_annotations(problems, policies))
    else:
        click.echo(preview_in_words(found), nl=False)
    sys.exit(report.status(problems, strict=False))


def _append(path: Path, text: str) -> None:
    try:
        with path.open("a", encoding="utf-8") as summary:
            summary.write(text)
    except OSError as failure:
        message = f"The summary cannot be written ({failure.strerror})."
        advice = "Leave GITHUB_STEP_SUMMARY empty to have it printed."
        sys.exit(report.refuse(Problem("disk", Severity.ERROR, message, str(path), advice=advice)))
