"""What is marked where two texts share their wording."""

from __future__ import annotations

import re

import pytest

from clauseway.publish.extracts import html_block
from clauseway.publish.wording import marked_wording
from tests.publish.hostile import HOSTILE
from tests.publish.test_text import rendered

LONG = "one two three four five six seven eight nine ten eleven twelve"


def marked(mine: str, theirs: str) -> str | None:
    """What is marked, left out as `-…-`, added as `+…+`, without what only is read out."""
    found = marked_wording(mine, theirs)
    seen = re.sub(r"<span[^>]*>[^<]*</span>", "", found or "")
    return found and re.sub(r"</?del>", "-", re.sub(r"</?ins>", "+", seen))


CASES: dict[str, tuple[str, str, str | None]] = {
    "the same": ("Staff must not lie.", "Staff must not lie.", ""),
    "capitals and stops": ("Staff must not lie.", "“staff must not lie;”", ""),
    "left out": ("Staff must not lie.", "Staff must lie.", "Staff must -not- lie."),
    "added": ("Staff must lie.", "Staff must not lie.", "Staff must +not+ lie."),
    "another figure": ("Wait 1.5 days.", "Wait 15 days.", "Wait -1.5- +15+ days."),
    "at the ends": (LONG, f"zero {LONG} thirteen", "+zero+ one two three four … nine ten eleven twelve +thirteen+"),
    "left out at the end": (f"{LONG} more", LONG, "… nine ten eleven twelve -more-"),
    "left out at the start": (f"more {LONG}", LONG, "-more- one two three four …"),
    "twelve": (LONG, f"{LONG} {LONG}", f"… nine ten eleven twelve +{LONG}+"),
    "more than twelve": (LONG, f"{LONG} {LONG} more", None),
    "the same words in another order": ("a b c d e f g h i j k l m n", "n m l k j i h g f e d c b a", None),
    "nothing at all": ("", "", ""),
}


@pytest.mark.parametrize(("mine", "theirs", "expected"), CASES.values(), ids=CASES)
def test_what_is_marked(mine: str, theirs: str, expected: str | None) -> None:
    assert marked(mine, theirs) == expected


def test_marks_are_read_out() -> None:
    assert marked_wording("do so", "do not") == (
        'do <del><span class="unseen" lang="en">[left out: </span>so<span class="unseen">]</span></del> '
        '<ins><span class="unseen" lang="en">[added: </span>not<span class="unseen">]</span></ins>'
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_word_is_markup(text: str) -> None:
    for mine, theirs in ((f"do {text}", "do"), ("do", f"do {text}"), (f"do {text}", f"do {text} so")):
        page = rendered(html_block([f"<q>{marked_wording(mine, theirs)}</q>"]))
        assert {tag for tag, _ in page.elements} <= {"div", "q", "ins", "del", "span"}
