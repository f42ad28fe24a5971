"""The picture of all topics: on how many matters of each topic each school has something to say.

Up to as many schools as fit beside each other stand in a table; of more, a bar tells for each topic how many say
anything on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clauseway.model import School
from clauseway.publish.matrix import MOST_SCHOOLS, WIDE
from clauseway.publish.plain_words import counted
from clauseway.publish.stances import Stances
from clauseway.publish.text import html
from clauseway.vocabulary.catalogue import Topic

_SHADES = 4
"""Shades of a cell; the number in it says the same."""


def coverage(some: Sequence[Topic], stances: Stances) -> Iterator[str]:
    """Lines of HTML: a row a topic, a column a school or one for all; nothing where there is one school or none."""
    if len(stances.schools) < 2:
        return
    if len(stances.schools) > MOST_SCHOOLS:
        yield from _bars(some, stances)
    else:
        yield from _table(some, stances.schools, stances)


def _said(topic: Topic, stances: Stances) -> dict[str, int]:
    """By slug of a school: on how many matters of a topic it says something."""
    found: dict[str, int] = {}
    for matter in topic.matters:
        for stance in stances.on(matter.slug):
            found[stance.school] = found.get(stance.school, 0) + 1
    return found


def _table(some: Sequence[Topic], schools: Sequence[School], stances: Stances) -> Iterator[str]:
    narrow = " narrow" if len(schools) > WIDE else ""
    yield '<div class="across" role="region" aria-label="Topics and schools" tabindex="0">'
    yield f'<table class="coverage{narrow}"><caption>Matters on which each school says something</caption>'
    yield '<thead><tr><th scope="col">Topic</th><th scope="col">Matters</th>'
    yield "".join(f'<th scope="col"><span>{html(school.name)}</span></th>' for school in schools)
    yield "</tr></thead><tbody>"
    for topic in some:
        said = _said(topic, stances)
        cells = "".join(_cell(said.get(school.slug, 0), len(topic.matters)) for school in schools)
        yield f"<tr>{_topic(topic)}<td>{len(topic.matters)}</td>{cells}</tr>"
    yield "</tbody></table></div>"


def _topic(topic: Topic) -> str:
    return f'<th scope="row"><a href="{topic.slug}/">{html(topic.title)}</a></th>'


def _cell(number: int, of: int) -> str:
    """A number, the darker the more of all matters it is."""
    if not number:
        return '<td><span class="silent" aria-label="none">–</span></td>'
    return f'<td data-shade="{-(-number * _SHADES // of)}">{number}</td>'


def _bars(some: Sequence[Topic], stances: Stances) -> Iterator[str]:
    """A bar for each topic; its length is the share of schools."""
    total = len(stances.schools)
    yield '<table class="coverage bars"><caption>Schools that say something on each topic</caption>'
    yield f'<thead><tr><th scope="col">Topic</th><th scope="col">Of {counted(total, "school")}</th></tr></thead><tbody>'
    for topic in some:
        number = len(_said(topic, stances))
        bar = f'<rect class="all" width="100%" height="8"/><rect width="{number * 100 / total:.1f}%" height="8"/>'
        picture = f'<svg aria-hidden="true" width="100%" height="8">{bar}</svg>'
        yield f"<tr>{_topic(topic)}<td>{number:,} {picture}</td></tr>"
    yield "</tbody></table>"
