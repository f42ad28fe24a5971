from __future__ import annotations

import pytest

from clauseway.model import Block, BlockKind, Link
from clauseway.sources import markdown
from clauseway.sources.markdown import read_markdown_blocks


@pytest.fixture(autouse=True)
def _no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here may need the way out of reading a part as plain text."""
    monkeypatch.setattr(markdown, "read_text_blocks", lambda text: pytest.fail(f"read as plain text: {text!r}"))


def _shown(block: Block) -> tuple[str, ...]:
    """A block in short: kind (with level or depth), mark, text."""
    number = block.level or block.depth
    kind = block.kind.value + (str(number) if number else "")
    return (kind, *([block.marker] if block.marker else []), block.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# One\n### Three ##", [("heading1", "One"), ("heading3", "Three")], id="ATX headings"),
        pytest.param("One\n===\nTwo\n---", [("heading1", "One"), ("heading2", "Two")], id="setext headings"),
        pytest.param("A line\nand on\n---\nmore", [("paragraph", "A line and on"), ("paragraph", "more")], id="rule"),
        pytest.param("a\n\n* * *\n\nb", [("paragraph", "a"), ("paragraph", "b")], id="rules are nothing"),
        pytest.param("wrapped\nlines", [("paragraph", "wrapped lines")], id="soft breaks join"),
        pytest.param("self-\nharm", [("paragraph", "self-harm")], id="hyphen at a line's end"),
        pytest.param("one  \ntwo\\\nthree", [("paragraph", w) for w in ("one", "two", "three")], id="hard breaks"),
        pytest.param(
            "Approved: May 2020\nReview date: May 2022",
            [("paragraph", "Approved: May 2020"), ("paragraph", "Review date: May 2022")],
            id="label lines",
        ),
        pytest.param(
            "Staff: " + "all the people who work here " * 4 + "\nPupils: all",
            [("paragraph", "Staff: " + "all the people who work here " * 4 + "Pupils: all")],
            id="long lines are no label lines",
        ),
        pytest.param("*a* " * 6_000, [("paragraph", ("*a* " * 6_000).strip())], id="too long for marks"),
        pytest.param("[b](c) " * 400, [("paragraph", ("[b](c) " * 400).strip())], id="too many brackets for marks"),
        pytest.param(
            "Approved by\tGovernors\nReview date\tMay 2022",
            [("row", "Approved by Governors"), ("row", "Review date May 2022")],
            id="lines with tabs are a table",
        ),
        pytest.param("1.1\tStaff must", [("paragraph", "1.1 Staff must")], id="a tab after a number is none"),
        pytest.param(
            "1.1 Staff must go\n1.2 Pupils may stay\nfor long",
            [("paragraph", "1.1 Staff must go"), ("paragraph", "1.2 Pupils may stay for long")],
            id="numbered lines",
        ),
        pytest.param(
            "as said in\n2.1 of this policy", [("paragraph", "as said in 2.1 of this policy")], id="a number in prose"
        ),
        pytest.param(
            "Aims ...... 3\nRoles ...... 4",
            [("paragraph", "Aims ...... 3"), ("paragraph", "Roles ...... 4")],
            id="contents",
        ),
        pytest.param(
            "Signed ______\nDate ______",
            [("paragraph", "Signed ______"), ("paragraph", "Date ______")],
            id="form lines",
        ),
        pytest.param(
            "Staff must:\n• go\n• stay\no long",
            [("paragraph", "Staff must:"), ("item", "•", "go"), ("item", "•", "stay"), ("item1", "o", "long")],
            id="bullets that Markdown does not know",
        ),
        pytest.param("**Head**\nText", [("paragraph", "Head"), ("paragraph", "Text")], id="bold line over text"),
        pytest.param("> Quoted\n> text", [("paragraph", "Quoted text")], id="quotation"),
        pytest.param("1\\. Staff &amp; `x`", [("paragraph", "1. Staff &amp; `x`")], id="escape, entity, code"),
        pytest.param("**a** <b>c</b> <http://d.e>", [("paragraph", "a <b>c</b> <http://d.e>")], id="HTML, autolink"),
        pytest.param("```x\na  b\n```", [("paragraph", "```x"), ("paragraph", "a b")], id="a fence is text"),
        pytest.param("    - indented", [("item", "-", "indented")], id="indented text is no code"),
        pytest.param("---\ntitle: A\n---\nText", [("paragraph", "title: A"), ("paragraph", "Text")], id="front matter"),
        pytest.param("---\nNo front matter\n---", [("heading2", "No front matter")], id="a rule at the head"),
    ],
)
def test_text(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [_shown(block) for block in read_markdown_blocks(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("- a\n* b\n+ c", [("item", "-", "a"), ("item", "*", "b"), ("item", "+", "c")], id="bullets"),
        pytest.param("3. a\n4. b\n9) c", [("item", "3.", "a"), ("item", "4.", "b"), ("item", "9)", "c")], id="numbers"),
        pytest.param(
            "1. a\n1. b\n07. c", [("item", "1.", "a"), ("item", "1.", "b"), ("item", "07.", "c")], id="as printed"
        ),
        pytest.param(
            "1. a\n   - b\n     1) c\n\n2. d",
            [("item", "1.", "a"), ("item1", "-", "b"), ("item2", "1)", "c"), ("item", "2.", "d")],
            id="nested",
        ),
        pytest.param(
            "- a\n\n  more\n\n  - b\n\n    still more",
            [("item", "-", "a"), ("paragraph1", "more"), ("item1", "-", "b"), ("paragraph2", "still more")],
            id="later paragraphs",
        ),
        pytest.param("- a\nlazily on", [("item", "-", "a lazily on")], id="lazy continuation"),
        pytest.param("- 1. a\n- 2. b", [("item", "-", "1. a"), ("item", "-", "2. b")], id="number behind a bullet"),
        pytest.param("1. - a\n2. - b", [("item1", "1.", "a"), ("item1", "2.", "b")], id="bullet behind a number"),
        pytest.param("1. 2. a", [("item", "1.", "2. a")], id="number behind a number"),
        pytest.param("- 2.1.4 a\n- (a) b", [("item", "-", "2.1.4 a"), ("item", "-", "(a) b")], id="inner marks stay"),
        pytest.param("- a\n- o b", [("item", "-", "a"), ("item1", "- o", "b")], id="an o behind a bullet"),
        pytest.param("1. o b", [("item", "1.", "o b")], id="an o behind a number"),
        pytest.param("1. ## Aims", [("heading2", "1. Aims")], id="heading with a list number"),
        pytest.param("- ## Aims", [("heading2", "Aims")], id="heading with a bullet"),
        pytest.param("1.\n\nText", [("paragraph", "1."), ("paragraph", "Text")], id="a number alone"),
        pytest.param("-\n\nText", [("paragraph", "Text")], id="a bullet alone"),
        pytest.param(
            "1. a\n2.\n3. c", [("item", "1.", "a"), ("paragraph", "2."), ("item", "3.", "c")], id="an empty item"
        ),
        pytest.param("1.\n   - a", [("paragraph", "1."), ("item1", "-", "a")], id="a list below a number alone"),
        pytest.param("1. fo[o](http://a.b)d", [("item", "1.", "fo[o](http://a.b)d")], id="marks that part a word"),
        pytest.param("1. \\\n   a", [("item", "1.", "a")], id="a break right after the mark"),
        pytest.param(
            "1. |a|b|\n   |-|-|\n   |c|d|",
            [("paragraph", "1."), ("row", "a b"), ("row", "c d")],
            id="table in an item",
        ),
    ],
)
def test_lists(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [_shown(block) for block in read_markdown_blocks(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected", "bold", "italic"),
    [
        pytest.param("**Head**", "Head", True, False, id="bold"),
        pytest.param("*Head*", "Head", False, True, id="italic"),
        pytest.param("***Head***", "Head", True, True, id="both"),
        pytest.param("**Head:** text", "Head: text", False, False, id="part"),
        pytest.param("**One** - **two**", "One - two", True, False, id="every word"),
        pytest.param("should *not* go", "should not go", False, False, id="inner"),
        pytest.param("**S**chool", "**S**chool", False, False, id="marks inside a word stay"),
        pytest.param("***S***chool", "***S***chool", False, False, id="doubled marks inside a word stay"),
        pytest.param("un*true* and **so**", "un*true* and so", False, False, id="only those"),
        pytest.param("* not a list*\n\n2 * 3 * 4", "not a list*", False, False, id="stray stars"),
        pytest.param("snake_case_word", "snake_case_word", False, False, id="underscores inside a word"),
        pytest.param("Name: ______ Date: ______", "Name: ______ Date: ______", False, False, id="form line"),
    ],
)
def test_emphasis(text: str, expected: str, bold: bool, italic: bool) -> None:
    block = read_markdown_blocks(text)[0]
    assert (block.text, block.bold, block.italic) == (expected, bold, italic)


@pytest.mark.parametrize(
    ("text", "expected", "links", "aside"),
    [
        pytest.param(
            "See [our *site*](http://a.b/c) now",
            "See our site now",
            [("our site", "http://a.b/c")],
            "http://a.b/c",
            id="http",
        ),
        pytest.param(
            '[a](HTTPS://a.b "The title")', "a", [("a", "https://a.b")], 'HTTPS://a.b "The title"', id="title"
        ),
        pytest.param("[a](mailto:x@y.uk)", "a", [("a", "mailto:x@y.uk")], "mailto:x@y.uk", id="mail"),
        pytest.param("[a](tel:01234)", "a", [("a", "tel:01234")], "tel:01234", id="telephone"),
        pytest.param(
            "[a](http://a.b?c&amp;d)", "a", [("a", "http://a.b?c&d")], "http://a.b?c&amp;d", id="entity in a target"
        ),
        pytest.param("[a](http://a.b/é)", "a", [("a", "http://a.b/%C3%A9")], "http://a.b/é", id="target as printed"),
        pytest.param(
            "[two\nlines](<http://a.b>)", "two lines", [("two lines", "http://a.b")], "<http://a.b>", id="two lines"
        ),
        pytest.param("[a](page.md)", "a", [], "page.md", id="relative"),
        pytest.param("[a](//evil.uk)", "a", [], "//evil.uk", id="without scheme"),
        pytest.param("[a](data:image/png;base64,x)", "a", [], "data:image/png;base64,x", id="data"),
        pytest.param("[a](javascript:alert)", "[a](javascript:alert)", [], "", id="script stays text"),
        pytest.param("[a](#)", "a", [], "", id="target without words"),
        pytest.param("![The logo](logo.png)", "The logo", [], "logo.png", id="picture"),
        pytest.param("fo[o](http://a.b)d", "fo[o](http://a.b)d", [], "", id="a link that parts a word stays text"),
        pytest.param("[a]: http://a.b", "[a]: http://a.b", [], "", id="reference definition stays text"),
        pytest.param("<http://a.b>", "<http://a.b>", [], "", id="autolink stays text"),
    ],
)
def test_links(text: str, expected: str, links: list[tuple[str, str]], aside: str) -> None:
    first, *others = read_markdown_blocks(text)
    assert first.text == expected
    assert first.links == tuple(Link(*link) for link in links)
    assert [(block.text, block.aside) for block in others] == ([(aside, "link target")] if aside else [])


def test_a_picture_in_a_link_gives_both_targets() -> None:
    blocks = read_markdown_blocks("[![Logo](l.png)](http://a.b)")
    assert [block.text for block in blocks] == ["Logo", "l.png", "http://a.b"]


def test_tables() -> None:
    text = "|A|**B**|\n|-|-|\n|c d|[e](http://f.g)|h|\n|i|\n\n|J|\n|-|\n|k \\| l|"
    blocks = read_markdown_blocks(text)
    rows = [block for block in blocks if block.kind is BlockKind.ROW]
    assert [(row.cells, row.table, row.place.line) for row in rows] == [
        (("A", "B"), 1, 1),
        (("c d", "e", "h"), 1, 3),
        (("i", ""), 1, 4),
        (("J",), 2, 6),
        (("k | l",), 2, 8),
    ]
    assert [row.text for row in rows] == ["A B", "c d e h", "i", "J", "k | l"]
    assert rows[1].links == (Link("e", "http://f.g"),)
    assert [block.text for block in blocks if block.aside] == ["http://f.g"]


def test_a_row_in_a_quotation_keeps_its_extra_cells() -> None:
    rows = read_markdown_blocks("> |a|b|\n> |-|-|\n> |c|d|e|")
    assert [row.cells for row in rows] == [("a", "b"), ("c", "d", "e")]


def test_places_gaps_and_pages() -> None:
    blocks = read_markdown_blocks("# A\nb\n\n- c\n- d\n  e  \n  f\n\n\f# G\nh\n\fi")
    told = [(b.text, b.place.line, b.place.page, b.gap_before, b.starts_page) for b in blocks]
    assert told == [
        ("A", 1, 1, True, False),
        ("b", 2, 1, False, False),
        ("c", 4, 1, True, False),
        ("d e", 5, 1, False, False),
        ("f", 7, 1, False, False),
        ("G", 9, 2, True, True),
        ("h", 10, 2, False, False),
        ("i", 11, 3, True, True),
    ]


def test_no_pages_without_form_feeds() -> None:
    assert read_markdown_blocks("a")[0].place.page is None


def test_places_after_a_link_over_two_lines() -> None:
    blocks = read_markdown_blocks('a [b](http://c.d\n"t") e  \nf')
    assert [(block.text, block.place.line) for block in blocks if not block.aside] == [("a b e", 1), ("f", 3)]


def test_front_matter_is_set_aside() -> None:
    blocks = read_markdown_blocks("---\ntitle: A\naudience:\n  - staff\n---\n# A")
    assert [(block.text, block.aside, block.place.line) for block in blocks] == [
        ("title: A", "front matter", 2),
        ("audience:", "front matter", 3),
        ("- staff", "front matter", 4),
        ("A", "", 6),
    ]
