"""Safeguarding, long: printed by Chromium; headings by size, justified with hyphens, roles with bullets in cells."""

from __future__ import annotations

import re

from tests.formats.author import Element, box, c, front, h, i, lead, metadata, more, p, policy, table
from tests.formats.make_pdf.pages import Skin, Writer, by_chromium
from tests.formats.make_pdf.paper import paper

_LONG = re.compile(r"(?<=[a-z]{4})(?=(?:tion|ment|ing|ness|able|ally|sion|ment)\b)")

FRAME = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>safeguarding</title><style>
@page { size: A4; margin: 24mm 22mm 24mm 22mm;
  @top-left { content: "Oakmere Vale Primary Academy"; font: 8pt 'DejaVu Sans' }
  @top-right { content: "Child Protection and Safeguarding Policy 2025-26"; font: 8pt 'DejaVu Sans' }
  @bottom-center { content: "Page " counter(page) " of " counter(pages); font: 8pt 'DejaVu Sans' } }
@page :first { @top-left { content: none } @top-right { content: none } }
body { font: 10.5pt/1.45 'DejaVu Serif'; text-align: justify }
h1 { font-size: 26pt; font-weight: normal; text-align: left } .h1 { font-size: 17pt; margin: 16pt 0 6pt; text-align: left }
.h2 { font-size: 13pt; margin: 10pt 0 4pt; text-align: left }
ul { list-style: none; padding-left: 18pt } ul > li::before { content: "\u25aa"; position: absolute; margin-left: -14pt }
ul ul > li::before { content: "o" } .d1 { padding-left: 30pt; text-indent: -20pt } .d0 { padding-left: 34pt; text-indent: -34pt }
.d0 span.n { display: inline-block; width: 34pt; text-indent: 0 } .d1 span.n { display: inline-block; width: 20pt; text-indent: 0 }
table { border-collapse: collapse; width: 100%; text-align: left; font-size: 9.5pt } td, th { border: .6pt solid #555; padding: 4pt; vertical-align: top }
table.meta td { border: none } aside.box { float: right; width: 58mm; border: 1pt solid #900; padding: 2mm 3mm; margin: 0 0 3mm 5mm; font-size: 9.5pt; text-align: left }
.mark { position: fixed; top: 110mm; left: 20mm; font: bold 90pt 'DejaVu Sans'; color: #eee; transform: rotate(-45deg); z-index: -1 }
.quiet { font-size: 9pt; color: #555 }
</style></head><body><div class="mark">DRAFT</div>{body}</body></html>"""


class Hyphened(Writer):
    """Puts soft hyphens before endings, as a program that hyphenates does."""

    def piece(self, mark: str, text: str) -> str:
        return super().piece(mark, text if mark == "link" else _LONG.sub("\u00ad", text))


SKIN = Skin(
    FRAME,
    heads=('<div class="h1">{}</div>', '<div class="h2">{}</div>'),
    number='<span class="n">{}</span>',
    metadata='<table class="meta">',
    blocks={"small": '<p class="quiet">{}</p>'},
)

ELEMENTS: list[Element] = [
    front("Oakmere Vale Primary Academy"),
    policy(
        "Child Protection and Safeguarding Policy",
        "safeguarding",
        "spg",
        approved=None,
        approved_by=None,
        reviewed="2025-09",
        review_date="2026-09",
        review_cycle="P1Y",
        owner=None,
        scope="This policy applies to all staff, governors and volunteers, to supply staff and contractors, and to students on placement.",
        approved_by_alt=["Full Governing Board"],
        audience_alt=["staff", "governors"],
        owner_alt=[
            "Mrs Bea Lindqvist",
            "Designated safeguarding lead",
            "Mrs Bea Lindqvist, Designated safeguarding lead",
        ],
        title_alt=["Child Protection and Safeguarding Policy 2025-26"],
        reviewed_alt=[None],
    ),
    metadata(
        ("Date of last review", "September 2025"),
        ("Next review", "September 2026, or sooner if the law changes"),
        ("To be ratified by", "Full Governing Board"),
        ("Written by", "Mrs Bea Lindqvist, Designated safeguarding lead"),
    ),
    p("If you think that a child is in immediate danger, ring 999.", "must spg", form="small"),
    h(None, "1. Important contacts"),
    table(
        ("Role", "Name", "How to reach them"),
        (
            "none sp|spg",
            "Designated safeguarding lead",
            "Bea Lindqvist",
            "01632 960 340, [[link:mailto:dsl@oakmerevale.example|dsl@oakmerevale.example]]",
        ),
        ("none sp|spg", "Deputy", "Karim Aldous", "01632 960 341"),
        ("none sp|spg", "Link governor", "Dilys Penhale", "Through the clerk"),
        ("none sp|spg", "Children's Social Care", "Duty team", "01632 960 999 (out of hours 01632 960 998)"),
    ),
    h(None, "2. Aims"),
    lead(None, "The school aims to make sure that:"),
    i(None, "appropriate action is taken in good time to safeguard and promote children's welfare", "none spg|s"),
    i(None, "all staff are aware of their statutory responsibilities", "none s"),
    i(None, "staff are properly trained in recognising and reporting safeguarding issues.", "none s"),
    h(None, "3. Who this policy is for"),
    box(
        p("In short: tell someone today, do not investigate, and write it down.", "must|must_not s|spg", optional=True)
    ),
    c(
        "3.1",
        "This policy applies to all staff, governors and volunteers, to supply staff and contractors, and to students on placement. It covers the breakfast club and any club run on our premises by somebody else.",
        "none sg",
    ),
    c(
        "3.2",
        "Safeguarding is everyone's responsibility. Nobody should assume that a colleague has passed on what they themselves have seen.",
        "should_not sg|s",
    ),
    h(None, "4. Roles and responsibilities"),
    p("The table shows who is answerable for what. It does not take away anyone's duty to act.", "none sg|spg"),
    table(
        ("Role", "What they do"),
        (
            "must s",
            "Designated safeguarding lead",
            "[[li:takes lead responsibility for child protection, online safety and the filtering of school devices]] [[li:is available during school hours, every day of term]] [[li:refers suspected cases to Children's Social Care and keeps the chronology]]",
        ),
        (
            "must s",
            "Headteacher",
            "[[li:sees that staff are inducted, released for training and given supervision]] [[li:acts as case manager where an allegation is made against an adult]]",
        ),
        (
            "must g",
            "Governing board",
            "[[li:reviews this policy each year and checks that it is followed]] [[li:appoints a link governor, who may not be the chair of finance]]",
        ),
        (
            "must s",
            "Lunchtime supervisors and office staff",
            "[[li:report what they notice on the same day]] [[li:never promise a child that they will keep a secret]]",
        ),
    ),
    h(None, "4.1 All staff", 2),
    lead("4.1.1", "All staff will:"),
    i(
        "(a)",
        "read and understand part 1 of the statutory guidance, and read it again each time it is revised;",
        "must s",
    ),
    i("(b)", "sign a declaration at the beginning of the academic year to say that they have done so;", "must s"),
    i("(c)", "know what to do if a child tells them that he or she is being abused; and", "must s"),
    i("(d)", "reinforce online safety when they talk with parents.", "must s"),
    lead("4.1.2", "Staff will not:"),
    i("(a)", "ask leading questions;", "must_not s"),
    i("(b)", "take photographs of an injury, even on a school camera;", "must_not s"),
    i(
        "(c)",
        "make a child repeat the account to another adult, save where the child asks for someone by name; or",
        "must_not s",
    ),
    i("(d)", "wait until they are certain.", "must_not s"),
    c(
        "4.1.3",
        "A member of staff who disagrees with a decision not to refer may make a referral directly. No one will be treated less favourably for having done so.",
        "may|must_not s",
    ),
    h(None, "4.2 Volunteers and visitors", 2),
    c(
        "4.2.1",
        "Volunteers who have not been checked must never be left alone with children. This holds for parents who help with reading as much as for anyone else.",
        "must_not sp|p",
    ),
    c(
        "4.2.2",
        "Visitors sign in, wear a red lanyard and are accompanied. Reception may turn away anybody who cannot show who they are.",
        "must|may sp",
    ),
    h(None, "5. Recognising abuse and taking action"),
    h(None, "5.1 If a child tells you something", 2),
    lead("5.1.1", "If a child discloses a safeguarding issue to you, you should:"),
    i(None, "listen, and let them talk freely;", "should s|sg"),
    i(None, "stay calm and not show that you are shocked or upset;", "should_not|should s|sg"),
    i(
        None,
        "tell the child that they have done the right thing, and not that they ought to have told you sooner;",
        "should|should_not s|sg",
    ),
    i(None, "explain what will happen next, and that you have to pass it on;", "should s|sg"),
    i(
        None,
        "write up the conversation as soon as possible, in the child's own words, and stick to the facts.",
        "should s|sg",
    ),
    c(
        "5.1.2",
        "Pass the record to the designated safeguarding lead by hand or on the safeguarding system. It must not be sent by ordinary e-mail, left in a tray or kept on a personal device.",
        "must|must_not s",
    ),
    more(
        "Aside from these people, do not tell anyone about it unless you are told to do so by a relevant authority involved in the process.",
        "must_not s",
    ),
    h(None, "5.2 If a child is in immediate danger", 2),
    c(
        "5.2.1",
        "Make a referral to Children's Social Care or the police at once. Anyone can make a referral. Tell the designated safeguarding lead as soon as you can afterwards.",
        "must s|sg",
    ),
    h(None, "5.3 Early help", 2),
    c(
        "5.3.1",
        "Where early help is appropriate the designated safeguarding lead will usually take the lead in liaising with other agencies and setting up an inter-agency assessment. The case is kept under constant review, and a referral is to be considered if the child's situation does not appear to be improving.",
        "must s",
    ),
    lead("5.3.2", "Staff should be particularly alert to the need for early help for a child who:"),
    i(None, "is disabled or has certain health conditions", "should s"),
    i(None, "has a mental health need", "should s"),
    i(None, "is a young carer", "should s"),
    lead(None, "is frequently missing from home or school, including one who:", 1),
    i(None, "has more than one unexplained absence in a half-term", "should s", 2),
    i(None, "is collected by someone who is not on the list", "should s", 2),
    i(None, "has a parent in custody", "should s"),
    i(None, "is at risk of so-called honour-based abuse", "should s"),
    h(None, "5.4 Female genital mutilation", 2),
    c(
        "5.4.1",
        "Any teacher who discovers, in the course of their work, that an act of female genital mutilation appears to have been carried out on a girl under 18 must immediately report it to the police personally. This is a mandatory statutory duty and it cannot be handed to the designated safeguarding lead.",
        "must s",
    ),
    c("5.4.2", "Staff must not examine pupils.", "must_not s"),
    h(None, "5.5 Concerns about extremism", 2),
    c(
        "5.5.1",
        "If there is no immediate risk of harm, speak to the designated safeguarding lead first. If this is not possible, speak to a member of the leadership team, or ring the helpline, which school staff and governors can call without giving a child's name.",
        "must|may sg",
    ),
    h(None, "5.6 Concerns about a member of staff", 2),
    c(
        "5.6.1",
        "Report concerns about an adult to the headteacher without delay, and concerns about the headteacher to the chair of governors. The adult must not be told beforehand.",
        "must|must_not sg|s",
    ),
    c(
        "5.6.2",
        "Low-level concerns are reported too. A concern is low-level where it does not meet the harm threshold; it is not low-level merely because the adult meant well.",
        "must|none s",
    ),
    h(None, "6. Child-on-child abuse"),
    c(
        "6.1",
        "We recognise that children can abuse their peers. Abuse is never tolerated or passed off as banter, just having a laugh or part of growing up.",
        "must_not s|spg",
    ),
    lead(
        "6.2",
        "Most cases of pupils hurting other pupils will be dealt with under the behaviour policy, but this policy will apply where the allegation:",
    ),
    i("(i)", "is serious, and potentially a criminal offence;", "none s|spg"),
    i("(ii)", "could put other pupils at risk;", "none s|spg"),
    i("(iii)", "involves drugs, sharing of nudes or semi-nudes, or sexual harassment.", "none s|spg"),
    h(None, "6.3 Nudes and semi-nudes", 2),
    lead("6.3.1", "Staff who are shown an image, or hear of one, must not:"),
    i(
        "(a)",
        "view, copy, print, share or save it, or ask a pupil to share or download it (if you have already viewed it by accident, say so);",
        "must_not s",
    ),
    i("(b)", "delete it, or ask the pupil to delete it;", "must_not s"),
    i("(c)", "ask the pupils involved to disclose what is in it;", "must_not s"),
    i("(d)", "say or do anything to blame or shame any young person.", "must_not s"),
    c(
        "6.3.2",
        "They should explain that the matter has to be reported, and reassure the pupils that they will be given help.",
        "should s",
    ),
    h(None, "6.4 Support afterwards", 2),
    c(
        "6.4.1",
        "Both children are supported. The pupil who was harmed is not to be made to feel that they are creating a problem; nor should the other be labelled.",
        "must_not|must s",
    ),
    h(None, "7. Online safety and mobile technology"),
    c(
        "7.1",
        "The school has filters and monitoring on its own devices and network. They are checked every half-term and a report of what was blocked goes to the designated safeguarding lead.",
        "must s",
    ),
    c(
        "7.2",
        "Staff may bring a personal phone to work but must limit its use to times when pupils are not present. Staff will not take pictures or recordings of pupils on their own phones or cameras, not even of a display with no child in it.",
        "must_not|may s",
    ),
    c(
        "7.3",
        "Parents are asked not to use phones anywhere in the building and not to publish pictures of children other than their own.",
        "should_not p",
    ),
    h(None, "8. Confidentiality and records"),
    c(
        "8.1",
        "Timely information-sharing is essential. Fears about sharing information must not be allowed to stand in the way of the need to protect a child. Data protection law does not prevent it.",
        "must_not s",
    ),
    c("8.2", "Staff should never promise a child that they will not tell anyone about an allegation.", "should_not s"),
    lead("8.3", "Records of concerns will include:"),
    i(None, "a clear and comprehensive summary", "must s"),
    i(None, "how the matter was followed up and resolved", "must s"),
    i(
        None,
        "what was decided, the reasons, and what came of it, where ‘no further action’ is also a decision.",
        "must s",
    ),
    c(
        "8.4",
        "When a child leaves, the file is sent to the new school within five days, apart from the main pupil file and by a secure route, and a signature is obtained. Until that has come back the copy is not destroyed.",
        "must|must_not s",
    ),
    h(None, "9. Safer recruitment"),
    c("9.1", "At least one person on every interview panel has been trained in safer recruitment.", "must sg|s"),
    lead("9.2", "Before an appointment takes effect the school must:"),
    i("(a)", "verify the person's identity;", "must s"),
    i(
        "(b)",
        "obtain an enhanced check with barred list information, and not merely see one that another employer obtained;",
        "must s",
    ),
    i("(c)", "check their right to work, and any time that they have lived abroad;", "must s"),
    i("(d)", "have had two references, each of them asked for directly,", "must s"),
    i("(e)", "confirm that they are not prohibited from teaching.", "must s"),
    c("9.3", "An offer may be withdrawn if any of these is unsatisfactory.", "may s"),
    h(None, "10. Training and supervision"),
    c(
        "10.1",
        "All staff are trained at induction and at least every two years, with short updates at staff meetings each half-term. Staff who have missed an update are to see the designated safeguarding lead within ten working days.",
        "must s",
    ),
    c("10.2", "Governors are trained too, so that they can test whether what is written here works.", "must g"),
    h(None, "11. Monitoring"),
    c(
        "11.1",
        "This policy will be reviewed annually by the designated safeguarding lead and approved by the full governing board.",
        "must sg",
        optional=True,
    ),
]

SAFEGUARDING = paper(
    "dev-pdf-safeguarding",
    ELEMENTS,
    by_chromium(SKIN, Hyphened),
    "safeguarding",
    "long, Chromium; headings by size only; justified; watermark; running head from the second page; contacts table; roles table with bullets in its cells; side panel; nested bullets; 'will not' and double negatives; dates not in force (to be ratified)",
    furniture=(
        "DRAFT",
        "Oakmere Vale Primary Academy",
        "Child Protection and Safeguarding Policy 2025-26",
        "Page 2 of",
    ),
)
