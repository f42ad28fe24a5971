"""What is seen on a page and what is not, however the page is turned or cut."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from tests.sources.pdf.drawing import BALANCED, LONG, Page, balance, paragraphs, read, texts


def picture() -> ImageReader:
    buffer = io.BytesIO()
    Image.new("L", (60, 84), 255).save(buffer, "PNG")
    return ImageReader(buffer)


def scan(page: Page) -> None:
    page.canvas.drawImage(picture(), 0, 0, 595, 842)


def unseen(page: Page, words: str) -> None:
    text = page.canvas.beginText(72, 300)
    text.setFont("Helvetica", 11)
    text.setTextRenderMode(3)
    text.textOut(words)
    page.canvas.drawText(text)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_like_any_other(turn: int) -> None:
    def draw(page: Page) -> None:
        page.canvas.setPageRotation(turn)
        across, up = {0: (0, 0), 90: (842, 0), 180: (595, 842), 270: (0, 595)}[turn]
        page.canvas.translate(across, up)
        page.canvas.rotate({0: 0, 90: 90, 180: 180, 270: 270}[turn])
        page.y = 500
        page.text(LONG, x=108, width=400, mark="2.1")
        page.text("Staff must:", x=108, mark="2.2")

    content = read(draw)
    assert texts(content) == [f"2.1 {LONG}", "2.2 Staff must:"]
    assert balance(content) == BALANCED
    assert content.left_out == ()


def white(page: Page) -> None:
    page.text(LONG)
    page.canvas.setFillColorRGB(1, 1, 1)
    page.at(72, 400, "White upon white")
    page.canvas.setFillColorRGB(0, 0, 0.5)
    page.canvas.rect(60, 300, 300, 40, fill=1, stroke=0)
    page.canvas.setFillColorRGB(1, 1, 1)
    page.at(72, 315, "White upon blue")


def test_white_is_hidden_only_upon_white() -> None:
    content = read(white)
    assert texts(content) == [LONG, "White upon blue"]
    assert [(left.what, left.count, left.sample) for left in content.left_out] == [
        ("hidden text", 1, "White upon white")
    ]
    assert balance(content) == BALANCED


def test_what_is_not_drawn_is_left_out() -> None:
    def draw(page: Page) -> None:
        page.text(LONG)
        unseen(page, "Nobody sees this")

    content = read(draw)
    assert texts(content) == [LONG]
    assert content.left_out[0].what == "hidden text"
    assert balance(content) == BALANCED


def test_what_lies_outside_the_page_is_left_out() -> None:
    def draw(page: Page) -> None:
        page.text(LONG)
        page.at(-200, 400, "Far outside")

    content = read(draw)
    assert texts(content) == [LONG]
    assert [(left.what, left.sample) for left in content.left_out] == [("hidden text", "Far outside")]
    assert [(problem.code, problem.page) for problem in content.problems] == [("hidden-text", 1)]
    assert "outside" not in content.problems[0].message
    assert balance(content) == BALANCED


def test_text_put_under_a_scan_is_kept_and_said() -> None:
    def draw(page: Page) -> None:
        scan(page)
        unseen(page, "Staff must record it.")

    content = read(draw)
    assert texts(content) == ["Staff must record it."]
    assert [problem.code for problem in content.problems] == ["ocr-text"]


def test_letters_drawn_twice_for_boldness_count_once() -> None:
    def draw(page: Page) -> None:
        for offset in (0, 0.2, 0.4):
            page.at(72 + offset, 800, "A bold heading")
        page.text(LONG)

    content = read(draw)
    assert texts(content) == ["A bold heading", LONG]
    assert balance(content) == BALANCED


def test_links_go_to_the_words_they_lie_on() -> None:
    def draw(page: Page) -> None:
        page.line("See the guidance on attendance before you decide.")
        page.canvas.linkURL("https://example.org/a", (93, 775, 156, 792), relative=0)
        page.canvas.linkURL("javascript:x", (72, 775, 92, 792), relative=0)

    (paragraph,) = paragraphs(read(draw).flow)
    assert [(run.text, run.href) for run in paragraph.runs] == [
        ("See ", "javascript:x"),
        ("the guidance", "https://example.org/a"),
        (" on attendance before you decide.", ""),
    ]
