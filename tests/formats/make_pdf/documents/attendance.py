"""Attendance in two columns, with footnotes; remote learning with a scanned page."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.units import cm

from tests.formats.author import Element, c, front, h, i, lead, metadata, p, page, policy, split, table, tail
from tests.formats.make_pdf.flowables import LIBERATION, Look, both, family, line, set_pages
from tests.formats.make_pdf.paper import paper, picture

SANS = family("Sans")
COLUMNS = Look(
    fonts=SANS,
    size=9.5,
    leading=12,
    gap=4,
    columns=2,
    margins=(1.8 * cm, 1.8 * cm, 2.2 * cm, 1.8 * cm),
    heads=((12, False, "#b03020", False), (10, True, "#b03020", False)),
    indents=(22, 34, 48),
    hangs=(0, 22, 36),
    note_room=62,
    widths=((3.2 * cm, 4.9 * cm), (1.6 * cm, 2.7 * cm, 3.8 * cm)),
    borderless=True,
    on_odd=both(
        line("Attendance Matters", 51, 805, SANS[1], 9),
        line("Culver Street Primary School and Nursery", 51, 30, SANS[0], 8),
        line("{}", 544, 30, SANS[0], 8, right=True),
    ),
)

ATTENDANCE_TEXT: list[Element] = [
    policy(
        "Attendance and Punctuality Policy",
        "attendance",
        "sp",
        approved="2024-09-17",
        approved_by="Pupil Support Committee",
        reviewed=None,
        review_date="2026-07",
        review_cycle=None,
        owner=None,
        scope="The policy covers all children of compulsory school age on our roll; nursery children are not obliged to attend, but the same is asked of their families.",
        review_date_alt=["2026-08", "2026"],
        audience_alt=["staff", "parents", "pupils"],
        review_cycle_alt=["P2Y"],
    ),
    metadata(("Agreed:", "17.9.24"), ("By:", "Pupil Support Committee"), ("Next review:", "Summer Term 2026")),
    h("1", "Why it matters"),
    c(
        "1.1",
        "Children who are here every day do better, make firmer friends and worry less. Ninety per cent attendance sounds good; it is a day missed every fortnight.",
        "none sp",
    ),
    c(
        "1.2",
        "The policy covers all children of compulsory school age on our roll; nursery children are not obliged to attend, but the same is asked of their families.",
        "none|should p|sp",
    ),
    h("2", "Parents"),
    lead("2.1", "Parents must:"),
    i("a)", "see that their child arrives between 8.35 and 8.45 am, dressed and ready;", "must p"),
    i("b)", "ring the absence line before 9.00 am on every day of an absence[[fn:line]];", "must p"),
    i("c)", "give the reason, and not just that the child is \u2018poorly\u2019;", "must|must_not p"),
    i("d)", "tell us of a change of address within a week.", "must p"),
    lead("2.2", "Parents should not:"),
    i("a)", "book holidays in term time;", "should_not p"),
    i("b)", "keep a child at home because a brother or sister is ill;", "should_not p"),
    i("c)", "make medical appointments in the school day, unless there is no other.", "should_not p"),
    c(
        "2.3",
        "A child with a mild cough or a runny nose can come to school. A child who has been sick must stay away for 48 hours after the last time.",
        "may|must p",
    ),
    h("3", "The register"),
    c(
        "3.1",
        "Class teachers take the register at 8.45 am and again at 1.05 pm. It closes at 9.15 am. A child who comes after that is marked absent[[fn:code]] for the session, and the parent is to sign the late book at the office before the child goes to class.",
        "must s|sp",
    ),
    c("3.2", "Entries may not be altered in such a way that the first entry can no longer be read.", "must_not s"),
    split(
        "3.3",
        "If no message has come by 9.30 am the office will ring every contact on the child's record in turn.",
        "If nobody can be reached the attendance officer will",
        "must s",
    ),
    i("i.", "tell the headteacher and the designated safeguarding lead;", "must s"),
    i("ii.", "go to the home, with a colleague, on the same day where the child has a social worker; and", "must s"),
    i("iii.", "ask the police for a welfare check if there is still no contact on the second day,", "must s"),
    tail("except where the absence has been agreed beforehand."),
    h("4", "Leave in term time"),
    c(
        "4.1",
        "The headteacher may grant leave of absence only in exceptional circumstances. A cheaper flight is not exceptional; nor is a birthday.",
        "may|must_not s|sp",
    ),
    lead("4.2", "Leave will normally be granted for:"),
    i(None, "the funeral of a close relative", "may s"),
    i(None, "religious observance, on a day set apart by the body to which the parents belong", "may s"),
    i(None, "a parent returning from service overseas", "may s"),
    c(
        "4.3",
        "Requests are made on form A2, four weeks ahead where that can be done. Leave cannot be granted afterwards.",
        "must|must_not p",
    ),
    c(
        "4.4",
        "Where leave is taken without permission the local authority may issue a penalty notice[[fn:notice]] to each parent for each child.",
        "may|none p|sp",
    ),
    h("5", "When attendance is a worry"),
    p(
        "We work in steps and do not jump to the last of them. A child's attendance is looked at by itself: it is not enough to say that the class's figure is good.",
        "must|must_not s",
    ),
    table(
        ("Below", "Who acts", "What is done"),
        ("must s", "96 %", "Class teacher", "Speaks to the parent informally and asks what would help"),
        (
            "must s",
            "93 %",
            "Attendance officer",
            "Writes home; meets the parents; no blame is to be laid in the letter",
        ),
        (
            "must s",
            "90 %",
            "Headteacher",
            "Draws up a plan with the family, the school nurse and, where needed, early help",
        ),
        ("may s", "50 %", "Local authority", "May begin legal proceedings, but not before support has been tried"),
    ),
    h("6", "Punctuality"),
    c(
        "6.1",
        "Lateness of more than half an hour counts as an absence. Children are never told off for being brought late, since it is seldom their doing.",
        "must_not s|sp",
    ),
    c("6.2", "Sustained lateness is treated like absence under section 5.", "must s"),
    h("7", "Children who need more"),
    lead("7.1", "For a child with a long-term illness we"),
    i(
        None,
        "agree a part-time timetable, for no more than six weeks and never without the parents' agreement",
        "must|must_not s",
    ),
    i(None, "send work home that is neither busy-work nor optional", "must s"),
    i(None, "keep a place on every trip open", "must s"),
    c("7.2", "A child who refuses to come to school is not necessarily a child who will not.", "none sp"),
    h("8", "Data"),
    c(
        "8.1",
        "Attendance is shared with the Department for Education every day, as the law requires. We do not publish league tables of children, and class totals are shown only in assembly.",
        "must|must_not s",
    ),
]
ATTENDANCE = paper(
    "dev-pdf-attendance",
    ATTENDANCE_TEXT,
    set_pages(COLUMNS),
    "attendance",
    "reportlab, two columns of small type; headings in colour; borderless dates; a), i.; footnotes with superscript marks at the foot; tail; table as wide as a column; term as review date",
    furniture=("Attendance Matters", "Culver Street Primary School and Nursery"),
    notes={
        "line": ("01632 960 520, choose 1; messages may be left at any hour.", "may p"),
        "code": ("Code U in the register: late after it has closed.", "none sp|s"),
        "notice": (
            "At present \u00a380 if paid within 21 days, and \u00a3160 after that. A third offence within three years may not be settled in this way.",
            "none|must_not p",
        ),
    },
)

REMOTE = Look(
    fonts=("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    size=11,
    heads=((13, True, "#000000", True), (11, True, "#000000", False)),
    indents=(0, 24, 46),
    hangs=(0, 10, 30),
    bullets=(("ZapfDingbats", "\u27a2"), ("", "o")),
    widths=((4 * cm, 8 * cm), (6 * cm, 10 * cm)),
    on_odd=line("Page {}", 297, 36, "Helvetica", 9),
)


def _scan() -> bytes:
    """Make a picture of a typed page, askew, as a copier does."""
    sheet = Image.new("L", (1000, 1400), 248)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(f"{LIBERATION}LiberationMono-Regular.ttf", 26)
    said = "LETTER TO PARENTS, MARCH 2020\n\nDear parents,\n\nThe school closes on Friday at 3.15 pm.\nWork packs can be had from the hall.\n\nYours faithfully,\n\nThe Headteacher"
    draw.multiline_text((120, 160), said, fill=40, font=font, spacing=14)
    held = io.BytesIO()
    sheet.rotate(1.2, fillcolor=240).save(held, "PNG", optimize=True)
    return held.getvalue()


REMOTE_TEXT: list[Element] = [
    front("TANNERS' BRIDGE ACADEMY", "big"),
    policy(
        "Remote Education Policy",
        "remote-learning",
        "spk",
        approved="2023-03",
        approved_by=None,
        reviewed=None,
        review_date=None,
        review_cycle="P2Y",
        owner="Assistant Principal",
        scope="It applies whenever the academy, or a class, cannot be open; it does not apply to a pupil who is merely absent.",
        owner_alt=["Assistant Principal (Teaching)"],
        review_cycle_alt=[None],
    ),
    metadata(("Issue date", "March 2023"), ("Owner", "Assistant Principal (Teaching)")),
    h(None, "WHEN THIS POLICY APPLIES"),
    p(
        "Remote education is a last resort. It applies whenever the academy, or a class, cannot be open; it does not apply to a pupil who is merely absent.",
        "none spk",
    ),
    h(None, "TEACHERS"),
    split(
        None,
        "When providing remote learning, teachers must be available between 8.45 am and 3.30 pm.",
        "They are responsible for:",
        "must s",
    ),
    lead(None, "setting work for each class that they teach, by 8.30 am, which amounts to no less than:", 1),
    i(None, "three hours a day in Years 1 and 2", "must s", 2),
    i(None, "four hours a day in Years 3 to 6", "must s", 2),
    i(None, "giving feedback at least twice a week, and not only by automatic marking", "must s"),
    i(
        None,
        "keeping in touch with pupils who are not taking part, but never by telephone from their own number.",
        "must|must_not s",
    ),
    p(
        "A teacher who cannot work, for example because of sickness or because they are caring for a dependant, should report this by the normal procedure. They will not be expected to set work.",
        "should|must_not s",
    ),
    h(None, "LIVE LESSONS"),
    lead(None, "In a live lesson, staff will not:"),
    i(None, "teach one pupil alone", "must_not s"),
    i(None, "record without having said so beforehand", "must_not s"),
    i(None, "leave a pupil in a break-out room with no adult", "must_not s"),
    p("Staff may ask a pupil to turn the camera off. No pupil has to have it on.", "may|must_not s|sk"),
    page(),
    picture("letter"),
    page(),
    h(None, "PUPILS AND PARENTS"),
    lead(None, "Staff can expect pupils learning remotely to:"),
    i(
        None,
        "be contactable during the school day, although they may not always be in front of a device",
        "should|may k",
    ),
    i(None, "seek help if they need it, from teachers or teaching assistants", "should k"),
    i(None, "be dressed, and not be in bed", "should|should_not k"),
    lead(None, "Staff can expect parents to:"),
    i(None, "make the academy aware if their child is sick or otherwise cannot complete work", "should p"),
    i(None, "be respectful when making any complaints or concerns known to staff", "should p"),
    h(None, "DEVICES AND DATA"),
    p(
        "Laptops are lent against a signature. They must not be used by anybody else in the household, and must come back with the charger. Families who lose one will not be charged unless they have been careless.",
        "must|must_not sp|p",
    ),
    table(
        ("If the trouble is with", "Write to"),
        ("none spk|sp", "Setting work", "The phase leader"),
        ("none spk|sp", "Behaviour in live lessons", "The head of year"),
        ("none spk|sp", "Devices and passwords", "it.help@tannersbridge.example"),
        ("none spk|sp", "Data protection", "The data protection officer"),
    ),
    h(None, "REVIEW"),
    p(
        "This policy is reviewed every two years by the Assistant Principal. Teachers are asked each summer what ought to be changed.",
        "must s",
    ),
]
REMOTE_LEARNING = paper(
    "dev-pdf-remote-scan",
    REMOTE_TEXT,
    set_pages(replace(REMOTE, pictures={"letter": (_scan(), 430, 602)})),
    "remote-learning",
    "reportlab; page 2 is a scanned picture between pages of text (nothing of it is labelled); capitals as headings; dingbat bullets and 'o'; no numbers; who to write to; no next review",
    furniture=("TANNERS' BRIDGE ACADEMY",),
    problems=("review-date-missing",),
    scanned_pages=[2],
)
