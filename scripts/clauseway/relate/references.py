"""What mentions refer to: exactly one target or none, and then which filter left none or several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

import msgspec

from clauseway.model import Mention, Nation, Outcome, Policy, Reference, References, ReferenceType, Role, School
from clauseway.relate.named_policies import Shelf, meant, shelf
from clauseway.relate.nations import nations_of
from clauseway.relate.numbered import Numbered, lookup, numbered
from clauseway.relate.stale import accepted, stale
from clauseway.vocabulary.register import Entry, register
from clauseway.vocabulary.stale import facts_of
from clauseway.words import folded


class _Home(msgspec.Struct, frozen=True):
    """What is known where a policy speaks."""

    policy: Policy
    numbers: Numbered
    headings: tuple[tuple[str, int], ...]
    shelf: Shelf
    nations: frozenset[Nation]
    today: date


def resolve(schools: Iterable[School], policies: Sequence[Policy], today: date) -> dict[str, References]:
    """The references of each policy, by `<school>/<policy>`, as they are on the day `today`."""
    named = {school.slug: school for school in schools}
    found: dict[str, References] = {}
    for slug, group in groupby(policies, key=lambda policy: policy.school):
        some, school = list(group), named[slug]
        there = shelf(some, (school.name, school.short_name))
        nations = nations_of(school, some)
        for policy in some:
            home = _Home(policy, numbered(policy.pieces), tuple(_headings(policy)), there, nations, today)
            found[f"{policy.school}/{policy.slug}"] = tuple(
                tuple(_judged(_resolved(mention, home), home) for mention in mentions) if mentions else ()
                for mentions in policy.mentions
            )
    return found


def stale_references(
    schools: Iterable[School], policies: Sequence[Policy], today: date
) -> Iterator[tuple[Policy, int, Reference]]:
    """The references that are out of date on a day, or would be if nobody let them stand, each with its piece's place.

    Nothing else is resolved, so that an unchanged build need not look for targets.
    """
    named = {school.slug: school for school in schools}
    for slug, group in groupby(policies, key=lambda policy: policy.school):
        some = list(group)
        nations = nations_of(named[slug], some)
        for policy in some:
            home = _Home(policy, {}, (), Shelf((), {}, frozenset()), nations, today)
            for place, mentions in enumerate(policy.mentions):
                for mention in mentions:
                    if not facts_of().keys().isdisjoint(mention.names):
                        reference = _judged(_entry(mention, home), home)
                        if reference.stale or reference.accepted:
                            yield policy, place, reference


def _resolved(mention: Mention, home: _Home) -> Reference:
    if mention.type is ReferenceType.SECTION:
        return _section(mention, home)
    if mention.type is ReferenceType.POLICY:
        return _policy(mention, home)
    if mention.type is ReferenceType.OTHER_POLICY:
        return Reference(mention, Outcome.ELSEWHERE, "It is a policy of somebody else.")
    return _entry(mention, home)


def _section(mention: Mention, home: _Home) -> Reference:
    if len(mention.names) < 2:
        return Reference(mention, Outcome.UNNAMED, "The words point somewhere and name no number.")
    word, number = mention.names
    places = lookup(home.policy.pieces, home.numbers, word, number)
    if len(places) == 1:
        return Reference(mention, Outcome.FOUND, "One place of this policy bears that number.", piece=places[0])
    if places:
        return Reference(mention, Outcome.SEVERAL, f"{len(places)} places of this policy bear that number.")
    return Reference(mention, Outcome.MISSING, "No place of this policy bears that number.")


def _policy(mention: Mention, home: _Home) -> Reference:
    if not mention.names:
        return Reference(mention, Outcome.UNNAMED, "The words name no policy.")
    speaking = f"{home.policy.school}/{home.policy.slug}"
    found = meant(home.shelf, speaking, mention.names[0])
    if found == (speaking,):
        return Reference(mention, Outcome.ITSELF, "It is this policy itself.")
    if len(found) == 1:
        why = f"“{home.shelf.titles[found[0]]}” is the only policy of the school that the name fits."
        return Reference(mention, Outcome.FOUND, why, policy=found[0])
    if found:
        some = "; ".join(home.shelf.titles[one] for one in found)
        return Reference(mention, Outcome.SEVERAL, f"The name fits several policies of the school: {some}.")
    if (place := _heading(mention, home)) is not None:
        return Reference(mention, Outcome.FOUND, "A section of this policy bears the name.", piece=place)
    return Reference(mention, Outcome.UNPUBLISHED, "No policy of the school that is published here bears the name.")


def _heading(mention: Mention, home: _Home) -> int | None:
    """The one section of the policy whose heading is, or begins with, a name: a code of conduct may be a part of it."""
    words = f"{folded(mention.words)} "
    found = [place for heading, place in home.headings if f"{heading} ".startswith(words)]
    return found[0] if len(found) == 1 else None


def _headings(policy: Policy) -> Iterator[tuple[str, int]]:
    for place, piece in enumerate(policy.pieces):
        if piece.role is Role.HEADING and piece.level > 0:
            yield folded(piece.text.removeprefix(piece.number).lstrip(" .:–-")), place


def _entry(mention: Mention, home: _Home) -> Reference:
    """A law, guidance, body or term of the register; the school's nation decides between those of the same name."""
    some = [register()[name] for name in mention.names]
    if not some:
        named = mention.year is not None
        why = (
            "The register has nothing of that name and year."
            if named
            else "The words describe something and do not name it."
        )
        return Reference(mention, Outcome.UNKNOWN if named else Outcome.UNNAMED, why)
    here = some if len(some) == 1 else [entry for entry in some if _concerns(entry, home.nations)]
    if len(here) != 1:
        titles = "; ".join(entry.title for entry in some)
        return Reference(
            mention, Outcome.SEVERAL, f"The name fits several entries of the register, and no year decides: {titles}."
        )
    entry = here[0]
    if entry.local:
        return Reference(mention, Outcome.ELSEWHERE, "It is one of many of its kind.", entry=entry.slug)
    return Reference(mention, Outcome.FOUND, f"It is a name of “{entry.title}” in the register.", entry=entry.slug)


def _concerns(entry: Entry, nations: frozenset[Nation]) -> bool:
    return not nations or not entry.nations or not nations.isdisjoint(entry.nations)


def _judged(reference: Reference, home: _Home) -> Reference:
    """The same with what is out of date about it, unless a person lets it stand."""
    if not reference.entry:
        return reference
    found = stale(reference.mention, reference.entry, home.nations, home.today)
    if found is None:
        return reference
    if reason := accepted(reference.mention, found, home.policy.stale_ok):
        return msgspec.structs.replace(reference, accepted=reason)
    return msgspec.structs.replace(reference, stale=found)
