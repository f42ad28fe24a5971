"""`clauseway check`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from clauseway import pipeline
from clauseway.cache import Cache
from clauseway.cli import options, report
from clauseway.problems import Problem, UnreadableSource


@click.command(
    epilog=f"""\b
Examples:
  clauseway check
  clauseway check --strict --format github     in a workflow: marks the lines of a change
  clauseway check --format json > problems.json

{options.SEVERITY_HELP}"""
)
@options.policies
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How problems are printed: for people, for programs, or as annotations of a GitHub workflow.",
)
@options.today
@options.strict
@options.jobs
@options.no_cache
@options.quiet
def check(policies: Path, form: str, today: date, strict: bool, jobs: int, no_cache: bool, quiet: bool) -> None:
    """Say what is wrong or in doubt, and build nothing.

    The problems of all documents, schools and settings are printed to the output, each once, in the order of files.
    Where a build has left the folder build/cache in the working directory, it is used.
    """
    kept = pipeline.build_folder(Path("site")) / "cache"
    cache = Cache(kept if kept.is_dir() and not no_cache else None)
    try:
        with report.progress(quiet or form != "text") as progress:
            collection = pipeline.gather(policies, jobs, progress, cache)
    except UnreadableSource as refusal:
        sys.exit(report.refuse(refusal.problem))
    problems = pipeline.with_reviews(pipeline.all_problems(collection), collection, today)
    _print(problems, policies, form, quiet)
    if form == "text" and not quiet:
        found = report.counted(len(collection.policies), "policy", "policies")
        click.echo(f"{found} checked ({report.summary(problems)}).")
    sys.exit(report.status(problems, strict))


def _print(problems: Sequence[Problem], policies: Path, form: str, quiet: bool) -> None:
    if form == "json":
        click.echo(report.as_json(problems, policies))
    elif form == "github" and problems:
        click.echo(report.as_annotations(problems, policies))
    elif form == "text":
        report.print_problems(problems, policies, sys.stdout, quiet)
