"""References that went out of date, and statements that let some stand though none needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clauseway.model import Certainty, Policy, Reference, StaleOk
from clauseway.problems import Problem, Severity
from clauseway.words import folded

_ADVICE = "Change it in the document; if it is meant to stand, say so under `stale_ok` in the .yml file beside it."


def check_references(policies: Iterable[Policy], found: Iterable[tuple[Policy, int, Reference]]) -> Iterator[Problem]:
    """Tell of references that are out of date, as a note where they only may be or will be, and of idle statements.

    `found` holds each with its policy and the place of its piece, also those that a person lets stand.
    """
    standing: dict[tuple[str, str], list[str]] = {}
    for policy, place, reference in found:
        if reference.stale:
            yield _problem(policy, place, reference)
        else:
            standing.setdefault((policy.school, policy.slug), []).append(folded(reference.mention.words))
    for policy in policies:
        there = standing.get((policy.school, policy.slug), [])
        yield from (
            _unneeded(one, policy) for one in policy.stale_ok if not any(folded(one.words) in words for words in there)
        )


def _unneeded(allowed: StaleOk, policy: Policy) -> Problem:
    message = f"“{allowed.words}” needs no `stale_ok`: no reference of these words was out of date on {allowed.date}."
    advice = "Take it out of the .yml file beside the document, or give it a later date if it was looked at again."
    return Problem("sidecar-unneeded", Severity.INFO, message, policy.source.file, advice=advice)


def _problem(policy: Policy, place: int, reference: Reference) -> Problem:
    stale, where = reference.stale, policy.pieces[place].place
    assert stale is not None
    sure = stale.certainty is Certainty.HIGH and not stale.pending
    words = reference.mention.words
    if stale.pending:
        message = f"What “{words}” speaks of is to change{_when(stale.since, ' from')}: {stale.replacement}."
    else:
        state = "is" if sure else "may be"
        message = f"“{words}” {state} out of date. In its place{_when(stale.since, ' since')}: {stale.replacement}."
    return Problem(
        "stale-reference",
        Severity.WARNING if sure else Severity.INFO,
        message,
        policy.source.file,
        where.line,
        where.page,
        _ADVICE,
        paragraph=where.paragraph,
    )


def _when(date: str, word: str) -> str:
    return f"{word} {date}" if date else ""
