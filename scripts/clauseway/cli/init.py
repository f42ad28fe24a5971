"""`clauseway init`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click
import yaml

from clauseway.cli import options, report
from clauseway.editions import NoHistory, is_committed
from clauseway.problems import Problem, Severity
from clauseway.settings import SCHOOL_FILE, slug_fault, suggested_slug, website_fault


@click.command(
    epilog="""\b
Examples:
  clauseway init                                        asks for everything
  clauseway init --yes --name "Oak Hill Primary School" asks nothing

\b
Exit status:
  0  good
  1  you said no, and nothing was changed
  2  something would be lost that Git does not have, or a value cannot be used; nothing was changed"""
)
@options.policies
@click.option("--name", metavar="NAME", help="Full name of the school.")
@click.option("--slug", metavar="SLUG", help="Part of every link to it; from the name if left out: oak-hill.")
@click.option("--place", default=None, metavar="PLACE", help="Town or area.")
@click.option("--website", default=None, metavar="ADDRESS", help="Address of its website.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is given, and take the schools out that are there.")
def init(policies: Path, name: str | None, slug: str | None, place: str | None, website: str | None, yes: bool) -> None:
    """Start with your own school: take the sample schools out and make the first one.

    Everything in the policies folder is taken out, after it was listed and you have agreed, and only if Git has it
    all, so that nothing is lost. Nothing else is touched.
    """
    old = _folders(policies)
    _refuse_loss(policies, old)
    name = _asked(name, "Full name of the school", yes)
    slug = slug or (suggested_slug(name) if yes else click.prompt("Part of every link to it", suggested_slug(name)))
    if not yes:
        place = place if place is not None else click.prompt("Town or area (may be left empty)", "", show_default=False)
        website = website or click.prompt("Its website, with https:// (may be left empty)", "", show_default=False)
    _check(slug, website or "")
    _agree(policies, old, yes)
    try:
        for folder in old:
            shutil.rmtree(folder)
        path = _write(policies / slug, {"name": name, "place": place or "", "website": website or ""})
    except OSError as failure:
        advice = "Check that the folder may be written; `git checkout -- policies` brings back what was there."
        message = f"The folder cannot be changed ({failure.strerror})."
        sys.exit(report.refuse(Problem("disk", Severity.ERROR, message, str(failure.filename or ""), advice=advice)))
    click.echo(f"{path.as_posix()} is made. Put the school's policies (Word, PDF …) beside it.")


def _folders(policies: Path) -> list[Path]:
    """The schools that are there."""
    return (
        sorted(path for path in policies.iterdir() if path.is_dir() and not path.is_symlink())
        if policies.is_dir()
        else []
    )


def _refuse_loss(policies: Path, old: list[Path]) -> None:
    """End where something would be lost that Git does not have."""
    if not old:
        return
    try:
        safe = is_committed(policies)
        message = "The folder holds something that is not committed to Git and would be lost."
        advice = "Commit it, or take it away by hand, and try again."
    except NoHistory:
        safe, message = False, "What is in the folder is not kept in Git and would be lost."
        advice = "Take the schools out of the folder by hand, and try again."
    if not safe:
        sys.exit(report.refuse(Problem("init-unsaved", Severity.ERROR, message, str(policies), advice=advice)))


def _asked(given: str | None, question: str, yes: bool) -> str:
    if given:
        return " ".join(given.split())
    if yes:
        raise click.UsageError("With --yes, the school's --name is needed.")
    return " ".join(str(click.prompt(question)).split())


def _check(slug: str, website: str) -> None:
    """End where a value cannot be used."""
    if advice := slug_fault(slug):
        message = f"“{slug}” cannot be part of a web address."
        sys.exit(report.refuse(Problem("folder-name", Severity.ERROR, message, advice=advice)))
    if website and (advice := website_fault(website)):
        message = f"“{website}” is no address of a website."
        sys.exit(report.refuse(Problem("settings-value", Severity.ERROR, message, advice=advice)))


def _agree(policies: Path, old: list[Path], yes: bool) -> None:
    """Say what is taken out; end where the person does not agree."""
    if not old:
        return
    names = ", ".join(folder.name for folder in old)
    click.echo(f"These schools are taken out of {policies.as_posix()}: {names}. Git still has them.")
    if not yes and not click.confirm("Go on?"):
        sys.exit(report.WRONG)


def _write(folder: Path, fields: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / SCHOOL_FILE
    stated = {field: value for field, value in fields.items() if value}
    path.write_text(yaml.safe_dump(stated, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path
