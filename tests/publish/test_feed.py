"""The feed of changes, held against what RFC 4287 asks of a feed."""

from __future__ import annotations

import re

from lxml import etree

from clauseway.publish.feed import MOST_ENTRIES, Change, change_feed
from tests.publish.reviewing import REVIEWED
from tests.publish.samples import published

ATOM = "{http://www.w3.org/2005/Atom}"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def change(name: str = "a/b/approved/2024", day: str = "2024-01-01", **fields: str) -> Change:
    words = {"title": "B: approved", "summary": "It was approved.", "url": "schools/a/b/", "school": "A School"}
    return Change(name=name, day=day, **{**words, **fields})


def read(content: object) -> etree._Element:
    assert isinstance(content, bytes)
    feed = etree.fromstring(content)
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text
        assert STAMP.fullmatch(str(element.findtext(f"{ATOM}updated")))
        assert str(element.findtext(f"{ATOM}id")).startswith("urn:uuid:")
    for entry in feed.iter(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}author/{ATOM}name")
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]
    return feed


def entries(feed: etree._Element, what: str = "title") -> list[str]:
    return [str(entry.findtext(f"{ATOM}{what}")) for entry in feed.iter(f"{ATOM}entry")]


def test_approvals_and_reviews_stand_newest_first() -> None:
    feed = read(published(REVIEWED)["changes.atom"])
    assert entries(feed) == [
        "Uniform (Ash Lane School): reviewed 29 March 2025",
        "Trips (Birch <b>Academy</b>): approved February 2024",
        "Uniform (Ash Lane School): approved 2023",
        "Attendance (Ash Lane School): approved 2022",
        "Visits (Birch <b>Academy</b>): reviewed May 2021",
    ]
    assert entries(feed, "updated")[1] == "2024-02-01T00:00:00Z"
    assert feed.findtext(f"{ATOM}updated") == "2025-03-29T00:00:00Z"
    assert entries(feed, "summary")[1] == (
        "The document says that it was approved by Governors: February 2024. Next review: January 2027."
    )


def test_ids_are_those_of_the_change_wherever_it_stands() -> None:
    one, other = change(), change("a/c/approved/2024", "2025-01-01")
    together = read(change_feed([one, other], "Changes", ""))
    alone = read(change_feed([one], "Changes", ""))
    assert entries(together, "id")[1] == entries(alone, "id")[0]
    assert len(set(entries(together, "id"))) == 2
    assert together.findtext(f"{ATOM}id") == alone.findtext(f"{ATOM}id")
    elsewhere = read(change_feed([one], "Changes", "https://other.example/"))
    assert entries(elsewhere, "id") != entries(alone, "id")


def test_links_are_whole_where_the_address_is_known_and_else_relative() -> None:
    feed = read(change_feed([change()], "Changes", "https://trust.example/p/"))
    links = [(link.get("rel"), link.get("href")) for link in feed.iter(f"{ATOM}link")]
    assert links == [
        ("self", "https://trust.example/p/changes.atom"),
        ("alternate", "https://trust.example/p/reviews/"),
        ("alternate", "https://trust.example/p/schools/a/b/"),
    ]
    relative = read(change_feed([change()], "Changes", ""))
    assert [link.get("href") for link in relative.iter(f"{ATOM}link")] == ["reviews/", "schools/a/b/"]


def test_it_holds_the_newest_of_very_many() -> None:
    some = [change(f"a/{n}", f"{1500 + n}-01-01", title=str(n)) for n in range(MOST_ENTRIES + 5)]
    assert entries(read(change_feed(some, "Changes", "")))[::199] == [str(MOST_ENTRIES + 4), "5"]


def test_without_a_change_it_is_still_a_feed() -> None:
    assert entries(read(change_feed([], "Changes", ""))) == []


def test_no_text_breaks_it() -> None:
    feed = read(change_feed([change(title="a\x00<b>&\x1b", summary="]]>\ufffe")], "Changes", ""))
    assert entries(feed) == ["a\N{REPLACEMENT CHARACTER}<b>&\N{REPLACEMENT CHARACTER}"]
