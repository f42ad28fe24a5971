"""How strongly a clause binds: one table a rule, with cases on both sides of it."""

from __future__ import annotations

import pytest

from clauseway.describe.duty import find_duty
from clauseway.describe.duty.impossible import RULES
from clauseway.describe.findings import ClauseContext, Within
from clauseway.model import Duty

Case = tuple[str, str]


def duty(text: str, *lead_ins: str, heading: str = "", item: bool = False) -> str:
    path = (heading,) if heading else ()
    found, _, evidence = find_duty(ClauseContext(text, lead_ins, path, item or bool(lead_ins)))
    assert evidence
    return found.value


MODALS: list[Case] = [
    ("Staff must wear a badge.", "must"),
    ("Staff shall wear a badge.", "must"),
    ("Staff must not wear jeans.", "must_not"),
    ("Staff mustn't wear jeans.", "must_not"),
    ("Staff must never wear jeans.", "must_not"),
    ("Staff must also not wear jeans.", "must_not"),
    ("Staff must, however, not wear jeans.", "must_not"),
    ("Staff must under no circumstances wear jeans.", "must_not"),
    ("Staff must at no time wear jeans.", "must_not"),
    ("Staff must neither smoke nor vape.", "must_not"),
    ("Pupils should line up.", "should"),
    ("Pupils ought to line up.", "should"),
    ("Pupils should not run.", "should_not"),
    ("Pupils shouldn't run.", "should_not"),
    ("Pupils should never run.", "should_not"),
    ("Pupils ought not to run.", "should_not"),
    ("Parents may attend.", "may"),
    ("Parents may not attend.", "must_not"),
    ("Parents may not attend unless they are invited.", "must_not"),
    ("Parents may only attend by appointment.", "may"),
    ("Pupils can use the library at lunch.", "may"),
    ("Pupils cannot use the library at lunch.", "must_not"),
    ("Pupils can't use the library at lunch.", "must_not"),
    ("The school will inform parents.", "must"),
    ("The school will not inform the press.", "must_not"),
    ("The school won't inform the press.", "must_not"),
    ("The teacher is to inform the head.", "must"),
    ("Phones are not to be used in class.", "must_not"),
    ("Staff need to sign in.", "must"),
    ("Pupils have to sign in.", "must"),
    ("Pupils will have to sign in.", "must"),
]

NEGATED_SUBJECTS: list[Case] = [
    ("No pupil may leave the site.", "must_not"),
    ("No member of staff should be alone with a pupil.", "should_not"),
    ("No pupil, parent or visitor may smoke on the site.", "must_not"),
    ("Nobody may enter the plant room.", "must_not"),
    ("No one will start work until the checks are done.", "must_not"),
    ("No photographs should be taken.", "should_not"),
    ("In school, no pupil may use a phone.", "must_not"),
    ("Under no circumstances should staff share pictures.", "must_not"),
    ("At no time may pupils be left alone.", "must_not"),
    ("Neither parents nor pupils may park there.", "must_not"),
    ("Nor should staff use their own phones.", "should_not"),
    ("Pupils with no uniform must report to the office.", "must"),
    ("If there is no reply, staff must call again.", "must"),
    ("Where no consent has been given, staff must ask again.", "must"),
    ("Parents who have no car may use the minibus.", "may"),
    ("No later than ten days before, the clerk must send the papers.", "must"),
    ("No family will have to pay.", "none"),
    ("There must be no eating in the library.", "must_not"),
    ("Staff must have no contact with former pupils online.", "must_not"),
    ("Staff should accept no gifts.", "should_not"),
    ("Staff must tell nobody the code.", "must_not"),
    ("The form must be returned no later than Friday.", "must"),
    ("Groups must have no more than ten pupils.", "must"),
]

DOUBLE_NEGATIONS: list[Case] = [
    ("Staff must not fail to report a concern.", "must"),
    ("Staff should not hesitate to call the police.", "should"),
    ("No member of staff should fail to report a concern.", "should"),
    ("Staff must never forget to lock the door.", "must"),
    ("Staff must not only record but also report the matter.", "must"),
    ("Pupils may not leave without permission.", "must_not"),
    ("Data must not be shared unless the law allows it.", "must_not"),
    ("Staff must ensure that they do not share passwords.", "must"),
    ("Staff should avoid being alone with a pupil.", "should"),
    ("Staff must refrain from gossip.", "must"),
]

