"""What one school adds to the site beside the pages of its policies: its own pages, and its part in those of all."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clauseway.model import Audience, School
from clauseway.publish.cited import cited_by
from clauseway.publish.data import clause_rows, policy_entry
from clauseway.publish.extracts import Extracts, extracts, total
from clauseway.publish.outdated import Outdated, of_all
from clauseway.publish.readers import MOST_ACROSS, READERS, Shelf, school_reader_page
from clauseway.publish.records import PolicyEntry, PolicyFile
from clauseway.publish.stances import OfSchool, of_school


class SchoolPart(msgspec.Struct, frozen=True):
    """The part of one school. It depends on the school and its policies alone, and not on what others say."""

    entries: tuple[PolicyEntry, ...]
    """Its policies as they are listed."""
    counts: dict[Audience, int]
    """Clauses for each reader."""
    outdated: tuple[Outdated, ...]
    """References that need an update."""
    pages: dict[str, bytes]
    """Its own pages, by path."""
    rows: str
    """Its lines of the table of all clauses."""
    said: OfSchool
    """What it says on each matter."""
    concerned: dict[Audience, tuple[Extracts, ...] | None]
    """What concerns each reader; None where that is too much for a page of all schools."""
    cited: tuple[str, ...]
    """The entries of the register that its policies name."""


def school_part(school: School, policies: Sequence[PolicyFile]) -> SchoolPart:
    """What `school` adds, given its policies."""
    concerned = {audience: [extracts(file, audience) for file in policies] for audience in READERS}
    counts = {audience: total(some) for audience, some in concerned.items()}
    old = tuple(of_all(policies))
    references, cited = cited_by(school, policies, old)
    entries = tuple(policy_entry(file) for file in policies)
    shelf = Shelf(school, entries, counts, old)
    folder = f"schools/{school.slug}"
    pages = {f"{folder}/references/index.md": references.encode()}
    for audience, some in concerned.items():
        pages[f"{folder}/{audience}/index.md"] = school_reader_page(audience, shelf, some).encode()
    return SchoolPart(
        entries=entries,
        counts=counts,
        outdated=old,
        pages=pages,
        rows="".join(map(clause_rows, policies)),
        said=of_school(school, policies),
        concerned={audience: _across(some) for audience, some in concerned.items()},
        cited=cited,
    )


def _across(some: Sequence[Extracts]) -> tuple[Extracts, ...] | None:
    """What a page of all schools may show, without what it does not: the relations, which depend on other schools."""
    if total(some) > MOST_ACROSS:
        return None
    return tuple(_alone(one) for one in some if one.clauses)


def _alone(one: Extracts) -> Extracts:
    clauses = tuple(msgspec.structs.replace(clause, relations=()) for clause in one.clauses)
    return msgspec.structs.replace(one, clauses=clauses)
