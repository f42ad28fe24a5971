"""What stands within a paragraph: its words with their looks, and what is drawn in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import msgspec
from lxml import etree

from clauseway.model import Place
from clauseway.sources.docx.fields import Field, Fields
from clauseway.sources.docx.names import (
    ALTERNATE,
    CHOICE,
    DEL,
    DRAWN_TEXT,
    FALLBACK,
    INS,
    MATH_TEXT,
    MOVE_FROM,
    MOVE_TO,
    P_PR,
    R_PR,
    RUN,
    TEXT,
    VAL,
    M,
    R,
    W,
    number,
    switched_on,
    value,
)
from clauseway.sources.docx.package import Relation
from clauseway.sources.docx.styles import Style, Styles
from clauseway.sources.findings import DELETED, HIGHLIGHT, INSERTION, Findings
from clauseway.sources.flow import Run
from clauseway.sources.invisible import without_invisible
from clauseway.sources.symbols import is_symbol_font, symbol, translate

NO_TEXT = frozenset(
    {
        P_PR,
        R_PR,
        *(W + name for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "rt", "rubyPr")),
        *(W + name for name in ("delText", "delInstrText", "instrText", "footnotePr", "endnotePr", "sectPr")),
        M + "ctrlPr",
        M + "rPr",
        M + "oMathParaPr",
    }
)
"""Elements that hold no words of the document, whatever is in them."""
MATH_PARTS = frozenset(M + name for name in ("num", "den", "e", "sub", "sup", "deg", "lim", "fName"))
"""Parts of an equation; words of two of them are never one word."""


class Look(msgspec.Struct, frozen=True, gc=False):
    """How words look."""

    bold: bool
    italic: bool
    hidden: bool
    font: str
    """The symbol font they are set in, empty for any other font."""


@dataclass(slots=True)
class Line:
    """What was found within a paragraph, or several that are one."""

    place: Place
    style: Style = field(default_factory=Style)
    pieces: list[tuple[str, Look, str, tuple[Field, ...]]] = field(default_factory=list)
    """Text, looks, link, and the fields whose code it would be."""
    drawn: list[etree._Element] = field(default_factory=list)
    """Drawings and objects, in order."""
    breaks_before: bool = False
    """Whether a page break stands before the first word."""
    breaks_after: bool = False
    """Whether a page break stands after a word."""
    contents: bool = False
    """Whether any of its words stand in a list of contents that Word made."""
    page_reference: bool = False
    """Whether it has a page number or link as lines of contents do."""
    outside_contents: bool = False
    """Whether any of its words stand outside such a list."""

    def has_text(self) -> bool:
        """Tell whether there is anything to see yet but white space."""
        return any(not text.isspace() for text, _, _, _ in self.pieces)


def chosen(alternate: etree._Element) -> etree._Element | None:
    """Give the one branch of several alternatives that is read: the first that has words, else the first."""
    branches = [child for child in alternate if child.tag in {CHOICE, FALLBACK}]
    return next((branch for branch in branches if _readable(branch)), branches[0] if branches else None)


def _readable(branch: etree._Element) -> bool:
    return any(text.text and not text.text.isspace() for text in branch.iter(TEXT, MATH_TEXT, DRAWN_TEXT))


class Inline:
    """Reads the content of paragraphs; fields run on from one to the next."""

    def __init__(self, styles: Styles, findings: Findings, relations: dict[str, Relation]) -> None:
        self._styles = styles
        self._findings = findings
        self._relations = relations
        self.fields = Fields()
        self.notes: list[tuple[str, str]] = []
        """Notes referred to so far: `footnote` or `endnote`, and id."""
        self._looks: dict[tuple[str | None, str | None, bool | None, bool | None, bool | None, str | None], Look] = {}

    def read(self, paragraph: etree._Element, line: Line, style_id: str | None) -> None:
        """Add the content of a paragraph to a line."""
        self._children(paragraph, line, style_id, "")
        self.fields.end_paragraph()

    def _children(self, parent: etree._Element, line: Line, style_id: str | None, href: str) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                properties = child.find(R_PR)
                look, begun = self._look(properties, style_id), len(line.pieces)
                self._run_content(child, line, look, href)
                if properties is not None and _is_highlighted(properties) and not look.hidden:
                    self._findings.seen.note(HIGHLIGHT, _visible(line, begun), line.place)
            elif tag == TEXT or tag in _DRAWN:
                self._run_content((child,), line, self._look(None, style_id), href)
            elif tag in _CONTAINERS:
                _CONTAINERS[tag](self, child, line, style_id, href)
            elif tag not in NO_TEXT:
                self._children(child, line, style_id, href)

    def _deleted(self, element: etree._Element, line: Line, style_id: str | None, href: str) -> None:
        text = "".join(each.text or "" for each in element.iter(TEXT, W + "delText"))
        if text:
            self._findings.left_out.note(DELETED, text, line.place)

    def _inserted(self, element: etree._Element, line: Line, style_id: str | None, href: str) -> None:
        begun, drawn = len(line.pieces), len(line.drawn)
        self._children(element, line, style_id, href)
        text = _visible(line, begun)
        if text or len(line.drawn) > drawn:
            self._findings.seen.note(INSERTION, text, line.place)

    def _link(self, element: etree._Element, line: Line, style_id: str | None, href: str) -> None:
        relation = self._relations.get(element.get(R + "id") or "")
        anchor = element.get(W + "anchor") or ""
        target = (relation.target if relation else "") + (f"#{anchor}" if anchor else "")
        if self.fields.in_contents and anchor:
            line.page_reference = True
        self._children(element, line, style_id, target or href)

    def _simple_field(self, element: etree._Element, line: Line, style_id: str | None, href: str) -> None:
        self.fields.simple(element.get(W + "instr") or "")
        self._children(element, line, style_id, href)
        self.fields.end()

    def _alternatives(self, element: etree._Element, line: Line, style_id: str | None, href: str) -> None:
        branch = chosen(element)
        if branch is not None:
            self._children(branch, line, style_id, href)

    def _math(self, element: etree._Element, line: Line, style_id: str | None, href: str) -> None:
        text = math_text(element)
        self._add(line, text, self._look(None, style_id), href)

    def _run_content(self, parent: Iterable[etree._Element], line: Line, look: Look, href: str) -> None:
        for child in parent:
            tag = child.tag
            if tag == TEXT:
                text = _characters(child)
                self._add(line, translate(text, look.font) if look.font else text, look, href)
            elif tag in _PLAIN:
                self._add(line, _PLAIN[tag], look, href)
            elif tag in _SPECIAL:
                _SPECIAL[tag](self, child, line, look, href)
            elif tag in _DRAWN:
                if not look.hidden:
                    line.drawn.append(child)
            elif tag not in NO_TEXT:
                self._run_content(child, line, look, href)

    def _break(self, element: etree._Element, line: Line, look: Look, href: str) -> None:
        ends_page = element.get(W + "type") == "page"
        if ends_page and not line.has_text():
            line.breaks_before = True
            return
        line.breaks_after = line.breaks_after or ends_page
        self._add(line, "\n", look, href)

    def _rendered_break(self, element: etree._Element, line: Line, look: Look, href: str) -> None:
        if not line.has_text():
            line.breaks_before = True

    def _symbol(self, element: etree._Element, line: Line, look: Look, href: str) -> None:
        self._add(line, symbol(element.get(W + "char"), element.get(W + "font")), look, href)

    def _field_mark(self, element: etree._Element, line: Line, look: Look, href: str) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self.fields.begin()
            if not look.hidden:
                self._choice(element, line)
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()

    def _choice(self, element: etree._Element, line: Line) -> None:
        """Say of a drop-down list of an old form that what is chosen in it stands nowhere in the text."""
        entries = [each.get(VAL) or "" for each in element.iterfind(f"{W}ffData/{W}ddList/{W}listEntry")]
        if entries:
            chosen_at = number(value(element.find(f"{W}ffData/{W}ddList/{W}result"))) or 0
            sample = entries[chosen_at] if 0 <= chosen_at < len(entries) else entries[0]
            self._findings.left_out.note("drop-down list", sample, line.place)

    def _instruction(self, element: etree._Element, line: Line, look: Look, href: str) -> None:
        self.fields.instruct(element.text or "")

    def _note(self, element: etree._Element, line: Line, look: Look, href: str) -> None:
        if not look.hidden:
            kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
            self.notes.append((kind, element.get(W + "id") or ""))

    def _comment(self, element: etree._Element, line: Line, look: Look, href: str) -> None:
        self._findings.seen.note(f"comment {element.get(W + 'id')}", "", line.place)

    def _run_alternatives(self, element: etree._Element, line: Line, look: Look, href: str) -> None:
        branch = chosen(element)
        if branch is not None:
            self._run_content(branch, line, look, href)

    def _add(self, line: Line, text: str, look: Look, href: str) -> None:
        if not text:
            return
        line.pieces.append((text, look, href or self.fields.href, self.fields.hiding()))
        if not text.isspace():
            if self.fields.in_contents:
                line.contents = True
                line.page_reference = line.page_reference or self.fields.refers_to_page
            else:
                line.outside_contents = True

    def _look(self, properties: etree._Element | None, style_id: str | None) -> Look:
        """Looks of a run: direct ones first, else those of the two styles, which undo one another."""
        run_style = font = None
        switches: dict[str, bool] = {}
        for child in () if properties is None else properties:
            tag = child.tag
            if tag in _SWITCHES:
                switches[tag] = switched_on(child.get(VAL))
            elif tag == _STYLE:
                run_style = child.get(VAL)
            elif tag == _FONTS:
                font = _symbol_font(child)
        key = (style_id, run_style, switches.get(_BOLD), switches.get(_ITALIC), switches.get(_HIDDEN), font)
        if key not in self._looks:
            self._looks[key] = self._resolve(*key)
        return self._looks[key]

    def _resolve(
        self,
        style_id: str | None,
        run_style: str | None,
        bold: bool | None,
        italic: bool | None,
        hidden: bool | None,
        font: str | None,
    ) -> Look:
        paragraph, run = self._styles.paragraph(style_id).looks, self._styles.character(run_style).looks
        return Look(
            bold=bool(paragraph.bold) != bool(run.bold) if bold is None else bold,
            italic=bool(paragraph.italic) != bool(run.italic) if italic is None else italic,
            hidden=self._styles.hides(style_id, run_style) if hidden is None else hidden,
            font=font or "",
        )


def _visible(line: Line, begun: int) -> str:
    """Words of a line from its piece at `begun` on that a reader of the document sees."""
    return "".join([text for text, look, _, hiding in line.pieces[begun:] if not look.hidden and not hiding])


def _is_highlighted(properties: etree._Element) -> bool:
    return value(properties.find(W + "highlight")) not in (None, "none")


def _characters(element: etree._Element) -> str:
    """Words of a `w:t`; a line break in the XML is none in the document."""
    return without_invisible(element.text or "").replace("\n", " ")


def _symbol_font(fonts: etree._Element) -> str | None:
    font = fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
    return font if is_symbol_font(font) else None


def math_text(element: etree._Element) -> str:
    """Give the words of an equation in order, with a slash in fractions and spaces between its parts."""
    parts: list[str] = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and each.tag == MATH_TEXT:
            parts.append(without_invisible(each.text or ""))
        elif event == "end" and each.tag in MATH_PARTS:
            parts.append(" / " if each.tag == M + "num" else " ")
    return "".join(parts)


def runs(line: Line) -> Iterator[Run]:
    """Give the visible words of a line, joined where they look alike."""
    text: list[str] = []
    now: tuple[bool, bool, str] | None = None
    for piece, look, href, hiding in line.pieces:
        if look.hidden or not all(each.lapsed for each in hiding):
            continue
        looks = (look.bold, look.italic, href)
        if now is not None and looks != now:
            yield Run("".join(text), *now)
            text.clear()
        now = looks
        text.append(piece)
    if now is not None:
        yield Run("".join(text), *now)


_BOLD, _ITALIC, _HIDDEN, _STYLE, _FONTS = W + "b", W + "i", W + "vanish", W + "rStyle", W + "rFonts"
_SWITCHES = frozenset({_BOLD, _ITALIC, _HIDDEN})
_PLAIN = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_DRAWN = frozenset({W + "drawing", W + "pict", W + "object"})
_CONTAINERS: dict[object, Callable[[Inline, etree._Element, Line, str | None, str], None]] = {
    DEL: Inline._deleted,
    MOVE_FROM: Inline._deleted,
    INS: Inline._inserted,
    MOVE_TO: Inline._inserted,
    W + "hyperlink": Inline._link,
    W + "fldSimple": Inline._simple_field,
    ALTERNATE: Inline._alternatives,
    M + "oMath": Inline._math,
    M + "oMathPara": Inline._math,
    M + "r": Inline._math,
}
_SPECIAL: dict[object, Callable[[Inline, etree._Element, Line, Look, str], None]] = {
    W + "br": Inline._break,
    W + "lastRenderedPageBreak": Inline._rendered_break,
    W + "sym": Inline._symbol,
    W + "fldChar": Inline._field_mark,
    W + "instrText": Inline._instruction,
    W + "footnoteReference": Inline._note,
    W + "endnoteReference": Inline._note,
    W + "commentReference": Inline._comment,
    ALTERNATE: Inline._run_alternatives,
}
