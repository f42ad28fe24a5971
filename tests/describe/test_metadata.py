"""Dates, approver, owner and cycle, in the forms in which policies state them."""

from __future__ import annotations

import pytest

from clauseway.describe import describe_metadata
from clauseway.model import Draft, Piece, Place, Role, Stated
from tests.describe.drafts import SCHOOL, Line, clause, describe, described, draft, metadata_pieces

APPROVED = [
    "Date adopted",
    "Adopted",
    "Date Approved",
    "Document Approval Date",
    "Effective from",
    "Effective Date",
    "Comes into force",
    "Approved by Governors",
    "Approved by governing body on",
    "Date ratified",
    "Ratified by governors",
    "Date",
    "Issue date",
    "Date of policy",
    "This version agreed on",
    "Issued",
    "Policy date",
    "Approved by FGB",
    "Approved by Finance Committee",
    "Approved by Trust Board",
    "Applicable from",
    "Implementation date",
    "Date accepted by Governors",
    "Governors adopted this policy in",
    "Adopted at Full Governing Body meeting",
    "Agreed by Standards Committee on",
    "Authorised by the Principal",
    "Mabwysiadwyd gan y Corff Llywodraethol",
    "Passed by governors",
    "Confirmed by the Trust Board on",
    "Re-approved",
    "Readopted by governors",
    "Takes effect",
]
REVIEWED = [
    "Reviewed",
    "Last reviewed",
    "Last reviewed on",
    "Date of last review",
    "Date reviewed",
    "Reviewed on",
    "Date reviewed by Governors",
    "Reviewed by Standards Committee",
    "Reviewed and amended",
    "Updated",
    "Last updated",
    "Revised",
    "Amended",
    "Adolygwyd",
]
NEXT_REVIEW = [
    "Review date",
    "Next review",
    "Next review date",
    "Date of next review",
    "Next review due",
    "Next review due by",
    "To be reviewed",
    "Date of Review",
    "Date for review",
    "Date for next review",
    "Due for review",
    "Policy due for review",
    "Review",
    "To be reviewed on or before",
    "Policy to be reviewed by Finance Committee by",
    "The following review is due by",
    "Revision Date",
    "Dyddiad adolygu",
    "Adolygiad nesaf",
    "Next look",
    "Look at again",
    "Revisit",
    "To be reconsidered",
    "Next reviewed",
    "Scheduled review",
    "Valid until",
    "Policy expires",
]
NEITHER = [
    "To be ratified",
    "Draft",
    "Date created",
    "Created",
    "Written",
    "Policy written",
    "First approved",
    "Drawn up in",
]
FORMS = ["{}: May 2021", "{} – May 2021", "{} ____May 2021____", ("{}", "May 2021"), ("{}:", "May 2021")]


def filled(form: Line, label: str) -> Line:
    return form.format(label) if isinstance(form, str) else tuple(cell.format(label) for cell in form)


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize(
    ("label", "field"),
    [
        *((label, "approved") for label in APPROVED),
        *((label, "reviewed") for label in REVIEWED),
        *((label, "review_date") for label in NEXT_REVIEW),
        *((label, "") for label in NEITHER),
    ],
)
def test_labels_of_dates(label: str, field: str, form: Line) -> None:
    found = described(filled(form, label))
    dates = {"approved": found.approved, "reviewed": found.reviewed, "review_date": found.review_date}
    assert {name: iso for name, iso in dates.items() if iso} == ({field: "2021-05"} if field else {})


