"""What a text mentions: laws, guidance, bodies, other policies, sections; as found, and as resolved."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class ReferenceType(StrEnum):
    """What kind of thing is mentioned."""

    SECTION = "section"
    """A section, clause, step or appendix of the same policy."""
    POLICY = "policy"
    """Another policy, procedure or code of the school."""
    LAW = "law"
    """An Act, an Order, regulations or a convention."""
    GUIDANCE = "guidance"
    """Guidance, advice or a framework of a government or a national body."""
    BODY = "body"
    """An authority, a service or another organisation."""
    TERM = "term"
    """The name of a role, a check or a form of harm, as laws and guidance use it."""
    ELSEWHERE = "section-elsewhere"
    """A section of another document."""
    OTHER_POLICY = "policy-elsewhere"
    """A policy of somebody else: the local authority, a diocese."""


class Mention(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Words of a text that mention something: found without looking for what is meant."""

    type: ReferenceType
    """What kind of thing is mentioned."""
    words: str
    """The words as they stand."""
    start: int
    """Offset of the first character in the text."""
    end: int
    """Offset behind the last character."""
    names: tuple[str, ...] = ()
    """What is named. A section: the word before its number, and the number. A policy: its name without `policy`, in
    small letters. Else the entries of the register that bear the name. Empty where the words describe and do not name.
    """
    year: int | None = None
    """The year or edition printed with it; the latest, where there are several."""
    part: str = ""
    """The section or part that is meant, of another document (`section 7`, `part two`)."""
    past: bool = False
    """Whether the sentence, or where it stands, speaks of what was: replaced, formerly, a history of versions."""


Mentions = tuple[tuple[Mention, ...], ...]
"""The mentions in each piece of a policy, in the order of the words."""


class Outcome(StrEnum):
    """What became of a mention when its target was looked for: found, or which filter left none or several."""

    FOUND = "found"
    """Exactly one thing is meant."""
    UNNAMED = "unnamed"
    """The words describe something and name nothing."""
    ITSELF = "itself"
    """The policy speaks of itself."""
    MISSING = "missing"
    """A section that this policy does not have."""
    UNPUBLISHED = "unpublished"
    """A policy of the school that is not among those that are published."""
    UNKNOWN = "unknown"
    """A law, guidance or body that the register does not have."""
    SEVERAL = "several"
    """More than one thing could be meant."""
    ELSEWHERE = "elsewhere"
    """It belongs to somebody else, or to a document that is not here."""


class Certainty(StrEnum):
    """How sure it is that words are out of date."""

    HIGH = "high"
    MEDIUM = "medium"


class Stale(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Why a reference needs an update."""

    fact: str
    """Name of the fact in the word list of stale references."""
    replacement: str
    """What stands in its place now, or what to write instead."""
    since: str = ""
    """Since when, ISO 8601 at the precision known (of what is pending: from when); empty where the day is not known."""
    certainty: Certainty = Certainty.HIGH
    """How sure it is; what is only `medium` may be out of date."""
    pending: bool = False
    """Whether it is announced and not yet in force."""


class Reference(msgspec.Struct, frozen=True, gc=False):
    """A mention with what became of it."""

    mention: Mention
    """The words that were found."""
    outcome: Outcome
    """Whether one target was found, and why not."""
    why: str
    """The same in words: what decided, or which filter failed."""
    piece: int | None = None
    """A section's or clause's place among the pieces of its policy."""
    policy: str = ""
    """`<school>/<policy>` of another policy of the school."""
    entry: str = ""
    """Slug of an entry of the register."""
    stale: Stale | None = None
    """Why it needs an update, if it does."""
    accepted: str = ""
    """Why it may stand though it is out of date, as a person states; `stale` is then None."""


References = tuple[tuple[Reference, ...], ...]
"""The references in each piece of a policy."""


class StaleOk(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a person states about words that are out of date and are meant to stand."""

    words: str
    """The words of the reference, or some of them, as they stand in the document."""
    date: str
    """The day (month, year) on which the person looked; what went out of date later is told again."""
    reason: str
    """Why the words may stand."""
