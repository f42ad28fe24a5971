"""A policy, understood, and all of them together."""

from __future__ import annotations

import msgspec

from clauseway.model.changes import History
from clauseway.model.document import Ledger, Piece, Place, Source
from clauseway.model.findings import Findings
from clauseway.model.references import Mentions, References, StaleOk
from clauseway.model.relations import Related
from clauseway.model.school import School
from clauseway.model.words import Audience, Kind
from clauseway.problems import Problem


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
    language: str = ""
    """`en` or `cy`, where it is stated; else the school's."""
    stated: tuple[Stated, ...] = ()
    """The verbatim words for every date and name."""


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
    findings: tuple[Findings | None, ...] = ()
    """What is found about each piece that is a clause; None for other pieces, empty before anything is sought."""
    mentions: Mentions = ()
    """What each piece mentions: laws, guidance, bodies, policies, sections; empty before anything is sought."""
    stale_ok: tuple[StaleOk, ...] = ()
    """References that are out of date and may stand, as a person states."""
    ledger: Ledger = Ledger()
    """Its words by role."""
    problems: tuple[Problem, ...] = ()
    """What a person should know about it."""
    formerly: tuple[str, ...] = ()
    """Slugs that it had before, as a person states them."""


class Collection(msgspec.Struct, frozen=True):
    """All schools with all that was understood: what the collection stages and the publisher work on."""

    schools: tuple[School, ...]
    """Sorted by slug."""
    policies: tuple[Policy, ...]
    """Sorted by school and slug."""
    problems: tuple[Problem, ...] = ()
    """Problems of files from which no policy came; those of a policy stand in the policy."""
    relations: dict[str, tuple[Related, ...]] = {}
    """Clauses of other policies on the same matter, by clause id (`<school>/<policy>#<id>`)."""
    references: dict[str, References] = {}
    """What the mentions of each policy refer to, by `<school>/<policy>`, piece by piece."""
    histories: dict[str, History] = {}
    """The editions of each policy of which several are known, by `<school>/<policy>`."""
