"""Data: one policy as a record, all policies as a list, all clauses as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from clauseway.model import Findings, Policy, Related, Role
from clauseway.publish.anchors import headings_above
from clauseway.publish.body import Part
from clauseway.publish.originals import without_private_words
from clauseway.publish.records import (
    VERSION,
    Clause,
    Counts,
    FrontMatter,
    Furniture,
    Grounds,
    PolicyEntry,
    PolicyFile,
    PolicyList,
    RelatedClause,
    Report,
    Section,
)
from clauseway.vocabulary.catalogue import matters

CLAUSE_COLUMNS = (
    *("id", "school", "school_name", "policy", "policy_title", "number", "section_path", "lead_in", "text", "tail"),
    *("kind", "audiences", "duty", "topics", "matters", "url"),
)
"""Columns of `data/clauses.csv`."""

# A spreadsheet takes a cell that starts with one of these for a formula to run.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def page_url(school: str, policy: str) -> str:
    """Address of a policy's page, relative to the site's root."""
    return f"schools/{school}/{policy}/"


Relations = Mapping[str, Sequence[Related]]
"""Clauses of other policies on the same matter, by clause id."""


def policy_file(policy: Policy, front: FrontMatter, parts: Sequence[Part], relations: Relations) -> PolicyFile:
    """`policy` as it is published."""
    sections = tuple(_section(part) for part in parts if part.piece.role is Role.HEADING)
    clauses = tuple(_clause(policy, part, relations) for part in parts if part.piece.role is Role.CLAUSE)
    counts = Counts(len(clauses), len(sections), policy.ledger.words)
    return PolicyFile(
        version=VERSION,
        front_matter=front,
        sections=sections,
        clauses=clauses,
        furniture=tuple(
            Furniture(part.piece.text, part.piece.reason, part.piece.place)
            for part in parts
            if part.piece.role is Role.FURNITURE
        ),
        ledger=policy.ledger,
        report=Report(counts, policy.problems, without_private_words(policy.source)),
    )


def policy_entry(file: PolicyFile) -> PolicyEntry:
    """`file` as a line in the list of all policies."""
    front = file.front_matter
    fields = {name: getattr(front, name) for name in front.__struct_fields__}
    return PolicyEntry(**fields, url=page_url(front.school, front.policy), counts=file.report.counts)


def policy_list(entries: Iterable[PolicyEntry]) -> PolicyList:
    """`data/policies.json`."""
    return PolicyList(VERSION, tuple(entries))


def to_json(record: msgspec.Struct) -> bytes:
    """`record` as JSON on one line, in UTF-8."""
    return msgspec.json.encode(record) + b"\n"


def clause_rows(file: PolicyFile) -> str:
    """The clauses of `file` as lines of `data/clauses.csv`."""
    front = file.front_matter
    return csv_lines(
        (
            *(clause.id, front.school, front.school_name, front.policy, front.title),
            *(clause.number, " > ".join(clause.section_path), clause.lead_in, clause.text, clause.tail),
            *(clause.kind, " ".join(clause.audiences), clause.duty),
            *(" ".join(clause.topics), " ".join(clause.matters), clause.url),
        )
        for clause in file.clauses
    )


def csv_lines(rows: Iterable[Sequence[str | None]]) -> str:
    """`rows` as CSV lines; an apostrophe keeps a spreadsheet from running a cell as a formula."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([[_cell(value) for value in row] for row in rows])
    return written.getvalue()


def _cell(value: str | None) -> str:
    text = value or ""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _section(part: Part) -> Section:
    piece = part.piece
    return Section(part.anchor, piece.number or None, piece.text, piece.level, headings_above(piece))


def _clause(policy: Policy, part: Part, relations: Relations) -> Clause:
    piece, found = part.piece, part.findings or Findings()
    name = f"{policy.school}/{policy.slug}#{part.anchor}"
    return Clause(
        id=name,
        number=piece.number or None,
        section_path=piece.section_path,
        lead_in=" ".join(piece.lead_ins) or None,
        text=piece.text,
        tail=piece.tail or None,
        kind="row" if piece.cells else "item" if piece.item else "paragraph",
        place=piece.place,
        audiences=found.audiences,
        duty=found.duty if part.findings else None,
        by_school=found.by_school,
        duties_also=found.duties_also,
        matters=tuple(fit.slug for fit in found.matters),
        topics=tuple(dict.fromkeys(matters()[fit.slug].topic for fit in found.matters)),
        url=f"{page_url(policy.school, policy.slug)}#{part.anchor}",
        evidence=Grounds(found.why_audiences, found.why_duty, found.stated),
        references=part.references,
        relations=tuple(
            RelatedClause(one.clause, one.relation.value, one.score, one.why, one.matter)
            for one in relations.get(name, ())
        ),
    )
