"""Clauses taken out of their policies for one reader: by duty, then by policy and section, each with its link."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import msgspec

from clauseway.model import Audience, Duty
from clauseway.publish.plain_words import counted, date_in_words
from clauseway.publish.records import Clause, FrontMatter, PolicyFile
from clauseway.publish.text import html

RULES: dict[Duty | None, str] = {
    Duty.MUST: "Must do",
    Duty.MUST_NOT: "Must not do",
    Duty.SHOULD: "Should do",
    Duty.SHOULD_NOT: "Should not do",
    Duty.MAY: "May do",
    None: "What the school does",
}
"""The groups in their order, named so that no name and clause together make a sentence that nobody wrote."""

Where = Callable[[FrontMatter], str]
"""Gives the address of a policy's page as seen from the page that is written."""

_LINK_LABEL = "The clause in its policy"


class Extracts(msgspec.Struct, frozen=True):
    """The clauses of one policy that are for one reader."""

    front: FrontMatter
    """What is known of the policy."""
    clauses: tuple[Clause, ...]
    """In reading order."""
    reader: Audience
    """Whom they are for."""

    def of(self, duty: Duty | None) -> Extracts:
        """Those of one duty; None for those that tell the reader what the school does."""
        return msgspec.structs.replace(self, clauses=tuple(c for c in self.clauses if self._group(c) is duty))

    def _group(self, clause: Clause) -> Duty | None:
        acts = clause.by_school and self.reader is not Audience.STAFF and clause.duty is not Duty.NONE
        return None if acts else clause.duty


def extracts(file: PolicyFile, audience: Audience) -> Extracts:
    """The clauses of a policy that are for `audience`."""
    return Extracts(file.front_matter, tuple(c for c in file.clauses if audience in c.audiences), audience)


def total(policies: Sequence[Extracts]) -> int:
    """How many clauses there are in all."""
    return sum(len(policy.clauses) for policy in policies)


def contents(policies: Sequence[Extracts], *, with_background: bool) -> str:
    """Say how many clauses there are in each group, with links to them, as HTML."""
    groups = dict(RULES)
    if with_background:
        groups[Duty.NONE] = "Background"
    names = {duty: title.lower() if duty is not None else f"on {title.lower()}" for duty, title in groups.items()}
    parts = [(anchor(duty), total([p.of(duty) for p in policies]), name) for duty, name in names.items()]
    links = " · ".join(f'<a href="#{name}">{number:,} {title}</a>' for name, number, title in parts if number)
    return f'<p class="jump">{links}</p>' if links else ""


def rules(policies: Sequence[Extracts], where: Where, *, with_sections: bool) -> Iterator[str]:
    """The groups of clauses with a duty as Markdown; a group without clauses is left out."""
    for duty, title in RULES.items():
        some = [policy.of(duty) for policy in policies]
        if total(some):
            yield f"## {title} {{: #{anchor(duty)} }}\n"
            yield html_block(_policies(some, where, with_sections, f' data-duty="{duty}"' if duty else ""))


def background(policies: Sequence[Extracts], where: Where) -> Iterator[str]:
    """What sets no rule, folded away, as Markdown."""
    some = [policy.of(Duty.NONE) for policy in policies]
    if total(some):
        yield "## Background {: #background }\n"
        lines = _policies(some, where, True, "")
        summary = f"<summary>{counted(total(some), 'clause')} without a rule</summary>"
        yield html_block(['<details class="background">', summary, *lines, "</details>"])


def anchor(duty: Duty | None) -> str:
    """The id of a group on its page."""
    if duty is None:
        return "the-school"
    return "background" if duty is Duty.NONE else duty.value.replace("_", "-")


def html_block(lines: Sequence[str] | Iterator[str]) -> str:
    """Lines of HTML as a block of Markdown."""
    return "\n".join(['<div class="text">', *lines, "</div>\n"])


def _policies(policies: Sequence[Extracts], where: Where, sections: bool, attributes: str) -> Iterator[str]:
    for policy in policies:
        if policy.clauses:
            yield f"<section{_language(policy.front)}>"
            yield from _policy(policy, where(policy.front), sections, attributes)
            yield "</section>"


def _language(front: FrontMatter) -> str:
    return "" if front.language == "en" else f' lang="{html(front.language)}"'


def _policy(policy: Extracts, page: str, sections: bool, attributes: str) -> Iterator[str]:
    front = policy.front
    yield f'<h3><a href="{page}">{html(front.title)}</a></h3>'
    yield f'<p class="facts" lang="en">{html(front.school_name)} · {_review(front)}</p>'
    for path, clauses in groupby(policy.clauses, key=lambda clause: clause.section_path if sections else ()):
        if path:
            yield f"<h4>{html(' › '.join(path))}</h4>"
        yield f'<ul class="extracts"{attributes}>'
        yield from (_item(clause, page) for clause in clauses)
        yield "</ul>"


def _review(front: FrontMatter) -> str:
    return f"next review {html(date_in_words(front.review_date))}" if front.review_date else "next review not stated"


def _item(clause: Clause, page: str) -> str:
    """One clause: its number (the link to it), what governs it, its words and the tail of its list."""
    number = html(clause.number or "") or "→"
    label = "" if clause.number else f' aria-label="{_LINK_LABEL}"'
    link = f'<a href="{page}#{clause.id.partition("#")[2]}"{label}>{number}</a>'
    context = f"<em>{html(clause.lead_in)}</em> " if clause.lead_in else ""
    tail = f" <em>{html(clause.tail)}</em>" if clause.tail else ""
    return f"<li>{link} {context}{html(clause.text)}{tail}</li>"
