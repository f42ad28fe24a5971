"""Pages as word processors save them: Google Docs with counters in its style sheet, Word filtered and unfiltered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from tests.formats.author import Document, Element
from tests.formats.make_pdf.pages import Skin, Writer, page_of

_KIX = "kix_h4x7p2q9c1"
_LEVELS = (
    '"" counter(lst-ctn-{k}-0,decimal) ". "',
    '"" counter(lst-ctn-{k}-0,decimal) "." counter(lst-ctn-{k}-1,decimal) " "',
    '"(" counter(lst-ctn-{k}-2,lower-latin) ") "',
    '"(" counter(lst-ctn-{k}-3,lower-roman) ") "',
)


def kix_styles() -> str:
    """Give the list rules of a Google Docs page: one numbered list of four levels, one bulleted of two."""
    rules = []
    for level, content in enumerate(_LEVELS):
        name = f"lst-{_KIX}-{level}"
        rules.append(f"ol.{name}.start{{counter-reset:lst-ctn-{_KIX}-{level} 0}}")
        rules.append(f".{name}>li{{counter-increment:lst-ctn-{_KIX}-{level}}}")
        rules.append(f".{name}>li:before{{content:{content.format(k=_KIX)}}}ol.{name}{{list-style-type:none}}")
    rules.append('.lst-kix_b3u5-0>li:before{content:"\\0025cf   "}.lst-kix_b3u5-1>li:before{content:"\\0025cb   "}')
    rules.append("ul.lst-kix_b3u5-0,ul.lst-kix_b3u5-1{list-style-type:none}")
    return (
        "".join(rules) + ".c1{font-weight:400;font-size:11pt}.c5{padding-left:0pt;margin-left:36pt}.c9{font-weight:700}"
    )


class GoogleDocs(Writer):
    """Lists side by side and never nested, every run in a span, numbers only in the style sheet."""

    def _body(self, element: Element) -> None:
        text = self.marked(element.text + (" " + element.stem if element.kind == "split" else ""))
        if element.number is not None:
            level = element.depth + 1 if element.depth else 1
            self.listed(f'<span class="c1">{text}</span>', level, element.number)
        elif element.depth:
            name = f"lst-kix_b3u5-{element.depth - 1}"
            self.out.append(
                f'<ul class="c7 {name} start"><li class="c2 c5 li-bullet-0"><span class="c1">{text}</span></li></ul>'
            )
        else:
            self.out.append(f'<p class="c2"><span class="c1">{text}</span></p>')

    _clause = _item = _lead = _split = _body

    def listed(self, inner: str, level: int, number: str) -> None:
        last = re.split(r"\W+", number.strip("(). "))[-1]
        first = last in ({"i"} if level == 3 else {"1", "a"})
        start = " start" if first else ""
        at = f' start="{ord(last) - 96 if level == 2 else int(last) if last.isdigit() else 1}"'
        self.out.append(
            f'<ol class="c7 lst-{_KIX}-{level}{start}"{at}><li class="c2 c5 li-bullet-{level}">{inner}</li></ol>'
        )

    def _heading(self, element: Element) -> None:
        tag = f"h{min(element.depth, 3)}"
        text = self.marked(element.text)
        inner = f'<{tag} style="display:inline" id="h.{len(self.out):x}q"><span class="c9">{text}</span></{tag}>'
        if element.number is None:
            self.out.append(f'<{tag} class="c8" id="h.{len(self.out):x}q"><span class="c9">{text}</span></{tag}>')
        else:
            self.listed(inner, 0, element.number)

    def _more(self, element: Element) -> None:
        self.out.append(f'<p class="c2 c5"><span class="c1">{self.marked(element.text)}</span></p>')

    def _tail(self, element: Element) -> None:
        self.out.append(f'<p class="c2"><span class="c1">{self.marked(element.text)}</span></p>')

    def piece(self, mark: str, text: str) -> str:
        if mark == "b":
            return f'</span><span class="c9">{escape(text, False)}</span><span class="c1">'
        if mark == "link":
            href, _, shown = text.partition("|")
            through = f"https://www.google.com/url?q={escape(href)}&amp;sa=D&amp;source=editors&amp;ust=1760000000000000&amp;usg=AOvVaw0"
            return f'</span><span class="c4"><a class="c3" href="{through}">{escape(shown, False)}</a></span><span class="c1">'
        return super().piece(mark, text)


_SPACES = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>"


class WordFiltered(Writer):
    """Numbers and bullets as text with a run of spaces after them; lines broken where Word breaks them."""

    def paragraph(self, text: str, depth: int = 0, mark: str = "", style: str = "MsoNormal", level: int = 0) -> None:
        left = 36 + 21 * depth if mark else 21 * depth
        inset = f" style='margin-left:{left}.0pt;text-indent:-{36 if not depth else 18}.0pt'" if mark else ""
        self.out.append(f"<p class={style}{inset}>{self.mark(mark, level)}{text}{self.end()}</p>\n")

    def mark(self, mark: str, level: int) -> str:
        if not mark:
            return ""
        if mark == "·":
            return f"<span style='font-family:Symbol'>·{_SPACES}</span>"
        return f"<span style='font-family:\"Courier New\"'>o{_SPACES}</span>" if mark == "o" else f"{mark}{_SPACES}"

    def end(self) -> str:
        return ""

    def wrapped(self, text: str) -> str:
        """Break lines as Word does, in the middle of sentences."""
        words, lines = self.marked(text).split(" "), [""]
        for word in words:
            if len(lines[-1]) + len(word) > 68 and "<" not in word and "=" not in word:
                lines.append("")
            lines[-1] += (" " if lines[-1] else "") + word
        return "\n".join(lines)

    def _body(self, element: Element) -> None:
        text = self.wrapped(element.text + (" " + element.stem if element.kind == "split" else ""))
        mark = element.number or ("·", "o")[element.depth - 1] if element.depth else element.number or ""
        style = "MsoListParagraph" if element.depth else "MsoNormal"
        self.paragraph(text, element.depth, mark, style, element.depth or 1)

    _clause = _item = _lead = _split = _body

    def _heading(self, element: Element) -> None:
        typed = f"{element.number}{_SPACES}" if element.number else ""
        tag = f"h{element.depth}"
        self.out.append(f"<{tag}>{typed}<span lang=EN-GB>{self.marked(element.text)}</span></{tag}>\n")

    def _more(self, element: Element) -> None:
        self.out.append(f"<p class=MsoNormal style='margin-left:36.0pt'>{self.wrapped(element.text)}{self.end()}</p>\n")

    def _tail(self, element: Element) -> None:
        self.paragraph(self.wrapped(element.text))

    def _front(self, element: Element) -> None:
        self.out.append(f"<p class=MsoNormal align=center>{self.marked(element.text)}{self.end()}</p>\n")

    def row(self, cells: Iterable[str]) -> str:
        inner = "".join(
            f"<td width=200 valign=top style='border:solid windowtext 1.0pt;padding:0cm 5.4pt'>\n<p class=MsoNormal>{self.marked(cell)}{self.end()}</p>\n</td>"
            for cell in cells
        )
        return f"<tr>{inner}</tr>"

    def _table(self, element: Element) -> None:
        rows = "\n".join(self.row(row) for row in [element.rows[0], *(row[1:] for row in element.rows[1:])])
        self.out.append(f"<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>\n{rows}\n</table>\n")

    def piece(self, mark: str, text: str) -> str:
        if mark == "fn":
            at = self.notes[text]
            return f'<a href="#_ftn{at}" name="_ftnref{at}" title=""><span class=MsoFootnoteReference>[{at}]</span></a>'
        return f"<b>{escape(text, False)}</b>" if mark == "b" else super().piece(mark, text)


class WordWhole(WordFiltered):
    """As Word saves a page to open it again: what its lists are stands in `mso-list`, marks in conditional comments."""

    def paragraph(self, text: str, depth: int = 0, mark: str = "", style: str = "MsoNormal", level: int = 0) -> None:
        if not mark:
            return super().paragraph(text)
        name = "MsoListParagraphCxSpMiddle"
        css = f"margin-left:{36 + 18 * depth}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level{depth + 1} lfo1"
        shown = mark + _SPACES
        face = "Symbol" if mark == "·" else '"Courier New"' if mark == "o" else "Calibri"
        held = f"<![if !supportLists]><span style='font-family:{face};mso-fareast-font-family:{face}'><span style='mso-list:Ignore'>{shown}</span></span><![endif]>"
        self.out.append(f"<p class={name} style='{css}'>{held}{text}{self.end()}</p>\n")
        return None

    def end(self) -> str:
        return "<o:p></o:p>"


def word_page(skin: Skin, whole: bool, document: Document) -> bytes:
    """Write a page as Word does, in Windows-1252, with the footnotes after the text."""
    writer = WordWhole if whole else WordFiltered
    made = page_of(document, skin, writer).decode()
    return made.encode("cp1252", "xmlcharrefreplace")
