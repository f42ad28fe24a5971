"""Which policy of an earlier edition of a file is which of today's."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.changes.keys import key
from clauseway.changes.passages import passages
from clauseway.model import Policy

_SHARED = 0.3
"""Share of its clauses in the same words from which a policy under another title is the same one."""


def same_policy(policy: Policy, today: Sequence[Policy], earlier: Sequence[Policy]) -> Policy | None:
    """The one of `earlier` (of one file) that `policy`, one of `today` (of the same file), was; None if none was."""
    if len(today) == len(earlier) == 1:
        return earlier[0]
    title = key(policy.metadata.title)
    named = [one for one in earlier if key(one.metadata.title) == title]
    if len(named) == 1:
        return named[0]
    taken = {key(one.metadata.title) for one in today}
    others = [one for one in earlier if key(one.metadata.title) not in taken]
    best = max(others, key=lambda one: _shared(policy, one), default=None)
    return best if best and _shared(policy, best) >= _SHARED else None


def _shared(one: Policy, other: Policy) -> float:
    mine, theirs = ({key(passage.text) for passage in passages(some)} for some in (one, other))
    return len(mine & theirs) / max(len(mine | theirs), 1)
