"""Numbers that a document leaves out or prints twice, which a reader who quotes them should be told of.

Only what cannot well be anything else is reported: a number or two missing within a row of siblings that goes on, or
one printed twice in it. Lists start anew, annexes count again from one, and a number with which other text starts is
there and was only not recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from clauseway.model import Piece, Place, Role
from clauseway.problems import Problem, Severity

_COUNTED = frozenset({Role.HEADING, Role.LEAD_IN, Role.CLAUSE})
_NUMBER = re.compile(r"(?P<stem>(?:[A-Z]{0,2}\d{1,3}\.)*|[A-Z]{1,2})(?P<last>\d{1,3})(?P<end>\.?\)?)")
_WIDEST = 3  # a step over more numbers than these starts another row


class _Counted(msgspec.Struct, frozen=True):
    """A piece with its number."""

    value: int
    """The last part."""
    shown: str
    """The number without what follows it: `2.1.4`."""
    place: Place
    """Where it stands."""
    section: tuple[str, ...]
    """The headings it stands under."""


_Row = list[_Counted]


def check_numbering(pieces: Sequence[Piece], file: str) -> Iterator[Problem]:
    """Tell of each number that is missing or printed twice, in the order of the document."""
    for row in _rows(pieces):
        for before, after in pairwise(row):
            if after.value == before.value:
                yield _twice(before, after, file)
            elif after.value > before.value + 1:
                missing = [_named(before, value) for value in range(before.value + 1, after.value)]
                if not any(_stands(number, pieces) for number in missing):
                    yield _missing(missing, before, after, file)


def _rows(pieces: Sequence[Piece]) -> Iterator[_Row]:
    """Runs of siblings that count on; headings and clauses apart where their numbers have one part only."""
    open_rows: dict[tuple[str, ...], _Row] = {}
    for piece in pieces:
        match = _NUMBER.fullmatch(piece.number) if piece.role in _COUNTED else None
        if not match:
            continue
        kind = "" if match["stem"] else "heading" if piece.role is Role.HEADING else "clause"
        key = (*piece.number_path[:-1], match["stem"], match["end"], kind)
        one = _Counted(int(match["last"]), f"{match['stem']}{match['last']}", piece.place, piece.section_path)
        row = open_rows.setdefault(key, [])
        if row and not _goes_on(row[-1], one):
            yield from _certain(row, match["stem"])
            row.clear()
        row.append(one)
    for key, row in open_rows.items():
        yield from _certain(row, key[-3])


def _goes_on(before: _Counted, after: _Counted) -> bool:
    """Whether a number counts on: the next one, one or two left out, or the same again in the same section."""
    if before.value == after.value:
        return before.section == after.section
    return before.value < after.value <= before.value + _WIDEST


def _certain(row: _Row, stem: str) -> Iterator[_Row]:
    """The row, if it is certain that it counts: as many steps are as they should be as are not."""
    steps = [after.value - before.value for before, after in pairwise(row)]
    regular = steps.count(1)
    if (regular and regular >= len(steps) - regular) or (stem and steps == [0]):
        yield list(row)


def _named(sibling: _Counted, value: int) -> str:
    return f"{sibling.shown.removesuffix(str(sibling.value))}{value}"


def _stands(number: str, pieces: Iterable[Piece]) -> bool:
    """Whether a text, a heading's cell or the page's furniture starts with a number, or a sentence within it does."""
    start = re.compile(rf"(?:^|[.:;?!”\"]\s){re.escape(number)}(?![\d.]*\d)")
    return any(start.search(f"{piece.marker}{piece.number} {piece.text}".strip()) for piece in pieces)


def _missing(numbers: Sequence[str], before: _Counted, after: _Counted, file: str) -> Problem:
    which = f"no {' and no '.join(numbers)}"
    message = f"After {before.shown} comes {after.shown}: there is {which}."
    advice = "If a clause was taken out on purpose, nothing need be done: its number is best not used again."
    return _problem("number-missing", message, after.place, file, advice)


def _twice(before: _Counted, after: _Counted, file: str) -> Problem:
    first = f" (first at {before.place})" if str(before.place) else ""
    message = f"The number {after.shown} is printed twice{first}, so a reader who quotes it can mean either."
    advice = "Number one of them anew in the document, unless it is quoted elsewhere already."
    return _problem("number-twice", message, after.place, file, advice)


def _problem(code: str, message: str, place: Place, file: str, advice: str) -> Problem:
    return Problem(code, Severity.INFO, message, file, place.line, place.page, advice, paragraph=place.paragraph)
