"""Staff conduct: clauses in a table without lines (number on the left, text on the right), soft breaks, typed bullets."""

from __future__ import annotations

from tests.formats.author import Document, Form, c, control, front, h, i, layout, lead, metadata, p, policy, split, tail
from tests.formats.usual import PAGE_FORMS

CONDUCT = Document(
    name="dev-word-staff-conduct",
    forms={
        **PAGE_FORMS,
        "policy": Form("Heading 1"),
        "heading1": Form("Heading 2"),
        "bullet1": Form(before="[[bm:F0A7]]", indent=1.5),
        "clause": Form(typed="\t"),
        "item1": Form(typed="\t"),
    },
    header=("Staff Code of Conduct",),
    footer=("Version 7 – 01/09/2024 [[tab:]]Page [[page:]] of [[pages:]]",),
    placeholders=("XXXX", "[insert school name]"),
    elements=(
        policy(
            "Staff Code of Conduct",
            "staff-conduct",
            "s",
            audience_alt=["staff", "governors"],
            approved="2024-07-10",
            approved_by="Resources Committee",
            reviewed=None,
            reviewed_alt=["2024-09-01", "2024-09"],
            review_date="2025-09",
            review_cycle=None,
            review_cycle_alt=["P1Y"],
            owner=None,
            scope="This code applies to everyone employed by [insert school name], and to volunteers and agency workers.",
        ),
        front("Castle Howe Community College"),
        p(
            "This code was agreed by the Resources Committee on 10 July 2024 and will be reviewed in September 2025.",
            "none s|sg",
            optional=True,
        ),
        h("1.", "Introduction"),
        layout(
            c(
                "1.1",
                "This code applies to everyone employed by [[ph:[insert school name]]], and to volunteers and agency workers.",
                "none s",
            ),
            c("1.2", "It cannot cover everything. Where it is silent, use your judgement and ask.", "must|should s"),
            c("1.3", "A breach may lead to disciplinary action.", "none s"),
        ),
        h("2.", "Professional conduct"),
        layout(
            c("2.1", "Staff must behave, in and out of school, in a way that keeps the public’s trust.", "must s"),
            lead("2.2", "Staff must not:"),
            i("(a)", "attend work under the influence of alcohol or drugs;", "must_not s"),
            i("(b)", "swear in front of pupils;", "must_not s"),
            i("(c)", "smoke or vape on the site, or where pupils can see them.", "must_not s"),
            c("2.3", "Staff should arrive at least ten minutes before their first duty.", "should s"),
            c(
                "2.4",
                "A member of staff who is arrested, cautioned or convicted must tell the headteacher before the next working day.",
                "must s",
            ),
        ),
        h("3.", "Working with pupils"),
        layout(
            c("3.1", "Relationships with pupils must be professional at all times.", "must s"),
            lead("3.2", "Staff who are alone with a pupil should:"),
            i("(a)", "leave the door open or choose a room with a window;", "should s"),
            i("(b)", "tell a colleague;", "should s"),
            i("(c)", "not lock the door.", "should_not s"),
            c("3.3", "Physical contact must be for the pupil’s needs and not for the adult’s.", "must s"),
            c("3.4", "Gifts to individual pupils are not permitted.", "must_not s"),
            c(
                "3.5",
                "Staff may accept small gifts from families at the end of term. A gift worth more than £25 must be declared.",
                "may|must s",
            ),
        ),
        h("4.", "Communication and social media"),
        p("These rules apply to every form of electronic communication.", "none s"),
        lead(None, "Staff must:"),
        i(None, "use only school accounts to write to pupils or parents", "must s"),
        i(None, "keep their own profiles private", "must s"),
        i(None, "not accept pupils, or pupils who left less than two years ago, as friends", "must_not s"),
        tail("This applies whoever makes the first approach."),
        p(
            "Personal numbers must not be given to pupils. On visits a school phone (number XXXX) is used.",
            "must_not|must s",
        ),
        h("5.", "Dress"),
        layout(
            c("5.1", "Dress should be smart, safe and suited to the work.", "should s"),
            c("5.2", "Clothing must not carry slogans that could offend.", "must_not s"),
        ),
        h("6.", "Confidentiality"),
        layout(
            c(
                "6.1",
                "What is learned about a pupil or a colleague must not be passed on except to those who need to know.",
                "must_not s",
            ),
            c(
                "6.2",
                "Nothing in this code prevents a member of staff from reporting a concern about a child’s safety, or from raising wrongdoing under the whistleblowing policy.",
                "none s",
            ),
        ),
        h("7.", "Outside work and interests"),
        layout(
            split(
                "7.1",
                "Staff may take other work outside their hours with the headteacher’s agreement.",
                "Agreement will not be given where the work:",
                "may s",
            ),
            i("(a)", "conflicts with the interests of the school; or", "must_not s"),
            i("(b)", "involves tutoring pupils of the school for payment.", "must_not s"),
            c("7.2", "Interests in firms that supply the school must be entered in the register.", "must s"),
        ),
        control(
            h(None, "Declaration"),
            p(
                "Each member of staff signs this page in September. The signed copy is kept on the personnel file.",
                "must s",
            ),
            lead(None, "I confirm that:"),
            i(None, "I have read the code", "must|none s"),
            i(None, "I will ask if there is anything that I do not understand", "must s"),
            i(None, "I will not discuss pupils on social media", "must_not s"),
        ),
        metadata(("Name", ""), ("Signature", ""), ("Date", "")),
    ),
)
