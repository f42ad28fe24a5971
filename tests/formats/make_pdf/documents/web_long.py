"""Medical conditions, long: legal numbering by a style sheet's counters. Two policies on one page."""

from __future__ import annotations

from tests.formats.author import Element, c, front, h, i, lead, metadata, p, policy, split, table, tail
from tests.formats.make_pdf.pages import Skin, as_page
from tests.formats.make_pdf.paper import paper

LEGAL = Skin(
    """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Medical conditions</title><style>
body { font-family: Georgia, serif; max-width: 46em; margin: auto }
ol { list-style: none; padding-left: 0 }
ol.legal { counter-reset: part } ol.legal > li { counter-increment: part; }
ol.legal > li > h2::before { content: counter(part) ". " }
ol.clauses { counter-reset: clause } ol.clauses > li { counter-increment: clause }
ol.clauses > li::before { content: counter(part) "." counter(clause) " " }
ol.letters { counter-reset: letter } ol.letters > li { counter-increment: letter; margin-left: 2em }
ol.letters > li::before { content: "(" counter(letter, lower-alpha) ") " }
ol.romans { counter-reset: roman } ol.romans > li { counter-increment: roman; margin-left: 2em }
ol.romans > li::before { content: "(" counter(roman, lower-roman) ") " }
@media print { .noprint { display: none } }
</style></head><body>
<div class="topbar"><a href="/">Greyfriars Gate School</a> | <a href="/policies">All policies</a> | <a href="javascript:window.print()">Print this page</a></div>
{body}
<p class="foot">Greyfriars Gate School, registered charity. Page generated in 0.04 seconds.</p></body></html>""",
    typed=False,
    lists={1: 'class="legal"', 2: 'class="clauses"', 3: 'class="letters"', 4: 'class="romans"'},
)

