"""The page about a policy's changes: its editions, newest first, each clause by clause, and a sheet to sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from clauseway.model import Change, ChangeKind, Edition, FactChange, History, Passage, Run, Step
from clauseway.publish.change_data import edition_anchor
from clauseway.publish.front import yaml_block
from clauseway.publish.plain_words import counted, cycle_in_words, date_in_words
from clauseway.publish.records import FrontMatter
from clauseway.publish.text import html, markdown
from clauseway.telling import FACTS, FORMATS, called_out_in_words, in_short, kinds_in_words, section_before

_SIGNATURES = 12
_DATES = frozenset({"approved", "reviewed", "review_date"})
_MARKS = {Step.ADDED: ("ins", "added"), Step.REMOVED: ("del", "left out")}


def changes_page(front: FrontMatter, history: History) -> str:
    """`schools/<school>/<policy>/changes/index.md`."""
    meta = {
        "title": f"What changed: {front.title}",
        "school": front.school,
        "school_name": front.school_name,
        "changes_of": front.policy,
        "policy_title": front.title,
    }
    newest, *earlier = history.editions
    language = "" if front.language == "en" else front.language
    blocks = [
        yaml_block(meta),
        f"# What changed: {markdown(front.title)}\n",
        _introduction(front, history),
        _edition(newest, earlier[0], language),
        _sheet(front, newest),
        *(_edition(*pair, language) for pair in zip(earlier, [*earlier[1:], None], strict=True)),
        _end(history),
    ]
    return "\n".join(block for block in blocks if block)


def changed_line(history: History) -> str:
    """The line on the policy's own page that leads here, as HTML."""
    newest = history.editions[0]
    when = f"Changed on {_day(newest.date)}" if newest.date else "Changed, and not dated yet"
    link = '<a href="changes/">See what changed</a>'
    short = in_short(newest.comparison) if newest.comparison else ""
    return f'<p class="changed" lang="en">{when}: {html(short)}. {link}</p>\n'


def _introduction(front: FrontMatter, history: History) -> str:
    known = counted(len(history.editions), "edition")
    return (
        f"[{markdown(front.title)}](../index.md) of {markdown(front.school_name)}: {known}, newest first, each with "
        "what was new in it. Only words count: another file format or layout is no change. The dates are the days on "
        "which the files were put in place, whatever the documents say themselves.\n"
    )


def _end(history: History) -> str:
    return "Earlier editions than these are not compared.\n" if history.cut else ""


def _edition(edition: Edition, before: Edition | None, language: str) -> str:
    heading = date_in_words(edition.date) if edition.date else "Not put in place yet"
    blocks = [*_summary(edition, before), *_content(edition, language)]
    body = "\n".join(['<div class="text">', *blocks, "</div>\n"])
    return f"## {heading} {{: #{edition_anchor(edition)} }}\n\n{body}"


def _summary(edition: Edition, before: Edition | None) -> Iterator[str]:
    if before is None or edition.comparison is None:
        yield '<p class="in-short">The earliest edition that is kept here.</p>'
        return
    short = in_short(edition.comparison)
    yield f'<p class="in-short">{html(short[:1].upper() + short[1:])}.{_other_format(edition, before)}</p>'
    if edition.comparison.relaid:
        laid = counted(edition.comparison.relaid, "passage")
        yield f'<p class="relaid">Besides, {laid} of the same words stand otherwise: joined, divided or laid out.</p>'


def _other_format(edition: Edition, before: Edition) -> str:
    if edition.format == before.format:
        return ""
    old, new = (FORMATS.get(one.format, one.format) for one in (before, edition))
    return f" The file is of another kind: {html(new)} instead of {html(old)}."


def _content(edition: Edition, language: str) -> Iterator[str]:
    found = edition.comparison
    if not found:
        return
    if found.facts:
        yield f'<ul class="changed-facts">{"".join(map(_fact, found.facts))}</ul>'
    for only_numbers, run in groupby(found.changes, key=lambda change: change.kind is ChangeKind.RENUMBERED):
        changes = list(run)
        yield _numbers(changes, edition) if only_numbers else _list(changes, edition, language)


def _fact(fact: FactChange) -> str:
    before, after = (_fact_in_words(fact.field, value) for value in (fact.before, fact.after))
    both = [_marked(Step.REMOVED, before) if before else "", _marked(Step.ADDED, after) if after else ""]
    return f"<li><b>{FACTS[fact.field]}:</b> {' '.join(filter(None, both))}</li>"


def _fact_in_words(field: str, value: str) -> str:
    if field in _DATES and value:
        return date_in_words(value)
    return cycle_in_words(value) if field == "review_cycle" and value else value


