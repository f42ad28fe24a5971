"""Ways in which made-up policies number their sections, clauses and list items."""

from __future__ import annotations

from dataclasses import dataclass

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True, slots=True)
class Numbering:
    """Patterns of numbers: empty is unnumbered.

    In the patterns `s` is the section, `b` the subsection, `n` the clause within them, `h` the clause with two
    digits, `t` the clause within the document, `k` the item; `S`, `c` and `a` are `s`, `n` and `k` as letters,
    `r` is `k` in roman numerals.
    """

    name: str
    """What people would call it."""
    section: str
    """In front of a section's heading."""
    subsection: str
    """In front of a subsection's heading; empty where there are no subsections."""
    clause: str
    """In front of a paragraph."""
    item: str
    """In front of a list item."""
    nested: str
    """In front of an item of a list within a list."""


NUMBERINGS = (
    Numbering("1. then 1.1", "{s}.", "", "{s}.{n}", "({a})", "({r})"),
    Numbering("1 then 1.1", "{s}", "", "{s}.{n}", "-", "o"),
    Numbering("1 then 1.1 then 1.1.1", "{s}", "{s}.{b}", "{s}.{b}.{n}", "-", "o"),
    Numbering("1.0 then 1.1", "{s}.0", "", "{s}.{n}", "•", "o"),
    Numbering("1. then a)", "{s}.", "", "{c})", "-", "o"),
    Numbering("1. then (a)", "{s}.", "", "({c})", "({r})", "-"),
    Numbering("A then A1", "{S}.", "", "{S}{n}", "{a})", "{r}."),
    Numbering("B then B1 then B1.2", "{S}", "{S}{b}", "{S}{b}.{n}", "•", "-"),
    Numbering("Section 1: then 1.1", "Section {s}:", "", "{s}.{n}", "-", "o"),
    Numbering("Article 1 then 1.1", "Article {s}", "", "{s}.{n}", "({a})", "({r})"),
    Numbering("1 then 101", "{s}", "", "{s}{h}", "-", "o"),
    Numbering("numbers that run on", "", "", "{t}.", "-", "o"),
    Numbering("only heads numbered", "{s}.", "", "", "•", "o"),
    Numbering("unnumbered", "", "", "", "-", "o"),
    Numbering("unnumbered, stars", "", "", "", "*", "-"),
)


@dataclass(slots=True)
class Counter:
    """Where a document stands in its numbering."""

    section: int = 0
    """Sections begun."""
    subsection: int = 0
    """Subsections begun in the section."""
    clause: int = 0
    """Paragraphs in the section or subsection."""
    total: int = 0
    """Paragraphs in the document."""

    def next_section(self) -> None:
        """Begin a section."""
        self.section, self.subsection, self.clause = self.section + 1, 0, 0

    def next_subsection(self) -> None:
        """Begin a subsection."""
        self.subsection, self.clause = self.subsection + 1, 0

    def next_clause(self) -> None:
        """Begin a paragraph."""
        self.clause, self.total = self.clause + 1, self.total + 1

    def print(self, pattern: str, item: int = 0) -> str:
        """Give the number that a pattern makes of the present place."""
        if "{" not in pattern:
            return pattern
        return pattern.format(
            s=self.section,
            S=letter(self.section),
            b=self.subsection,
            n=self.clause,
            h=f"{self.clause:02d}",
            c=letter(self.clause).lower(),
            t=self.total,
            k=item,
            a=letter(item).lower(),
            r=_ROMAN[item - 1] if 0 < item <= len(_ROMAN) else str(item),
        )


def letter(number: int) -> str:
    """Give a capital letter: A for 1, Z for 26, then AA."""
    if number < 1:
        return ""
    return chr(64 + number) if number <= 26 else letter((number - 1) // 26) + letter((number - 1) % 26 + 1)
