"""What stands below the text is of the page where it says so itself; a rule there never is."""

from __future__ import annotations

import pytest

from tests.sources.html.show import text

RULES = "<p>Pupils walk in the corridors, keep to the left and hold doors open. Staff remind those who forget.</p>" * 4
GONE = {
    "copyright": "<p>&copy; Elm School 2026 gone</p>",
    "generated": "<p>Page generated in 0.04 seconds gone</p>",
    "counter in a box": "<div><b>This week gone</b><br>Tue: Gym gone<br>You are visitor number 4</div>",
    "two parts": "<div>Fri: Cakes gone<br>Visitor number 4</div><center>Best viewed at 800 x 600. Updated by Mr Pym. gone</center>",
    "comments of an article": '<p class="postmeta">Posted by admin gone.</p><div><p>Comments are closed. gone</p></div>',
    "trust line": "<div><h4>Find us gone</h4><p>Elm School, Elm Lane gone</p><p>Part of the Elm Trust. Company number 1. gone</p></div>",
    "named by its id": '<div id="page-footer"><p>Elm School gone</p></div>',
}


@pytest.mark.parametrize("page", GONE.values(), ids=GONE)
def test_ends_of_pages(page: str) -> None:
    lines = [line for line in text(RULES + page) if "gone" in line]
    assert lines
    assert [line for line in lines if not line.startswith("<web page foot>")] == []


KEPT = {
    "address at the end": "<p>Ombudsman, PO Box 4771, Coventry CV4 0EH kept</p><p>&copy; Elm School</p>",
    "rule in a box with a copyright line": "<div><p>Parents are told by letter kept.</p><p>&copy; Elm School</p></div>",
    "dates in a box with a copyright line": "<div><p>Reviewed May 2026 kept</p><p>&copy; Elm School</p></div>",
    "visitors": "<p>Visitors sign in at the office kept</p>",
    "rule below a foot line": "<p>Posted by admin kept.</p><p>Parents are told by letter.</p>",
    "our website": "<p>Forms are on our website by May kept.</p>",
}


@pytest.mark.parametrize("page", KEPT.values(), ids=KEPT)
def test_rules_at_the_end_stay(page: str) -> None:
    assert [line for line in text(RULES + page) if "kept" in line and "<" in line] == []


def test_cookie_line_is_told_by_its_button() -> None:
    lines = text(
        "<div><p>This site uses cookies. You may change this at any time.</p><a role=button>ACCEPT</a></div>" + RULES
    )
    assert next(line for line in lines if "cookie" in line.lower()).startswith("<cookie notice>")
    assert text(RULES + "<p>We may use cookies and accept payment.</p>")[-1] == "We may use cookies and accept payment."
