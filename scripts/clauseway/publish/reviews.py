"""Review dates: pages, table and calendar for all schools and for each, the feed, and the line on the home page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import msgspec

from clauseway.dates import last_day
from clauseway.memory import NO_MEMORY, Memory
from clauseway.publish.data import csv_lines
from clauseway.publish.extracts import Where, html_block
from clauseway.publish.feed import FEED, Change, change_feed, stated_changes
from clauseway.publish.front import yaml_block
from clauseway.publish.outdated import Outdated, outdated_list
from clauseway.publish.plain_words import counted
from clauseway.publish.readers import Shelf
from clauseway.publish.records import PolicyEntry
from clauseway.publish.review_calendar import calendar, event
from clauseway.publish.review_table import Row, in_order, review_table, school_table
from clauseway.publish.review_words import dues
from clauseway.publish.text import html, markdown
from clauseway.publish.timeline import timeline

CALENDAR = "reviews.ics"
"""The calendar of all schools; that of each stands under the same name beside its page."""
TABLE = "data/reviews.csv"
"""The table of all policies."""
COLUMNS = (
    *("school", "school_name", "policy", "title", "kind", "approved", "approved_by", "reviewed"),
    *("review_date", "due", "review_cycle", "owner", "url"),
)
"""Columns of `data/reviews.csv`; `due` is the last day of the period that `review_date` names."""

MOST_ROWS = 500
"""Policies that the page of all schools lists; where there are more, those with the earliest review dates."""


MOST_OUTDATED = 200
"""References that may need an update that a page lists."""


class _OfSchool(msgspec.Struct, frozen=True):
    """What is published of the review dates of one school."""

    page: bytes
    events: list[bytes]
    """The reviews that are stated, for a calendar."""


def review_files(
    shelves: Sequence[Shelf], address: str, editions: Iterable[Change] = (), memory: Memory = NO_MEMORY
) -> dict[str, str | bytes]:
    """All that is published of review dates, by path; `address` is that of the site, or empty.

    `editions` are what else the feed tells: editions in which something changed.
    """
    entries = [entry for shelf in shelves for entry in shelf.entries]
    files: dict[str, str | bytes] = {
        "reviews/index.md": _page(shelves, address),
        TABLE: csv_lines([COLUMNS, *map(_csv_row, entries)]),
        FEED: change_feed([*editions, *stated_changes(entries)], "Policies: what changed", address),
    }
    events: list[bytes] = []
    for shelf in shelves:
        folder = f"schools/{shelf.school.slug}/"
        own = memory.made([shelf, address.encode()], _OfSchool, partial(_of_school, shelf, address))
        files[f"{folder}{CALENDAR}"] = calendar(f"Policy reviews: {shelf.school.name}", own.events)
        files[f"{folder}reviews/index.md"] = own.page
        events += own.events
    files[CALENDAR] = calendar("Policy reviews", events)
    return files


def _of_school(shelf: Shelf, address: str) -> _OfSchool:
    events = [event(entry, address) for entry in shelf.entries if entry.review_date]
    return _OfSchool(_school_page(shelf, address).encode(), events)


def review_news(shelves: Sequence[Shelf]) -> list[str]:
    """A line for the home page that leads to the review dates, as Markdown; none while there is no policy."""
    entries = [entry for shelf in shelves for entry in shelf.entries]
    if not entries:
        return []
    line = f"[Review dates](reviews/index.md) of {counted(len(entries), 'policy')}: when each is due."
    return [f'<span class="review-news" data-dues="{dues(entries)}">{line}</span>']


def _page(shelves: Sequence[Shelf], address: str) -> str:
    rows = [
        Row(
            entry,
            shelf.school.review_notice,
            f"../{entry.url}",
            f"../schools/{shelf.school.slug}/reviews/",
        )
        for shelf in shelves
        for entry in shelf.entries
    ]
    blocks = [
        yaml_block({"title": "Review dates", "reviews": "all", "description": _DESCRIPTION, "hide": ["toc"]}),
        "# Review dates\n",
        *_body(rows, "../"),
    ]
    old = [one for shelf in shelves for one in shelf.outdated]
    blocks += _outdated(old, lambda front: f"../schools/{front.school}/{front.policy}/", schools=True)
    if sum(1 for shelf in shelves if shelf.entries) > 1:
        blocks += ["## By school\n", html_block(school_table(shelves))]
    return "\n".join([*blocks, *_take_along(f"../{CALENDAR}", f"{address}{CALENDAR}" if address else "", "../")])


_DESCRIPTION = (
    "When each policy was last approved or reviewed, and when its next review is due, as its document states."
)


def _school_page(shelf: Shelf, address: str) -> str:
    """`schools/<school>/reviews/index.md`: the same for one school."""
    school = shelf.school
    title = f"Review dates of {school.name}"
    front = {"title": title, "school": school.slug, "school_name": school.name, "reviews": "school"}
    rows = [Row(entry, school.review_notice, f"../{entry.policy}/", "") for entry in shelf.entries]
    own = f"schools/{school.slug}/{CALENDAR}"
    old = _outdated(shelf.outdated, lambda front: f"../{front.policy}/", schools=False)
    blocks = [yaml_block(front), f"# {markdown(title)}\n", *_body(rows, "../../../"), *old]
    return "\n".join([*blocks, *_take_along(f"../{CALENDAR}", f"{address}{own}" if address else "", "../../../")])


def _body(rows: Sequence[Row], root: str) -> Iterator[str]:
    """How many policies state what, the picture, and the table; `root` leads to the site's root."""
    if not rows:
        yield "No policy is published here yet.\n"
        return
    shown = in_order(rows)[:MOST_ROWS]
    dated = [row.entry for row in rows if row.entry.review_date]
    yield html_block(
        [*_intro(rows, dated, len(shown), root), *timeline([(one.review_date, _name(one)) for one in dated])]
    )
    yield "## Policies\n"
    yield html_block(review_table(shown, "Policies by review date"))


