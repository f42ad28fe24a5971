"""What is in a file and not in the text, and what a person should know of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from clauseway.model import LeftOut, Place
from clauseway.problems import Problem, Severity

_LONGEST_SAMPLE = 80


class Tally:
    """Counts things by kind and keeps the first one's words and place."""

    def __init__(self) -> None:
        self._found: dict[str, LeftOut] = {}

    def note(self, what: str, sample: str = "", place: Place | None = None) -> None:
        """Count one thing of a kind."""
        known = self._found.get(what)
        if known is None:
            self._found[what] = LeftOut(what, 1, short(sample), place or Place())
        else:
            self._found[what] = LeftOut(what, known.count + 1, known.sample or short(sample), known.place)

    def get(self, what: str) -> LeftOut | None:
        """Give what was counted of one kind, None for nothing."""
        return self._found.get(what)

    def all(self) -> tuple[LeftOut, ...]:
        """Give everything counted, in the order it was met."""
        return tuple(self._found.values())


def short(text: str) -> str:
    """Cut a sample to a length that can be shown, white space collapsed."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_SAMPLE else flat[: _LONGEST_SAMPLE - 1].rstrip() + "…"


@dataclass(slots=True)
class Findings:
    """What was noticed while reading."""

    left_out: Tally = field(default_factory=Tally)
    """What stands in no paragraph."""
    seen: Tally = field(default_factory=Tally)
    """What a problem is made of: `insertion`, `number`, `embedded`, `highlight`."""


def problems(findings: Findings, file: str) -> tuple[Problem, ...]:
    """Say what a person should know of what was found; `file` is only for messages.

    Problems are published: no words of what nobody sees in the document stand in them.
    """
    found = (say(findings) for say in (_tracked, _hidden, _comments, _numbers, _embedded, _highlighted))
    return tuple(
        Problem(code=code, severity=severity, message=message, file=file, advice=advice)
        for code, severity, message, advice in filter(None, found)
    )


_Said = tuple[str, Severity, str, str] | None


def _tracked(findings: Findings) -> _Said:
    inserted, deleted = findings.seen.get("insertion"), findings.left_out.get("deleted text")
    if inserted is None and deleted is None:
        return None
    parts = []
    if inserted is not None:
        parts.append(f"{_times(inserted.count, 'tracked insertion')} shown as text{_first(inserted)}")
    if deleted is not None:
        parts.append(f"{_times(deleted.count, 'tracked deletion')} left out")
    message = f"The document has changes that nobody has accepted or rejected: {', '.join(parts)}."
    advice = "Accept or reject all changes in Word (Review > Accept) and save the document again."
    return "tracked-changes", Severity.WARNING, message, advice


def _hidden(findings: Findings) -> _Said:
    hidden = findings.left_out.get("hidden text")
    if hidden is None:
        return None
    message = f"{_times(hidden.count, 'paragraph')} with hidden text, which is left out."
    advice = "If the words are part of the policy, clear Hidden in Word's Font settings; else delete them."
    return "hidden-text", Severity.WARNING, message, advice


def _comments(findings: Findings) -> _Said:
    comments = findings.left_out.get("comment")
    if comments is None:
        return None
    message = f"{_times(comments.count, 'comment')} left out."
    return "comments", Severity.INFO, message, "Delete the comments in Word (Review > Delete) if they are dealt with."


def _numbers(findings: Findings) -> _Said:
    unresolved = findings.seen.get("number")
    if unresolved is None:
        return None
    message = (
        f"The automatic number of {_times(unresolved.count, 'paragraph')} could not be worked out, "
        f"so none is shown{_first(unresolved)}{_at(unresolved.place)}."
    )
    advice = "Choose a plain number format for the list in Word, or type the numbers, and save the document again."
    return "number-unresolved", Severity.WARNING, message, advice


def _embedded(findings: Findings) -> _Said:
    embedded = findings.seen.get("embedded")
    if embedded is None:
        return None
    message = f"{_times(embedded.count, 'other document')} inside this one, not read{_at(embedded.place)}."
    advice = "Open the document in Word and save it again, so that its whole text is in one file."
    return "embedded-document", Severity.WARNING, message, advice


def _highlighted(findings: Findings) -> _Said:
    highlighted = findings.seen.get("highlight")
    if highlighted is None:
        return None
    message = (
        f"{_times(highlighted.count, 'passage')} highlighted in colour, as what is still to be filled in or "
        f"decided often is{_first(highlighted)}{_at(highlighted.place)}."
    )
    return "highlighted", Severity.INFO, message, "If it is settled, take the colour off and save the document again."


def _times(count: int, name: str) -> str:
    return f"{count:,} {name}" + ("" if count == 1 else "s")


def _first(found: LeftOut) -> str:
    return f" (the first: “{found.sample}”)" if found.sample else ""


def _at(place: Place) -> str:
    return "" if place.paragraph is None else f" (paragraph {place.paragraph})"
