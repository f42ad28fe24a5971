"""The picture of all topics by school."""

from __future__ import annotations

import re

from clauseway.model import Collection
from clauseway.publish.matrix import MOST_SCHOOLS
from tests.publish.comparing import COMPARED, TOPIC, many
from tests.publish.samples import published


def page(site: Collection) -> str:
    return str(published(site)["topics/index.md"])


def test_a_cell_tells_on_how_many_matters_a_school_says_something() -> None:
    text = page(COMPARED)
    names = re.findall(r'<th scope="col"><span>([^<]+)</span></th>', text)
    row = next(line for line in text.splitlines() if f'<a href="{TOPIC.slug}/">' in line and "<tr>" in line)
    cells = re.findall(r"<td[^>]*>(?:<span[^>]*>)?([^<]+)", row)
    assert cells[0] == str(len(TOPIC.matters))
    said = dict(zip(names, cells[1:], strict=True))
    assert said["Oak Hill Primary School"] == "2"
    assert said["Fir Tree School"] == "–"
    assert "Ash Green School" not in said, "it has no policy, so it is not silent"
    assert "<caption>Matters on which each school says something</caption>" in text


def test_the_more_the_darker() -> None:
    shades = [int(shade) for shade in re.findall(r'data-shade="(\d)"', page(COMPARED))]
    assert shades
    assert set(shades) <= {1, 2, 3, 4}


def test_of_very_many_schools_a_bar_tells_how_many() -> None:
    text = page(many(MOST_SCHOOLS + 1))
    assert f'<th scope="col">Of {MOST_SCHOOLS + 1} schools</th>' in text
    assert "<span>School" not in text
    (share,) = set(re.findall(r'<rect width="([\d.]+)%"', text))
    assert 0 < float(share) <= 100


def test_one_school_alone_has_no_such_picture() -> None:
    alone = Collection(
        COMPARED.schools[-1:], tuple(p for p in COMPARED.policies if p.school == COMPARED.schools[-1].slug)
    )
    assert "coverage" not in page(alone).partition("---\n")[2].partition("---\n")[2]
