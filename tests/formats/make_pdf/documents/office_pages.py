"""SEND as LibreOffice saves it: a page made of a Word file with real lists."""

from __future__ import annotations

from tests.formats.author import Element, Form, Level, c, front, h, i, lead, metadata, p, policy, split, table, tail
from tests.formats.make_pdf.paper import paper
from tests.formats.make_pdf.printers import page_by_office

LISTS = {
    "main": (Level("decimal", "%1.", style="Heading 1"), Level("decimal", "%1.%2")),
    "romans": (Level("lowerRoman", "%1."), Level("lowerLetter", "%2.")),
    "bullets": (Level("bullet", "\uf0b7", font="Symbol"), Level("bullet", "o", font="Courier New")),
}
FORMS = {
    "policy": Form("Title"),
    "front": Form(centred=True),
    "heading1": Form("Heading 1", list="main", by_style=True),
    "heading1-bare": Form("Heading 2"),
    "clause": Form("Normal", list="main", level=1),
    "item1": Form("Normal", list="romans", fresh=True),
    "item2": Form("Normal", list="romans", level=1),
    "bullet1": Form("List Paragraph", list="bullets"),
    "bullet2": Form("List Paragraph", list="bullets", level=1),
    "more": Form(indent=2),
    "plain": Form(),
}

SEND_TEXT: list[Element] = [
    front("Pennywell Infant School"),
    policy(
        "Special Educational Needs and Disability (SEND) Policy",
        "send",
        "spg",
        approved="2025-01-22",
        approved_by="Governing Body",
        reviewed=None,
        review_date="2026-01",
        review_cycle="P1Y",
        owner="SENCO",
        scope="This policy applies to every child from Nursery to Year 2, whether or not he or she has a diagnosis.",
        audience_alt=["staff", "parents"],
        owner_alt=["Miss J Farouk", "Miss J Farouk (SENCO)"],
    ),
    metadata(
        ("Approved by the Governing Body", "22nd January 2025"),
        ("Next review", "January 2026"),
        ("Reviewed", "Every year"),
        ("Owner", "Miss J Farouk (SENCO)"),
    ),
    h("1.", "Vision"),
    c(
        "1.1",
        "This policy applies to every child from Nursery to Year 2, whether or not he or she has a diagnosis.",
        "none spg",
    ),
    c(
        "1.2",
        "Every teacher is a teacher of children with SEND. A child is not to be regarded as having a learning difficulty solely because the language spoken at home is not English.",
        "must_not|none s",
    ),
    h("2.", "Roles"),
    lead("2.1", "The SENCO must:"),
    i(None, "work with the headteacher and the SEND governor on how provision develops", "must s"),
    i(None, "have day-to-day responsibility for how this policy works", "must s"),
    lead(None, "keep records up to date, which means that they are:", 1),
    i(None, "seen by the parents each term", "must s", 2),
    i(None, "never left where other parents can read them", "must_not s", 2),
    i(None, "be a qualified teacher.", "must s"),
    lead("2.2", "Each class teacher is responsible for:"),
    i("i.", "the progress of every pupil in the class, including where a teaching assistant helps;", "must s"),
    i("ii.", "planning any intervention together with the assistant who gives it; and", "must s"),
    lead("iii.", "seeing that a pupil is not withdrawn from:", 1),
    i("a.", "more than two lessons of one subject in a week, or", "must_not s", 2),
    i("b.", "play-time.", "must_not s", 2),
    c("2.3", "Teaching assistants are not to be the only adults who teach a child to read.", "must_not s"),
    c("2.4", "The SEND governor visits once a term and does not ask about children by name.", "must|must_not g"),
    h("3.", "How we identify needs"),
    c(
        "3.1",
        "We assess each pupil on entry. Slow progress and low attainment do not automatically mean that a pupil has SEND.",
        "must|none s",
    ),
    split(
        "3.2", "Parents are told before a child is put on the register.", "At that meeting the teacher will", "must s"
    ),
    i("i.", "explain what has been noticed,", "must s"),
    i("ii.", "listen to what the child is like at home, and", "must s"),
    i("iii.", "agree what is to be tried first,", "must s"),
    tail("and will write it down for them to take away."),
    c("3.3", "Parents may bring a friend, and may ask for an interpreter, which the school will pay for.", "may p"),
    h("4.", "The graduated approach"),
    c(
        "4.1",
        "Assess, plan, do, review: each turn lasts no more than twelve weeks. If two turns have brought little the SENCO should seek advice from outside.",
        "must|should s",
    ),
    table(
        ("Need", "What we provide", "Who"),
        ("must s", "Communication", "Small-group language work three times a week", "Teaching assistant"),
        ("must s", "Sensory", "A quiet place; ear defenders; no hand-driers", "All staff"),
        ("must s", "Physical", "Ramp, changing room, a chair that fits", "Site manager"),
    ),
    c(
        "4.2",
        "Pupils with SEND take part in every trip. No pupil is ever left out because of his or her need, and parents are not asked to come along as a condition.",
        "must_not s|sp",
    ),
    h("5.", "Complaints and review"),
    c(
        "5.1",
        "Complaints go to the class teacher first and then to the SENCO. Parents can also appeal to the tribunal about an education, health and care plan, or if the council will not make one.",
        "should|may p",
    ),
    c("5.2", "The SENCO and the headteacher look at this policy every January.", "must s"),
    h(None, "Words we use"),
    p(
        "SENCO means the special educational needs co-ordinator. EHC plan means an education, health and care plan.",
        "none spg",
    ),
]
SEND = paper(
    "dev-html-libreoffice",
    SEND_TEXT,
    page_by_office,
    "send",
    "LibreOffice's page of a Word file with automatic lists: the program leaves no space after a number of several levels ('1.1This policy'); i., a. and two levels of bullets as real lists; fonts and class attributes everywhere; tail; negative items",
    word={"forms": FORMS, "lists": LISTS},
)