@pytest.mark.parametrize(
    "form", ["{}:", "{}: ________", "{} ……………", ("{}", ""), ("{}:", "n/a"), "{}: dd/mm/yyyy"], ids=str
)
@pytest.mark.parametrize("label", [*APPROVED, *REVIEWED, *NEXT_REVIEW])
def test_a_blank_gives_nothing(label: str, form: Line) -> None:
    found = described(filled(form, label))
    assert (found.approved, found.reviewed, found.review_date, found.review_cycle) == ("", "", "", "")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Approved: Nov 2020", "Review Date: Nov 2023"], ("2020-11", "", "2023-11"), id="review after approval is the next"),
        pytest.param(["Approved: Nov 2020", "Review Date: May 2020"], ("2020-11", "2020-05", ""), id="review before approval is the last"),
        pytest.param(["Reviewed: Nov 2020", "Review Date: Nov 2021"], ("", "2020-11", "2021-11"), id="reviewed and review date"),
        pytest.param(["Date of Review: May 2020", "Next review: May 2022"], ("", "2020-05", "2022-05"), id="review beside a next one is the last"),
        pytest.param(["Review dates: May 2018, May 2020"], ("", "2018-05", "2020-05"), id="two reviews"),
        pytest.param(["Reviewed: 2018, 2019, 2020", "Next review: 2021"], ("", "2020", "2021"), id="latest of several reviews"),
        pytest.param(["Amended: May 2019 Ratified: June 2019"], ("2019-06", "2019-05", ""), id="two labels in a line"),
        pytest.param(["Approved by Governors May 2021 Review Date May 2024"], ("2021-05", "", "2024-05"), id="no marks at all"),
        pytest.param(["Ratified ____P Hallam____ Date ____3rd July 2024____"], ("2024-07-03", "", ""), id="bare date behind ratified"),
        pytest.param(["Reviewed by: P Hallam", "Date: May 2021"], ("", "2021-05", ""), id="bare date behind reviewed by"),
        pytest.param(["Effective from: Sept 2021", "Approved: July 2021"], ("2021-07", "", ""), id="approval before coming into force"),
        pytest.param(["Issue date: Sept 2021", "Date adopted: July 2021"], ("2021-07", "", ""), id="adoption before issue"),
        pytest.param(["Date created: 2015", "Approved: 2019"], ("2019", "", ""), id="creation is no approval"),
        pytest.param(["First approved: May 2012", "Last reviewed: May 2021"], ("", "2021-05", ""), id="first approval is history"),
        pytest.param(["FGB 22.11.2022"], ("2022-11-22", "", ""), id="body and date"),
        pytest.param(["Ratified by Governors: Not yet", "Date: May 2021"], ("", "", ""), id="a date of what is not done"),
        pytest.param(["Adopted by Governors 5th May 2021. Review date: May 2023"], ("2021-05-05", "", "2023-05"), id="two sentences in a line"),
        pytest.param(["Approved: May 2021", "To be renewed: May 2022"], ("2021-05", "", "2022-05"), id="renewal"),
        pytest.param(["Approved by FGB 12.3.24 minute 24/17"], ("2024-03-12", "", ""), id="minute number"),
        pytest.param(["Approved by Governors 2019"], ("2019", "", ""), id="body and year"),
        pytest.param(["Approved FGB 4.6.24"], ("2024-06-04", "", ""), id="body and short date"),
        pytest.param(["Minute reference: FGB 24/06/12"], ("", "", ""), id="the number of a minute"),
        pytest.param(["Noted by governors May 2021"], ("", "", ""), id="only noted"),
        pytest.param(["V7 - 7/06/2018"], ("2018-06-07", "", ""), id="foot of a page"),
        pytest.param(["Version 3 June 2020", "Approved: May 2020"], ("2020-05", "", ""), id="a foot only where nothing better"),
        pytest.param(["Adopted: 2016-17", "Next review: 2018-19"], ("2016", "", "2019"), id="academic years"),
        pytest.param(["Approved by:", "Governing Body", "Date:", "14th May 2021", "Review date:", "May 2022"], ("2021-05-14", "", "2022-05"), id="broken table"),
        pytest.param(["Headteacher: R Ellery Date: May 2021"], ("2021-05", "", ""), id="date of a signature"),
        pytest.param(["Parent signature: ______ Date: May 2021"], ("", "", ""), id="a parent's signature"),
        pytest.param([("Date", "Review Date", "Coordinator"), ("Sept 19", "Sept 21", "Ms A Boateng")], ("2019-09", "", "2021-09"), id="head and values"),
        pytest.param([("Approved by", "Date", "Next review"), ("FGB", "May 2021", "May 2024")], ("2021-05", "", "2024-05"), id="columns"),
        pytest.param([("Approved by:", "Full Governing Body", "Date:", "May 2021"), ("Last reviewed on:", "May 2020", "", "")], ("2021-05", "2020-05", ""), id="two-column cover"),
        pytest.param(
            [("Version", "Date", "Comments", "Review Date"), ("1", "May 2017", "Approved by FGB", "May 2019"), ("2", "May 2019", "Approved by FGB", "May 2021")],
            ("2019-05", "", "2021-05"),
            id="latest row of a history",
        ),
        pytest.param(
            [("Version", "Date", "Comments", "Review Date"), ("2", "May 2019", "Reviewed, no changes", "May 2021"), ("1", "May 2017", "New", "May 2019")],
            ("", "2019-05", "2021-05"),
            id="history, newest first, a review",
        ),
        pytest.param(
            [("Version", "Date", "Comments"), ("1", "May 2011", "New"), ("2", "May 2013", "Reviewed")],
            ("", "2013-05", ""),
            id="history alone",
        ),
        pytest.param(
            ["Approved: May 2020", ("Version", "Date", "Comments"), ("1", "May 2011", "New"), ("2", "May 2013", "Amended")],
            ("2020-05", "2013-05", ""),
            id="history beside an approval",
        ),
        pytest.param(
            [("Version", "Date", "Comments", "Review Date"), ("3", "May 2018", "Adopted by the Trust Board", "May 2019"), ("4", "June 2019", "Reviewed, no changes", "June 2020")],
            ("2018-05", "2019-06", "2020-06"),
            id="a row that approves and a later one that reviews",
        ),
        pytest.param(
            [("Version", "Date", "Author", "Status"), ("1", "May 2018", "P Hallam", "Draft, to be approved"), ("2", "June 2018", "Trustees", "Approved. In force from July 2018")],
            ("2018-06", "", ""),
            id="a date in the remark is not the row's",
        ),
        pytest.param(
            [("Version", "Date", "Status"), ("1", "May 2018", "Draft for approval"), ("2", "June 2018", "Awaiting adoption, not approved")],
            ("2018-06", "", ""),
            id="no row approves",
        ),
        pytest.param(["Written: 2008. Reviewed: OCT 2013, 5.10.2015, 28.2.18. Reviewed and amended 21st March 2023."], ("", "2023-03-21", ""), id="revisions in one line"),
        pytest.param(["Approved by Trust Board", "Approved on", "14.03.2024"], ("2024-03-14", "", ""), id="body, then date"),
    ],
)  # fmt: skip
def test_dates_are_told_apart_by_labels_and_order(lines: list[Line], expected: tuple[str, str, str]) -> None:
    found = described(*lines)
    assert (found.approved, found.reviewed, found.review_date) == expected


