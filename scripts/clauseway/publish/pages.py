"""Pages that lead to the policies: each school's, the list of schools, and the list on the home page."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.model import Contact, School
from clauseway.publish.contacts import contact_list
from clauseway.publish.front import yaml_block
from clauseway.publish.plain_words import counted, date_in_words, kind_in_words
from clauseway.publish.readers import Shelf, all_counts, doors
from clauseway.publish.records import PolicyEntry
from clauseway.publish.text import address, markdown

HOME_MARK = "<!-- schools -->"
"""Where the home page takes its list of schools."""
DOORS_MARK = "<!-- readers -->"
"""Where the home page takes its links to the pages for each reader."""

_MOST_ON_HOME = 12


def school_page(shelf: Shelf) -> str:
    """`schools/<school>/index.md`: what the school says of itself, its policies, and the way in for each reader."""
    school = shelf.school
    front = {"title": school.name, "school": school.slug, "school_name": school.name, "language": school.language}
    blocks = [f"# {markdown(school.name)}\n", _motto(school), _about(school)]
    blocks += [f"## What concerns you\n\n{doors(shelf.counts)}"] if shelf.entries else []
    blocks += ["## Policies\n", _policies(shelf.entries), _contacts(school.contacts)]
    return yaml_block(front) + "\n" + "\n".join(block for block in blocks if block)


def schools_page(shelves: Sequence[Shelf]) -> str:
    """`schools/index.md`: every school with the number of its policies."""
    policies = sum(len(shelf.entries) for shelf in shelves)
    intro = f"{counted(len(shelves), 'school')}, {counted(policies, 'policy')}.\n"
    return yaml_block({"title": "Schools"}) + f"\n# Schools\n\n{intro}\n{_school_list(shelves, '')}"


def home_page(text: str, shelves: Sequence[Shelf], compared: str = "") -> str:
    """The hand-written home page with its doors and schools at their marks: all schools, or the first few of many.

    `compared` is the line that leads to the comparison of schools.
    """
    shown = _school_list(shelves[:_MOST_ON_HOME], "schools/")
    if len(shelves) > _MOST_ON_HOME:
        shown += f"\n[All {len(shelves):,} schools](schools/index.md)\n"
    return text.replace(HOME_MARK, shown).replace(DOORS_MARK, doors(all_counts(shelves)) + compared)


def _school_list(shelves: Sequence[Shelf], folder: str) -> str:
    lines = [
        list_entry(
            shelf.school.name,
            f'{folder}{shelf.school.slug}/index.md){{: data-school="{shelf.school.slug}" }}',
            _where(shelf.school, len(shelf.entries)),
        )
        for shelf in shelves
    ]
    return "".join(lines) if lines else "No school has published a policy here yet.\n"


def list_entry(name: str, link: str, facts: str) -> str:
    """A line of a list; `link` is what follows the opening bracket of the address."""
    return f"- [{markdown(name)}]({link} *{facts}*{{: .facts }}\n    {{: .entry }}\n"


def _where(school: School, policies: int) -> str:
    facts = [markdown(school.place), counted(policies, "policy")]
    return " · ".join(fact for fact in facts if fact)


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


def _policies(entries: Sequence[PolicyEntry]) -> str:
    lines = [list_entry(entry.title, f"{entry.policy}/index.md)", _facts(entry)) for entry in entries]
    return "".join(lines) if lines else "No policy of this school is published here yet.\n"


def _facts(entry: PolicyEntry) -> str:
    review = f"next review {date_in_words(entry.review_date)}" if entry.review_date else "next review not stated"
    return f"{kind_in_words(entry.kind)} · {counted(entry.counts.clauses, 'clause')} · {review}"


def _contacts(contacts: Sequence[Contact]) -> str:
    return f"## Who to contact\n\n{contact_list(contacts)}" if contacts else ""
