"""`clauseway new school`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from clauseway.cli import options, report
from clauseway.problems import Problem, Severity
from clauseway.settings import SCHOOL_FILE, school_template, slug_fault


@click.group()
def new() -> None:
    """Make a new part of the policies folder."""


@new.command(
    epilog="""\b
Example:
  clauseway new school st-mary

\b
Exit status:
  0  good
  2  the name cannot be used, or the school is there already"""
)
@options.policies
@click.argument("slug")
def school(policies: Path, slug: str) -> None:
    """Make the folder and the school.yml of a school.

    SLUG becomes part of every link to the school: small letters, digits and hyphens, such as st-mary.
    """
    path = policies / slug / SCHOOL_FILE
    advice = slug_fault(slug)
    if advice:
        message = f"“{slug}” cannot be part of a web address."
        sys.exit(report.refuse(Problem("folder-name", Severity.ERROR, message, advice=advice)))
    if path.exists():
        message = "The school is there already."
        advice = "Change its file, or choose another name for a new school."
        sys.exit(report.refuse(Problem("school-exists", Severity.ERROR, message, path.as_posix(), advice=advice)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(school_template(slug), encoding="utf-8")
    except OSError as failure:
        message = f"It cannot be made ({failure.strerror})."
        advice = "Check that the folder may be written."
        sys.exit(report.refuse(Problem("disk", Severity.ERROR, message, path.as_posix(), advice=advice)))
    click.echo(f"{path.as_posix()} is made. Put the school's name into it, and its policies (Word, PDF …) beside it.")
