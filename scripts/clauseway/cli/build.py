"""`clauseway build`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from clauseway.cli import options
from clauseway.cli.building import build_site
from clauseway.pipeline import Engine


@click.command(
    epilog=f"""\b
Examples:
  clauseway build
  clauseway build --policies ~/trust/policies --site ~/public
  clauseway build --strict --quiet

{options.SEVERITY_HELP}"""
)
@options.policies
@options.site
@options.today
@options.strict
@options.jobs
@options.no_cache
@options.engine
@options.quiet
def build(
    policies: Path, site: Path, today: date, strict: bool, jobs: int, no_cache: bool, engine: Engine, quiet: bool
) -> None:
    """Build the site from the policies.

    The site is made aside and put in place when it is whole; a document that cannot be used is named, and the rest
    is built. Problems are printed to the error stream as FILE:LINE: SEVERITY: MESSAGE, with what to do.

    What has not changed since the last build is taken from the folder build/cache beside the site.
    """
    sys.exit(build_site(policies, site, today, strict, jobs, no_cache, engine, quiet))
