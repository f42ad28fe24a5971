"""Review dates as a calendar (iCalendar, RFC 5545) to subscribe to: an all-day event for each next review."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from clauseway.dates import first_day, last_day
from clauseway.publish.plain_words import date_in_words
from clauseway.publish.records import PolicyEntry
from clauseway.publish.review_table import last_event
from clauseway.publish.text import plain

_WARNING = timedelta(days=-28, hours=9)
"""When it reminds: at nine in the morning, four weeks before."""
_END = b"END:VCALENDAR\r\n"


def calendar(name: str, events: Iterable[bytes]) -> bytes:
    """A calendar of `events` (see `event`) under a name."""
    made = Calendar()
    made.add("prodid", "-//Clauseway//Review dates//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", plain(name))
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    frame: bytes = made.to_ical()
    return b"".join([frame.removesuffix(_END), *events, _END])


def event(entry: PolicyEntry, address: str) -> bytes:
    """The next review of a policy, which states one, as an event on the last day of the period stated.

    `address` is that of the site, with a slash at its end; empty where it is not known. Nothing in it depends on the
    clock: the time stamp is the day of the last approval or review, else that of the next one.
    """
    made = Event()
    made.add("uid", f"{entry.school}/{entry.policy}/review@clauseway")
    made.add("dtstamp", datetime.combine(first_day(last_event(entry)[0] or entry.review_date), time(), UTC))
    made.add("dtstart", last_day(entry.review_date))
    made.add("summary", plain(f"Review due: {entry.title} ({entry.school_name})"))
    made.add("description", plain(_description(entry)))
    made.add("categories", ["Policy review"])
    made.add("transp", "TRANSPARENT")
    if address:
        made.add("url", f"{address}{entry.url}")
    made.add_component(_alarm(entry))
    written: bytes = made.to_ical()
    return written


def _alarm(entry: PolicyEntry) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", plain(f"Review due in four weeks: {entry.title}"))
    made.add("trigger", _WARNING)
    return made


def _description(entry: PolicyEntry) -> str:
    """What the document states, at the precision stated, and who has to do with it."""
    stated = f"The document gives {date_in_words(entry.review_date)} for the next review."
    day = (
        ""
        if entry.review_date.count("-") == 2
        else f" It names no day, so this is the last day of that {_period(entry)}."
    )
    date, word = last_event(entry)
    last = f" Last {word}: {date_in_words(date)}." if date else ""
    owner = f" Responsible: {entry.owner}." if entry.owner else ""
    return f"{stated}{day}{last}{owner}"


def _period(entry: PolicyEntry) -> str:
    return "month" if "-" in entry.review_date else "year"
