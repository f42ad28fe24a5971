"""Tables with and without lines; columns of text."""

from __future__ import annotations

from typing import Any

from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Paragraph, Table, TableStyle

from clauseway.sources.flow import Table as FlowTable
from tests.sources.pdf.drawing import BALANCED, LONG, TOP, Page, asides, balance, read, tables, texts

GRID: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
BOX = [["Approved by", "Governing Body"], ["Date approved", "12 May 2024"], ["Next review", "May 2026"]]


def put(page: Page, rows: list[list[Any]], widths: list[float], style: list[Any]) -> None:
    table = Table(rows, colWidths=widths, style=TableStyle(style))
    _, height = table.wrapOn(page.canvas, 450, 700)
    page.y -= height
    table.drawOn(page.canvas, 72, page.y)
    page.y -= 24


def test_a_ruled_table_is_one_whatever_its_lines_are() -> None:
    styles: dict[str, list[Any]] = {
        "grid": GRID,
        "open sides": [("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)],
        "thin areas": [],
    }
    for name, style in styles.items():

        def draw(page: Page, name: str = name, style: list[Any] = style) -> None:
            page.text(LONG)
            put(page, BOX, [150, 200], style)
            if name == "thin areas":
                for y in (page.y + 24, page.y + 42, page.y + 60, page.y + 78):
                    page.canvas.rect(72, y, 350, 0.5, fill=1, stroke=0)
                for x in (72, 222, 422):
                    page.canvas.rect(x, page.y + 24, 0.5, 54, fill=1, stroke=0)
            page.text(LONG)

        content = read(draw)
        assert tables(content) == [BOX], name
        assert texts(content) == [LONG, LONG]
        assert balance(content) == BALANCED


def test_merged_cells_keep_their_width() -> None:
    def draw(page: Page) -> None:
        rows = [["both", "", "x"], ["a", "b", "c"], ["", "d", "e"]]
        put(page, rows, [100, 100, 100], [*GRID, ("SPAN", (0, 0), (1, 0)), ("SPAN", (0, 1), (0, 2))])

    content = read(draw)
    assert tables(content) == [[["both", "x"], ["a", "b", "c"], ["", "d", "e"]]]
    (table,) = content.flow
    assert isinstance(table, FlowTable)
    assert [cell.columns for cell in table.rows[0]] == [2, 1]


def over_pages(page: Page) -> None:
    body = getSampleStyleSheet()["Normal"]

    def cell(text: str) -> Paragraph:
        return Paragraph(text, body)

    head = [cell("<b>Level</b>"), cell("<b>Behaviour</b>"), cell("<b>Sanction</b>")]
    rows = [[cell(f"L{i}"), cell(f"Behaviour {i}: {LONG}"), cell("A word with the pupil.")] for i in range(1, 5)]
    page.text(LONG)
    page.y = 300
    put(page, [head, *rows[:2]], [60, 280, 120], GRID)
    page.at(72, 30, "Page 1")
    page.new_page()
    put(page, [head, *rows[2:]], [60, 280, 120], GRID)
    page.text(LONG)
    page.at(72, 30, "Page 2")


def test_a_table_goes_on_over_the_page() -> None:
    content = read(over_pages)
    assert [[row[0] for row in table] for table in tables(content)] == [
        ["Level", "L1", "L2", "L3", "L4"],
        ["Level"],
    ]
    assert [block.aside for block in content.flow if isinstance(block, FlowTable)] == ["", "repeated table head"]
    assert all(LONG in row[1] for row in tables(content)[0][1:])
    assert balance(content) == BALANCED


def cut_row(page: Page) -> None:
    page.text(LONG)
    page.y = 200
    put(
        page,
        [["Stage 1", "The class teacher looks into it"], ["Stage 2", "The headteacher writes to the"]],
        [80, 300],
        GRID,
    )
    page.new_page()
    put(page, [["", "parents within ten days."], ["Stage 3", "The governors decide."]], [80, 300], GRID)


def test_a_row_that_the_page_cut_is_one() -> None:
    assert tables(read(cut_row)) == [
        [
            ["Stage 1", "The class teacher looks into it"],
            ["Stage 2", "The headteacher writes to the parents within ten days."],
            ["Stage 3", "The governors decide."],
        ]
    ]


def test_rows_in_line_are_a_table_without_any_line() -> None:
    contacts = [
        ["Headteacher", "Mrs A Jones", "01234 567890"],
        ["SENCO", "Mr B Smith", "01234 567891"],
        ["Chair", "Dr C Brown", "01234 567892"],
    ]

    def draw(page: Page) -> None:
        page.text(LONG)
        put(page, contacts, [150, 130, 130], [])
        page.text(LONG)

    content = read(draw)
    assert tables(content) == [contacts]
    assert texts(content) == [LONG, LONG]


def test_a_frame_around_text_is_no_table() -> None:
    def draw(page: Page) -> None:
        page.canvas.rect(60, 600, 470, 200)
        page.text(LONG)

    content = read(draw)
    assert tables(content) == []
    assert texts(content) == [LONG]


def columns(page: Page) -> None:
    page.canvas.setFont("Helvetica-Bold", 18)
    page.canvas.drawString(72, 790, "A heading that runs over both of the columns")
    for x, first in ((60, 1), (310, 4)):
        page.y = 750
        for number in range(first, first + 3):
            page.y -= 6
            for line in simpleSplit(f"{number}. {LONG}", "Helvetica", 11, 225):
                page.line(line, x=x)
    page.y -= 30
    page.line("A line over both columns ends them, and here it stands, as wide as the page is.")
    page.text(LONG)


def test_columns_are_read_one_after_the_other() -> None:
    content = read(columns)
    assert texts(content) == [
        "A heading that runs over both of the columns",
        *[f"{n}. {LONG}" for n in range(1, 7)],
        "A line over both columns ends them, and here it stands, as wide as the page is.",
        LONG,
    ]
    assert balance(content) == BALANCED


def test_numbers_beside_their_text_are_no_column() -> None:
    def draw(page: Page) -> None:
        for number in range(1, 8):
            page.text(LONG, x=130, width=380, mark=f"{number}.{number}")

    content = read(draw)
    assert texts(content) == [f"{n}.{n} {LONG}" for n in range(1, 8)]
    assert asides(content) == []


def boxed(page: Page) -> None:
    page.canvas.rect(330, TOP - 32, 166, 46)
    for y, text in ((0, "In short: tell someone today,"), (13.5, "do not investigate, and write"), (27, "it down.")):
        page.at(338, TOP - y, text)
    page.line("3.1 This policy applies to all of the staff,")
    page.line("and to volunteers, to supply staff and to")
    page.line("contractors, and to students on placement")
    page.line("here. It covers the breakfast club, and any club that is run on our premises by others.")
    page.text(LONG)


def test_a_box_does_not_cut_the_text_beside_it() -> None:
    content = read(boxed)
    assert texts(content) == [
        "3.1 This policy applies to all of the staff, and to volunteers, to supply staff and to contractors, and to "
        "students on placement here. It covers the breakfast club, and any club that is run on our premises by others.",
        LONG,
        "In short: tell someone today, do not investigate, and write it down.",
    ]
    assert balance(content) == BALANCED


def test_a_hanging_label_is_one_row_with_its_text() -> None:
    def draw(page: Page) -> None:
        page.at(72, page.y, "Approved by")
        page.line("Academy Council", x=200)
        page.at(72, page.y, "To be reviewed")
        page.line("May 2027", x=200)
        page.line(LONG[:85])
        page.line(LONG[86:])

    assert texts(read(draw))[:2] == ["Approved by\tAcademy Council", "To be reviewed\tMay 2027"]
