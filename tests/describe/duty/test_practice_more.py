"""Standing practice behind labels, asides and modifiers, with papers and talks, and what is only a sign of something."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext


def duty(text: str, *lead_ins: str, heading: str = "") -> str:
    return find_duty(ClauseContext(text, lead_ins, (heading,) if heading else (), bool(lead_ins)))[0].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("First-day calling: the office telephones every family.", "must"),
        ("Lateness is another matter: we do not charge for it.", "must_not"),
        ("Three words: ready, kind, safe.", "none"),
        ("The class teacher, with the SENCO, puts the plan into practice.", "must"),
        ("The class teacher, a busy person, has a kind word for all.", "none"),
        ("Pupils arriving after 9.15 am report to the office.", "must"),
        ("Pupils arriving late miss the notices.", "none"),
        ("From Year 7 upwards all pupils wear a blazer.", "must"),
        ("An adult who is told never promises to keep it secret.", "must_not"),
        ("Files that contain medical details are kept locked.", "must"),
        ("Files that are kept by the office are old.", "none"),
        ("Passwords of ten letters are used to access the network.", "must"),
        ("Music is used to calm the class.", "none"),
        ("We answer within five days.", "must"),
        ("Pupils come to school in their kit on games days.", "must"),
        ("Pupils come to school to learn.", "none"),
        ("We take no phones into class.", "must_not"),
        ("We meet no later than June.", "must"),
        ("A child is not let off, but is helped.", "none"),
        ("A child is not let off for anything.", "none"),
        ("The week is made up of five days.", "none"),
        ("We do not normally limit how often people write.", "none"),
    ],
)
def test_what_is_done(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A child who hurts another is taken to the head.", "must"),
        ("Damage done on purpose is to be made good.", "must"),
        ("The purpose of the rule is to be clear.", "none"),
        ("Meetings take place in a room with a window.", "must"),
        ("Learning takes place everywhere.", "none"),
        ("Bullying takes place online.", "none"),
        ("Force is not a punishment and is never used as one.", "must_not"),
        ("Force is rare and is used with care.", "none"),
        ("Dogs stay outside.", "must"),
        ("Memories stay.", "none"),
        ("A pupil without a form stays at school.", "must"),
        ("At least one adult goes on every visit.", "must"),
        ("Where more is needed we follow the plan.", "must"),
        ("Where those whom we teach are happy all is well.", "none"),
        ("Staff need not take everyone, but no pupil is left out for want of money.", "must_not"),
        ("Nobody is sure, and nobody knows.", "none"),
        ("Teaching assistants work with small groups.", "must"),
        ("Staff work hard.", "none"),
        ("The school works with the council.", "none"),
        ("Break is not taken away, since children need to run about.", "must_not"),
        ("Some need more than a school can provide.", "none"),
        ("Pupils who arrive later than nine must sign in.", "must"),
        ("Support outside class should be short.", "should"),
        ("There is no parking on the zigzags.", "must_not"),
        ("There must be no running indoors.", "must_not"),
        ("There is no meeting on Friday.", "none"),
        ("There is no building like it.", "none"),
        ("Meetings are free, so nobody is made to attend.", "must_not"),
        ("An ambulance is called whenever there is doubt.", "must"),
        ("The room is called the nest.", "none"),
        ("Lots are drawn by the clerk.", "must"),
        ("Children are drawn to water.", "none"),
        ("No adult is ever alone with a child.", "must_not"),
        ("The teacher is alone.", "none"),
        ("The school decides whether to act.", "must"),
        ("Students under 16 need a parent's signature.", "must"),
        ("An assessment needs the family's consent.", "must"),
        ("Every garden needs rain.", "none"),
        ("Families do not need our permission.", "none"),
        ("A visit below those numbers does not leave.", "must_not"),
        ("The road does not leave the town.", "must_not"),
        ("The policy does not cover trips.", "none"),
        ("Two adults are present at each change.", "must"),
        ("Risks are present everywhere.", "none"),
        ("Each class has its own charter.", "must"),
        ("If it is about the head, it goes to the chair.", "must"),
        ("It goes without saying.", "none"),
        ("On arrival pupils hand in their phones.", "must"),
        ("Those leading a visit carry a phone.", "must"),
        ("Those who knew him miss him.", "none"),
        ("It is for the panel to decide.", "must"),
        ("It is for every child from Reception to Year 6.", "none"),
        ("It falls to the clerk to arrange the hearing.", "must"),
        ("Food is never withheld.", "must_not"),
        ("Governors are elected for four years.", "none"),
        ("It is best to ring early.", "should"),
        ("We would rather you rang early.", "should"),
        ("It would be helpful to know.", "should"),
        ("Children are not asked leading questions.", "must_not"),
        ("Parents are asked what they think.", "must"),
        ("Fines are issued by the local authority.", "none"),
        ("Distance is measured by the council's computer.", "must"),
        ("Teachers plan lessons that everyone can join.", "must"),
        ("The school consults parents before it changes the uniform.", "must"),
    ],
)
def test_acts_in_longer_sentences(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("stem", "text", "expected"),
    [
        ("This includes, but is not limited to:", "keeping the device locked", "must"),
        ("This means:", "breaking a task into steps", "must"),
        ("This includes:", "locked devices", "none"),
        ("This might include:", "struggling with reading", "none"),
        ("Bullying includes:", "calling names", "none"),
    ],
)
def test_items_that_spell_out_what_went_before(stem: str, text: str, expected: str) -> None:
    assert duty(text, stem) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Every activity has a written assessment.", "must"),
        ("Expectant mothers have an assessment of their own.", "must"),
        ("The tutor has a quiet word with the family.", "must"),
        ("The school has a pond.", "none"),
        ("If they have a plan, so much the better.", "none"),
        ("Families who have a plan know what it says.", "none"),
        ("The word has a meaning of its own.", "none"),
    ],
)
def test_papers_and_talks_that_everyone_has(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Being late is sad. Children are never told off for it.", "must_not"),
        ("Being late is sad. Children are not told off for it.", "none"),
        ("The tutor rings home. Children are never told off.", "must"),
    ],
)
def test_a_later_never_counts_where_nothing_else_is_told(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("heading", "stem", "text", "expected"),
    [
        ("Signs of bullying", "A child may:", "refuse to go to school", "none"),
        ("Recognising abuse", "Pupils may:", "have injuries", "none"),
        ("Break", "A child may:", "play outside", "may"),
        ("", "A child who is anxious may:", "refuse to eat", "none"),
        ("", "Some pupils may:", "need longer", "none"),
        ("", "Pupils may:", "stay indoors", "may"),
        ("", "Sanctions can include:", "a detention", "may"),
        ("", "Bullying can include:", "name-calling", "none"),
        ("", "Options include:", "a meeting", "may"),
        ("", "We use the data to:", "plan lessons", "none"),
        ("", "Unacceptable use of the network, and of data to:", "bully", "must_not"),
        ("", "Staff work together to:", "plan lessons", "must"),
        ("", "Our vision is for pupils to:", "be kind", "none"),
        ("", "We cannot accept:", "medicine without a form", "must_not"),
        ("", "We cannot accept responsibility for:", "bicycles", "none"),
    ],
)
def test_stems_that_tell_signs_or_options(heading: str, stem: str, text: str, expected: str) -> None:
    assert duty(text, stem, heading=heading) == expected


@pytest.mark.parametrize(
    ("stem", "text", "expected"),
    [
        ("Pupils will need:", "a coat", "must"),
        ("For games they need:", "boots", "must"),
        ("These are the things that growing takes and children also need:", "sleep", "none"),
        ("What a garden needs:", "rain", "none"),
    ],
)
def test_what_people_need(stem: str, text: str, expected: str) -> None:
    assert duty(text, stem) == expected


@pytest.mark.parametrize(
    ("stem", "text", "expected"),
    [
        ("The DSL:", "is available all day", "must"),
        ("Teachers", "notice what is worn, kindly", "must"),
        ("Headteacher:", "The chair takes this role where the headteacher is away", "none"),
        ("Teachers:", "in the hall", "none"),
    ],
)
def test_items_that_go_on_from_a_group(stem: str, text: str, expected: str) -> None:
    assert duty(text, stem) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ask that parents do not park here.", "should_not"),
        ("We ask that no parent parks here.", "should_not"),
        ("We ask that parents park here.", "should"),
        ("It is recommended that phones are not brought.", "should_not"),
        ("It is vital that support is not taken away.", "must"),  # labelled by its surface
        ("Staff are warned not to lend keys.", "should_not"),
        ("Staff are advised against lending keys.", "should_not"),
        ("Please do not hesitate to ring.", "should"),
        ("I agree that I will not share my password.", "must_not"),
        ("Where the use of phones is required for a lesson, an exemption may be granted.", "may"),
        ("When a pupil with a plan is late the office must ring home.", "must"),
        ("If nobody has rung by 9.30 am the office will ring.", "must"),
        ("Complaints about services provided by others should go to them.", "should"),
        ("Contact with former pupils should be avoided.", "should"),
        ("Not later than Friday, parents must return the form.", "must"),
        ("At no time will staff give lifts.", "must_not"),
        ("Charges are high. Staff may not do any of the following.", "must_not"),
    ],
)
def test_whose_sentence_a_word_of_duty_stands_in(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Applications reach the co-ordinator six weeks before.", "must"),
        ("When a learner moves on, the file follows within fifteen days.", "must"),
        ("Earrings come out or are taped over.", "must"),
        ("The children are seen and the parents of both are telephoned.", "must"),
        ("The children are seen every day.", "none"),
        ("The path comes from the gate.", "none"),
        ("These rules follow the law.", "none"),
    ],
)
def test_where_things_are_to_come(text: str, wanted: str) -> None:
    assert find_duty(ClauseContext(text))[0].value == wanted
