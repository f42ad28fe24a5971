"""What changed, as an Atom feed (RFC 4287): approvals and reviews that policies state, and editions.

Each is one entry; those of editions come from `recent`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from lxml import etree

from clauseway.dates import first_day
from clauseway.publish.plain_words import date_in_words
from clauseway.publish.records import PolicyEntry
from clauseway.publish.text import plain

FEED = "changes.atom"
"""The feed, relative to the published folder."""

MOST_ENTRIES = 200
"""The newest changes that the feed holds."""

_ATOM = "http://www.w3.org/2005/Atom"
_EPOCH = "1970-01-01"


class Change(msgspec.Struct, frozen=True):
    """One thing that changed."""

    name: str
    """What makes it this change and no other, always the same, for its id: `oak-hill/phones/approved/2023`."""
    day: str
    """When, as ISO 8601 day (`2023-03-29`)."""
    title: str
    """What happened, in a few words."""
    summary: str
    """The same in a sentence."""
    url: str
    """Address of the page, relative to the site's root."""
    school: str
    """Name of the school whose policy it is."""


def stated_changes(entries: Iterable[PolicyEntry]) -> Iterator[Change]:
    """The approvals and reviews that policies state; a date without a day counts as its first one."""
    for entry in entries:
        for date, word in ((entry.approved, "approved"), (entry.reviewed, "reviewed")):
            if date:
                yield _stated(entry, date, word)


def _stated(entry: PolicyEntry, date: str, word: str) -> Change:
    by = f" by {entry.approved_by}" if entry.approved_by and word == "approved" else ""
    due = f" Next review: {date_in_words(entry.review_date)}." if entry.review_date else ""
    return Change(
        name=f"{entry.school}/{entry.policy}/{word}/{date}",
        day=first_day(date).isoformat(),
        title=f"{entry.title} ({entry.school_name}): {word} {date_in_words(date)}",
        summary=f"The document says that it was {word}{by}: {date_in_words(date)}.{due}",
        url=entry.url,
        school=entry.school_name,
    )


def change_feed(changes: Iterable[Change], title: str, address: str) -> bytes:
    """The newest of `changes` as an Atom feed.

    `address` is that of the site, with a slash at its end. Without one the links are relative to the feed, and ids are
    made from the names alone.
    """
    newest = sorted(changes, key=lambda change: change.name)
    newest.sort(key=lambda change: change.day, reverse=True)
    root = uuid5(NAMESPACE_URL, f"{address or 'clauseway:'}{FEED}")
    feed = etree.Element("feed", nsmap={None: _ATOM})
    _add(feed, "id", root.urn)
    _add(feed, "title", title)
    _add(feed, "updated", f"{newest[0].day if newest else _EPOCH}T00:00:00Z")
    if address:
        etree.SubElement(feed, "link", rel="self", type="application/atom+xml", href=f"{address}{FEED}")
    etree.SubElement(feed, "link", rel="alternate", type="text/html", href=f"{address}reviews/")
    for change in newest[:MOST_ENTRIES]:
        _entry(feed, change, root, address)
    etree.indent(feed)
    written: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: etree._Element, change: Change, root: UUID, address: str) -> None:
    entry = etree.SubElement(feed, "entry")
    _add(entry, "id", uuid5(root, change.name).urn)
    _add(entry, "title", change.title)
    _add(entry, "updated", f"{change.day}T00:00:00Z")
    _add(etree.SubElement(entry, "author"), "name", change.school)
    etree.SubElement(entry, "link", rel="alternate", type="text/html", href=f"{address}{change.url}")
    _add(entry, "summary", change.summary)


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = plain(text)
