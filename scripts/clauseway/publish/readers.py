"""Pages for one kind of reader: what concerns parents, pupils, staff or governors, at one school and across schools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from clauseway.model import Audience, School
from clauseway.publish.contacts import contact_list
from clauseway.publish.extracts import Extracts, Where, background, contents, html_block, rules, total
from clauseway.publish.front import yaml_block
from clauseway.publish.outdated import Outdated
from clauseway.publish.plain_words import counted
from clauseway.publish.records import PolicyEntry
from clauseway.publish.text import html, markdown

READERS = {
    Audience.PARENTS: "Parents and carers",
    Audience.PUPILS: "Pupils",
    Audience.STAFF: "Staff",
    Audience.GOVERNORS: "Governors",
}
"""The doors, in the order in which they are shown."""

MOST_ACROSS = 400
"""Clauses that a page across schools shows; where there are more, it leads to the pages of the schools."""

_NOTICE = (
    '<p class="notice">These are extracts; the policy itself decides. '
    "The number or arrow before each line leads to its clause in the policy.</p>"
)


class Shelf(msgspec.Struct, frozen=True):
    """A school, its policies as they are listed, and how many clauses each reader has there."""

    school: School
    """The school."""
    entries: Sequence[PolicyEntry] = ()
    """Its policies."""
    counts: Mapping[Audience, int] = {}
    """Clauses for each reader."""
    outdated: Sequence[Outdated] = ()
    """References of its policies that need an update."""


class Across:
    """Gathers what concerns each reader at all schools, as far as one page can show it."""

    def __init__(self) -> None:
        self._gathered: dict[Audience, list[Extracts] | None] = {audience: [] for audience in READERS}

    def add(self, audience: Audience, policies: Sequence[Extracts] | None) -> None:
        """Add what concerns `audience` at one more school; all is let go once there is too much (None: it alone is)."""
        gathered = self._gathered[audience]
        if gathered is not None:
            together = [*gathered, *policies] if policies is not None else []
            self._gathered[audience] = None if policies is None or total(together) > MOST_ACROSS else together

    def of(self, audience: Audience) -> Sequence[Extracts] | None:
        """All that was gathered for `audience`; None if there is too much."""
        return self._gathered[audience]


def doors(counts: Mapping[Audience, int]) -> str:
    """Links to the four reader pages beside this one, with the number of clauses on each, as Markdown."""
    items = [
        f'<li data-reader="{audience}"><a href="{audience}/"><b>{name}</b> '
        f"<span>{_amount(counts.get(audience, 0))}</span></a></li>"
        for audience, name in READERS.items()
    ]
    return html_block(['<ul class="doors">', *items, "</ul>"])


def all_counts(shelves: Sequence[Shelf]) -> Mapping[Audience, int]:
    """Clauses for each reader at all schools together."""
    return sum((Counter(shelf.counts) for shelf in shelves), Counter[Audience]())


def school_reader_page(audience: Audience, shelf: Shelf, policies: Sequence[Extracts]) -> str:
    """`schools/<school>/<audience>/index.md`: what concerns one reader at one school."""
    school = shelf.school
    title = f"For {audience} at {school.name}"
    front = {"title": title, "school": school.slug, "school_name": school.name, "reader": audience.value}
    told = whom_to_tell(school) if audience is Audience.PUPILS else ""
    shown = _extracts(audience, policies, lambda front: f"../{front.policy}/") if total(policies) else None
    return _page(front, told, shown or _nothing(audience, shelf))


def reader_page(audience: Audience, shelves: Sequence[Shelf], policies: Sequence[Extracts] | None) -> str:
    """`<audience>/index.md`: the schools to choose from, and what concerns one reader at all of them.

    `policies` is None where there is too much of it for one page.
    """
    told = whom_to_tell(None) if audience is Audience.PUPILS else ""
    shown = (
        _extracts(audience, policies, lambda front: f"../schools/{front.school}/{front.policy}/")
        if policies and total(policies)
        else ()
    )
    front = {"title": f"For {audience}", "reader": audience.value}
    return _page(front, told, [_choices(audience, shelves), *shown])


def whom_to_tell(school: School | None) -> str:
    """Whom a pupil can turn to, as Markdown."""
    anyone = "a teacher or another adult you trust"
    if not school or not school.contacts:
        return f"## Whom to tell\n\nIf something worries you, tell {anyone}.\n"
    return f"## Whom to tell\n\nIf something worries you, tell {anyone}, or:\n\n{contact_list(school.contacts)}"


def _page(front: Mapping[str, str], told: str, blocks: Iterable[str]) -> str:
    return "\n".join([yaml_block(front), f"# {markdown(front['title'])}\n", *filter(None, (told, *blocks))])


def _extracts(audience: Audience, policies: Sequence[Extracts], where: Where) -> Iterator[str]:
    """How to read them, and the clauses; pupils get the rules alone, without the headings of sections."""
    whole = audience is not Audience.PUPILS
    yield html_block([_NOTICE, contents(policies, with_background=whole)])
    yield from rules(policies, where, with_sections=whole)
    if whole:
        yield from background(policies, where)


def _nothing(audience: Audience, shelf: Shelf) -> Iterator[str]:
    if not shelf.entries:
        yield "No policy of this school is published here yet.\n"
        return
    yield f"The policies of this school that are published here have no clauses addressed to {audience}. They are:\n"
    yield "".join(f"- [{markdown(entry.title)}](../{entry.policy}/index.md)\n" for entry in shelf.entries)


def _choices(audience: Audience, shelves: Sequence[Shelf]) -> str:
    if not shelves:
        return "No school has published a policy here yet.\n"
    items = [
        f'<li><a href="../schools/{shelf.school.slug}/{audience}/" data-school="{shelf.school.slug}">'
        f"{html(shelf.school.name)}</a> <span>{_amount(shelf.counts.get(audience, 0))}</span></li>"
        for shelf in shelves
    ]
    return "## Choose a school\n\n" + html_block(['<ul class="choices">', *items, "</ul>"])


def _amount(clauses: int) -> str:
    return counted(clauses, "clause") if clauses else "no clauses"
