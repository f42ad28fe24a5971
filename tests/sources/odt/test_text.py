"""Words, their look, and what stands around them."""

from __future__ import annotations

import pytest

from clauseway.sources.flow import Content, Paragraph, Run, Table
from tests.sources.odt.flat import COMMON, cells, h, li, list_style, num, p, paragraphs, printed, read, text, ul


def only(content: Content) -> Paragraph:
    (paragraph,) = paragraphs(content.flow)
    return paragraph


def style(name: str, properties: str = "", family: str = "text", extra: str = "") -> str:
    inner = f"<style:text-properties {properties}/>" if properties else ""
    return f'<style:style style:name="{name}" style:family="{family}"{extra}>{inner}</style:style>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("a  b\n c", "a b c", id="white space counts once"),
        pytest.param("  a <text:span> b</text:span>", "a b", id="white space across spans"),
        pytest.param('a<text:s text:c="3"/>b', "a   b", id="spaces"),
        pytest.param('a<text:s text:c="999999"/>b', "a" + " " * 40 + "b", id="spaces without end"),
        pytest.param('a<text:s text:c="0"/>b', "a b", id="no spaces"),
        pytest.param("a<text:tab/>b<text:line-break/>c", "a\tb\nc", id="tabs and breaks"),
        pytest.param("po<text:span>li</text:span>cy", "policy", id="a word in pieces"),
        pytest.param("re&#xad;spon<text:span>&#xad;</text:span>sible", "responsible", id="soft hyphens"),
        pytest.param("a<text:soft-page-break/>b", "ab", id="a page ends in a word"),
        pytest.param("Page <text:page-number>3</text:page-number>", "Page 3", id="fields"),
        pytest.param("<text:bookmark-start text:name='x'/>a<text:bookmark-end text:name='x'/>", "a", id="bookmarks"),
        pytest.param("<text:placeholder>&lt;name&gt;</text:placeholder>", "<name>", id="placeholders"),
        pytest.param(
            "<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>",
            "a",
            id="ruby",
        ),
        pytest.param("a<text:script>alert(1)</text:script>b", "ab", id="scripts"),
        pytest.param("a<!-- no -->b<?no no?>c", "abc", id="comments and instructions of XML"),
        pytest.param("a<text:unknown>b</text:unknown>c", "abc", id="what is not known is text"),
        pytest.param("a<office:annotation><text:p>no</text:p></office:annotation>b", "ab", id="comments"),
        pytest.param('a<text:hidden-text text:is-hidden="true">no</text:hidden-text>b', "ab", id="hidden by a field"),
        pytest.param('a<text:variable-set text:display="none">no</text:variable-set>b', "ab", id="field not shown"),
        pytest.param('a<text:variable-set text:display="value">7</text:variable-set>b', "a7b", id="field shown"),
        pytest.param('a<text:hidden-text text:is-hidden="false">b</text:hidden-text>', "ab", id="shown by a field"),
        pytest.param('a<text:span text:style-name="Hidden">no</text:span>b', "ab", id="hidden by a style"),
        pytest.param('a<text:span text:style-name="Hid2">no</text:span>b', "ab", id="hidden by a style's parent"),
        pytest.param('a<text:change-start text:change-id="c"/>b<text:change-end text:change-id="c"/>', "ab", id="new"),
    ],
)
def test_words(content: str, expected: str) -> None:
    hidden = style("Hidden", 'text:display="none"') + style("Hid2", extra=' style:parent-style-name="Hidden"')
    assert text(only(read(p(content), hidden))) == expected


def test_looks_and_links() -> None:
    automatic = (
        style("T1", extra=' style:parent-style-name="Bold"')
        + style("T2", 'fo:font-weight="normal" fo:font-style="italic"')
        + style("P1", 'fo:font-weight="700"', "paragraph", ' style:parent-style-name="Standard"')
    )
    body = (
        p('a <text:span text:style-name="T1">b <text:span text:style-name="T2">c</text:span></text:span>')
        + p('d <text:span text:style-name="T2">e</text:span>', "P1")
        + p('f <text:a xlink:href="https://example.org/x"><text:span text:style-name="Bold">g</text:span></text:a>.')
    )
    assert [one.runs for one in paragraphs(read(body, automatic).flow)] == [
        (Run("a "), Run("b ", bold=True), Run("c", italic=True)),
        (Run("d ", bold=True), Run("e", italic=True)),
        (Run("f "), Run("g", bold=True, href="https://example.org/x"), Run(".")),
    ]


