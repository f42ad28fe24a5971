"""Plain text to blocks: what is one block, what two, and that no word is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clauseway.model import Block, BlockKind
from clauseway.sources.text import read_text_blocks
from clauseway.words import words


def brief(block: Block) -> str:
    """Kind, depth where nested, mark in brackets, text."""
    mark = f"[{block.marker}] " if block.marker else ""
    return f"{block.kind.value[0]}{block.depth or ''} {mark}{block.text}"


WRAPPED = """1.1 Pupils who miss school miss learning, and a pupil whose attendance is
    ninety per cent misses half a day in every week of the whole school year.
1.2 This policy applies to every registered pupil of the school and to their
parents and carers, wherever they may live and however they come to school.
Parents must ring the office on the first day of any absence before half past
eight. Short line.
Next paragraph stands by itself because the line before it was not yet full,
as one sees.
"""

TABLE = [
    ("lines apart", "One thing.\n\nAnother thing.", ["p One thing.", "p Another thing."]),
    ("lower case goes on", "- check settings and that\n information is right\n- next", ["i [-] check settings and that information is right", "i [-] next"]),
    ("lone o", "o First point\no Second point", ["i [o] First point", "i [o] Second point"]),
    ("two marks", "- **Staff**\n- o Learners may", ["i [-] Staff", "i1 [- o] Learners may"]),
    ("indent nests", "- a\n  - b\n- c", ["i [-] a", "i1 [-] b", "i [-] c"]),
    ("o below a dash nests", "- a\no b\no c\n- d", ["i [-] a", "i1 [o] b", "i1 [o] c", "i [-] d"]),
    ("symbol font and faces", "\uf0b7 a\n☺ b\n➢ c", ["i [\uf0b7] a", "i [☺] b", "i [➢] c"]),
    ("tab after a bullet", "•\ta thing", ["i [•] a thing"]),
    ("tab after a number", "1.1\tStaff must ask.", ["p 1.1 Staff must ask."]),
    ("columns by tab", "Date\tReview Date\nMay 2020\tMay 2023", ["r Date Review Date", "r May 2020 May 2023"]),
    ("columns by spaces", "Approved by      J Morgan      Chair", ["r Approved by J Morgan Chair"]),
    ("pipes", "| A | B |\n|---|---|\n| c | d |", ["r A B", "r c d"]),
    ("hash heading", "## **Scope**\nText here.", ["h Scope", "p Text here."]),
    ("emphasis is dropped", "Adults should *not*: **ever** share", ["p Adults should not: ever share"]),
    ("underscores are form lines", "Ratified ____D R____ Date ____May____", ["p Ratified ____D R____ Date ____May____"]),
    ("no emphasis", "Copy *.* to 2 * 3 * 4 \\*x*", ["p Copy *.* to 2 * 3 * 4 \\*x*"]),
    ("stray asterisk stays", "*In this policy all", ["p *In this policy all"]),
    ("rules have no words", "Above\n-----\n_____\nBelow.", ["p Above", "p Below."]),
    ("hyphen at the line's end", "- the semi-\n  nude image", ["i [-] the semi-nude image"]),
    ("numbers open", "See the list\n2.1 Staff must ask.\n(a) first\nb) second", ["p See the list", "p 2.1 Staff must ask.", "p (a) first", "p b) second"]),
    ("a year goes on", "The school's policy was last revised in the autumn of\n2023. It is read by all.", ["p The school's policy was last revised in the autumn of 2023. It is read by all."]),
    ("an age goes on", "Phones may not be brought by anybody who is under\n16. Staff keep theirs.", ["p Phones may not be brought by anybody who is under 16. Staff keep theirs."]),
    ("a number on its own line", "2.\nWhat the law expects\n2.1\nPupils stay.", ["p 2. What the law expects", "p 2.1 Pupils stay."]),
    ("a bullet on its own line", "•\nto deter crime\n•\nto protect pupils", ["i [•] to deter crime", "i [•] to protect pupils"]),
    ("bare numbers before lower case", "We will\n1 listen to you;\n2 find out more;\n3 decide with you.", ["p We will", "p 1 listen to you;", "p 2 find out more;", "p 3 decide with you."]),
    ("a reference goes on", "The school keeps a register in the manner that is set out in\nsection 4 of the Act.", ["p The school keeps a register in the manner that is set out in section 4 of the Act."]),
    ("a short line is a heading", "Riding to school\nStage 2 is over.", ["p Riding to school", "p Stage 2 is over."]),
    ("a reference ends a long line", "Staff who never ride a bicycle to work at all can read\nAnnex A instead.", ["p Staff who never ride a bicycle to work at all can read Annex A instead."]),
    ("a section begins", "Staff who never ride a bicycle to work at all can read\nAnnex A Lamps", ["p Staff who never ride a bicycle to work at all can read", "p Annex A Lamps"]),
    ("a section after a sentence", "Staff who never ride a bicycle to work read it.\nAnnex A instead.", ["p Staff who never ride a bicycle to work read it.", "p Annex A instead."]),
    ("lost bullets under a stem", "Staff are expected to\nthink before they post\nask when in doubt", ["p Staff are expected to", "i think before they post", "i ask when in doubt"]),
    ("an appendix set off by a tab", "Appendix A\tForms", ["p Appendix A Forms"]),
    ("a page's foot is never swallowed", "- check the report, and\nPage 3 of 7\nact on it", ["i [-] check the report, and", "p Page 3 of 7", "p act on it"]),
    ("a tail is not the last item", "- transport by coach\nunless the trip is far", ["i [-] transport by coach", "p unless the trip is far"]),
    (
        "wrapped lines",
        WRAPPED,
        [
            "p 1.1 Pupils who miss school miss learning, and a pupil whose attendance is ninety per cent misses half a day in every week of the whole school year.",
            "p 1.2 This policy applies to every registered pupil of the school and to their parents and carers, wherever they may live and however they come to school. "
            "Parents must ring the office on the first day of any absence before half past eight. Short line.",
            "p Next paragraph stands by itself because the line before it was not yet full, as one sees.",
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_blocks(text: str, expected: list[str]) -> None:
    assert [brief(block) for block in read_text_blocks(text)] == expected


def test_place_is_the_first_line_and_the_page() -> None:
    blocks = read_text_blocks("\nOne.\n\n\fTwo goes\non here.\n")
    assert [(b.place.line, b.place.page, b.starts_page) for b in blocks] == [(2, 1, False), (4, 2, True)]


def test_rows_of_one_table_share_its_number() -> None:
    blocks = read_text_blocks("a\tb\nc\td\n\nText between.\n\ne\tf")
    assert [b.table for b in blocks] == [1, 1, 0, 2]


def test_bold_is_told_only_of_whole_blocks() -> None:
    blocks = read_text_blocks("**All of it**\n\n**Some** of it\n\n*All of it*")
    assert [(b.bold, b.italic) for b in blocks] == [(True, False), (False, False), (False, True)]


LINES = st.lists(st.text(st.sampled_from("ab Zo.:;-*_#|\t()1234é•☺\f'’<>&{}[]\\"), max_size=30), max_size=12)


@settings(deadline=None)
@given(LINES)
@example(["* * a", "- o o", "o", "|a|b|", "|", "1.\t", "\f\f"])
def test_every_word_is_in_exactly_one_block(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = [w for b in read_text_blocks(text) for w in (*words(b.marker), *words(b.text))]
    # A hyphen that ends a line parts words like a space; order is kept.
    assert found == words(text)
    assert all(b.kind in BlockKind for b in read_text_blocks(text))
