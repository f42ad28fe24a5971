"""A document as a list of elements, each with its label; the labels of the whole file come out of the same list.

Printed numbers are stated by the author, by hand, and checked against LibreOffice's own (`oracle.py`); nothing here
counts. A `tag` says who must do what: `"must s"`, with another careful reader's choice after a stroke
(`"must|should s|sp"`). Letters: s staff, p parents, k pupils, g governors.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.formats.marks import ABSENT, under, visible

AUDIENCES = {"s": "staff", "p": "parents", "k": "pupils", "g": "governors"}


@dataclass(frozen=True, slots=True)
class Element:
    """One thing in a document. `kind` decides what the labels say, `form` how it is written."""

    kind: str
    text: str = ""
    number: str | None = None
    tag: str = ""
    depth: int = 0
    form: str = ""
    stem: str = ""
    optional: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    parts: tuple[Element, ...] = ()
    facts: tuple[tuple[str, Any], ...] = ()
    start: int = 0


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as Word defines it.

    `style` names the paragraph style that carries the level, `legal` writes every number in it in plain figures,
    `left` is the indent in twentieths of a point (0: by depth).
    """

    fmt: str
    text: str
    style: str = ""
    start: int = 1
    legal: bool = False
    restart: int | None = None
    font: str = ""
    suffix: str = ""
    left: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """How an element is written: by a list of the program's own (`list`) or with a typed number (`typed` follows it).

    `fresh` starts the list again where the printed number is a first one; `by_style` leaves the number to the style;
    `unnumbered` takes away the one that the style would give.
    """

    style: str = "Normal"
    list: str = ""
    level: int = 0
    fresh: bool = False
    by_style: bool = False
    typed: str | None = None
    before: str = ""
    bold: bool = False
    capitals: bool = False
    indent: float = 0.0
    size: int = 0
    centred: bool = False
    unnumbered: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: what it says and how its elements are written.

    A list given as a name is a link (through a list style) to the list of that name. `styles` are styles of the
    author's own and what each is based on.
    """

    name: str
    elements: tuple[Element, ...]
    forms: dict[str, Form]
    lists: dict[str, tuple[Level, ...] | str] = field(default_factory=dict)
    styles: dict[str, str] = field(default_factory=dict)
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    first_footer: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    school: dict[str, str] = field(default_factory=dict)
    notes: dict[str, tuple[str, str]] = field(default_factory=dict)


def policy(title: str, kind: str, audience: str, **facts: Any) -> Element:
    """Begin a policy and print its title."""
    return Element("policy", title, tag=audience, facts=(("kind", kind), *facts.items()))


def front(text: str, form: str = "front") -> Element:
    """Print a line of the page: school name, motto, signature line. No clause."""
    return Element("front", text, form=form)


def h(number: str | None, text: str, level: int = 1, form: str = "") -> Element:
    """Print a heading."""
    return Element("heading", text, number, depth=level, form=form)


def c(number: str | None, text: str, tag: str, form: str = "", optional: bool = False, start: int = 0) -> Element:
    """Print a clause that hangs on no stem."""
    return Element("clause", text, number, tag, form=form, optional=optional, start=start)


def p(text: str, tag: str, form: str = "", optional: bool = False) -> Element:
    """Print a paragraph without a number."""
    return Element("clause", text, None, tag, form=form, optional=optional)


def lead(number: str | None, text: str, depth: int = 0, form: str = "", start: int = 0) -> Element:
    """Print a stem; `depth` 1 is an item that is itself a stem."""
    return Element("lead", text, number, depth=depth, form=form, start=start)


def split(number: str | None, text: str, stem: str, tag: str, depth: int = 0, form: str = "") -> Element:
    """Print a paragraph that says something and ends in a stem."""
    return Element("split", text, number, tag, depth=depth, form=form, stem=stem)


def i(number: str | None, text: str, tag: str, depth: int = 1, form: str = "", start: int = 0) -> Element:
    """Print a list item under the stems in force down to `depth`."""
    return Element("item", text, number, tag, depth=depth, form=form, start=start)


def more(text: str, tag: str, form: str = "more") -> Element:
    """Print the second paragraph of an item: a clause of its own; the stems stay in force for what follows."""
    return Element("more", text, None, tag, form=form)


def tail(text: str, form: str = "") -> Element:
    """Print the words that close a list and govern its items."""
    return Element("tail", text, form=form)


def label(text: str, form: str = "") -> Element:
    """Print a list item that is only a label of what follows."""
    return Element("label", text, form=form)


def table(head: Sequence[str], *rows: Sequence[str], optional: bool = False) -> Element:
    """Print a data table; each row is its tag, then its cells."""
    return Element("table", rows=(tuple(head), *(tuple(row) for row in rows)), optional=optional)


def metadata(*rows: Sequence[str], form: str = "") -> Element:
    """Print a table of dates, approvers or versions: no clauses."""
    return Element("metadata", rows=tuple(tuple(row) for row in rows), form=form)


def contents(*entries: tuple[str, str]) -> Element:
    """Print a contents field with page numbers."""
    return Element("contents", rows=tuple(entries))


def box(*parts: Element) -> Element:
    """Print a text box, in DrawingML and again in VML."""
    return Element("box", parts=parts)


def soft(*parts: Element) -> Element:
    """Print several elements in one paragraph, with line breaks between."""
    return Element("soft", parts=parts)


def layout(*parts: Element) -> Element:
    """Print elements in a table without lines: number on the left, text on the right."""
    return Element("layout", parts=parts)


def control(*parts: Element) -> Element:
    """Print elements within a content control."""
    return Element("control", parts=parts)


def joined(first: Element, second: str) -> Element:
    """Print one clause as two paragraphs, where a tracked change has taken away the mark between them."""
    return Element("joined", parts=(first, Element(first.kind, second, first.number, first.tag, form=first.form)))


def gone(number: str | None, text: str, form: str = "", mark: str = "del") -> Element:
    """Print a paragraph that a tracked change has taken away (`del`), moved away (`mf`) or that is hidden (`hide`)."""
    return Element("gone", text, number, form=form, stem=mark)


def page() -> Element:
    """Begin a new page."""
    return Element("page")


def shown(element: Element) -> str:
    """Give a heading as it is printed, with its number."""
    return " ".join(part for part in (element.number or "", visible(element.text)) if part)


class _Labels:
    """Goes through the elements once and keeps what is in force: section path and stems."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.policies: list[dict[str, Any]] = []
        self.furniture: list[str] = []
        self.absent: list[str] = []
        self.path: list[tuple[int, str]] = []
        self.stems: list[str] = []
        self.under: str = ""
        self.open: list[dict[str, Any]] = []

    def take(self, elements: Iterable[Element]) -> None:
        for element in elements:
            self.absent += under(element.text + element.stem, ABSENT)
            getattr(self, f"_{element.kind}")(element)
            for key in re.findall(r"\[\[fn:(\w+)\]\]", element.text + element.stem):
                text, tag = self.document.notes[key]
                if tag:
                    self._clause_of(visible(text), None, tag, None, footnote=True)

    @property
    def current(self) -> dict[str, Any]:
        return self.policies[-1]

    def _policy(self, element: Element) -> None:
        facts = dict(element.facts)
        self.path, self.stems, self.under = [], [], ""
        start = {
            "title": visible(element.text),
            "kind": facts.pop("kind"),
            "audience": _audiences(element.tag),
        }
        for name in ("approved", "approved_by", "reviewed", "review_date", "review_cycle", "owner", "scope"):
            start[name] = facts.pop(name, None)
        self.policies.append({**start, **facts, "sections": [], "labels": [], "lead_ins": [], "tails": []})
        self.current.update(table_heads=[], clauses=[])

    def _heading(self, element: Element) -> None:
        self.path = [(level, text) for level, text in self.path if level < element.depth]
        self.path.append((element.depth, shown(element)))
        self.stems, self.under, self.open = [], "", []
        self.current["sections"].append([text for _, text in self.path])

    def _clause(self, element: Element) -> None:
        self.stems, self.open = [], []
        self._clause_of(visible(element.text), element.number, element.tag, None, optional=element.optional)

    def _more(self, element: Element) -> None:
        lead_in = " ".join(self.stems) or None
        clause = self._clause_of(visible(element.text), None, element.tag, None)
        clause["lead_in_alt"] = [lead_in] if lead_in else []

    def _item(self, element: Element) -> None:
        self.stems = self.stems[: element.depth]
        lead_in = " ".join(self.stems) or None
        self.open.append(self._clause_of(visible(element.text), element.number, element.tag, lead_in))

    def _lead(self, element: Element) -> None:
        self.stems = [*self.stems[: element.depth], visible(element.text)]
        self.open = self.open if element.depth else []
        self.current["lead_ins"].append({"number": element.number, "text": visible(element.text)})

    def _split(self, element: Element) -> None:
        self.stems = self.stems[: element.depth]
        self._clause_of(visible(element.text), element.number, element.tag, " ".join(self.stems) or None)
        self._lead(Element("lead", element.stem, depth=element.depth))

    def _tail(self, element: Element) -> None:
        text = visible(element.text)
        self.current["tails"].append(text)
        for clause in self.open:
            clause["tail"] = text
        self.stems, self.open = [], []

    def _label(self, element: Element) -> None:
        self.under = visible(element.text)
        self.stems, self.open = [], []
        self.current["labels"].append([*(text for _, text in self.path), self.under])

    def _table(self, element: Element) -> None:
        self.stems, self.open = [], []
        self.current["table_heads"].append(_joined(element.rows[0]))
        for tag, *cells in element.rows[1:]:
            self._clause_of(_joined(cells), None, tag, None, optional=element.optional)

    def _front(self, element: Element) -> None:
        self.furniture.append(visible(element.text))

    def _metadata(self, element: Element) -> None:
        self.furniture += [_joined(row) for row in element.rows]

    def _contents(self, element: Element) -> None:
        self.furniture += ["Contents", *(_joined(row) for row in element.rows)]

    def _page(self, element: Element) -> None:
        pass

    def _gone(self, element: Element) -> None:
        if element.stem != "mf":
            self.absent.append(visible(element.text))

    def _box(self, element: Element) -> None:
        self.take(element.parts)

    _soft = _layout = _control = _box

    def _joined(self, element: Element) -> None:
        first, second = element.parts
        self._clause(Element("clause", first.text + second.text, first.number, first.tag, form=first.form))

    def _clause_of(self, text: str, number: str | None, tag: str, lead_in: str | None, **marks: bool) -> dict[str, Any]:
        duty, duty_alt, who, who_alt = _tag(tag)
        path = [text for _, text in self.path] + ([self.under] if self.under else [])
        clause: dict[str, Any] = {"number": number, "lead_in": lead_in, "text": text, "section_path": path}
        clause |= {"audiences": who, "duty": duty, "audiences_alt": who_alt, "duty_alt": duty_alt}
        clause |= {name: True for name, value in marks.items() if value}
        self.current["clauses"].append(clause)
        return clause


