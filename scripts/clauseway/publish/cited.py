"""The register as pages: what the policies of each school refer to, and which schools name a law or guidance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from clauseway.model import Outcome, ReferenceType, School
from clauseway.publish.extracts import html_block
from clauseway.publish.front import yaml_block
from clauseway.publish.outdated import Citation, Outdated, citations, named, outdated_list
from clauseway.publish.plain_words import counted, listed
from clauseway.publish.records import PolicyFile
from clauseway.publish.references import policy_title
from clauseway.publish.text import address, html, markdown
from clauseway.vocabulary.policy_names import read_name
from clauseway.vocabulary.register import Entry, register

MOST_SCHOOLS = 12
"""Schools that stand beside an entry of the register; their own pages list the clauses."""
MOST_CLAUSES = 20
"""Clauses that stand beside an entry on the page of a school."""

_KINDS = {
    ReferenceType.LAW: "Laws",
    ReferenceType.GUIDANCE: "Guidance",
    ReferenceType.BODY: "Bodies",
}
_NOTICE = (
    "Found by the words of the policies, so a mention can be missed. The links lead to the publishers’ own pages; "
    "nothing is fetched from there."
)


def cited_by(school: School, policies: Sequence[PolicyFile], old: Sequence[Outdated]) -> tuple[str, tuple[str, ...]]:
    """The page of one school, and the entries that its policies name; `old` is what needs an update in them."""
    found = [one for file in policies for one in citations(file)]
    entries = _by_entry(found)
    return _school_page(school, found, entries, old), tuple(entries)


class Cited:
    """Gathers which schools name which entries of the register."""

    def __init__(self) -> None:
        self._by_entry: dict[str, list[str]] = defaultdict(list)
        self._names: dict[str, str] = {}

    def add(self, school: School, entries: Iterable[str]) -> None:
        """Add one more school, with the entries that its policies name."""
        self._names[school.slug] = school.name
        for slug in entries:
            self._by_entry[slug].append(school.slug)

    def page(self) -> str:
        """`references/index.md`: every law, guidance and body that is named, with the schools that do."""
        blocks = [
            yaml_block({"title": "Laws and guidance", "references": "all", "description": _DESCRIPTION}),
            "# Laws and guidance\n",
            f"What the policies here refer to. {_NOTICE}\n",
        ]
        for title, entries in _groups(self._by_entry):
            lines = (line for entry in entries for line in self._entry(entry))
            blocks += [f"## {title}\n", html_block(['<dl class="cited">', *lines, "</dl>"])]
        return "\n".join(blocks if self._by_entry else [*blocks, "No policy here names any.\n"])

    def _entry(self, entry: Entry) -> Iterator[str]:
        schools = self._by_entry[entry.slug]
        links = [
            f'<a href="../schools/{html(slug)}/references/#{entry.slug}">{html(self._names[slug])}</a>'
            for slug in schools[:MOST_SCHOOLS]
        ]
        more = f" and {counted(len(schools) - MOST_SCHOOLS, 'more school')}" if len(schools) > MOST_SCHOOLS else ""
        yield from _term(entry)
        yield f"<dd>{', '.join(links)}{more}</dd>"


_DESCRIPTION = "The laws, guidance and bodies that the policies refer to, each with its official page and the schools."


def _school_page(
    school: School, found: Sequence[Citation], entries: Mapping[str, Sequence[Citation]], old: Sequence[Outdated]
) -> str:
    """`schools/<school>/references/index.md`."""
    title = f"What the policies of {school.name} refer to"
    front = {"title": title, "school": school.slug, "school_name": school.name, "references": "school"}
    blocks = [yaml_block(front), f"# {markdown(title)}\n", f"{_NOTICE}\n"]
    if old:
        lines = outdated_list(old, lambda front: f"../{front.policy}/", schools=False)
        blocks += ["## May need an update {: #outdated }\n", html_block(lines)]
    if missing := _unpublished(found):
        lines = (line for name, some in missing for line in (f"<dt>{html(name)}</dt>", f"<dd>{_clauses(some)}</dd>"))
        blocks += ["## Named, and not published here {: #unpublished }\n", _definitions(lines)]
    for kind, some in _groups(entries):
        lines = (line for entry in some for line in (*_term(entry), f"<dd>{_clauses(entries[entry.slug])}</dd>"))
        blocks += [f"## {kind}\n", _definitions(lines)]
    return "\n".join(blocks if len(blocks) > 3 else [*blocks, "They name no law, guidance or other policy.\n"])


def _definitions(lines: Iterable[str]) -> str:
    return html_block(['<dl class="cited">', *lines, "</dl>"])


def _by_entry(found: Iterable[Citation]) -> dict[str, list[Citation]]:
    """The mentions of each entry of the register, by its slug, each clause once."""
    entries: dict[str, dict[tuple[str, str], Citation]] = defaultdict(dict)
    for one in found:
        target = one.reference.target
        if target and target.kind == "register":
            entries[target.id].setdefault((one.front.policy, one.anchor), one)
    return {slug: list(some.values()) for slug, some in entries.items()}


def _unpublished(found: Iterable[Citation]) -> list[tuple[str, list[Citation]]]:
    """The policies that are named and not published, by name; names that mean the same are one."""
    by_meaning: dict[object, list[Citation]] = defaultdict(list)
    for one in found:
        if one.reference.outcome is Outcome.UNPUBLISHED:
            topics, left = read_name(one.reference.words)
            by_meaning[topics, left].append(one)
    titled = ((policy_title(some[0].reference), some) for some in by_meaning.values())
    return sorted(titled, key=lambda pair: pair[0].casefold())


def _groups(slugs: Iterable[str]) -> Iterator[tuple[str, list[Entry]]]:
    """Entries under their kinds, by title; terms are no entries that anybody looks up."""
    entries = sorted((register()[slug] for slug in slugs), key=lambda entry: entry.title.casefold())
    for kind, title in _KINDS.items():
        if some := [entry for entry in entries if entry.type is kind]:
            yield title, some


def _term(entry: Entry) -> Iterator[str]:
    where = address(entry.address)
    name = f'<a href="{html(where)}">{html(entry.title)}</a>' if where else html(entry.title)
    nations = listed(tuple(nation.value.replace("-", " ").title() for nation in entry.nations))
    small = f" <small>{html(nations)}</small>" if nations else ""
    yield f'<dt id="{entry.slug}">{name}{small}</dt>'


def _clauses(some: Sequence[Citation]) -> str:
    """Links to the clauses, as far as there is room."""
    links = dict.fromkeys(map(_clause, some))
    more = f" and {len(links) - MOST_CLAUSES:,} more" if len(links) > MOST_CLAUSES else ""
    return f"{', '.join(list(links)[:MOST_CLAUSES])}{more}"


def _clause(one: Citation) -> str:
    name = html(named(one.front, one.where))
    return f'<a href="../{html(one.front.policy)}/#{html(one.anchor)}">{name}</a>'
