"""What nobody sees within a word parts it in no format."""

from __future__ import annotations

import pytest

from clauseway.sources.decode import decode
from clauseway.sources.docx import read_docx
from clauseway.sources.flow import Content
from clauseway.sources.html import read_html
from clauseway.sources.odt import read_odt
from clauseway.words import words
from tests.sources.docx import making
from tests.sources.odt import flat

SIGNS = {
    "soft hyphen": "\u00ad",
    "no width": "\u200b",
    "joiner": "\u2060",
    "order mark": "\ufeff",
    "direction": "\u200e",
}


def found(content: Content) -> list[str]:
    return [word for word, _ in content.words]


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_it_is_taken_out(sign: str) -> None:
    text = f"Staff must{sign} not ab{sign}use"
    expected = ["Staff", "must", "not", "abuse"]
    word = read_docx(making.make(making.p(text)), "a.docx")
    assert "".join(run.text for part in word.flow for run in part.runs) == "Staff must not abuse"  # type: ignore[union-attr]
    assert found(word) == expected
    assert found(read_odt(flat.document(flat.p(text)), "a.fodt")) == expected
    assert found(read_html(f"<p>{text}".encode(), "a.html")) == expected
    assert words(decode(text.encode(), "a.txt")[0]) == expected
