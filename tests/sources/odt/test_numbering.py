"""The printed numbers of lists and headings, as LibreOffice 7.4 shows them."""

from __future__ import annotations

import pytest

from tests.sources.odt.flat import (
    bullet,
    h,
    lh,
    li,
    list_style,
    num,
    p,
    paragraphs,
    pattern,
    printed,
    read,
    sub,
    ul,
)

MIXED = list_style(num("1", "."), num("a", ")"), num("i", "."))
LEGAL = list_style(num("1", "."), num("1", "", shown=2), num("1", "", shown=3))
LETTERS = list_style(num("A", "."), num("I", "."), name="L2")
ON = ' text:continue-numbering="true"'
DEEP = li(sub(li(sub(li(p("deep"))))))


@pytest.mark.parametrize(
    ("styles", "body", "expected"),
    [
        pytest.param(
            MIXED,
            ul(li(p("a")), li(p("b"), sub(li(p("c")), li(p("d")))), li(p("e"), p("f")), li(p("g"), sub(li(p("h"))))),
            ["1. a", "2. b", "a) c", "b) d", "3. e", "f", "4. g", "a) h"],
            id="levels and further paragraphs",
        ),
        pytest.param(MIXED, ul(li(p("a"))) + p("b") + ul(li(p("c"))), ["1. a", "b", "1. c"], id="a list of its own"),
        pytest.param(
            MIXED, ul(li(p("a"))) + p("b") + ul(li(p("c")), extra=ON), ["1. a", "b", "2. c"], id="continue-numbering"
        ),
        pytest.param(
            MIXED,
            ul(li(p("a"), sub(li(p("b"))))) + ul(li(sub(li(p("c")))), extra=ON),
            ["1. a", "a) b", "b) c"],
            id="continue-numbering of a lower level",
        ),
        pytest.param(
            MIXED + LETTERS,
            ul(li(p("a"))) + ul(li(p("b")), style="L2") + ul(li(p("c")), extra=ON),
            ["1. a", "A. b", "1. c"],
            id="continue-numbering after a list of another style",
        ),
        pytest.param(
            MIXED,
            ul(li(p("a")), extra=' xml:id="x"')
            + ul(li(p("b")))
            + ul(li(p("c")), extra=' xml:id="y" text:continue-list="x"')
            + ul(li(p("d")), extra=' text:continue-list="y"'),
            ["1. a", "1. b", "2. c", "3. d"],
            id="continue-list",
        ),
        pytest.param(
            MIXED,
            ul(li(p("a")), extra=' xml:id="x"')
            + ul(li(p("b")), extra=' text:continue-list="x" text:continue-numbering="false"'),
            ["1. a", "1. b"],
            id="continue-list that begins anew",
        ),
        pytest.param(
            MIXED, ul(li(p("a"))) + ul(li(p("b")), extra=' text:continue-list="none"'), ["1. a", "1. b"], id="no list"
        ),
        pytest.param(
            MIXED,
            ul(li(p("a"), extra=' text:start-value="5"'), li(p("b"), sub(li(p("c"), extra=' text:start-value="3"')))),
            ["5. a", "6. b", "c) c"],
            id="start-value of items",
        ),
        pytest.param(
            MIXED,
            ul(li(p("a"), sub(li(p("b")), li(p("c"))), p("d"), sub(li(p("e"))))),
            ["1. a", "a) b", "b) c", "d", "a) e"],
            id="a second list in an item begins anew",
        ),
        pytest.param(
            MIXED,
            ul(li(p("a"), sub(li(p("b"))), sub(li(p("c")), extra=ON))),
            ["1. a", "a) b", "b) c"],
            id="a second list in an item that goes on",
        ),
        pytest.param(
            LEGAL,
            ul(DEEP) + ul(li(p("top")), extra=ON) + ul(li(sub(li(p("under")))), extra=ON),
            ["1.1.1 deep", "2. top", "2.1 under"],
            id="empty items count only where nothing stands above",
        ),
        pytest.param(
            LEGAL,
            ul(li(p("top"))) + ul(DEEP, extra=ON) + ul(li(sub(li(p("second")))), extra=ON) + ul(li(p("b")), extra=ON),
            ["1. top", "1.1.1 deep", "1.2 second", "2. b"],
            id="lists that open lists without text",
        ),
        pytest.param(
            LEGAL,
            ul(li(sub(li(p("a"))), p("b")), li(p("c"))),
            ["1.1 a", "b", "2. c"],
            id="words after the list that an item begins with",
        ),
        pytest.param(
            MIXED, ul(lh(p("a")), li(p("b")), lh(p("c")), li(p("d"))), ["a", "1. b", "c", "2. d"], id="list-headers"
        ),
        pytest.param(
            MIXED,
            ul(li(p("a"), sub(li(p("b")))), lh(p("c"), sub(li(p("d"))))),
            ["1. a", "a) b", "c", "b) d"],
            id="a list under a header goes on",
        ),
        pytest.param(
            MIXED + LETTERS,
            ul(li(p("a")), li(p("b"), extra=' text:style-override="L2"'), li(p("c"))),
            ["1. a", "B. b", "3. c"],
            id="style-override",
        ),
        pytest.param(
            MIXED + LETTERS,
            ul(li(p("a"), ul(li(p("b")), style="L2")), li(p("c"), sub(li(p("d"))))),
            ["1. a", "I. b", "2. c", "a) d"],
            id="a list style of an inner list",
        ),
        pytest.param(
            list_style(num("1", "."), num("1", shown=2, start=3), num("a", ")"))
            + list_style(num("A", "."), num("I", "."), num("i", "."), name="L2"),
            ul(li(p("a")), style="L2", extra=' xml:id="x"')
            + ul(li(p("b"), sub(li(sub(li(p("c")))), li(p("d")))), extra=' text:continue-list="x"'),
            ["A. a", "2. b", "a) c", "2.4 d"],
            id="an empty item begins as the list around it says",
        ),
        pytest.param(MIXED, ul(li(p("a")), li(p("")), li(), li(p("d"))), ["1. a", "3. d"], id="empty items count"),
        pytest.param("", ul(li(p("a"), sub(li(p("b")))), style=""), ["• a", "◦ b"], id="no list style"),
        pytest.param(
            MIXED,
            "".join(
                f'<text:numbered-paragraph text:list-id="n" text:level="{level}" text:style-name="L1">{p(name)}'
                "</text:numbered-paragraph>"
                for level, name in ((1, "a"), (2, "b"), (1, "c"))
            ),
            ["1. a", "a) b", "2. c"],
            id="numbered-paragraph",
        ),
        pytest.param(
            MIXED,
            ul(li(p("a")))
            + "<table:table><table:table-row><table:table-cell>"
            + ul(li(p("b")), li(p("c")))
            + "</table:table-cell></table:table-row></table:table>"
            + ul(li(p("d"))),
            ["1. a", "1. b", "2. c", "1. d"],
            id="in a table cell",
        ),
        pytest.param(
            MIXED,
            ul(
                li(p(f"a<draw:frame><draw:text-box>{ul(li(p('b')), li(p('c')))}</draw:text-box></draw:frame>")),
                li(p("d")),
            ),
            ["1. a", "1. b", "2. c", "2. d"],
            id="in a frame",
        ),
        pytest.param(
            MIXED,
            ul(li(p("a")))
            + f'<text:section text:display="none">{ul(li(p("b")), extra=ON)}</text:section>'
            + ul(li(p("c")), extra=ON),
            ["1. a", "3. c"],
            id="what is hidden counts",
        ),
    ],
)
def test_lists(styles: str, body: str, expected: list[str]) -> None:
    assert printed(read(body, styles)) == expected


