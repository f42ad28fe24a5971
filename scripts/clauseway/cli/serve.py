"""`clauseway serve`."""

from __future__ import annotations

import contextlib
import sys
from datetime import date
from pathlib import Path

import click

from clauseway import pipeline
from clauseway.cli import options, report
from clauseway.cli.building import build_site
from clauseway.pipeline import Engine
from clauseway.problems import Problem, Severity
from clauseway.serve import Changes, Editions, Server
from clauseway.serve import serve as serve_site


@click.command(
    epilog="""\b
Examples:
  clauseway serve
  clauseway serve --port 8080

\b
Exit status:
  0  stopped with Ctrl+C
  2  there was nothing to serve, or the port was taken"""
)
@options.policies
@options.site
@options.today
@options.jobs
@options.no_cache
@options.engine
@options.quiet
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
def serve(
    policies: Path, site: Path, today: date, jobs: int, no_cache: bool, engine: Engine, quiet: bool, port: int
) -> None:
    """Build the site, show it on this machine and keep it up to date.

    A change in the policies, the hand-written pages or the theme builds it again, and open pages reload. If that
    goes wrong, the problem is printed and the last good site stays.
    """

    def rebuild() -> bool:
        return (
            build_site(policies, site, today, strict=False, jobs=jobs, no_cache=no_cache, engine=engine, quiet=quiet)
            != report.COULD_NOT_RUN
        )

    if not rebuild() and not site.is_dir():
        sys.exit(report.COULD_NOT_RUN)
    try:
        server = Server(site.resolve(), port, Editions())
    except OSError as failure:
        message = f"The site cannot be served on port {port} ({failure.strerror})."
        sys.exit(report.refuse(Problem("port", Severity.ERROR, message, advice="Choose another one with --port.")))
    click.echo(f"{server.url} shows the site; Ctrl+C stops.")
    with contextlib.suppress(KeyboardInterrupt):
        serve_site(rebuild, server, Changes([policies, *pipeline.SITE_SOURCES]))
