"""Pages of websites: accordions, legal numbering by counters (long), definitions, an old table layout, two policies."""

from __future__ import annotations

from tests.formats.author import Element, c, front, h, i, lead, metadata, p, policy, table
from tests.formats.make_pdf.pages import Skin, as_page
from tests.formats.make_pdf.paper import paper, raw

ELEMENTOR = Skin(
    """<!DOCTYPE html><html lang="en-GB"><head><meta charset="UTF-8"><title>Attendance &#8211; The Wharf Academy</title>
<link rel="profile" href="https://gmpg.org/xfn/11"><style id="wp-emoji-styles-inline-css">img.emoji{display:inline}</style>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage","name":"Attendance"}</script></head>
<body class="page-template-default page page-id-1187 wp-custom-logo elementor-default elementor-kit-6">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<div data-elementor-type="header" class="elementor elementor-40 elementor-location-header"><nav class="elementor-nav-menu--main"><ul class="elementor-nav-menu"><li class="menu-item"><a href="/">Our Academy</a></li><li class="menu-item"><a href="/parents">Parents</a><ul class="sub-menu"><li><a href="/letters">Letters Home</a></li><li><a href="/menus">Lunch Menus</a></li></ul></li><li class="menu-item"><a href="/join">Join Us</a></li></ul></nav><a class="elementor-button" href="/report"><span class="elementor-button-text">Report an absence</span></a></div>
<div data-elementor-type="wp-page" class="elementor elementor-1187"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap">
{body}
</div></div></div></div></div></div></div></div></section></div>
<div data-elementor-type="footer" class="elementor elementor-location-footer"><div class="elementor-widget-heading"><h4 class="elementor-heading-title">Find us</h4></div><p>The Wharf Academy, Dock Street, Holmport HP99 3QQ</p><p>Part of the Estuary Trust. Company number 0999999.</p><ul class="elementor-icon-list-items"><li><span class="elementor-icon-list-text">Privacy and cookies</span></li><li><span class="elementor-icon-list-text">Safeguarding statement</span></li></ul></div>
<div id="cookie-law-info-bar" role="alertdialog"><span>This site uses cookies. You may change your choice at any time.</span> <a role="button">Cookie settings</a> <a role="button">ACCEPT</a></div>
<div class="elementor-popup-modal" style="display:none"><h2>Open evening</h2><p>All parents must book by Friday.</p></div>
<script>document.body.className += " ready";</script></body></html>""",
    typed=False,
    title='<div class="elementor-widget elementor-widget-heading"><h1 class="elementor-heading-title elementor-size-default">{}</h1></div>',
    heads=(
        '</div></div></div><div class="elementor-accordion-item"><div class="elementor-tab-title" role="button" aria-expanded="false"><span class="elementor-accordion-icon" aria-hidden="true"><i class="fas fa-plus"></i></span><a class="elementor-accordion-title" tabindex="0">{}</a></div><div class="elementor-tab-content elementor-clearfix" role="region"><div class="wrap">',
        "<h4><strong>{}</strong></h4>",
    ),
    front={"lead": '<div class="elementor-widget-text-editor"><p>{}</p></div>'},
)
WHARF: list[Element] = [
    policy(
        "Attendance Policy",
        "attendance",
        "spk",
        approved="2025-09",
        approved_by="Estuary Trust Board",
        reviewed=None,
        review_date="2026-09",
        review_cycle=None,
        owner=None,
        scope="It applies to all students in Years 7 to 11.",
        review_cycle_alt=["P1Y"],
        audience_alt=["parents", "pupils"],
    ),
    front("Approved by the Estuary Trust Board: September 2025 | Next review: September 2026", "lead"),
    raw('<div class="elementor-accordion"><div class="elementor-accordion-item"><div><div>'),
    h(None, "Why attendance matters"),
    p(
        "Missing ten days is missing fifty lessons. This policy explains what each of us does about it. It applies to all students in Years 7 to 11.",
        "none spk",
    ),
    h(None, "What students must do"),
    lead(None, "Students must:"),
    i("1.", "be in their form room by 8.40 am;", "must k"),
    i("2.", "sign in at Student Reception if they are late;", "must k"),
    i("3.", "not leave the site at lunch, unless they are in Year 11 and have a pass.", "must_not k"),
    h(None, "What parents must do"),
    lead(None, "Parents and carers must"),
    i(None, "tell us by 8.30 am on each day of absence", "must p"),
    i(None, "not take holidays in term time", "must_not p"),
    lead(None, "send evidence, where we ask for it, such as:", 1),
    i(None, "an appointment card", "must p", 2),
    i(None, "a text message from the surgery", "must p", 2),
    p(
        "We do not ask for a doctor's note for a cold, and nobody should make an appointment just to obtain one.",
        "must_not|should_not sp|s",
    ),
    h(None, "What staff do"),
    p(
        "Form tutors take the register within the first ten minutes. A student who is in the building but not in the lesson is not marked present.",
        "must|must_not s",
    ),
    table(
        ("Attendance", "Our response"),
        ("must s", "97 % and above", "Praise at the end of the half-term"),
        ("must s", "90 to 97 %", "A conversation with the tutor; a letter that does not threaten"),
        (
            "may|must s",
            "Below 90 %",
            "A meeting and a contract. Prosecution may be considered if the contract is not kept to",
        ),
    ),
    h(None, "Frequently asked questions"),
    h(None, "Can I take my child to a wedding abroad?", 2),
    p("You can ask. The Principal may grant up to two days, never a week.", "may|must_not ps|p"),
    h(None, "Will I be fined?", 2),
    p("Only the council can fine you, and only for absence that was not authorised.", "none|may p"),
]
ELEMENTOR_PAGE = paper(
    "dev-html-elementor",
    WHARF,
    as_page(ELEMENTOR),
    "attendance",
    "WordPress page built with Elementor: accordions whose titles are links and no headings; menus, button, cookie bar, pop-up that is not shown; dates in one line with strokes; 'Never', 'not' items; questions",
    furniture=(
        "Our Academy",
        "Letters Home",
        "Lunch Menus",
        "Join Us",
        "Report an absence",
        "The Wharf Academy, Dock Street, Holmport HP99 3QQ",
        "Part of the Estuary Trust. Company number 0999999.",
        "Privacy and cookies",
        "Safeguarding statement",
        "This site uses cookies. You may change your choice at any time.",
        "Cookie settings",
    ),
    absent=["All parents must book by Friday."],
)

