"""`clauseway diff`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from clauseway.cli import report
from clauseway.differences import Difference, from_history, of_files
from clauseway.problems import UnreadableSource
from clauseway.show_changes import account_of_changes
from clauseway.visible import visible

_SAME, _DIFFERENT = 0, 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    epilog="""\b
Examples:
  clauseway diff Behaviour-2024.docx Behaviour-2025.pdf
  clauseway diff policies/st-mary/behaviour.docx      what is new since it was last committed to Git
  clauseway diff old.docx new.docx | less

\b
How to read it:
  Reworded 2.1.5 (was 2.1.4), under Phones
      It now says “must not”, before “may”. “not” was added.
      Pupils may {+not+} use phones in [-lessons-] {+school+}
  {+added+}  [-left out-]

\b
Exit status:
  0  no change in the words
  1  something changed
  2  one of the files cannot be used, or Git knows no earlier edition"""
)
@click.argument("files", type=_FILE, nargs=-1, required=True, metavar="[OLD] NEW")
def diff(files: tuple[Path, ...]) -> None:
    """Say clause by clause what changed from one document to another.

    OLD and NEW may be of any formats that can be read, and lie anywhere. Only words count: another format, layout,
    capitals or stops are no change. With NEW alone, it is compared with its last committed edition; if nothing was
    changed since, that edition is compared with the one before.
    """
    if len(files) > 2:
        raise click.UsageError("Give one or two files.")
    try:
        found = of_files(*files) if len(files) == 2 else _since(files[0])
    except UnreadableSource as refusal:
        sys.exit(report.refuse(refusal.problem))
    console = report.terminal(sys.stdout)
    for number, one in enumerate(found):
        console.print("\n" if number else "", end="")
        console.print(account_of_changes(one.title, one.comparison) if one.comparison else _whole(one))
    sys.exit(_DIFFERENT if any(one.changed for one in found) else _SAME)


def _since(file: Path) -> tuple[Difference, ...]:
    """What changed since an earlier edition; says which."""
    day, found = from_history(file)
    click.echo(f"Compared with the edition committed on {day}.\n")
    return found


def _whole(one: Difference) -> str:
    return f"{visible(one.title)}: this policy is {'new' if one.new else 'no longer there'}."