MEDICAL: list[Element] = [
    policy(
        "Supporting Pupils with Medical Conditions",
        "health",
        "spkg",
        approved="2025-02-06",
        approved_by="Welfare Committee",
        reviewed=None,
        review_date="2027-02",
        review_cycle="P2Y",
        owner="Senior Nurse",
        scope="This policy applies to pupils with any medical condition, long or short, of body or of mind.",
        owner_alt=["Sister Amara Nwosu", "Sister Amara Nwosu, Senior Nurse"],
        audience_alt=["staff", "parents"],
        title_alt=["Supporting Pupils with Medical Conditions Policy"],
    ),
    metadata(
        ("Approved", "Welfare Committee, 6 February 2025"),
        ("Next review", "February 2027 (every two years)"),
        ("Responsible", "Sister Amara Nwosu, Senior Nurse"),
    ),
    h("1.", "Aims", form="ol1"),
    c(
        "1.1",
        "This policy applies to pupils with any medical condition, long or short, of body or of mind.",
        "none spkg",
        form="ol2",
    ),
    c(
        "1.2",
        "No pupil is to be refused admission, or kept away from school, because arrangements for the condition have not been made.",
        "must_not s|sg",
        form="ol2",
    ),
    lead("1.3", "The governing body will carry out this policy by:", form="ol2"),
    i("(a)", "making sure that enough staff are suitably trained;", "must g"),
    i("(b)", "making staff aware of pupils' conditions, where appropriate;", "must g"),
    i("(c)", "seeing that there is always cover for absence; and", "must g"),
    i("(d)", "developing and watching over individual healthcare plans.", "must g"),
    h("2.", "Roles", form="ol1"),
    lead("2.1", "The headteacher will:", form="ol2"),
    i("(a)", "see that all staff who need to know are told of a child's condition;", "must s"),
    lead("(b)", "take overall responsibility for the plans, and make sure that each:", 1),
    i("(i)", "names someone who is not the class teacher as a deputy;", "must s", 2),
    i("(ii)", "is signed by a parent; and", "must s", 2),
    i("(iii)", "does not rely on the child's own brother or sister;", "must_not s", 2),
    i("(c)", "see that the school is insured.", "must s"),
    c(
        "2.2",
        "Supporting pupils with medical conditions is not the sole responsibility of one person. Any member of staff may be asked to give support, but nobody can be required to give medicines.",
        "may|must_not s",
        form="ol2",
    ),
    c(
        "2.3",
        "Those who take it on will receive enough training, and must have been signed off as competent by a health professional before they begin. A first-aid certificate does not amount to such training.",
        "must s",
        form="ol2",
    ),
    lead("2.4", "Parents will:", form="ol2"),
    i("(a)", "give the school enough up-to-date information about their child's needs;", "must p"),
    i("(b)", "help to write the plan, and may help to test it;", "must|may p"),
    i(
        "(c)",
        "provide medicines and equipment that are in date, and not leave it to the school to notice.",
        "must|must_not p",
    ),
    c(
        "2.5",
        "Pupils are often best placed to say how their condition affects them. They should be fully involved in talking about their support, and follow the plan.",
        "should k|sk",
        form="ol2",
    ),
    c(
        "2.6",
        "School nurses notify the school when a pupil has been found to have a condition that will need support. This is done before the pupil starts, wherever that is possible.",
        "must s",
        form="ol2",
    ),
    h("3.", "Individual healthcare plans", form="ol1"),
    c(
        "3.1",
        "Plans are reviewed at least once a year, or earlier if there is evidence that the pupil's needs have changed.",
        "must s",
        form="ol2",
    ),
    c(
        "3.2",
        "Not all pupils with a condition will need a plan. It is agreed with a health professional and the parents when a plan would be inappropriate or out of proportion; if they cannot agree the headteacher decides.",
        "must|none s",
        form="ol2",
    ),
    lead("3.3", "The plan states:", form="ol2"),
    i("(a)", "the condition, its triggers, signs and treatments;", "must s"),
    i(
        "(b)",
        "what the pupil needs, including medicine (dose, side-effects and storage), time, facilities and food;",
        "must s",
    ),
    i(
        "(c)",
        "the level of support needed and, where the pupil looks after himself or herself, how this is watched over;",
        "must s",
    ),
    i("(d)", "who will give it, and who will if that person is away;", "must s"),
    i("(e)", "what to do in an emergency, and what not to do.", "must s"),
    c(
        "3.4",
        "Where a pupil has a plan the school will not send him or her home often for reasons connected with the condition.",
        "must_not s",
        form="ol2",
    ),
    h("4.", "Medicines", form="ol1"),
    lead("4.1", "Prescription and non-prescription medicines will be given at school only:", form="ol2"),
    i("(a)", "when it would be harmful to the pupil's health or attendance not to do so; and", "must_not|must s"),
    i("(b)", "where we have the parents' written consent,", "must_not|must s"),
    tail(
        "except that a pupil with Gillick competence may be given medicine without the parents' knowledge, in which case every effort is made to encourage the pupil to involve them."
    ),
    c(
        "4.2",
        "No pupil under 16 is ever given medicine that contains aspirin, unless a doctor has prescribed it.",
        "must_not s",
        form="ol2",
    ),
    c(
        "4.3",
        "Anyone giving medicine, for example for pain, first checks the maximum dose and when the last one was taken. The parents are told on the same day.",
        "must s",
        form="ol2",
    ),
    lead("4.4", "The school accepts only prescribed medicines that are:", form="ol2"),
    i("(a)", "in date;", "must_not|must s|sp"),
    i("(b)", "labelled; and", "must_not|must s|sp"),
    i(
        "(c)",
        "in the container that the pharmacist supplied, with instructions (insulin may come in a pen or a pump).",
        "must_not|must s|sp",
    ),
    c(
        "4.5",
        "Medicines are stored safely, but not so safely that they cannot be got at: inhalers, blood-glucose meters and adrenaline pens are always to hand and never locked away.",
        "must|must_not s",
        form="ol2",
    ),
    c(
        "4.6",
        "Controlled drugs are kept in a locked cupboard in the nurse's room, and two people sign for each dose. A pupil for whom one has been prescribed may carry it if competent to do so, but must not pass it to anybody else.",
        "must|may|must_not s|sk",
        form="ol2",
    ),
    c(
        "4.7",
        "If a pupil refuses to take a medicine staff will not force it. They follow the plan and tell the parents, so that another way can be thought of.",
        "must_not|must s",
        form="ol2",
    ),
    h("5.", "Unacceptable practice", form="ol1"),
    lead(
        "5.1",
        "Staff use their discretion and judge each case on its merits; but it is generally not acceptable to:",
        form="ol2",
    ),
    i("(a)", "prevent pupils from easily reaching their inhalers and medicine;", "must_not s"),
    i("(b)", "assume that every pupil with the same condition needs the same treatment;", "must_not s"),
    i("(c)", "ignore the views of the pupil or the parents;", "must_not s"),
    i("(d)", "send an unwell pupil to the office alone or with somebody unsuitable;", "must_not s"),
    i("(e)", "penalise pupils for their attendance, if their absences have to do with their condition;", "must_not s"),
    i("(f)", "prevent pupils from drinking, eating or going to the lavatory whenever they need to; or", "must_not s"),
    lead("(g)", "require parents, or make them feel obliged:", 1),
    i("(i)", "to come to school to give medicine, or", "must_not s", 2),
    i("(ii)", "to give up working because the school fails to support the child.", "must_not s", 2),
    h("6.", "Emergencies", form="ol1"),
    c(
        "6.1",
        "Staff follow the school's usual emergency procedures, for example by calling 999. All plans say clearly what counts as an emergency.",
        "must s",
        form="ol2",
    ),
    c(
        "6.2",
        "A pupil who is taken to hospital is not left alone: a member of staff stays until a parent comes. Staff should not take pupils to hospital in their own cars.",
        "must_not|should_not s",
        form="ol2",
    ),
    table(
        ("Sign", "Do", "Do not"),
        (
            "must|must_not s",
            "Asthma attack",
            "Sit the pupil up; two puffs, then one a minute; call 999 after ten",
            "Lay the pupil down or send for the inhaler with another child",
        ),
        (
            "must|must_not s",
            "Severe allergy",
            "Use the pen at once, call 999, note the time",
            "Wait to see whether it passes; stand the pupil up",
        ),
        (
            "must|must_not s",
            "Seizure",
            "Clear a space, time it, cushion the head",
            "Hold the pupil down or put anything in the mouth",
        ),
    ),
    h("7.", "Training, trips and records", form="ol1"),
    split(
        "7.1",
        "Staff who are responsible for a pupil's needs are trained each year.",
        "The training is:",
        "must s",
        form="ol2",
    ),
    i("(a)", "enough to make them competent and confident;", "must s"),
    i("(b)", "confirmed by a health professional; and", "must s"),
    i("(c)", "repeated if they have not used it for a year.", "must s"),
    c(
        "7.2",
        "Pupils with medical conditions take part in trips and sport. A risk assessment is not a reason for saying no, unless a doctor has said so.",
        "must|must_not s",
        form="ol2",
    ),
    c(
        "7.3",
        "Written records are kept of all medicine given, for as long as the pupil is at the school. Parents are told if their pupil has been unwell.",
        "must s",
        form="ol2",
    ),
    h("8.", "Complaints and review", form="ol1"),
    c(
        "8.1",
        "Parents with a complaint should talk first with the senior nurse. If that does not settle it they may use the complaints procedure.",
        "should|may p",
        form="ol2",
    ),
    c("8.2", "The Welfare Committee reviews this policy every two years.", "must g", form="ol2"),
]
MEDICAL_PAGE = paper(
    "dev-html-legal-counters",
    MEDICAL,
    as_page(LEGAL),
    "health",
    "long; numbers 1., 1.1, (a), (i) only by counters of the style sheet, in nested `ol`; headings inside list items; 'only' with conditions; 'not acceptable to' list; do and do-not table; tail with an exception",
    furniture=("All policies", "Print this page", "Page generated in 0.04 seconds."),
)

