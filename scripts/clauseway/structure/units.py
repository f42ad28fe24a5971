"""A block with the number at its head told from its words: what the structure rules look at."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clauseway.model import Block, BlockKind
from clauseway.structure.numbers import Number, Shape, confirm, read_number, stated_number
from clauseway.words import CROSSES


class Unit(msgspec.Struct, frozen=True, gc=False):
    """One block of the running text."""

    block: Block
    """The block, with the text of a sentence that a page break cut in two made whole."""
    number: Number | None
    """The number at its head."""
    body: str
    """Its words without the number; behind the cross that denies them, where one was its list mark."""

    @property
    def listed(self) -> bool:
        """Whether it is marked as a list item, by a bullet or by a single mark such as `a)` or `1.`."""
        if self.block.numbered and self.number is not None and self.number.absolute:
            return False  # office programs make lists of their clauses, too
        return self.block.kind is BlockKind.ITEM or (self.number is not None and self.number.shape is Shape.SINGLE)

    @property
    def is_marked(self) -> bool:
        """Whether its list mark is (or may be) a number: the reader has told it from the words."""
        return self.block.numbered or self.block.marker[-1:] in (".", ")")


def units(blocks: Sequence[Block]) -> tuple[Unit, ...]:
    """Blocks with their numbers, those confirmed that only a sequence makes likely."""
    numbers = confirm([_number(block) for block in blocks])
    return tuple(Unit(b, n, _crossed(b, n.rest if n else b.text)) for b, n in zip(blocks, numbers, strict=True))


def _crossed(block: Block, words: str) -> str:
    cross = next((mark for mark in block.marker if mark in CROSSES), "")
    return f"{cross} {words}" if cross else words


def _number(block: Block) -> Number | None:
    if block.kind is BlockKind.ROW:
        return None
    if block.numbered:
        return stated_number(block.marker, block.text)
    if block.marker[-1:] in (".", ")"):  # the reader has told an automatic number from the words
        return read_number(f"{block.marker} {block.text}")
    return read_number(block.text)