def test_a_numbered_term_is_read_by_the_school_year() -> None:
    line = "Review Period ____Annually____ Next Review __Term 4 2024__"
    assert described(line, terms=6).review_date == "2024-03"
    assert described(line).review_date == "2024"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        pytest.param(["Approved by Governors May 2021"], "Governors", id="body and date"),
        pytest.param(["Approved by: Finance & Premises Committee"], "Finance & Premises Committee", id="committee"),
        pytest.param(["Approved by: Finance Committee (FC) on 3rd May 2021 (minute 24/17)"], "Finance Committee (FC)", id="minute behind date"),
        pytest.param(["Approved: 3rd May 2021 by Full Governors"], "Full Governors", id="body behind date"),
        pytest.param([("Version", "Date", "Approved by"), ("1", "May 2017", "SLT"), ("2", "May 2019", "Trust Board")], "Trust Board", id="latest row of a history"),
        pytest.param(["Approved by Standards and Quality Committee: 12/03/2021"], "Standards and Quality Committee", id="committee, colon, date"),
        pytest.param(["Approved by: Headteacher & Governing Body Date: May 2021"], "Headteacher & Governing Body", id="two bodies"),
        pytest.param(["Approved by: Chair of Governors Date: May 2021"], "Chair of Governors", id="a post"),
        pytest.param([("Approved by", "Chair of Governors", "Date", "May 2021")], "Chair of Governors", id="a post in a cell"),
        pytest.param(["Approved by the Governing Body: May 2021"], "Governing Body", id="body in the label"),
        pytest.param(["Date accepted by Governors: May 2021"], "Governors", id="body behind date"),
        pytest.param(["Governors adopted this policy in May 2021"], "Governors", id="body before the verb"),
        pytest.param(["Adopted at Full Governing Body meeting – 12 May 2021"], "Full Governing Body", id="meeting"),
        pytest.param(["FGB 22.11.2022"], "FGB", id="body runs into date"),
        pytest.param(["Agreed at the meeting of the Full Governing Body, 4th June 2024"], "the Full Governing Body", id="meeting of a body"),
        pytest.param(["Governors' approval: 04/06/24"], "Governors", id="a body's approval"),
        pytest.param(["Approved FGB 4.6.24"], "FGB", id="body and short date"),
        pytest.param(["The Board approved this policy at its meeting on 4 June 2024"], "Board", id="its meeting"),
        pytest.param(["Approved under delegated authority by the headteacher, 4 June 2024"], "the headteacher", id="delegated"),
        pytest.param(["Reapproved by the Resources Committee: 4 June 2024"], "the Resources Committee", id="approved again"),
        pytest.param(["Governing Board sign-off: 4 June 2024"], "Governing Board", id="sign-off"),
        pytest.param(["Noted by governors June 2024"], "", id="only noted"),
        pytest.param(["Ratified ____P Hallam____ Date ____3rd July 2024____"], "P Hallam", id="form line"),
        pytest.param([("Policy Approved by", "R Ellery", "Chair of Governors")], "R Ellery", id="name before post"),
        pytest.param([("Approved by the governing body on", "May 2021"), ("Approved by", "Trust Board")], "Trust Board", id="value before label"),
        pytest.param([("Approved by Governors", "May 2021")], "Governors", id="cells"),
        pytest.param([("Approved by", "Date"), ("Trust Board", "May 2021")], "Trust Board", id="columns"),
        pytest.param(["Approved by: SLT", "Ratified by: Local Governing Board"], "Local Governing Board", id="ratified after approved"),
        pytest.param(["Mabwysiadwyd gan y Corff Llywodraethol: Mawrth 2024"], "y Corff Llywodraethol", id="Welsh"),
        pytest.param(["Head teacher: R Ellery Date: May 2021", "Chair of Governing Body: O Pugh Date: May 2021"], "O Pugh", id="chair before head"),
        pytest.param(["Headteacher: R Ellery Date: May 2021"], "R Ellery", id="head who signed"),
        pytest.param(["Signed: O Pugh (Chair of Governors)"], "O Pugh (Chair of Governors)", id="signature with post"),
        pytest.param([("Signed", "O Pugh", "Chair of Governors")], "O Pugh", id="signature, post in a cell"),
        pytest.param(["Chair of Governors: O Pugh", "Approved by: FGB"], "FGB", id="approver before signature"),
        pytest.param(["Headteacher: R Ellery"], "", id="head named without signing"),
        pytest.param(["Approved by the Governing Body:"], "", id="blank"),
        pytest.param(["Authorised: ……………… (Headteacher)"], "", id="blank with post"),
        pytest.param(["Signed: __________ Chair of Governors Date: ________"], "", id="blank signature"),
        pytest.param(["Parent signature: ________"], "", id="parent"),
        pytest.param(["Approved: May 2021"], "", id="date only"),
        pytest.param(["Approved by Trust Board", "Approved on", "14.03.2024"], "Trust Board", id="body without a date"),
        pytest.param(["Approved by Trust Board", "14.03.2024"], "Trust Board", id="body, date in the next line"),
        pytest.param([("Version", "Date", "Comments"), ("3", "May 2018", "Adopted by the Trust Board"), ("4", "June 2019", "Reviewed")], "Trust Board", id="remark of an earlier row"),
        pytest.param([("Version", "Date", "Author", "Status"), ("1", "May 2018", "P Hallam", "Draft"), ("2", "June 2018", "Trustees", "Approved")], "Trustees", id="a body as author of the approved version"),
        pytest.param([("Version", "Date", "Author", "Status"), ("2", "June 2018", "P Hallam", "Approved")], "", id="a person as author"),
        pytest.param(["Signed ........... Chair of Governors", "Signed ........... Vicar"], "", id="posts beside blank lines"),
        pytest.param(["Changes since last version", "Section 4 is new"], "", id="a remark is no approver"),
        pytest.param(["To be ratified by Governors: May 2021"], "", id="not yet"),
        pytest.param(["Ratified by Governors: Not yet", "Date: May 2021"], "", id="said not to be done"),
        pytest.param(["Agreed: 4.5.21", "By: Grounds Committee"], "Grounds Committee", id="by whom in the next line"),
        pytest.param([("Agreed", "4.5.21"), ("By", "P Hallam")], "", id="by whom, no body"),
        pytest.param(["Changed: May 2021", "By: Grounds Committee"], "", id="by whom, nothing approved"),
        pytest.param(["Adopted by the Local Governing Body: May 2021"], "Local Governing Body", id="local governing body in the label"),
        pytest.param([("Determined by", "Grounds Committee"), ("Date determined", "May 2021")], "Grounds Committee", id="arrangements are determined"),
        pytest.param(["Signed: ___R Ellery___ (Headteacher)     Signed: ___O Pugh___ (Chair of Governors)"], "O Pugh", id="two signatures in a line"),
        pytest.param([("Approved by:", "", "Pay Committee"), ("Date", "", "May 2021")], "Pay Committee", id="an empty cell between"),
        pytest.param(["Reviewed by: Standards Committee May 2021"], "", id="a reviewer is no approver"),
    ],
)  # fmt: skip
def test_approvers(lines: list[Line], name: str) -> None:
    assert described(*lines).approved_by == name