def _numbers(changes: Sequence[Change], edition: Edition) -> str:
    """Passages that only have another number, folded away."""
    rows = "".join(f"<li>{_number_change(change, edition)}</li>" for change in changes)
    number = counted(len(changes), "passage")
    verb = "has" if len(changes) == 1 else "have"
    return f'<details class="numbers"><summary>{number} only {verb} another number</summary><ul>{rows}</ul></details>'


def _number_change(change: Change, edition: Edition) -> str:
    was, now = ((one.number if one else "") or "no number" for one in (change.before, change.after))
    there = _link(change.after, edition, now) if change.after else ""
    return f"{html(was)} is now {there}: {html(_opening(change.after.text if change.after else ''))}"


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= 10 else f"{' '.join(words[:8])} …"


def _list(changes: Sequence[Change], edition: Edition, language: str) -> str:
    items = "\n".join(_item(change, edition, language) for change in changes)
    return f'<ul class="changes">\n{items}\n</ul>'


def _item(change: Change, edition: Edition, language: str) -> str:
    one = change.after or change.before
    assert one
    spoken = f' lang="{language}"' if language else ""
    lines = [
        f'<p class="what">{_what(change, one, edition)}</p>',
        f'<p class="called-out">{html(called_out_in_words(change))}</p>' if change.called_out else "",
        f'<p class="wording"{spoken}>{_wording(change, one)}</p>',
    ]
    return f'<li class="change" data-kind="{change.kind}">{"".join(lines)}</li>'


def _what(change: Change, one: Passage, edition: Edition) -> str:
    """`Reworded, moved: 2.1.5 (was 2.1.4), under Rules`."""
    name = _link(one, edition, one.number or ("this heading" if one.heading else "this clause"))
    was = change.before.number if change.before and change.kind is not ChangeKind.REMOVED else one.number
    before = f" (was {html(was or 'without a number')})" if ChangeKind.RENUMBERED in change.also else ""
    under = f", under {html(' › '.join(one.section_path))}" if one.section_path else ""
    came = f", before under {html(section_before(change))}" if section_before(change) else ""
    return f"<b>{kinds_in_words(change)}:</b> {name}{before}{under}{came}"


def _link(one: Passage, edition: Edition, words: str) -> str:
    today = edition.today.get(one.id)
    return f'<a href="../#{today}">{html(words)}</a>' if today else html(words)


def _wording(change: Change, one: Passage) -> str:
    if change.kind is ChangeKind.REWORDED:
        parts = (_runs(change.lead_in), _runs(change.text), _runs(change.tail))
        lead_in, text, tail = (f"<em>{part}</em>" if n != 1 and part else part for n, part in enumerate(parts))
        return " ".join(filter(None, (lead_in, text, tail)))
    lead_in, tail = (f"<em>{html(some)}</em>" if some else "" for some in (one.lead_in, one.tail))
    element = {ChangeKind.ADDED: "ins", ChangeKind.REMOVED: "del"}.get(change.kind)
    text = f"<{element}>{html(one.text)}</{element}>" if element else html(one.text)
    return " ".join(filter(None, (lead_in, text, tail)))


def _runs(runs: Iterable[Run]) -> str:
    return " ".join(_marked(run.step, run.words) for run in runs)


def _marked(step: Step, words: str) -> str:
    """Words with their fate for eyes and ears: the label is read out and not seen."""
    if step not in _MARKS:
        return html(words)
    element, label = _MARKS[step]
    return (
        f'<{element}><span class="unseen" lang="en">[{label}: </span>{html(words)}'
        f'<span class="unseen">]</span></{element}>'
    )


def _sheet(front: FrontMatter, newest: Edition) -> str:
    """The sheet that staff sign, for paper only; on a screen one line says that it is there."""
    when = f"of {date_in_words(newest.date)} " if newest.date else ""
    rows = "<tr><td></td><td></td><td></td></tr>" * _SIGNATURES
    return (
        '<div class="text">\n<p class="sheet-note">For staff: print this page, and a sheet to sign comes with it.</p>\n'
        '<section class="sheet" aria-label="Read and sign">\n'
        f"<p><b>Read and sign.</b> I have read the changes {when}to “{html(front.title)}” "
        f"of {html(front.school_name)}.</p>\n"
        '<table class="signatures"><thead><tr><th scope="col">Name</th><th scope="col">Date</th>'
        f'<th scope="col">Signature</th></tr></thead><tbody>{rows}</tbody></table>\n</section>\n</div>\n'
    )


def _day(date: str) -> str:
    return f'<time datetime="{html(date)}">{html(date_in_words(date))}</time>'
