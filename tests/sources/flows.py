"""Flows in a few words, for the tests of what is made of them."""

from __future__ import annotations

from typing import Any

import msgspec

from clauseway.model import Place
from clauseway.sources.flow import Cell, Paragraph, Run, Table
from clauseway.sources.flow_blocks import flow_blocks


def para(text: str, marker: str = "", **more: Any) -> Paragraph:
    """A paragraph; `**bold**` around the whole text sets it in bold."""
    bold = text.startswith("**")
    runs = (Run(text.strip("*"), bold=bold),) if text else ()
    return Paragraph(runs=runs, place=Place(paragraph=1), marker=marker, listed=bool(marker), **more)


def number(marker: str, text: str = "", **more: Any) -> Paragraph:
    """A paragraph that the format numbers itself."""
    return msgspec.structs.replace(para(text, marker, **more), numbered=True)


def table(*rows: tuple[Any, ...]) -> Table:
    """A table; a cell is a text, a paragraph, or a list of either."""
    return Table(tuple(tuple(_cell(cell) for cell in row) for row in rows))


def _cell(cell: Any) -> Cell:
    parts = cell if isinstance(cell, list) else [cell] if cell else []
    return Cell(tuple(para(part) if isinstance(part, str) else part for part in parts))


def shown(*flow: Paragraph | Table) -> list[str]:
    """The blocks of a flow, a line each: kind, depth, mark and text; cells with bars between."""
    return [
        f"{block.kind.value[0]}{block.depth or ''} {block.marker}{'#' if block.numbered else ''} "
        f"{' | '.join(block.cells) or block.text}{' [' + block.aside + ']' if block.aside else ''}".replace("  ", " ")
        for block in flow_blocks(flow).blocks
    ]
