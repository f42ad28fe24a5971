"""Rows of tables, cell by cell: what stands side by side is no sentence, and the head of a column tells what is in it.

"Chair of governors" beside "The executive headteacher" is no verb; "Run on the stairs" under "Don't" is forbidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import structs

from clauseway.describe.duty.acts import does
from clauseway.describe.duty.denials import forbids_below
from clauseway.describe.duty.force import force_of_heading
from clauseway.describe.duty.openings import Opens, opening
from clauseway.describe.findings import ClauseContext, Evidence, Within
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading import read
from clauseway.model import Duty
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("duties")
_TELLING_OF, _GRANTED, _DONE = (frozenset(_DATA[f"columns_{name}"]) for name in ("telling_of", "granted", "done"))
_HOW_KEPT, _BORNE = frozenset({"how", "kept"}), frozenset({"responsible", "for"})
_ANSWERS = {"yes": Duty.MAY, "no": Duty.MUST_NOT}
_OWN_WORDS, _ROW = "own-", 2
_BARE, _SHORT = frozenset({"opening-no", "opening-negation"}), 2
_SPEAKERS, _ACTS = frozenset({"we", "you"}), g.IMPERATIVES - g.STATES
_BEHIND_A_VERB = g.DETERMINERS | g.PARTICLES | {"at", "for", "home", "to", "what", "with"}


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A cell of a row."""

    text: str
    start: int
    """Offset in the text of the row."""
    head: str
    """The head of its column, empty where there is none."""
    label: bool
    """Whether it only names what the others tell of."""

    def evidence(self, rule: str) -> tuple[Evidence, ...]:
        """Give the whole cell as what decided."""
        return (Evidence(rule, self.text, self.start, self.start + len(self.text), note=self.head),)

    def moved(self, found: tuple[Evidence, ...], path: tuple[str, ...]) -> tuple[Evidence, ...]:
        """Give evidence found in the cell as it stands in the row, and that of its head as the cell's own."""
        return tuple(self._moved(e, path) for e in found)

    def lifted(self, found: Evidence) -> Evidence:
        """Give evidence of the row as it stands in the cell alone."""
        return structs.replace(found, start=found.start - self.start, end=found.end - self.start)

    def _moved(self, found: Evidence, path: tuple[str, ...]) -> Evidence:
        if found.within is Within.HEADING and found.level >= len(path):
            return self.evidence("column-head")[0]
        if found.within is not Within.TEXT or not found.words:
            return found
        return structs.replace(found, start=found.start + self.start, end=found.end + self.start)


def cells(clause: ClauseContext) -> Iterator[Cell]:
    """Give the cells of a row that hold anything; the first is a label, save under "Don't"."""
    heads = clause.heads if len(clause.heads) == len(clause.cells) else ("",) * len(clause.cells)
    place = 0
    for number, (text, head) in enumerate(zip(clause.cells, heads, strict=True)):
        start = clause.text.find(text, place) if text else -1
        if start >= 0:
            yield Cell(text, start, head, number == 0 and not forbids_below(head))
            place = start + len(text)


def ruling_cell(clause: ClauseContext, decided: Evidence) -> Cell | None:
    """Give the cell of a row in which the words stand that decided, None where they stand elsewhere."""
    if len(clause.cells) < _ROW or clause.lead_ins or decided.within is not Within.TEXT or not decided.words:
        return None
    return next((one for one in cells(clause) if one.start <= decided.start < one.start + len(one.text)), None)


def context_of(cell: Cell, clause: ClauseContext) -> ClauseContext:
    """Give a cell as a clause of its own, with the head of its column as a heading where that says anything of duty."""
    path = (*clause.section_path, cell.head) if _says(cell.head) else clause.section_path
    return ClauseContext(cell.text, (), path, item=True, title=clause.title)


def settled(cell: Cell) -> tuple[Duty, tuple[Evidence, ...]] | None:
    """Judge a cell by the head of its column alone, None where that does not settle it."""
    words = _words(cell.head)
    if not words:
        return None
    if not words.isdisjoint(_GRANTED):
        answered = next((_ANSWERS[t] for t in read(cell.text).tokens[:1] if t in _ANSWERS), None)
        if answered is not None:
            return answered, cell.evidence("column-answer")
    if words <= _GRANTED:
        return Duty.MAY, cell.evidence("column-head")
    if words <= _DONE or (not cell.label and words >= _BORNE):
        return Duty.MUST, cell.evidence("column-head")
    if not cell.label and words >= _HOW_KEPT:
        return Duty.MUST, cell.evidence("column-kept")
    return None if cell.label else _finished(cell)


def _finished(cell: Cell) -> tuple[Duty, tuple[Evidence, ...]] | None:
    """Judge a cell that reads on from its head: "to use technology safely" under "Pupils will be taught"."""
    ruled = force_of_heading(cell.head, 0)
    if ruled is None or ruled.evidence.rule != "heading-modality" or opening(cell.text).form is not Opens.INFINITIVE:
        return None
    return ruled.duty, cell.evidence("column-head")


def tells(cell: Cell) -> tuple[Duty, tuple[Evidence, ...]] | None:
    """Judge a cell whose verb has its subject beside it, or opens: "Speaks to the parent", "You collect it"."""
    tokens = read(cell.text).tokens
    if cell.label or not tokens or not _words(cell.head).isdisjoint(_TELLING_OF):
        return None
    spoken = tokens[0] in _SPEAKERS and tokens[1:2] != [] and tokens[1] in _ACTS
    third = tokens[0].endswith("s") and tokens[1:2] != [] and tokens[1] in _BEHIND_A_VERB
    if spoken or (third and does(tokens, 0, len(tokens))):
        return Duty.MUST, (Evidence("cell-practice", *_placed(cell, read(cell.text).words(0, 1 + spoken))),)
    return None


def counts(cell: Cell, duty: Duty, found: Evidence) -> bool:
    """Tell whether what was found in a cell rules: a label, time, price or name only by words of duty of its own."""
    tokens = read(cell.text).tokens
    if found.rule.startswith(_OWN_WORDS):
        return len(tokens) > _SHORT or duty is not Duty.MAY  # "Permitted" alone tells of a case
    if cell.label or not _words(cell.head).isdisjoint(_TELLING_OF):
        return False
    if found.rule == "opening-verb" and tokens[0] in g.NOUN_LIKE:
        return tokens[1:2] != [] and tokens[1] in _BEHIND_A_VERB  # "Line manager", "Praise in assembly"
    return found.rule not in _BARE or len(tokens) > _SHORT  # "No", "not sold"


def _placed(cell: Cell, words: tuple[str, int, int]) -> tuple[str, int, int]:
    return words[0], words[1] + cell.start, words[2] + cell.start


@lru_cache(maxsize=256)
def _says(head: str) -> bool:
    return bool(head) and (forbids_below(head) or force_of_heading(head, 0) is not None)


@lru_cache(maxsize=256)
def _words(head: str) -> frozenset[str]:
    return frozenset(t for t in read(head).tokens if t[0].isalpha())
