"""Labels and values in the metadata of a policy, with their dates, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from clauseway.describe.dates import FoundDate, find_dates
from clauseway.model import Piece, Place, Role
from clauseway.vocabulary import load
from clauseway.vocabulary.bodies import body_in, is_body
from clauseway.vocabulary.calendar import MONTHS, TWO_DIGITS
from clauseway.vocabulary.labels import (
    Labelled,
    as_line,
    header_fields,
    is_blank,
    label_of,
    labelled,
    opening_field,
)

_DATED = frozenset(
    {"approved", "effective", "issued", "written", "reviewed", "next_review", "review", "draft", "earlier"}
)
_SIGNERS = frozenset({"chair", "head", "signed"})
_HISTORY = frozenset({"version", "changes"})
# What a bare `Date` behind another label is the date of.
_DATE_OF = dict.fromkeys(_SIGNERS, "signed_on") | {"form": "form", "version": "issued", "changes": "issued"}
_LONGEST = 300
_FRONT_MATTER = "front matter"
# What dates the website and not the policy: `Last updated 4 May 2024` at the foot of a web page.
_OF_WEBSITE = ("web page", "cookie")
_VERSION = re.compile(r"(?:version|issue|revision|ver|rev|fersiwn|v)\b\.?\s*(?:no\.?|number)?\s*\d|v\d", re.IGNORECASE)
_BROKEN_DATE = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b\.?\s+\d", re.IGNORECASE)
_YEAR_AT_END = re.compile(r"(?:^|[\s(–-])(?P<year>(?:19[89]|20[0-7])\d)[\s.)]*$")
_SHORT_AT_END = re.compile(r"\s(?P<date>\d{1,2}[./-]\d{1,2}[./-]\d\d)[\s.)]*$")
_ROLE_ONLY = re.compile(r"\([^()]*\)")
_KNOWN_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d[./-]\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement about the policy: what it is about, and the words."""

    field: str
    """Name of the label's list in metadata.yml; also `dated` (a bare date), `signed_on`, `foot` (version and date)."""
    label: str
    """The label as printed; empty where there is none."""
    value: str
    """The words behind it; empty for a blank."""
    place: Place
    """Where it stands."""
    dates: tuple[FoundDate, ...] = ()
    """Dates in the value."""
    weak: bool = False
    """Whether it counts only where nothing else is stated: version histories, running feet, titles, clauses."""
    closing: bool = False
    """Whether it stands behind the text of the policy, as signatures do."""
    broken: bool = False
    """Whether the value holds the remains of a date that could not be read."""

    @property
    def name(self) -> str:
        """The words of the value before its first date, else behind its last; of several cells the first with words."""
        text = self.value
        if self.dates:
            before = text[: self.dates[0].start]
            text = text[self.dates[-1].end :] if is_blank(before) else before
        cells = (" ".join(cell.split()).strip(" :;,|=–—-._·") for cell in text.split("\t"))
        return next((cell for cell in cells if not is_blank(cell) and not _ROLE_ONLY.fullmatch(cell)), "")


def read_entries(pieces: Sequence[Piece], terms_per_year: int | None) -> tuple[Entry, ...]:
    """The statements in the metadata of a policy, strong ones and weak ones, in reading order."""
    last = max((index for index, piece in enumerate(pieces) if piece.role is Role.CLAUSE), default=len(pieces))
    closing = (replace(entry, closing=True) for entry in _metadata_entries(pieces[last:]))
    head = (entry for piece in front_matter(pieces) for entry in _line_entries(piece))
    raw = [*head, *_metadata_entries(pieces[:last]), *closing, *_entries_elsewhere(pieces)]
    return tuple(_dated(entry, terms_per_year) for entry in _with_dates_of(raw))


