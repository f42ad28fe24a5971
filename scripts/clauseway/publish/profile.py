"""The picture of a policy: a slim bar that shows how much of it must, must not, should, may or only explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clauseway.model import Duty
from clauseway.publish.marks import DUTY_WORDS
from clauseway.publish.plain_words import counted
from clauseway.publish.records import Clause

PARTS = {**{duty: f"“{word.lower()}”" for duty, word in DUTY_WORDS.items()}, Duty.NONE: "without a rule"}
"""The parts of the bar in their order, in words; the strip above it names them with the same marks."""


def profile(clauses: Sequence[Clause]) -> str:
    """The bar as HTML; empty where nothing was sought or there is only one kind of clause."""
    counts = Counter(clause.duty for clause in clauses if clause.duty)
    if len(counts) < 2:
        return ""
    said = ", ".join(f"{counts[duty]:,} {words}" for duty, words in PARTS.items() if counts[duty])
    title = f"<title>{counted(counts.total(), 'clause')}: {said}</title>"
    bar = "".join(_boxes(counts))
    return f'<svg class="profile" role="img" lang="en" width="100%" height="10">{title}{bar}</svg>\n'


def _boxes(counts: Counter[Duty]) -> Iterator[str]:
    """A box for each duty, as wide as its share."""
    start, total = 0.0, counts.total()
    for duty, words in PARTS.items():
        if counts[duty]:
            share = counts[duty] * 100 / total
            box = f'<rect data-duty="{duty}" x="{start:.2f}%" width="{share:.2f}%" height="10">'
            yield f"{box}<title>{counts[duty]:,} {words}</title></rect>"
            start += share
