"""From running text and furniture to pieces: the walk that gives every word its role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from clauseway.model import Block, BlockKind, Piece, Role
from clauseway.structure.headings import find_headings
from clauseway.structure.lists import Form, Lead, Rank, belongs, is_label, is_lead, mark_bare_items, ranks
from clauseway.structure.numbers import Number, follows
from clauseway.structure.sentences import ends_closed, ends_like_stem, has_finite_verb, split_stem
from clauseway.structure.units import Unit
from clauseway.vocabulary import load

_FIGURE = re.compile(r"\d")
# Opens with its subject and ends as a sentence, whatever its verb: 'The first aider wears gloves.'
_OWN_SENTENCE = re.compile(r"(?:The|A|An|This|These|Those|It|They|We|Our|Their|Each|Every)\s+(?:\S+\s+){2,}\S+\.$")
_OWN_SUBJECT = re.compile(r"(?:We|It|This|That|They|You|There|The|All|Any|No|Parents|Pupils|Staff|Children)\b")


def furniture_piece(block: Block, reason: str) -> Piece:
    """A block that is no running text; metadata is told by the prefix of its reason."""
    is_metadata = reason.startswith("metadata: ")
    return Piece(
        role=Role.METADATA if is_metadata else Role.FURNITURE,
        text=block.text,
        place=block.place,
        marker=block.marker,
        reason=reason.removeprefix("metadata: "),
        cells=block.cells,
    )


def title_piece(unit: Unit) -> Piece:
    """The policy's title."""
    return Piece(role=Role.HEADING, text=unit.block.text, place=unit.block.place, marker=unit.block.marker)


