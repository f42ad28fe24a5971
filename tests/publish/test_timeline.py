"""The picture of when reviews fall due."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from clauseway.publish.timeline import MOST_COLUMNS, timeline


def draw(*dates: str) -> str:
    return "\n".join(timeline([(date, f"Policy {number}") for number, date in enumerate(dates)]))


def columns(picture: str) -> list[tuple[str, str]]:
    """The columns of the table that says the same: their names and numbers."""
    return re.findall(r"<tr><td>([^<]+)</td><td>([^<]+)</td></tr>", picture)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2024-03", "2024-03-29", "2024-04"], [("March 2024", "2"), ("April 2024", "1")]),
        (["2024", "2024-12-01"], [("December 2024", "2")]),
        (["2022-01", "2022-03", "2025-12"], [("January to March 2022", "2"), ("October to December 2025", "1")]),
        (["2010-05", "2024-05", "2024-09"], [("2010", "1"), ("2024", "2")]),
    ],
)
def test_columns_are_as_narrow_as_there_is_room(dates: list[str], expected: list[tuple[str, str]]) -> None:
    assert columns(draw(*dates)) == expected


def test_the_ends_hold_what_is_very_distant() -> None:
    picture = draw("1905", "2023", "2024", "2024", "2099")
    assert columns(picture) == [("2009 and before", "1"), ("2023", "1"), ("2024", "2"), ("2038 and after", "1")]
    assert len(re.findall("<rect", picture)) == 5


def test_every_policy_is_a_square_with_its_name_while_they_fit() -> None:
    picture = draw(*["2024-03"] * 8)
    assert len(re.findall(r'<rect [^>]*data-due="2024-03-31"><title>Policy \d: March 2024</title>', picture)) == 8
    many = draw(*["2024-03"] * 9)
    assert re.findall(r"<title>([^<]+)</title></rect>", many) == ["March 2024: 9 policies"]


def test_boxes_stay_within_the_picture_and_do_not_overlap() -> None:
    picture = draw(*[f"{2020 + n // 12}-{n % 12 + 1:02}" for n in range(MOST_COLUMNS)])
    across = [(float(x), float(width)) for x, width in re.findall(r'<rect x="([\d.]+)%" width="([\d.]+)%"', picture)]
    assert len(across) == MOST_COLUMNS
    assert all(x + width <= following for (x, width), (following, _) in pairwise(across))
    assert across[-1][0] + across[-1][1] <= 100
    assert min(float(y) for y in re.findall(r'<text class="count"[^>]*y="([\d.-]+)"', picture)) > 0


def test_it_has_a_title_and_says_the_same_in_words() -> None:
    picture = draw("2024-03", "2024-03", "2024-05")
    assert '<svg role="img" aria-labelledby="timeline-title timeline-text"' in picture
    assert '<title id="timeline-title">When reviews fall due</title>' in picture
    assert '<desc id="timeline-text">3 policies: March 2024: 2, May 2024: 1.</desc>' in picture
    many = draw(*[f"2024-{n:02}" for n in range(1, 13)], "2025-01", "2025-01")
    assert "14 policies from January 2024 to January 2025, most of them in January 2025 (2)." in many


def test_names_are_data() -> None:
    picture = "\n".join(timeline([("2024", "<script>")]))
    assert "&#60;script&#62;: 2024" in picture
    assert "<script" not in picture


def test_nothing_is_drawn_of_nothing() -> None:
    assert draw() == ""