def labels(document: Document) -> dict[str, Any]:
    """Give the labels of a document, as `expected.json` holds them."""
    state = _Labels(document)
    for line in (*document.header, *document.footer, *document.first_footer):
        state.furniture.append(visible(line.replace("[[page:]]", "1").replace("[[pages:]]", "6")))
    state.take(document.elements)
    said = [_plain(stated["text"]) for one in state.policies for stated in (*one["clauses"], *one["lead_ins"])]
    said += [_plain(heading) for one in state.policies for heading in [one["title"]]]
    return {
        "policies": [_lean(one) for one in state.policies],
        "furniture": [line for line in dict.fromkeys(state.furniture) if line and _outside(_plain(line), said)],
        "problems": list(document.problems),
        "absent": list(dict.fromkeys(state.absent)),
        "placeholders": list(document.placeholders),
        "personal": list(document.personal),
    }


def write_labels(expected: dict[str, Any]) -> str:
    """Write labels as JSON, one clause to a line."""
    whole = json.dumps(expected, ensure_ascii=False, indent=1)
    return re.sub(r"(?m)^ {4}[\[{]\n(?: {5}.*\n)*? {4}[\]}]", _one_line, whole) + "\n"


def _one_line(found: re.Match[str]) -> str:
    indent = found[0][: len(found[0]) - len(found[0].lstrip())]
    return indent + json.dumps(json.loads(found[0]), ensure_ascii=False)


def _lean(one: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in one.items() if v != [] or k not in {"labels", "tails", "table_heads"}}


def _outside(line: str, said: Sequence[str]) -> bool:
    return bool(line) and not any(f" {line} " in f" {text} " for text in said)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _joined(cells: Iterable[str]) -> str:
    return " ".join(visible(cell) for cell in cells if cell)


def _tag(tag: str) -> tuple[str, list[str], list[str], list[str]]:
    duty, who = tag.split()
    duties, audiences = duty.split("|"), who.split("|")
    return duties[0], duties[1:], _audiences(audiences[0]), _audiences(audiences[1]) if audiences[1:] else []


def _audiences(letters: str) -> list[str]:
    return [name for letter, name in AUDIENCES.items() if letter in letters]
