"""What each school says on each matter, gathered school by school from what is published."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from clauseway.model import Audience, Duty, Findings, School
from clauseway.publish.data import csv_lines
from clauseway.publish.marks import attributes, marks
from clauseway.publish.records import Clause, FrontMatter, PolicyFile
from clauseway.publish.text import html

COLUMNS = (
    *("school", "school_name", "policy", "matter", "duty", "audiences"),
    *("id", "number", "lead_in", "text", "tail", "url"),
)
"""Columns of `topics/<topic>/compare.csv`."""

MOST_CLAUSES = 3
"""Clauses of one school that a page shows on one matter."""

_LINK_LABEL = "The clause in its policy"

_Found = tuple[FrontMatter, Clause]


class Stance(msgspec.Struct, frozen=True, gc=False):
    """What one school says on one matter."""

    school: str
    """Slug of the school."""
    name: str
    """Its name."""
    duties: tuple[Duty, ...]
    """How strongly its clauses bind, each once; first that of the clause that says most on the matter, rules first."""
    audiences: tuple[Audience, ...]
    """Whom they bind."""
    lines: tuple[str, ...]
    """The first few of its clauses as items of an HTML list, the one that says most first."""
    count: int
    """How many clauses it has on the matter."""


class OfSchool(msgspec.Struct, frozen=True):
    """What one school says on all matters."""

    stances: dict[str, Stance]
    """Its stances, by matter."""
    rows: dict[str, str]
    """Its rows of the tables to download, by matter."""
    clauses: dict[str, int]
    """How many of its clauses fall into each topic."""


def of_school(school: School, policies: Iterable[PolicyFile]) -> OfSchool:
    """What the policies of a school say."""
    grouped: dict[str, list[_Found]] = defaultdict(list)
    clauses: Counter[str] = Counter()
    for policy in policies:
        for clause in policy.clauses:
            clauses.update(clause.topics)
            for matter in clause.matters:
                grouped[matter].append((policy.front_matter, clause))
    found = {matter: sorted(some, key=lambda one: _rank(one[1], matter)) for matter, some in grouped.items()}
    rows = {matter: csv_lines(_row(front, clause, matter) for front, clause in some) for matter, some in found.items()}
    return OfSchool({matter: _stance(school, some) for matter, some in found.items()}, rows, dict(clauses))


class Stances:
    """The stances of all schools, and the rows of the tables to download."""

    def __init__(self) -> None:
        self.schools: list[School] = []
        """Those that have a policy, in the order in which they were added: others cannot be silent on anything."""
        self._of: dict[str, list[Stance]] = defaultdict(list)
        self._rows: dict[str, list[str]] = defaultdict(list)
        self._clauses: Counter[str] = Counter()

    def add(self, school: School, said: OfSchool) -> None:
        """Add what the policies of one more school say; it has some."""
        self.schools.append(school)
        for matter, stance in said.stances.items():
            self._of[matter].append(stance)
        for matter, rows in said.rows.items():
            self._rows[matter].append(rows)
        for topic, number in said.clauses.items():
            self._clauses[topic] += number

    def on(self, matter: str) -> Sequence[Stance]:
        """The stances on a matter, one a school that says something."""
        return self._of.get(matter, ())

    def clauses(self, topic: str) -> int:
        """How many clauses fall into a topic."""
        return self._clauses[topic]

    def table(self, some: Iterable[str]) -> str:
        """Every clause on some matters as CSV, matter by matter and school by school."""
        return "".join([csv_lines([COLUMNS]), *(row for matter in some for row in self._rows.get(matter, ()))])


def _rank(clause: Clause, matter: str) -> tuple[bool, int]:
    """Rules before what sets none, clauses that are first of all on this matter before others; then reading order."""
    return clause.duty in (None, Duty.NONE), clause.matters.index(matter)


def _stance(school: School, found: Sequence[_Found]) -> Stance:
    clauses = [clause for _, clause in found]
    people = {audience for clause in clauses for audience in clause.audiences}
    return Stance(
        school=school.slug,
        name=school.name,
        duties=tuple(dict.fromkeys(clause.duty or Duty.NONE for clause in clauses)),
        audiences=tuple(audience for audience in Audience if audience in people),
        lines=tuple(_line(front, clause) for front, clause in found[:MOST_CLAUSES]),
        count=len(found),
    )


def _line(front: FrontMatter, clause: Clause) -> str:
    """One clause: its number (the link to it), what governs it, its words, the tail of its list, marks and policy."""
    number = html(clause.number or "") or "→"
    label = "" if clause.number else f' aria-label="{_LINK_LABEL}"'
    link = f'<a href="../../{clause.url}"{label}>{number}</a>'
    context = f"<em>{html(clause.lead_in)}</em> " if clause.lead_in else ""
    tail = f" <em>{html(clause.tail)}</em>" if clause.tail else ""
    language = "" if front.language == "en" else f' lang="{html(front.language)}"'
    found = Findings(clause.audiences, clause.duty or Duty.NONE)
    return (
        f"<li{attributes(found)}{language}>{link} {context}{html(clause.text)}{tail} "
        f"{marks(found)}<cite>{html(front.title)}</cite></li>"
    )


def _row(front: FrontMatter, clause: Clause, matter: str) -> Sequence[str | None]:
    return (
        *(front.school, front.school_name, front.policy, matter, clause.duty, " ".join(clause.audiences)),
        *(clause.id, clause.number, clause.lead_in, clause.text, clause.tail, clause.url),
    )
