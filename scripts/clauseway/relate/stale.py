"""Whether a reference is out of date on a day, for a school of a nation."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from clauseway.dates import first_day, last_day
from clauseway.model import Certainty, Mention, Nation, Stale, StaleOk
from clauseway.vocabulary.stale import Fact, facts, facts_of
from clauseway.words import folded


def stale(mention: Mention, entry: str, nations: Collection[Nation], today: date) -> Stale | None:
    """Why a mention of an entry of the register needs an update; None where nothing is known against it.

    `nations` are those the school may be in; empty where nothing tells.
    """
    if mention.past:
        return None
    found = [_told(fact, one, nations) for fact in facts_of().get(entry, ()) if (one := _true(fact, mention, today))]
    return min(filter(None, found), key=lambda one: (one.certainty is not Certainty.HIGH, one.fact), default=None)


def accepted(mention: Mention, found: Stale, allowed: Collection[StaleOk]) -> str:
    """Why words that are out of date may stand, as a person states; empty where nobody does.

    What went out of date after the person looked is not covered.
    """
    words = folded(mention.words)
    ways = (one for one in allowed if folded(one.words) in words and _since(found.since) <= last_day(one.date))
    return next((one.reason for one in ways), "")


def _told(fact: Fact, found: Stale, nations: Collection[Nation]) -> Stale | None:
    """A fact for a school that may be in some nations; where that is not sure, it only may be out of date."""
    if not fact.nations or (nations and set(nations) <= set(fact.nations)):
        return found
    if fact.elsewhere or (nations and not set(nations) & set(fact.nations)):
        return None
    return Stale(found.fact, found.replacement, found.since, Certainty.MEDIUM, found.pending)


def _true(fact: Fact, mention: Mention, today: date) -> Stale | None:
    """What a fact says of a mention on a day; None where it does not hold."""
    if fact.annual:
        return _edition(fact, mention, today)
    known = fact.announced if fact.pending else fact.since
    if _since(known) > today or (fact.part and fact.part != mention.part):
        return None
    if fact.before is not None and (mention.year is None or mention.year >= fact.before):
        return None
    return Stale(fact.name, fact.now, fact.since, fact.certainty, fact.pending)


def _edition(fact: Fact, mention: Mention, today: date) -> Stale | None:
    """What comes every year: an edition before the last one known is out of date, the last one may be."""
    current = _current(fact, today)
    sure = min(current, fact.known)
    if mention.year is None or mention.year >= current:
        return None
    later = " or the later edition in force" if current > sure else ""
    if mention.year < sure:
        return Stale(fact.name, f"{fact.now} {sure}{later}", f"{sure}-{fact.annual}", fact.certainty)
    return Stale(fact.name, f"{fact.now} {current}, if it has come out", f"{current}-{fact.annual}", Certainty.MEDIUM)


def _current(fact: Fact, today: date) -> int:
    """The year of the edition that should be in force on a day."""
    month, day = map(int, fact.annual.split("-"))
    return today.year - ((today.month, today.day) < (month, day))


def _since(period: str) -> date:
    """The first day of a period; the earliest day there is where it is not known."""
    return first_day(period) if period else date.min


def facts_on(today: date) -> tuple[tuple[str, int], ...]:
    """All that a day decides: the facts that hold on it, and the year of what comes every year.

    Two days for which this is the same find the same out of date.
    """
    return tuple(
        (fact.name, _current(fact, today) if fact.annual else 0)
        for fact in facts()
        if _since(fact.announced if fact.pending else fact.since) <= today
    )