def three_levels(*levels: str, extra: str = "") -> list[str]:
    body = ul(li(p("x"), sub(li(p("y"), sub(li(p("z")))))))
    return [line[:-1].strip() for line in printed(read(body, list_style(*levels, extra=extra)))]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        pytest.param([num("1", ":", "Article "), num("I", shown=2)], ["Article 1:", "1.I", "1."], id="prefix, suffix"),
        pytest.param([num("", ":", "Art"), num("1", ".", shown=2)], ["Art:", "1.", "1."], id="no number"),
        pytest.param([num("1"), num("", ")", "(", shown=2)], ["1", "()", "1."], id="no number of its own"),
        pytest.param([num("1", "."), num("", "."), num("1", shown=3)], ["1.", ".", "1.1"], id="a level without number"),
        pytest.param([bullet("•"), num("1", ".", shown=2)], ["•", ".1.", "1."], id="a bullet above"),
        pytest.param([num("1", start=3), num("1", shown=2, start=0)], ["3", "3.0", "1."], id="start-value of levels"),
        pytest.param(
            [pattern("1", "Article %1%:"), pattern("I", "%1%.%2%"), pattern("a", "%1%.%2%.(%3%)")],
            ["Article 1:", "1.I", "1.I.(a)"],
            id="patterns",
        ),
        pytest.param(
            [pattern("1", "%1%."), pattern("", "%1%.%2%"), pattern("a", "%1%.%2%.(%3%)")],
            ["1.", "", "1.a)"],
            id="patterns over a level without number",
        ),
        pytest.param([pattern("", "Note %1%:")], ["Note :", "1.", "1."], id="a pattern without number"),
        pytest.param([num("01, 02, 03, ..."), num("001, 002, 003, ...")], ["01", "001", "1."], id="leading noughts"),
        pytest.param([num("1st"), num("1st", start=11), num("1st", start=22)], ["1st", "11th", "22nd"], id="ordinals"),
        pytest.param([num("a", start=28), num("A", start=52)], ["ab", "AZ", "1."], id="letters count on"),
        pytest.param(
            [num("a", start=28, extra=' style:num-letter-sync="true"')], ["bb", "1.", "1."], id="letters are repeated"
        ),
        pytest.param([num("a", start=0), num("I", start=0)], ["0", "0", "1."], id="nought"),
        pytest.param(
            [num("I", "."), num("1", shown=2, extra=' loext:is-legal="true"')], ["I.", "1.1", "1."], id="legal"
        ),
        pytest.param(
            [bullet("\uf0b7"), bullet("\uf0a7"), bullet("\uf0ff")], ["•", "▪", "•"], id="bullets in private use"
        ),
        pytest.param([bullet("§", "Wingdings"), bullet("o", "Symbol")], ["▪", "o", "1."], id="bullets of symbol fonts"),
    ],
)
def test_formats(levels: list[str], expected: list[str]) -> None:
    assert three_levels(*levels) == expected


