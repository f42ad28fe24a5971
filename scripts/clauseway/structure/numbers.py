"""Printed numbers: what stands at the head of a paragraph, and how numbers nest.

What is impossible (a year, a measure, `A4 paper`) is ruled out when a number is read; what is merely
unlikely (a gap, a restart) costs something when the numbers of a run are set against one another.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter

import msgspec

from clauseway.vocabulary import load


class Shape(StrEnum):
    """How a number is built."""

    WORDED = "worded"  # Section 2, Appendix A
    DECIMAL = "decimal"  # 2.1.4, 1.0
    LETTERED = "lettered"  # A1, B1.2
    BARE = "bare"  # 1 Introduction, 101 Staff must
    SINGLE = "single"  # 1. a) (iv)


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number as printed at the head of a text."""

    printed: str
    """Exactly as printed, without a closing full stop or colon that only sets it off."""
    shape: Shape
    """How it is built."""
    parts: tuple[str, ...]
    """Its components, lower case: `2.1.4` is `2`, `1`, `4`; `Section 2` is `section`, `2`."""
    frame: str
    """Punctuation around a single mark, with x for the mark: `x.`, `x)`, `(x)`; empty for other shapes."""
    rest: str
    """The text after the number."""
    stated: bool = False
    """Whether the format itself says that it is one."""

    @property
    def absolute(self) -> bool:
        """Whether it says by itself where it stands: `2.1.4`, `B2`, `101`, but not `a)` or `3.`."""
        return self.shape in (Shape.DECIMAL, Shape.LETTERED) or (self.shape is Shape.BARE and len(self.parts[0]) >= 3)


_STEPS = frozenset({"step", "stage"})
_MAX_STEP_WORDS = 12
_SPELLED = "(?i:one|two|three|four|five|six|seven|eight|nine|ten)"
_WORDED = re.compile(
    r"(?P<word>[A-Za-z]+)\s+(?P<value>\d{1,3}|[A-Z]|[IVXivx]{1,5}|" + _SPELLED + r")(?P<mark>\s*[:.)–—-])?(?=\s|$)"
)
_DECIMAL = re.compile(r"(?P<value>\d{1,3}(?:\.\d{1,3})+)(?:[.):](?=\s|$)|(?=\s|$|[A-Z][a-z]))")
_LETTERED = re.compile(r"(?P<value>[A-OQRT-X]\d{1,2}(?:\.\d{1,2})*|[A-Z](?:\.\d{1,2})+)[.):]?(?=\s)")
_PAREN = re.compile(r"\((?P<value>\d{1,2}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})\)(?=\s|$)")
_SINGLE = re.compile(r"(?P<value>\d{1,3}|[A-Za-z]|[Cc]h|[Dd]d|[Ff]f|[ivx]{2,5}|[IVX]{2,5})(?P<mark>[.)])(?=\s|$)")
_BARE = re.compile(r"(?P<value>\d{1,3})[ \t]+(?=[A-Za-z\"“‘'])")
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
# Letters of their own in Welsh, which stand after the letter they begin with.
_WELSH_LETTERS = {"ch": 4, "dd": 5, "ff": 7}
_ROMAN = {"i": 1, "v": 5, "x": 10}


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    data = load("structure")
    return frozenset(data["number_words"]), frozenset(data["units"])


def read_number(text: str) -> Number | None:
    """The number at the head of `text`, or None.

    Bare and lettered numbers are only possible ones: `confirm` says which stand in a sequence.
    """
    first = text[:1]
    if not (first.isdigit() or first == "(" or first.isalpha()):
        return None
    for read in (_read_decimal, _read_single, _read_worded, _read_lettered, _read_bare):
        if number := read(text):
            return number
    return None


def stated_number(marker: str, text: str) -> Number:
    """The number that a format counts itself, of whatever form, before `text`."""
    read = read_number(f"{marker} {text}")
    if read is not None and read.rest == text.strip():
        return msgspec.structs.replace(read, stated=True)
    parts = tuple(part.lower() for part in _PARTS.findall(_ORDINAL.sub("", marker)))
    shape = _stated_shape(marker, parts)
    value = _PARTS.search(marker)
    frame = _frame(marker.replace(value[0], "x"), value[0]) if shape is Shape.SINGLE and value else ""
    return Number(marker.rstrip(".:"), shape, parts, frame, text, stated=True)


