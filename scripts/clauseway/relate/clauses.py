"""A clause as far as relations are found from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from clauseway.model import Audience, Duty, Kind, MatterFit, Policy


class Clause(msgspec.Struct, frozen=True, gc=False):
    """What relations are found from."""

    id: str
    """`<school>/<policy>#<id>`."""
    words: str
    """Its own words."""
    duty: Duty
    """How strongly it binds."""
    audiences: frozenset[Audience]
    """Whom it binds."""
    matters: tuple[MatterFit, ...]
    """The matters it rules on."""
    kind: Kind = Kind.OTHER
    """What its policy is about."""
    stems: tuple[str, ...] = ()
    """The stems that govern it, outermost first."""
    heading: str = ""
    """The heading it stands under."""
    title: str = ""
    """Title of its policy."""
    addressees: frozenset[Audience] = frozenset()
    """Whom its policy is for."""
    near: tuple[MatterFit, ...] = ()
    """The matters that it is likest to, whether or not it rules on them."""

    @property
    def policy(self) -> str:
        """`<school>/<policy>`."""
        return self.id.partition("#")[0]

    @property
    def school(self) -> str:
        """Slug of its school."""
        return self.id.partition("/")[0]

    @property
    def governed(self) -> str:
        """Its words behind all stems that govern it."""
        return " ".join((*self.stems, self.words)).strip()


def clauses_of(policies: Iterable[Policy]) -> Iterator[Clause]:
    """The clauses of some policies with what is found about them."""
    for policy in policies:
        for piece, one, found in zip(policy.pieces, policy.ids, policy.findings, strict=True):
            if found is not None:
                yield Clause(
                    id=f"{policy.school}/{policy.slug}#{one}",
                    words=" ".join((piece.text, piece.tail)).strip(),
                    duty=found.duty,
                    audiences=frozenset(found.audiences),
                    matters=found.matters,
                    kind=policy.metadata.kind,
                    stems=piece.lead_ins,
                    heading=piece.section_path[-1] if piece.section_path else "",
                    title=policy.metadata.title,
                    addressees=frozenset(policy.metadata.audience),
                    near=found.near,
                )