def test_a_chair_named_behind_the_text_has_signed() -> None:
    name = metadata_pieces("Chair of Governors: O Pugh", first=90)
    assert describe(draft("Uniform Policy", clause("Ties are blue."), *name))[0].approved_by == "O Pugh"
    assert describe(draft("Uniform Policy", *name, clause("Ties are blue.")))[0].approved_by == ""


def test_people_to_contact_are_no_owners() -> None:
    cells = ("Coordinator", "Mr O Pugh")
    row = Piece(Role.METADATA, " ".join(cells), Place(5), reason="contacts table", cells=cells)
    assert describe(draft("Uniform Policy", row))[0].owner == ""


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        pytest.param([("Responsible for this policy", "P Hallam")], "P Hallam", id="responsible for this policy"),
        pytest.param(["Policy owner: Mrs P Hallam, Deputy Head"], "Mrs P Hallam, Deputy Head", id="owner"),
        pytest.param(["Owner: Headteacher"], "Headteacher", id="a post"),
        pytest.param(["SLT Lead: Mr A Osei"], "Mr A Osei", id="lead"),
        pytest.param(["Coordinator: Ms A Boateng"], "Ms A Boateng", id="coordinator"),
        pytest.param(["Named person: Ms A Boateng"], "Ms A Boateng", id="named person"),
        pytest.param(["Author: P Hallam"], "P Hallam", id="author"),
        pytest.param(["Written by: P Hallam June 2020"], "P Hallam", id="written by, with date"),
        pytest.param([("Person responsible", "School Business Manager")], "School Business Manager", id="a post that begins like a label"),
        pytest.param([("Policy owner", "Lead Practitioner for PE")], "Lead Practitioner for PE", id="a post that begins like an owner"),
        pytest.param(["Person responsible: School Business Manager"], "School Business Manager", id="person responsible"),
        pytest.param(["Author: J Doe", "Policy owner: P Hallam"], "P Hallam", id="owner before author"),
        pytest.param([("Date", "Coordinator", "Nominated Governor"), ("Sept 19", "Ms A Boateng", "Mr O Pugh")], "Ms A Boateng", id="column"),
        pytest.param([("Responsible SLT", "Headteacher")], "Headteacher", id="responsible leader"),
        pytest.param(["Nominated governor: Mr O Pugh"], "", id="governor"),
        pytest.param(["Policy owner: ________"], "", id="blank"),
        pytest.param(["Policy Implemented by: R Ellery"], "", id="implementer"),
    ],
)  # fmt: skip
def test_owners(lines: list[Line], name: str) -> None:
    assert described(*lines).owner == name


