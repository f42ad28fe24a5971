"""The strip under the panel of a policy: how many clauses there are for whom, and how many of each duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from clauseway.model import Audience
from clauseway.publish.plain_words import counted
from clauseway.publish.profile import PARTS, profile
from clauseway.publish.records import Clause


def summary(clauses: Sequence[Clause]) -> str:
    """`71 clauses: 48 for staff, 12 for governors; 9 “must not”` and the bar above it as HTML.

    Empty where nothing was sought. Each part bears what it counts (`data-show="duty=must_not"`), so that a script can
    make it a link to just these, and a duty its mark, by which the bar is read.
    """
    if not any(clause.duty for clause in clauses):
        return ""
    people = Counter(audience for clause in clauses for audience in clause.audiences)
    duties = Counter(clause.duty for clause in clauses)
    parts = [
        _counts((f"audience={one}", people[one], f"for {one}") for one in Audience),
        _counts((f"duty={one}", duties[one], words) for one, words in PARTS.items()),
    ]
    found = "; ".join(part for part in parts if part)
    words = f"{counted(len(clauses), 'clause')}{found and f': {found}'}."
    return f'{profile(clauses)}<p class="summary" lang="en">{words}</p>\n'


def _counts(counts: Iterable[tuple[str, int, str]]) -> str:
    return ", ".join(f"<span {_shows(show)}>{number:,} {words}</span>" for show, number, words in counts if number)


def _shows(show: str) -> str:
    """What a part counts; a duty has its mark before it."""
    name, _, value = show.partition("=")
    return f'data-show="{show}"' + (f' data-duty="{value}"' if name == "duty" else "")
