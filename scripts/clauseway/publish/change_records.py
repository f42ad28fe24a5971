"""What the site publishes about the editions of a policy: the contract, as in `records`."""

from __future__ import annotations

import msgspec

from clauseway.model import Audience, CalledOut, ChangeKind, Duty, FactChange, Run


class ChangedPassage(msgspec.Struct, frozen=True, gc=False):
    """A clause or heading as it stood in one edition."""

    anchor: str | None
    """Its anchor on the policy's page at that time (`c-2-1-5`); null for a heading."""
    number: str | None
    """Number as printed, with those it stands in where it says only its place in a list."""
    section_path: tuple[str, ...]
    """The headings it stood under, outermost first."""
    lead_in: str | None
    """The stems that governed it, joined: never quote it without them."""
    text: str
    """Its own words; of a heading without its number."""
    tail: str | None
    """The words that closed the list it was an item of."""
    audiences: tuple[Audience, ...]
    """Whom it bound; empty for a heading."""
    duty: Duty | None
    """How strongly; null for a heading."""


class PublishedChange(msgspec.Struct, frozen=True, gc=False):
    """What happened to one clause or heading."""

    kind: ChangeKind
    """`added`, `removed`, `reworded`, `moved` or `renumbered`: the weightiest of what happened."""
    also: tuple[ChangeKind, ...]
    """What else happened to it."""
    heading: bool
    """Whether it is a heading and no clause."""
    before: ChangedPassage | None
    """As it stood before; null for what was added."""
    after: ChangedPassage | None
    """As it stood after; null for what was removed."""
    clause: str | None
    """Today's clause that it is, as `<school>/<policy>#<id>`; null for a heading and for what is gone since."""
    lead_in: tuple[Run, ...]
    """The stems word by word, where it is reworded."""
    text: tuple[Run, ...]
    """Its own words word by word, where it is reworded."""
    tail: tuple[Run, ...]
    """The words that close its list, where it is reworded."""
    called_out: tuple[CalledOut, ...]
    """What nobody should miss: that it binds otherwise, a word that turns or weighs a rule, a figure."""


class PublishedEdition(msgspec.Struct, frozen=True):
    """One dated state of a policy."""

    date: str | None
    """Day on which it was put in place; null for what is not committed yet."""
    commit: str | None
    """The commit that brought it, as Git names it."""
    file: str
    """Its file at that time, within the policies folder."""
    sha256: str
    """Digest of the file's bytes, in lower-case hexadecimal."""
    format: str
    """Format it was read as."""
    title: str
    """Title in this edition."""
    compared: bool
    """Whether an earlier edition is known that it was compared with."""
    changes: tuple[PublishedChange, ...]
    """What happened to clauses and headings since the edition before, in its reading order."""
    facts: tuple[FactChange, ...]
    """Dates, names and the title, where stated otherwise than in the edition before."""
    relaid: int
    """Clauses and headings that say the same words and are only joined, divided or understood otherwise."""


class ChangesFile(msgspec.Struct, frozen=True):
    """`schools/<school>/<policy>/changes.json`: the editions of a policy, clause by clause."""

    version: int
    """Version of the published data."""
    school: str
    """Slug of the school."""
    policy: str
    """Slug of the policy."""
    title: str
    """Title of the policy today."""
    url: str
    """Address of the page about its changes, relative to the site's root."""
    editions: tuple[PublishedEdition, ...]
    """Newest first; the last one is the earliest that was looked at, and says nothing of changes."""
    cut: bool
    """Whether there are earlier editions than those listed."""
    aliases: dict[str, str]
    """Today's anchor by the anchor that the same clause bore in an earlier edition."""
    formerly: tuple[str, ...]
    """`<school>/<policy>` of addresses that the policy had before and that lead to it now."""
