"""A made-up policy as an outline: headings, paragraphs, lists and tables with what was planted in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.generate import grammar
from tests.generate.grammar import Saying
from tests.generate.matters import Matter, kinds, matters_of
from tests.generate.numbering import Counter, Numbering

_POSITIVE = ("must", "should")
_OPENINGS = ("Introduction", "Aims", "Purpose", "Overview", "Rationale")
_CLOSINGS = ("Monitoring and review", "Review", "Evaluation", "Links with other policies")
_HEADINGS = (
    "Roles and responsibilities",
    "What we expect",
    "Day to day practice",
    "Working with families",
    "When things go wrong",
    "Training and support",
    "Records",
    "Guidance for adults",
    "Guidance for children",
    "At home",
    "Procedures",
    "Exceptions",
    "Communication",
    "Equal treatment",
    "Visits and events",
    "Early years",
    "Older pupils",
    "Good practice",
    "Further steps",
    "Resources",
)
_SCOPES = (
    "This policy applies to all staff, volunteers and governors.",
    "This policy applies to all members of the school community.",
    "This policy covers pupils, parents and staff.",
    "It applies to everyone who works at or visits the school.",
)
_COLUMNS = ("What", "Who decides", "When")
_DECIDERS = ("Class teacher", "Head of year", "Deputy headteacher", "Headteacher", "Chair of governors")
_TIMES = ("At once", "The same day", "Within a week", "Each term", "Each year")


@dataclass(frozen=True, slots=True)
class Element:
    """One block of a made-up policy, with the truth about it."""

    role: str
    """`title`, `section`, `subsection`, `paragraph`, `lead_in`, `item`, `tail`, `head_row` or `row`."""
    text: str
    """The words, without number or mark."""
    number: str = ""
    """The number as printed."""
    marker: str = ""
    """The list mark, where it is no number."""
    depth: int = 0
    """Nesting of an item."""
    lead_ins: tuple[str, ...] = ()
    """The stems in force, outermost first."""
    section_path: tuple[str, ...] = ()
    """The headings it stands under, outermost first."""
    saying: Saying = field(default_factory=lambda: Saying(""))
    """What was planted."""
    cells: tuple[str, ...] = ()
    """The cells of a table row."""


@dataclass(slots=True)
class Writer:
    """Collects the elements of one policy while it is being made up."""

    rng: Random
    """Source of every choice."""
    numbering: Numbering
    """How it numbers."""
    duties: dict[str, str]
    """The school's own ruling on each matter."""
    matters: tuple[Matter, ...]
    """What it may speak of."""
    counter: Counter = field(default_factory=Counter)
    """Where it stands."""
    elements: list[Element] = field(default_factory=list)
    """What is written so far."""
    path: tuple[str, ...] = ()
    """The headings in force."""
    clauses: int = 0
    """Paragraphs, items and rows so far."""

    def section(self, heading: str) -> None:
        """Begin a section."""
        self.counter.next_section()
        self.path = (heading,)
        self.elements.append(Element("section", heading, self.counter.print(self.numbering.section)))

    def subsection(self, heading: str) -> None:
        """Begin a subsection."""
        self.counter.next_subsection()
        number = self.counter.print(self.numbering.subsection)
        self.elements.append(Element("subsection", heading, number, section_path=self.path))
        self.path = (self.path[0], heading)

    def paragraph(self) -> None:
        """Write a paragraph: mostly a rule, now and then background."""
        matter = self.rng.choice(self.matters)
        ruling = self.rng.random() < 0.8
        saying = (
            grammar.rule(self.rng, matter, self.duties[matter.slug]) if ruling else grammar.background(self.rng, matter)
        )
        self.counter.next_clause()
        number = self.counter.print(self.numbering.clause)
        self._clause(Element("paragraph", saying.text, number, section_path=self.path, saying=saying))

    def scope(self) -> None:
        """Write the sentence that says to whom the policy applies."""
        saying = Saying(self.rng.choice(_SCOPES))
        self.counter.next_clause()
        number = self.counter.print(self.numbering.clause)
        self._clause(Element("paragraph", saying.text, number, section_path=self.path, saying=saying))

    def listing(self) -> None:
        """Write a lead-in with items, at times a list within the list, at times a tail."""
        duty, choices = self._choices()
        lead = grammar.lead_in(self.rng, choices[0].actor, duty)
        numbered = self.numbering.clause if self.rng.random() < 0.5 else ""
        if numbered:
            self.counter.next_clause()
        self.elements.append(
            Element("lead_in", lead.text, self.counter.print(numbered), section_path=self.path, saying=lead)
        )
        for place, matter in enumerate(choices, start=1):
            self._item(place, matter, duty, lead.text)
        if self.rng.random() < 0.15:
            self._nested(len(choices) + 1, duty, lead)
        if self.rng.random() < 0.1:
            self.elements.append(Element("tail", grammar.TAILS[duty], section_path=self.path))

    def table(self) -> None:
        """Write a small table with a row of column heads."""
        self.elements.append(Element("head_row", " ".join(_COLUMNS), section_path=self.path, cells=_COLUMNS))
        for matter in self.rng.sample(self.matters, min(4, len(self.matters))):
            act = f"{grammar.capital(grammar.gerund(matter.verb))} {matter.objects[0]}"
            cells = (act, self.rng.choice(_DECIDERS), self.rng.choice(_TIMES))
            saying = Saying(" ".join(cells), matter.actor, "none", matter.slug)
            self._clause(Element("row", saying.text, section_path=self.path, saying=saying, cells=cells))

    def _choices(self) -> tuple[str, list[Matter]]:
        """Choose what a list is about: matters of one actor on which the school rules alike."""
        first = self.rng.choice([matter for matter in self.matters if self.duties[matter.slug] != "none"])
        duty = self.duties[first.slug]
        alike = [m for m in self.matters if m.actor == first.actor and self.duties[m.slug] == duty and m != first]
        return duty, [first, *self.rng.sample(alike, min(len(alike), self.rng.randint(1, 6)))]

    def _item(self, place: int, matter: Matter, duty: str, lead: str) -> None:
        negated = duty in _POSITIVE and self.rng.random() < 0.04
        saying = grammar.item(self.rng, matter, duty, negated)
        self._marked(self.numbering.item, place, saying, (lead,), 0)

    def _nested(self, place: int, duty: str, lead: Saying) -> None:
        stem = "give the following in writing:"
        self._marked(self.numbering.item, place, Saying(stem, lead.audience, duty), (lead.text,), 0, role="lead_in")
        for inner, words in enumerate(self.rng.sample(grammar.DETAILS, 3), start=1):
            saying = Saying(words, lead.audience, duty)
            self._marked(self.numbering.nested, inner, saying, (lead.text, stem), 1)

    def _marked(
        self, pattern: str, place: int, saying: Saying, leads: tuple[str, ...], depth: int, role: str = "item"
    ) -> None:
        printed = self.counter.print(pattern, place)
        number, marker = (printed, "") if "{" in pattern else ("", printed)
        element = Element(role, saying.text, number, marker, depth, leads, self.path, saying)
        if role == "item":
            self._clause(element)
        else:
            self.elements.append(element)

    def _clause(self, element: Element) -> None:
        self.clauses += 1
        self.elements.append(element)


