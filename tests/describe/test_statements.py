"""Approvals and reviews that sentences of the text state, and what looks like one and is none."""

from __future__ import annotations

import pytest

from tests.describe.drafts import clause, described

FIELDS = ("approved", "approved_by", "reviewed", "review_date", "review_cycle")


def stated(text: str, *, item: bool = False) -> dict[str, str]:
    found = described(clauses=[clause(text, item=item)])
    return {name: getattr(found, name) for name in FIELDS if getattr(found, name)}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("This policy was approved by the Grounds and Catering Committee on 3 May 2023.", "the Grounds and Catering Committee"),
        ("This policy was approved by the Grounds, Catering and Pay Committee on 3 May 2023.", "the Grounds, Catering and Pay Committee"),
        ("This policy was approved by Governors on 3 May 2023, and the Pay Committee will check it.", "Governors"),
        ("This policy was approved by the Governing Body and will be checked on 3 May 2023.", "the Governing Body"),
        ("This policy was approved by the Governing Body and the Head will check it in May 2023.", "the Governing Body"),
        ("This policy was adopted at a meeting of the Full Governing Board held on 3 May 2023.", "the Full Governing Board"),
        ("This policy was approved by the Board of Trustees in May 2023.", "the Board of Trustees"),
        ("This policy was approved by the governors of the school in May 2023.", "the governors"),
        ("This policy was approved by Mrs B Quayle, Chair of Governors, in May 2023.", "Mrs B Quayle"),
        ("Governors reviewed and adopted this policy in May 2023.", "Governors"),
        ("This policy was approved in May 2023 and will be checked by the Pay Committee.", ""),
    ],
)  # fmt: skip
def test_the_whole_name_of_whoever_approved(sentence: str, name: str) -> None:
    assert stated(sentence).get("approved_by", "") == name


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("This code was agreed by the Pay Committee on 4 June 2023 and will be reviewed in July 2024.",
                     {"approved": "2023-06-04", "approved_by": "the Pay Committee", "review_date": "2024-07"}, id="agreed and to be reviewed"),
        pytest.param("The Trust Board approved this policy on 4 June 2023 and it is due for renewal in July 2024.",
                     {"approved": "2023-06-04", "approved_by": "The Trust Board", "review_date": "2024-07"}, id="approved and due for renewal"),
        pytest.param("This policy was last reviewed on 4 June 2023 and approved by governors on 9 July 2023.",
                     {"approved": "2023-07-09", "approved_by": "governors", "reviewed": "2023-06-04"}, id="reviewed, then approved"),
        pytest.param("This policy was agreed with parents in June 2023 and approved by governors on 9 July 2023.",
                     {"approved": "2023-07-09", "approved_by": "governors"}, id="the last of two steps"),
        pytest.param("The policy was written by staff and agreed by governors in July 2023.",
                     {"approved": "2023-07", "approved_by": "governors"}, id="written, then agreed"),
        pytest.param("This policy was ratified by the Pay Committee (PC) on 9.7.23.",
                     {"approved": "2023-07-09", "approved_by": "the Pay Committee"}, id="short date behind on"),
        pytest.param("The governing body will review this policy in June 2024.", {"review_date": "2024-06"}, id="who will review it when"),
        pytest.param("This policy was read by governors, who approved it; the Art Policy will be reviewed in May 2024.", {}, id="another policy's review"),
        pytest.param("This policy was approved by governors and is to be reviewed in June 2024.",
                     {"approved_by": "governors", "review_date": "2024-06"}, id="the date of the review is none of the approval"),
        pytest.param("This policy was approved by governors, who will meet again in June 2024.", {"approved_by": "governors"}, id="a date to come"),
        pytest.param("This policy was reviewed by governors and will be looked at again in June 2024.", {"review_date": "2024-06"}, id="a review to come"),
        *(
            pytest.param(text, {"review_date": "2027-06"}, id=text)
            for text in (
                "This policy falls to be reviewed in June 2027.",
                "This policy comes up for review in June 2027.",
                "This policy will be subject to review in June 2027.",
                "The review of this policy is planned for June 2027.",
                "A review of this policy will take place in June 2027.",
                "Unless the law changes before, this policy is next reviewed in June 2027.",
                "The statement will be refreshed in June 2027.",
            )
        ),
        pytest.param("A review of this building will take place in June 2027.", {}, id="a review of something else"),
        pytest.param("The Shops Act was amended in 2012 and will be reviewed in June 2024.", {}, id="an act"),
        pytest.param("This policy was approved and the hall will be painted in June 2024.", {}, id="something else to come"),
    ],
)  # fmt: skip
def test_what_was_done_is_told_from_what_is_to_come(sentence: str, expected: dict[str, str]) -> None:
    assert stated(sentence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Agreed by the Pay Committee, May 2023.", {"approved": "2023-05", "approved_by": "the Pay Committee"}, id="body and date"),
        pytest.param("Approved at the governors' meeting of 4 May 2023.", {"approved": "2023-05-04"}, id="meeting"),
        pytest.param("Agreed by the School Council, May 2023. We will look at it again in June 2024.",
                     {"approved": "2023-05", "approved_by": "the School Council", "review_date": "2024-06"}, id="with its next review"),
        pytest.param("Agreed by the head, walks go ahead in May 2023.", {}, id="a rule"),
        pytest.param("Approved by the head.", {}, id="no date"),
        pytest.param("Last reviewed: May 2023. Approved by the Grounds Committee.", {"reviewed": "2023-05", "approved_by": "the Grounds Committee"}, id="behind a date"),
        pytest.param("Maps are drawn. We will review it in May 2023.", {}, id="it is something else"),
    ],
)  # fmt: skip
def test_a_sentence_without_a_subject_is_of_the_policy_where_it_holds_a_body_and_a_date(
    text: str, expected: dict[str, str]
) -> None:
    assert stated(text) == expected


def test_an_item_without_a_subject_is_of_what_its_list_is_of() -> None:
    assert stated("Agreed by the Pay Committee, May 2023.", item=True) == {}
