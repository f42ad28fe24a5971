"""Drafts made by hand, for tests of what is said about them."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.describe import describe_metadata
from clauseway.model import Draft, Metadata, Piece, Place, Role, School
from clauseway.problems import Problem

Line = str | tuple[str, ...]

SCHOOL = School("fernhill", "Fernhill Primary School")


def metadata_pieces(*lines: Line, first: int = 3) -> tuple[Piece, ...]:
    """Lines of metadata from line `first` on; a tuple is a table row."""
    return tuple(
        Piece(Role.METADATA, line, Place(number))
        if isinstance(line, str)
        else Piece(Role.METADATA, " ".join(line), Place(number), cells=line)
        for number, line in enumerate(lines, first)
    )


def clause(
    text: str, *path: str, lead_in: str = "", role: Role = Role.CLAUSE, item: bool = False, line: int = 40
) -> Piece:
    """A clause (or a piece of another role) under the headings of `path`."""
    return Piece(
        role, text, Place(line), section_path=path, lead_ins=(lead_in,) if lead_in else (), item=item or bool(lead_in)
    )


def draft(title: str = "Uniform Policy", *pieces: Piece, shared: Sequence[Piece] = ()) -> Draft:
    """A policy of these pieces under a title."""
    return Draft((Piece(Role.HEADING, title, Place(1)), *pieces), tuple(shared))


def described(
    *lines: Line, clauses: Sequence[Piece] = (), title: str = "Uniform Policy", terms: int | None = None
) -> Metadata:
    """The metadata of a policy with these lines of metadata and these clauses."""
    return describe(draft(title, *metadata_pieces(*lines), *clauses), terms)[0]


def problems(*lines: Line, clauses: Sequence[Piece] = (), terms: int | None = None) -> dict[str, Problem]:
    """The problems of such a policy by their code."""
    return {p.code: p for p in describe(draft("Uniform Policy", *metadata_pieces(*lines), *clauses), terms)[1]}


def describe(made: Draft, terms: int | None = None) -> tuple[Metadata, tuple[Problem, ...]]:
    """What is said of a draft of a school with so many terms a year."""
    school = School(SCHOOL.slug, SCHOOL.name, terms_per_year=terms)
    return describe_metadata(made, school, "fernhill/policy.txt")
