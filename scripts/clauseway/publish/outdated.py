"""References of published policies that need an update, and how they are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from clauseway.model import Certainty, ReferenceType, Stale
from clauseway.publish.records import Clause, FrontMatter, Mentioned, PolicyFile
from clauseway.publish.references import said_of
from clauseway.publish.text import html


class Citation(msgspec.Struct, frozen=True, gc=False):
    """A reference with the clause it stands in."""

    front: FrontMatter
    """What is known of the policy."""
    anchor: str
    """The clause's anchor on the policy's page."""
    where: str
    """Its number, as printed, else the heading that it stands under; empty where it has neither."""
    reference: Mentioned
    """The reference."""


class Outdated(msgspec.Struct, frozen=True, gc=False):
    """A reference that needs an update."""

    front: FrontMatter
    """What is known of the policy."""
    anchor: str
    """The clause's anchor on the policy's page."""
    where: str
    """Its number, as printed, else the heading that it stands under; empty where it has neither."""
    words: str
    """The words as they stand."""
    stale: Stale
    """What stands in their place, since when, and how sure that is."""


def citations(file: PolicyFile) -> Iterator[Citation]:
    """The references of a policy in reading order; one of a stem or tail once, with the first clause it governs."""
    seen: set[tuple[str | None, str, int]] = set()
    for clause in file.clauses:
        for reference in clause.references:
            place = (_governing(clause, reference), reference.words, reference.start)
            if reference.within == "text" or place not in seen:
                seen.add(place)
                where = clause.number or "".join(clause.section_path[-1:])
                yield Citation(file.front_matter, clause.id.partition("#")[2], where, reference)


def _governing(clause: Clause, reference: Mentioned) -> str | None:
    return clause.lead_in if reference.within == "lead_in" else clause.tail


def outdated(file: PolicyFile) -> Iterator[Outdated]:
    """What needs an update in a policy: each fact once a clause, in reading order.

    Of an old edition and a section of it, the edition is named.
    """
    told: dict[tuple[str, str], Outdated] = {}
    for one in citations(file):
        if stale := one.reference.stale:
            entry = Outdated(one.front, one.anchor, one.where, one.reference.words, stale)
            if one.reference.type is not ReferenceType.ELSEWHERE:
                told[one.anchor, stale.fact] = entry
            told.setdefault((one.anchor, stale.fact), entry)
    yield from told.values()


def named(front: FrontMatter, where: str) -> str:
    """A clause as lists name it: `Complaints Policy 2.1`, `Complaints Policy, Appeals`."""
    joint = " " if where[:1].isdigit() or where[:1] == "(" else ", "
    return f"{front.title}{joint}{where}" if where else front.title


def outdated_list(some: Sequence[Outdated], where: Callable[[FrontMatter], str], *, schools: bool) -> Iterator[str]:
    """Lines of HTML: what is sure first, each with the clause; `where` gives the address of a policy's page."""
    yield '<ul class="outdated">'
    for one in sorted(some, key=lambda one: (one.stale.pending, one.stale.certainty is not Certainty.HIGH)):
        whose = f"{one.front.school_name}, " if schools else ""
        name = html(f"{whose}{named(one.front, one.where)}")
        link = f'<a href="{html(where(one.front))}#{html(one.anchor)}">{name}</a>'
        yield f"<li>{html(said_of(one.stale, one.words))} {link}</li>"
    yield "</ul>"


def of_all(files: Iterable[PolicyFile]) -> list[Outdated]:
    """What needs an update in some policies."""
    return [one for file in files for one in outdated(file)]
