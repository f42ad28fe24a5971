"""Documents with difficult lists, each with the marks that Word prints, paragraph by paragraph."""

from __future__ import annotations

import msgspec

from tests.sources.docx.making import (
    abstract,
    box,
    cell,
    level,
    make,
    num,
    p,
    paragraph_style,
    r,
    restart,
    row,
    table,
)


class Case(msgspec.Struct, frozen=True):
    """A body with its lists, and every paragraph with words as `mark|text`."""

    body: str
    numbering: str
    expected: str
    styles: str = ""

    @property
    def data(self) -> bytes:
        return make(self.body, self.numbering, self.styles)


THREE = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"), level(3, "(%4)", "lowerRoman"))
DELETED = '<w:del w:id="9" w:author="a"/>'
HIDDEN = "<w:vanish/>"


def items(*levels: int, of: int = 1) -> str:
    """Paragraphs at these levels of a list, their words the letters in order."""
    return "".join(p(f"text{at}", of, ilvl) for at, ilvl in enumerate(levels))


def outline(*numbers: tuple[str, str]) -> str:
    """Heading styles linked with the levels of list 1."""
    return "".join(
        paragraph_style(
            f"Heading{at + 1}",
            shown=f"heading {at + 1}",
            properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{at}"/>',
        )
        for at, _ in enumerate(numbers)
    )


