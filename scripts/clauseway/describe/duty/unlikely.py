"""Which of several duties in one text is the main one: preferences, never exclusions."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.describe.reading import Cue
from clauseway.model import Duty


def main_of(norms: Sequence[Cue]) -> Cue:
    """Choose the main duty: the first, unless it is a weak one and an explicit modal follows.

    "It is essential that ... Staff must not ...": what an explicit modal says is the rule, and the rest its reason.
    """
    first = norms[0]
    if first.means.reading == "agreement":  # "I agree that I will not share it": what is agreed
        return next((n for n in norms[1:] if n.sentence == first.sentence and n.duty != Duty.MAY), first)
    if first.means.needs == "nothing":  # "Nothing here prevents a report, and no sanction may be given"
        return next((n for n in norms[1:] if n.means.kind == "modal"), first)
    if first.means.kind != "weak" or first.duty == Duty.MAY:
        return first
    return next((n for n in norms if n.means.kind == "modal" and not n.means.reading), first)


def stem_of(norms: Sequence[Cue]) -> Cue:
    """Choose the duty that a lead-in hands on to its items: the last, for it stands nearest to them."""
    return norms[-1]
