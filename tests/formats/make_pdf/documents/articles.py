"""A charging policy as one long article with typed marks; a uniform policy that is one table of key areas."""

from __future__ import annotations

from tests.formats.author import Element, c, front, h, i, lead, metadata, p, policy, split, table, tail
from tests.formats.make_pdf.pages import Skin, Typed, as_page, by_office
from tests.formats.make_pdf.paper import paper

ARTICLE = Skin(
    """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Charging and Remissions Policy - Moss Side Lane Community Primary</title></head><body>
<div id="header"><div id="logo">Moss Side Lane Community Primary</div><div id="menu"><a href="/">Home</a> | <a href="/classes">Classes</a> | <a href="/clubs">Clubs and wrap-around care</a> | <a href="/contact">Contact</a></div></div>
<div id="translate">Translate this page: <select><option>English</option><option>Polski</option><option>Cymraeg</option></select></div>
<div id="main"><div class="entry-content">
{body}
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Click to share on X (Opens in new window)</a></li></ul></div></div>
<p class="postmeta">Posted by admin on 4 July 2025 in Policies. Tagged: money, clubs.</p><div id="comments"><p>Comments are closed.</p></div></div>
<div id="footer">Moss Side Lane Community Primary, Moss Side Lane, Ellerby EL99 2PP. All rights reserved.</div></body></html>""",
    number="{}&nbsp;&nbsp;&nbsp;",
    heads=("h2", "h3"),
    item="<p>{text}</p>",
    front={"date": "<p><strong>{}</strong></p>"},
)
CHARGING_TEXT: list[Element] = [
    policy(
        "Charging and Remissions Policy",
        "charging",
        "psg",
        approved="2025-07-01",
        approved_by="Resources Committee",
        reviewed=None,
        review_date="2026-07",
        review_cycle="P1Y",
        owner="School Business Manager",
        scope="This policy applies to all activities arranged by the school, in or out of school hours.",
        audience_alt=["parents", "staff"],
    ),
    front(
        "Approved by: Resources Committee[[br:]]Date approved: 1 July 2025[[br:]]Review: annually, next July 2026[[br:]]Owner: School Business Manager",
        "date",
    ),
    h(None, "1. Introduction"),
    c("1.1", "This policy applies to all activities arranged by the school, in or out of school hours.", "none psg"),
    c("1.2", "It says what we charge for, what we do not, and who need not pay.", "none psg"),
    h(None, "2. No charge"),
    lead("2.1", "We do not charge for:"),
    i(None, "admission;", "must_not s"),
    i(None, "education in school hours, books and instruments included;", "must_not s"),
    i(None, "swimming lessons in Year 4;", "must_not s"),
    i(
        None,
        "transport between the school and a place where the governors have arranged for a pupil to be taught.",
        "must_not s",
    ),
    c(
        "2.2",
        "Parents must not be pressed to pay for any of these. A letter that speaks of \u201cyour contribution of \u00a310\u201d without saying that it is voluntary is pressing.",
        "must_not s",
    ),
    h(None, "3. What we may charge for"),
    lead("3.1", "Charges may be made for:"),
    i("(a)", "music lessons asked for by the parents, although not for a looked-after child;", "may|must_not s"),
    i("(b)", "board and lodging on a residential visit;", "may s"),
    i("(c)", "wrap-around care; and", "may s"),
    i("(d)", "the cost of replacing what has been lost or broken through carelessness.", "may s"),
    c(
        "3.2",
        "A charge never exceeds the cost divided by the number taking part. Nothing may be added to pay for those who cannot.",
        "must_not s",
    ),
    split(
        "3.3", "Charges are set by governors each July.", "A price may not be raised during the year unless:", "must g"
    ),
    i("(a)", "the supplier has raised it; and", "must_not|may g"),
    i("(b)", "parents have had half a term's notice,", "must_not|may g"),
    tail("and then by no more than the supplier's increase."),
    h(None, "4. Voluntary contributions"),
    c(
        "4.1",
        "We may ask for voluntary contributions. No child will be left out because nothing was given, and it is not made known who gave.",
        "may|must_not s|sp",
    ),
    c(
        "4.2",
        "If there are not enough contributions, and there is no way to make up the shortfall, the activity will be cancelled.",
        "none sp|p",
    ),
    h(None, "5. Remissions"),
    lead("5.1", "Families who receive one of these benefits do not pay for board and lodging:"),
    i(None, "Income Support", "must_not|none sp|p"),
    i(None, "Universal Credit, where income is below the limit", "must_not|none sp|p"),
    i(None, "support under part VI of the Immigration and Asylum Act 1999.", "must_not|none sp|p"),
    c(
        "5.2",
        "The headteacher may waive any charge. Parents should speak to the business manager, in confidence; they will not be asked for bank statements.",
        "may|should|must_not sp",
    ),
    h(None, "6. Prices"),
    table(
        ("Club", "Price", "Note"),
        ("none p|psg", "Breakfast club", "\u00a33.20", "Toast included"),
        ("none p|psg", "After-school club", "\u00a37.50", "Late collection \u00a35 for each quarter of an hour"),
        ("none p|psg", "Choir", "Free", "Nobody is turned away"),
    ),
    h(None, "7. Refunds and debt"),
    c(
        "7.1",
        "We refund what has been paid if we cancel. We do not if a pupil is excluded from a visit because of behaviour, or simply does not come.",
        "must|must_not s|sp",
    ),
    c(
        "7.2",
        "Where \u00a330 or more is owed for care the place may be withdrawn after two letters. Meals are never refused to a child because of debt.",
        "may|must_not s|sp",
    ),
]
CHARGING_ARTICLE = paper(
    "dev-html-article",
    CHARGING_TEXT,
    as_page(ARTICLE, Typed),
    "charging",
    "blog page: the policy is one long article, numbers, letters and bullets typed in a paragraph after `<br>`; dates in one bold paragraph with line breaks; translate list, share, 'posted by', comments; 'may' with 'not' inside; tail",
    furniture=(
        "Clubs and wrap-around care",
        "Translate this page: English Polski Cymraeg",
        "Share this:",
        "Click to share on X (Opens in new window)",
        "Posted by admin on 4 July 2025 in Policies. Tagged: money, clubs.",
        "Comments are closed.",
        "Moss Side Lane Community Primary, Moss Side Lane, Ellerby EL99 2PP. All rights reserved.",
    ),
)