def outline(rng: Random, kind: str, title: str, duties: dict[str, str], numbering: Numbering) -> tuple[Element, ...]:
    """Make up one policy of 20 to 120 clauses, about 60 on average."""
    others = [matter for other in rng.sample(kinds(), 2) for matter in matters_of(other)]
    spoken_of = tuple(dict.fromkeys((*matters_of(kind), *matters_of("other"), *others)))
    writer = Writer(rng, numbering, duties, spoken_of)
    writer.elements.append(Element("title", title))
    wanted = min(112, max(20, round(rng.gauss(60, 22))))
    headings = [rng.choice(_OPENINGS), *rng.sample(_HEADINGS, max(2, wanted // 9)), rng.choice(_CLOSINGS)]
    for place, heading in enumerate(headings, start=1):
        writer.section(heading)
        if writer.numbering.subsection:
            writer.subsection(f"{heading} in general")
        if place == 2:
            writer.scope()
        _fill(writer, wanted * place // len(headings), heading)
    return tuple(writer.elements)


def _fill(writer: Writer, target: int, heading: str) -> None:
    """Write a section until the document has its target of clauses."""
    writer.paragraph()
    while writer.clauses < target:
        choice = writer.rng.random()
        if choice < 0.62:
            writer.paragraph()
        elif choice < 0.96:
            writer.listing()
        elif choice < 0.98:
            writer.table()
        elif writer.numbering.subsection:
            writer.subsection(f"{heading} in detail, part {writer.counter.subsection}")
            writer.paragraph()
