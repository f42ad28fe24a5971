"""Addresses that cannot be right, and pictures that say nothing in words."""

from __future__ import annotations

import pytest

from clauseway.checks.links import check_links, check_pictures
from clauseway.model import LeftOut, Link, Place, Source
from tests.publish.samples import clause


@pytest.mark.parametrize(
    ("href", "wrong"),
    [
        ("mailto:office.example", "is no e-mail address"),
        ("mailto:office@", "is no e-mail address"),
        ("mailto:office@school.example and head@school.example", "is no e-mail address"),
        ("tel:office", "is no telephone number"),
        ("http://", "names no website"),
        ("https://www", "names no website"),
        ("http://http://www.school.example", "names no website"),
        ("https://www.school.example/our policy", "holds a space"),
        ("https://[school", "is no address of a website"),
    ],
)
def test_an_address_that_cannot_be_right_is_named_once(href: str, wrong: str) -> None:
    pieces = [clause("See here.", links=(Link("here", href),)), clause("And here.", links=(Link("here", href),))]
    (problem,) = check_links(pieces, "a/b.docx")
    assert (problem.code, problem.line) == ("link-address", 1)
    assert problem.message == f"The link on “here” cannot work: “{href}” {wrong}."


@pytest.mark.parametrize(
    "href",
    [
        "mailto:office@school.example",
        "mailto:a.b+c@school.example,head@school.example?subject=Complaint%20form",
        "mailto:?subject=Form",
        "tel:01234567890",
        "tel:+44%201234%20567890",
        "https://www.school.example",
        "http://school.sch.uk:8080/a%20b?c=(d)#e",
        "https://ysgol-tŷ.example/",
        "HTTPS://SCHOOL.EXAMPLE/",
        "https://xn--ysgol-t-x8a.xn--cymru-1a/",
        f"https://{'a' * 300}.example/",
    ],
)
def test_other_addresses_are_left_alone(href: str) -> None:
    assert list(check_links([clause("See here.", links=(Link("here", href),))], "a/b.docx")) == []


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (LeftOut("picture", 3, "", Place(paragraph=1)), "3 pictures are left out, and what they show"),
        (LeftOut("picture", 1, "", Place(paragraph=20)), "A picture is left out, and what it shows"),
        (LeftOut("picture", 1, "", Place(page=5)), "A picture is left out, and what it shows"),
        (LeftOut("picture", 1, "", Place(paragraph=2)), ""),
        (LeftOut("picture", 1, "How to report", Place(paragraph=20)), ""),
        (LeftOut("picture", 2, "School logo", Place(paragraph=1)), ""),
        (LeftOut("comment", 3, "", Place(paragraph=20)), ""),
    ],
)
def test_pictures_are_told_of_unless_they_are_a_crest_or_described(left: LeftOut, told: str) -> None:
    source = Source("a/b.docx", "", "word", (), (), left_out=(left,))
    problems = list(check_pictures(source))
    assert [problem.code for problem in problems] == ["picture-without-text"] * bool(told)
    assert all(problem.message.startswith(told) for problem in problems)
