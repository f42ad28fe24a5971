"""The `clauseway` command and what it is made of."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click

from clauseway import __version__
from clauseway.cli.build import build
from clauseway.cli.check import check
from clauseway.cli.diff import diff
from clauseway.cli.init import init
from clauseway.cli.new import new
from clauseway.cli.preview import preview
from clauseway.cli.serve import serve
from clauseway.cli.show import show


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  clauseway new school st-mary      start with a school
  clauseway build                   policies/ becomes site/
  clauseway serve                   the same, shown and kept up to date while you edit
  clauseway show policies/st-mary/uniform.docx
  clauseway diff old.docx new.docx  what changed, clause by clause

\b
Exit status:
  0  good
  1  something is wrong in a document or settings file; all the rest was built
  2  the command could not run""",
)
@click.version_option(__version__, prog_name="clauseway")
def main() -> None:
    """School policies, clause by clause: from the files a school has to a searchable static site."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show a character gets its code instead of a failure.
            stream.reconfigure(errors="backslashreplace")


for command in (build, serve, check, show, diff, preview, init, new):
    main.add_command(command)
