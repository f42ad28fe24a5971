"""The records that pass from stage to stage: frozen values, nothing else.

A source is read into blocks; blocks are given roles and become pieces; a policy is its pieces in
reading order, of which some are clauses. Findings (metadata now; audience, duty, matters and
relations as they come) stand beside the text, keyed by clause id, and never change it.

Records of which there are thousands a document say `gc=False`: they hold only values and can form no
cycle, so the garbage collector need not look at them.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from clauseway.problems import Problem


class Audience(StrEnum):
    """Who must act on a clause, or is told about their own conduct or rights."""

    STAFF = "staff"
    PARENTS = "parents"
    PUPILS = "pupils"
    GOVERNORS = "governors"


class Duty(StrEnum):
    """The modality in effect, lead-in included."""

    MUST = "must"
    MUST_NOT = "must_not"
    SHOULD = "should"
    SHOULD_NOT = "should_not"
    MAY = "may"
    NONE = "none"


class Place(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Where in the source something stands."""

    line: int | None = None
    """1-based line of the source file, where the format has lines."""
    page: int | None = None
    """1-based page, where the format (or a form feed) tells pages apart."""


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
    depth: int = 0
    """Nesting of a list item; 0 is the outermost list."""
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
    links: tuple[Link, ...] = ()
    """Hyperlinks on its words."""
    gap_before: bool = True
    """Whether an empty line (or paragraph spacing) stands before it."""
    starts_page: bool = False
    """Whether it is the first block of a page."""
    aside: str = ""
    """Why the reader itself knows that the block is furniture (`list mark`, `page header`), else empty."""


class Source(msgspec.Struct, frozen=True):
    """One file as it was read: its blocks, and what must be accounted for."""

    file: str
    """Path relative to the policies folder, with `/`."""
    sha256: str
    """Digest of the file's bytes, in lower-case hexadecimal."""
    format: str
    """`text` or `markdown`."""
    blocks: tuple[Block, ...]
    """The blocks in reading order."""
    words: tuple[tuple[str, int], ...]
    """Every word of the file with its line, found independently of the blocks: the ledger's other side."""
    pages: int | None = None
    """Number of pages, where the format tells."""
    problems: tuple[Problem, ...] = ()
    """What the reader noticed."""


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


class Kind(StrEnum):
    """What a policy is about."""

    SOCIAL_MEDIA = "social-media"
    ACCEPTABLE_USE = "acceptable-use"
    ONLINE_SAFETY = "online-safety"
    MOBILE_PHONES = "mobile-phones"
    PHOTOGRAPHS = "photographs"
    BEHAVIOUR = "behaviour"
    ANTI_BULLYING = "anti-bullying"
    ATTENDANCE = "attendance"
    UNIFORM = "uniform"
    COMPLAINTS = "complaints"
    SAFEGUARDING = "safeguarding"
    DATA_PROTECTION = "data-protection"
    SEND = "send"
    CHARGING = "charging"
    REMOTE_LEARNING = "remote-learning"
    STAFF_CONDUCT = "staff-conduct"
    PARENT_CONDUCT = "parent-conduct"
    EQUALITY = "equality"
    HEALTH = "health"
    TRIPS = "trips"
    CURRICULUM = "curriculum"
    ADMISSIONS = "admissions"
    OTHER = "other"


