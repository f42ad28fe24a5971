"""Staff conduct, long: a page saved from Google Docs, numbers only in the style sheet."""

from __future__ import annotations

from tests.formats.author import Element, c, front, h, i, lead, metadata, policy, split, table, tail
from tests.formats.make_pdf.exports import GoogleDocs, kix_styles
from tests.formats.make_pdf.pages import Skin, as_page
from tests.formats.make_pdf.paper import paper

FRAME = (
    '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">'
    + kix_styles()
    + '</style></head><body class="c10 doc-content">{body}</body></html>'
)
SKIN = Skin(
    FRAME,
    title='<p class="c0 title" id="h.t1tle"><span class="c6">{}</span></p>',
    metadata='<a id="t.6f"></a><a id="t.0"></a><table class="c11">',
    table='<a id="t.7a"></a><a id="t.1"></a><table class="c11">',
    front={"small": '<p class="c2"><span class="c1">{}</span></p>'},
)

ELEMENTS: list[Element] = [
    front("Larkmead and Hope Street Federation", "small"),
    policy(
        "Staff Code of Conduct",
        "staff-conduct",
        "s",
        approved="2025-10-14",
        approved_by="Federation Governing Body",
        reviewed=None,
        review_date="2026-10",
        review_cycle="P1Y",
        owner="Executive Headteacher",
        scope="This Code applies to everyone who is employed by the Federation, to agency staff and to volunteers; contractors are given a shorter version.",
        audience_alt=["staff", "governors"],
    ),
    metadata(
        ("Status", "Statutory"),
        ("Adopted by the Federation Governing Body", "14 October 2025"),
        ("To be reviewed", "Annually; next October 2026"),
        ("Person responsible", "Executive Headteacher"),
    ),
    h("1.", "Purpose and scope"),
    c(
        "1.1",
        "This Code applies to everyone who is employed by the Federation, to agency staff and to volunteers; contractors are given a shorter version.",
        "none s",
    ),
    c(
        "1.2",
        "It does not form part of any contract of employment, and the Federation may amend it after consulting the recognised unions.",
        "may|none s",
    ),
    lead("1.3", "The Code is meant to:"),
    i("(a)", "protect children from harm;", "none s"),
    i("(b)", "protect adults from misplaced or malicious allegations; and", "none s"),
    i("(c)", "say plainly where the line is, so that nobody has to guess.", "none s"),
    h("2.", "Setting an example"),
    c(
        "2.1",
        "All staff set an example to pupils. They will therefore dress, speak and write as they would wish pupils to.",
        "must s",
    ),
    lead("2.2", "Staff must:"),
    i("(a)", "be punctual, and ring before 7.15 am if they cannot come in;", "must s"),
    i("(b)", "treat pupils and one another with dignity;", "must s"),
    i(
        "(c)",
        "comply with any reasonable management instruction, and not take it up with pupils or parents if they disagree;",
        "must|must_not s",
    ),
    i("(d)", "never swear at, or in the hearing of, a pupil.", "must_not s"),
    lead("2.3", "Staff must not:"),
    i("(a)", "come to work under the influence of alcohol or drugs;", "must_not s"),
    i("(b)", "smoke or vape on the premises, or within sight of the gate;", "must_not s"),
    i("(c)", "make jokes at the expense of a pupil's appearance, family or faith;", "must_not s"),
    i(
        "(d)",
        "discuss pupils in a public place, although they may seek advice from a colleague in private.",
        "must_not|may s",
    ),
    c(
        "2.4",
        "A member of staff who is arrested, cautioned or charged should tell the head of school on the next working day. Failing to do so may amount to gross misconduct.",
        "should|must s",
    ),
    h("3.", "Safeguarding"),
    c(
        "3.1",
        "Every member of staff has a duty to safeguard pupils from physical, sexual and emotional abuse and from neglect.",
        "must s",
    ),
    c(
        "3.2",
        "The duty includes reporting concerns about a child or a colleague to the designated safeguarding lead. It is not enough to have mentioned them to a line manager.",
        "must s",
    ),
    split(
        "3.3",
        "A low-level concern is any concern, however small, that an adult may have acted in a way that does not agree with this Code.",
        "Examples are",
        "none s",
    ),
    i(None, "being over-friendly with children", "none s"),
    i(None, "having favourites", "none s"),
    i(None, "taking photographs of children on a personal phone", "none|must_not s"),
    lead(None, "meeting a child one to one", 1),
    i(None, "behind a locked door", "none s", 2),
    i(None, "in a car, other than on school business", "none s", 2),
    i(None, "humiliating pupils.", "none s"),
    c(
        "3.4",
        "Staff are encouraged to report themselves where they have found themselves in a situation that could be misread. No one who does so in good faith will be disciplined for the report itself.",
        "should|must_not s",
    ),
    h("4.", "Relationships with pupils"),
    split("4.1", "Staff will maintain professional boundaries.", "In particular they will not:", "must s"),
    i("(a)", "give a pupil a personal telephone number, e-mail address or home address;", "must_not s"),
    i("(b)", "accept a friend request from a pupil, or from a former pupil under the age of eighteen;", "must_not s"),
    lead("(c)", "meet a pupil outside school unless:", 1),
    i("(i)", "the meeting is part of an approved activity;", "must_not|may s", 2),
    i("(ii)", "the parent and the head of school both know of it; or", "must_not|may s", 2),
    i("(iii)", "they are members of the same family;", "must_not|may s", 2),
    i("(d)", "give gifts to individual pupils, other than as part of an agreed reward.", "must_not s"),
    c(
        "4.2",
        "It is a criminal offence for a person in a position of trust to engage in sexual activity with a pupil under 18, whether or not the pupil consents.",
        "none|must_not s",
    ),
    c(
        "4.3",
        "Where an infatuation develops, staff should tell a senior colleague at once. They should not try to deal with it by themselves, and need not feel embarrassed.",
        "should|should_not s",
    ),
    c(
        "4.4",
        "Staff who are alone with a pupil should, wherever possible, keep the door open or stay in sight of somebody else.",
        "should s",
    ),
    h("5.", "Physical contact"),
    c(
        "5.1",
        "There are occasions when it is entirely appropriate for staff to have physical contact with pupils. A \u201cno touch\u201d rule is neither workable nor kind.",
        "may|none s",
    ),
    lead("5.2", "Contact must:"),
    i("(a)", "be in response to the pupil's needs at the time;", "must s"),
    i("(b)", "last no longer than it has to;", "must s"),
    i("(c)", "not be secretive, or be open to be seen as such.", "must_not s"),
    c("5.3", "Intimate care is given only by staff named in the child's care plan.", "must s"),
    h("6.", "Communication and social media"),
    c(
        "6.1",
        "School devices and accounts are used for all contact with pupils and parents. Personal accounts are never used, even where the parent is also a friend.",
        "must|must_not s",
    ),
    lead("6.2", "On their own accounts staff should"),
    i(None, "use the strictest privacy settings;", "should s"),
    i(None, "not name the school as their employer;", "should_not s"),
    i(None, "think before posting anything about their working day; and", "should s"),
    i(None, "avoid using a profile picture taken on the premises,", "should|should_not s"),
    tail("and must remove anything that the head of school asks them to remove."),
    c(
        "6.3",
        "The Federation does not look at private accounts, but may act on what is brought to its notice.",
        "may s",
    ),
    h("7.", "Gifts, money and outside work"),
    c(
        "7.1",
        "Small gifts at the end of the year may be kept. Any gift worth more than \u00a330 must be declared in the register, and a gift of money is to be handed back.",
        "may|must s",
    ),
    c("7.2", "Staff may not tutor, for payment, a pupil whom they teach.", "must_not s"),
    c(
        "7.3",
        "Other paid work is allowed as long as it does not bring the Federation into disrepute and does not tire the member of staff so that the work here suffers. Permission is not needed for fewer than five hours a week.",
        "may s",
    ),
    table(
        ("What", "Up to \u00a330", "Over \u00a330"),
        (
            "may|must s",
            "Gift from a family",
            "Keep, no record needed",
            "Declare within 7 days; the business manager decides",
        ),
        (
            "must_not|must s",
            "Gift from a supplier",
            "Decline or share with all staff",
            "Decline; never to be accepted while a tender is open",
        ),
        ("may s", "Hospitality", "A working lunch may be accepted", "Ask the head of school beforehand"),
    ),
    h("8.", "Use of equipment and information"),
    c(
        "8.1",
        "Laptops are locked when left and are not lent to members of the family. Data about pupils is not to be held on memory sticks.",
        "must|must_not s",
    ),
    c(
        "8.2",
        "Passwords must not be shared, not even with a supply teacher; a guest account can be had from the office.",
        "must_not s",
    ),
    c("8.3", "Staff shall co-operate with any audit of equipment.", "must s"),
    h("9.", "Whistleblowing"),
    c(
        "9.1",
        "Staff who believe that something is seriously wrong have a right and a duty to speak up. They can go to the head of school, the chair of governors or, if they think that it would be covered up, a prescribed body. See the [[link:https://larkmead.example/whistleblowing|Whistleblowing Procedure]].",
        "must|may s",
    ),
    c("9.2", "It is not a breach of this Code to say no.", "may|none s"),
    h("10.", "Breaches"),
    c(
        "10.1",
        "Breaches are dealt with under the Disciplinary Procedure. Which step is taken depends on how serious the matter is, and not on who has complained.",
        "must|none s",
    ),
    lead("10.2", "The following will normally be treated as gross misconduct:"),
    i("(a)", "theft, fraud or falsifying the register;", "must_not s"),
    i("(b)", "assault;", "must_not s"),
    i("(c)", "failing to report a child protection concern;", "must_not s"),
    i("(d)", "deliberate discrimination or harassment.", "must_not s"),
    h(None, "Declaration"),
    front("I have read and understood the Code. Name ________ Signed ________ Date ________", "small"),
]
STAFF_CODE = paper(
    "dev-html-google-docs",
    ELEMENTS,
    as_page(SKIN, GoogleDocs),
    "staff-conduct",
    "long, saved from Google Docs: every number (1., 1.1, (a), (i)) only in the style sheet's counters, lists side by side and not nested, headings inside list items, links through a redirect; title is a plain paragraph; 'must not' with 'may' inside; tail",
)
