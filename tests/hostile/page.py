"""A built page taken apart: its elements, and the text a reader sees in its article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_ADDRESSES = frozenset(
    {"href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href", "background", "cite", "ping"}
)
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LOADS = frozenset({"img", "script", "iframe", "embed", "object", "source", "audio", "video", "track", "input"})


# Controls, formats, separators, and what Unicode has left unassigned (a page shows a replacement for some of it).
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Zl", "Zp"})
_REPLACED = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Element:
    """One start tag."""

    tag: str
    """Its name in lower case."""
    attributes: tuple[tuple[str, str], ...]
    """Names and decoded values."""
    in_article: bool
    """Whether it stands in the page's article."""
    line: int
    """1-based line of the page."""

    def get(self, name: str) -> str:
        """The value of an attribute; empty where there is none."""
        return dict(self.attributes).get(name, "")


@dataclass(slots=True)
class Page:
    """What a page consists of."""

    elements: list[Element] = field(default_factory=list)
    """All elements in order."""
    text: str = ""
    """The article's text, entities decoded."""
    whole_text: str = ""
    """The whole page's text."""
    inline_scripts: list[str] = field(default_factory=list)
    """The contents of script and style elements."""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._unseen = 0
        self._articles = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._articles += tag == "article"
        attributes = tuple((name, value or "") for name, value in attrs)
        self.page.elements.append(Element(tag, attributes, self._articles > 0, self.getpos()[0]))
        if tag in _UNSEEN:
            self._unseen += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._articles -= tag == "article"
        if tag in _UNSEEN and self._unseen:
            self._unseen -= 1

    def handle_data(self, data: str) -> None:
        if self._unseen:
            self.page.inline_scripts.append(data)
            return
        self.page.whole_text += data
        if self._articles > 0:
            self.page.text += data


def read_page(html: str) -> Page:
    """Take a page, or a piece of one, apart."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.page


def essence(text: str) -> str:
    """The characters that can be seen, without white space: what is compared between source and page."""
    seen = (letter for letter in text if not letter.isspace() and letter != _REPLACED)
    return "".join(letter for letter in seen if unicodedata.category(letter) not in _HIDDEN)


def dangers(page: Page, scripts: Iterable[str] = ()) -> list[str]:
    """Name everything in a page that could act: handlers, unsafe addresses, scripts other than `scripts`.

    `scripts` are the contents and sources of the theme's own scripts and styles, as `script_marks` gives them.
    """
    found = [
        f"line {element.line}: {fault} in <{element.tag}>"
        for element in page.elements
        for name, value in element.attributes
        if (fault := _fault(element.tag, name, value))
    ]
    foreign = script_marks(page) - set(scripts)
    return found + [f"script or style of its own: {mark[:80]}" for mark in sorted(foreign)]


def script_marks(page: Page) -> set[str]:
    """What tells a page's scripts and styles: their contents, and their sources without the way to them."""
    marks = {_CONFIG_BASE.sub("", content).strip() for content in page.inline_scripts}
    sources = {element.get("src") for element in page.elements if element.tag == "script"}
    sources |= {element.get("href") for element in page.elements if element.tag == "link"}
    return {mark for mark in marks | {re.sub(r"^(\.\.?/)+", "", source) for source in sources} if mark}


_CONFIG_BASE = re.compile(r'"base": "[./]*"|new URL\("[./]*"')


def _fault(tag: str, name: str, value: str) -> str:
    """What is wrong with an attribute; empty if it is safe."""
    if name.startswith("on"):
        return f"handler {name}"
    if name == "srcdoc" or (name == "http-equiv" and value.lower() == "refresh"):
        return f"attribute {name}"
    if name not in _ADDRESSES:
        return ""
    squeezed = re.sub(r"[\x00-\x20]", "", value)
    scheme = _SCHEME.match(squeezed)
    allowed = () if tag in _LOADS else ("http", "https", "mailto", "tel")
    if (scheme and scheme[1].lower() not in allowed) or squeezed.startswith(("//", "\\")):
        return f"address {value!r}"
    return ""