EQUIVALENTS: list[Case] = [
    ("Pupils are required to wear a tie.", "must"),
    ("Pupils are not required to wear a tie.", "none"),
    ("Pupils are required not to wear make-up.", "must_not"),
    ("Wearing a tie is compulsory.", "must"),
    ("The headteacher is responsible for discipline.", "must"),
    ("It is the responsibility of parents to inform the school.", "must"),
    ("Staff have a duty to report concerns.", "must"),
    ("Staff have no duty to answer e-mails at night.", "none"),
    ("The school requires that visitors sign in.", "must"),
    ("The Act requires the governing body to publish a statement.", "must"),
    ("Smoking is prohibited.", "must_not"),
    ("Smoking is strictly forbidden.", "must_not"),
    ("Bullying is unacceptable.", "must_not"),
    ("Bullying will not be tolerated.", "must_not"),
    ("Rudeness is never acceptable.", "must_not"),
    ("Pupils are not permitted to run.", "must_not"),
    ("Pupils are not normally allowed in the office.", "must_not"),
    ("Pupils will not be allowed in the office.", "must_not"),
    ("Pupils will be allowed in the office.", "may"),
    ("Pupils are permitted to use the gym.", "may"),
    ("Pupils should not be allowed in the office.", "should_not"),
    ("Pupils must be allowed to drink water.", "must"),
    ("The school does not permit chewing gum.", "must_not"),
    ("Pupils are expected to be polite.", "should"),
    ("Pupils are expected not to swear.", "should_not"),
    ("Pupils will be expected to be polite.", "should"),
    ("Parents are asked not to park here.", "should_not"),
    ("Parents will be asked to collect the phone.", "must"),
    ("We ask parents to be patient.", "should"),
    ("We would ask parents not to park here.", "should_not"),
    ("We do not expect parents to pay.", "should_not"),
    ("Parents are discouraged from visiting.", "should_not"),
    ("It is recommended that requests not be accepted.", "should_not"),
    ("Please call the office.", "should"),
    ("Please do not call the office.", "should_not"),
    ("The school reserves the right to refuse entry.", "may"),
    ("The school reserves the right not to reply.", "may"),
    ("Parents have the right to appeal.", "may"),
    ("Parents do not have the right to appeal.", "must_not"),
    ("Requests will be refused.", "must_not"),
    ("Visits need the approval of the head.", "must"),
    ("Prohibited items will be kept in the office.", "must"),
]

INSTRUCTIONS: list[Case] = [
    ("Record the time.", "must"),
    ("Always record the time.", "must"),
    ("If a child is hurt, record the time.", "must"),
    ("Do not record the time.", "must_not"),
    ("Don't record the time.", "must_not"),
    ("Never record the time.", "must_not"),
    ("If a child is hurt, do not move them.", "must_not"),
    ("Speak to nobody from the press.", "must_not"),
    ("Use of phones", "none"),
    ("Contact details are in the annex.", "none"),
    ("See also Annex A.", "none"),
    ("To set out what we expect.", "none"),
]

STATEMENTS: list[Case] = [
    ("Governors review the log each term.", "must"),
    ("Every incident is logged the same day.", "must"),
    ("Headteacher – makes sure that staff are trained.", "must"),
    ("Points are never taken away.", "must_not"),
    ("Sound is not recorded anywhere.", "must_not"),
    ("The school values every child.", "none"),
    ("This policy is reviewed every two years.", "must"),
    ("Bullying is repeated and intended to hurt.", "none"),
]

WELSH: list[Case] = [
    ("Rhaid i ddisgyblion wisgo gwisg ysgol.", "must"),
    ("Rhaid i staff beidio â rhannu cyfrineiriau.", "must_not"),
    ("Dylai rhieni ffonio'r ysgol.", "should"),
    ("Dylid cofnodi pob digwyddiad.", "should"),
    ("Ni ddylai rhieni barcio yma.", "should_not"),
    ("Ni ddylid rhannu lluniau.", "should_not"),
    ("Ni chaniateir ffonau.", "must_not"),
    ("Ni chaiff disgyblion adael.", "must_not"),
    ("Peidiwch â rhedeg.", "must_not"),
    ("Caiff disgyblion ddefnyddio'r llyfrgell.", "may"),
    ("Gall rhieni wneud cais.", "may"),
    ("Gall hyn arwain at waharddiad.", "none"),
    ("Bydd yr ysgol yn cysylltu â rhieni.", "must"),
    ("Ni fydd yr ysgol yn rhannu data.", "must_not"),
    ("Nid oes rhaid i rieni dalu.", "none"),
    ("Gwaherddir ysmygu.", "must_not"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*MODALS, *NEGATED_SUBJECTS, *DOUBLE_NEGATIONS, *EQUIVALENTS, *INSTRUCTIONS, *STATEMENTS, *WELSH],
    ids=lambda value: value[:50],
)
def test_a_clause_alone(text: str, expected: str) -> None:
    assert duty(text) == expected


