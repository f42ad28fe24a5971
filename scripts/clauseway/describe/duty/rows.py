"""Rows of tables that are read as one line: a cell that opens with an instruction starts with a capital amid the line.

"Lateness Ring the parents Office" tells the office to ring. A capital behind a stop opens a sentence and tells nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from clauseway.describe.findings import Evidence
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import PREPOSITIONS, ROLES
from clauseway.describe.reading.tokens import fold
from clauseway.model import Duty

_ENDS = (".", "!", "?", ";", ":")
# A capital amid the line, with no mark of a sentence in front, and the word behind it.
_CELL = re.compile(r"(?<=[\w)%] )(?P<first>[A-Z][a-z]+)(?: (?P<second>[a-z]+))?")
_SPEAKERS = frozenset({"we", "you"})
_NOT_BEHIND_NO = PREPOSITIONS | g.NO_TURN_AFTER_NO | {"", "one"}
_BEHIND_A_VERB = g.DETERMINERS | g.PARTICLES | {"for", "to", "with", "at"}


@lru_cache(maxsize=256)  # the audience of a clause asks again
def row(text: str) -> tuple[Duty, tuple[Evidence, ...]] | None:
    """Give what a cell of a row asks for, None where none opens with an instruction or the text is no row."""
    if text.endswith(_ENDS):
        return None
    for cell in _CELL.finditer(text):
        first, second = fold(cell["first"]), cell["second"] or ""
        if first in _SPEAKERS and second in g.IMPERATIVES and second not in g.STATES:
            return Duty.MUST, (Evidence("row-practice", cell[0], *cell.span()),)
        if first in g.IMPERATIVES and first not in ROLES and second in _BEHIND_A_VERB:
            return Duty.MUST, (Evidence("row-instruction", cell["first"], *cell.span("first")),)
        if first == "no" and second not in _NOT_BEHIND_NO:
            return Duty.MUST_NOT, (Evidence("row-no", cell[0], *cell.span()),)
    return None
