"""Labels of metadata (`Next review:`, `Ratified by`) found in a line, and the values between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from clauseway.vocabulary import load
from clauseway.vocabulary.calendar import DATE_SHAPE, TWO_DIGITS, YEAR

# Fill-in lines and leaders stand for a blank, or for the gap between label and value.
_RULED = re.compile(r"_{2,}|\.{4,}|…+|(?:\. ){3,}\.?")
_EDGES = " \t:;,|=–—-._·/*\u00a0"
_PUNCTUATED = re.compile(r"\s*[:=\t]|\s+[–—-](?=\s|$)|\s*[–—-](?=\d)")
_PARTED = re.compile(r"(?:[\t|;,.)/]|\s[–—-])\s*$")
_COLON = re.compile(r"\s*:")
_STANDS_OFF = re.compile(r"\s*(?:$|[:=\t]|[–—-](?:\s|$)|\d|\()")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_ARTICLES = ("the", "this", "our")
# The word by which labels are found: the first that is no article.
_KEY = rf"(?P<label>(?:(?:{'|'.join(_ARTICLES)})\s+)?(?P<word>[^\W\d_]+(?:['’][^\W\d_]*)?))"
_FIRST = re.compile(_KEY, re.IGNORECASE)
_OPENING = re.compile(rf"[\W\d_]{{0,12}}{_KEY}", re.IGNORECASE)
_HEAD_END = re.compile(r"[\d:\t|=;]")
_HEAD_SIZE = 90

# Labels that count in the middle of a line where a date follows them.
_DATED = frozenset(
    {"draft", "approved", "effective", "issued", "written", "reviewed", "next_review", "review", "date", "earlier"}
)
# Labels that count in the middle of a line where a colon follows them: not words that end the name of
# a body (`Finance Committee: May 2019`).
_COLONED = _DATED | {"cycle", "owner", "signed", "chair", "head"}
# Labels that are common words: `School Business Manager` is no label `School`.
_COMMON = frozenset({"control", "changes", "form", "version", "date"})
# Columns that only a table about the policy itself has.
_OF_POLICIES = frozenset(
    {"approved", "effective", "issued", "reviewed", "next_review", "review", "cycle", "version", "earlier"}
)
_BESIDE_DATE = _OF_POLICIES | {"changes"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what stands behind it, up to the next label."""

    field: str
    """Name of the list in metadata.yml the label stands in."""
    label: str
    """The label as printed."""
    value: str
    """The words behind it, tabs between the cells of a row; empty for a blank."""
    punctuated: bool = True
    """Whether a colon, a tab, a dash or a fill-in line parts label and value."""
    before: str = ""
    """Words in front of the first label of the line; empty for all others."""


def as_line(text: str, cells: Sequence[str] = ()) -> str:
    """A block as one line: cells and fill-in underscores parted by tabs."""
    joined = "\t".join(cells) if cells else text
    return _RULED.sub("\t", joined) if "_" in joined or ".." in joined or "…" in joined or ". ." in joined else joined


@lru_cache(maxsize=4096)
def labelled(line: str) -> tuple[Labelled, ...]:
    """The labels of a line (see `as_line`) in order, each with its value; empty where there is none.

    A label counts at the start of the line or of a cell, behind a date or a mark of punctuation, or
    where a colon or a date follows it; anywhere else its words are part of a value.
    """
    hits = tuple(_hits(line))
    found = []
    for index, (field, start, end) in enumerate(hits):
        rest = line[end : hits[index + 1][1] if index + 1 < len(hits) else len(line)]
        before = "" if index else line[:start].strip(_EDGES)
        value = rest.strip(_EDGES)
        parted = bool(_PUNCTUATED.match(rest))
        found.append(Labelled(field, line[start:end], "" if is_blank(value) else value, parted, before))
    return tuple(found)


@lru_cache(maxsize=4096)
def opening_field(line: str) -> str:
    """The field of the label at the very start of a line, marks apart; empty where none stands there."""
    first = _OPENING.match(line)
    if not first or not (fields := _fields_by_word().get(first["word"].lower())):
        return ""
    return _longest_of(fields, _head(line, first.start("label")))[0]


@lru_cache(maxsize=4096)
def label_of(cell: str) -> str:
    """The field whose label is all of `cell`; empty where it is no label."""
    words = cell.strip(_EDGES + "?")
    field, length = _longest(words, 0) if words and len(words) < _HEAD_SIZE else ("", 0)
    return field if length == len(words) else ""


def header_fields(cells: Sequence[str]) -> tuple[str, ...]:
    """The field of each cell of a row that heads a table of metadata; empty where the row is no such head."""
    if len(cells) < 2:
        return ()
    fields = tuple(label_of(cell) for cell in cells)
    known = {field for field in fields if field}
    unknown = [cell for cell, field in zip(cells, fields, strict=True) if cell and not field]
    if len(unknown) * 3 > len(cells) or any(len(cell.split()) > 3 or TWO_DIGITS.search(cell) for cell in unknown):
        return ()
    dated = "date" in known and (known & _BESIDE_DATE or ("owner" in known and not unknown))
    return fields if dated or len([field for field in fields if field in _OF_POLICIES]) > 1 else ()


