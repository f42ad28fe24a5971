"""What a sentence without a word of duty tells of what is always done."""

from __future__ import annotations

import msgspec

from clauseway.describe.reading import Mention
from clauseway.model import Duty


class Practised(msgspec.Struct, frozen=True, gc=False):
    """What is always done."""

    duty: Duty
    """`must`, or `must_not` where it is never done."""
    start: int
    """Number of the first token of the verb group."""
    end: int
    """Number behind its last one."""
    actor: Mention | None
    """The group that does it, where it is the subject."""
