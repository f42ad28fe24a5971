"""From the words for people to audiences: fixed roles, groups a document defines, and whoever a policy addresses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from clauseway.describe.reading import Mention, Reading
from clauseway.describe.reading.grammar import phrase
from clauseway.describe.reading.phrases import Node, grow, longest
from clauseway.model import Audience

_FIXED: dict[str, frozenset[Audience]] = {
    "staff": frozenset({Audience.STAFF}),
    "school": frozenset({Audience.STAFF}),
    "visitors": frozenset(),
    "parents": frozenset({Audience.PARENTS}),
    "pupils": frozenset({Audience.PUPILS}),
    "governors": frozenset({Audience.GOVERNORS}),
}
_FAMILIES = frozenset({Audience.PARENTS, Audience.PUPILS})
_ORDER = {audience: place for place, audience in enumerate(Audience)}
_DEFINED = "defined "


class Groups(msgspec.Struct, frozen=True):
    """Groups that a document defines for itself."""

    names: tuple[tuple[str, tuple[Audience, ...]], ...] = ()
    """Each name in lower case with whom it stands for, in the order of definition."""
    you: Audience | None = None
    """Whom the document speaks to as "you", where its words tell ("your child", "your line manager")."""


class People(msgspec.Struct, frozen=True, eq=False):
    """Whom the words for people stand for in one policy; there is one for all its clauses."""

    addressees: tuple[Audience, ...]
    """Whom the policy addresses."""
    groups: Groups
    """What it defines."""

    def audiences(self, role: str) -> frozenset[Audience]:
        """Give whom a role stands for.

        Adults are the staff, and the governors too where the policy addresses them and no families, for then it is a
        policy for all who work there; "everyone" is whoever it addresses.
        """
        fixed = _FIXED.get(role)
        if fixed is not None:
            return fixed
        if role.startswith(_DEFINED):
            return frozenset(self.groups.names[int(role[len(_DEFINED) :])][1])
        addressed = frozenset(self.addressees)
        if role == "anyone" and Audience.STAFF in addressed:
            return frozenset({Audience.STAFF})
        if role == "candidates":
            return frozenset({Audience.PUPILS if Audience.PUPILS in addressed else Audience.STAFF})
        if role == "adults":
            grown = addressed & {Audience.GOVERNORS}
            return frozenset({Audience.STAFF}) | (grown if not addressed & _FAMILIES else frozenset())
        return addressed

    def mentions(self, reading: Reading) -> list[Mention]:
        """Give the groups a text names, the document's own definitions before the ordinary meaning."""
        if not self.groups.names:
            return reading.mentions
        return _with_defined(reading.tokens, reading.mentions, _tree(self.groups.names))


@lru_cache(maxsize=32)  # there are sixteen
def ordered(audiences: frozenset[Audience]) -> tuple[Audience, ...]:
    """Give audiences in the order of `Audience`."""
    return tuple(sorted(audiences, key=_ORDER.__getitem__))


@lru_cache(maxsize=256)
def _tree(names: tuple[tuple[str, tuple[Audience, ...]], ...]) -> dict[str, Node[str]]:
    forms = ((form, place) for place, (name, _) in enumerate(names) for form in {name, name.removesuffix("s")})
    return grow((phrase(form), f"{_DEFINED}{place}") for form, place in forms)


def _with_defined(tokens: Sequence[str], mentions: Sequence[Mention], tree: dict[str, Node[str]]) -> list[Mention]:
    """Put the defined groups in place of the mentions that they overlap."""
    defined = []
    for place, token in enumerate(tokens):
        node = tree.get(token)
        match = longest(tokens, place, node) if node is not None else None
        if match is not None:
            defined.append(Mention(place, match[0], match[1]))
    if not defined:
        return list(mentions)
    taken = {k for m in defined for k in range(m.start, m.end)}
    kept = [m for m in mentions if not taken.intersection(range(m.start, m.end))]
    return sorted([*kept, *defined], key=lambda m: m.start)
