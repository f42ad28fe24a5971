"""The picture of a topic: who says how strongly what, as a table of matters and schools; a list on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clauseway.model import Duty, School
from clauseway.publish.marks import DUTY_WORDS
from clauseway.publish.stances import Stance
from clauseway.publish.text import html
from clauseway.vocabulary.catalogue import Matter

MOST_SCHOOLS = 40
"""Schools that fit beside each other."""

WIDE = 6
"""Names that stand level beside each other; more stand upright."""

WORDS = {**DUTY_WORDS, Duty.NONE: "No rule"}
"""What stands for each duty, also where a clause only explains."""


def row_id(matter: str, school: str) -> str:
    """Id of the row that tells what a school says on a matter."""
    return f"{matter}--{school}"


def legend(used: Sequence[Duty]) -> str:
    """The shapes with their words, as one line of HTML."""
    items = "".join(f"<li>{_mark(duty)}</li>" for duty in WORDS if duty in used)
    return f'<ul class="legend" aria-label="Marks">{items}</ul>'


def matrix(some: Sequence[Matter], schools: Sequence[School], stances: Mapping[str, Sequence[Stance]]) -> Iterator[str]:
    """Lines of HTML: a row a matter, a column a school; each cell leads to what that school says on it."""
    narrow = " narrow" if len(schools) > WIDE else ""
    yield '<div class="across" role="region" aria-label="Matters and schools" tabindex="0">'
    yield f'<table class="matrix{narrow}"><thead><tr><th scope="col">Matter</th>'
    yield "".join(f'<th scope="col"><span>{html(school.name)}</span></th>' for school in schools)
    yield "</tr></thead><tbody>"
    for matter in some:
        said = {stance.school: stance for stance in stances[matter.slug]}
        cells = "".join(_cell(matter.slug, said.get(school.slug)) for school in schools)
        yield f'<tr><th scope="row"><a href="#{matter.slug}">{html(matter.title)}</a></th>{cells}</tr>'
    yield "</tbody></table></div>"


def _cell(matter: str, stance: Stance | None) -> str:
    if not stance:
        return '<td><span class="silent">Says nothing</span></td>'
    marked = " ".join(map(_mark, stance.duties))
    return (
        f'<td data-audience="{" ".join(stance.audiences)}"><a href="#{row_id(matter, stance.school)}">'
        f'<span class="who">{html(stance.name)}</span> <span>{marked}</span></a></td>'
    )


def _mark(duty: Duty) -> str:
    return f'<b class="duty" data-duty="{duty}"><span>{WORDS[duty]}</span></b>'