IMPOSSIBLE: dict[str, list[Case]] = {
    "disclaimed": [
        ("The school cannot be held responsible for lost bicycles.", "none"),
        ("The school will not be liable for damage.", "none"),
        ("The school will not lend bicycles.", "must_not"),
        ("Pupils must not take responsibility for visitors.", "must_not"),
    ],
    "kindly_done": [
        ("Kindly return the slip by Friday.", "should"),
        ("Older pupils, kindly and quietly, calm the younger ones.", "none"),
    ],
    "to_be_read_with": [
        ("This policy is about bicycles. It should be read alongside the travel plan.", "none"),
        ("This policy should be read alongside the travel plan.", "should"),
        ("This policy is about bicycles. It should be read by all staff.", "should"),
        ("Bicycles are heavy. They should not be read with a scanner.", "should_not"),
    ],
    "agreed_of_others": [
        ("I agree that the school may search my bag.", "may"),
        ("I agree to the terms below.", "none"),
        ("I agree to lock my bicycle.", "must"),
        ("I agree that I will lock my bicycle.", "must"),
    ],
    "asked_a_question": [
        ("Pupils are asked what would help.", "must"),
        ("Parents are invited to a meeting in May.", "must"),
        ("Parents are invited to comment.", "should"),
        ("Pupils are asked to lock their bicycles.", "should"),
        ("The tutor asks both pupils how they are.", "must"),
    ],
    "no_duty_at_all": [
        ("Parents are not obliged to pay.", "none"),
        ("Parents are obliged to pay.", "must"),
        ("Parents are not obliged to pay. They should ask.", "should"),
    ],
    "in_a_condition": [
        ("Lessons stop if pupils must leave.", "none"),
        ("If pupils must leave, staff should go with them.", "should"),
        ("If staff are unsure they must ask.", "must"),
        ("Entry is free unless the head should charge.", "none"),
    ],
    "in_a_relative": [
        ("This policy lists rules that pupils must follow.", "none"),
        ("Pupils who lie must apologise.", "must"),
        ("Pupils who may be late should ring.", "should"),
        ("The lead takes the decision, which must not be delegated.", "must_not"),
    ],
    "reported_outlook": [
        ("The school recognises that parents will have concerns.", "none"),
        ("The Act states that schools may charge.", "none"),
        ("Staff are reminded that they must comply.", "must"),
        ("I understand that I must not cheat.", "must_not"),
        ("I agree that I will not cheat.", "must_not"),
    ],
    "right_to_a_thing": [
        ("Staff are entitled to privacy.", "none"),
        ("Parents are entitled to appeal.", "may"),
    ],
    "as_they_should": [
        ("Many do as they should.", "none"),
        ("Pupils who do not do as they should must be told.", "must"),
        ("As drivers they should stop.", "should"),
    ],
    "essential_part": [
        ("Reading is an essential part of school life.", "none"),
        ("It is essential that pupils read daily.", "must"),
    ],
    "put_as_a_condition": [
        ("Should a parent refuse, the lesson goes on.", "none"),
        ("Should a parent refuse, staff should ring.", "should"),
        ("Staff should ring.", "should"),
    ],
    "comments_on_it": [
        ("It is not enough to have told a colleague.", "none"),
        ("Long hair is brushed. Good intentions are not enough.", "must"),
        ("A promise is a promise. Good intentions are not enough.", "none"),
        ("Telling a colleague is not enough.", "must_not"),
    ],
    "month_of_may": [("Governors agreed in May 2021 on this.", "none"), ("Pupils in Year 4 may stay.", "may")],
    "harm_in_view": [
        ("Staff may bring the school into disrepute.", "none"),
        ("Staff may bring a guest.", "may"),
        ("Staff may not bring the school into disrepute.", "must_not"),
    ],
    "epistemic_may": [
        ("Breaches may result in dismissal.", "none"),
        ("Remarks may be misinterpreted.", "none"),
        ("There may be times when this fails.", "none"),
        ("Abuse may be physical.", "none"),
        ("Pupils may feel anxious.", "none"),
        ("Staff may not be aware of this.", "none"),
        ("Breaches may be treated as misconduct.", "none"),
        ("Use may be monitored.", "may"),
        ("Action may be taken.", "may"),
        ("Parents may wish to write.", "may"),
        ("No visit may go ahead without approval.", "must_not"),
    ],
    "bare_ability": [
        ("Bullying can be verbal.", "none"),
        ("Bullying can happen anywhere.", "none"),
        ("The school cannot guarantee a place.", "none"),
        ("Trainers can be worn for PE.", "may"),
        ("Trainers cannot be worn in class.", "must_not"),
    ],
    "predictive_will": [
        ("This will lead to an investigation.", "none"),
        ("There will be occasions when this fails.", "none"),
        ("Good habits will help children.", "none"),
        ("These rules will keep everyone safe.", "none"),
        ("A breach will be seen as serious.", "none"),
        ("Breaches will be investigated.", "must"),
        ("The school will help families.", "must"),
        ("The school will consider each request.", "may"),
    ],
    "purpose_is_to": [
        ("The aim of this policy is to protect pupils.", "none"),
        ("Our first duty lead is to be told at once.", "must"),
    ],
    "need_of_a_thing": [
        ("There is no need to reply.", "none"),
        ("Parents do not need to reply.", "none"),
        ("Parents may need to reply.", "none"),
        ("This policy needs to sit beside the code.", "none"),
        ("Parents need to reply.", "must"),
    ],
}


