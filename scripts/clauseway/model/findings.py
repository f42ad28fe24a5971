"""What is found about a clause, beside its text: whom it binds, how strongly, and the words that decided."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from clauseway.model.relations import MatterFit
from clauseway.model.words import Audience, Duty


class Within(StrEnum):
    """Which text the deciding words stand in."""

    TEXT = "text"
    LEAD_IN = "lead_in"
    HEADING = "heading"
    SCOPE = "scope"
    DEFINITION = "definition"
    TAIL = "tail"


class Evidence(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The words that decided a finding."""

    rule: str
    """Kebab-case name of the rule that applied."""
    words: str = ""
    """The deciding words as they stand; empty where the absence of words decided."""
    start: int = 0
    """Offset of the first character, counted within the text named by `within`."""
    end: int = 0
    """Offset behind the last character."""
    within: Within = Within.TEXT
    """Which text the words stand in."""
    level: int = 0
    """Which of several lead-ins or headings is meant, 0 the outermost."""
    note: str = ""
    """What a reader should know about a doubtful decision."""


class Also(msgspec.Struct, frozen=True, gc=False):
    """A further duty of a clause, beside the main one."""

    duty: Duty
    """How strongly."""
    words: str
    """The words that say so."""
    start: int
    """Offset of the first character in the clause's text."""
    end: int
    """Offset behind the last character."""


class Findings(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """All that was found about a clause."""

    audiences: tuple[Audience, ...] = ()
    """Whom it binds or tells about themselves, in the order of `Audience`."""
    duty: Duty = Duty.NONE
    """The main modality, lead-ins included."""
    duties_also: tuple[Also, ...] = ()
    """The others, in reading order."""
    by_school: bool = False
    """Whether it is the school that acts (`We will inform parents`): for others it tells what is done for them."""
    why_audiences: tuple[Evidence, ...] = ()
    """The words that decided the audiences."""
    why_duty: tuple[Evidence, ...] = ()
    """The words that decided the duty."""
    stated: tuple[str, ...] = ()
    """Which of `audiences` and `duty` a person stated in the sidecar."""
    matters: tuple[MatterFit, ...] = ()
    """What it rules on, the surest first."""
    near: tuple[MatterFit, ...] = ()
    """What it is likest to of the catalogue, surely its matter or not, the likest first: for comparing clauses."""
