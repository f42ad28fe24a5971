"""The panel at the head of a policy: what it says of itself, and what a reader should know about it."""

from __future__ import annotations

from collections.abc import Iterator

from clauseway.model import School, Source
from clauseway.problems import Problem
from clauseway.publish.originals import original_name, withheld_for
from clauseway.publish.plain_words import cycle_in_words, listed
from clauseway.publish.records import FrontMatter
from clauseway.publish.review_words import review_in_panel, time
from clauseway.publish.text import html

# What bears on how far a reader can rely on the page; the rest is for the school's office.
_FOR_READERS = frozenset(
    {
        *("date-missing", "review-date-missing", "date-unclear", "dates-out-of-order", "review-cycle-unclear"),
        *("scope-missing", "title-missing", "encoding-damaged", "encoding-guessed", "number-unresolved"),
        *("read-through-libreoffice", "ocr-text", "pdf-pages-scanned", "tracked-changes"),
    }
)

_REVIEW = "Next review"


def glance(front: FrontMatter, school: School, source: Source) -> str:
    """The panel as a raw HTML block."""
    rows = "\n".join(_row(label, value) for label, value in _rows(front, school, source))
    return (
        '<section class="glance" lang="en" aria-labelledby="at-a-glance">\n<h2 id="at-a-glance">At a glance</h2>\n'
        f"<dl>\n{rows}\n</dl>\n{_notes(front.problems)}</section>\n"
    )


def _row(label: str, value: str) -> str:
    marked = ' class="review"' if label == _REVIEW else ""
    return f"<div{marked}><dt>{label}</dt><dd>{value}</dd></div>"


def _rows(front: FrontMatter, school: School, source: Source) -> Iterator[tuple[str, str]]:
    if front.audience:
        yield "For", html(listed(front.audience).capitalize())
    if front.approved or front.approved_by:
        yield "Approved", _approval(front)
    if front.reviewed:
        yield "Last reviewed", time(front.reviewed)
    due = front.review_date
    yield _REVIEW, review_in_panel(due, school.review_notice) if due else "Not stated"
    if front.review_cycle:
        yield "Review cycle", html(_opening(cycle_in_words(front.review_cycle)))
    if front.owner:
        yield "Responsible", html(front.owner)
    yield "School", f'<a href="../">{html(school.name)}</a>'
    yield "Original", _original(source)


def _opening(words: str) -> str:
    return words[:1].upper() + words[1:]


def _original(source: Source) -> str:
    """The link to the copy of the document, with its kind where that is no text; or why there is none."""
    if private := withheld_for(source):
        return html(f"Not published: the file also holds {listed(private)}. Ask the school for a copy.")
    name = original_name(source)
    if not name:
        return "Not published: the file is of an old kind. Ask the school for a copy."
    kind = name.rpartition(".")[2].upper()
    words = "The document as the school gave it" + (f" ({kind})" if kind != "TXT" else "")
    return f'<a href="{name}">{words}</a>'


def _approval(front: FrontMatter) -> str:
    when = time(front.approved) if front.approved else ""
    return f"{when} by {html(front.approved_by)}".strip() if front.approved_by else when


def _notes(problems: tuple[Problem, ...]) -> str:
    """What a reader of the policy should know; what only its office can mend is told there."""
    shown = [problem for problem in problems if problem.code in _FOR_READERS]
    if not shown:
        return ""
    notes = "\n".join(f"<li>{html(problem.message)}</li>" for problem in shown)
    return f'<p class="notes-title">Good to know</p>\n<ul class="notes">\n{notes}\n</ul>\n'
