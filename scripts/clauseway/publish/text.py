"""Text as data: every character of a policy reaches the page as itself, whatever it would mean as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote

from clauseway.model import Link

# Whatever opens or closes a construct of Python-Markdown, pymdownx, attr_list or Jinja, wherever it stands. A colon
# or hyphen inside a sentence means nothing to them, and is left alone to keep the Markdown readable.
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>&#|~^=!+$]|:(?=\S)|-(?=-)|(?<=-)-|\A[-:%?]")
_LIST_NUMBER = re.compile(r"\A(\d+)([.)])(?= )")
_HTML = re.compile(r"[&<>\"']")
# C0 controls (Python-Markdown keeps two of them for itself), half surrogates and non-characters: no page can show them.
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\n\v\f\r]+")
_SCHEMES = ("http:", "https:", "mailto:", "tel:")


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def plain(text: str) -> str:
    """`text` on one line; a character that cannot stand in a page is shown as the replacement character."""
    return _SPACES.sub(" ", _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text)).strip()


def _escape_markdown(line: str) -> str:
    escaped = _MARKDOWN.sub(_entity, line)
    return _LIST_NUMBER.sub(lambda match: f"{match[1]}&#{ord(match[2])};", escaped)


def markdown(text: str) -> str:
    """`text` for a Markdown file, on one line; nothing in it is markup any more."""
    return _escape_markdown(plain(text))


@lru_cache(maxsize=8192)  # a text stands on its policy's page and again on those of its readers, a stem in each item
def html(text: str) -> str:
    """`text` for the content or a quoted attribute of a raw HTML block."""
    return _HTML.sub(_entity, plain(text))


def address(href: str) -> str:
    """`href` as it may stand in a link; empty if it is none of http, https, mailto and tel."""
    written = plain(href)
    return quote(written, safe=":/?#@!$&+,;=%~-._") if written.lower().startswith(_SCHEMES) else ""


def _runs(text: str, links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    """`text` cut into runs, each with the address it links to or an empty string."""
    rest = text
    for link in links:
        where = address(link.href)
        before, found, after = rest.partition(link.text) if where and link.text else (rest, "", "")
        if found:
            yield before, ""
            yield found, where
            rest = after
    yield rest, ""


def _spaced(text: str, escaped: str) -> str:
    """`escaped` with the spaces that `text` has at its ends, which separate it from its neighbours."""
    return f"{' ' * text[:1].isspace()}{escaped}{' ' * text[-1:].isspace()}" if escaped else " " * bool(text)


def linked_markdown(text: str, links: Iterable[Link]) -> str:
    """`markdown(text)`, the words of each link made a link."""
    if not links:
        return markdown(text)
    return "".join(
        f"[{markdown(run)}]({where})" if where else _spaced(run, markdown(run)) for run, where in _runs(text, links)
    ).strip()


def linked_html(text: str, links: Iterable[Link]) -> str:
    """`html(text)`, the words of each link made a link."""
    return "".join(
        f'<a href="{html(where)}">{html(run)}</a>' if where else _spaced(run, html(run))
        for run, where in _runs(text, links)
    ).strip()