@pytest.mark.parametrize(
    ("line", "cycle"),
    [
        ("Review Period ____Annually____", "P1Y"),
        ("Review cycle: Every 3 years", "P3Y"),
        ("Review: Annually", "P1Y"),
        ("Next review: annually", "P1Y"),
        ("To be reviewed every two years", "P2Y"),
        ("Frequency of review: biennial", "P2Y"),
        ("Review cycle: Bi-annually", ""),
        ("Next review: when changes occur", ""),
        ("Adolygir bob dwy flynedd", "P2Y"),
    ],
)
def test_cycles_behind_labels(line: str, cycle: str) -> None:
    found = described(line)
    assert (found.review_cycle, found.review_date, found.approved_by) == (cycle, "", "")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This policy will be reviewed annually by the governing body.", {"review_cycle": "P1Y"}),
        ("The governing body will review this policy every two years.", {"review_cycle": "P2Y"}),
        ("This policy is reviewed every three years or sooner if the law changes.", {"review_cycle": "P3Y"}),
        ("This policy was approved by the Governing Body on 12 May 2021.", {"approved": "2021-05-12", "approved_by": "the Governing Body"}),
        ("The policy was adopted by governors in May 2021 and parents must sign it.", {"approved": "2021-05", "approved_by": "governors"}),
        ("Governors adopted this policy in March 2019.", {"approved": "2019-03", "approved_by": "Governors"}),
        ("This policy was last reviewed in May 2020.", {"reviewed": "2020-05"}),
        ("The next review is due in May 2024.", {"review_date": "2024-05"}),
        ("This policy is due for review in Autumn 2024.", {"review_date": "2024-12"}),
        ("This behaviour policy will be reviewed in June 2025.", {"review_date": "2025-06"}),
        ("Polisi hwn: adolygir y polisi bob dwy flynedd.", {}),
        ("Adolygir y polisi hwn bob dwy flynedd.", {"review_cycle": "P2Y"}),
        ("It follows the Acceptable Use Policy ratified by the Governing Body in May 2010.", {}),
        ("Staff follow Keeping Children Safe in Education (May 2019).", {}),
        ("Risk assessments are reviewed annually.", {}),
        ("This policy is reviewed annually and was last reviewed on 4 May 2021.", {"reviewed": "2021-05-04", "review_cycle": "P1Y"}),
        ("The Education Act 2011 gives powers of search under this policy.", {}),
        ("The policy was adopted by governors in May and parents must sign it.", {"approved_by": "governors"}),
        ("This policy was drawn up in June 2015.", {}),
        ("Passwords are updated every 30 days under this policy.", {}),
        ("The policy draws on advice, and it is kept short. It was agreed at the FGB of 3.6.23.", {"approved": "2023-06-03", "approved_by": "the FGB"}),
        ("This policy is short. It will be looked at every other year, next in the Spring Term 2025.", {"review_cycle": "P2Y", "review_date": "2025-03"}),
        ("This text has been agreed with the staff and adopted at Fernhill, May 2021 (review: Summer 2023).", {"approved": "2021-05", "review_date": "2023-07"}),
        ("The policy is reviewed every four years (May 2027).", {"review_cycle": "P4Y", "review_date": "2027-05"}),
        ("After a trial, the Governing Body agreed a new uniform policy on 4 May 2023.", {"approved": "2023-05-04", "approved_by": "the Governing Body"}),
        ("The Governing Body agreed a new phones policy on 4 May 2023.", {}),
        ("The next review is due in May 2024, or sooner if need be.", {"review_date": "2024-05"}),
        ("Governors look at how well this policy works every year.", {"review_cycle": "P1Y"}),
        ("See section 3.6.23. It was agreed in May 2021.", {}),
        ("The boiler is old. It was approved by the trustees in May 2021.", {}),
    ],
)  # fmt: skip
def test_sentences_of_the_text(sentence: str, expected: dict[str, str]) -> None:
    found = described(clauses=[clause(sentence)])
    names = ("approved", "approved_by", "reviewed", "review_date", "review_cycle")
    assert {name: getattr(found, name) for name in names if getattr(found, name)} == expected


