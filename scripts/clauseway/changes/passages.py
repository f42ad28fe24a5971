"""A policy as what is compared: its clauses and headings, and the words that stand elsewhere."""

from __future__ import annotations

from clauseway.changes.keys import full_number, key, without_number
from clauseway.model import Findings, Passage, Piece, Policy, Role


def passages(policy: Policy) -> tuple[Passage, ...]:
    """The clauses and headings of `policy` in reading order; its title is a fact and no heading."""
    findings = policy.findings or (None,) * len(policy.pieces)
    return tuple(
        _clause(piece, clause, found) if piece.role is Role.CLAUSE else _heading(piece)
        for piece, clause, found in zip(policy.pieces, policy.ids, findings, strict=True)
        if piece.role is Role.CLAUSE or (piece.role is Role.HEADING and piece.level > 0)
    )


def whole(policy: Policy) -> str:
    """The key of all words that are the policy's text, whatever they were taken for."""
    kept = (piece for piece in policy.pieces if piece.role not in (Role.FURNITURE, Role.METADATA))
    return "".join(key(f"{piece.number if piece.role is not Role.HEADING else ''} {piece.text}") for piece in kept)


def elsewhere(policy: Policy) -> frozenset[str]:
    """Keys of what stands in the document and is neither clause nor heading: stems, tails, furniture, metadata."""
    return frozenset(key(piece.text) for piece in policy.pieces if piece.role not in (Role.CLAUSE, Role.HEADING))


def _clause(piece: Piece, clause: str, found: Findings | None) -> Passage:
    return Passage(
        id=clause,
        number=full_number(piece.number, piece.number_path),
        section_path=piece.section_path,
        lead_in=" ".join(piece.lead_ins),
        text=piece.text,
        tail=piece.tail,
        audiences=found.audiences if found else (),
        duty=found.duty if found else Findings().duty,
        stated=bool(found and "duty" in found.stated),
    )


def _heading(piece: Piece) -> Passage:
    path = piece.section_path
    above = path[:-1] if path[-1:] == (piece.text,) else path
    return Passage("", piece.number, above, "", without_number(piece.text, piece.number), heading=True)
