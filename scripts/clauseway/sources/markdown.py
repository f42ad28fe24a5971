"""Markdown to blocks, by the tokens of markdown-it.

Every part of the document is proved word for word against its lines; a part where a word would be
lost (nested too deep, a construct nobody thought of) is read as plain text instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from markdown_it.token import Token

from clauseway.model import Block, BlockKind
from clauseway.sources.lines import collapse
from clauseway.sources.markdown_inline import parser
from clauseway.sources.markdown_layout import Layout, front_matter_end
from clauseway.sources.markdown_walk import Walk
from clauseway.sources.text import read_text_blocks
from clauseway.words import has_words, words


def read_markdown_blocks(text: str) -> tuple[Block, ...]:
    r"""Give the blocks of a Markdown document in reading order.

    `text` is decoded and has `\n` only; form feeds are page breaks. Every word of it stands in
    exactly one block, as marker or text: front matter, and link targets (after the block that bears
    the link), in blocks with an `aside`. Never fails.
    """
    layout = Layout.of(text)
    end = front_matter_end(layout.lines)
    walk = Walk(layout)
    blocks = [_front_matter_block(layout, line) for line in range(end) if has_words(layout.lines[line])]
    for start, stop, tokens in _parts(layout.lines, end):
        blocks.extend(_read_part(walk, start, stop, tokens))
    return tuple(blocks)


def _front_matter_block(layout: Layout, line: int) -> Block:
    return Block(
        kind=BlockKind.PARAGRAPH,
        text=collapse(layout.lines[line]),
        place=layout.place(line),
        gap_before=layout.gap_before(line),
        aside="front matter",
    )


def _parts(lines: Sequence[str], start: int) -> Iterator[tuple[int, int, Sequence[Token]]]:
    """Cut the tokens into the outermost parts, with the first line and the end of each; no line is left out."""
    tokens = parser().parse("\n".join([*[""] * start, *lines[start:]]))
    first = 0
    for index, token in enumerate(tokens):
        opening = tokens[first]
        if token.level or token.nesting > 0 or opening.map is None:
            continue
        yield start, opening.map[0], ()
        yield opening.map[0], opening.map[1], tokens[first : index + 1]
        first, start = index + 1, opening.map[1]
    yield start, len(lines), ()


def _read_part(walk: Walk, start: int, stop: int, tokens: Sequence[Token]) -> Sequence[Block]:
    """Read one part by its tokens, or as plain text where they do not hold exactly its words."""
    text = "\n".join(walk.layout.lines[start:stop])
    printed = words(text)
    if not printed:
        return ()
    tables = walk.tables
    blocks = walk.read(tokens)
    held = [word for block in blocks for word in words(f"{block.marker} {block.text}")]
    # Link targets stand after the block they are in, so the order is that of the blocks.
    if sorted(held) == sorted(printed):
        return [block for block in blocks if has_words(f"{block.marker} {block.text}")]
    plain = [_moved(block, walk.layout, start, tables) for block in read_text_blocks(text)]
    walk.tables = max([tables, *(block.table for block in plain)])
    return plain


def _moved(block: Block, layout: Layout, start: int, tables: int) -> Block:
    """Put a block of a part to its place in the whole document."""
    line = start + (block.place.line or 1) - 1
    return msgspec.structs.replace(
        block,
        place=layout.place(line),
        table=block.table + tables if block.table else 0,
        gap_before=block.gap_before if line > start else layout.gap_before(line),
        starts_page=layout.starts_page(line),
    )
