"""Numbers that a program wrote right before the words."""

from __future__ import annotations

import pytest

from tests.sources.html.show import text

OFFICE = '<meta name="generator" content="LibreOffice 7.4">'
LABELS = {
    "in the text": ("<p>1.1This policy<p>2.Vision<p>1.2If not", ["1.1 This policy", "2. Vision", "1.2 If not"]),
    "in an element of its own": ("<p><span>1.1</span>this<p><i>(a)</i>work", ["1.1 this", "/(a) work"]),
    "over two elements": ("<p><i>1.</i>1This is", ["/1.1 This is"]),
    "behind an entity": ("<p>&nbsp;1.1This &amp; that", ["1.1 This & that"]),
    "times and sizes": (
        "<p>8.30am start<p>8.30AM start<p>2.5kg<p>3D prints",
        ["8.30am start", "8.30AM start", "2.5kg", "3D prints"],
    ),
    "ordinals": ("<p><b>1</b>st<p>1<sup>st</sup> place", ["*1st", "1st place"]),
    "letters only where it is known": ("<p>(a)work", ["(a)work"]),
    "letters": (OFFICE + "<p>(a)work<p>A.Roles<p>i.the head", ["(a) work", "A. Roles", "i. the head"]),
    "names before the number": (OFFICE + "<p>Article 1Scope<p>1Vision", ["Article 1 Scope", "1 Vision"]),
    "no numbers": (OFFICE + "<p>(s)he must<p>e.g. this<p>2nd draft", ["(s)he must", "e.g. this", "2nd draft"]),
    "in a line of its own behind a break": ("<p>end<br>1.1This is", ["end\\n1.1 This is"]),
}


@pytest.mark.parametrize(("page", "expected"), LABELS.values(), ids=LABELS)
def test_numbers_are_parted_from_words(page: str, expected: list[str]) -> None:
    assert text(page) == expected
