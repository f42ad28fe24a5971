"""The calendar, read back by the library that calendars are read with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Component

from clauseway.publish import publish
from tests.publish.reviewing import REVIEWED
from tests.publish.samples import PAGES, published

FILES = published(REVIEWED)


def read(path: str) -> Calendar:
    content = FILES[path]
    assert isinstance(content, bytes)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return calendar


def events(path: str) -> dict[str, Component]:
    return {str(event["UID"]): event for event in read(path).walk("VEVENT")}


def test_it_can_be_read_and_has_what_calendars_need() -> None:
    calendar = read("reviews.ics")
    assert (str(calendar["VERSION"]), str(calendar["X-WR-CALNAME"])) == ("2.0", "Policy reviews")
    assert calendar.errors == []
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)


def test_each_policy_with_a_date_is_a_day_under_a_name_that_stays() -> None:
    days = {name: event.decoded("DTSTART") for name, event in events("reviews.ics").items()}
    assert days == {
        "ash-lane/attendance/review@clauseway": date(2024, 12, 31),
        "ash-lane/uniform/review@clauseway": date(2026, 3, 31),
        "birch/phones/review@clauseway": date(2026, 3, 29),
        "birch/trips/review@clauseway": date(2027, 1, 31),
    }


def test_a_school_has_a_calendar_of_its_own() -> None:
    assert list(events("schools/birch/reviews.ics")) == [
        "birch/phones/review@clauseway",
        "birch/trips/review@clauseway",
    ]
    assert events("schools/new/reviews.ics") == {}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ash-lane/attendance", "The document gives 2024 for the next review. It names no day, so this is the last day of that year."),
        ("birch/trips", "It names no day, so this is the last day of that month. Last approved: February 2024."),
        ("ash-lane/uniform", "Last reviewed: 29 March 2025. Responsible: The Head."),
    ],
)  # fmt: skip
def test_the_description_says_what_is_stated(name: str, words: str) -> None:
    assert words in str(events("reviews.ics")[f"{name}/review@clauseway"]["DESCRIPTION"])


def test_a_stated_day_needs_no_explanation() -> None:
    assert "names no day" not in str(events("reviews.ics")["birch/phones/review@clauseway"]["DESCRIPTION"])


@pytest.mark.parametrize(
    ("name", "stamp"),
    [
        ("ash-lane/uniform", datetime(2025, 3, 29, tzinfo=UTC)),
        ("ash-lane/attendance", datetime(2022, 1, 1, tzinfo=UTC)),
        ("birch/phones", datetime(2026, 3, 29, tzinfo=UTC)),
    ],
)
def test_the_stamp_comes_from_the_dates_and_not_from_a_clock(name: str, stamp: datetime) -> None:
    assert events("reviews.ics")[f"{name}/review@clauseway"].decoded("DTSTAMP") == stamp


def test_it_reminds_four_weeks_before_in_the_morning() -> None:
    (alarm,) = events("reviews.ics")["birch/phones/review@clauseway"].walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(days=-28, hours=9)
    assert str(alarm["ACTION"]) == "DISPLAY"


def test_it_links_to_the_policy_where_the_site_knows_its_address() -> None:
    files = publish(REVIEWED, lambda _: None, PAGES, "https://trust.example/")  # type: ignore[arg-type, return-value]
    calendar = files["reviews.ics"]
    assert isinstance(calendar, bytes)
    (first, *_) = Calendar.from_ical(calendar).walk("VEVENT")
    assert str(first["URL"]) == "https://trust.example/schools/ash-lane/attendance/"
    assert "URL" not in events("reviews.ics")["birch/phones/review@clauseway"]
