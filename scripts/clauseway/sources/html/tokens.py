"""The marks of a page: tags, text and comments, told apart as browsers do, in time linear in the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from clauseway.sources.html.elements import RAW

_NEXT = re.compile(
    r"<(?:(?P<comment>!--)|(?P<cdata>!\[CDATA\[)|(?P<other>[!?]|/(?![a-zA-Z]))|(?P<close>/)|(?=[a-zA-Z]))"
)
_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
# Quotes count only behind an equals sign, and only where they are closed.
_REST = re.compile(r"""(?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+>""")
_SHORT_COMMENT = re.compile(r"-?>")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?""")
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in sorted(RAW)}
_NONE: Mapping[str, str] = {}


class Kind(StrEnum):
    """What a mark is."""

    TEXT = "text"
    START = "start"
    END = "end"
    COMMENT = "comment"
    RAW = "raw"


class Token(msgspec.Struct, frozen=True, gc=False):
    """A mark of a page."""

    kind: Kind
    """What it is; RAW is the content of a script, a title and the like."""
    text: str
    """The name of a tag in lower case; of text what it says, entities resolved."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""
    rest: str = ""
    """What a start tag says behind its name."""
    closed: bool = True
    """Whether its end was found; the rest of the page belongs to it where not."""


def tokenize(source: str) -> Iterator[Token]:
    """Give the marks of a page in order; together they cover all of it."""
    position = 0
    endless: set[str] = set()
    while found := _NEXT.search(source, position):
        if found.start() > position:
            yield _text(source, position, found.start())
        token = _mark(source, found)
        yield token
        position = token.end
        if token.kind is Kind.START and token.text in RAW and not token.rest.endswith("/"):
            raw = _raw(source, token, endless)
            yield raw
            position = raw.end
    if position < len(source):
        yield _text(source, position, len(source))


def attributes(rest: str) -> Mapping[str, str]:
    """Give what a start tag says behind its name: names in lower case, the first of each."""
    if not rest or rest.isspace() or rest == "/":
        return _NONE
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(rest):
        value = double or single or bare
        found.setdefault(name.lower(), html.unescape(value) if "&" in value else value)
    return found


def _text(source: str, start: int, end: int) -> Token:
    return Token(Kind.TEXT, html.unescape(source[start:end]), start, end)


def _mark(source: str, found: re.Match[str]) -> Token:
    """Read the mark that begins with `<`."""
    start = found.start()
    if found["comment"]:
        return _comment(source, start)
    if found["cdata"]:
        end = source.find("]]>", start)
        inner = source[start + 9 : end if end >= 0 else len(source)]
        return Token(Kind.TEXT, inner, start, end + 3 if end >= 0 else len(source))
    if found["other"]:
        return _to_bracket(source, Kind.COMMENT, "", start)
    named = _NAME.match(source, found.end())
    name = named[0].lower() if named else ""
    if found["close"]:
        return _to_bracket(source, Kind.END, name, start)
    behind = named.end() if named else start
    rest = _REST.match(source, behind)
    if rest is None:
        return Token(Kind.COMMENT, "", start, len(source), closed=False)
    return Token(Kind.START, name, start, rest.end(), source[behind : rest.end() - 1].rstrip())


def _to_bracket(source: str, kind: Kind, name: str, start: int) -> Token:
    end = source.find(">", start)
    if end < 0:
        return Token(Kind.COMMENT, "", start, len(source), closed=False)
    return Token(kind, name, start, end + 1)


def _comment(source: str, start: int) -> Token:
    inner = start + 4
    if short := _SHORT_COMMENT.match(source, inner):
        return Token(Kind.COMMENT, "", start, short.end())
    found = _COMMENT_END.search(source, inner)
    end = found.end() if found else len(source)
    return Token(Kind.COMMENT, source[inner : found.start() if found else end], start, end, closed=found is not None)


def _raw(source: str, tag: Token, endless: set[str]) -> Token:
    """Read up to the end tag; where there is none only scripts and styles take the rest of the page.

    `endless` are the names for which no end tag follows, so that it is not looked for again.
    """
    found = None if tag.text in endless else _ENDS[tag.text].search(source, tag.end)
    if found is None:
        endless.add(tag.text)
    if found is None and tag.text not in ("script", "style"):
        return Token(Kind.RAW, "", tag.end, tag.end, closed=False)
    end = found.start() if found else len(source)
    inner = source[tag.end : end]
    text = html.unescape(inner) if tag.text in ("title", "textarea") else inner
    return Token(Kind.RAW, text, tag.end, end, closed=found is not None)
