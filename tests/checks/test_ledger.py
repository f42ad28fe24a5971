"""The ledger balances to the word, and says where it does not."""

from __future__ import annotations

import msgspec

from clauseway.checks.ledger import check_ledger, count
from clauseway.model import Draft, Piece, Role, Source
from clauseway.sources.text import read_text_blocks
from clauseway.structure import structure
from clauseway.words import words

TEXT = """Trips Policy
Reviewed: May 2024

1 Planning

1.1 Two adults must come. They will:

- o count the children
- carry a first aid kit

before anyone leaves.
"""


def source_of(text: str) -> Source:
    numbered = tuple((w, n) for n, line in enumerate(text.split("\n"), 1) for w in words(line))
    return Source(file="a/b.txt", sha256="", format="text", blocks=read_text_blocks(text), words=numbered)


def test_counts_add_up_and_know_their_roles() -> None:
    source = source_of(TEXT)
    (draft,) = structure(source)
    ledger = count(draft.pieces)
    assert ledger.words == len(source.words)
    assert (ledger.headings, ledger.lead_ins, ledger.tails, ledger.metadata) == (4, 2, 3, 3)
    assert ledger.furniture == 1  # the stray list mark
    assert check_ledger(source, [draft]) == ()


def test_a_lost_word_is_an_error_with_its_line() -> None:
    source = source_of(TEXT)
    (draft,) = structure(source)
    pieces = tuple(_without_not_first_word(p) if p.text.startswith("carry") else p for p in draft.pieces)
    (problem,) = check_ledger(source, [Draft(pieces)])
    assert (problem.code, problem.severity, problem.line) == ("ledger", "error", 9)
    assert "“carry”" in problem.message


def test_a_word_from_nowhere_is_an_error() -> None:
    source = source_of(TEXT)
    (draft,) = structure(source)
    added = msgspec.structs.replace(draft.pieces[-1], text="never", role=Role.CLAUSE)
    (problem,) = check_ledger(source, [Draft((*draft.pieces, added))])
    assert "“never”" in problem.message


def test_a_lost_not_is_found_though_others_remain() -> None:
    source = source_of("Rules Policy\n\nPupils must not run.\n\nPupils must not shout.\n")
    (draft,) = structure(source)
    pieces = tuple(msgspec.structs.replace(p, text=p.text.replace("not shout", "shout")) for p in draft.pieces)
    (problem,) = check_ledger(source, [Draft(pieces)])
    assert "“not”" in problem.message


def _without_not_first_word(piece: Piece) -> Piece:
    return msgspec.structs.replace(piece, text=piece.text.split(" ", 1)[1])
