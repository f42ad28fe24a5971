"""Which nation's law and guidance concern a school: as stated, else as what its policies name tells."""

from __future__ import annotations

from collections.abc import Iterable

from clauseway.model import Nation, Policy, School
from clauseway.vocabulary.register import register


def nations_of(school: School, policies: Iterable[Policy]) -> frozenset[Nation]:
    """The nations that a school may be in; empty where nothing tells.

    What exists in one nation only is a sign of it: Ofsted of England, Estyn of Wales; a policy in Welsh, of Wales.
    """
    if school.nation is not None:
        return frozenset({school.nation})
    signs: set[Nation] = set()
    for policy in policies:
        if "cy" in (policy.metadata.language, school.language):
            signs.add(Nation.WALES)
        for mention in (mention for mentions in policy.mentions for mention in mentions):
            if len(mention.names) == 1 and (entry := register().get(mention.names[0])) and len(entry.nations) == 1:
                signs.add(entry.nations[0])
    return frozenset(signs)
