"""Small texts and what becomes of them: title, input, expected pieces, one a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clauseway.model import Piece, Source
from clauseway.sources.text import read_text_blocks
from clauseway.structure import structure

FIXTURES = Path(__file__).parent / "fixtures"


def cases() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.txt")):
        chunks = path.read_text(encoding="utf-8").split("--- input\n")
        titles = [chunk.rstrip("\n").rsplit("\n", 1)[-1] for chunk in chunks[:-1]]
        for title, chunk, is_last in zip(titles, chunks[1:], [False] * (len(titles) - 1) + [True], strict=True):
            given, rest = chunk.split("--- expected\n")
            expected = rest.rstrip("\n").split("\n")
            yield pytest.param(given, expected if is_last else expected[:-2], id=f"{path.stem}: {title}")


def account(piece: Piece) -> str:
    """One line: role, level or number, stems in brackets, reason in parentheses, text, tail in braces."""
    parts = [piece.role.value]
    parts += [str(piece.level)] if piece.role == "heading" else []
    parts += [piece.number] if piece.number and piece.role != "heading" else []
    parts += [f"[{' '.join(piece.lead_ins)}]"] if piece.lead_ins and piece.role != "tail" else []
    parts += [f"({piece.reason})"] if piece.reason else []
    parts += [piece.text]
    parts += [f"{{{piece.tail}}}"] if piece.tail else []
    return " ".join(parts)


@pytest.mark.parametrize(("given", "expected"), list(cases()))
def test_text_becomes_pieces(given: str, expected: list[str]) -> None:
    titled = "Policy" in given
    blocks = read_text_blocks(given if titled else f"Fixture Policy\n\n{given}")
    source = Source(file="x.txt", sha256="", format="text", blocks=blocks, words=())
    found = [account(piece) for draft in structure(source) for piece in draft.pieces]
    assert found == (expected if titled else ["heading 0 Fixture Policy", *expected])
