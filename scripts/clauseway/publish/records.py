"""What the site publishes as data: the contract for every program that reads it."""

from __future__ import annotations

import msgspec

from clauseway.model import (
    Also,
    Audience,
    Duty,
    Evidence,
    Kind,
    Ledger,
    LeftOut,
    Outcome,
    Place,
    ReferenceType,
    Stale,
    Stated,
)
from clauseway.problems import Problem

VERSION = 1
"""Version of the published data; it rises when a reader of the data would have to change."""


class SourceFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """The file a policy was read from."""

    file: str
    """Path within the policies folder."""
    sha256: str
    """Digest of its bytes, in lower-case hexadecimal."""
    format: str
    """Format it was read as."""
    pages: int | None = None
    """Number of its pages, where the format tells."""


class FrontMatter(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What is known of a policy as a whole; what the document does not state is absent."""

    title: str
    """Title as printed."""
    school: str
    """Slug of the school."""
    school_name: str
    """Full name of the school."""
    policy: str
    """Slug of the policy, unique within the school."""
    kind: Kind
    """What the policy is about."""
    scope: tuple[str, ...] = ()
    """The sentences that say to whom or what it applies, as printed."""
    audience: tuple[Audience, ...] = ()
    """Whom the policy addresses."""
    approved: str = ""
    """Date of approval, ISO 8601 at the precision stated."""
    approved_by: str = ""
    """Who approved it, as printed."""
    reviewed: str = ""
    """Date of the last review, ISO 8601 at the precision stated."""
    review_date: str = ""
    """Date of the next review, ISO 8601; overdue after the last day of that period."""
    review_cycle: str = ""
    """Time between reviews, as ISO 8601 duration."""
    owner: str = ""
    """Person or post responsible, as printed."""
    language: str
    """Main language of the document."""
    topics: tuple[str, ...]
    """Slugs of the topics it deals with."""
    source: SourceFile
    """The file it was read from."""
    stated: tuple[Stated, ...]
    """The verbatim words for every date and name."""
    problems: tuple[Problem, ...]
    """What a person should know about the document."""


class Counts(msgspec.Struct, frozen=True):
    """How much there is in a policy."""

    clauses: int
    """Number of clauses."""
    sections: int
    """Number of headings."""
    words: int
    """Number of words of the document."""


class PolicyEntry(FrontMatter, frozen=True, omit_defaults=True, kw_only=True):
    """One policy in the list of all policies."""

    url: str
    """Address of its page, relative to the site's root."""
    counts: Counts
    """How much there is in it."""


class PolicyList(msgspec.Struct, frozen=True):
    """`data/policies.json`: every policy of the site."""

    version: int
    """Version of the published data."""
    policies: tuple[PolicyEntry, ...]
    """Sorted by school and policy."""


class Section(msgspec.Struct, frozen=True, gc=False):
    """A heading of the document."""

    id: str
    """Anchor of the heading on the policy's page."""
    number: str | None
    """Number as printed, if there is one."""
    title: str
    """Words of the heading, its number included."""
    level: int
    """1 for the outermost headings; 0 for a title."""
    section_path: tuple[str, ...]
    """The headings it stands under, outermost first."""


class RelatedClause(msgspec.Struct, frozen=True):
    """A clause of another school on the same matter."""

    clause: str
    """Its id."""
    relation: str
    """`same_wording`, `same`, `differs` or `topic`."""
    score: float
    """How sure the relation is, from 0 to 1."""
    why: str
    """What decided it."""
    matter: str
    """Slug of the matter that both rule on."""


class Target(msgspec.Struct, frozen=True, gc=False):
    """The one thing that a reference leads to."""

    kind: str
    """`section` (a heading or clause of the same policy), `policy` (of the same school) or `register`."""
    id: str
    """`<school>/<policy>#<id>`, `<school>/<policy>`, or the slug of the entry in the register."""
    title: str
    """What it is called; of a clause, its number."""
    url: str
    """Its address: relative to the site's root, or of an official text elsewhere; empty where that is not known."""


class Mentioned(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A law, guidance, body, policy or section that the words of a clause, or what governs it, mention."""

    type: ReferenceType
    """What kind of thing is mentioned."""
    words: str
    """The words as they stand."""
    within: str
    """Which text they stand in: `text`, `lead_in` (one of the stems) or `tail`."""
    start: int
    """Offset of the first character in that text (of a clause with several stems: in its own stem)."""
    end: int
    """Offset behind the last character."""
    outcome: Outcome
    """Whether one target was found, and if not, why not."""
    why: str
    """The same in words: what decided, or which filter failed."""
    year: int | None = None
    """The year or edition printed with it."""
    target: Target | None = None
    """What it leads to, where it is exactly one thing."""
    stale: Stale | None = None
    """Why it needs an update, where it does."""
    accepted: str = ""
    """Why it may stand though it is out of date, as a person stated."""


class Grounds(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What the findings about a clause rest on."""

    audiences: tuple[Evidence, ...] = ()
    """The rules and words that decided whom it binds."""
    duty: tuple[Evidence, ...] = ()
    """The rules and words that decided how strongly."""
    stated: tuple[str, ...] = ()
    """Which of `audiences` and `duty` a person stated."""


class Clause(msgspec.Struct, frozen=True, gc=False):
    """The smallest passage that can be quoted alone, with what governs it."""

    id: str
    """`<school>/<policy>#<id>`."""
    number: str | None
    """Number exactly as printed, if there is one."""
    section_path: tuple[str, ...]
    """The headings it stands under, outermost first, the title left out."""
    lead_in: str | None
    """The stems that govern it, joined, if it is an item of a list: never quote it without them."""
    text: str
    """Its own words."""
    tail: str | None
    """The words that close the list it is an item of, if there are any."""
    kind: str
    """`paragraph`, `item` (of a list) or `row` (of a table)."""
    place: Place
    """Where it stands in the file."""
    audiences: tuple[Audience, ...]
    """Whom it binds; empty while not known."""
    duty: Duty | None
    """How strongly, lead-in included; null while not known."""
    by_school: bool
    """Whether it is the school that acts: for others it tells what is done for them."""
    duties_also: tuple[Also, ...]
    """Further duties that it states, in reading order, each with its words."""
    matters: tuple[str, ...]
    """Slugs of the matters it rules on."""
    topics: tuple[str, ...]
    """Slugs of the topics of these matters."""
    url: str
    """Its permanent link, relative to the site's root."""
    evidence: Grounds
    """The words that decided, and what a person stated."""
    references: tuple[Mentioned, ...]
    """Laws, guidance, bodies, policies and sections that it and what governs it mention."""
    relations: tuple[RelatedClause, ...]
    """Clauses of other schools on the same matter, best first."""


class Furniture(msgspec.Struct, frozen=True, gc=False):
    """Text of the page and not of the policy."""

    text: str
    """Its words."""
    reason: str
    """Why it is taken for furniture."""
    place: Place
    """Where it stands in the file."""


class Report(msgspec.Struct, frozen=True):
    """What came out of the document, in short."""

    counts: Counts
    """How much there is in it."""
    problems: tuple[Problem, ...]
    """What a person should know about it."""
    left_out: tuple[LeftOut, ...]
    """What the file holds that is no text of the policy: comments, deleted text, pictures; each kind once."""


class PolicyFile(msgspec.Struct, frozen=True):
    """`schools/<school>/<policy>/policy.json`: one policy, whole."""

    version: int
    """Version of the published data."""
    front_matter: FrontMatter
    """What is known of the policy as a whole."""
    sections: tuple[Section, ...]
    """Headings in reading order."""
    clauses: tuple[Clause, ...]
    """Clauses in reading order."""
    furniture: tuple[Furniture, ...]
    """Text of the page and not of the policy."""
    ledger: Ledger
    """Where the words went."""
    report: Report
    """What came out, in short."""
