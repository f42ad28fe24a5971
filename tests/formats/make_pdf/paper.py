"""What a labelled PDF or HTML file is made of: the elements with their labels, and the way it is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.formats.author import Document, Element, labels

_PAGE_OF = re.compile(r"^Page ?\d* of ?\d*$")


@dataclass(frozen=True, slots=True)
class Paper:
    """One file: what it says, how it is printed, and what its labels hold beyond the elements."""

    document: Document
    print: Callable[[Document], bytes]
    ending: str
    furniture: tuple[str, ...] = ()
    kind: str = ""
    difficult: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


def paper(
    name: str,
    elements: list[Element],
    print: Callable[[Document], bytes],
    kind: str,
    difficult: str,
    *,
    furniture: tuple[str, ...] = (),
    notes: dict[str, tuple[str, str]] | None = None,
    problems: tuple[str, ...] = (),
    school: dict[str, str] | None = None,
    word: dict[str, Any] | None = None,
    **extra: Any,
) -> Paper:
    """Put a paper together; the kind of file is the second word of its name, `word` what a Word file needs more."""
    ending = name.split("-")[1]
    rest = {"notes": notes or {}, "problems": problems, "school": school or {}}
    document = Document(name, tuple(elements), **({"forms": {}, "footer": furniture} | rest | (word or {})))
    return Paper(document, print, ending, furniture, kind, difficult, extra)


def expected(one: Paper) -> dict[str, Any]:
    """Give the labels of a paper."""
    found = labels(one.document)
    found["furniture"] = [_PAGE_OF.sub("Page 2 of", line) for line in found["furniture"]]
    return {key: value for key, value in found.items() if value or key in {"furniture", "problems"}} | one.extra


def raw(html: str) -> Element:
    """Put words of markup between elements of a page."""
    return Element("page", html, form="raw")


def picture(name: str) -> Element:
    """Put a picture on the page."""
    return Element("page", name, form="picture")


def column() -> Element:
    """Begin a new column."""
    return Element("page", form="column")
