"""Which line names the policy, and where another policy starts."""

from __future__ import annotations

import pytest

from clauseway.model import Block, BlockKind, Place
from clauseway.structure.furniture import mark_furniture
from clauseway.structure.titles import find_starts, find_title
from clauseway.structure.units import units

RULE = "Staff must lock their screens whenever they leave a room."


def block(text: str) -> Block:
    """A paragraph; `# ` and `## ` begin headings of the first and second level."""
    marks, _, words = text.partition(" ")
    if marks.strip("#"):
        return Block(BlockKind.PARAGRAPH, text, Place())
    return Block(BlockKind.HEADING, words, Place(), level=len(marks))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Charging and Remissions", True),
        ("Mobile Phones", True),
        ("Screen Time", False),
        ("Charging and Remissions are looked after by the school office.", False),
    ],
)
def test_a_short_first_line_is_the_title_if_it_names_what_policies_are_about(line: str, title: bool) -> None:
    assert (find_title(units([block(line), block(RULE)])) == 0) is title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(["# Mobile Phones", "## What this policy is about"], 0, id="the one heading of its level"),
        pytest.param(["# Mobile Phones", "# Bicycle Policy"], 1, id="one of two"),
        pytest.param(["# Hill School", "## Bicycle Policy"], 1, id="a name that is no subject"),
        pytest.param(["# Hill School", "## Why we have a policy", "## Aims"], 0, id="a question names no document"),
    ],
)
def test_the_heading_over_all_others_is_the_title_if_it_names_what_policies_are_about(
    lines: list[str], title: int
) -> None:
    assert find_title(units([*map(block, lines), block(RULE)])) == title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            ["UNITED COUNTIES", "Staff use of mobile phones", "Introduction", RULE], 1, id="the body stands above"
        ),
        pytest.param(
            ["MOBILE PHONES", "Staff use of cameras", "Introduction", RULE], 0, id="capitals that name the subject"
        ),
    ],
)
def test_a_line_in_capitals_above_the_subject_is_the_body_that_gave_the_text_out(lines: list[str], title: int) -> None:
    assert find_title(units([*map(block, lines)])) == title


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Relationships and Behaviour: Guidelines for Schools", False),
        ("Hilltop Federation of Schools", True),
        ("The Charter School", True),
    ],
)
def test_a_document_for_all_schools_is_no_school(line: str, name: bool) -> None:
    found = mark_furniture([block(line), block(RULE)])
    assert (found.get(0) == "school name") is name


@pytest.mark.parametrize(
    ("headings", "starts"),
    [
        pytest.param(["# Phones Policy", "# Cameras Policy"], (2,), id="nothing else of this level"),
        pytest.param(["# Phones Policy", "# Cameras Policy", "# Lost property"], (), id="sections have this level too"),
        pytest.param(["# Phones Policy", "## Cameras Policy"], (), id="a section's level"),
    ],
)
def test_a_heading_of_the_titles_level_with_its_own_dates_starts_a_policy(
    headings: list[str], starts: tuple[int, ...]
) -> None:
    running = units([block(text) for heading in headings for text in (heading, RULE)])
    assert find_starts(running, 0, frozenset(), frozenset({2}), ()) == starts
