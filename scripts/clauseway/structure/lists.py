"""Lists: what is an item, what governs it, what closes it.

`ranks` tells how deep each item stands; `is_lead` whether a text governs the list below it; `belongs`
whether an item is still governed. Nothing here builds anything: `body` walks and builds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

import msgspec

from clauseway.model import BlockKind
from clauseway.structure.numbers import Number, Shape, nest
from clauseway.structure.sentences import (
    announces,
    ends_closed,
    ends_like_stem,
    has_finite_verb,
    is_stem,
    names_people,
    starts_with_verb,
)
from clauseway.structure.units import Unit

_STEM_MARK = re.compile(r"(?::\s*[-–—]?|[-–—…])$")
_DEFINITION = re.compile(
    r"[\"“‘']?\w[\w /'’()-]{1,40}[\"”’']?\s[–—-]\s|[\"“‘][^\"”’]{1,40}[\"”’] (?:means|has|is|includes|refers)\b"
)
_ORDINAL = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Finally|Next|Then|Last)(?:ly)?,")
_MAX_LABEL_WORDS = 5
_MAX_BARE_WORDS = 25


class Form(IntEnum):
    """Kinds of list item; a later one may stand inside an earlier one without opening a list of its own."""

    ABSOLUTE = 0  # 2.4.1
    SINGLE = 1  # a), or a bare 1
    BULLET = 2


class Rank(msgspec.Struct, frozen=True, gc=False):
    """Where an item stands among lists."""

    form: Form
    """Kind of mark."""
    depth: int
    """Nesting among items of the same form, outermost 0; components of an absolute number."""
    parent: tuple[str, ...] = ()
    """An absolute number without its last component."""
    indent: int = -1
    """Nesting as the reader saw it; -1 where it saw none."""


class Lead(msgspec.Struct, frozen=True):
    """A stem in force."""

    text: str
    """Its words."""
    number: Number | None
    """Its own number."""
    own: Rank | None
    """Where it stands itself, if it is an item."""
    flat: bool
    """Whether its items stand at its own depth, as when conversion lost the nesting."""
    child: Rank | None = None
    """Rank of its first item; None before that is met."""


def ranks(running: Sequence[Unit], headings: dict[int, int]) -> dict[int, Rank]:
    """Rank of each unit that can be an item, by index."""
    found: dict[int, Rank] = {}
    run: list[int] = []

    def close_run() -> None:
        if not run:
            return
        singles = [number for i in run if (number := running[i].number) is not None]
        for i, depth in zip(run, nest(singles), strict=True):
            found[i] = Rank(Form.SINGLE, depth, indent=_indent(running[i]))
        run.clear()

    for index, unit in enumerate(running):
        number = unit.number
        if index in headings or (number is not None and number.absolute):
            close_run()
        if index in headings or unit.block.kind is BlockKind.ROW:
            continue
        if number is None or number.shape is Shape.WORDED:
            if unit.block.kind is BlockKind.ITEM:
                found[index] = Rank(Form.BULLET, unit.block.depth, indent=unit.block.depth)
        elif not number.absolute:
            run.append(index)
        else:
            found[index] = Rank(Form.ABSOLUTE, len(number.parts), number.parts[:-1])
    close_run()
    return found


def _indent(unit: Unit) -> int:
    return unit.block.depth if unit.block.kind is BlockKind.ITEM or unit.block.depth else -1


def mark_bare_items(running: Sequence[Unit]) -> tuple[Unit, ...]:
    """Units with those made items that follow a stem in a row without any mark, as conversion leaves lists."""
    marked = list(running)
    for index, unit in enumerate(running):
        if unit.body.endswith(":") and is_stem(unit.body):
            # Items of a stem that is itself such an item stand one deeper.
            depth = marked[index].block.depth + 1 if marked[index] is not unit else 0
            for item in _bare_run(running, index + 1):
                block = msgspec.structs.replace(marked[item].block, kind=BlockKind.ITEM, depth=depth)
                marked[item] = msgspec.structs.replace(marked[item], block=block)
    return tuple(marked)


def _bare_run(running: Sequence[Unit], start: int) -> range:
    end = start
    while end < len(running) and _is_bare_item(running, start, end):
        end += 1
        if running[end - 1].body.endswith(":"):
            break
    enough = end - start >= 2 or (end > start and _starts_low(running, start))
    return range(start, end) if enough else range(0)


def _starts_low(running: Sequence[Unit], index: int) -> bool:
    return running[index].body[:1].islower()


def _is_bare_item(running: Sequence[Unit], first: int, index: int) -> bool:
    unit = running[index]
    if unit.block.kind is not BlockKind.PARAGRAPH or unit.number is not None or unit.block.bold:
        return False
    for form in (_DEFINITION, _ORDINAL):
        if form.match(running[first].body):
            return bool(form.match(unit.body))
    words = len(unit.body.split())
    if words > _MAX_BARE_WORDS or (unit.body.endswith(":") and not _is_inner_stem(running, first, index)):
        return False
    if first < len(running) and _starts_low(running, first):
        return _starts_low(running, index)
    if unit.body[-1] in ";,":
        return True
    if index > first and running[index - 1].body[-1] in ";,":
        return unit.body.endswith(".")
    if _is_finished(unit.body):  # a sentence of its own is none, but `Talk to strangers.` under `must not:` is
        return ends_like_stem(running[first - 1].body) and not has_finite_verb(unit.body)
    return not _heads(running, first, index) and not unit.body.isupper()


def _is_inner_stem(running: Sequence[Unit], first: int, index: int) -> bool:
    """Whether an item introduces a list of its own; with a verb of its own it rather starts a new list."""
    body = running[index].body
    return index > first and is_stem(body) and not has_finite_verb(body)


def _is_finished(text: str) -> bool:
    return ends_closed(text) and not text.endswith("etc.")


def _heads(running: Sequence[Unit], first: int, index: int) -> bool:
    """Whether a line is rather a heading: over a finished sentence, or far shorter than all items before it."""
    after = running[index + 1] if index + 1 < len(running) else None
    if after is not None and _is_finished(after.body):
        return running[index].block.gap_before or not after.block.gap_before
    shortest = min((len(unit.body.split()) for unit in running[max(first, index - 20) : index]), default=0)
    return len(running[index].body.split()) <= 3 and shortest >= 5


def is_label(running: Sequence[Unit], places: dict[int, Rank], index: int) -> bool:
    """Whether an item is only a label for those below it (`Staff`, `Parents/Carers`)."""
    unit = running[index]
    if index + 1 >= len(running) or index not in places or index + 1 not in places:
        return False
    text = unit.body.rstrip(":")
    if (
        not text[:1].isupper()
        or len(text.split()) > _MAX_LABEL_WORDS
        or ends_closed(text)
        or has_finite_verb(text)
        or is_stem(text)
    ):
        return False
    own, after = places[index], places[index + 1]
    if own.form is not Form.BULLET:
        return False
    deeper = after.form is Form.BULLET and after.depth > own.depth
    flat = unit.block.bold and not running[index + 1].block.bold and after == own
    return deeper or flat


def is_lead(running: Sequence[Unit], places: dict[int, Rank], index: int) -> bool:
    """Whether a text governs the items directly below it."""
    if index + 1 < len(running) and running[index + 1].block.kind is BlockKind.ROW:
        text = running[index].body
        return bool(_STEM_MARK.search(text)) or (ends_like_stem(text) and not ends_closed(text))
    if index + 1 not in places or _are_siblings(running[index].number, running[index + 1].number):
        return False
    unit, own, after = running[index], places.get(index), places[index + 1]
    deeper = own is None or _is_deeper(after, own)
    if after.form is Form.ABSOLUTE and not _may_hold(unit.number, running[index + 1].number):
        return False
    if _STEM_MARK.search(unit.body):
        return deeper or (own is not None and _is_same(own, after))
    if deeper and own is None and announces(unit.body) and not has_finite_verb(running[index + 1].body):
        return True
    if not deeper or (ends_closed(unit.body) and not ends_like_stem(unit.body)):
        return False
    below = running[index + 1].body
    says = has_finite_verb(unit.body) or names_people(unit.body) or starts_with_verb(below)
    reads_on = below[:1].islower() and says
    return ends_like_stem(unit.body) or own is not None or reads_on


def _may_hold(number: Number | None, below: Number | None) -> bool:
    """Whether a text with one number can govern an item with an absolute one: `2.4` governs `2.4.1`."""
    if number is None or below is None or number.shape is Shape.SINGLE:
        return True
    return below.parts[: len(number.parts)] == number.parts


def _are_siblings(a: Number | None, b: Number | None) -> bool:
    return (
        a is not None
        and b is not None
        and a.absolute
        and b.absolute
        and a.parts[:-1] == b.parts[:-1]
        and len(a.parts) == len(b.parts)
    )


def _is_deeper(rank: Rank, than: Rank) -> bool:
    if rank.form is than.form:
        return rank.depth > than.depth
    if (
        Form.ABSOLUTE not in (rank.form, than.form)
        and min(rank.indent, than.indent) >= 0
        and rank.indent != than.indent
    ):
        return rank.indent > than.indent
    return rank.form > than.form


def belongs(unit: Unit, rank: Rank | None, lead: Lead) -> bool:
    """Whether a unit is an item governed by `lead`."""
    if rank is None:
        # A further paragraph of an item stands at the item's depth.
        return unit.block.kind is BlockKind.PARAGRAPH and unit.block.depth > 0 and lead.child is not None
    if _are_siblings(lead.number, unit.number):
        return False
    if lead.own is not None and not lead.flat and not _is_deeper(rank, lead.own):
        return False
    if lead.child is None:
        return True
    if rank.form is Form.ABSOLUTE and lead.child.form is Form.ABSOLUTE:
        known = lead.child.parent
        return rank.parent[: len(known)] == known and rank.depth >= lead.child.depth
    if (lead.own is None or lead.own.form is not Form.BULLET) and rank.form is lead.child.form is Form.BULLET:
        return True  # what is no bullet governs its list however the bullets are indented
    return _is_same(rank, lead.child) or _is_deeper(rank, lead.child)


def _is_same(rank: Rank, other: Rank) -> bool:
    return (rank.form, rank.depth, rank.parent) == (other.form, other.depth, other.parent)
