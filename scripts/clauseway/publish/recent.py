"""What changed lately in a school's policies: a list by date, which a script cuts to the reader's school year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from clauseway.model import Change, ChangeKind, Collection, Comparison, Edition, Nation, Policy, School
from clauseway.publish.change_data import changes_url, edition_anchor
from clauseway.publish.feed import Change as FeedChange
from clauseway.publish.plain_words import date_in_words
from clauseway.publish.text import html, markdown
from clauseway.telling import called_out_in_words, in_short, kinds_in_words

_MOST = 12
"""Changes that are listed at most."""
_MOST_ON_HOME = 3
_MOST_TOLD = 10
_STARTS_ELSEWHERE = "09-01"
_STARTS = {Nation.SCOTLAND: "08-15"}
"""Month and day on which the school year starts where it is not 1 September; Scottish councils choose mid-August."""


class Changed(msgspec.Struct, frozen=True):
    """A dated edition of a policy in which something changed."""

    school: School
    """Whose policy it is."""
    policy: Policy
    """The policy as it is today."""
    edition: Edition
    """The edition."""
    comparison: Comparison
    """What was new in it."""


def changes_by_school(collection: Collection) -> dict[str, list[Changed]]:
    """The dated editions that have something new, newest first, by the slug of the school."""
    schools = {school.slug: school for school in collection.schools}
    found: dict[str, list[Changed]] = {slug: [] for slug in schools}
    for policy in collection.policies:
        history = collection.histories.get(f"{policy.school}/{policy.slug}")
        for edition in history.editions if history else ():
            new = edition.comparison
            if edition.date and new and (new.changes or new.facts):
                found[policy.school].append(Changed(schools[policy.school], policy, edition, new))
    return {slug: newest_first(some) for slug, some in found.items()}


def recent(school: School, found: Sequence[Changed]) -> str:
    """The part of a school's page about its changes, newest first; empty where none is known."""
    if not found:
        return ""
    entries = "\n".join(map(_entry, found[:_MOST]))
    starts = _STARTS.get(school.nation, _STARTS_ELSEWHERE) if school.nation else _STARTS_ELSEWHERE
    return (
        "## What changed lately {: #changed }\n\n"
        f'<div class="text">\n<ul class="recent" data-year-starts="{starts}">\n{entries}\n</ul>\n</div>\n'
    )


def news(found: Iterable[Changed]) -> list[str]:
    """The latest changes of all schools as lines of Markdown for the home page."""
    return [_line(one) for one in newest_first(found)[:_MOST_ON_HOME]]


def edition_changes(found: Iterable[Changed]) -> Iterator[FeedChange]:
    """An entry of the feed for each edition, which tells of its clauses what changed."""
    for one in found:
        page = f"{changes_url(one.policy.school, one.policy.slug)}#{edition_anchor(one.edition)}"
        title, short = one.policy.metadata.title, in_short(one.comparison)
        yield FeedChange(
            name=f"{one.policy.school}/{one.policy.slug}/edition/{one.edition.date}",
            day=one.edition.date,
            title=f"{title} ({one.school.name}): {short}",
            summary=_summary(one.comparison.changes) or f"{short[:1].upper()}{short[1:]}.",
            url=page,
            school=one.school.name,
        )


def _summary(changes: Sequence[Change]) -> str:
    """The first changes in a sentence each; what only has another number is left out."""
    told = [_sentence(change) for change in changes if change.kind is not ChangeKind.RENUMBERED]
    more = [f"And {len(told) - _MOST_TOLD:,} more."] if len(told) > _MOST_TOLD else []
    return " ".join([*told[:_MOST_TOLD], *more])


def _sentence(change: Change) -> str:
    """`Reworded 1.3: It now says “must not”, before “may”. “Pupils may not use phones.”`, each with its stem."""
    one = change.after or change.before
    if one is None:
        return ""
    number = f" {one.number}" if one.number else ""
    called = f" {called_out_in_words(change)}" if change.called_out else ""
    words = " ".join(filter(None, (one.lead_in, one.text, one.tail)))
    return f"{kinds_in_words(change)}{number}:{called} “{words}”"


def newest_first(found: Iterable[Changed]) -> list[Changed]:
    """By date, those of one day by title."""
    by_title = sorted(found, key=lambda one: (one.policy.metadata.title, one.policy.school, one.policy.slug))
    return sorted(by_title, key=lambda one: one.edition.date, reverse=True)


def _entry(one: Changed) -> str:
    link = f"{one.policy.slug}/changes/#{edition_anchor(one.edition)}"
    when = f'<time datetime="{one.edition.date}">{date_in_words(one.edition.date)}</time>'
    facts = f'<i class="facts">{when} · {html(in_short(one.comparison))}</i>'
    return f'<li><a href="{link}">{html(one.policy.metadata.title)}</a> {facts}</li>'


def _line(one: Changed) -> str:
    page = f"{changes_url(one.policy.school, one.policy.slug)}index.md#{edition_anchor(one.edition)}"
    when, short = date_in_words(one.edition.date), in_short(one.comparison)
    return f"[{markdown(one.policy.metadata.title)}]({page}) of {markdown(one.school.name)}, {when}: {short}"
