"""A source and what it is made of: blocks as they were read, pieces with their roles."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from clauseway.problems import Problem


class Place(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Where in the source something stands."""

    line: int | None = None
    """1-based line of the source file, where the format has lines."""
    page: int | None = None
    """1-based page, where the format (or a form feed) tells pages apart."""
    paragraph: int | None = None
    """1-based paragraph, those in table cells counted too, where the format has no lines."""

    def __str__(self) -> str:
        """`line 4`, `page 3`, `paragraph 12`; empty where nothing is known."""
        known = (("line", self.line), ("page", self.page), ("paragraph", self.paragraph))
        return next((f"{name} {number}" for name, number in known if number is not None), "")


class Link(msgspec.Struct, frozen=True, gc=False):
    """A hyperlink that the source itself carries on some of a block's words."""

    text: str
    """The linked words, as they stand in the block's text."""
    href: str
    """A target that starts with http:, https:, mailto: or tel:; no other is ever kept as a link."""


class BlockKind(StrEnum):
    """What the reader of a format saw."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


class Block(msgspec.Struct, frozen=True, gc=False):
    """A paragraph, list item, heading or table row, as the reader of a format delivers it."""

    kind: BlockKind
    """What the reader saw; a paragraph may still turn out to be a heading."""
    text: str
    """The words without list mark and emphasis marks; white space collapsed to single spaces."""
    place: Place
    """Where its first word stands."""
    marker: str = ""
    """The list mark as printed (`-`, `o`, `(a)`, `2.1.4`); empty where there is none."""
    numbered: bool = False
    """Whether the mark is a number that the format itself counts: then it is one for certain, and never words."""
    depth: int = 0
    """Nesting of a list item, 0 the outermost list; of another block, how many list items it stands within."""
    level: int = 0
    """Level of a heading (1 to 9); 0 for everything else."""
    bold: bool = False
    """Whether every word is set in bold."""
    italic: bool = False
    """Whether every word is set in italics."""
    cells: tuple[str, ...] = ()
    """The cells of a table row, in order; `text` joins them with single spaces."""
    table: int = 0
    """Number of the table a row belongs to, counted from 1 within the source; 0 outside tables."""
    header: bool = False
    """Whether the format says that a row names the columns of its table."""
    links: tuple[Link, ...] = ()
    """Hyperlinks on its words."""
    gap_before: bool = True
    """Whether an empty line (or paragraph spacing) stands before it."""
    starts_page: bool = False
    """Whether it is the first block of a page."""
    aside: str = ""
    """Why the reader itself knows that the block is furniture (`list mark`, `page header`), else empty."""


class LeftOut(msgspec.Struct, frozen=True, gc=False):
    """Something of the file that is no text of the policy, and so stands in no block."""

    what: str
    """What it is, in a few words: `comment`, `deleted text`, `hidden text`, `picture`, `web page menu`."""
    count: int
    """How many of them."""
    sample: str = ""
    """The first one's words, at most 80 characters; empty where it has none."""
    place: Place = Place()
    """Where the first one stands."""


class Source(msgspec.Struct, frozen=True):
    """One file as it was read: its blocks, and what must be accounted for."""

    file: str
    """Path relative to the policies folder, with `/`."""
    sha256: str
    """Digest of the file's bytes, in lower-case hexadecimal."""
    format: str
    """`text`, `markdown`, `word`, `pdf`, `opendocument` or `html`."""
    blocks: tuple[Block, ...]
    """The blocks in reading order."""
    words: tuple[tuple[str, int], ...]
    """Every word of the file with its line (else page or paragraph), found independently of the blocks.

    The ledger's other side. Words of numbers that the format counts itself stand nowhere in the file; they
    are taken from the blocks' marks.
    """
    pages: int | None = None
    """Number of pages, where the format tells."""
    problems: tuple[Problem, ...] = ()
    """What the reader noticed."""
    left_out: tuple[LeftOut, ...] = ()
    """What stands in no block on purpose, each kind once."""
    copied_as: str = ".txt"
    """Ending of the copy that readers may be given, by what the file really is; `.txt` for all that is text."""


class Role(StrEnum):
    """What a piece of text is in its policy: the columns of the ledger."""

    HEADING = "heading"
    LEAD_IN = "lead_in"
    CLAUSE = "clause"
    TAIL = "tail"
    METADATA = "metadata"
    FURNITURE = "furniture"


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A block, or a part of one, with its role; the pieces in order are the whole document."""

    role: Role
    """What the words are."""
    text: str
    """The words, without the number or list mark."""
    place: Place
    """Where the first word stands."""
    number: str = ""
    """The number exactly as printed, without list mark (`2.1.4`, `(a)`, `Section 2`)."""
    marker: str = ""
    """The list mark as printed, where it is no number (`-`, `o`)."""
    reason: str = ""
    """Why it is furniture or metadata."""
    level: int = 0
    """Level of a heading: 0 is the policy's title, 1 a section, and so on; 0 for other roles."""
    depth: int = 0
    """Nesting of a list item."""
    section_path: tuple[str, ...] = ()
    """The headings it stands under, outermost first, the title left out; label-only items included."""
    lead_ins: tuple[str, ...] = ()
    """The stems in force, outermost first."""
    number_path: tuple[str, ...] = ()
    """Numbers of the headings and clauses it stands in, outermost first, its own last."""
    tail: str = ""
    """For an item of a list: the text that closes the list."""
    item: bool = False
    """Whether a clause is a list item (or a table row) and not a paragraph."""
    reads_on: bool = True
    """Whether an item reads on from its lead-in; where it does not, both are still shown."""
    label: bool = False
    """Whether a list item is only a label for the items below it, and so a heading."""
    cells: tuple[str, ...] = ()
    """The cells of a table row."""
    links: tuple[Link, ...] = ()
    """Hyperlinks on its words."""


class Ledger(msgspec.Struct, frozen=True):
    """Words of a policy by what they are; the sum of the six roles is `words`."""

    words: int = 0
    """All words of the document's share that this policy is."""
    headings: int = 0
    """Words of the title, headings and label-only items, numbers included."""
    lead_ins: int = 0
    """Words of stems."""
    clauses: int = 0
    """Words of clauses, numbers included."""
    tails: int = 0
    """Words of texts that close a list."""
    metadata: int = 0
    """Words of dates, approvers and the like."""
    furniture: int = 0
    """Words of the page: running heads, contents, mottoes, list marks."""


class Draft(msgspec.Struct, frozen=True):
    """One policy's share of a source, before anything is said about it."""

    pieces: tuple[Piece, ...]
    """All that belongs to it, in reading order."""
    shared: tuple[Piece, ...] = ()
    """Metadata at the head of the file that serves every policy in it; it belongs to the first one's pieces."""
