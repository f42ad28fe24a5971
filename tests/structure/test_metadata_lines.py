"""Lines that state facts about the policy are told from lines that rule something."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from clauseway.model import Block, BlockKind, Place
from clauseway.structure.metadata_lines import find_metadata

RULE = "Staff must lock their screens when they leave a room."


def blocks(*lines: str | tuple[str, ...]) -> list[Block]:
    """Paragraphs; a tuple is a table row, `- ` begins an item and `# ` a heading."""
    made, table, in_table = [], 0, False
    for line in lines:
        if isinstance(line, tuple):
            table += not in_table
            text = " ".join(cell for cell in line if cell)
            made.append(Block(BlockKind.ROW, text, Place(), cells=line, table=table))
        elif line.startswith("- "):
            made.append(Block(BlockKind.ITEM, line[2:], Place(), marker="-"))
        elif line.startswith("# "):
            made.append(Block(BlockKind.HEADING, line[2:], Place(), level=1))
        else:
            made.append(Block(BlockKind.PARAGRAPH, line, Place()))
        in_table = isinstance(line, tuple)
    return made


def taken(*lines: str | tuple[str, ...]) -> list[int]:
    return sorted(find_metadata(blocks(*lines)))


LABELS_OF_DATES = [
    "Reviewed",
    "Date adopted",
    "Adopted",
    "Last reviewed",
    "Last reviewed on",
    "Updated",
    "Date Approved",
    "Document Approval Date",
    "Effective from",
    "Effective Date",
    "Approved by Governors",
    "Approved by governing body on",
    "Date ratified",
    "Ratified by governors",
    "Date created",
    "Date",
    "Date of last review",
    "Issue date",
    "Date of policy",
    "Revised",
    "This version agreed on",
    "Issued",
    "Written",
    "Policy written",
    "Policy date",
    "Date reviewed",
    "Reviewed on",
    "Date reviewed by Governors",
    "Reviewed and amended",
    "Amended",
    "Approved by FGB",
    "Approved by Finance Committee",
    "Approved by Trust Board",
    "Applicable from",
    "Implementation date",
    "To be ratified",
    "Date accepted by Governors",
    "Draft",
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
    "Review",
    "To be reviewed on or before",
    "Revision Date",
    "Review cycle",
    "Dyddiad adolygu",
    "Mabwysiadwyd gan y Corff Llywodraethol",
]


@pytest.mark.parametrize("label", LABELS_OF_DATES)
@pytest.mark.parametrize("form", ["{}: May 2021", "{} – May 2021", "{} ____May 2021____"])
def test_a_label_with_a_date_is_metadata(label: str, form: str) -> None:
    assert taken(RULE, form.format(label), RULE) == [1]


@pytest.mark.parametrize("label", [label for label in LABELS_OF_DATES if label != "Review cycle"])
def test_nothing_need_stand_between_label_and_date(label: str) -> None:
    assert taken(RULE, f"{label} 14th May 2021", RULE) == [1]


@pytest.mark.parametrize("label", LABELS_OF_DATES)
def test_a_label_with_a_date_in_the_next_column_is_metadata(label: str) -> None:
    assert taken(RULE, (label, "12.03.21"), RULE) == [1]


@pytest.mark.parametrize("label", LABELS_OF_DATES)
def test_a_label_with_a_line_to_fill_in_is_metadata(label: str) -> None:
    assert taken(RULE, f"{label}: ________", RULE) == [1]


@pytest.mark.parametrize(
    "label", [label for label in LABELS_OF_DATES if label not in ("Review", "Draft", "Review cycle")]
)
def test_a_label_and_its_value_may_stand_in_two_blocks(label: str) -> None:
    assert taken(RULE, f"{label}:", "14th May 2021", RULE) == [1, 2]


@pytest.mark.parametrize(
    "line",
    [
        "Ratified ____P Hallam____ Date ____3rd July 2024____",
        "Review Period ____Annually____ Next Review __Term 2 2025__",
        "Approved by Governors May 2021 Review Date May 2024",
        "FGB 22.11.2022",
        "Full Governing Body 14th May 2020",
        "Adopted at Full Governing Body meeting – 14th May 2020",
        "Amended: May 2019 Ratified: June 2019",
        "Governors adopted this policy in May 2019",
        "Policy to be reviewed by Finance Committee by May 2024",
        "The following review is due by Summer 2024",
        "Updated May 2021 JT",
        "Next review: when changes occur",
        "Next review: as practice changes",
        "Review cycle: Annual",
        "Review: Annually",
        "Review frequency – every 3 years",
        "Approved by: Mrs P Hallam Date: May 2021",
        "Approved by the Governing Body:",
        "Authorised: ……………… (Headteacher)",
        "Signed: ______________ Chair of Governors  Date: __________",
        "Signed by Chair of Governors: Owen Pugh",
        "Headteacher: Ruth Ellery Date: May 2021",
        "Signature of Chair of Governors: ………………",
        "Llofnod y Cadeirydd: ………… Dyddiad: …………",
        "Policy owner: Mrs P Hallam",
        "Responsible for this policy: Head of Year 9",
        "SLT Lead: Mr A Osei",
        "Written by: P Hallam",
        "V7 - 7/06/2018",
        "Version 3 June 2020",
        "Version 2.1",
        "Reviewed: 2018, 2019, 2020",
        "Next review: Term 4 2024",
        "Date: 31/02/2020",
        "Written: 2008. Reviewed: OCT 2013, 5.10.2015, 28.2.18. Reviewed and amended 21st March 2023.",
        "Reviewed 4/5/24 by the Pupils Committee. Next review June 2025",
        "Reviewed by governors every 3 years",
        "Next look: May 2024",
    ],
)
def test_a_line_of_facts_is_metadata(line: str) -> None:
    assert taken(RULE, line, RULE) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "This policy will be reviewed annually by the governing body.",
        "The policy was adopted by governors in May and parents must sign it.",
        "This policy was approved by the governing body on 12 May 2021 and is reviewed every year.",
        "The next review is due in May 2024 and staff will be consulted.",
        "The next review is due in May 2024, or sooner if need be.",
        "This policy is reviewed every four years.",
        "Reviewed: May 2021. Reviewed work goes home by 2 May.",
        "Page 12 of the handbook",
        "Review your privacy settings every term.",
        "Reviewed work is returned to pupils within a week.",
        "Updated passwords must be kept secret.",
        "Agreed sanctions are applied fairly.",
        "Approved visitors sign in at reception.",
        "Approved educational websites",
        "Signed consent forms are kept in the office.",
        "Headteacher",
        "The Headteacher:",
        "Headteacher: has overall responsibility for safety",
        "Chair of Governors:",
        "Review",
        "Review:",
        "Monitoring and review",
        "Lead by example",
        "Lead: by example and with kindness",
        "Date of birth is checked against the passport.",
        "Version control software is used by pupils.",
        "Staff:",
        "Parents: Please return the slip by 12 May 2021",
        "Responsibility for safety lies with everyone",
        "Owner of the phone: the pupil who brings it must switch it off",
        "Contact the school office on 01632 960123.",
        "Name-calling and teasing",
        "Issues of trust",
        "Draft letters to parents are checked by the head.",
        "Written work is marked weekly",
        "Created resources belong to the school",
        "Effective from the first day of term, phones are banned.",
        "Effective communication with parents",
        "Renew library books by May 2021",
        "Determined by need",
        "By the gate",
        "Reviewed: May 2021. Parents must sign the agreement each year.",
        "Reviewed: May 2021. Shirts cost nine pounds each.",
        "Governors agreed sanctions will be applied from May 2021",
        "Committee: hears the appeal within 10 days",
        "24/17",
        "12 May 2021",
        "",
    ],
)
def test_a_line_that_rules_or_heads_something_stays(line: str) -> None:
    assert taken(RULE, line, RULE) == []


@pytest.mark.parametrize(
    "item",
    [
        "- Reviewed annually by the governing body",
        "- Review the risk assessment",
        "- Date and time of the incident",
        "- Approved by the headteacher in advance",
        "- Determined by the headteacher",
        "- Name of the pupil",
        "- Next review",
        "- Next review date:",
        "- Responsible for attendance",
        "- Signed by a parent",
    ],
)
def test_items_of_a_list_stay(item: str) -> None:
    assert taken("Every trip is:", "- Planned in good time", item, RULE) == []


@pytest.mark.parametrize("item", ["- Review date: May 2024", "- Approved by Governors: May 2021"])
def test_a_cover_list_is_metadata(item: str) -> None:
    assert taken(item, RULE) == [0]


@pytest.mark.parametrize(
    "heading",
    [
        "# Review",
        "# Review date",
        "# Next review",
        "# Next review:",
        "# Approval",
        "# Signed",
        "# Monitoring and review",
    ],
)
def test_headings_stay(heading: str) -> None:
    assert taken(heading, "This policy will be reviewed every year by governors.") == []


def test_a_heading_that_states_a_date_is_metadata() -> None:
    assert taken("# Review date: May 2024", RULE) == [0]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [
                ("Date", "Review Date", "Coordinator", "Nominated Governor"),
                ("Sept 19", "Sept 21", "Ms A Boateng", "Curriculum Committee"),
            ],
            [0, 1],
            id="head and values",
        ),
        pytest.param(
            [
                ("Version", "Date", "Comments", "Review Date"),
                ("1", "May 2017", "First version. All staff were consulted.", "May 2019"),
                ("2", "May 2019", "Section 3 has been rewritten and must be read by all.", "May 2021"),
            ],
            [0, 1, 2],
            id="version history",
        ),
        pytest.param(
            [
                ("Document Control", ""),
                ("Date", "Version", "Author", "Summary of changes"),
                ("May 2019", "1.0", "P Hallam", "New"),
            ],
            [0, 1, 2],
            id="history under a caption",
        ),
        pytest.param(
            [
                ("Approved by:", "Full Governing Body", "Date:", "May 2021"),
                ("Last reviewed on:", "May 2020", "", ""),
                ("Next review due by:", "May 2022", "", ""),
            ],
            [0, 1, 2],
            id="two-column cover",
        ),
        pytest.param(
            [
                ("Policy title", "Behaviour"),
                ("Owner", "Deputy Head"),
                ("Statutory", "Yes"),
                ("Review date", "May 2022"),
            ],
            [0, 1, 2, 3],
            id="cover with other facts",
        ),
        pytest.param(
            [
                ("Policy Approved by", "R Ellery", "Chair of Governors"),
                ("Policy Implemented by", "O Pugh", "Headteacher"),
            ],
            [0, 1],
            id="names and posts",
        ),
        pytest.param(
            [("Role", "Name", "Contact details"), ("Safeguarding lead", "Ruth Ellery", "01632 960123")],
            [0, 1],
            id="contacts",
        ),
        pytest.param(
            [("Designated Safeguarding Lead", "Mrs R Ellery"), ("Deputy lead", "Mr O Pugh")],
            [0, 1],
            id="contacts without head",
        ),
        pytest.param(
            [("KEY AREA", "POLICY"), ("Review", "This policy will be reviewed annually by governors.")],
            [],
            id="a policy in a table",
        ),
        pytest.param([("Action", "Lead", "Date"), ("Lock the gate", "Site manager", "May 2021")], [], id="action plan"),
        pytest.param([("Role", "Responsibility"), ("Headteacher", "Decides on exclusions")], [], id="roles table"),
        pytest.param(
            [("Determined by", "Admissions Panel Committee"), ("Date", "May 2026")], [0, 1], id="arrangements"
        ),
        pytest.param([("Places", "Determined by"), ("Nursery", "Age")], [], id="how places are determined"),
        pytest.param([("Stage", "Who", "When"), ("1", "Class teacher", "Within 5 days")], [], id="stages"),
        pytest.param([("Behaviour", "Consequence"), ("Late homework", "Detention")], [], id="sanctions"),
    ],
)
def test_tables(rows: Sequence[tuple[str, ...]], expected: list[int]) -> None:
    assert taken(*rows, RULE) == expected


def test_rows_that_rule_something_end_a_table_of_values() -> None:
    head, values = ("Approved", "Review Date"), ("May 2021", "May 2024")
    assert taken(head, values, ("Phones", "Phones must be switched off."), RULE) == [0, 1]


def test_a_post_or_a_remark_answers_a_label_only_beside_other_metadata() -> None:
    dated, owner = ("Approved on", "14.03.2024"), ("Policy owner", "Director of Learning")
    assert taken(RULE, *owner, *dated, "Changes since last version", "Section 4 (new)", RULE) == [1, 2, 3, 4, 5, 6]
    assert taken(RULE, *owner, RULE) == []


def test_blank_labels_count_beside_other_metadata() -> None:
    assert taken(RULE, "Approved by: Governing Body", "Date:", "Policy number: B12") == [1, 2, 3]


def test_the_reason_says_what_was_seen() -> None:
    found = find_metadata(
        blocks(
            "Approved by Governors: May 2021",
            "Next review: May 2024",
            "Policy owner: Mrs P Hallam",
            "Headteacher: R Ellery Date: May 2021",
            "Version 2 May 2021",
        )
    )
    assert list(found.values()) == ["approval line", "review line", "owner line", "signature block", "document control"]
