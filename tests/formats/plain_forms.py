"""Write a labelled document as Markdown, as a web page and as plain text, the way a person would."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from tests.formats.author import Document, Element, shown
from tests.formats.marks import visible


def said(element: Element) -> str:
    """Give the words of an element, its stem after them."""
    return " ".join(part for part in (visible(element.text), visible(element.stem)) if part)


def rows_of(element: Element) -> list[Sequence[str]]:
    """Give the rows of a table as they are printed."""
    return [element.rows[0], *(row[1:] if element.kind == "table" else row for row in element.rows[1:])]


def in_list(element: Element) -> int:
    """Give the depth of an item in a list, 0 for anything else."""
    return element.depth if element.kind in {"item", "lead", "split"} else 0


def to_markdown(document: Document) -> str:
    """Give the document as Markdown."""
    whole = "\n\n".join(_markdown(element) for element in document.elements)
    return re.sub(r"\n\n( *- )", r"\n\1", whole) + "\n"


def _markdown(element: Element) -> str:
    text = " ".join(part for part in (element.number, said(element)) if part)
    if element.kind == "policy":
        return f"# {text}"
    if element.kind == "heading":
        return f"## {text}"
    if element.rows:
        head, *rows = rows_of(element)
        head, rows = (head, rows) if element.kind == "table" else (("", ""), [head, *rows])
        lines = [head, ["---"] * len(head), *rows]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)
    if in_list(element):
        return "  " * (element.depth - 1) + "- " + text
    return text


def to_html(document: Document) -> str:
    """Give the document as a page, with the browser's own letters and roman numerals for items."""
    title = next(visible(element.text) for element in document.elements if element.kind == "policy")
    head = f'<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>{escape(title)}</title></head>\n'
    body = "\n".join(_page(document.elements))
    return f"{head}<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"


def _page(elements: Iterable[Element]) -> Iterator[str]:
    for listed, run in groupby(elements, key=lambda element: in_list(element) > 0):
        held = list(run)
        if listed:
            yield _items(held, 1)
        else:
            yield from (_html(element) for element in held)


def _html(element: Element) -> str:
    if element.rows:
        head, *rows = rows_of(element)
        first = "th" if element.kind == "table" else "td"
        lines = [_line(head, first), *(_line(row, "td") for row in rows)]
        return "<table>\n" + "\n".join(lines) + "\n</table>"
    tag = {"policy": "h1", "heading": "h2"}.get(element.kind, "p")
    text = shown(element) if element.kind == "heading" else " ".join(filter(None, (element.number, said(element))))
    return f"<{tag}>{escape(text, quote=False)}</{tag}>"


def _line(cells: Sequence[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell, quote=False)}</{tag}>" for cell in cells) + "</tr>"


def _items(elements: Sequence[Element], depth: int) -> str:
    items: list[str] = []
    kind = "ul" if elements[0].number is None else "ol"
    style = "" if kind == "ul" else f' type="{"a" if depth == 1 else "i"}"'
    for deeper, run in groupby(elements, key=lambda element: element.depth > depth):
        held = list(run)
        if deeper:
            items[-1] += "\n" + _items(held, depth + 1) + "\n"
        else:
            items += [escape(said(element), quote=False) for element in held]
    return f"<{kind}{style}>\n" + "\n".join(f"<li>{item}</li>" for item in items) + f"\n</{kind}>"


def to_text(document: Document) -> str:
    """Give the document as plain text, wrapped at 78 with hanging indents."""
    return "\n\n".join(_text(element) for element in document.elements) + "\n"


def _text(element: Element) -> str:
    if element.rows:
        return "\n".join("\t".join(row) for row in rows_of(element))
    if element.kind == "heading":
        return shown(element)
    indent = "    " * in_list(element)
    mark = element.number or ("-" if in_list(element) else "")
    return textwrap.fill(
        said(element),
        78,
        initial_indent=indent + (f"{mark:<4}" if len(mark) < 4 else mark + " ") * bool(mark),
        subsequent_indent=indent + "    " * bool(mark),
        break_on_hyphens=False,
    )