CASES = {
    "multilevel": Case(
        items(0, 1, 1, 2, 2, 3, 2, 1, 2, 0, 1, 2),
        THREE + num(1, 0),
        "1.|text0 1.1|text1 1.2|text2 (a)|text3 (b)|text4 (i)|text5 (c)|text6 1.3|text7 (a)|text8 2.|text9 "
        "2.1|text10 (a)|text11",
    ),
    "lists of one definition count on": Case(
        items(0, 0) + items(0, of=2) + items(0, of=1) + items(0, of=3),
        THREE + num(1, 0) + num(2, 0) + num(3, 0),
        "1.|text0 2.|text1 3.|text0 4.|text0 5.|text0",
    ),
    "an override restarts once": Case(
        items(0, 0) + items(0, 0, of=2) + items(0, of=1) + items(0, of=2),
        THREE + num(1, 0) + num(2, 0, restart(0)),
        "1.|text0 2.|text1 1.|text0 2.|text1 3.|text0 4.|text0",
    ),
    "an override starts at its own number": Case(
        items(0, 0) + items(0, 1, 1, of=2),
        THREE + num(1, 0) + num(2, 0, restart(0, 7)),
        "1.|text0 2.|text1 7.|text0 7.1|text1 7.2|text2",
    ),
    "an override replaces a level": Case(
        items(0, 0, of=2),
        THREE + num(1, 0) + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperLetter", 3)}</w:lvlOverride>'),
        "C)|text0 D)|text1",
    ),
    "deeper levels that never restart": Case(
        items(0, 1, 1, 0, 1, 0, 1),
        abstract(0, level(0, "%1."), level(1, "%2.", more='<w:lvlRestart w:val="0"/>')) + num(1, 0),
        "1.|text0 1.|text1 2.|text2 2.|text3 3.|text4 3.|text5 4.|text6",
    ),
    "a level that restarts after the first only": Case(
        items(0, 1, 2, 1, 2, 0, 1, 2),
        abstract(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%3)", more='<w:lvlRestart w:val="1"/>')) + num(1, 0),
        "1.|text0 1.1.|text1 1)|text2 1.2.|text3 2)|text4 2.|text5 2.1.|text6 1)|text7",
    ),
    "legal numbering": Case(
        items(0, 1, 0, 1),
        abstract(0, level(0, "Article %1.", "upperRoman"), level(1, "Section %1.%2", "decimalZero", more="<w:isLgl/>"))
        + num(1, 0),
        "Article I.|text0 Section 1.01|text1 Article II.|text2 Section 2.01|text3",
    ),
    "a deeper level is used first": Case(
        items(1, 1, 0, 1),
        THREE + num(1, 0),
        "1.1|text0 1.2|text1 2.|text2 2.1|text3",
    ),
    "a level is passed over": Case(
        items(0, 3, 2, 1),
        abstract(0, *(level(at, ".".join(f"%{n + 1}" for n in range(at + 1))) for at in range(4))) + num(1, 0),
        "1|text0 1.1.1.1|text1 1.1.2|text2 1.2|text3",
    ),
    "no start means nought": Case(
        items(0, 0),
        abstract(0, level(0, "%1.", start=None)) + num(1, 0),
        "0.|text0 1.|text1",
    ),
    "starts at other numbers": Case(
        items(0, 1, 0, 1),
        abstract(0, level(0, "%1.", start=4), level(1, "%1.%2", "lowerLetter", start=3)) + num(1, 0),
        "4.|text0 4.c|text1 5.|text2 5.c|text3",
    ),
    "letters beyond z": Case(
        items(*[0] * 4),
        abstract(0, level(0, "%1)", "lowerLetter", start=25)) + num(1, 0),
        "y)|text0 z)|text1 aa)|text2 bb)|text3",
    ),
    "ways of writing numbers": Case(
        "".join(p("text", at) for at in range(1, 10)),
        "".join(
            abstract(at, level(0, text, style, 21))
            for at, (style, text) in enumerate(
                [
                    ("upperLetter", "%1."),
                    ("upperRoman", "%1."),
                    ("lowerRoman", "%1)"),
                    ("decimalZero", "%1."),
                    ("ordinal", "%1"),
                    ("cardinalText", "Article %1"),
                    ("ordinalText", "%1"),
                    ("decimalEnclosedParen", "%1"),
                    ("numberInDash", "%1"),
                ]
            )
        )
        + "".join(num(at + 1, at) for at in range(9)),
        "U.|text XXI.|text xxi)|text 21.|text 21st|text Article Twenty-one|text Twenty-first|text (21)|text - 21 -|text",
    ),
    "bullets": Case(
        p("text0", 1, 0) + p("text1", 1, 1) + p("text2", 1, 2) + p("text3", 1, 3),
        abstract(
            0,
            level(0, "\uf0b7", "bullet").replace("</w:lvl>", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'),
            level(1, "o", "bullet").replace("</w:lvl>", '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr></w:lvl>'),
            level(2, "\uf0fc", "bullet").replace("</w:lvl>", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'),
            level(3, "–", "bullet"),
        )
        + num(1, 0),
        "•|text0 o|text1 ✓|text2 –|text3",
    ),
    "numbered headings": Case(
        p("Aims", style="Heading1")
        + p("Staff must act.", style="Heading2")
        + p("Staff must write.", style="Heading2")
        + p("Scope", style="Heading1")
        + p("All.", style="Heading2"),
        abstract(
            0,
            level(0, "Article %1", more='<w:pStyle w:val="Heading1"/>'),
            level(1, "%1.%2", more='<w:pStyle w:val="Heading2"/>'),
        )
        + num(1, 0),
        "Article 1|Aims 1.1|Staff must act. 1.2|Staff must write. Article 2|Scope 2.1|All.",
        outline(("Article %1", "decimal"), ("%1.%2", "decimal")),
    ),
    "the linked level holds, not the style's": Case(
        p("text0", style="One") + p("text1", style="Two") + p("text2", style="Three") + p("text3", style="Two"),
        abstract(0, level(0, "%1.", more='<w:pStyle w:val="One"/>'), level(1, "%1.%2", more='<w:pStyle w:val="Two"/>'))
        + num(1, 0),
        "1.|text0 1.1|text1 2.|text2 2.1|text3",
        paragraph_style("One", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + paragraph_style("Two", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        + paragraph_style("Three", "Two"),
    ),
    "nought takes a style's number away": Case(
        p("text0", style="One") + p("text1", 0, style="One") + p("text2", style="None") + p("text3", style="One"),
        THREE + num(1, 0),
        "1.|text0 |text1 |text2 2.|text3",
        paragraph_style("One", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + paragraph_style("None", "One", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ),
    "a paragraph overrides the list and level of its style": Case(
        p("text0", style="One") + p("text1", None, 1, style="One") + p("text2", 2, 0, style="One"),
        THREE + num(1, 0) + abstract(5, level(0, "%1)", "lowerLetter")) + num(2, 5),
        "1.|text0 1.1|text1 a)|text2",
        paragraph_style("One", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
    ),
    "numbering style": Case(
        items(0, 0) + items(0, of=2),
        abstract(0, level(0, "%1)", "upperLetter"), more='<w:styleLink w:val="Letters"/>')
        + abstract(1, more='<w:numStyleLink w:val="Letters"/>')
        + num(1, 1)
        + num(2, 0),
        "A)|text0 B)|text1 C)|text0",
        '<w:style w:type="numbering" w:styleId="Letters"><w:name w:val="Letters"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
    ),
    "deleted, hidden and empty paragraphs": Case(
        p("text0", 1, 0)
        + p(
            num=1,
            ilvl=0,
            mark=DELETED,
            runs='<w:del w:id="1" w:author="a"><w:r><w:delText>gone</w:delText></w:r></w:del>',
        )
        + p("text1", 1, 0)
        + p(num=1, ilvl=0, mark=HIDDEN, runs=r("unseen", HIDDEN))
        + p("text2", 1, 0)
        + p(num=1, ilvl=0)
        + p("text3", 1, 0),
        THREE + num(1, 0),
        "1.|text0 2.|text1 3.|text2 5.|text3",
    ),
    "a joined paragraph has the mark of the last with words": Case(
        p("a", 1, 0, mark=DELETED)
        + p("b", 1, 1)
        + p("c", 1, 0, mark=DELETED)
        + p(num=1, ilvl=1)
        + p(num=1, ilvl=1, mark=DELETED)
        + p("d", 1, 0),
        THREE + num(1, 0),
        "1.1|ab 2.|c 3.|d",
    ),
    "tables, boxes and controls count along": Case(
        p("text0", 1, 0)
        + table(row(cell(p("text1", 1, 0)), cell(p("text2", 1, 0))), row(cell(p("text3", 1, 1)), cell(p("text4"))))
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('text5', 1, 0)}</w:sdtContent></w:sdt>"
        + p(num=1, ilvl=0, runs=r("text6") + box(p("text7", 1, 0)))
        + p("text8", 1, 0),
        THREE + num(1, 0),
        "1.|text0 2.|text1 3.|text2 3.1|text3 |text4 4.|text5 5.|text6 6.|text7 7.|text8",
    ),
    "levels that show nothing": Case(
        items(0, 1, 1),
        abstract(0, level(0, "", "none"), level(1, "%2.")) + num(1, 0),
        "|text0 1.|text1 2.|text2",
    ),
    "restarts of several levels": Case(
        items(0, 1, 1, 0) + items(1, 0, of=2),
        THREE + num(1, 0) + num(2, 0, *(restart(at) for at in range(3))),
        "1.|text0 1.1|text1 1.2|text2 2.|text3 2.1|text0 1.|text1",
    ),
    "custom zeros": Case(
        items(0, 0),
        abstract(
            0, level(0, "%1", "custom", 9).replace('w:val="custom"', 'w:val="custom" w:format="001, 002, 003, ..."')
        )
        + num(1, 0),
        "009|text0 010|text1",
    ),
}