def test_headings_and_title() -> None:
    body = p("Uniform", "Title") + h("Aims", 2) + h("Deep", 10) + p("Shoes", "H2") + p("Text", "P1")
    automatic = style("P1", "", "paragraph", ' style:parent-style-name="H2" style:default-outline-level=""')
    assert [one.level for one in paragraphs(read(body, automatic, common=COMMON).flow)] == [1, 2, 9, 2, 0]


NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Not at weekends.</text:p></text:note-body></text:note>"
)


def test_notes_stand_after_the_text() -> None:
    content = read(p(f"Phones{NOTE} are kept") + p("off."))
    assert printed(content) == ["Phones are kept", "off.", "Not at weekends."]


@pytest.mark.parametrize(
    "shape",
    [
        "<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame>",
        "<draw:a><draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></draw:a>",
        "<draw:custom-shape><text:p>b</text:p></draw:custom-shape>",
        "<draw:g><draw:rect><text:p>b</text:p></draw:rect></draw:g>",
        "<text:span><draw:frame>\n<draw:text-box>\n<text:p>b</text:p></draw:text-box></draw:frame></text:span>",
    ],
    ids=["frame", "linked frame", "shape", "group", "frame in a span"],
)
def test_frames_stand_after_their_paragraph(shape: str) -> None:
    assert printed(read(p(f"be{shape}fore") + p("c"))) == ["before", "b", "c"]
    assert printed(read(shape + p("c"))) == ["b", "c"]


def test_tables() -> None:
    table = (
        "<table:table><table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>head</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table-header-rows>"
        "<table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="3"><text:p>c</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:number-rows-repeated="1000000"><table:covered-table-cell/>'
        '<table:table-cell table:number-columns-repeated="1000000"><table:table table:is-sub-table="true">'
        "<table:table-row><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table>"
        "</table:table-cell></table:table-row></table:table>"
    )
    (found,) = read(table).flow
    assert isinstance(found, Table)
    shown = [
        [("/".join(text(one) for one in paragraphs(cell.content)), cell.columns) for cell in row] for row in found.rows
    ]
    assert shown[:2] == [[("head", 2)], [("a/b", 1), ("c", 1), ("", 1), ("", 1)]]
    assert shown[2][:2] == [("", 1), ("d", 1)]
    assert len(shown[2]) == 31
    assert [cell.header for cell in cells(found)][:3] == [True, False, False]


def test_contents_are_furniture() -> None:
    index = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents"
        "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>"
        "<text:p>Contents</text:p></text:index-title><text:p>1. Aims<text:tab/>3</text:p></text:index-body>"
        "</text:table-of-content>"
    )
    found = [(text(one), one.aside) for one in paragraphs(read(index + p("Aims")).flow)]
    assert found == [("Contents", "contents list"), ("1. Aims\t3", "contents list"), ("Aims", "")]


def master(name: str, head: str, next_: str = "", foot: str = "") -> str:
    after = f' style:next-style-name="{next_}"' if next_ else ""
    return (
        f'<style:master-page style:name="{name}"{after}><style:header><text:p>{head}</text:p></style:header>'
        f'<style:header-left style:display="false"><text:p>never</text:p></style:header-left>'
        f"<style:footer>{foot and p(foot)}</style:footer></style:master-page>"
    )


MASTERS = (
    master("Standard", "Hill School", foot="Page 1") + master("First", "Cover", "Second") + master("Second", "two")
)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("", "", ["Hill School", "Page 1"], id="the usual one"),
        pytest.param("First", "", ["Cover", "two"], id="the one it begins with, and the next"),
        pytest.param("", "Second", ["Hill School", "two", "Page 1"], id="one that begins later"),
    ],
)
def test_heads_and_feet_of_the_pages_used(first: str, second: str, expected: list[str]) -> None:
    named = 'style:name="{}" style:family="paragraph" style:master-page-name="{}"'
    automatic = "".join(f"<style:style {named.format(*one)}/>" for one in (("P1", first), ("P2", second)))
    content = read(p("a", "P1") + p("b", "P2"), automatic, masters=MASTERS)
    asides = [one for one in paragraphs(content.flow) if one.aside]
    assert [text(one) for one in asides] == expected
    assert {one.aside for one in asides} <= {"page header", "page foot"}
    assert printed(content) == ["a", "b"]


