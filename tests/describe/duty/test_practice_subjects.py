"""Standing practice whose subject stands behind a phrase, has more words to it, or is no group of people."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext


def duty(text: str) -> str:
    return find_duty(ClauseContext(text, (), ("Procedure",)))[0].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When a bicycle is lost the tutor rings the family.", "must"),
        ("Where a lock gives cause for concern the tutor talks to the pupil, and to the family.", "must"),
        ("In a storm the headteacher closes the shed.", "must"),
        ("The third time, the pupil leaves the bicycle at home.", "must"),
        ("The tutor and the headteacher look at the list every June.", "must"),
        ("A new teacher spends a day in the shed.", "must"),
        ("Row 3 Class teacher Speaks to the pupil", "must"),
        ("The rules for pupils follow the code.", "none"),
        ("If the lamp fails nobody rides.", "none"),  # "rides" is no verb of the list
        ("If the count is wrong nobody leaves.", "must_not"),
        ("Any tutor who is away tells the office.", "must"),
        ("The headteacher of each school names a deputy.", "must"),
        ("Pupils with a plan take part in every ride.", "must"),
        ("Pupils with a plan enjoy every ride.", "none"),
        ("Mr Book reports to governors in June.", "must"),
        ("Mr Book is the warden.", "none"),
    ],
)
def test_groups(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The slip goes to the office.", "must"),
        ("Spare keys go back to the owner.", "must"),
        ("The plan states:", "must"),
        ("The sky states nothing.", "none"),
        ("At least two adults are in the shed.", "must"),
        ("If the slip goes to the wrong office, ring us.", "must"),
        ("It goes to show what can be done.", "none"),
    ],
)
def test_things(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I always lock my bicycle.", "must"),
        ("I never lend my helmet.", "must_not"),
        ("I only use the front gate.", "must"),
        ("If I fall, I tell a grown-up.", "must"),
        ("I understand the rules.", "none"),
        ("I confirm that I have a helmet.", "none"),
        ("I like riding.", "none"),
    ],
)
def test_what_one_says_of_oneself(text: str, expected: str) -> None:
    assert duty(text) == expected
