"""Which policy of a school a name means: one, none, several, or the policy that speaks."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clauseway.model import Policy
from clauseway.vocabulary.policy_names import read_name
from clauseway.words import words


class Shelf(msgspec.Struct, frozen=True):
    """The policies of a school with what their titles mean."""

    keys: tuple[tuple[str, frozenset[str], frozenset[str]], ...]
    """`<school>/<policy>`, the topics of its title, and what else the title says."""
    titles: dict[str, str]
    """The titles by `<school>/<policy>`."""
    own: frozenset[str]
    """Words of the school's names, which make no difference in a title."""


def shelf(policies: Sequence[Policy], names: Sequence[str]) -> Shelf:
    """The policies of one school; `names` are those of the school."""
    own = frozenset(word for name in names for word in words(name.lower()))
    keys, titles = [], {}
    for policy in policies:
        topics, left = read_name(policy.metadata.title)
        keys.append((f"{policy.school}/{policy.slug}", topics, left - own))
        titles[f"{policy.school}/{policy.slug}"] = policy.metadata.title
    return Shelf(tuple(keys), titles, own)


def meant(there: Shelf, speaking: str, name: str) -> tuple[str, ...]:
    """The policies that a name can mean; only `speaking` where a policy speaks of itself.

    A title that means the same and no more comes before one that means more (`Behaviour and Anti-Bullying Policy`).
    """
    topics, left = read_name(name)
    left -= there.own
    if not topics and not left:
        return ()
    same = [key for key, some, rest in there.keys if some == topics and rest == left]
    wider = [key for key, some, rest in there.keys if topics and topics < some and rest == left]
    found = same or wider
    return (speaking,) if speaking in found else tuple(found)