class Stated(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The verbatim words behind one metadata field."""

    field: str
    """Name of the field in the front matter."""
    words: str
    """The words of the source, as printed."""
    place: Place = Place()
    """Where they stand."""


class Metadata(msgspec.Struct, frozen=True):
    """What a policy says of itself. Missing is empty, never invented."""

    title: str = ""
    """As printed."""
    kind: Kind = Kind.OTHER
    """What the policy is about."""
    scope: tuple[str, ...] = ()
    """The sentences that say to whom or what the policy applies, as printed."""
    audience: tuple[Audience, ...] = ()
    """Whom the policy addresses with rules or guidance."""
    approved: str = ""
    """ISO 8601 at the precision stated: `2022`, `2022-02` or `2023-03-29`."""
    approved_by: str = ""
    """Name or body, as printed."""
    reviewed: str = ""
    """Date of the last review, like `approved`."""
    review_date: str = ""
    """Date of the next review, like `approved`; overdue after the last day of that period."""
    review_cycle: str = ""
    """ISO 8601 duration (`P1Y`, `P6M`)."""
    owner: str = ""
    """Person or post responsible for the policy, as printed."""
    stated: tuple[Stated, ...] = ()
    """The verbatim words for every date and name."""


class Contact(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Whom to tell or to ask, as the school states it."""

    role: str
    """What they are there for, in the school's words."""
    name: str = ""
    """Name of the person."""
    phone: str = ""
    """Telephone number."""
    email: str = ""
    """E-mail address."""


class Nation(StrEnum):
    """The nation whose education law applies."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


class Phase(StrEnum):
    """The age group a school teaches."""

    NURSERY = "nursery"
    PRIMARY = "primary"
    INFANT = "infant"
    JUNIOR = "junior"
    MIDDLE = "middle"
    SECONDARY = "secondary"
    ALL_THROUGH = "all-through"
    SPECIAL = "special"
    SIXTH_FORM = "sixth-form"


class School(msgspec.Struct, frozen=True):
    """A school, as its `school.yml` describes it."""

    slug: str
    """Name of its folder, and its part of every URL."""
    name: str
    """Full name."""
    short_name: str = ""
    """What people call it; the full name where empty."""
    place: str = ""
    """Town or area, as the school states it."""
    nation: Nation | None = None
    """The nation whose law applies, where stated."""
    phase: Phase | None = None
    """Age group."""
    website: str = ""
    """Address of its website (http or https)."""
    contacts: tuple[Contact, ...] = ()
    """Whom to tell."""
    language: str = "en"
    """Main language of its policies, `en` or `cy`."""
    motto: str = ""
    """Its motto, as printed."""
    motto_language: str = ""
    """Language of the motto where it is not the main one: `cy`."""
    terms_per_year: int | None = None
    """3 or 6, where known: how `Term 4` is read."""
    audience: tuple[Audience, ...] = ()
    """Addressees of a policy that names none."""


class ClauseCorrection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person states about one clause, against what was found."""

    audiences: tuple[Audience, ...] | None = None
    """Whom it binds."""
    duty: Duty | None = None
    """How strongly."""


class Stating(msgspec.Struct, frozen=True):
    """What a person states about one policy in a sidecar; a field that is None is not stated."""

    starts_at: str = ""
    """For a file of several policies: the words of the line at which this policy starts."""
    slug: str = ""
    """Its part of the URL; from the title where empty."""
    title: str | None = None
    """See `Metadata`, as all that follow."""
    kind: Kind | None = None
    scope: tuple[str, ...] | None = None
    audience: tuple[Audience, ...] | None = None
    approved: str | None = None
    approved_by: str | None = None
    reviewed: str | None = None
    review_date: str | None = None
    review_cycle: str | None = None
    owner: str | None = None
    language: str | None = None
    clauses: dict[str, ClauseCorrection] = {}
    """Corrections by clause id (`c-2-1-5`)."""


class Sidecar(msgspec.Struct, frozen=True):
    """A sidecar file: one stating for each policy of the source, in their order in the file."""

    file: str
    """Path relative to the policies folder, with `/`."""
    policies: tuple[Stating, ...]
    """One for a file that holds one policy; several where `policies:` splits the file."""
    splits: bool = False
    """Whether the file says itself where its policies start."""


class Policy(msgspec.Struct, frozen=True):
    """One policy of one school, understood."""

    school: str
    """Slug of the school."""
    slug: str
    """Its part of the URL, unique within the school."""
    source: Source
    """The file it came from (a file may hold several policies)."""
    pieces: tuple[Piece, ...]
    """Everything of the document that belongs to this policy, in reading order."""
    ids: tuple[str, ...]
    """The clause id of each piece (`c-2-1-5`); empty for pieces that are no clauses."""
    metadata: Metadata
    """What it says of itself, corrected by the sidecar."""
    problems: tuple[Problem, ...] = ()
    """What a person should know about it."""


class Collection(msgspec.Struct, frozen=True):
    """All schools with all that was understood: what the collection stages and the publisher work on."""

    schools: tuple[School, ...]
    """Sorted by slug."""
    policies: tuple[Policy, ...]
    """Sorted by school and slug."""
    problems: tuple[Problem, ...] = ()
    """Problems of files from which no policy came; those of a policy stand in the policy."""
