"""A preview in Markdown, in plain words, for the person who proposes the change; text of policies stays text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clauseway.differences import Difference
from clauseway.model import Change, ChangeKind, FactChange, Policy, Role, Run, Step
from clauseway.preview import Document, Preview
from clauseway.problems import Problem, Severity
from clauseway.publish.plain_words import counted, cycle_in_words, date_in_words, listed
from clauseway.publish.text import markdown
from clauseway.telling import FACTS, called_out_in_words, in_short, kinds_in_words, section_before

MOST_CHANGES = 60
"""Changes of one policy that are told one by one."""
LARGEST = 900_000
"""Bytes of the longest text: GitHub shows no summary of more than a million."""

_STATES = {
    "added": "new",
    "replaced": "a new edition",
    "renamed": "a new edition under another file name",
    "removed": "taken away",
    "settings": "the settings beside it were changed, not the document",
}
_WEIGHTS = {Severity.ERROR: "Put this right", Severity.WARNING: "Look at this", Severity.INFO: "Good to know"}
_DATES = frozenset({"approved", "reviewed", "review_date"})
_MARKS = {Step.SAME: ("", ""), Step.ADDED: ("<ins>", "</ins>"), Step.REMOVED: ("<del>", "</del>")}


def preview_in_words(found: Preview) -> str:
    """The whole preview."""
    blocks = ["## What this change does to the policies", _opening(found)]
    size = sum(len(block.encode()) for block in blocks)
    for number, one in enumerate(found.documents):
        text = "\n\n".join(_document(one))
        size += len(text.encode())
        if size > LARGEST:
            blocks.append(f"{counted(len(found.documents) - number, 'more document')}: too many to show here.")
            break
        blocks.append(text)
    if found.others:
        blocks += ["### Other files", *_problems(found.others, named=True)]
    return "\n\n".join(blocks) + "\n"


def _opening(found: Preview) -> str:
    if not found.documents:
        return "No policy is added, changed or taken away."
    unusable = sum(1 for one in found.documents if one.state != "removed" and not one.policies)
    sentence = f"{counted(len(found.documents), 'document')} would change on the site once this is merged."
    return f"{sentence} **{unusable} of them cannot be used.**" if unusable else sentence


def _document(one: Document) -> Iterator[str]:
    title = " and ".join(markdown(policy.title) for policy in one.policies) or markdown(one.file)
    yield f"### {title}"
    came = f", before {_code(one.before)}" if one.before else ""
    yield f"{markdown(one.school)} · {_code(one.file)}{came}: {_STATES[one.state]}."
    if one.state == "removed":
        yield "Its page and the links to it will be gone. Merge this only if the policy is no longer in force."
        return
    if not one.policies:
        yield "**This file cannot be used, so nothing of it would be shown.** The rest of the site is not affected."
    for policy in one.policies:
        yield from _policy(policy, several=len(one.policies) > 1)
    yield from _problems(one.problems)


def _policy(one: Difference, several: bool) -> Iterator[str]:
    if several:
        yield f"#### {markdown(one.title)}"
    if one.new is None:
        yield "This policy is no longer in the file, so its page will be gone."
        return
    yield "\n".join(f"- {name}: {value}" for name, value in _facts(one.new))
    if one.comparison is None:
        yield "This policy is new here."
        return
    yield f"**What changed:** {in_short(one.comparison)}."
    told = [*map(_fact_change, one.comparison.facts), *_changes(one.comparison.changes)]
    if told:
        yield "\n".join(told)


def _facts(policy: Policy) -> Iterator[tuple[str, str]]:
    said = policy.metadata
    by = f" by {markdown(said.approved_by)}" if said.approved_by else ""
    yield "Title", markdown(said.title)
    yield "Approved", f"{_day(said.approved)}{by}"
    yield "Next review", _day(said.review_date)
    yield "For", listed(tuple(said.audience)) or "nobody in particular"
    clauses = sum(piece.role is Role.CLAUSE for piece in policy.pieces)
    sections = sum(piece.role is Role.HEADING and piece.level > 0 for piece in policy.pieces)
    yield "Found", f"{counted(clauses, 'clause')} in {counted(sections, 'section')}"


def _day(date: str) -> str:
    return date_in_words(date) if date else "not stated"


def _fact_change(fact: FactChange) -> str:
    values = (_value(fact.field, value) for value in (fact.before, fact.after))
    before, after = (markdown(value) for value in values)
    both = [f"<del>{before}</del>" if before else "", f"<ins>{after}</ins>" if after else ""]
    return f"- {FACTS[fact.field]}: {' '.join(filter(None, both))}"


def _value(field: str, value: str) -> str:
    if not value:
        return ""
    return date_in_words(value) if field in _DATES else cycle_in_words(value) if field == "review_cycle" else value


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    told = [change for change in changes if change.kind is not ChangeKind.RENUMBERED]
    yield from map(_change, told[:MOST_CHANGES])
    if len(told) > MOST_CHANGES:
        yield f"- and {len(told) - MOST_CHANGES:,} more; the policy's page will tell all of them."
    if only_numbers := len(changes) - len(told):
        yield f"- {counted(only_numbers, 'passage')} only with another number."


def _change(change: Change) -> str:
    one = change.after or change.before
    if one is None:
        return ""
    number = f" {markdown(one.number)}" if one.number else " heading" if one.heading else ""
    came = f" (before under “{markdown(section_before(change))}”)" if section_before(change) else ""
    called = f" **{markdown(called_out_in_words(change))}**" if change.called_out else ""
    if change.kind is ChangeKind.REWORDED:
        words = _runs((*change.lead_in, *change.text, *change.tail))
    else:
        step = {ChangeKind.ADDED: Step.ADDED, ChangeKind.REMOVED: Step.REMOVED}.get(change.kind, Step.SAME)
        words = _runs(run for run in (Run(Step.SAME, one.lead_in), Run(step, one.text)) if run.words)
    return f"- {kinds_in_words(change)}{number}{came}:{called} {words}"


def _runs(runs: Iterable[Run]) -> str:
    return " ".join(f"{_MARKS[run.step][0]}{markdown(run.words)}{_MARKS[run.step][1]}" for run in runs)


def _problems(problems: Sequence[Problem], named: bool = False) -> Iterator[str]:
    """The problems by weight, each with what to do, and with its file if they are of several."""
    for severity, title in _WEIGHTS.items():
        lines = [
            f"- {f'{_code(problem.file)}: ' if named else ''}{_problem(problem)}"
            for problem in problems
            if problem.severity is severity
        ]
        if lines:
            yield f"**{title}**"
            yield "\n".join(lines)


def _problem(problem: Problem) -> str:
    where = problem.place.removeprefix(problem.file).lstrip(":, ")
    place = f" ({'line ' if where.isdigit() else ''}{where})" if where else ""
    return f"{markdown(problem.message)}{place} {markdown(problem.advice)}".strip()


def _code(name: str) -> str:
    return f"<code>{markdown(name)}</code>"
