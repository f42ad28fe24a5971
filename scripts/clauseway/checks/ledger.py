"""The ledger: every word of a source stands in exactly one heading, lead-in, clause, tail, metadata or furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from clauseway.model import Draft, Ledger, Piece, Place, Role, Source
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
    held = Counter(word for draft in drafts for piece in draft.pieces for word in _words_of(piece))
    wanted = Counter(map(itemgetter(0), source.words))
    if held == wanted:
        return ()
    if lost := wanted - held:
        return (_lost(source, lost),)
    message = f"Words appeared that the document does not hold, first “{min(held - wanted)}”."
    return (Problem("ledger", Severity.ERROR, message, file=source.file, advice=_CLEAN_UP),)


def _words_of(piece: Piece) -> list[str]:
    number = piece.number if piece.role is not Role.HEADING else ""
    return words(f"{piece.marker} {number} {piece.text}") if piece.marker or number else words(piece.text)


def _lost(source: Source, lost: Counter[str]) -> Problem:
    word, number = next((word, number) for word, number in source.words if word in lost)
    place = _place(source, number)
    message = f"{lost.total()} word(s) would be lost, first “{word}” at {place}; the document is not published."
    return Problem(
        "ledger", Severity.ERROR, message, source.file, place.line, place.page, _CLEAN_UP, paragraph=place.paragraph
    )


def _place(source: Source, number: int) -> Place:
    """What the numbers of a source's words count: what its blocks' places do."""
    first = source.blocks[0].place if source.blocks else Place()
    if first.line is not None:
        return Place(line=number)
    return Place(page=number) if first.page is not None else Place(paragraph=number)