def _stated_shape(marker: str, parts: tuple[str, ...]) -> Shape:
    if len(parts) == 1:
        return Shape.BARE if marker.isdigit() else Shape.SINGLE
    return Shape.WORDED if len(parts[0]) > 1 and parts[0].isalpha() else Shape.DECIMAL


def _read_worded(text: str) -> Number | None:
    match = _WORDED.match(text) if text[:1].isupper() else None
    if not match or match["word"].lower() not in _words()[0]:
        return None
    rest = text[match.end() :].strip()
    if not match["mark"] and rest and not (rest[0].isupper() and len(rest.split()) <= 12 and rest[-1] not in ".;"):
        return None  # 'Section 2 of the Act …'
    if match["word"].lower() in _STEPS and (rest.endswith(".") or len(rest.split()) > _MAX_STEP_WORDS):
        return None  # 'Step 1. Tell us about it.' is a sentence with a label
    return Number(
        f"{match['word']} {match['value']}", Shape.WORDED, (match["word"].lower(), match["value"].lower()), "", rest
    )


def _read_decimal(text: str) -> Number | None:
    match = _DECIMAL.match(text)
    if not match:
        return None
    rest = text[match.end() :].strip()
    if rest and rest.split(" ", 1)[0].lower().strip(",.") in _words()[1]:
        return None
    return Number(match["value"], Shape.DECIMAL, tuple(match["value"].split(".")), "", rest)


def _read_lettered(text: str) -> Number | None:
    match = _LETTERED.match(text)
    if not match:
        return None
    value = match["value"]
    parts = (value[0].lower(), *value[1:].lstrip(".").split("."))
    return Number(value, Shape.LETTERED, parts, "", text[match.end() :].strip())


def _read_single(text: str) -> Number | None:
    if match := _PAREN.match(text):
        return Number(
            match[0],
            Shape.SINGLE,
            (match["value"].lower(),),
            _frame("(x)", match["value"]),
            text[match.end() :].strip(),
        )
    if match := _SINGLE.match(text):
        printed = match["value"] if match["mark"] == "." else match[0]
        frame = _frame(f"x{match['mark']}", match["value"])
        return Number(printed, Shape.SINGLE, (match["value"].lower(),), frame, text[match.end() :].strip())
    return None


def _frame(frame: str, value: str) -> str:
    return frame.upper() if value.isupper() else frame


def _read_bare(text: str) -> Number | None:
    match = _BARE.match(text)
    if not match:
        return None
    rest = text[match.end() :].strip()
    if rest.split(" ", 1)[0].lower().strip(",.") in _words()[1]:
        return None
    return Number(match["value"], Shape.BARE, (match["value"],), "", rest)


def confirm(numbers: Sequence[Number | None]) -> list[Number | None]:
    """Drops bare and lettered numbers that stand in no sequence and over no decimal (`A4 paper`, `30 Hours`)."""
    parents = {int(n.parts[0]) for n in numbers if n and n.shape is Shape.DECIMAL and n.parts[0].isdigit()}
    plain = [n for n in numbers if n and n.shape is Shape.BARE]
    bare = _in_sequence([int(n.parts[0]) for n in plain if not n.rest[:1].islower()]) | parents
    counted = _counted([int(n.parts[0]) for n in plain])
    lettered = _lettered_in_sequence({n.printed: n for n in numbers if n and n.shape is Shape.LETTERED})

    def stands(number: Number) -> bool:
        if number.stated:
            return True
        if number.shape is Shape.BARE:
            return int(number.parts[0]) in (counted if number.rest[:1].islower() else bare | counted)
        return number.shape is not Shape.LETTERED or number.printed in lettered

    return [number if number is not None and stands(number) else None for number in numbers]


def _in_sequence(values: Iterable[int]) -> set[int]:
    """Values with a neighbour one less or one more; beside such, the first of other hundreds (`201`)."""
    seen = set(values)
    near = {v for v in seen if v - 1 in seen or v + 1 in seen}
    hundreds = {v for v in seen if v % 100 in (0, 1)} if any(v >= 100 for v in near) else set()
    return near | hundreds


def _counted(values: Sequence[int]) -> set[int]:
    """Values of runs 1, 2, 3 … of at least three: enough to count even before lower case."""
    found: set[int] = set()
    run: list[int] = []
    for value in values:
        run = [*run, value] if run and value == run[-1] + 1 else [value] if value == 1 else []
        found.update(run if len(run) >= 3 else ())
    return found


