"""Pages that lead to the policies: each school's, the list of schools, and the list on the home page."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.model import Contact, School
from clauseway.publish.front import yaml_block
from clauseway.publish.plain_words import counted, date_in_words, kind_in_words
from clauseway.publish.records import PolicyEntry
from clauseway.publish.text import address, markdown

HOME_MARK = "<!-- schools -->"
"""Where the home page takes its list of schools."""

_MOST_ON_HOME = 12

Schools = Sequence[tuple[School, Sequence[PolicyEntry]]]
"""Every school with its policies, in order."""


def school_page(school: School, entries: Sequence[PolicyEntry]) -> str:
    """`schools/<school>/index.md`: what the school says of itself, and its policies."""
    front = {"title": school.name, "school": school.slug, "school_name": school.name, "language": school.language}
    blocks = [f"# {markdown(school.name)}\n", _motto(school), _about(school), "## Policies\n"]
    blocks += [_policies(entries), _contacts(school.contacts)]
    return yaml_block(front) + "\n" + "\n".join(block for block in blocks if block)


def schools_page(schools: Schools) -> str:
    """`schools/index.md`: every school with the number of its policies."""
    policies = sum(len(entries) for _, entries in schools)
    intro = f"{counted(len(schools), 'school')}, {counted(policies, 'policy')}.\n"
    return yaml_block({"title": "Schools"}) + f"\n# Schools\n\n{intro}\n{_school_list(schools, '')}"


def home_page(text: str, schools: Schools) -> str:
    """The hand-written home page with the schools at its mark, all of them or the first few with a link to all."""
    shown = _school_list(schools[:_MOST_ON_HOME], "schools/")
    if len(schools) > _MOST_ON_HOME:
        shown += f"\n[All {len(schools):,} schools](schools/index.md)\n"
    return text.replace(HOME_MARK, shown)


def _school_list(schools: Schools, folder: str) -> str:
    lines = [
        _entry(school.name, f"{folder}{school.slug}/index.md", _where(school, len(entries)))
        for school, entries in schools
    ]
    return "".join(lines) if lines else "No school has published a policy here yet.\n"


def _entry(name: str, page: str, facts: str) -> str:
    return f"- [{markdown(name)}]({page}) *{facts}*{{: .facts }}\n    {{: .entry }}\n"


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
    lines = [_entry(entry.title, f"{entry.policy}/index.md", _facts(entry)) for entry in entries]
    return "".join(lines) if lines else "No policy of this school is published here yet.\n"


def _facts(entry: PolicyEntry) -> str:
    review = f"next review {date_in_words(entry.review_date)}" if entry.review_date else "next review not stated"
    return f"{kind_in_words(entry.kind)} · {counted(entry.counts.clauses, 'clause')} · {review}"


def _contacts(contacts: Sequence[Contact]) -> str:
    if not contacts:
        return ""
    lines = [f"- {_contact(contact)}\n" for contact in contacts]
    return "".join(["## Who to contact\n\n", *lines])


def _contact(contact: Contact) -> str:
    phone = f"[{markdown(contact.phone)}]({address('tel:' + contact.phone.replace(' ', ''))})" if contact.phone else ""
    email = f"[{markdown(contact.email)}]({address('mailto:' + contact.email)})" if contact.email else ""
    reached = ", ".join(part for part in (markdown(contact.name), phone, email) if part)
    return f"{markdown(contact.role)}: {reached}" if reached else markdown(contact.role)