def test_pages_and_gaps() -> None:
    def shaped(name: str, properties: str) -> str:
        inner = f"<style:paragraph-properties {properties}/>"
        return f'<style:style style:name="{name}" style:family="paragraph">{inner}</style:style>'

    automatic = (
        shaped("Page", 'fo:break-before="page"')
        + shaped("Last", 'fo:break-after="page"')
        + shaped("Air", 'fo:margin-top="0.2cm"')
        + shaped("Under", 'fo:margin-bottom="6pt"')
    )
    body = (
        p("a") + p("b") + p("", "Page") + p("c") + p("d", "Last") + p("e", "Under") + p("f") + p("g", "Air")
        + p("<text:soft-page-break/>h") + "<text:soft-page-break/>" + p("i") + p("j<text:soft-page-break/>k")
    )  # fmt: skip
    found = {text(one): (one.starts_page, one.gap_before) for one in paragraphs(read(body, automatic).flow)}
    assert "".join(name for name, (starts, _) in found.items() if starts) == "cehi"
    assert "".join(name for name, (_, gap) in found.items() if gap) == "acfg"


CHANGES = (
    "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><office:change-info>"
    "<dc:creator>A. N. Other</dc:creator></office:change-info><text:p>may not</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
)
PICTURE = (
    "<draw:frame><draw:image xlink:href='a.png'/><svg:title>Logo</svg:title><svg:desc>of a hill</svg:desc></draw:frame>"
)


@pytest.mark.parametrize(
    ("body", "kept", "left_out", "codes"),
    [
        pytest.param(CHANGES + p("Staff must"), ["Staff must"], ("deleted text", "may not"), ["tracked-changes"], id="deleted"),
        pytest.param(
            p("a<office:annotation><dc:creator>A</dc:creator><text:p>check this</text:p></office:annotation>"),
            ["a"],
            ("comment", "check this"),
            ["comments"],
            id="comment",
        ),
        pytest.param(p("a") + p("secret", "Hidden"), ["a"], ("hidden text", "secret"), ["hidden-text"], id="hidden style"),
        pytest.param(
            p("a") + p("secret <text:hidden-paragraph text:is-hidden='true'/>"),
            ["a"],
            ("hidden text", "secret"),
            ["hidden-text"],
            id="hidden paragraph",
        ),
        pytest.param(
            p("a") + f"<text:section text:display='none'>{p('secret')}</text:section>",
            ["a"],
            ("hidden text", "secret"),
            ["hidden-text"],
            id="hidden section",
        ),
        pytest.param(
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
            "<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell></table:table-row></table:table>",
            ["a"],
            ("hidden text", "under"),
            ["hidden-text"],
            id="covered cell",
        ),
        pytest.param(p(f"a{PICTURE}"), ["a"], ("picture", "Logo of a hill"), [], id="picture"),
        pytest.param(
            p("a<draw:frame><draw:object><table:table><text:p>1</text:p></table:table></draw:object>"
              "<draw:image/><svg:title>Chart</svg:title></draw:frame>"),
            ["a"],
            ("embedded object", "Chart"),
            [],
            id="object",
        ),
        pytest.param(p("a<draw:control/>"), ["a"], ("form field", ""), [], id="form field"),
    ],
)  # fmt: skip
def test_what_is_left_out(body: str, kept: list[str], left_out: tuple[str, str], codes: list[str]) -> None:
    hidden = style("Hidden", 'text:display="none"', "paragraph")
    content = read(body, hidden)
    assert printed(content) == kept
    assert [(one.what, one.count, one.sample) for one in content.left_out] == [(left_out[0], 1, left_out[1])]
    assert [problem.code for problem in content.problems] == codes


def test_sections_stay_and_lists_in_them() -> None:
    listed = (
        ul(li(p("a")))
        + f"<text:section>{ul(li(p('b')), extra=' text:continue-numbering=' + repr('true'))}</text:section>"
    )
    assert printed(read(listed, list_style(num("1", ".")))) == ["1. a", "2. b"]
