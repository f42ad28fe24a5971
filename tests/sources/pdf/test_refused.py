"""Files that cannot be read say so, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from clauseway.problems import Severity, UnreadableSource
from clauseway.sources.pdf import read_pdf
from tests.sources.pdf.drawing import LONG, Page, drawn, read, texts
from tests.sources.pdf.test_hidden import scan


def text(page: Page) -> None:
    page.text(LONG)


def nothing(page: Page) -> None:
    page.line("")


def shapes(page: Page) -> None:
    page.canvas.circle(200, 200, 50)


def scans(page: Page) -> None:
    scan(page)
    page.new_page()
    scan(page)


def locked(owner_only: bool) -> bytes:
    lock = StandardEncryption("" if owner_only else "secret", "owner", canPrint=0, canModify=0, canCopy=0)
    return drawn(text, encrypt=lock)


WHOLE = drawn(text)


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (locked(False), "source-password", "password"),
        (drawn(scans), "pdf-scan", "2 pages"),
        (drawn(shapes), "pdf-no-text", "no text"),
        (drawn(nothing), "source-empty", "no word"),
        (WHOLE[: len(WHOLE) // 2], "source-damaged", "end is missing"),
        (WHOLE[:-60], "source-damaged", "end is missing"),
        (b"", "source-damaged", "does not begin"),
        (b"<html></html>", "source-damaged", "does not begin"),
        (b"%PDF-1.4\n" + b"x" * 500 + b"%%EOF", "source-damaged", "cannot be opened"),
    ],
    ids=["password", "scan", "shapes", "empty", "half", "without end", "nothing", "another format", "junk"],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, code: str, says: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_pdf(data, "behaviour.pdf")
    problem = caught.value.problem
    assert (problem.code, problem.severity, problem.file) == (code, Severity.ERROR, "behaviour.pdf")
    assert says in problem.message
    assert problem.advice


def test_a_file_that_only_forbids_editing_is_read() -> None:
    assert texts(read_pdf(locked(True), "a.pdf")) == [LONG]


def test_what_a_website_hung_on_does_not_matter() -> None:
    assert texts(read_pdf(WHOLE + b"<!-- cache -->\n" * 300, "a.pdf")) == [LONG]


def some_scanned(page: Page) -> None:
    page.text(LONG)
    for number in (2, 3):
        page.at(72, 30, f"Page {number - 1}")
        page.new_page()
        scan(page)
    page.at(72, 30, "Page 3")
    page.new_page()
    page.text(f"Another text. {LONG}")
    page.at(72, 30, "Page 4")


def form(page: Page) -> None:
    page.text(LONG)
    page.canvas.acroForm.textfield(name="head", value="Mrs Jones", x=72, y=400, width=100, height=20)


@pytest.mark.parametrize(
    ("draw", "code", "says"),
    [(some_scanned, "pdf-pages-scanned", "Pages 2 and 3 have"), (form, "pdf-form-values", "form fields")],
    ids=["scanned pages", "filled form"],
)
def test_what_is_missing_is_said(draw: Callable[[Page], Any], code: str, says: str) -> None:
    (problem,) = read(draw).problems
    assert problem.code == code
    assert says in problem.message
    assert problem.page is not None