def front_matter(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The lines of a Markdown file's front matter as a cover has them: `review_date: 2026` as `review date: 2026`."""
    for piece in pieces:
        if piece.reason == _FRONT_MATTER:
            key, _, value = piece.text.partition(":")
            plain = value.strip().strip("\"'")
            yield msgspec.structs.replace(piece, text=f"{key.strip().replace('_', ' ')}: {plain}")


def _metadata_entries(pieces: Sequence[Piece]) -> Iterator[Entry]:
    """Entries of the metadata pieces, table heads applied to the rows below them."""
    metadata = [piece for piece in pieces if piece.role is Role.METADATA and "contacts" not in piece.reason]
    index = 0
    while index < len(metadata):
        piece = metadata[index]
        if fields := header_fields(piece.cells):
            rows = list(_rows_below(metadata, index))
            yield from _table_entries(piece, fields, rows)
            index += 1 + len(rows)
            continue
        found = list(_line_entries(piece))
        answer = metadata[index + 1] if index + 1 < len(metadata) else None
        if found and answer and _is_answer(answer) and _waits(found[-1], answer.text):
            found[-1] = replace(found[-1], value="\t".join(filter(None, (found[-1].value, answer.text))))
            index += 1
        yield from found
        index += 1


def _rows_below(metadata: Sequence[Piece], head: int) -> Iterator[Piece]:
    for index in range(head + 1, len(metadata)):
        piece = metadata[index]
        if not piece.cells or header_fields(piece.cells) or label_of(piece.cells[0]):
            return
        yield piece


def _table_entries(head: Piece, fields: Sequence[str], rows: Sequence[Piece]) -> Iterator[Entry]:
    """Column by column for each row; of a version history only the rows that can be the latest matter, all weak."""
    history = bool(_HISTORY & set(fields)) or len(rows) > 1
    for row in rows:
        columns = zip(fields, head.cells, row.cells, strict=False)
        for field, label, value in columns:
            if field and field != "version" and not is_blank(value):
                yield Entry(field, label, value, row.place, weak=history)


def _line_entries(piece: Piece) -> Iterator[Entry]:
    line = as_line(piece.text, piece.cells)
    if len(line) > _LONGEST:
        return
    parts = labelled(line)
    if not parts or parts[0].before:
        before = parts[0].before if parts else line.strip()
        if _VERSION.match(before):
            yield Entry("foot", "", before, piece.place, weak=True)
        elif body_in(before) and not _tells_otherwise(before):
            yield Entry("approved", "", before, piece.place)
    elif _VERSION.match(line) and parts[0].field == "version":
        parts = (replace(parts[0], field="foot"), *parts[1:])
    yield from _with_posts(parts, piece.place)


def _tells_otherwise(line: str) -> bool:
    """Whether a body only took note: `Noted by governors, June 2024`, `Minute reference: FGB 24/06/12`."""
    return not set(load("metadata")["not_approvals"]).isdisjoint(re.findall(r"[a-z]+", line.lower()))


def _with_posts(parts: Sequence[Labelled], place: Place) -> Iterator[Entry]:
    """Entries of a line; a post behind a label that has no value is that value: `Approved by: Chair of Governors`."""
    taken = False
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if taken:
            taken = False
            continue
        label, value = part.label, part.value
        if part.field == "approved" and not value and not part.punctuated and (body := body_in(label)):
            label, value = label[: label.index(body)].rstrip(), body
        if not value and following and part.field in ("approved", "owner") and following.field in ("chair", "head"):
            value, taken = "\t".join(filter(None, (following.label, following.value))), True
        yield Entry(part.field, label, value, place, weak=part.field == "foot")


def _waits(entry: Entry, answer: str) -> bool:
    """Whether a label's value, or the date behind a body, may stand in the next piece."""
    if not entry.value:
        return True
    return entry.field == "approved" and is_body(entry.value) and bool(_KNOWN_YEAR.search(answer))


def _is_answer(piece: Piece) -> bool:
    return not piece.cells and not opening_field(piece.text) and len(piece.text.split()) <= 8


def _entries_elsewhere(pieces: Sequence[Piece]) -> Iterator[Entry]:
    """Labels with dates in titles, running feet and short clauses (`Reviewed: May 2021. Parents must sign.`)."""
    for piece in pieces:
        of_page = piece.role is Role.FURNITURE and not piece.reason.startswith(_OF_WEBSITE)
        titled = of_page or (piece.role is Role.HEADING and not piece.level)
        if not (titled or piece.role is Role.CLAUSE) or len(piece.text) > _LONGEST:
            continue
        if not TWO_DIGITS.search(piece.text):
            continue
        if titled or opening_field(piece.text):
            for part in labelled(as_line(piece.text, piece.cells)):
                named = part.field == "approved" and is_body(part.value) and not TWO_DIGITS.search(part.value)
                if part.field in _DATED and (titled or part.punctuated or (named and not piece.item)):
                    yield Entry(part.field, part.label, part.value, piece.place, weak=True)


def _with_dates_of(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Gives every bare `Date`, and a `By` behind an approval, the meaning that the label before it lends."""
    previous: Entry | None = None
    for entry in entries:
        if entry.field == "date":
            yield replace(entry, field=_meaning(previous))
        elif previous and previous.field == "approved" and _says_by_whom(entry):
            yield replace(entry, field="approved")
        else:
            yield entry
        previous = entry


def _says_by_whom(entry: Entry) -> bool:
    """Whether a bare `By` names a body; behind the date of an approval it is who approved."""
    return entry.label.lower() in ("by", "by whom") and is_body(entry.value)


def _meaning(previous: Entry | None) -> str:
    if previous is None:
        return "dated"
    if previous.value.lower().startswith(tuple(load("metadata")["not_done"])):
        return "draft"
    if previous.field in _DATED:
        return previous.field if not _KNOWN_YEAR.search(previous.value) else "dated"
    return _DATE_OF.get(previous.field, "dated")


def _dated(entry: Entry, terms_per_year: int | None) -> Entry:
    """The entry with its dates; none where the rest of the value shows that one was broken, or in a long remark."""
    if len(entry.value) > _LONGEST:
        return entry
    if _is_denied(entry):
        return replace(entry, value="", broken=True)
    dates = find_dates(entry.value, terms_per_year) or _behind_body(entry) or _years(entry)
    rest = entry.value
    for date in dates:
        rest = rest.replace(date.words, " ", 1)
    unread = not dates and entry.field in _DATED | {"dated", "signed_on"} and bool(_KNOWN_YEAR.search(rest))
    if unread or (entry.field in _DATED and _BROKEN_DATE.search(rest)):
        return replace(entry, broken=True)
    return replace(entry, dates=dates)


def _is_denied(entry: Entry) -> bool:
    """Whether the words behind a label say that it is not done, or that the date is another document's."""
    text = f" {' '.join(re.findall(r'[a-z]+', entry.value.lower()))} "
    done = entry.field not in ("next_review", "review", "draft", "form")
    data = load("metadata")
    words = (*data["not_done"], *data["others_dates"]) if done else data["others_dates"]
    dated = entry.field in _DATED and any(f" {word} " in text for word in words)
    return dated and bool(TWO_DIGITS.search(entry.value))


def _behind_body(entry: Entry) -> tuple[FoundDate, ...]:
    """A short date at the end of a value that nothing but a body stands before: `FGB 4.6.24`."""
    found = _SHORT_AT_END.search(entry.value) if entry.field in _DATED else None
    if not found or not is_body(entry.value[: found.start()]):
        return ()
    start = found.start("date")
    return tuple(replace(date, start=date.start + start, end=date.end + start) for date in find_dates(found["date"]))


def _years(entry: Entry) -> tuple[FoundDate, ...]:
    """A year alone at the end of a value (`Governors 2019`), which nothing but a body stands before."""
    if entry.field not in _DATED:
        return ()
    found = _YEAR_AT_END.search(entry.value)
    if not found or (found.start() and not is_body(entry.value[: found.start()])):
        return ()
    return (FoundDate(found["year"], found["year"], found["year"], found.start("year"), found.end("year")),)
