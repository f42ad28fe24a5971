"""Lines to paragraphs, items and headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clauseway.sources.flow import Paragraph
from tests.sources.pdf.drawing import BALANCED, LONG, TOP, Page, balance, paragraphs, read, text_of, texts

OTHER = "The headteacher keeps a record of every absence, and the governors look at it once in every term of the year."


def hanging(page: Page) -> None:
    page.text(LONG, x=108, width=400, mark="2.1")
    page.text("Staff must:", x=108, mark="2.2")
    page.text(f"tell the parents; {OTHER}", x=144, width=360, mark="(a)", mark_x=108, skip=0)
    page.text("write it down.", x=144, mark="(b)", mark_x=108, skip=0)
    page.text(OTHER, x=108, width=400, mark="2.3")


def block(page: Page) -> None:
    page.text(f"2.1 {LONG}")
    page.text(f"2.2 {OTHER}")


def first_line_indent(page: Page) -> None:
    for _ in range(3):
        page.at(90, page.y, "Every school keeps a record of all the absences of its pupils, and tells the")
        page.y -= 13.5
        page.line("parents of each of them when the record shows that there is a pattern in them")
        page.line("that it cannot explain.")


def reference(page: Page) -> None:
    page.line("The school reads every application for leave with care, as is said in paragraph")
    page.line("2.1 above, and the headteacher answers it in writing within ten school days of it.")


def months(page: Page) -> None:
    page.line("A pupil may be away from the school for a part of every week for no longer than")
    page.line("12 weeks in all, unless the governors have agreed to more than that in writing.")


def bullets(page: Page) -> None:
    page.text("Staff must:")
    page.text(OTHER, x=90, width=300, mark="•", skip=0)
    page.text("sign in", x=90, mark="•", skip=0)
    page.text("at the desk", x=126, mark="o", mark_x=108, skip=0)
    page.text("sign out", x=90, mark="•", skip=0)
    page.text(LONG)


def margin_number(page: Page) -> None:
    page.at(50, TOP - 3, "14.")
    page.text(LONG, skip=0)


def tabbed(page: Page) -> None:
    page.at(72, TOP, "1.")
    page.line("Introduction", x=100, font="Helvetica-Bold")
    page.text(LONG)


def two_line_heading(page: Page) -> None:
    for line in ("Behaviour and Anti-Bullying Policy of", "Oakfield Primary School and Nursery"):
        page.canvas.setFont("Helvetica-Bold", 22)
        page.canvas.drawCentredString(297, page.y, line)
        page.y -= 26
    page.text(LONG, skip=20)


def bare_list(page: Page) -> None:
    page.line("I will not:")
    page.line("go to chat rooms unless a teacher has expressly allowed it before the lesson began", skip=3)
    page.line("open attachments or follow links in e-mails without first checking with a teacher, or", skip=2)
    page.line("with the office")
    page.line("use inappropriate language", skip=2)
    page.line("log in with the details of somebody else.", skip=2)


def tight(page: Page) -> None:
    """Paragraphs with hardly more space between them than between their lines, and full last lines."""
    for number in range(3):
        for line in (
            "Every school keeps a record of all the absences of its pupils, and tells the parents of",
            "each of them when the record shows that there is a pattern which it cannot explain to",
        ):
            page.line(line)
        page.line(f"itself or to the governors, and it does so for each of all its year groups {number} to 11.", skip=0)
        page.y -= 2.5


def marks_drawn_apart(page: Page) -> None:
    """A number and its text that touch each other, as programs set a number with no room behind it."""
    page.text("A pupil may be searched where it is thought that the pupil:")
    for mark, text in (("(ii)", "could put others at risk;"), ("(iii)", "has nudes or semi-nudes on a device.")):
        page.at(72, page.y, mark)
        page.line(text, x=72 + page.canvas.stringWidth(mark, "Helvetica", 11))


CASES: list[tuple[Callable[[Page], None], list[str]]] = [
    (
        hanging,
        [f"2.1 {LONG}", "2.2 Staff must:", f"(a) tell the parents; {OTHER}", "(b) write it down.", f"2.3 {OTHER}"],
    ),
    (block, [f"2.1 {LONG}", f"2.2 {OTHER}"]),
    (
        first_line_indent,
        [
            "Every school keeps a record of all the absences of its pupils, and tells the parents of each of them when "
            "the record shows that there is a pattern in them that it cannot explain."
        ]
        * 3,
    ),
    (
        reference,
        [
            "The school reads every application for leave with care, as is said in paragraph 2.1 above, and the "
            "headteacher answers it in writing within ten school days of it."
        ],
    ),
    (
        months,
        [
            "A pupil may be away from the school for a part of every week for no longer than 12 weeks in all, unless "
            "the governors have agreed to more than that in writing."
        ],
    ),
    (bullets, ["Staff must:", OTHER, "sign in", "at the desk", "sign out", LONG]),
    (
        bare_list,
        [
            "I will not:",
            "go to chat rooms unless a teacher has expressly allowed it before the lesson began",
            "open attachments or follow links in e-mails without first checking with a teacher, or with the office",
            "use inappropriate language",
            "log in with the details of somebody else.",
        ],
    ),
    (
        tight,
        [
            "Every school keeps a record of all the absences of its pupils, and tells the parents of each of them when "
            "the record shows that there is a pattern which it cannot explain to itself or to the governors, and it "
            f"does so for each of all its year groups {number} to 11."
            for number in range(3)
        ],
    ),
    (
        marks_drawn_apart,
        [
            "A pupil may be searched where it is thought that the pupil:",
            "(ii) could put others at risk;",
            "(iii) has nudes or semi-nudes on a device.",
        ],
    ),
    (margin_number, [f"14. {LONG}"]),
    (tabbed, ["1. Introduction", LONG]),
    (two_line_heading, ["Behaviour and Anti-Bullying Policy of Oakfield Primary School and Nursery", LONG]),
]


@pytest.mark.parametrize(("draw", "expected"), CASES, ids=[draw.__name__ for draw, _ in CASES])
def test_paragraphs_are_those_a_person_sees(draw: Callable[[Page], None], expected: list[str]) -> None:
    content = read(draw)
    assert texts(content) == expected
    assert balance(content) == BALANCED


def test_list_marks_stand_apart_with_their_depth() -> None:
    items = [p for p in paragraphs(read(bullets).flow) if p.listed]
    assert [(p.marker, p.depth) for p in items] == [("•", 0), ("•", 0), ("o", 1), ("•", 0)]


def welsh(page: Page) -> None:
    page.line("Rhaid i bob aelod")
    page.line("o staff gofnodi hyn.")


def test_an_o_that_is_no_mark_stays_a_word() -> None:
    assert texts(read(welsh))[-1].endswith("o staff gofnodi hyn.")


def styled(page: Page) -> None:
    page.line("Attendance Policy", font="Helvetica-Bold", size=20)
    page.line("Aims", font="Helvetica-Bold", size=14, skip=10)
    page.text(LONG)
    page.line("Who does what", font="Helvetica-Bold", skip=8)
    page.text(OTHER)
    page.line("Punctuality", font="Helvetica-Bold", size=14, skip=10)
    page.text(LONG)


def test_levels_go_by_size_and_bold_alone_makes_none() -> None:
    found = [(text_of(p), p.level, all(run.bold for run in p.runs)) for p in paragraphs(read(styled).flow)]
    assert found == [
        ("Attendance Policy", 1, True),
        ("Aims", 2, True),
        (LONG, 0, False),
        ("Who does what", 0, True),
        (OTHER, 0, False),
        ("Punctuality", 2, True),
        (LONG, 0, False),
    ]


def test_emphasis_ends_at_words() -> None:
    def draw(page: Page) -> None:
        page.at(72, TOP, "Staff must")
        page.at(128, TOP, "never", font="Helvetica-Bold")
        page.at(162, TOP, "promise to keep a secret.")

    (paragraph,) = paragraphs(read(draw).flow)
    assert [(run.text, run.bold) for run in paragraph.runs] == [
        ("Staff must ", False),
        ("never", True),
        (" promise to keep a secret.", False),
    ]


def over_the_page(page: Page) -> None:
    page.text(LONG)
    page.y = 100
    page.line("Every member of staff who sees a child in the corridor during lessons asks them for")
    page.line("their pass, and where they have none takes them back to the room where they should")
    page.at(72, 40, "Oakfield Primary School")
    page.new_page()
    page.line("be, and tells the office.")
    page.text(LONG)
    page.at(72, 40, "Oakfield Primary School")


def test_a_sentence_goes_on_over_the_page() -> None:
    content = read(over_the_page)
    found = [p for p in content.flow if isinstance(p, Paragraph)]
    assert text_of(found[1]).endswith("where they should be, and tells the office.")
    assert found[1].place.page == 1
    assert [(p.place.page, p.aside) for p in found[2:]] == [(1, "page foot"), (2, ""), (2, "page foot")]
    assert balance(content) == BALANCED


def new_clause_over_the_page(page: Page) -> None:
    page.text(f"1.1 {LONG}")
    page.new_page()
    page.text(f"1.2 {OTHER}")


def test_a_clause_that_is_finished_does_not_go_on() -> None:
    assert texts(read(new_clause_over_the_page)) == [f"1.1 {LONG}", f"1.2 {OTHER}"]


def noted(page: Page) -> None:
    page.text(LONG)
    page.y = 120
    text = page.canvas.beginText(72, page.y)
    for words, size, rise in (
        ("All staff read the guidance", 11, 0),
        ("1", 7, 4),
        (" that the department gives on keeping pupils and children", 11, 0),
    ):
        text.setFont("Helvetica", size)
        text.setRise(rise)
        text.textOut(words)
    page.canvas.drawText(text)
    page.at(72, 106.5, "safe, and sign that they have read it before they are alone with any of the pupils of")
    page.at(72, 70, "1 Department for Education, Keeping children safe in education, part one.", size=8)
    page.new_page()
    page.line("the school.")
    page.text(LONG)


def test_a_note_neither_sticks_to_a_word_nor_cuts_a_sentence() -> None:
    content = read(noted)
    assert texts(content)[1] == (
        "All staff read the guidance that the department gives on keeping pupils and children safe, and sign that they have "
        "read it before they are alone with any of the pupils of the school."
    )
    assert [(left.what, left.count) for left in content.left_out] == [("note mark", 2)]
    assert texts(content)[-1] == "Department for Education, Keeping children safe in education, part one."
    assert balance(content) == BALANCED


def raised(page: Page) -> None:
    text = page.canvas.beginText(72, TOP)
    for words, size, rise in (
        ("By the 1", 11, 0),
        ("st", 7, 4),
        (" of May staff read the Act", 11, 0),
        ("7", 7, 4),
        (".", 11, 0),
    ):
        text.setFont("Helvetica", size)
        text.setRise(rise)
        text.textOut(words)
    page.canvas.drawText(text)


def test_a_raised_number_without_its_note_is_set_apart() -> None:
    content = read(raised)
    assert texts(content) == ["By the 1st of May staff read the Act [7]."]
    assert balance(content) == BALANCED
