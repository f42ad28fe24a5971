"""What is in a file and not in its text, and what a person should know of it: one way for every rich format.

Problems are published. No words of what nobody sees in the document (comments, deleted and hidden text) may stand
in them; those are only kept as samples of what was left out, which publishing knows to be private by their kinds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from clauseway.model import LeftOut, Place
from clauseway.problems import Problem, Severity

# Kinds of what is left out; publishing keeps back the words of the first four, and the file with them.
COMMENT = "comment"
DELETED = "deleted text"
HIDDEN = "hidden text"
MACRO = "macro"
PICTURE = "picture"
OBJECT = "embedded object"
FORM_FIELD = "form field"
NOTE_MARK = "note mark"
"""The number or sign that ties a note to its place, also as the reason why a paragraph is furniture."""

# Kinds of what is only seen.
INSERTION = "insertion"
NUMBER = "number"
EMBEDDED = "embedded"
HIGHLIGHT = "highlight"

_LONGEST_SAMPLE = 80  # characters


class Tally:
    """Counts things by kind and keeps the first one's words and place."""

    def __init__(self) -> None:
        self._found: dict[str, LeftOut] = {}

    def note(self, what: str, sample: str = "", place: Place | None = None) -> None:
        """Count one thing of a kind."""
        known = self._found.get(what)
        if known is None:
            self._found[what] = LeftOut(what, 1, _short(sample), place or Place())
        else:
            self._found[what] = LeftOut(what, known.count + 1, known.sample or _short(sample), known.place)

    def get(self, what: str) -> LeftOut | None:
        """Give what was counted of one kind, None for nothing."""
        return self._found.get(what)

    def all(self) -> tuple[LeftOut, ...]:
        """Give everything counted, in the order it was met."""
        return tuple(self._found.values())


def _short(text: str) -> str:
    """Cut a sample to a length that can be shown, white space collapsed."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_SAMPLE else flat[: _LONGEST_SAMPLE - 1].rstrip() + "…"


@dataclass(slots=True)
class Findings:
    """What was noticed while reading."""

    left_out: Tally = field(default_factory=Tally)
    """What stands in no paragraph."""
    seen: Tally = field(default_factory=Tally)
    """What only a problem is made of: `INSERTION`, `NUMBER`, `EMBEDDED`, `HIGHLIGHT`; its samples are visible words."""


def problems(findings: Findings, file: str) -> tuple[Problem, ...]:
    """Say what a person should know of what was found, each kind once, at its first place."""
    return tuple(problem for say in _SAYERS if (problem := say(findings, file)) is not None)


def _tracked(findings: Findings, file: str) -> Problem | None:
    inserted, deleted = findings.seen.get(INSERTION), findings.left_out.get(DELETED)
    first = inserted or deleted
    if first is None:
        return None
    parts = []
    if inserted is not None:
        parts.append(f"{_times(inserted.count, 'insertion')} shown as text{_first(inserted)}")
    if deleted is not None:
        parts.append(f"{_times(deleted.count, 'deleted or struck-out passage')} left out")
    message = f"The document has changes that nobody has accepted or rejected: {', '.join(parts)}."
    advice = "Check that it is the version that was agreed, accept or reject all changes, and save it again."
    return _problem("tracked-changes", Severity.WARNING, message, advice, file, first)


def _hidden(findings: Findings, file: str) -> Problem | None:
    hidden = findings.left_out.get(HIDDEN)
    if hidden is None:
        return None
    message = f"{_times(hidden.count, 'passage')} of hidden text left out, which a reader of the document does not see."
    advice = "If the words are part of the policy, make them visible; else delete them, and save the document again."
    return _problem("hidden-text", Severity.WARNING, message, advice, file, hidden)


def _comments(findings: Findings, file: str) -> Problem | None:
    comments = findings.left_out.get(COMMENT)
    if comments is None:
        return None
    message = f"{_times(comments.count, 'comment')} left out."
    advice = "Delete the comments if they are dealt with, and save the document again."
    return _problem("comments", Severity.INFO, message, advice, file, comments)


def _numbers(findings: Findings, file: str) -> Problem | None:
    unresolved = findings.seen.get(NUMBER)
    if unresolved is None:
        return None
    message = (
        f"The automatic number of {_times(unresolved.count, 'paragraph')} could not be worked out, "
        f"so none is shown{_first(unresolved)}."
    )
    advice = "Choose a plain number format (1, a, A, i or I) for the list, or type the numbers, and save it again."
    return _problem("number-unresolved", Severity.WARNING, message, advice, file, unresolved)


def _embedded(findings: Findings, file: str) -> Problem | None:
    embedded = findings.seen.get(EMBEDDED)
    if embedded is None:
        return None
    message = f"{_times(embedded.count, 'other document')} inside this one, not read."
    advice = "Open the document in Word and save it again, so that its whole text is in one file."
    return _problem("embedded-document", Severity.WARNING, message, advice, file, embedded)


def _highlighted(findings: Findings, file: str) -> Problem | None:
    highlighted = findings.seen.get(HIGHLIGHT)
    if highlighted is None:
        return None
    message = (
        f"{_times(highlighted.count, 'passage')} highlighted in colour, as what is still to be filled in or "
        f"decided often is{_first(highlighted)}."
    )
    advice = "If it is settled, take the colour off and save the document again."
    return _problem("highlighted", Severity.INFO, message, advice, file, highlighted)


_SAYERS: tuple[Callable[[Findings, str], Problem | None], ...] = (
    _tracked,
    _hidden,
    _comments,
    _numbers,
    _embedded,
    _highlighted,
)


def _problem(code: str, severity: Severity, message: str, advice: str, file: str, first: LeftOut) -> Problem:
    place = first.place
    return Problem(code, severity, message, file, place.line, place.page, advice, place.paragraph)


def _times(count: int, name: str) -> str:
    return f"{count:,} {name}" + ("" if count == 1 else "s")


def _first(found: LeftOut) -> str:
    return f" (the first: “{found.sample}”)" if found.sample else ""
