"""The ways of putting a duty that the many voices of schools brought up: one table a rule, both sides of it."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext

Case = tuple[str, str]


def duty(text: str, *lead_ins: str, heading: str = "") -> str:
    path = (heading,) if heading else ()
    return find_duty(ClauseContext(text, lead_ins, path, bool(lead_ins)))[0].value


SORTS_OF_DUTY: list[Case] = [
    ("Tutors have a professional responsibility to lock the shed.", "must"),
    ("Parents have an additional legal duty to mend brakes.", "must"),
    ("Tutors are under a statutory duty to report thefts.", "must"),
    ("Pupils have a strange duty roster.", "none"),
    ("Overall responsibility for the shed lies with the governing body.", "must"),
    ("The village lies with its back to the hill.", "none"),
    ("Class teachers have discretion over minor matters.", "may"),
    ("Sixth formers have the privilege of riding in.", "may"),
    ("Before a ban the pupil has the chance to explain.", "may"),
]

WORDS_THAT_ARE_NO_VERBS: list[Case] = [
    ("Bans are reviewed each term.", "must"),
    ("The policy bans racing.", "must_not"),
    ("Leave taken without permission may lead to a fine.", "none"),
    ("Leave the shed by four.", "must"),
    ("Access to the shed is never refused.", "must_not"),
    ("Access the shed by the side door.", "must"),
    ("Work set by the tutor is expected to be done.", "should"),
    ("Work quietly.", "must"),
]

NEGATIONS: list[Case] = [
    ("Late requests will not be considered.", "must_not"),
    ("Late requests will be considered.", "may"),
    ("Breaches will be considered extremely seriously.", "must"),
    ("Locks that are no longer needed will be sold.", "must"),
    ("Locks will no longer be sold.", "must_not"),
    ("Visitors report to the desk and are not left alone.", "must"),
    ("Visitors are not left alone.", "must_not"),
    ("Tutors may not look through a pupil's bag.", "must_not"),
    ("A pupil may not look well.", "none"),
    ("A tutor who drives may not also be in charge of pupils.", "must_not"),
    ("A tutor may not be aware of it.", "none"),
    ("Pupils won't need to give a reason.", "none"),
]

CONDITIONS: list[Case] = [
    ("If I do not lock my bicycle I could lose my place.", "none"),
    ("If tutors do not share a key, they must say so.", "must"),
    ("A tutor who is away, because of illness or because a child is ill, should report this.", "should"),
    ("Pupils come early because the shed, which is small, should not be used after nine.", "none"),
    ("Pupils who have been refused a place may appeal to the head.", "may"),
]

REQUESTS: list[Case] = [
    ("We would be grateful if parents talked about lights at home.", "should"),
    ("Worries are best raised with the tutor.", "should"),
    ("The authority expects parents to support the tutors.", "should"),
    ("Pupils were asked for their views.", "none"),
    ("Pupils are asked for their views.", "must"),
    ("Pupils are asked to wear a helmet.", "should"),
    ("Parents are reminded that the gate opens at eight.", "none"),
    ("Families on free meals are entitled to a grant.", "may"),
    ("Tutors are entitled to a private life.", "none"),
]

TO_BE_DONE: list[Case] = [
    ("Helmet – black. To be worn on the road.", "must"),
    ("Lights – to be on at all times.", "must"),
    ("Lights – not to be taken off.", "must_not"),
    ("To be safe we ride in a line.", "none"),
]

PRACTICE: list[Case] = [
    ("Pupils in Year 7 sign the charter each August.", "must"),
    ("Tutors who ride change into suitable shoes.", "must"),
    ("Pupils with bicycles may need more time in the shed.", "none"),
    ("The office checks the shed by nine.", "must"),
    ("The vast majority of pupils never give us any trouble.", "none"),
    ("Posts that break the law are passed to the police.", "must"),
    ("We do not want to go back to the old shed.", "none"),
    ("It is accepted that pupils fall.", "none"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *SORTS_OF_DUTY,
        *WORDS_THAT_ARE_NO_VERBS,
        *NEGATIONS,
        *CONDITIONS,
        *REQUESTS,
        *TO_BE_DONE,
        *PRACTICE,
    ],
)
def test_duty(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Locks are lent for a term. They must not be lent on.", "must"),
        ("Requests are made in writing. They may be refused.", "must"),
        ("The board appoints a tutor. The role cannot be shared.", "must"),
        ("Ramps are provided. Pupils must not jump from them.", "must_not"),  # a plain modal with its own subject
        ("Thefts are dealt with under the behaviour policy. Tutors may search bags.", "may"),  # only points elsewhere
        ("Riding is fun. Pupils may race on Fridays.", "may"),  # no practice before it
    ],
)
def test_a_practice_that_stands_first_is_the_rule(text: str, expected: str) -> None:
    assert duty(text) == expected


def test_under_a_heading_of_background_nothing_is_told_first() -> None:
    text = "Locks are lent for a term. They may be kept over the summer."
    assert duty(text, heading="Background") == "may"


@pytest.mark.parametrize(
    ("stem", "item", "expected"),
    [
        ("Tutors are responsible for ensuring that:", "helmets are not shared", "must_not"),
        ("Governors will make sure that:", "they do not ask for names", "must_not"),
        ("Tutors will ensure:", "nobody rides alone", "must_not"),
        ("Tutors will ensure that:", "helmets are shared", "must"),
        ("Tutors will ensure that:", "pupils, who are not paid, get water", "must"),
        ("Tutors must check that:", "the gate does not stick", "must"),
        ("As a parent you can help us by:", "oiling the chain", "should"),
        ("As a parent you can help us by:", "not parking by the shed", "should_not"),
        ("Pupils can be helped by:", "a friend", "may"),
        ("Parents will be encouraged to support the tutors by:", "reading the rules", "should"),
        ("Parents will be told by:", "letter", "must"),
        ("All tutors:", "are not expected to ride", "none"),
        ("All tutors:", "are not to ride", "must_not"),
    ],
)
def test_stems(stem: str, item: str, expected: str) -> None:
    assert duty(item, stem) == expected


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("monitors figures for the whole shed", "The Governing Board", "must"),
        ("challenges and supports the head", "The Governing Board", "must"),
        ("reports from the shed", "The Governing Board", "none"),
        ("Meeting families and offering support", "The tutor", "must"),
        ("Meeting room on the left", "The tutor", "none"),
        ("Being ready means arriving on time.", "Our rules", "none"),
    ],
)
def test_below_a_heading(text: str, heading: str, expected: str) -> None:
    assert duty(text, heading=heading) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tutor fetches the key.", "must"),
        ("A pupil who needs to ring uses the telephone at the desk.", "must"),
        ("We use the word SHED for every shelter.", "none"),
        ("The path leads to the shed.", "none"),
        ("Nor do staff lend their keys.", "must_not"),
        ("Whoever finds a lamp takes it to the office.", "must"),
        ("A pupil who says no has a card, whatever the parent says.", "none"),
        ("The person who is told does not question the pupil.", "must_not"),
        ("Parents who receive a grant do not pay for lamps.", "none"),
        ("The school considers each request.", "must"),
        ("The school considers lamps useful.", "none"),
        ("No lamp is seen before dusk.", "must_not"),
        ("Lamps are seen from the road.", "none"),
        ("Racing in the yard is out of the question.", "must_not"),
        ("A fall is always referred.", "must"),
        ("Lamps are referred to as lights.", "none"),
        ("Only school lamps are used.", "must"),
        ('"Ride on" is never the answer.', "must_not"),
        ("No lamp by nine means a walk home.", "none"),
        ("No lamp, no ride.", "must_not"),
        ("It will also review the lamps each term.", "must"),
        ("It will help pupils to see.", "none"),
        ("Lamps are checked to ensure pupils can see.", "must"),
        ("Mrs Lund may look at the lamp.", "may"),
        ("Pupils pay for lamps. No pupil is left behind.", "must_not"),
        ("Tutors check the lamps. Nobody is blamed.", "must"),
    ],
)
def test_short_sentences_that_tell(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("stem", "item", "expected"),
    [
        ("Personal use is permitted provided that such use:", "does not take place in lessons", "may"),
        ("Personal use is permitted, which:", "does not take place in lessons", "must_not"),
        ("In addition, we may offer:", "an assurance that we will not race again", "may"),
        ("Pupils should know:", "the prizes they can win", "should"),
        ("Pupils should know:", "they can win prizes", "may"),
        ("A complaint may be treated as unreasonable where the person:", "will not accept an answer", "none"),
    ],
)
def test_items_that_only_finish_their_stem(stem: str, item: str, expected: str) -> None:
    assert duty(item, stem) == expected
