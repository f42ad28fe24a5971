"""The panel at the head of a policy: what it says of itself, and what a reader should know about it."""

from __future__ import annotations

from collections.abc import Iterator

from clauseway.model import School
from clauseway.problems import Problem
from clauseway.publish.plain_words import cycle_in_words, date_in_words, listed
from clauseway.publish.records import FrontMatter
from clauseway.publish.text import html

ORIGINAL = "original.txt"
"""Name of the copy of the source beside its page: plain text, whatever it holds."""


def glance(front: FrontMatter, school: School) -> str:
    """The panel as a raw HTML block."""
    rows = "\n".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in _rows(front, school))
    return (
        '<section class="glance" aria-labelledby="at-a-glance">\n<h2 id="at-a-glance">At a glance</h2>\n'
        f"<dl>\n{rows}\n</dl>\n{_notes(front.problems)}</section>\n"
    )


def _rows(front: FrontMatter, school: School) -> Iterator[tuple[str, str]]:
    if front.audience:
        yield "For", html(listed(front.audience).capitalize())
    if front.approved or front.approved_by:
        yield "Approved", _approval(front)
    if front.reviewed:
        yield "Last reviewed", _time(front.reviewed)
    yield "Next review", _time(front.review_date) if front.review_date else "Not stated"
    if front.review_cycle:
        yield "Review cycle", html(cycle_in_words(front.review_cycle))
    if front.owner:
        yield "Responsible", html(front.owner)
    yield "School", f'<a href="../">{html(school.name)}</a>'
    yield "Original", f'<a href="{ORIGINAL}">The document as the school gave it</a>'


def _approval(front: FrontMatter) -> str:
    when = _time(front.approved) if front.approved else ""
    return f"{when} by {html(front.approved_by)}".strip() if front.approved_by else when


def _time(date: str) -> str:
    return f'<time datetime="{html(date)}">{html(date_in_words(date))}</time>'


def _notes(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return ""
    notes = "\n".join(f"<li>{html(problem.message)}</li>" for problem in problems)
    return f'<p class="notes-title">Good to know</p>\n<ul class="notes">\n{notes}\n</ul>\n'