AREAS = Skin(
    """<html><head><meta charset="utf-8"><style>body,td,th,p{font-family:'Liberation Sans';font-size:15pt}</style></head><body>{body}</body></html>""",
    table='<table border="1" cellpadding="5" cellspacing="0" width="100%">',
    metadata='<table border="0" width="100%">',
    front={"centre": '<p align="center">{}</p>'},
)
UNIFORM_TEXT: list[Element] = [
    front("Hawthorn Rise Academy", "centre"),
    policy(
        "Uniform and Appearance Policy",
        "uniform",
        "kps",
        approved="2025-05-08",
        approved_by="Academy Council",
        reviewed=None,
        review_date="2027-05",
        review_cycle="P2Y",
        owner=None,
        scope="This policy applies to pupils in Years 7 to 11 on every school day, on the way to and from school, and on visits unless the letter says otherwise.",
        audience_alt=["pupils", "parents"],
    ),
    metadata(("Approved by Academy Council", "8 May 2025"), ("To be reviewed (every 2 years)", "May 2027")),
    p(
        "This policy applies to pupils in Years 7 to 11 on every school day, on the way to and from school, and on visits unless the letter says otherwise.",
        "none kps|k",
    ),
    table(
        ("Key area", "Policy"),
        (
            "must k",
            "Blazer",
            "The blazer is worn in all lessons unless the teacher says that it may be taken off. It is not to be tied round the waist or left in the locker room over night.",
        ),
        (
            "must k",
            "Shirt and tie",
            "White shirt, long or short sleeves, tucked in. The tie of the house is worn with seven stripes showing.",
        ),
        (
            "must|must_not k",
            "Skirt or trousers",
            "Black, of a plain cut. Skirts reach the knee. Leggings, jeans, jogging bottoms and shorts above the knee are not allowed, even under a skirt in winter.",
        ),
        (
            "must k",
            "Shoes",
            "Black, polished, with a heel of no more than 4 cm. Trainers and canvas shoes do not count as shoes, whatever their colour.",
        ),
        (
            "may|must_not k",
            "Jewellery",
            "Pupils may wear one watch and one plain stud in each ear. Nose studs, bars and clear retainers must not be worn, since they can cause injury; plasters over them are not accepted.",
        ),
        (
            "may|must_not ks|s",
            "Hair",
            "Hair may be worn in any natural style, including afros, locs, braids and cornrows. Staff must not ask a pupil to change a style that is part of his or her heritage. Hair is tied back in practical lessons.",
        ),
        (
            "may k",
            "Religious dress",
            "Head coverings, kara, kippah and the like may be worn. They should be plain black or navy, and be fixed so as to be safe in practical lessons.",
        ),
        (
            "must p|pk",
            "Labels",
            "Parents are to see that all clothing is marked with the pupil's name. The academy cannot answer for what is not marked.",
        ),
        (
            "may p",
            "Help with cost",
            "Families who receive free school meals may claim \u00a360 each September. The claim is made in private to the pastoral office, and no proof is asked for other than the entitlement itself.",
        ),
        (
            "should|must_not s",
            "What staff do",
            "Tutors check uniform at registration, quietly. A pupil who is not in uniform should be lent what is missing. Pupils are not sent home, save by the Principal and with the parents' knowledge, and never miss an examination on account of uniform.",
        ),
        (
            "may p",
            "Complaints",
            "Parents may use the complaints procedure. They are asked not to send the pupil in without uniform while the matter is open.",
        ),
    ),
]
KEY_AREAS = paper(
    "dev-pdf-key-areas",
    UNIFORM_TEXT,
    by_office(AREAS),
    "uniform",
    "LibreOffice from a page: the whole policy is one table of key area and policy, each row a rule of several sentences, some with 'not' and 'may' together; the table runs over the page; borderless dates",
)
