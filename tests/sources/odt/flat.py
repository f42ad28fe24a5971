"""Writes flat OpenDocument text, and shows what was read of it in one line a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from clauseway.sources.flow import Cell, Content, Flow, Paragraph, Table
from clauseway.sources.odt import read_odt
from clauseway.words import words

_ODF = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_SPACES = {
    "office": _ODF.format("office"),
    "style": _ODF.format("style"),
    "text": _ODF.format("text"),
    "table": _ODF.format("table"),
    "draw": _ODF.format("drawing"),
    "meta": _ODF.format("meta"),
    "fo": _ODF.format("xsl-fo-compatible"),
    "svg": _ODF.format("svg-compatible"),
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
OUTLINE = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:outline-level-style text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    "</text:outline-style>"
)
COMMON = (
    '<style:style style:name="Standard" style:family="paragraph"/>'
    '<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>'
    '<style:style style:name="H1" style:family="paragraph" style:default-outline-level="1"/>'
    '<style:style style:name="H2" style:family="paragraph" style:default-outline-level="2"/>'
    '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
)


def document(
    body: str, automatic: str = "", common: str = COMMON + OUTLINE, masters: str = "", meta: str = ""
) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3">'
        f"<office:meta>{meta}</office:meta><office:styles>{common}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int = 1, extra: str = "", style: str = "") -> str:
    return f'<text:h text:style-name="{style or f"H{level}"}" text:outline-level="{level}"{extra}>{text}</text:h>'


def ul(*items: str, style: str = "L1", extra: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:list{named}{extra}>{''.join(items)}</text:list>"


def sub(*items: str, extra: str = "") -> str:
    return ul(*items, style="", extra=extra)


def li(*content: str, extra: str = "") -> str:
    return f"<text:list-item{extra}>{''.join(content)}</text:list-item>"


def lh(*content: str) -> str:
    return f"<text:list-header>{''.join(content)}</text:list-header>"


def num(format: str, suffix: str = "", prefix: str = "", shown: int = 1, start: int = 1, extra: str = "") -> str:
    """A numbered level of a list style; the number of the level is filled in by `list_style`."""
    return (
        f'<text:list-level-style-number text:level="{{}}" style:num-format="{format}" style:num-prefix="{prefix}" '
        f'style:num-suffix="{suffix}" text:display-levels="{shown}" text:start-value="{start}"{extra}/>'
    )


def pattern(format: str, text: str) -> str:
    return num(format, extra=f' loext:num-list-format="{text}"')


def bullet(char: str, font: str = "") -> str:
    properties = f'<style:text-properties style:font-name="{font}"/>' if font else ""
    return (
        f'<text:list-level-style-bullet text:level="{{}}" text:bullet-char="{char}">{properties}'
        "</text:list-level-style-bullet>"
    )


def list_style(*levels: str, name: str = "L1", extra: str = "") -> str:
    inner = "".join(level.format(index) for index, level in enumerate(levels, 1))
    return f'<text:list-style style:name="{name}"{extra}>{inner}</text:list-style>'


def read(body: str, automatic: str = "", **parts: str) -> Content:
    return balanced(read_odt(document(body, automatic, **parts), "policy.fodt"))


def balanced(content: Content) -> Content:
    """See that every word of the file stands in the flow, at the paragraph where the other way finds it."""
    texts = ((text(one), one.place.paragraph) for one in paragraphs(content.flow))
    assert Counter((word, place) for words_, place in texts for word in words(words_)) == Counter(content.words)
    return content


def paragraphs(flow: Flow | Iterable[Paragraph | Table]) -> Iterator[Paragraph]:
    for part in flow:
        if isinstance(part, Paragraph):
            yield part
        else:
            for cell in cells(part):
                yield from paragraphs(cell.content)


def cells(table: Table) -> Iterator[Cell]:
    for row in table.rows:
        yield from row


def text(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs)


def printed(content: Content) -> list[str]:
    """The paragraphs as they are printed, furniture left out."""
    return [f"{one.marker} {text(one)}".strip() for one in paragraphs(content.flow) if not one.aside]