def test_it_is_the_policy_in_a_section_on_review() -> None:
    sentence = "It will be reviewed every two years and this is shown on the website."
    assert described(clauses=[clause(sentence, "Monitoring and review")]).review_cycle == "P2Y"
    assert described(clauses=[clause(sentence, "The garden")]).review_cycle == ""


def test_metadata_counts_before_sentences() -> None:
    found = described("Approved: May 2021", clauses=[clause("This policy was approved by governors in June 2015.")])
    assert (found.approved, found.approved_by) == ("2021-05", "governors")


def test_a_date_in_the_title_or_a_running_foot_counts_only_with_a_label() -> None:
    foot = Piece(Role.FURNITURE, "Uniform Policy May 2015", Place(90), reason="page foot")
    assert describe(draft("Uniform Policy 2019", foot))[0].approved == ""
    foot = Piece(Role.FURNITURE, "Uniform Policy – reviewed May 2015", Place(90), reason="page foot")
    assert describe(draft("Uniform Policy", foot))[0].reviewed == "2015-05"


@pytest.mark.parametrize(("reason", "reviewed"), [("web page foot", ""), ("page foot", "2015-05")])
def test_a_website_dates_itself_and_not_the_policy(reason: str, reviewed: str) -> None:
    foot = Piece(Role.FURNITURE, "Best seen in colour. Last updated May 2015", Place(90), reason=reason)
    assert describe(draft("Uniform Policy", foot))[0].reviewed == reviewed


