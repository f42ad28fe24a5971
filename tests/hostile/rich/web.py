"""Web pages that are made to exhaust, to mislead or to reach out."""

from __future__ import annotations

from tests.hostile.rich.base import BOMB, EITHER, GOOD, MB, OUTSIDE, READ, Cases, deep


def _page(inside: str, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>x</title>{head}</head><body><h1>Policy</h1>{inside}</body></html>".encode()
    )


WEB: Cases = {
    "deep.html": (lambda: _page(deep("<div>", "</div>", 100_000, f"<p>{GOOD}</p>")), EITHER),
    "deep-lists.html": (lambda: _page(deep("<ul><li>x", "</li></ul>", 3_000, f"<p>{GOOD}</p>")), EITHER),
    "deep-tables.html": (
        lambda: _page(deep("<table><tr><td>", "</td></tr></table>", 3_000, f"<p>{GOOD}</p>")),
        EITHER,
    ),
    "unclosed.html": (lambda: _page("<b><i><p>" * 5_000 + GOOD), EITHER),
    "paragraphs.html": (lambda: _page("<p>" * 300_000 + GOOD), EITHER),
    "comment.html": (lambda: _page(f"<p>{GOOD}</p><!-- " + "x" * MB), EITHER),
    "script.html": (lambda: _page(f"<p>{GOOD}</p><script>" + "<p>" * 100_000), EITHER),
    "start.html": (
        lambda: _page(
            "".join(
                f'<ol type="{kind}" start="{start}"><li value="{start}">{GOOD}</ol>'
                for kind in "1aAiI"
                for start in ("999999999", "-9", "0", "1e9", "9" * 5000)
            )
        ),
        READ,
    ),
    "spans.html": (
        lambda: _page(
            f"<table><tr><td colspan=999999999 rowspan=999999999>{GOOD}</td><td>a</td></tr><tr><td>b</table>"
        ),
        READ,
    ),
    "counters.html": (
        lambda: _page(
            f'<ol class="a"><li>{GOOD}</ol>',
            "<style>.a{counter-reset:x 999999999}.a>li:before{content:counter(x,lower-roman) counters(x,'.')}"
            + "}" * 1000
            + "{" * 50_000
            + "</style>",
        ),
        EITHER,
    ),
    "references.html": (
        lambda: _page(f"<p>{GOOD} &#x110000; &#0; &#xd800; &#{'9' * 5000}; {'&amp' * 50_000}</p>"),
        EITHER,
    ),
    "attribute.html": (lambda: _page(f'<p title="{"x" * MB}" {"a" * 50_000}=1>{GOOD}</p>'), EITHER),
    "charset.html": (lambda: _page(f"<p>{GOOD}</p>", '<meta charset="x-nothing"><meta charset="utf-7">'), READ),
    "entities.html": (
        lambda: (BOMB.replace("x [", "html [") + f"<html><body><p>&i;</p><p>{GOOD}</p>").encode(),
        EITHER,
    ),
    "outside-entity.html": (
        lambda: (OUTSIDE.replace("x [", "html [") + f"<html><body><p>&i;{GOOD}").encode(),
        EITHER,
    ),
}
"""Web pages."""
