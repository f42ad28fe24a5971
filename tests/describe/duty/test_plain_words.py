"""Duties that ordinary policies put without a modal: later instructions, bare infinitives, powers, what does not count."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext


def duty(text: str, heading: str = "Procedure") -> str:
    return find_duty(ClauseContext(text, (), (heading,)))[0].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phones are useful. Keep yours in your bag.", "must"),
        ("It cannot cover everything. Where it is silent, use your judgement and ask.", "must"),
        ("The map is used to mark where an injury was seen. Do not undress a child.", "must_not"),
        ("Black shoes. No trainers.", "must"),
        ("Corridors are busy. No running.", "must_not"),
        ("Dogs frighten some children. No dogs on site.", "none"),
        ("The building is old. No lift exists.", "none"),
        ("Mornings are busy. Support is there.", "none"),
        ("Support staff work in every class.", "none"),
        ("Support staff in their training.", "must"),
        ("Walk, don't run.", "must"),
        ("Stop, look and listen.", "must"),
        ("Stop, start and finish times.", "none"),
        ("In an emergency dial 999.", "must"),
        ("For your safety wear a helmet.", "must"),
        ("In assemblies stories teach respect.", "none"),
        ("In the evening children learn at home.", "none"),
        ("Bullying is serious. See the anti-bullying policy.", "none"),
        ("Instead of replying, tell an adult.", "must"),
        ("Mornings are busy; support helps.", "none"),
    ],
)
def test_instructions_behind_what_leads_up_to_them(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All visitors to sign in.", "must"),
        ("All requests for leave to be made in writing.", "must"),
        ("Long hair to be tied back.", "must"),
        ("Phones not to be used in lessons.", "must_not"),
        ("Parents never to enter classrooms.", "must_not"),
        ("The right to be heard.", "none"),
        ("The last member of staff to leave", "none"),
        ("Points to be considered", "none"),
        ("Date of the meeting: to be confirmed.", "none"),
        ("Space for pupils to talk.", "none"),
        ("No one deserves to be bullied.", "none"),
        ("We obtain consent for photographs to be used in print.", "must"),
        ("Helping parents to support their children.", "none"),
        ("Hair: tied back if longer than the collar.", "must"),
        ("Make-up: none.", "must_not"),
    ],
)
def test_sentences_without_a_finite_verb(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Social media is not the place to raise a complaint.", "must_not"),
        ("Shouting is never the answer.", "must_not"),
        ("Telling the class teacher is not sufficient.", "must_not"),
        ("Telling the class teacher is sufficient.", "none"),
        ("Jewellery is not for school.", "must_not"),
        ("This policy is not for visitors.", "none"),
        ("Nail varnish is not part of the uniform.", "must_not"),
        ("Abusive language is not something we tolerate.", "must_not"),
        ("It is not the role of staff to investigate.", "must_not"),
        ("It is the role of the head to investigate.", "must"),
        ("It is not for staff to decide whether a child is telling the truth.", "must_not"),
        ("It is for the panel to decide.", "must"),
        ("It is up to the panel to decide.", "must"),
        ("The panel does not have the power to overturn a grade.", "must_not"),
        ("The panel has no power to overturn a grade.", "must_not"),
        ("Parents do not have the right to withdraw from relationships education.", "must_not"),
        ("Save as provided below, no charge shall be levied.", "must_not"),
        ("Save in an emergency, the parents are told first.", "must"),
        ("Save your work.", "must"),
        ("In good weather, and save where it is icy, pupils should go out.", "should"),
        ("This policy applies to all pupils who are given access to the network.", "none"),
        ("It is a disciplinary offence to falsify records.", "must_not"),
        ("It is contrary to law to exclude informally.", "must_not"),
        ("Should a pupil refuse a medicine, staff must not force the pupil to take it.", "must_not"),
        ("Should keep phones on silent.", "should"),
        ("Should you wish to complain, write to the head.", "must"),
        ("At no stage are staff to act alone.", "must_not"),
        ("It is poor practice to act alone.", "should_not"),
        ("Not to report a concern is a breach of this code.", "none"),
        ("Not to be used where children are present.", "must_not"),
        ("Only in an emergency may staff restrain a child.", "may"),
        ("should be told at once", "should"),
        ("Many children are prevented from learning by poor behaviour.", "none"),
        ("One incident is not enough to be called bullying.", "none"),
        ("Autism is not an excuse.", "none"),
        ("Punishment is not the answer to every problem.", "none"),
        ("Pupils are not legal adults.", "none"),
        ("It is not lawful to exclude informally.", "must_not"),
    ],
)
def test_what_does_not_count_and_what_nobody_has_the_power_to_do(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing in this policy prevents a parent from contacting the police.", "may"),
        ("Nothing here prevents a report, and no sanction may be given for one.", "must_not"),
        ("The filter prevents access.", "none"),
        ("Nothing stops the spread of infection like washing hands.", "none"),
        ("A late return is not a breach of trust.", "none"),
        ("It is not a breach of this policy to report a crime.", "may"),
        ("It is a breach of this policy to hide a crime.", "none"),
        ("The Act empowers headteachers to search pupils without consent.", "may"),
        ("I give permission for my child to use the internet.", "may"),
        ("There are occasions when it is right to comfort a child.", "may"),
        ("Children are entitled to free school meals.", "may"),
        ("The school may involve specialists.", "may"),
        ("It is open to parents to appeal to the panel.", "may"),
        ("There is a right of appeal to the panel.", "may"),
        ("Pupils in Year 6 have permission to walk home alone.", "may"),
        ("Employees have the right to be accompanied at the hearing.", "may"),
        ("Employees have the right to be safe at work.", "none"),
        ("Bullying may involve several children.", "none"),
        ("Year 6 spend three nights each May at the centre.", "none"),
        ("The new year begins early in May in some schools.", "none"),
    ],
)
def test_powers_and_permissions(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We strongly discourage the use of nicknames.", "should_not"),
        ("It is best not to reply to abusive messages.", "should_not"),
        ("It is best to keep a copy.", "should"),
        ("It is sensible to keep a copy.", "should"),
        ("Our advice is to keep a copy.", "should"),
        ("Our advice is not to reply.", "should_not"),
        ("We recommend keeping a copy.", "should"),
        ("We suggest that you keep a copy.", "should"),
        ("Findings recommend a review.", "none"),
        ("The Regulations 2024 require schools to keep a register.", "must"),
        ("We will consider all complaints fairly.", "must"),
        ("We will consider a complaint out of time.", "may"),
        ("Silence will be considered a breach.", "none"),
        ("A child who misses lessons because of a sanction will be expected to catch up.", "should"),
        ("Free meals are conditional on receipt of certain benefits.", "none"),
        ("Payment is due within 14 days.", "must"),
        ("It is necessary to sign in.", "must"),
        ("It is not necessary to sign in.", "none"),
        ("Staff ring home where necessary to settle it.", "must"),
        ("The deposit is not refundable.", "must_not"),
        ("The deposit is non-refundable.", "must_not"),
        ("The deposit is refundable.", "none"),
        ("Section 100 places a duty on governing bodies to make arrangements.", "must"),
        ("Section 100 places a duty on governing bodies.", "none"),
        ("Employees are under a continuing obligation to tell the head.", "must"),
        ("Employees are nevertheless expected to dress well.", "should"),
        ("Users should have no expectation of privacy.", "should"),
        ("Users should have no contact with strangers.", "should_not"),
        ("A parent who is unhappy with the support provided should see the head.", "should"),
        ("Lessons go on, provided staff should agree.", "none"),
        ("The public is entitled to expect high standards.", "none"),
        ("A conviction will not necessarily be a bar.", "none"),
        ("Disclosure to the press will rarely be protected.", "none"),
        ("It is incumbent upon all staff to report concerns.", "must"),
        ("Compliance with this policy is a condition of employment.", "must"),
        ("The onus is on the parent to tell the school.", "must"),
        ("Employees owe a duty of care to pupils.", "must"),
        ("It is everyone's duty to report a concern.", "must"),
        ("Schools will wish to consult parents.", "none"),
        ("Responsibility for safeguarding falls on all of us.", "must"),
        ("The child falls on the stairs.", "none"),
        ("It is the job of the class teacher to take the register.", "must"),
    ],
)
def test_requests_and_responsibilities(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deputy is glad to help. She meets each year head every fortnight.", "must"),
        ("When a teacher has a concern, they complete the form.", "must"),
        ("Mrs Jones, our SENCO, meets each family once a term.", "must"),
        ("The chair welcomes everyone and explains the procedure.", "must"),
        ("The chair welcomes everyone and enjoys the day.", "none"),
        ("The teacher makes a note of it.", "must"),
        ("The teacher makes friends.", "none"),
        ("Adults look out for children who sit alone.", "must"),
        ("Anyone who finds a phone hands it in.", "must"),
        ("Each application is considered by itself, and the decision is sent home.", "must"),
        ("The policy is reviewed every three years.", "must"),
        ("The policy is monitored by the deputy.", "must"),
        ("The policy is displayed in reception.", "none"),
        ("The bursar chases payments.", "must"),
        ("The person who raised the concern is told of the outcome.", "must"),
        ("Applications are submitted by electronic means.", "must"),
        ("A register means a book in which pupils are entered.", "none"),
        ("We do not simply punish; we listen.", "must"),
        ("Staff do not only report but also record.", "must"),
        ("Parents are not only told but invited.", "must"),
        ("Children do not always tell.", "none"),
        ("Incidents are not always recorded.", "none"),
        ("Names never appear with photographs.", "must_not"),
        ("Work does not begin before the check.", "must_not"),
        ("No school can prevent all bullying.", "none"),
        ("Teachers cannot see everything.", "none"),
        ("Pupils cannot prevent others from using equipment.", "must_not"),
        ("Volunteers cannot do personal care alone.", "must_not"),
        ("We never simply send a child home.", "must_not"),
        ("Photographs are not simply put on the website.", "must_not"),
        ("Pupils cannot work alone in the laboratory.", "must_not"),
        ("There is always a first-aider on site.", "must"),
        ("There is often a first-aider on site.", "none"),
        ("A first-aider is always on site.", "must"),
        ("Learning is always fun.", "none"),
        ("Your support is appreciated.", "none"),
    ],
)
def test_practices_that_are_told(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("heading", "stem", "text", "expected"),
    [
        ("Responsibilities of parents", "", "To ensure that children arrive on time", "must"),
        ("Parents", "", "To ensure that children arrive on time", "none"),
        ("Safety", "In order to keep children safe we:", "check visitors' identity", "must"),
        ("Safety", "Checks are made so that we:", "know who is here", "none"),
        ("Dress", "Our uniform is:", "navy jumper", "must"),
        ("Dress", "School uniform is available from the following suppliers:", "Smiths of London", "none"),
        ("Dress", "The benefits of uniform are:", "a sense of belonging", "none"),
    ],
)
def test_items_below_headings_and_stems(heading: str, stem: str, text: str, expected: str) -> None:
    clause = ClauseContext(text, (stem,) if stem else (), (heading,), True)
    assert find_duty(clause)[0].value == expected