def _outdated(some: Sequence[Outdated], where: Where, *, schools: bool) -> Iterator[str]:
    """References that may need an update, as far as there is room; the pages of the schools have them all."""
    if some:
        yield "## References that may need an update {: #outdated }\n"
        yield html_block(outdated_list(some[:MOST_OUTDATED], where, schools=schools))
    if len(some) > MOST_OUTDATED:
        yield f"The first {MOST_OUTDATED} of {len(some):,}; the pages of the schools list their own.\n"


def _name(entry: PolicyEntry) -> str:
    return f"{entry.title}, {entry.school_name}"


def _intro(rows: Sequence[Row], dated: Sequence[PolicyEntry], shown: int, root: str) -> Iterator[str]:
    silent = len(rows) - len(dated)
    state = f"{len(dated):,} of {counted(len(rows), 'policy')}" if silent else f"All {counted(len(rows), 'policy')}"
    if len(rows) == 1:
        state = "The one policy here"
    rest = f"; {silent:,} {'does' if silent == 1 else 'do'} not" if silent and dated else ""
    verb = "states" if len(rows) == 1 or len(dated) == 1 else "state"
    sentence = (
        f"{state} {verb} when the next review is due{rest}." if dated else "No policy here states its next review."
    )
    attributes = f'data-dues="{dues(dated)}" data-policies="{len(rows)}"'
    yield f'<p class="stated" {attributes}>{sentence} Dates are as the documents give them.</p>'
    if shown < len(rows):
        yield (
            f"<p>The {shown} with the earliest dates are listed here. All {len(rows):,} are in "
            f'<a href="{root}{TABLE}">the table (CSV)</a> and on the pages of <a href="#by-school">the schools</a>.</p>'
        )


def _take_along(calendar_file: str, calendar_address: str, root: str) -> Iterator[str]:
    """The calendar, the table and the feed, and how to subscribe."""
    yield "## In your calendar\n"
    yield html_block(
        [
            "<p>A calendar that you subscribe to keeps itself up to date: an entry for each review, with a reminder "
            "four weeks before. A date without a day stands on the last day of its month or year.</p>",
            f'<p class="subscribe">{_subscribe(calendar_file, calendar_address)}</p>',
            "<ul>",
            "<li><b>Outlook:</b> Add calendar, Subscribe from web, and paste the address.</li>",
            "<li><b>Google Calendar:</b> Other calendars, +, From URL, and paste the address.</li>",
            "<li><b>Apple:</b> open the link, or File, New Calendar Subscription.</li>",
            "</ul>",
            f'<p>Also: <a href="{root}{TABLE}">all policies as a table (CSV)</a>, and '
            f'<a href="{root}{FEED}">approvals, reviews and changes as a feed (Atom)</a> for a feed reader.</p>',
        ]
    )


def _subscribe(file: str, address: str) -> str:
    """The link to the calendar and its address; where that is not known, a script completes it."""
    if not address:
        return f'<a href="{file}">{CALENDAR}</a>'
    webcal = html(address.replace("https://", "webcal://", 1).replace("http://", "webcal://", 1))
    return f'<a href="{webcal}">Subscribe</a> Address: <code>{html(address)}</code>'


def _csv_row(entry: PolicyEntry) -> tuple[str, ...]:
    return (
        *(entry.school, entry.school_name, entry.policy, entry.title, entry.kind),
        *(entry.approved, entry.approved_by, entry.reviewed, entry.review_date),
        last_day(entry.review_date).isoformat() if entry.review_date else "",
        *(entry.review_cycle, entry.owner, entry.url),
    )