def test_levels_that_are_counted_through() -> None:
    extra = ' text:consecutive-numbering="true"'
    assert three_levels(num("1", "."), num("a", ")"), num("1", shown=2), extra=extra) == ["1.", "b)", "b.3"]


@pytest.mark.parametrize("format", ["一, 二, 三, ...", "first"])
def test_a_number_that_cannot_be_told_is_not_given(format: str) -> None:
    content = read(ul(li(p("Staff must")), li(p("act"))), list_style(num(format, ".")))
    assert printed(content) == ["Staff must", "act"]
    assert [problem.code for problem in content.problems] == ["number-unresolved"]
    assert "2 paragraphs" in content.problems[0].message
    assert content.problems[0].paragraph == 1
    assert all(one.listed and not one.numbered for one in paragraphs(content.flow))


AUTOMATIC = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="H1"/>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="H1" style:list-style-name=""/>'
    '<style:style style:name="P3" style:family="paragraph" style:parent-style-name="P1"/>'
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            h("A") + h("b", 2) + h("c", 2) + h("d", 3) + h("E") + h("f", 2),
            ["1. A", "1.1 b", "1.2 c", "(a) d", "2. E", "2.1 f"],
            id="levels",
        ),
        pytest.param(h("a", 2) + h("b", 2) + h("C"), ["1.1 a", "1.2 b", "2. C"], id="a level left out"),
        pytest.param(
            h("A") + h("B", 1, ' text:restart-numbering="true" text:start-value="7"') + h("C"),
            ["1. A", "7. B", "8. C"],
            id="restart-numbering",
        ),
        pytest.param(
            h("A") + h("B", 1, ' text:is-list-header="true"') + h("C"), ["1. A", "B", "2. C"], id="is-list-header"
        ),
        pytest.param(
            h("A") + ul(li(h("b")), li(h("c"), sub(li(h("d", 2))))) + h("E"),
            ["1. A", "1. b", "2. c", "a) d", "2. E"],
            id="in a list of their own",
        ),
        pytest.param(
            h("A") + ul(li(h("B")), li(h("C"), sub(li(h("d", 2)))), style="Outline") + h("E"),
            ["1. A", "2. B", "3. C", "3.1 d", "4. E"],
            id="in the list of the outline",
        ),
        pytest.param(h("A") + h("B", style="P1") + p("C", "P1"), ["1. A", "2. B", "3. C"], id="automatic styles"),
        pytest.param(h("A") + h("b", style="P2") + h("C"), ["1. A", "b", "2. C"], id="numbers switched off"),
        pytest.param(h("A") + p("B", "H1") + h("C"), ["1. A", "2. B", "3. C"], id="paragraphs in a heading's style"),
    ],
)
def test_headings(body: str, expected: list[str]) -> None:
    assert printed(read(body, MIXED + AUTOMATIC)) == expected


def test_marks_depths_and_levels() -> None:
    body = h("A") + ul(li(p("b"), p("c"), sub(li(p("d")), lh(p("e")))), li(h("F", 2))) + ul(li(p("g")), style="L2")
    content = read(body, MIXED + list_style(bullet("–"), name="L2"))
    found = [
        (one.marker, one.numbered, one.listed, one.depth, one.level)
        for one in paragraphs(content.flow)
    ]  # fmt: skip
    assert found == [
        ("1.", True, False, 0, 1),
        ("1.", True, True, 0, 0),
        ("", False, False, 1, 0),
        ("a)", True, True, 1, 0),
        ("", False, False, 2, 0),
        ("2.", True, False, 0, 2),
        ("–", False, True, 0, 0),
    ]
