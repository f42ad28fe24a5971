"""One build with all it says, as `build` does it once and `serve` again and again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from clauseway import pipeline
from clauseway.cache import Cache
from clauseway.cli import report
from clauseway.pipeline import Engine
from clauseway.problems import Problem, Severity, UnreadableSource


def build_site(
    policies: Path, site: Path, today: date, strict: bool, jobs: int, no_cache: bool, engine: Engine, quiet: bool
) -> int:
    """Build once and say how it went; gives the exit status."""
    cache = Cache(None if no_cache else pipeline.build_folder(site) / "cache")
    try:
        with report.progress(quiet) as progress:
            built = pipeline.build(policies, site, jobs, progress, today, cache, engine)
    except UnreadableSource as refusal:
        return report.refuse(refusal.problem)
    except OSError as failure:
        return report.refuse(_disk(failure))
    except Exception as failure:
        if sys.flags.dev_mode:
            raise
        return report.refuse(_fault(failure))
    problems = pipeline.with_reviews(built.problems, built.collection, today)
    report.print_problems(problems, policies, sys.stderr, quiet)
    if not quiet:
        click.echo(_sentence(built, problems, site))
    return report.status(problems, strict) if built.rendered else report.COULD_NOT_RUN


def _disk(failure: OSError) -> Problem:
    message = f"The site cannot be written: {failure.strerror or failure}."
    advice = "Check that the folder may be written and that the disk has room; the last good site is still there."
    return Problem("disk", Severity.ERROR, message, str(failure.filename or ""), advice=advice)


def _fault(failure: Exception) -> Problem:
    message = f"Clauseway failed ({type(failure).__name__}: {failure}); the last good site is still there."
    advice = "Please report it with what `python -X dev -m clauseway build` prints."
    return Problem("internal", Severity.ERROR, message, advice=advice)


def _sentence(built: pipeline.Built, problems: Sequence[Problem], site: Path) -> str:
    if not built.rendered:
        return f"{site} is as it was ({report.summary(problems)})."
    policies = report.counted(len(built.collection.policies), "policy", "policies")
    schools = report.counted(len(built.collection.schools), "school")
    return f"{policies} of {schools} in {site} ({report.summary(problems)})."
