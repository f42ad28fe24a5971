"""A policy's editions as they are published."""

from __future__ import annotations

from clauseway.model import Change, Edition, History, Passage, Policy
from clauseway.publish.change_records import ChangedPassage, ChangesFile, PublishedChange, PublishedEdition
from clauseway.publish.data import page_url
from clauseway.publish.records import VERSION
from clauseway.telling import is_heading


def changes_url(school: str, policy: str) -> str:
    """Address of the page about a policy's changes, relative to the site's root."""
    return f"{page_url(school, policy)}changes/"


def edition_anchor(edition: Edition) -> str:
    """Anchor of an edition on that page."""
    return f"e-{edition.date or 'next'}"


def changes_file(policy: Policy, history: History) -> ChangesFile:
    """The editions of `policy` as data."""
    name = f"{policy.school}/{policy.slug}"
    return ChangesFile(
        version=VERSION,
        school=policy.school,
        policy=policy.slug,
        title=policy.metadata.title,
        url=changes_url(policy.school, policy.slug),
        editions=tuple(_edition(edition, name) for edition in history.editions),
        cut=history.cut,
        aliases=history.aliases,
        formerly=history.formerly,
    )


def _edition(edition: Edition, name: str) -> PublishedEdition:
    found = edition.comparison
    return PublishedEdition(
        date=edition.date or None,
        commit=edition.commit or None,
        file=edition.file,
        sha256=edition.sha256,
        format=edition.format,
        title=edition.title,
        compared=found is not None,
        changes=tuple(_change(change, edition, name) for change in found.changes) if found else (),
        facts=found.facts if found else (),
        relaid=found.relaid if found else 0,
    )


def _change(change: Change, edition: Edition, name: str) -> PublishedChange:
    today = edition.today.get(change.after.id) if change.after else None
    return PublishedChange(
        kind=change.kind,
        also=change.also,
        heading=is_heading(change),
        before=_passage(change.before),
        after=_passage(change.after),
        clause=f"{name}#{today}" if today else None,
        lead_in=change.lead_in,
        text=change.text,
        tail=change.tail,
        called_out=change.called_out,
    )


def _passage(one: Passage | None) -> ChangedPassage | None:
    if one is None:
        return None
    return ChangedPassage(
        anchor=one.id or None,
        number=one.number or None,
        section_path=one.section_path,
        lead_in=one.lead_in or None,
        text=one.text,
        tail=one.tail or None,
        audiences=one.audiences,
        duty=None if one.heading else one.duty,
    )
