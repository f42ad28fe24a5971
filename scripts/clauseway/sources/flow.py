"""What the readers of rich formats agree on: a document as paragraphs and tables, in reading order.

Word, PDF, OpenDocument and HTML are each read into this; `flow_blocks` makes blocks of it, so that
lists, tables, broken lines and emphasis are treated alike whatever the file was written with.
"""

from __future__ import annotations

import msgspec

from clauseway.model import LeftOut, Place
from clauseway.problems import Problem


class Run(msgspec.Struct, frozen=True, gc=False):
    """Some words of a paragraph that look alike."""

    text: str
    r"""The words; `\n` is a line break that the author made, `\t` a tab."""
    bold: bool = False
    """Whether they are set in bold."""
    italic: bool = False
    """Whether they are set in italics."""
    href: str = ""
    """Target of the link they stand in, as the file states it; whether it is safe is judged later."""


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """A paragraph, heading or list item."""

    runs: tuple[Run, ...]
    """Its words, the list mark left out where the format counts or draws it itself."""
    place: Place
    """Where it stands."""
    marker: str = ""
    """The list mark that the format itself puts before it, as printed: `2.1.4`, `(a)`, `1.`, `•`, `Article 1`."""
    numbered: bool = False
    """Whether that mark is a number."""
    listed: bool = False
    """Whether the format says that it is a list item."""
    depth: int = 0
    """Nesting among list items as a person sees it, 0 the outermost; of another paragraph, how many items it is in."""
    level: int = 0
    """Level of a heading (1 to 9) where the format says so; 0 for everything else."""
    gap_before: bool = True
    """Whether space stands before it."""
    starts_page: bool = False
    """Whether it is the first of a page."""
    aside: str = ""
    """Why the format itself shows that it is furniture (`page header`, `page foot`), else empty."""


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A cell of a table."""

    content: tuple[Paragraph | Table, ...]
    """What stands in it; the rest of a merged cell holds nothing."""
    header: bool = False
    """Whether the format says that it heads a column or row."""
    columns: int = 1
    """How many columns it spans."""


class Table(msgspec.Struct, frozen=True, gc=False):
    """A table, of whatever use: what it is for is judged by `flow_blocks`."""

    rows: tuple[tuple[Cell, ...], ...]
    """Its rows."""
    aside: str = ""
    """Why the format itself shows that it is furniture, else empty."""


Flow = tuple[Paragraph | Table, ...]
"""A document in reading order."""


class Content(msgspec.Struct, frozen=True):
    """What the reader of a rich format makes of a file."""

    flow: Flow
    """The text, page heads and feet (once each, marked as asides) and notes (after the text) included."""
    words: tuple[tuple[str, int], ...]
    """Every word of the file with its line, page or paragraph, found by another way than `flow`."""
    pages: int | None = None
    """Number of pages, where the file tells."""
    problems: tuple[Problem, ...] = ()
    """What a person should know: tracked changes, numbers that could not be resolved."""
    left_out: tuple[LeftOut, ...] = ()
    """What is in the file and not in the text, each kind once."""
