"""What became of a policy: its editions, and what changed from each to the next, clause by clause."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from clauseway.model.words import Audience, Duty


class Step(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Run(msgspec.Struct, frozen=True, gc=False):
    """Words in a row that share their fate."""

    step: Step
    """What became of them: `same`, `added` or `removed`."""
    words: str
    """The words, as they stand in the newer edition; removed ones as they stood in the older."""


class ChangeKind(StrEnum):
    """What happened to a clause or heading, the weightiest first."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    RENUMBERED = "renumbered"


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A clause or heading of one edition, as far as it is compared."""

    id: str
    """Id of the clause within its policy's page (`c-2-1-5`); empty for a heading."""
    number: str
    """Number as printed; for one that says only its place in a list, with the numbers it stands in."""
    section_path: tuple[str, ...]
    """The headings it stands under, outermost first."""
    lead_in: str
    """The stems that govern it, joined; empty where there are none."""
    text: str
    """Its own words; of a heading without its number."""
    tail: str = ""
    """The words that close the list it is an item of."""
    heading: bool = False
    """Whether it is a heading and no clause."""
    audiences: tuple[Audience, ...] = ()
    """Whom it binds."""
    duty: Duty = Duty.NONE
    """How strongly, lead-in included."""
    stated: bool = False
    """Whether a person stated its duty, so that it tells nothing of the words."""


class CalledOut(msgspec.Struct, frozen=True, gc=False):
    """Something about a change that nobody should miss."""

    what: str
    """`duty` (how strongly it binds), `word` (one that turns or weakens a rule) or `figure`."""
    before: str = ""
    """The duty, words or figures before; empty where there were none."""
    after: str = ""
    """The same in the newer edition."""


class Change(msgspec.Struct, frozen=True, gc=False):
    """What happened to one clause or heading from an edition to the next."""

    kind: ChangeKind
    """The weightiest of what happened."""
    before: Passage | None = None
    """As it stood; None for what was added."""
    after: Passage | None = None
    """As it stands; None for what was removed."""
    also: tuple[ChangeKind, ...] = ()
    """What else happened to it: `moved`, `renumbered`."""
    lead_in: tuple[Run, ...] = ()
    """The stems word by word, where the clause is reworded."""
    text: tuple[Run, ...] = ()
    """Its own words word by word, where it is reworded."""
    tail: tuple[Run, ...] = ()
    """The words that close its list, where it is reworded."""
    called_out: tuple[CalledOut, ...] = ()
    """What nobody should miss about it."""


class FactChange(msgspec.Struct, frozen=True, gc=False):
    """A date, name or title that a policy states otherwise than before."""

    field: str
    """Name of the field in the front matter."""
    before: str
    """What was stated; empty where nothing was."""
    after: str
    """What is stated; empty where nothing is."""


class Comparison(msgspec.Struct, frozen=True):
    """What is different between two editions of a policy, both read in the same way."""

    changes: tuple[Change, ...] = ()
    """Clauses and headings that changed, in the reading order of the newer edition."""
    facts: tuple[FactChange, ...] = ()
    """Dates, names and the title, where stated otherwise."""
    relaid: int = 0
    """Clauses and headings whose words are the same and only stand otherwise: joined, divided, as a heading."""
    successors: dict[str, str] = {}
    """Id in the newer edition by id in the older, of every clause that surely is in both; not kept in a history."""


class Edition(msgspec.Struct, frozen=True):
    """One dated state of a policy, and what was new in it."""

    date: str
    """Day on which it was committed, as `2026-03-29`; empty for what is not committed yet."""
    commit: str
    """The commit that brought it, as Git names it; empty for what is not committed yet."""
    file: str
    """Its file at that time, relative to the policies folder, with `/`."""
    sha256: str
    """Digest of the file's bytes, in lower-case hexadecimal."""
    format: str
    """What the file was read as."""
    title: str
    """The policy's title in this edition."""
    comparison: Comparison | None = None
    """What was new in it; None for the earliest edition that was looked at."""
    today: dict[str, str] = {}
    """Today's id of each clause that was added or changed in it, by its id at that time; absent where it is gone."""


class History(msgspec.Struct, frozen=True):
    """The editions of a policy."""

    editions: tuple[Edition, ...]
    """Newest first, at least two; one for each day on which the file changed."""
    aliases: dict[str, str] = {}
    """Today's id by the id that a clause bore in an earlier edition, where it surely is the same clause."""
    formerly: tuple[str, ...] = ()
    """`<school>/<policy>` of addresses that the policy had in earlier editions, the latest first."""
    cut: bool = False
    """Whether there are earlier editions than those looked at."""