OLD = Skin(
    """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><TITLE>Parents' code</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"></HEAD>
<BODY BGCOLOR="#FFFFCC" TEXT="#000000" LINK="#000099">
<TABLE WIDTH="780" BORDER="0" CELLSPACING="0" CELLPADDING="4" ALIGN="center"><TR><TD COLSPAN="3" BGCOLOR="#003366"><FONT FACE="Arial" SIZE="6" COLOR="#FFFFFF">Tollgate Lane Infant School</FONT><BR><MARQUEE><FONT COLOR="#FFFF00">Well done Class 2 for winning the attendance bear!</FONT></MARQUEE></TD></TR>
<TR VALIGN="top"><TD WIDTH="140" BGCOLOR="#99CCFF"><A HREF="index.htm">Home page</A><BR><A HREF="staff.htm">Our staff</A><BR><A HREF="dates.htm">Dates for your diary</A><BR><A HREF="policies.htm">Policies</A><BR><A HREF="gb.htm">Guest book</A></TD>
<TD WIDTH="500"><FONT FACE="Comic Sans MS" SIZE="2">
{body}
</FONT></TD>
<TD WIDTH="140" BGCOLOR="#FFCC99"><B>This week</B><BR>Mon: Recorders<BR>Tue: Gym<BR>Fri: Cake sale<BR><BR>You are visitor number 004127</TD></TR>
<TR><TD COLSPAN="3" ALIGN="center"><FONT SIZE="1">Best viewed at 800 x 600. Last updated 4 Oct 2025 by Mr Pym.</FONT></TD></TR></TABLE></BODY></HTML>""",
    title='<CENTER><FONT SIZE="5"><B>{}</B></FONT></CENTER><BR>',
    heads=("<BR><B><U>{}</U></B><BR>",),
    paragraph="{}<BR><BR>",
    item="{text}<BR><BR>",
    front={"centre": "<CENTER><I>{}</I></CENTER><BR>"},
)
TOLLGATE: list[Element] = [
    policy(
        "Code of Conduct for Parents, Carers and Visitors",
        "parent-conduct",
        "p",
        approved="2023-10-05",
        approved_by="Governors",
        reviewed=None,
        review_date="2025-10",
        review_cycle=None,
        owner=None,
        scope="It applies to everybody who brings, collects or visits a child here.",
        audience_alt=["parents", "staff"],
        review_cycle_alt=["P2Y"],
    ),
    front("Adopted by Governors 5th October 2023. Review date: October 2025", "centre"),
    p(
        "We are lucky in our parents. This code is for the rare day when something goes wrong. It applies to everybody who brings, collects or visits a child here.",
        "none p",
    ),
    h(None, "What we expect"),
    lead(None, "Parents, carers and visitors should:"),
    i(None, "respect the ethos of the school", "should p"),
    i(None, "sort out a problem with the teacher, and not at the gate", "should|should_not p"),
    i(None, "correct their own child's behaviour, especially where it could otherwise lead to a quarrel.", "should p"),
    h(None, "Behaviour that will not be tolerated"),
    lead(None, "The following will not be tolerated on the premises:"),
    i(None, "shouting at, or threatening, a member of staff, another parent or a child", "must_not p"),
    i(None, "swearing", "must_not p"),
    i(None, "approaching somebody else's child in order to discuss or chastise them", "must_not p"),
    i(None, "dogs, other than assistance dogs", "must_not p"),
    i(None, "abusive or threatening e-mails or posts about the school or its pupils.", "must_not p"),
    h(None, "What will happen"),
    c("1.", "The headteacher will speak to the person, and will listen before deciding anything.", "must s|sp"),
    c(
        "2.",
        "If it happens again a letter is sent. Governors are told that a letter has gone, but not to whom.",
        "must|must_not s",
    ),
    c(
        "3.",
        "As a last resort the person may be barred from the site. A barred parent still has a right to reports and to meetings, which can be held elsewhere.",
        "may p|sp",
    ),
    p("Anyone who has been barred may write to the chair of governors within ten school days.", "may p"),
]
OLD_TABLES = paper(
    "dev-html-old-tables",
    TOLLGATE,
    as_page(OLD),
    "parent-conduct",
    "site of the nineties: the whole page in layout tables, menu cell on the left, news on the right, marquee, headings in bold underline, paragraphs by <BR>, tags in capitals; a negative stem; due for review in the past",
    furniture=(
        "Tollgate Lane Infant School",
        "Well done Class 2 for winning the attendance bear!",
        "Dates for your diary",
        "Guest book",
        "Mon: Recorders",
        "Fri: Cake sale",
        "You are visitor number 004127",
        "Best viewed at 800 x 600. Last updated 4 Oct 2025 by Mr Pym.",
    ),
)

