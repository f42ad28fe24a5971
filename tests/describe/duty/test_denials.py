"""Headings and stems that break off in a denial, in keeping away, or before a verb that binds nobody."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.duty.denials import avoids, breaks_off, forbids_below
from clauseway.describe.findings import ClauseContext, Within


def duty(text: str, *lead_ins: str, heading: str = "") -> str:
    path = (heading,) if heading else ()
    return find_duty(ClauseContext(text, lead_ins, path, bool(lead_ins)))[0].value


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("You must not", True),
        ("5.1 Pupils must never …", True),
        ("Don't", True),
        ("Don’ts", True),
        ("Do not:", True),
        ("What we do not do", True),
        ("Not allowed", True),
        ("Staff are not permitted to:", True),
        ("We will never", True),
        ("You cannot", True),
        ("Do's and don'ts", False),
        ("What if I do not?", False),
        ("If you do not", False),
        ("Unacceptable use", False),
        ("When parents do not agree", False),
        ("Whether or not", False),
        ("Do", False),
        ("You must", False),
        ("", False),
    ],
)
def test_a_heading_that_breaks_off_in_a_denial(heading: str, expected: bool) -> None:
    assert forbids_below(heading) is expected


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("You must not", "Eat near the computers.", "must_not"),
        ("Don'ts", "Share your password.", "must_not"),
        ("Don'ts", "Do not share your password.", "must_not"),
        ("You must not", "Bring a bag, which must be left in the locker room. You may bring a pen.", "must_not"),
        ("Unacceptable use", "Report anything that you see.", "must"),
        ("Do's and don'ts", "Lock your screen.", "must"),
        ("Dos", "Lock your screen.", "must"),
    ],
)
def test_an_instruction_under_a_heading(heading: str, text: str, expected: str) -> None:
    assert duty(text, heading=heading) == expected


def test_the_heading_is_among_the_words_that_decided() -> None:
    _, _, evidence = find_duty(ClauseContext("Eat near the computers.", (), ("Computers", "You must not")))
    assert [(e.rule, e.words, e.within, e.level) for e in evidence] == [
        ("heading-denies", "You must not", Within.HEADING, 1),
        ("opening-verb", "Eat", Within.TEXT, 0),
    ]


@pytest.mark.parametrize(
    ("stem", "text", "expected"),
    [
        ("Staff should avoid:", "using sarcasm", "should_not"),
        ("Pupils must refrain from:", "swearing", "must_not"),
        ("Avoid:", "using sarcasm", "must_not"),
        ("Staff must:", "avoid sarcasm", "must"),  # labelled by its surface
        ("Staff should avoid the following where they can:", "sarcasm", "should"),
        ("Staff should not avoid:", "the subject", "should_not"),
    ],
)
def test_stems_of_keeping_away(stem: str, text: str, expected: str) -> None:
    assert duty(text, stem) == expected


def test_keeping_away_is_told_by_the_last_word() -> None:
    assert avoids("In whole-class discussion teachers avoid:")
    assert not avoids("To avoid doubt, staff must:")


@pytest.mark.parametrize(
    ("stem", "text", "expected"),
    [
        ("It is not necessary to:", "give a reason", "none"),
        ("The school will not be able to:", "administer medicine", "none"),
        ("A child in trouble might:", "go missing", "none"),
        ("Bear in mind that some children may:", "not feel ready to tell", "none"),
        ("Staff work together to:", "keep the site tidy", "must"),
        ("Staff must:", "go to the office", "must"),
    ],
)
def test_stems_that_break_off_before_a_verb_that_binds_nobody(stem: str, text: str, expected: str) -> None:
    assert duty(text, stem) == expected


def test_a_stem_with_a_duty_breaks_off_nowhere() -> None:
    assert not breaks_off("On hearing the bell:")
    assert not breaks_off("to")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Do not stand and watch; fetch an adult.", "must"),
        ("Don't walk past: tell a grown-up.", "must_not"),
        ("Do not guess; nobody minds waiting.", "must_not"),
        ("Do not run; walks are for later.", "must_not"),
    ],
)
def test_a_ban_that_leads_up_to_what_to_do_instead(text: str, expected: str) -> None:
    assert duty(text) == expected
