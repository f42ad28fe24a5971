"""Whom a clause binds and how strongly, as attributes and as the words beside it."""

from __future__ import annotations

from clauseway.model import Duty, Findings

DUTY_WORDS = {
    Duty.MUST: "Must",
    Duty.MUST_NOT: "Must not",
    Duty.SHOULD: "Should",
    Duty.SHOULD_NOT: "Should not",
    Duty.MAY: "May",
}
"""What stands beside a clause; one without a duty has no mark. The style sheet adds a shape to each."""


def attributes(found: Findings | None) -> str:
    """Give ` data-audience="staff governors" data-duty="must_not"`, or nothing where nothing was sought."""
    return f' data-audience="{" ".join(found.audiences)}" data-duty="{found.duty}"' if found else ""


def marks(found: Findings | None) -> str:
    """Give the words beside a clause as HTML: its duty and whom it is for; empty where there is neither."""
    if not found or not (found.audiences or found.duty in DUTY_WORDS):
        return ""
    words = [f"<b>{DUTY_WORDS[found.duty]}</b>"] if found.duty in DUTY_WORDS else []
    words += [", ".join(found.audiences).capitalize()] if found.audiences else []
    return f'<small class="marks" lang="en">{" ".join(words)}</small>'
