"""Problems and progress on the terminal, and what they mean for the exit status."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bars
from rich.text import Text

from clauseway.pipeline import Progress, where_explained
from clauseway.problems import Problem, Severity
from clauseway.visible import visible

GOOD, WRONG, COULD_NOT_RUN = 0, 1, 2

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def terminal(stream: TextIO) -> Console:
    """A console that colours only on a terminal (and not with NO_COLOR) and never breaks lines elsewhere."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    return console if console.is_terminal else Console(file=stream, width=1_000_000, no_color=True, color_system=None)


def status(problems: Iterable[Problem], strict: bool) -> int:
    """The exit status that `problems` call for."""
    wrong = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return WRONG if any(problem.severity in wrong for problem in problems) else GOOD


def summary(problems: Sequence[Problem]) -> str:
    """`1 error, 2 warnings`."""
    number = Counter(problem.severity for problem in problems)
    return f"{counted(number[Severity.ERROR], 'error')}, {counted(number[Severity.WARNING], 'warning')}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 school`, `2 schools`, `2 policies`."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def print_problems(problems: Iterable[Problem], folder: Path, stream: TextIO, quiet: bool = False) -> None:
    """Print `file:line: severity: message`, and below it what to do; files are shown as seen from here.

    `quiet` leaves out what is only good to know.
    """
    console = terminal(stream)
    shown = [problem for problem in problems if not quiet or problem.severity is not Severity.INFO]
    for problem in shown:
        text = Text(visible(_placed(problem, folder).place))
        text.append(": " if problem.file else "")
        text.append(problem.severity.value, _COLOURS[problem.severity])
        text.append(f": {visible(problem.message)}")
        text.append(f" [{problem.code}]", "dim")
        console.print(text, soft_wrap=True)
        if problem.advice:
            console.print(Text(f"    {visible(problem.advice)}", "dim"), soft_wrap=True)
    if shown and not quiet:
        console.print(Text(f"What a [code] means: {where_explained('code')}", "dim"), soft_wrap=True)


def as_json(problems: Sequence[Problem], folder: Path) -> str:
    """Problems as a JSON document."""
    listed = {"version": 1, "problems": [_placed(problem, folder) for problem in problems]}
    return msgspec.json.format(msgspec.json.encode(listed), indent=2).decode()


def as_annotations(problems: Iterable[Problem], folder: Path) -> str:
    """Problems as GitHub shows them beside the lines of a change, one a line."""
    return "\n".join(_annotation(_placed(problem, folder)) for problem in problems)


def _annotation(problem: Problem) -> str:
    properties = {"file": problem.file, "line": str(problem.line or ""), "title": problem.code}
    given = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items() if value)
    message = _escaped(" ".join(filter(None, (problem.message, problem.advice))))
    return f"::{_ANNOTATIONS[problem.severity]} {given}::{message}"


def _escaped(text: str, more: str = "") -> str:
    """GitHub's escapes: percent signs and line ends everywhere, colons and commas in properties."""
    return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{more}" else letter for letter in text)


def _placed(problem: Problem, folder: Path) -> Problem:
    """The problem with its file as seen from the working directory."""
    if not problem.file or Path(problem.file).is_absolute() or not (folder / problem.file).exists():
        return problem
    return msgspec.structs.replace(problem, file=(folder / problem.file).as_posix())


@contextmanager
def progress(quiet: bool) -> Iterator[Progress]:
    """Show how far the work is: a bar on a terminal, a line a stage elsewhere, nothing if `quiet`."""
    console = terminal(sys.stderr)
    if quiet:
        yield lambda _stage, _done, _total: None
    elif not console.is_terminal:
        seen: set[str] = set()
        yield lambda stage, _done, total: _say_once(console, seen, stage, total)
    else:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Bars(*columns, console=console, transient=True) as bars:
            task = bars.add_task("", total=None)
            yield lambda stage, done, total: bars.update(task, description=stage, completed=done, total=total or None)


def _say_once(console: Console, seen: set[str], stage: str, total: int) -> None:
    if stage not in seen:
        seen.add(stage)
        console.print(f"{stage} {counted(total, 'document')}" if total else stage)


def refuse(problem: Problem) -> int:
    """Print why a command cannot run; gives its exit status."""
    print_problems([problem], Path(), sys.stderr)
    return COULD_NOT_RUN
