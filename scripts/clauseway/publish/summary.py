"""The strip under the panel of a policy: how many clauses there are for whom, and how many of each duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from clauseway.model import Audience
from clauseway.publish.marks import DUTY_WORDS
from clauseway.publish.plain_words import counted
from clauseway.publish.records import Clause


def summary(clauses: Sequence[Clause]) -> str:
    """`71 clauses: 48 for staff, 12 for governors; 9 must not` as HTML; empty where nothing was sought.

    Each part bears what it counts (`data-show="duty=must_not"`), so that a script can make it a link to just these.
    """
    if not any(clause.duty for clause in clauses):
        return ""
    people = Counter(audience for clause in clauses for audience in clause.audiences)
    duties = Counter(clause.duty for clause in clauses)
    parts = [
        _counts((f"audience={one}", people[one], f"for {one}") for one in Audience),
        _counts((f"duty={one}", duties[one], f"“{word.lower()}”") for one, word in DUTY_WORDS.items()),
    ]
    found = "; ".join(part for part in parts if part)
    return f'<p class="summary" lang="en">{counted(len(clauses), "clause")}{found and f": {found}"}.</p>\n'


def _counts(counts: Iterable[tuple[str, int, str]]) -> str:
    return ", ".join(f'<span data-show="{show}">{number:,} {words}</span>' for show, number, words in counts if number)
