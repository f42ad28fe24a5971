"""The ledger: every word of a source stands in exactly one heading, lead-in, clause, tail, metadata or furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from clauseway.model import Draft, Ledger, Piece, Role, Source
from clauseway.problems import Problem, Severity
from clauseway.words import words

_CLEAN_UP = "This is a fault of Clauseway, not of the document: please report it with the file."


def count(pieces: Sequence[Piece]) -> Ledger:
    """The words of some pieces by role. List marks that are words (`o`) count as furniture."""
    found: Counter[Role] = Counter()
    for piece in pieces:
        found[piece.role] += len(words(piece.text)) + (
            len(words(piece.number)) if piece.role is not Role.HEADING else 0
        )
        found[Role.FURNITURE] += len(words(piece.marker)) if piece.marker else 0
    return Ledger(
        words=found.total(),
        headings=found[Role.HEADING],
        lead_ins=found[Role.LEAD_IN],
        clauses=found[Role.CLAUSE],
        tails=found[Role.TAIL],
        metadata=found[Role.METADATA],
        furniture=found[Role.FURNITURE],
    )


def check_ledger(source: Source, drafts: Sequence[Draft]) -> tuple[Problem, ...]:
    """An error with the first place where source and pieces part, or nothing."""
    held: Counter[str] = Counter()
    for draft in drafts:
        for piece in draft.pieces:
            held.update(_words_of(piece))
    held.subtract(word for word, _ in source.words)
    lost = {word for word, left in held.items() if left < 0}
    extra = sorted(word for word, left in held.items() if left > 0)
    if lost:
        return (_lost(source, lost, held),)
    if extra:
        message = f"Words appeared that the document does not hold, first “{extra[0]}”."
        return (Problem("ledger", Severity.ERROR, message, file=source.file, advice=_CLEAN_UP),)
    return ()


def _words_of(piece: Piece) -> list[str]:
    number = words(piece.number) if piece.number and piece.role is not Role.HEADING else []
    mark = words(piece.marker) if piece.marker else []
    return [*mark, *number, *words(piece.text)]


def _lost(source: Source, lost: set[str], held: Counter[str]) -> Problem:
    word, line = next((word, line) for word, line in source.words if word in lost)
    total = -sum(left for left in held.values() if left < 0)
    message = f"{total} word(s) of the document would be lost, first “{word}” at line {line}; it is not published."
    return Problem("ledger", Severity.ERROR, message, file=source.file, line=line, advice=_CLEAN_UP)
