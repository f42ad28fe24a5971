"""What changed, in plain words: the same on pages, on a terminal and in a summary."""

from __future__ import annotations

from clauseway.model import CalledOut, Change, ChangeKind, Comparison, Duty

_DUTIES = {
    Duty.MUST: "must",
    Duty.MUST_NOT: "must not",
    Duty.SHOULD: "should",
    Duty.SHOULD_NOT: "should not",
    Duty.MAY: "may",
}
FACTS = {
    "title": "Title",
    "approved": "Approved",
    "approved_by": "Approved by",
    "reviewed": "Last reviewed",
    "review_date": "Next review",
    "review_cycle": "Review cycle",
    "owner": "Responsible",
}
"""What a policy states of itself, by the field's name."""
FORMATS = {
    "text": "text",
    "markdown": "Markdown",
    "word": "Word",
    "pdf": "PDF",
    "opendocument": "OpenDocument",
    "html": "web page",
}
"""What a file was read as, by the format's name."""


def in_short(found: Comparison) -> str:
    """`2 clauses added, 1 reworded`; headings, dates and names are told where no clause changed."""
    clauses = [change.kind for change in found.changes if not is_heading(change)]
    numbers = [(clauses.count(kind), kind.value) for kind in ChangeKind if kind in clauses]
    if not numbers:
        others = [("headings", found.changes), ("dates or names", found.facts)]
        only = " and ".join(name for name, some in others if some)
        return f"no clause changed, only {only}" if only else "no change in the words"
    (first, kind), *rest = numbers
    counts = [
        f"{first:,} {'clause' if first == 1 else 'clauses'} {kind}",
        *(f"{number:,} {kind}" for number, kind in rest),
    ]
    return ", ".join(counts)


def is_heading(change: Change) -> bool:
    """Whether it happened to a heading and to no clause."""
    return any(one.heading for one in (change.before, change.after) if one)


def kinds_in_words(change: Change) -> str:
    """`Reworded, moved`; another number is told where the number stands."""
    also = (kind.value for kind in change.also if kind is not ChangeKind.RENUMBERED)
    return ", ".join((change.kind.value.capitalize(), *also))


def section_before(change: Change) -> str:
    """The headings that something stood under before it moved to others; empty where it did not."""
    moved = ChangeKind.MOVED in (change.kind, *change.also)
    if not (moved and change.before and change.after) or change.before.section_path == change.after.section_path:
        return ""
    return " › ".join(change.before.section_path)


def called_out_in_words(change: Change) -> str:
    """What nobody should miss about a change, in sentences; empty where there is nothing."""
    return " ".join(map(_sentence, change.called_out))


def _sentence(call: CalledOut) -> str:
    if call.what == "duty":
        return f"It now says {_duty(call.after)}, before {_duty(call.before)}."
    if not call.before:
        return f"“{call.after}” was added."
    if not call.after:
        return f"“{call.before}” was left out."
    return f"“{call.after}” stands instead of “{call.before}”."


def _duty(duty: str) -> str:
    return f"“{_DUTIES[Duty(duty)]}”" if Duty(duty) in _DUTIES else "nothing that binds"
