"""The picture of a topic where there are more schools than fit beside each other: how many say what on each matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from clauseway.model import Duty
from clauseway.publish.matrix import WORDS
from clauseway.publish.text import html
from clauseway.vocabulary.catalogue import Matter

_SHADES = 4
"""Shades of a cell; the number in it says the same."""


def tally(some: Sequence[Matter], positions: Mapping[str, Sequence[Duty]], schools: int) -> Iterator[str]:
    """Lines of HTML: a row a matter, a column a duty; `positions` has, by matter, a duty of each school that speaks."""
    counts = {matter.slug: Counter(positions[matter.slug]) for matter in some}
    used = [duty for duty in WORDS if any(count[duty] for count in counts.values())]
    yield '<div class="across" role="region" aria-label="Matters and numbers of schools" tabindex="0">'
    yield f'<table class="coverage"><caption>How many of {schools:,} schools say what</caption>'
    heads = "".join(f'<th scope="col">{WORDS[duty]}</th>' for duty in used)
    yield f'<thead><tr><th scope="col">Matter</th>{heads}<th scope="col">Says nothing</th></tr></thead><tbody>'
    for matter in some:
        count = counts[matter.slug]
        cells = "".join(_cell(count[duty], schools) for duty in used)
        yield f'<tr><th scope="row"><a href="#{matter.slug}">{html(matter.title)}</a></th>{cells}'
        yield f"{_cell(schools - count.total(), schools)}</tr>"
    yield "</tbody></table></div>"


def _cell(number: int, of: int) -> str:
    """A number, the darker the more of all schools it is."""
    if not number:
        return '<td><span class="silent" aria-label="none">–</span></td>'
    return f'<td data-shade="{-(-number * _SHADES // of)}">{number:,}</td>'
