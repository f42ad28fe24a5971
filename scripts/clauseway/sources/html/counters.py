"""Counters as style sheets use them: who starts one, how far it reaches, what it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clauseway.sources.html.numerals import BULLETS, numeral

_PAIR = re.compile(r"(-?[A-Za-z_][\w-]*)(?:\s+(-?\d{1,9})(?![\w-]))?")
_CONTENT = re.compile(
    r"""\s*(?:(?P<counter>counters?)\(\s*(?P<name>-?[A-Za-z_][\w-]*)\s*(?:,\s*(?P<args>[^()]*))?\)
    |"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)')\s*""",
    re.VERBOSE | re.DOTALL,
)
_STRING = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*(?:,\s*([\w-]+)\s*)?""", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_RESERVED = frozenset(["none", "inherit", "initial", "unset", "revert"])


class Unresolved(Exception):
    """A number whose style sheet cannot be followed for certain."""


class Counters:
    """The counters in force at one place of a page, going forward."""

    def __init__(self) -> None:
        self._open: dict[str, list[list[int]]] = {}
        self._begun: list[tuple[int, str]] = []

    def reset(self, name: str, value: int, depth: int) -> None:
        """Start a counter at an element whose parent stands `depth` deep; it replaces a sibling's."""
        stack = self._open.setdefault(name, [])
        if stack and stack[-1][0] == depth:
            stack[-1][1] = value
        else:
            stack.append([depth, value])
            self._begun.append((depth, name))

    def increment(self, name: str, by: int, depth: int) -> None:
        """Count on; a counter that no one started starts here."""
        if not self._open.get(name):
            self.reset(name, 0, depth)
        self._open[name][-1][1] += by

    def set(self, name: str, value: int, depth: int) -> None:
        """Give a counter a value."""
        self.increment(name, 0, depth)
        self._open[name][-1][1] = value

    def leave(self, depth: int) -> None:
        """End the counters whose elements' parent stands `depth` deep or deeper."""
        while self._begun and self._begun[-1][0] >= depth:
            self._open[self._begun.pop()[1]].pop()

    def values(self, name: str) -> list[int]:
        """Give the values of a counter's levels, outermost first; a lone 0 where it was not started."""
        return [value for _, value in self._open.get(name, ())] or [0]

    def write(self, content: str) -> tuple[str, bool]:
        """Give the text that a value of the property `content` prints, and whether it counts.

        Raises Unresolved where it holds anything but strings and counters.
        """
        parts: list[str] = []
        counts = False
        for found in _parts(content):
            if found["counter"]:
                counts = True
                parts.append(self._count(found))
            else:
                parts.append(unescape(found["double"] or found["single"] or ""))
        return "".join(parts), counts

    def _count(self, found: re.Match[str]) -> str:
        values, args, glue = self.values(found["name"]), found["args"] or "", ""
        if found["counter"] == "counters":
            string = _STRING.fullmatch(args)
            if not string:
                raise Unresolved
            glue, style = unescape(string[1] or string[2] or ""), string[3] or "decimal"
        else:
            values, style = values[-1:], args.strip() or "decimal"
        written = [BULLETS.get(style) or numeral(value, style) for value in values]
        if style == "none":
            return ""
        if None in written:
            raise Unresolved
        return glue.join(text for text in written if text)


def pairs(value: str, default: int) -> Iterator[tuple[str, int]]:
    """Give the counters named in `counter-reset` or `counter-increment`, with their numbers.

    Raises Unresolved where there is anything else.
    """
    value = value.strip()
    if value.lower() in _RESERVED:
        return
    if _PAIR.sub("", value).strip():
        raise Unresolved
    for name, number in _PAIR.findall(value):
        yield name, int(number) if number else default


def unescape(string: str) -> str:
    """Resolve the escapes of a style sheet's string."""
    if "\\" not in string:
        return string
    return _ESCAPE.sub(lambda found: _character(found[1]) if found[1] else found[2].strip("\n"), string)


def _character(digits: str) -> str:
    code = int(digits, 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _parts(content: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(content):
        found = _CONTENT.match(content, position)
        if not found or found.end() == position:
            raise Unresolved
        yield found
        position = found.end()
