"""Options that several commands share."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import click

from clauseway.pipeline import Engine

SEVERITY_HELP = """\b
Exit status:
  0  good
  1  something is wrong in a document or settings file (with --strict, or in doubt); all the rest was built
  2  the command could not run"""

policies = click.option(
    "--policies",
    type=click.Path(path_type=Path),
    default=Path("policies"),
    show_default=True,
    metavar="DIR",
    help="Folder with one folder a school.",
)
site = click.option(
    "--site",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    metavar="DIR",
    help="Folder that becomes the site; it is replaced once the new site is whole.",
)
strict = click.option("--strict", is_flag=True, help="Treat every warning as an error.")
jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: os.cpu_count() or 1,
    show_default="one for each processor",
    metavar="N",
    help="Documents to read at the same time.",
)
engine = click.option(
    "--engine",
    type=click.Choice([one.value for one in Engine]),
    callback=lambda _context, _option, value: Engine(value),
    default=Engine.MKDOCS.value,
    show_default=True,
    help="What renders the site.",
)
no_cache = click.option(
    "--no-cache", is_flag=True, help="Work out everything anew, and keep nothing of it in build/cache."
)
quiet = click.option("--quiet", "-q", is_flag=True, help="Print nothing but problems.")


def _day(_context: click.Context, _option: click.Parameter, value: datetime | None) -> date:
    return value.date() if value else date.today()


today = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="DATE",
    show_default="the date of today",
    help="Day on which reviews are overdue and references out of date or not, as 2026-03-29.",
)
