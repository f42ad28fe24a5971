"""Heads, feet and page numbers; contents; watermarks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.sources.pdf.drawing import BALANCED, LONG, Page, asides, balance, read, texts


def with_pages(count: int, mark: Callable[[Page, int], None]) -> Callable[[Page], None]:
    def draw(page: Page) -> None:
        for number in range(1, count + 1):
            mark(page, number)
            page.y = 740
            page.text(f"{number}.1 {LONG}")
            page.text(f"{number}.2 {LONG}")
            if number < count:
                page.new_page()

    return draw


def number_only(page: Page, number: int) -> None:
    page.at(290, 30, str(number))


def head_and_foot(page: Page, number: int) -> None:
    if number > 1:
        page.at(72, 800, "Oakfield Primary School")
    page.at(72, 40, "Behaviour Policy", size=8)
    page.at(480, 40, f"Page {number} of 5", size=8)


def left_and_right(page: Page, number: int) -> None:
    page.at(72, 800, "Behaviour Policy" if number % 2 else "Oakfield Primary School")


def spaced(page: Page, number: int) -> None:
    page.at(250, 30, f"{number} | P a g e")


def chapter(page: Page, number: int) -> None:
    page.at(72, 800, f"Appendix {number}: the words of the letter to parents", font="Helvetica-Bold", size=14)


def roman(page: Page, number: int) -> None:
    page.at(290, 30, ("i", "ii", "iii", "iv", "v")[number - 1])


@pytest.mark.parametrize(
    ("mark", "count", "expected"),
    [
        (number_only, 2, ["1", "2"]),
        (number_only, 5, ["1", "2", "3", "4", "5"]),
        (roman, 4, ["i", "ii", "iii", "iv"]),
        (spaced, 3, [f"{n} | P a g e" for n in (1, 2, 3)]),
        (
            head_and_foot,
            3,
            ["Behaviour Policy\tPage 1 of 5"]
            + [text for n in (2, 3) for text in ("Oakfield Primary School", f"Behaviour Policy\tPage {n} of 5")],
        ),
        (left_and_right, 6, ["Behaviour Policy", "Oakfield Primary School"] * 3),
        (chapter, 3, []),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_what_comes_again_is_furniture(mark: Callable[[Page, int], None], count: int, expected: list[str]) -> None:
    content = read(with_pages(count, mark))
    assert [text for _, text in asides(content)] == expected
    assert [text for text in texts(content) if text[0].isdigit()] == [
        f"{n}.{k} {LONG}" for n in range(1, count + 1) for k in (1, 2)
    ]
    assert balance(content) == BALANCED


def the_same_text_on_two_pages(page: Page) -> None:
    page.text(LONG)
    page.text("The end of one part.")
    page.new_page()
    page.text("Another part begins here, and says at length what is to be done about it by whom.")
    page.new_page()
    page.text(LONG)


def test_text_that_comes_again_is_no_running_head() -> None:
    assert asides(read(the_same_text_on_two_pages)) == []


def contents(page: Page) -> None:
    page.line("Contents", font="Helvetica-Bold")
    for number, title in enumerate(("Introduction", "Roles and responsibilities", "Training", "Records"), 1):
        page.line(f"{number}. {title} {'.' * (90 - 2 * len(title))} {number + 1}")
    page.text(LONG)


def test_a_contents_list_is_kept_line_by_line() -> None:
    content = read(contents)
    assert [why for why, _ in asides(content)] == ["contents list"] * 4
    assert texts(content) == ["Contents", LONG]


def watermark(page: Page) -> None:
    page.text(LONG)
    page.canvas.saveState()
    page.canvas.translate(200, 300)
    page.canvas.rotate(45)
    page.at(0, 0, "DRAFT", size=80)
    page.canvas.restoreState()
    page.text(LONG)


def test_a_watermark_stands_apart() -> None:
    content = read(watermark)
    assert asides(content) == [("watermark", "DRAFT")]
    assert texts(content) == [LONG, LONG]
    assert balance(content) == BALANCED