DETAILS = Skin(
    """<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Equality | Saltbox High</title></head><body>
<header><nav aria-label="Site"><a href="/">Saltbox High School</a> <a href="/apply">Apply for a place</a> <a href="/news">Latest news</a></nav></header>
<main><article>{body}</article><nav aria-label="Next"><a href="/x">Previous: Drugs education</a> <a href="/y">Next: First aid</a></nav></main>
<footer><p>Saltbox High School is an equal opportunities employer.</p><p>Site map | Accessibility statement</p></footer></body></html>""",
    typed=False,
    heads=("h2", "h3"),
    blocks={
        "term": "<dt>{}</dd>",
        "shut": "<details><summary>{}</summary>",
        "open": "<details open><summary>{}</summary>",
    },
)
SALTBOX: list[Element] = [
    policy(
        "Equality Information and Objectives",
        "equality",
        "skpg",
        approved="2024-04-30",
        approved_by="Governing Board",
        reviewed=None,
        review_date="2028-04",
        review_cycle="P4Y",
        owner=None,
        scope="It covers pupils, staff, governors, parents and anybody who applies to join us.",
        audience_alt=["staff", "governors"],
    ),
    metadata(("Approved by the Governing Board", "30 April 2024"), ("Review", "Every four years: next April 2028")),
    h(None, "Our duties"),
    p(
        "This page sets out how we meet the public sector equality duty. It covers pupils, staff, governors, parents and anybody who applies to join us.",
        "none skpg",
    ),
    lead(None, "The school must have due regard to the need to:"),
    i("a.", "eliminate discrimination, harassment and victimisation;", "must s|sg"),
    i("b.", "advance equality of opportunity;", "must s|sg"),
    i("c.", "foster good relations.", "must s|sg"),
    h(None, "Words used here"),
    raw("<dl>"),
    p(
        "Protected characteristic [[dd:]]One of the nine grounds named in the Act, such as age, disability or race.",
        "none skpg",
        form="term",
    ),
    p(
        "Reasonable adjustment [[dd:]]A change that an organisation has to make so that a disabled person is not put at a substantial disadvantage.",
        "none|must skpg|s",
        form="term",
    ),
    p("Victimisation [[dd:]]Treating somebody badly because they have complained, or might.", "none skpg", form="term"),
    raw("</dl>"),
    h(None, "Objectives"),
    h(None, "Objective 1: attendance", 2, form="shut"),
    p(
        "By July 2026 the gap in attendance between pupils with SEND and others will be less than two points. The head of inclusion reports on it each term.",
        "must s",
    ),
    raw("</details>"),
    h(None, "Objective 2: staff", 2, form="open"),
    p("No post is advertised without a named person whom applicants can ask about adjustments.", "must_not|must s"),
    lead(None, "Panels will not ask:"),
    i(None, "about health, before an offer is made", "must_not sg|s"),
    i(None, "whether an applicant has, or means to have, children.", "must_not sg|s"),
    raw("</details>"),
    h(None, "Prejudice-related incidents"),
    p(
        "All incidents are recorded, whether or not anyone complained. Staff should not wait for a pattern.",
        "must|should_not s",
    ),
    table(
        ("Who", "Does what", "By when"),
        ("must s", "Any adult", "Challenges it there and then", "At once"),
        ("must s", "Head of year", "Talks with those involved and with their parents", "Two school days"),
        (
            "must g",
            "Governing board",
            "Looks at the numbers by characteristic; small numbers are not published",
            "Each July",
        ),
    ),
]
DEFINITIONS = paper(
    "dev-html-definitions",
    SALTBOX,
    as_page(DETAILS),
    "equality",
    "one article with definition list, `details` open and closed, `ol type=a`, table; previous and next links, a foot that sounds like policy",
    furniture=(
        "Apply for a place",
        "Latest news",
        "Previous: Drugs education",
        "Next: First aid",
        "Saltbox High School is an equal opportunities employer.",
        "Site map | Accessibility statement",
    ),
)