def test_every_rule_has_its_table() -> None:
    assert {rule.__name__ for rule in RULES} == IMPOSSIBLE.keys()


@pytest.mark.parametrize(
    ("text", "expected"), [case for cases in IMPOSSIBLE.values() for case in cases], ids=lambda value: value[:50]
)
def test_an_impossible_reading_is_dropped_and_its_neighbour_kept(text: str, expected: str) -> None:
    assert duty(text) == expected


@pytest.mark.parametrize(
    ("stems", "item", "expected"),
    [
        (("Staff must:",), "lock the door", "must"),
        (("Staff must:",), "not lock the door", "must_not"),
        (("Staff must:",), "never lock the door", "must_not"),
        (("Staff must:",), "under no circumstances share keys", "must_not"),
        (("Staff must:",), "if a pupil is ill, tell the office", "must"),
        (("Staff must:",), "keep pupils who should be in class out of the hall", "must"),
        (("Staff must:",), "Staff may leave at noon on Fridays.", "may"),
        (("Staff must not:",), "use their own phones", "must_not"),
        (("Staff must not:",), "knowingly keep pupils who should be elsewhere", "must_not"),
        (("Staff must not:",), "never lend keys", "must_not"),
        (("Adults should not:",), "use school equipment at home", "should_not"),
        (("Adults should:",), "keep their numbers private", "should"),
        (("Adults should:",), "not give their numbers. The school e-mail should be used", "should_not"),
        (("The following are not considered acceptable:",), "The posting of images which may offend", "must_not"),
        (("Behaviour that will not be tolerated:",), "fighting", "must_not"),
        (("Pupils are not allowed to:",), "climb the fence", "must_not"),
        (("Parents are expected to:",), "support the school", "should"),
        (("Parents are expected to:",), "not send sick children in", "should_not"),
        (("The school may charge for:",), "music lessons", "may"),
        (("The school will not charge for:",), "swimming", "must_not"),
        (("This policy aims to:",), "keep pupils safe", "none"),
        (("This policy aims to:",), "not treat any group worse", "none"),
        (("Signs may include:",), "tiredness", "none"),
        (("Sanctions include:",), "detention", "may"),
        (("I will:",), "not share my password", "must_not"),
        (("I will not:",), "share my password", "must_not"),
        (("I agree that:",), "I will not share my password", "must_not"),
        (("We may share data where:",), "we need to work with others", "may"),
        (("The headteacher:",), "reviews the log", "must"),
        (("Never:",), "run in the corridor", "must_not"),
        (("Do not:",), "run in the corridor", "must_not"),
        (("Please do not:",), "park on the lines", "should_not"),
        (("Staff must not:", "use social media to:"), "contact pupils", "must_not"),
        (("Staff must:", "not use social media to:"), "contact pupils", "must_not"),
        (("Staff must not share, for example:",), "passwords", "must_not"),
        (("Staff must not:", "share data, including:"), "names", "must_not"),
        (("Rules (this list is intended to help): pupils must not",), "run", "must_not"),
        (("Rhaid i rieni:",), "peidio â pharcio yma", "must_not"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_an_item_under_its_lead_ins(stems: tuple[str, ...], item: str, expected: str) -> None:
    assert duty(item, *stems) == expected


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Prohibited items", "Energy drinks", "must_not"),
        ("Pupils must not", "Bring knives", "must_not"),
        ("Pupils should", "A water bottle in class", "should"),
        ("SLT", "Leading on training", "must"),
        ("SLT", "Mrs Hart", "none"),
        ("Responsibilities of governors", "Approval of the budget", "must"),
        ("Uniform", "No hooded tops", "must_not"),
        ("Uniform", "Black shoes", "none"),
        ("Can I bring my phone?", "No. Leave it at home.", "must_not"),
        ("Can I bring my phone?", "No. Phones stay at home.", "must_not"),
        ("Can I bring a bike?", "Yes. There are racks by the gate.", "may"),
        ("Do I have to pay?", "No. Lunch is free.", "none"),
    ],
)
def test_a_heading_that_carries_the_duty(heading: str, text: str, expected: str) -> None:
    assert duty(text, heading=heading, item=True) == expected


def test_further_duties_are_kept_with_their_words() -> None:
    text = "Staff must sign in. They should wear a badge and must not lend it. Visitors may be asked to wait."
    main, also, _ = find_duty(ClauseContext(text))
    assert main is Duty.MUST
    assert [(a.duty.value, text[a.start : a.end]) for a in also] == [
        ("should", "should"),
        ("must_not", "must"),
        ("may", "may"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Safeguarding is the duty of all staff. Staff must not meet pupils online.", "must_not"),
        ("It is essential that staff think. Staff should ask.", "should"),
        ("Parents have the right to see files. Files must be kept safe.", "may"),
        ("Pupils should walk. They must not run.", "should"),
    ],
)
def test_the_main_duty_is_the_first_unless_it_is_a_weak_one(text: str, expected: str) -> None:
    assert duty(text) == expected


def test_evidence_tells_words_and_place() -> None:
    _, _, (evidence, *_) = find_duty(ClauseContext("Pupils are NOT permitted to run."))
    assert evidence.words == "NOT permitted to" or "permitted to" in evidence.words
    assert "Pupils are NOT permitted to run."[evidence.start : evidence.end] == evidence.words


def test_evidence_of_an_item_names_lead_in_and_negation() -> None:
    stem = "Staff must:"
    _, _, (above, own) = find_duty(ClauseContext("Not run", (stem,)))
    assert (above.within, stem[above.start : above.end]) == (Within.LEAD_IN, "must")
    assert (own.within, own.words) == (Within.TEXT, "Not")


@pytest.mark.parametrize("text", ["", "?", "...", "– ;", "(", "’s", "must", "not", "no", "İSTANBUL must not"])
def test_odd_texts_are_no_trouble(text: str) -> None:
    find_duty(ClauseContext(text, (text,), (text,)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If no reply has come the office will ring the family.", "must"),
        ("If you believe that we were unfair you may write to the chair.", "may"),
        ("Visitors who are here when pupils are present must wear a badge.", "must"),
        ("Parents who feel that we have not listened may write again.", "may"),
        ("A tutor who is away because they are ill should ring by eight.", "should"),
        ("Lessons stop if pupils are hot and must rest.", "none"),
        ("Lessons stop when a pupil must rest.", "none"),
        ("Lorries may not turn in the yard.", "must_not"),
        ("A filter may not catch everything.", "none"),
        ("A child may not want to talk.", "none"),
        ("It may not always be possible to answer.", "none"),
        ("If they cannot agree the headteacher decides.", "must"),
        ("During those days parents must stay away.", "must"),
        ("Some pupils cannot swim.", "none"),
        ("Pupils cannot swim here.", "must_not"),
        ("Others may ask for help.", "may"),
        ("The local authority may prosecute.", "may"),
        ("Teasing may be quiet, or may take the form of silence.", "none"),
        ("We pay for lunch, and nobody should bring money.", "should_not"),
        ("Work counts as late after Friday.", "none"),
        ("Staff have a right to be heard.", "none"),
        ("Staff have a right to appeal.", "may"),
    ],
)
def test_conditions_without_a_comma_and_what_may_not_be(text: str, expected: str) -> None:
    assert duty(text) == expected
