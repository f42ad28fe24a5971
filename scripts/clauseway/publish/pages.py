"""Pages that lead to the policies: each school's, the list of schools, and the list on the home page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from clauseway.model import Contact, Kind, School
from clauseway.publish.contacts import contact_list
from clauseway.publish.extracts import html_block
from clauseway.publish.front import yaml_block
from clauseway.publish.plain_words import counted, kind_in_words, listed
from clauseway.publish.readers import Shelf, all_counts, doors
from clauseway.publish.records import PolicyEntry
from clauseway.publish.review_words import review_in_list
from clauseway.publish.text import address, html, markdown

HOME_MARK = "<!-- schools -->"
"""Where the home page takes its list of schools."""
DOORS_MARK = "<!-- readers -->"
"""Where the home page takes its links to the pages for each reader."""
COMPARE_MARK = "<!-- compare -->"
"""Where the home page takes the line that leads to the comparison of schools."""
NEWS_MARK = "<!-- news -->"
"""Where the home page takes the lines on what changed and what is due."""

_MOST_ON_HOME = 12
_MOST_KINDS = 3


def school_page(shelf: Shelf, changed: str = "") -> str:
    """`schools/<school>/index.md`: what the school says of itself, its policies, and the way in for each reader.

    `changed` is the part about what changed lately.
    """
    school = shelf.school
    front = {"title": school.name, "school": school.slug, "school_name": school.name, "language": school.language}
    front |= {"changed": "yes"} if changed else {}
    blocks = [f"# {markdown(school.name)}\n", _motto(school), _about(school)]
    blocks += [f"## What concerns you\n\n{doors(shelf.counts)}"] if shelf.entries else []
    blocks += ["## Policies\n", _policies(shelf), changed, _contacts(school.contacts)]
    return yaml_block(front) + "\n" + "\n".join(block for block in blocks if block)


def schools_page(shelves: Sequence[Shelf]) -> str:
    """`schools/index.md`: every school with the number of its policies."""
    policies = sum(len(shelf.entries) for shelf in shelves)
    intro = f"{counted(len(shelves), 'school')}, {counted(policies, 'policy')}.\n"
    front = yaml_block({"title": "Schools", "hide": ["toc"]})
    return f"{front}\n# Schools\n\n{intro}\n{school_cards(shelves, '')}"


def home_page(text: str, shelves: Sequence[Shelf], compared: str = "", news: Sequence[str] = ()) -> str:
    """The hand-written home page with its doors and schools at their marks: all schools, or the first few of many.

    `compared` is the line that leads to the comparison of schools, `news` are lines of Markdown on what changed and
    what is due.
    """
    shown = school_cards(shelves[:_MOST_ON_HOME], "schools/")
    if len(shelves) > _MOST_ON_HOME:
        shown += f"\n[All {len(shelves):,} schools](schools/index.md)\n{{: .onward }}\n"
    for mark, part in (
        (HOME_MARK, shown),
        (DOORS_MARK, doors(all_counts(shelves))),
        (COMPARE_MARK, compared),
        (NEWS_MARK, _news(news)),
    ):
        text = text.replace(mark, part)
    return text


def school_cards(shelves: Sequence[Shelf], folder: str) -> str:
    """A card for each school as Markdown; `folder` leads from the page that shows them to the schools."""
    if not shelves:
        return "No school has published a policy here yet.\n"
    return html_block(['<ul class="cards">', *(_card(shelf, folder) for shelf in shelves), "</ul>"])


def list_entry(name: str, link: str, facts: str) -> str:
    """A line of a list; `link` is what follows the opening bracket of the address."""
    return f"- [{markdown(name)}]({link} *{facts}*{{: .facts }}\n    {{: .entry }}\n"


def _card(shelf: Shelf, folder: str) -> str:
    school = shelf.school
    link = f'<a href="{folder}{school.slug}/" data-school="{school.slug}">{html(school.name)}</a>'
    where = " · ".join(fact for fact in (html(school.place), counted(len(shelf.entries), "policy")) if fact)
    kinds = tuple(dict.fromkeys(kind_in_words(entry.kind) for entry in shelf.entries))
    shown = kinds if len(kinds) <= _MOST_KINDS else (*kinds[: _MOST_KINDS - 1], f"{len(kinds) - _MOST_KINDS + 1} more")
    what = f' <span class="facts">{html(listed(shown))}</span>' if kinds else ""
    return f'<li>{link} <span class="facts">{where}</span>{what}</li>'


def _news(lines: Sequence[str]) -> str:
    return "\n".join(["## What changed, and what is due\n", *(f"- {line}" for line in lines), ""]) if lines else ""


def _motto(school: School) -> str:
    language = f'lang="{school.motto_language}" ' if school.motto_language else ""
    return f"{markdown(school.motto)}\n{{: .motto {language}}}\n" if school.motto else ""


def _about(school: School) -> str:
    facts = [_phase(school), markdown(school.place), _nation(school), _website(school.website)]
    line = " · ".join(fact for fact in facts if fact)
    return f"{line}\n{{: .facts }}\n" if line else ""


def _phase(school: School) -> str:
    return f"{school.phase.value.replace('-', ' ').capitalize()} school" if school.phase else ""


def _nation(school: School) -> str:
    return school.nation.value.replace("-", " ").title() if school.nation else ""


def _website(website: str) -> str:
    return f"[School website]({address(website)})" if address(website) else ""


def _policies(shelf: Shelf) -> str:
    """The policies under their kinds, as Markdown."""
    if not shelf.entries:
        return "No policy of this school is published here yet.\n"
    lines = []
    for kind, some in groupby(sorted(shelf.entries, key=_kind_and_title), key=lambda entry: entry.kind):
        policies = "".join(f"<dd>{_policy(entry, shelf.school.review_notice)}</dd>" for entry in some)
        lines.append(f"<div><dt>{html(kind_in_words(kind))}</dt>{policies}</div>")
    onward = "[Review dates of these policies](reviews/index.md), as a table and as a calendar.\n{: .onward }\n"
    onward += "\n[What these policies refer to](references/index.md): laws, guidance, other policies.\n{: .onward }\n"
    return html_block(['<dl class="shelf">', *lines, "</dl>"]) + f"\n{onward}"


def _kind_and_title(entry: PolicyEntry) -> tuple[bool, str, str, str]:
    return entry.kind is Kind.OTHER, kind_in_words(entry.kind), entry.title.casefold(), entry.policy


def _policy(entry: PolicyEntry, notice: str) -> str:
    audience = f"For {html(listed(entry.audience))}" if entry.audience else ""
    review = review_in_list(entry.review_date, notice) if entry.review_date else "next review not stated"
    facts = " · ".join(fact for fact in (audience, counted(entry.counts.clauses, "clause"), review) if fact)
    language = "" if entry.language == "en" else f' lang="{html(entry.language)}"'
    link = f'<a href="{entry.policy}/"{language}>{html(entry.title)}</a>'
    return f'{link} <span class="facts">{facts}</span>'


def _contacts(contacts: Sequence[Contact]) -> str:
    return f"## Who to ask or tell\n\n{contact_list(contacts)}" if contacts else ""
