"""Files that cannot be used at all: one way to refuse them, whatever their format."""

from __future__ import annotations

from clauseway.problems import Problem, Severity, UnreadableSource

_OPEN_IT = "Open it in the program it was made with; if that works, save it again, else ask for another copy."


def refuse(code: str, file: str, message: str, advice: str, page: int | None = None) -> UnreadableSource:
    """Make the refusal of a file; `page` (from 1) is where the reason stands, where there is such a place."""
    return UnreadableSource(Problem(code, Severity.ERROR, message, file, page=page, advice=advice))


def damaged(file: str, why: str, page: int | None = None, advice: str = _OPEN_IT) -> UnreadableSource:
    """Make the refusal of a damaged file; `why` goes on after "the file is damaged: "."""
    return refuse("source-damaged", file, f"The file is damaged: {why}.", advice, page)


def locked(file: str) -> UnreadableSource:
    """Make the refusal of a file that only its password opens."""
    message = "This file is protected by a password, so it cannot be read."
    advice = "Open it with the password, save a copy without one, and put that here instead."
    return refuse("source-password", file, message, advice)


def too_large(file: str, message: str) -> UnreadableSource:
    """Make the refusal of a file that holds more than any policy needs, as `message` says."""
    advice = "Save the document again, give each policy its own file, and leave out pictures that it does not need."
    return refuse("source-too-large", file, message, advice)