def test_metadata_of_the_file_serves_where_the_policy_says_nothing() -> None:
    shared = metadata_pieces("Approved by Governors: Nov 2020", "Review date: Nov 2023", "Owner: P Hallam")
    found = describe(draft("Uniform Policy – Staff", *metadata_pieces("Approved: May 2022", first=70), shared=shared))[
        0
    ]
    assert (found.approved, found.review_date, found.approved_by, found.owner) == (
        "2022-05",
        "2023-11",
        "Governors",
        "P Hallam",
    )


def test_the_words_of_every_date_and_name_are_kept_with_their_place() -> None:
    found = described(
        "Approved by Governors: 3rd May 2021", "Review cycle: Annual", "Owner: P Hallam", "Next review: Spring 2023"
    )
    assert found.stated == (
        Stated("approved", "3rd May 2021", Place(3)),
        Stated("review_date", "Spring 2023", Place(6)),
        Stated("approved_by", "Governors", Place(3)),
        Stated("review_cycle", "Annual", Place(4)),
        Stated("owner", "P Hallam", Place(5)),
    )


def test_the_title_is_the_heading_of_level_0() -> None:
    assert described(title="Dress Code for Pupils").title == "Dress Code for Pupils"
    assert describe(draft("Uniform Policy"))[0].title == "Uniform Policy"


def test_the_front_matter_of_a_markdown_file_states_what_it_says() -> None:
    lines = (
        "title: 'Mobile Phone Policy'",
        "approved: 2024-03-05",
        "review_date: 2026-03",
        "owner: Mrs Hill",
        "layout: page",
    )
    pieces = tuple(
        Piece(Role.FURNITURE, line, Place(number), reason="front matter") for number, line in enumerate(lines, 2)
    )
    metadata, _ = describe_metadata(
        Draft((*pieces, *draft("Phones", clause("Pupils hand in phones.")).pieces)), SCHOOL, "a.md"
    )
    assert (metadata.title, metadata.owner) == ("Mobile Phone Policy", "Mrs Hill")
    assert (metadata.approved, metadata.review_date) == ("2024-03-05", "2026-03")
