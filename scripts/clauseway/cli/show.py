"""`clauseway show`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from clauseway import pipeline
from clauseway.cli import options, report
from clauseway.problems import in_order
from clauseway.show import account


@click.command(
    epilog="""\b
Examples:
  clauseway show policies/st-mary/uniform.docx
  clauseway show ~/Downloads/Complaints.pdf | less
  clauseway show --why policies/st-mary/uniform.docx

\b
Exit status:
  0  good
  1  something is wrong in the document or its settings
  2  there is no such file"""
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--why", is_flag=True, help="Show the words that decided each finding, and what became of each reference."
)
@options.today
def show(file: Path, why: bool, today: date) -> None:
    """Show what was understood of one document.

    FILE may lie anywhere; the school.yml in its folder and the .yml file of the same name beside it are read
    where they are there. Every clause is shown under its lead-in, with its number, the last part of its link,
    whom it binds and how strongly. Whether the school publishes a policy that is named is told when the site is built.
    """
    school, understood = pipeline.examine(file)
    console = report.terminal(sys.stdout)
    references = pipeline.refer_alone(school, understood.policies, today)
    for number, (policy, some) in enumerate(zip(understood.policies, references, strict=True)):
        console.print("\n" if number else "", account(policy, school.name, why, some), sep="", end="\n")
    of_policies = (problem for policy in understood.policies for problem in policy.problems)
    problems = in_order([*understood.problems, *of_policies])
    report.print_problems(problems, file.resolve().parent.parent, sys.stderr)
    sys.exit(report.status(problems, strict=False))
