"""What a person should know about a document, and the one exception for sources that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a problem matters; `--strict` treats a warning as an error."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Problem(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Something a person should know, with its place and what to do."""

    code: str
    """Stable kebab-case name of the kind of problem: `date-missing`, `source-empty`."""
    severity: Severity
    """How much it matters."""
    message: str
    """What is wrong, in one sentence a school office understands."""
    file: str = ""
    """The file, relative to the policies folder, with `/`; empty where no file is meant."""
    line: int | None = None
    """1-based line in the file, where it has lines."""
    page: int | None = None
    """1-based page of the file, where it has pages."""
    advice: str = ""
    """What to do, in one sentence."""
    paragraph: int | None = None
    """1-based paragraph of the file, where it has neither lines nor pages."""

    @property
    def place(self) -> str:
        """`file:line`, `file, page 3`, `file, paragraph 12` or the file alone."""
        if self.line is not None:
            return f"{self.file}:{self.line}"
        if self.page is not None:
            return f"{self.file}, page {self.page}"
        if self.paragraph is not None:
            return f"{self.file}, paragraph {self.paragraph}"
        return self.file


Severities = Mapping[str, Severity | None]
"""By code of a problem: the severity that the site's settings give it, None where it is not to be told at all."""


def weighed(problems: Iterable[Problem], severities: Severities) -> tuple[Problem, ...]:
    """`problems` with the severities of the site, those left out that are off."""
    return tuple(
        problem if severity is problem.severity else msgspec.structs.replace(problem, severity=severity)
        for problem in problems
        if (severity := severities.get(problem.code, problem.severity)) is not None
    )


class UnreadableSource(Exception):
    """A source (or settings file) that cannot be used at all; carries the problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.place}: {problem.message}")
        self.problem = problem


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, line and code."""
    return tuple(sorted(dict.fromkeys(problems), key=_place_and_code))


def _place_and_code(problem: Problem) -> tuple[str, int, int, int, str, str]:
    places = (problem.line or 0, problem.page or 0, problem.paragraph or 0)
    return (problem.file, *places, problem.code, problem.message)