def _lettered_in_sequence(numbers: dict[str, Number]) -> set[str]:
    """Lettered numbers with a neighbour (`A1`, `A2`); beside such, the first of other letters (`D1`)."""
    near = {printed for printed, number in numbers.items() if _has_neighbour(number, numbers)}
    return near | {printed for printed, number in numbers.items() if near and number.parts[-1] == "1"}


def _has_neighbour(number: Number, printed: Container[str]) -> bool:
    head, last = number.printed[: -len(number.parts[-1])], int(number.parts[-1])
    return f"{head}{last - 1}" in printed or f"{head}{last + 1}" in printed


class Reading(msgspec.Struct, frozen=True, gc=False):
    """One way to read a single mark."""

    style: str
    """Frame and alphabet: `x) alpha`, `(x) roman`, `x. digit`."""
    value: int
    """Its place in the alphabet, from 1."""


def readings(number: Number) -> tuple[Reading, ...]:
    """All ways to read a single mark: `i)` is the ninth letter or roman one."""
    mark = number.parts[-1]
    if mark.isdigit():
        return (Reading(f"{number.frame} digit", int(mark)),)
    found = []
    if set(mark) <= set(_ROMAN):
        found.append(Reading(f"{number.frame} roman", _roman(mark)))
    if mark in _WELSH_LETTERS or len(mark) == 1:
        found.append(Reading(f"{number.frame} alpha", _WELSH_LETTERS.get(mark) or ord(mark) - 96))
    elif len(set(mark)) == 1:  # office programs go on from z with aa, bb
        found.append(Reading(f"{number.frame} alpha", 26 * (len(mark) - 1) + ord(mark[0]) - 96))
    return tuple(found) or (Reading(f"{number.frame} word", 1),)


def _roman(mark: str) -> int:
    values = [_ROMAN[c] for c in mark]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


# What a step from one mark to the next costs. Only the order matters: going on is free, a deeper list
# must start at one (and is hardly marked like the one around it), and gaps and restarts are accepted only
# where nothing else fits.
_GO_ON, _GO_BACK, _OPEN, _RESTART, _GAP, _REOPEN, _MISFIT = 0, 1, 2, 5, 6, 10, 12
_BEAM = 12

_Trail = tuple["_Trail | None", int]
_State = tuple[int, tuple[Reading, ...], _Trail | None]


def nest(numbers: Sequence[Number]) -> tuple[int, ...]:
    """Depth of each single mark of one run of list items, outermost 0.

    Each mark's possible readings are weighed against the lists then open; the cheapest whole wins, so
    that `i)` between `h)` and `j)` is a letter and between `b)` and `ii)` a roman one.
    """
    states: list[_State] = [(0, (), None)]
    for number in numbers:
        followers = [step for state in states for reading in readings(number) for step in _steps(state, reading)]
        states = sorted(followers, key=itemgetter(0))[:_BEAM]
    return _depths(states[0][2])


def _depths(trail: _Trail | None) -> tuple[int, ...]:
    depths = []
    while trail is not None:
        trail, depth = trail
        depths.append(depth)
    return tuple(reversed(depths))


def _steps(state: _State, reading: Reading) -> list[_State]:
    cost, open_lists, trail = state
    steps: list[_State] = []
    for depth, held in enumerate(open_lists):
        if held.style == reading.style:
            back = _GO_BACK if depth < len(open_lists) - 1 else 0
            price = back + _move(held.value, reading.value)
            steps.append((cost + price, (*open_lists[:depth], reading), (trail, depth)))
    if not steps or reading.value == 1:
        known = any(held.style == reading.style for held in open_lists)
        price = _MISFIT if reading.value != 1 else _REOPEN if known else _OPEN
        steps.append((cost + price, (*open_lists, reading), (trail, len(open_lists))))
    return steps


def follows(before: Number | None, after: Number) -> bool:
    """Whether one single mark is the next after another in some reading of both: `c)` after `b)`."""
    if before is None or Shape.SINGLE not in (before.shape, after.shape) or before.shape is not after.shape:
        return False
    return any(a.style == b.style and b.value == a.value + 1 for a in readings(before) for b in readings(after))


def _move(before: int, now: int) -> int:
    if now == before + 1:
        return _GO_ON
    if now == 1:
        return _RESTART
    return _GAP if now > before else _MISFIT
