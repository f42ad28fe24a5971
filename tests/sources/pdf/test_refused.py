"""Files that cannot be read say so, and why."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped, unused-ignore]
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from clauseway.problems import Severity, UnreadableSource
from clauseway.sources.pdf import read_pdf
from tests.sources.pdf.drawing import BALANCED, LONG, Page, balance, drawn, read, texts
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
    assert texts(read_pdf(WHOLE + b"<!-- some object -->\n" * 300, "a.pdf")) == [LONG]


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


def without_letters(fonts: int) -> bytes:
    """A file in which some of the fonts do not say which letters they draw."""
    data = (Path(__file__).parent / "files" / "numbered.pdf").read_bytes()
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda match: b" " * len(match[0]), data, count=fonts)


def test_letters_that_nobody_can_tell_are_refused() -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_pdf(without_letters(0), "a.pdf")
    assert caught.value.problem.code == "pdf-no-text"
    assert "letters" in caught.value.problem.message


def test_a_few_letters_that_nobody_can_tell_are_said_and_not_guessed() -> None:
    found = []
    for fonts in (1, 2, 3):
        try:
            content = read_pdf(without_letters(fonts), "a.pdf")
        except UnreadableSource:
            continue
        found += [problem.code for problem in content.problems]
        assert balance(content) == BALANCED
    assert "pdf-letters-unreadable" in found


@pytest.mark.parametrize("bound", ["MOST_PAGES", "MOST_LETTERS"])
def test_a_file_beyond_bounds_is_refused(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"clauseway.sources.pdf.{bound}", 1)
    with pytest.raises(UnreadableSource) as caught:
        read_pdf(drawn(some_scanned), "a.pdf")
    assert caught.value.problem.code == "source-too-large"


def test_what_hangs_on_a_page_or_file_is_named_and_not_read() -> None:
    def draw(page: Page) -> None:
        page.text(LONG)
        page.canvas.textAnnotation("Is this still right?", Rect=(400, 400, 420, 420))

    document = pypdfium2.PdfDocument(drawn(draw))
    document.new_attachment("old.txt").set_data(b"An old version")
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    content = read_pdf(buffer.getvalue(), "a.pdf")
    assert texts(content) == [LONG]
    assert [(left.what, left.count, left.sample) for left in content.left_out] == [
        ("comment", 1, "Is this still right?"),
        ("attachment", 1, ""),
    ]
    assert [(problem.code, problem.page) for problem in content.problems] == [("comments", 1)]
    assert "right" not in content.problems[0].message


def test_programs_are_said_to_be_there() -> None:
    script = b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert) >>] >> >>"
    content = read_pdf(drawn(text).replace(b"/Type /Catalog", b"/Type /Catalog " + script), "a.pdf")
    assert texts(content) == [LONG]
    assert [(left.what, left.count) for left in content.left_out] == [("macro", 1)]
