"""Running heads, feet and page numbers: lines that come again at the same height of the pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from clauseway.sources.pdf.parts import Segment, Sheet

_ZONE = 0.17  # of a page's height, at its top and bottom
_SAME_HEIGHT = 4.0  # points
_SHARE = 0.35  # of the pages a line comes again on
_MOST_LINES = 6  # of a head or foot
_PREFIX = 8  # characters that lines which come again begin with alike
_WINDOW = 16  # lines before and after, among those that begin alike, that one is compared with
_LONGEST = 160  # characters
_PAGE_NUMBERS = frozenset({"#", "page #", "page # of #", "# of #", "#/#", "p #", "tudalen #", "tudalen # o #"})
_OF_PAGE = re.compile(r"\b(?:page|tudalen|p a g e) #|# of #|# \| p ?a ?g ?e")
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"(?:(?<=^)|(?<=[\s|–-]))[ivxlc]{1,6}(?=$|[\s|–-])")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class _Row(msgspec.Struct, frozen=True, gc=False):
    page: int
    height: float
    """From the edge of the page."""
    text: str
    segments: tuple[Segment, ...]
    far: bool
    """Whether clear space parts it from the text of the page."""
    small: bool
    """Whether its letters are no larger than the text's, and not bold: it is no heading."""


def find_furniture(sheets: Sequence[Sheet]) -> list[dict[Segment, str]]:
    """For every page the segments that are `page header` or `page foot`, in the order of the pages."""
    found: list[dict[Segment, str]] = [{} for _ in sheets]
    body = _body_size(sheets)
    for at_top, why in ((True, "page header"), (False, "page foot")):
        rows = [list(_edge_rows(sheet, at_top, body)) for sheet in sheets]
        again = _recurring([row for page in rows for row in page], len(sheets))
        again |= _in_line([row for page in rows for row in page], again)
        for index, page in enumerate(rows):
            for row in page:
                if (row.page, row.height) not in again:
                    break
                found[index].update(dict.fromkeys(row.segments, why))
    return found


def _edge_rows(sheet: Sheet, at_top: bool, body: float) -> Iterator[_Row]:
    """The rows near an edge of a page, from the edge inwards."""
    rows: dict[float, list[Segment]] = {}
    ordered = sheet.segments if at_top else reversed(sheet.segments)
    for segment in ordered:
        rows.setdefault(segment.base, []).append(segment)
        if len(rows) > _MOST_LINES + 1:
            break
    bases = list(rows)
    for index, base in enumerate(bases[:_MOST_LINES]):
        height = sheet.height - base if at_top else base
        if height > _ZONE * sheet.height:
            return
        row = sorted(rows[base], key=lambda segment: segment.x0)
        next_base = bases[index + 1] if index + 1 < len(bases) else base + 1000
        far = abs(next_base - base) > 1.7 * row[0].font.size
        text = " ".join(segment.text for segment in row)
        if len(text) > _LONGEST:
            return
        small = row[0].font.size <= body and not row[0].font.bold
        yield _Row(sheet.number, height, text, tuple(row), far, small)


def _recurring(rows: Sequence[_Row], pages: int) -> set[tuple[int, float]]:
    """Page and height of the rows that come again on other pages with the same words or a running number."""
    groups: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        groups[_key(row.text)[:_PREFIX]].append(row)
    found: set[tuple[int, float]] = set()
    for group in groups.values():
        for index, row in enumerate(group):
            near = group[max(index - _WINDOW, 0) : index + _WINDOW + 1]
            level = [other for other in near if abs(other.height - row.height) <= _SAME_HEIGHT]
            if _is_running(row, level, pages):
                found.add((row.page, row.height))
    return found


def _in_line(rows: Sequence[_Row], again: set[tuple[int, float]]) -> set[tuple[int, float]]:
    """Rows that keep clear of the text at a height where others come again: heads that change with the chapter."""
    heights = Counter(round(height) for _, height in again)
    busy = {height for height in heights if sum(heights[height + off] for off in (-1, 0, 1)) > 1}
    return {(row.page, row.height) for row in rows if row.far and row.small and round(row.height) in busy}


def _key(text: str) -> str:
    return _ROMAN.sub("#", _NUMBER.sub("#", " ".join(text.lower().split())))


def _is_running(row: _Row, level: Sequence[_Row], pages: int) -> bool:
    """Whether a row is one of those that come again; two pages alone must agree and keep clear of the text."""
    alike = [other for other in level if _agrees(row, other)]
    numbers = len({other.page for other in alike})
    if row.far and row.small and numbers < 3:
        # Heads of left and right pages, or of chapters, share most of their words.
        alike = [other for other in level if other in alike or _resembles(row.text, other.text)]
        numbers = len({other.page for other in alike})
    if numbers < 2:
        return False
    key = _key(row.text).strip(" -–—|.")
    if key in _PAGE_NUMBERS:
        return True
    if any(other.text != row.text for other in alike) and not (_OF_PAGE.search(key) or (row.small and row.far)):
        return False
    if numbers >= 3 and numbers >= _SHARE * _span(alike):
        return True
    return numbers >= _SHARE * pages and (row.far or numbers == pages)


def _resembles(text: str, other: str) -> bool:
    """Whether two texts begin alike, in most of their letters."""
    head = next((i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
    return head >= _PREFIX and head >= 0.6 * max(len(text), len(other))


def _body_size(sheets: Iterable[Sheet]) -> float:
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for segment in sheet.segments:
            sizes[segment.font.size] += len(segment.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 0.0


def _span(rows: Sequence[_Row]) -> int:
    """How many pages there are from the first to the last of some rows."""
    return max(row.page for row in rows) - min(row.page for row in rows) + 1


def _agrees(row: _Row, other: _Row) -> bool:
    """Whether two rows differ at most in numbers that grow with the pages."""
    if row.text == other.text:
        return True
    step = other.page - row.page
    mine, theirs = _numbers(row.text), _numbers(other.text)
    return len(mine) == len(theirs) and all(b - a in (0, step) for a, b in zip(mine, theirs, strict=True))


def _numbers(text: str) -> list[int]:
    text = " ".join(text.lower().split())
    found = [(match.start(), int(match[0][:9])) for match in _NUMBER.finditer(text)]
    found += [(match.start(), _roman(match[0])) for match in _ROMAN.finditer(text)]
    return [value for _, value in sorted(found)]


def _roman(text: str) -> int:
    values = [_VALUES[char] for char in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