TWO = Skin(
    """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Policies | Amberley Moor Primary</title></head><body>
<div role="banner"><a href="#content">Skip navigation</a><ul><li><a href="/">Welcome</a></li><li><a href="/our-week">Our week</a></li><li><a href="/pta">PTA</a></li></ul></div>
<div id="content"><p><a href="#p1">Photographs</a> | <a href="#p2">Social media</a></p>
{body}
</div><div role="contentinfo"><p>Amberley Moor Primary School &bull; 01632 960 808</p></div></body></html>""",
    typed=False,
    title="<hr><h1>{}</h1>",
    lists={},
    blocks={"date": '<p class="date"><small>{}</small></p>'},
    front={"date": '<p class="date"><small>{}</small></p>'},
)
AMBERLEY: list[Element] = [
    policy(
        "Photographs and Video Policy",
        "photographs",
        "sp",
        approved="2025-01",
        approved_by="Governors",
        reviewed=None,
        review_date="2027-01",
        review_cycle=None,
        owner=None,
        scope="This policy covers pictures taken by staff, by parents and by the press.",
        review_cycle_alt=["P2Y"],
        audience_alt=["staff", "parents", "pupils"],
    ),
    front("Agreed by Governors: January 2025. Review: January 2027.", "date"),
    h(None, "Scope"),
    p("This policy covers pictures taken by staff, by parents and by the press.", "none sp"),
    h(None, "Pictures taken by staff"),
    c(
        "1.",
        "Staff use school cameras only. A personal phone is never used, even if the pictures are deleted straight away.",
        "must|must_not s",
        form="ol1",
    ),
    lead("2.", "We do not publish:", form="ol1"),
    i(None, "a picture with a full name", "must_not s"),
    i(None, "a picture of a child whose parents have not consented", "must_not s"),
    i(None, "a picture of a child in swimwear.", "must_not s"),
    c(
        "3.",
        "Consent is asked for once, when the child joins, and may be withdrawn on any day.",
        "must|may sp",
        form="ol1",
    ),
    h(None, "Pictures taken by parents"),
    c(
        "4.",
        "Parents may take pictures at plays and sports day for themselves, but must not put them online if other children can be seen.",
        "may|must_not p",
        form="ol1",
    ),
    c("5.", "The headteacher can ask for cameras to be put away, and need not say why.", "may s|sp", form="ol1"),
    policy(
        "Social Media Policy for Staff",
        "social-media",
        "s",
        approved="2024-06",
        approved_by="Governors",
        reviewed=None,
        review_date="2026-06",
        review_cycle=None,
        owner=None,
        scope="The policy applies to all staff, paid or not.",
        review_cycle_alt=["P2Y"],
    ),
    front("Agreed by Governors: June 2024. Review: June 2026.", "date"),
    h(None, "Why"),
    p("A post is a postcard: anyone may read it. The policy applies to all staff, paid or not.", "none s"),
    h(None, "The rules"),
    lead(None, "Staff must not use social media to:"),
    i("a.", "contact pupils or, without a good reason, parents;", "must_not s"),
    i("b.", "complain about the school;", "must_not s"),
    i("c.", "say anything that they would not say in the staff room with the door open.", "must_not s"),
    p("Staff should check their privacy settings each term, and can ask the computing lead to help.", "should|may s"),
]
TWO_POLICIES = paper(
    "dev-html-two-policies",
    AMBERLEY,
    as_page(TWO),
    "photographs, social-media",
    "two policies on a page, each with its own dates in small type; an `ol` that a heading interrupts and that goes on with `start`; links to anchors at the top; 'We do not publish:'",
    furniture=(
        "Skip navigation",
        "Our week",
        "PTA",
        "Photographs | Social media",
        "Amberley Moor Primary School • 01632 960 808",
    ),
)
