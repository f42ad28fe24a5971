"""What is in a file and not in its text: counted by kind, the first of each kept as a sample."""

from __future__ import annotations

from dataclasses import dataclass, field

from clauseway.model import LeftOut, Place
from clauseway.problems import Problem, Severity

_LONGEST_SAMPLE = 80

COMMENT = "comment"
DELETED = "deleted text"
HIDDEN = "hidden text"
PICTURE = "picture"
OBJECT = "embedded object"
FORM_FIELD = "form field"


@dataclass(slots=True)
class Findings:
    """Gathers what the walk through a document leaves out or cannot tell."""

    file: str
    tracked: bool = False
    """Whether changes are recorded in the document."""
    unresolved: int = 0
    """How many numbers could not be told."""
    first_unresolved: str = ""
    """Words of the first paragraph without its number."""
    left_out: dict[str, LeftOut] = field(default_factory=dict)

    def leave_out(self, what: str, sample: str, paragraph: int) -> None:
        """Count something left out at a paragraph, counted from 1."""
        sample = " ".join(sample.split())[:_LONGEST_SAMPLE].strip()
        first = self.left_out.get(what) or LeftOut(what, 0, "", Place(paragraph=max(1, paragraph)))
        self.left_out[what] = LeftOut(what, first.count + 1, first.sample or sample, first.place)

    def leave_number(self, words: str) -> None:
        """Count a number that could not be told, before these words."""
        self.first_unresolved = self.first_unresolved or words[:_LONGEST_SAMPLE].strip()
        self.unresolved += 1

    def problems(self) -> tuple[Problem, ...]:
        """Say what a person should know."""
        found = (self._tracked(), self._hidden(), self._comments(), self._numbers())
        return tuple(problem for problem in found if problem is not None)

    def _count(self, what: str) -> int:
        return self.left_out[what].count if what in self.left_out else 0

    def _tracked(self) -> Problem | None:
        if not self.tracked:
            return None
        message = "Changes are recorded in the document: insertions are read as text, deletions are left out."
        return self._problem("tracked-changes", message, "Accept or reject all changes, and save it again.")

    def _hidden(self) -> Problem | None:
        if not (count := self._count(HIDDEN)):
            return None
        message = f"The document holds hidden text, which is left out ({_times(count)})."
        return self._problem("hidden-text", message, "Show the text or delete it, and save the document again.")

    def _comments(self) -> Problem | None:
        if not (count := self._count(COMMENT)):
            return None
        message = f"The document holds comments, which are left out ({_times(count)})."
        return self._problem("comments", message, "Delete them if nobody needs them any more.", Severity.INFO)

    def _numbers(self) -> Problem | None:
        if not self.unresolved:
            return None
        message = (
            f"The printed number of a paragraph cannot be told, so none is given ({_times(self.unresolved)}; "
            f"the first: “{self.first_unresolved}”)."
        )
        return self._problem("number-unresolved", message, "Type the number by hand, or use 1, a, A, i or I.")

    def _problem(self, code: str, message: str, advice: str, severity: Severity = Severity.WARNING) -> Problem:
        return Problem(code=code, severity=severity, message=message, file=self.file, advice=advice)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
