"""Write a document as HTML: lists nested as a person would, or every number typed; the frame of the page comes round it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape

from tests.formats.author import Document, Element
from tests.formats.make_pdf.printers import convert, print_html
from tests.formats.marks import pieces

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ITEMS = re.compile(r"(?:<li>.*?</li>\s*)+")


@dataclass(frozen=True, slots=True)
class Skin:
    """How a page is written. `frame` holds `{body}`; `typed` numbers stand in the text, others in real lists."""

    frame: str
    typed: bool = True
    heads: tuple[str, ...] = ("h2", "h3", "h4")
    lists: dict[int, str] = field(default_factory=dict)
    number: str = "{} "
    table: str = '<table border="1">'
    metadata: str = '<table border="1">'
    title: str = "<h1>{}</h1>"
    paragraph: str = "<p>{}</p>"
    item: str = '<p class="d{depth}">{text}</p>'
    front: dict[str, str] = field(default_factory=dict)
    notes: str = ""
    blocks: dict[str, str] = field(default_factory=dict)


class Writer:
    """Writes elements one after another; `open` holds the lists that are open."""

    def __init__(self, document: Document, skin: Skin) -> None:
        self.document, self.skin = document, skin
        self.out: list[str] = []
        self.open: list[str] = []
        self.base = 0
        self.notes = {key: at for at, key in enumerate(document.notes, 1)}

    def write(self, elements: Iterable[Element]) -> str:
        for element in elements:
            getattr(self, f"_{element.kind}")(element)
        self.close()
        return "\n".join(self.out)

    def close(self, keep: int = 0) -> None:
        while len(self.open) > keep:
            self.out.append(f"</li></{self.open.pop()}>")

    def enter(self, position: int, number: str | None) -> None:
        """Begin a list item at `position` (1 the outermost), opening and closing lists as needed."""
        tag = "ul" if number is None else "ol"
        self.close(position)
        if len(self.open) == position and self.open[-1] != tag:
            self.close(position - 1)
        if len(self.open) == position:
            self.out.append("</li>")
        while len(self.open) < position:
            self.open.append(tag)
            self.out.append(f"<{tag}{self.dress(number, position)}>")
        self.out.append("<li>")

    def dress(self, number: str | None, position: int) -> str:
        said = self.skin.lists.get(position, "")
        if said or number is None:
            return f" {said}" if said and number is not None else ""
        kind, start = ordinal(number)
        return (f' type="{kind}"' if kind != "1" else "") + (f' start="{start}"' if start != 1 else "")

    def marked(self, text: str) -> str:
        made = "".join(self.piece(piece.mark, piece.text) for piece in pieces(text))
        return _ITEMS.sub(lambda found: f"<ul>{found[0]}</ul>", made)

    def piece(self, mark: str, text: str) -> str:
        if mark == "fn":
            at = self.notes[text]
            return f'<sup><a href="#fn{at}" id="ref{at}">{at}</a></sup>'
        if mark == "link":
            href, _, shown = text.partition("|")
            return f'<a href="{escape(href)}">{escape(shown, False)}</a>'
        if mark in {"b", "i", "u", "li"}:
            tag = {"b": "strong", "i": "em"}.get(mark, mark)
            return f"<{tag}>{escape(text, False)}</{tag}>"
        return {"br": "<br>", "dd": "</dt><dd>"}.get(mark, escape(text, False))

    def _body(self, element: Element) -> None:
        stem = " " + element.stem if element.kind == "split" else ""
        text = self.marked(element.text + stem)
        if element.form.startswith("ol"):
            self.base = int(element.form[2:])
            self.enter(self.base, element.number)
            self.out.append(text)
        elif element.depth and not (self.skin.typed and element.number):
            self.enter(self.base + element.depth, element.number)
            self.out.append(text)
        else:
            self.base = 0
            self.close()
            typed = self.skin.number.format(element.number) if element.number else ""
            form = self.skin.blocks.get(element.form) or (self.skin.item if element.number else self.skin.paragraph)
            self.out.append(
                form.format(text=typed + text, depth=element.depth) if "{text}" in form else form.format(typed + text)
            )

    _clause = _item = _lead = _split = _body

    def _more(self, element: Element) -> None:
        self.out.append(self.skin.paragraph.format(self.marked(element.text)))

    def _tail(self, element: Element) -> None:
        self.close(self.base)
        self.out.append(self.skin.paragraph.format(self.marked(element.text)))

    def _label(self, element: Element) -> None:
        self.enter(1, element.number)
        self.out.append(self.marked(element.text))

    def _policy(self, element: Element) -> None:
        self.close()
        self.out.append(self.skin.title.format(self.marked(element.text)))

    def _heading(self, element: Element) -> None:
        tag = self.skin.blocks.get(element.form) or self.skin.heads[min(element.depth, len(self.skin.heads)) - 1]
        text = self.marked(element.text)
        if element.form.startswith("ol"):
            self.enter(int(element.form[2:]), element.number)
        else:
            self.base = 0
            self.close()
            text = (self.skin.number.format(element.number) if element.number else "") + text
        self.out.append(tag.format(text) if "{" in tag else f"<{tag}>{text}</{tag}>")

    def _front(self, element: Element) -> None:
        self.close()
        self.out.append(self.skin.front.get(element.form, "<p>{}</p>").format(self.marked(element.text)))

    def _page(self, element: Element) -> None:
        self.close()
        self.base = 0
        self.out.append(element.text if element.form == "raw" else '<div style="page-break-before: always"></div>')

    def _table(self, element: Element) -> None:
        self.close(self.base)
        head = "".join(f"<th>{self.marked(cell)}</th>" for cell in element.rows[0])
        rows = "\n".join(self.row(row[1:]) for row in element.rows[1:])
        self.out.append(f"{self.skin.table}\n<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>")

    def _metadata(self, element: Element) -> None:
        self.close()
        self.out.append(f"{self.skin.metadata}\n" + "\n".join(self.row(row) for row in element.rows) + "</table>")

    def row(self, cells: Iterable[str]) -> str:
        return "<tr>" + "".join(f"<td>{self.marked(cell)}</td>" for cell in cells) + "</tr>"

    def _box(self, element: Element) -> None:
        self.close()
        self.out.append('<aside class="box">')
        self.write(element.parts)
        self.out.append("</aside>")


class Typed(Writer):
    """Items with typed bullets and numbers, in the paragraph of their stem, after line breaks."""

    def _item(self, element: Element) -> None:
        mark = element.number or ("\u2022", "-")[element.depth - 1]
        held = self.out.pop().removesuffix("</p>")
        text = element.text + (" " + element.stem if element.kind == "split" else "")
        self.out.append(f"{held}<br>\n{mark}&nbsp; {self.marked(text)}</p>")

    def _lead(self, element: Element) -> None:
        (self._item if element.depth else self._body)(element)


def ordinal(number: str) -> tuple[str, int]:
    """Give the type of an `ol` and its start for a printed number: ("a", 3) for "c."."""
    last = re.split(r"\W+", number.strip("().: "))[-1]
    if last.isdigit():
        return "1", int(last)
    if last in {"i", "ii", "iii", "iv"}:
        return "i", ROMAN.index(last) + 1
    return ("A" if last.isupper() else "a"), ord(last.lower()) - ord("a") + 1


def page_of(document: Document, skin: Skin, writer: type[Writer] = Writer) -> bytes:
    """Write a whole page."""
    body = writer(document, skin).write(document.elements)
    if skin.notes:
        shown = (skin.notes.format(at, text) for at, (text, _) in enumerate(document.notes.values(), 1))
        body += "\n" + "\n".join(shown)
    return skin.frame.replace("{body}", body).encode()


def as_page(skin: Skin, writer: type[Writer] = Writer) -> Callable[[Document], bytes]:
    """Give the function that writes documents as pages of this skin."""
    return lambda document: page_of(document, skin, writer)


def by_chromium(skin: Skin, writer: type[Writer] = Writer) -> Callable[[Document], bytes]:
    """Give the function that prints documents to PDF with Chromium."""
    return lambda document: print_html(page_of(document, skin, writer))


def by_office(skin: Skin, writer: type[Writer] = Writer) -> Callable[[Document], bytes]:
    """Give the function that prints documents to PDF with LibreOffice, from a page."""
    return lambda document: convert(page_of(document, skin, writer), "html", "pdf")
