"""Rules of single fields."""

from __future__ import annotations

import pytest

from clauseway.settings import slug_fault


@pytest.mark.parametrize("slug", ["st-mary", "2nd-street", "a", "a" * 80])
def test_good_slugs(slug: str) -> None:
    assert slug_fault(slug) == ""


@pytest.mark.parametrize(
    ("slug", "suggestion"),
    [
        ("St Mary's", "`st-marys`"),
        ("st_mary", "`st-mary`"),
        ("St--Mary-", "`st-mary`"),
        ("Ysgol Tŷ", "`ysgol-ty`"),
        ("../etc", "`etc`"),
        ("a" * 81, "`" + "a" * 80 + "`"),
    ],
)
def test_a_bad_slug_is_answered_with_a_good_one(slug: str, suggestion: str) -> None:
    assert slug_fault(slug).endswith(f"{suggestion}.")


@pytest.mark.parametrize("slug", ["", "学校", "-"])
def test_a_bad_slug_of_which_nothing_can_be_kept(slug: str) -> None:
    assert slug_fault(slug).endswith("characters.")