def is_blank(value: str) -> bool:
    """Whether a value says nothing: no letter or digit, or the placeholder of a form."""
    words = value.strip(_EDGES + "()[]<>").lower()
    return not words or words in _blanks()


@cache
def _blanks() -> frozenset[str]:
    return frozenset(load("metadata")["blanks"])


def _hits(line: str) -> Iterator[tuple[str, int, int]]:
    """Field, start and end of each label that counts, from left to right, none within another or a date."""
    dates = [match.span() for match in DATE_SHAPE.finditer(line)] if TWO_DIGITS.search(line) else []
    known, free = _fields_by_word(), 0
    for word in _WORD.finditer(line):
        start = word.start()
        low = word[0].lower()
        if start < free or (low not in known and low.isalpha() and low not in _ARTICLES):
            continue
        if dates and any(begin <= start < end for begin, end in dates):
            continue
        field, length = _longest(line, start)
        end = start + length
        if field and _counts(line, field, start, end, dates):
            free = end
            yield field, start, end


def _counts(line: str, field: str, start: int, end: int, dates: Sequence[tuple[int, int]]) -> bool:
    before = line[:start]
    if not before.strip(" *(\"'"):
        return field not in _COMMON or _stands_off(line, end, dates)
    if before.endswith("\t"):
        return _stands_off(line, end, dates)
    if _PARTED.search(before) or any(finish <= start and not line[finish:start].strip() for _, finish in dates):
        return field not in _COMMON or _stands_off(line, end, dates)
    if _COLON.match(line, end):
        return field in _COLONED
    return field in _DATED and _date_follows(line, end, dates)


def _stands_off(line: str, end: int, dates: Sequence[tuple[int, int]]) -> bool:
    """Whether a label ends its cell or line, or a mark of punctuation, a number or a date follows it."""
    return _STANDS_OFF.match(line, end) is not None or _date_follows(line, end, dates)


def _date_follows(line: str, end: int, dates: Sequence[tuple[int, int]]) -> bool:
    rest = line[end:]
    follows = end + len(rest) - len(rest.lstrip(_EDGES))
    return any(begin == follows for begin, _ in dates) or bool(YEAR.match(line, follows))


def _longest(line: str, start: int) -> tuple[str, int]:
    """Field and length of the longest label at `start`; empty and 0 where there is none."""
    first = _FIRST.match(line, start)
    fields = _fields_by_word().get(first["word"].lower()) if first else None
    return _longest_of(fields, _head(line, start)) if fields else ("", 0)


def _head(line: str, start: int) -> str:
    """The words that a label at `start` can be made of: it holds no digit, colon or tab."""
    return _HEAD_END.split(line[start : start + _HEAD_SIZE], maxsplit=1)[0]


@lru_cache(maxsize=4096)
def _longest_of(fields: tuple[str, ...], words: str) -> tuple[str, int]:
    low = words.lower()
    best, size = "", 0
    for field in fields:
        needs, pattern = _patterns()[field]
        if _holds_any(low, needs) and (match := pattern.match(words)):
            length = max(map(len, match.groups("")))
            if length > size:
                best, size = field, length
    return best, size


def _holds_any(text: str, needs: Sequence[str]) -> bool:
    for need in needs:  # noqa: SIM110 - any() with a generator takes twice as long, and every block is asked
        if need in text:
            return True
    return False


@cache
def _fields_by_word() -> dict[str, tuple[str, ...]]:
    """For each word with which labels begin, articles apart, the fields whose labels do, in the order of the lists."""
    data = load("metadata")
    found: dict[str, list[str]] = {}
    for field, phrases in data["labels"].items():
        parts = [part for part in data["parts"] if any("{" + part + "}" in phrase for phrase in phrases)]
        words = [word for name in (field, *parts) for word in data["begins"].get(name, ())]
        for word in dict.fromkeys((*words, *(word.replace("'", "’") for word in words))):
            found.setdefault(word, []).append(field)
    return {word: tuple(fields) for word, fields in found.items()}


@cache
def _patterns() -> dict[str, tuple[tuple[str, ...], re.Pattern[str]]]:
    """For each field what its labels need, and a pattern that tries each of them at one place."""
    data = load("metadata")
    return {
        field: (tuple(data["needs"][field]), _labels(phrases, data["parts"]))
        for field, phrases in data["labels"].items()
    }


def _labels(phrases: Sequence[str], parts: Mapping[str, str]) -> re.Pattern[str]:
    looks = []
    for phrase in phrases:
        for name, part in parts.items():
            phrase = phrase.replace("{" + name + "}", part)
        words = phrase.replace(" ?", r"\s*").replace(" ", r"\s+")
        looks.append(rf"(?=((?:{words})(?!\w|['’]\w))?)")
    return re.compile("".join(looks), re.IGNORECASE)