def body_pieces(running: Sequence[Unit]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each unit of a policy's running text, title and furniture left out.

    A unit gives one piece, or two where a paragraph ends in a stem.
    """
    prepared = mark_bare_items(running)
    headings = find_headings(prepared)
    walk = _Walk(prepared, headings, ranks(prepared, headings))
    for index in range(len(prepared)):
        walk.step(index)
    return walk.result()


class _Heading(msgspec.Struct, frozen=True):
    level: int
    text: str
    number: str


class _Label(msgspec.Struct, frozen=True):
    depth: int
    text: str
    nested: bool


@dataclass(slots=True)
class _Walk:
    """What is open at a point of the text: headings, labels, stems and numbers."""

    running: Sequence[Unit]
    levels: dict[int, int]
    places: dict[int, Rank]
    headings: list[_Heading] = field(default_factory=list)
    labels: list[_Label] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)
    numbers: list[tuple[Rank, str]] = field(default_factory=list)
    pieces: list[list[Piece]] = field(default_factory=list)
    listed: list[int] = field(default_factory=list)  # indices of the items of the list now open
    broken: list[Lead] = field(default_factory=list)  # stems whose list a plain paragraph interrupted
    last: Number | None = None  # the last single mark, which an interrupted list goes on from

    def step(self, index: int) -> None:
        unit = self.running[index]
        if index in self.levels:
            self.pieces.append([self._heading(unit, self.levels[index])])
        elif unit.block.kind is BlockKind.ROW:
            self.pieces.append([self._row(index)])
        elif is_label(self.running, self.places, index):
            self.pieces.append([self._label(index)])
        elif self._is_tail(index):
            self.pieces.append([self._tail(unit)])
        else:
            self.pieces.append(self._text(index))

    def result(self) -> tuple[tuple[Piece, ...], ...]:
        return tuple(tuple(group) for group in self.pieces)

    def _path(self) -> tuple[str, ...]:
        return (*(h.text for h in self.headings), *(label.text for label in self.labels))

    def _heading(self, unit: Unit, level: int) -> Piece:
        self._close_lists()
        self.numbers.clear()
        while self.headings and self.headings[-1].level >= level:
            self.headings.pop()
        number = unit.number.printed if unit.number else ""
        # With the number as printed, closing mark included: a heading is quoted whole.
        text = f"{unit.block.marker} {unit.block.text}" if unit.is_marked else unit.block.text
        self.headings.append(_Heading(level, text, number))
        return Piece(
            role=Role.HEADING,
            text=text,
            place=unit.block.place,
            number=number,
            marker="" if unit.is_marked else unit.block.marker,
            level=level,
            section_path=self._path(),
            number_path=tuple(h.number for h in self.headings if h.number),
            links=unit.block.links,
        )

    def _close_lists(self) -> None:
        self.leads.clear()
        self.broken.clear()
        self.labels.clear()
        self.listed.clear()

    def _row(self, index: int) -> Piece:
        unit = self.running[index]
        self.listed.clear()
        if self.leads and self.leads[-1].child is not None:
            self.leads.clear()  # the stem has had its list; a table stands by itself
        return Piece(
            role=Role.LEAD_IN if self._is_header_row(index) else Role.CLAUSE,
            text=unit.block.text,
            place=unit.block.place,
            reason="table header" if self._is_header_row(index) else "",
            section_path=self._path(),
            lead_ins=() if self._is_header_row(index) else tuple(lead.text for lead in self.leads),
            item=True,
            cells=unit.block.cells,
            links=unit.block.links,
        )

    def _is_header_row(self, index: int) -> bool:
        """The first row of a table, where it is short words over longer ones."""
        block = self.running[index].block
        if block.header:
            return True
        after = self.running[index + 1].block if index + 1 < len(self.running) else None
        before = self.running[index - 1].block if index else None
        if after is None or after.table != block.table or (before is not None and before.table == block.table):
            return False
        if (block.bold and not after.bold) or self._is_over_figures(index):
            return True
        short = all(len(cell.split()) <= 5 and cell[-1:] not in ".;" for cell in block.cells)
        named = block.cells[0].lower() in load("structure")["column_heads"]
        return short and (named or len(after.text) > len(block.text))

    def _is_over_figures(self, index: int) -> bool:
        """Whether a row of words stands over at least two with figures in their cells."""
        block = self.running[index].block
        rows = [unit.block for unit in self.running[index + 1 : index + 3]]
        below = [any(_FIGURE.search(cell) for cell in row.cells[1:]) for row in rows if row.table == block.table]
        return len(below) == 2 and all(below) and not _FIGURE.search(block.text) and not ends_closed(block.text)

    def _label(self, index: int) -> Piece:
        unit, rank, after = self.running[index], self.places[index], self.places[index + 1]
        self._open_item(index)
        while self.labels and self.labels[-1].depth >= rank.depth:
            self.labels.pop()
        self.labels.append(_Label(rank.depth, unit.body, after.depth > rank.depth))
        return Piece(
            role=Role.HEADING,
            text=unit.body,
            place=unit.block.place,
            marker=unit.block.marker,
            level=(self.headings[-1].level if self.headings else 0) + len(self.labels),
            depth=rank.depth,
            section_path=self._path(),
            label=True,
            links=unit.block.links,
        )

    def _open_item(self, index: int) -> None:
        """Closes what an item ends: stems it is not governed by, labels it does not stand under."""
        unit, rank = self.running[index], self.places.get(index)
        if index and self.running[index - 1].block.kind is BlockKind.ROW:
            self.leads.clear()  # what governed a table does not govern what follows it
        self._resume(unit, rank)
        while self.leads and not belongs(unit, rank, self.leads[-1]):
            self.leads.pop()
        if self.leads and self.leads[-1].child is None:
            self.leads[-1] = msgspec.structs.replace(self.leads[-1], child=rank)
        if not self.leads:
            self.listed.clear()
        if rank is None and unit.block.depth == 0:
            self.labels.clear()
        elif rank is not None and rank.form is Form.BULLET:
            while self.labels and rank.depth < self.labels[-1].depth + self.labels[-1].nested:
                self.labels.pop()

    def _resume(self, unit: Unit, rank: Rank | None) -> None:
        """Puts stems in force again whose list a plain paragraph interrupted, where its next mark follows."""
        if rank is None and unit.number is None and self.leads and self.last is not None:
            self.broken = list(self.leads)
        elif rank is not None and rank.form is not Form.SINGLE:
            self.broken = []
        elif unit.number is not None and self.broken and not self.leads and follows(self.last, unit.number):
            self.leads, self.broken = self.broken, []
        if rank is not None:
            self.last = unit.number if rank.form is Form.SINGLE else None

    def _is_tail(self, index: int) -> bool:
        """A plain paragraph that goes on in lower case below a governed list."""
        unit = self.running[index]
        after_item = bool(self.listed) and self.listed[-1] == index - 1
        return after_item and bool(self.leads) and index not in self.places and unit.body[:1].islower()

    def _tail(self, unit: Unit) -> Piece:
        for index in self.listed:
            self.pieces[index] = [
                msgspec.structs.replace(p, tail=unit.body) if p.role is Role.CLAUSE else p for p in self.pieces[index]
            ]
        lead_ins = tuple(lead.text for lead in self.leads)
        self._close_lists()
        return Piece(
            role=Role.TAIL,
            text=unit.body,
            place=unit.block.place,
            section_path=self._path(),
            lead_ins=lead_ins,
            links=unit.block.links,
        )

    def _text(self, index: int) -> list[Piece]:
        unit, rank = self.running[index], self.places.get(index)
        self._open_item(index)
        path = self._number_path(unit, rank)
        if not is_lead(self.running, self.places, index):
            self.listed.append(index)
            return [self._clause(unit, rank, unit.body, path)]
        before, stem = split_stem(unit.body)
        made = [self._clause(unit, rank, before, path)] if before else []
        made.append(self._stem(unit, rank, stem, path, numbered=not before))
        self.leads.append(Lead(stem, unit.number, rank, rank is not None and rank == self.places.get(index + 1)))
        if before:
            self.listed.append(index)
        return made

    def _number_path(self, unit: Unit, rank: Rank | None) -> tuple[str, ...]:
        if unit.number is None or rank is None or unit.number.absolute:
            self.numbers.clear()
        while self.numbers and rank is not None and rank.form is Form.SINGLE and self._is_over(rank):
            self.numbers.pop()
        if unit.number is None:
            return ()
        path = (
            *(h.number for h in self.headings if h.number),
            *(printed for _, printed in self.numbers),
            unit.number.printed,
        )
        if rank is not None:
            self.numbers.append((rank, unit.number.printed))
        return path

    def _is_over(self, rank: Rank) -> bool:
        held = self.numbers[-1][0]
        return held.form is Form.SINGLE and held.depth >= rank.depth

    def _clause(self, unit: Unit, rank: Rank | None, text: str, path: tuple[str, ...]) -> Piece:
        # A further paragraph of an item that is a sentence of its own explains the item; the stem is not said of it.
        explains = rank is None and text[:1].isupper() and (has_finite_verb(text) or bool(_OWN_SENTENCE.match(text)))
        lead_ins = () if explains else tuple(lead.text for lead in self.leads)
        return Piece(
            role=Role.CLAUSE,
            text=text,
            place=unit.block.place,
            number=unit.number.printed if unit.number else "",
            marker=self._mark(unit),
            depth=rank.depth if rank is not None and rank.form is not Form.ABSOLUTE else 0,
            section_path=self._path(),
            lead_ins=lead_ins,
            number_path=path,
            item=rank is not None and (rank.form is not Form.ABSOLUTE or bool(lead_ins)),
            reads_on=not lead_ins or _reads_on(lead_ins[-1], text),
            links=tuple(link for link in unit.block.links if link.text in text),
        )

    def _mark(self, unit: Unit) -> str:
        """The list mark where it is no number."""
        return "" if unit.number is not None and unit.is_marked else unit.block.marker

    def _stem(self, unit: Unit, rank: Rank | None, text: str, path: tuple[str, ...], numbered: bool) -> Piece:
        return Piece(
            role=Role.LEAD_IN,
            text=text,
            place=unit.block.place,
            number=unit.number.printed if unit.number and numbered else "",
            marker=self._mark(unit) if numbered else "",
            depth=rank.depth if rank is not None and rank.form is not Form.ABSOLUTE else 0,
            section_path=self._path(),
            lead_ins=tuple(lead.text for lead in self.leads),
            number_path=path if numbered else (),
            item=rank is not None,
            links=tuple(link for link in unit.block.links if link.text in text),
        )


def _reads_on(lead_in: str, text: str) -> bool:
    """Whether an item completes its stem; a sentence of its own after `must` does not."""
    return not (ends_like_stem(lead_in) and _OWN_SUBJECT.match(text) and has_finite_verb(text))
