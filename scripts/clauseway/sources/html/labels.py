"""Numbers that stand right before their words: programs write those of their lists so (`1.1This policy`).

The number is parted from the words, in the text of the page and in the count of its words alike.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from clauseway.sources.html.elements import RAW, attribute, parts_words
from clauseway.sources.html.tree import Node, ancestors

_HEAD = 60  # characters of a line within which its number ends
_NOT_A_CLOCK = r"(?![AaPp][Mm]\b)"
_BEGINS = r"(?=[A-Z][a-z]|[A-Z]{2}|[“‘\"])"  # as a sentence does
_ANY = re.compile(rf"\s*(?:\d{{1,3}}(?:\.\d{{1,3}})+\.?|\d{{1,3}}\.){_NOT_A_CLOCK}{_BEGINS}")
# Pages of programs that are known to do so: letters, brackets and numbers without a stop, too.
_JOINED = re.compile(
    rf"\s*(?:(?:[A-Z][a-z]+ )?\d{{1,3}}(?:\.\d{{1,3}})*\.?(?={_NOT_A_CLOCK}[A-Z][a-z])"
    rf"|\d{{1,3}}(?:\.\d{{1,3}})+\.?{_NOT_A_CLOCK}(?=[A-Z])"
    r"|\((?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)(?!s?he\b)(?=[^\W_])"
    r"|(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)(?=[^\W_])"
    r"|[A-Z]\.(?=[A-Z][a-z]{2})|(?:[a-z]|[ivx]{2,5})\.(?=[a-zA-Z]{2}))"
)
_ALONE = re.compile(
    r"\s*(?:\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)]|\((?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)|(?:[a-zA-Z]|[ivx]{1,5})\))"
    r"(?=(?!(?:st|nd|rd|th|am|pm)\b)[^\W\d_])|\s*\d{1,3}(?=[A-Z][a-z])"
)
_JOINING = ("libreoffice", "openoffice", "staroffice")


def part_labels(nodes: Sequence[Node], source: str) -> tuple[int, ...]:
    """Set a space behind each number that stands right before words; gives the offsets of these places."""
    whole = _JOINED if _joins_labels(nodes) else _ANY
    return tuple(offset for line in _lines(nodes) if (offset := _part(nodes, line, whole, source)) is not None)


def _joins_labels(nodes: Sequence[Node]) -> bool:
    return any(
        node.tag == "meta"
        and attribute(node.attributes, "name") == "generator"
        and attribute(node.attributes, "content").startswith(_JOINING)
        for node in nodes
    )


def _lines(nodes: Sequence[Node]) -> Iterator[list[int]]:
    """Give the first stretches of text of each line of the page."""
    within: list[int] = []  # by node, the element around it that makes a line
    line: list[int] = []
    begun = length = last = 0
    for index, node in enumerate(nodes):
        parting = not node.tag or not parts_words(node.tag)
        within.append(within[node.parent] if parting and index else index)
        if node.tag:
            begun = begun if parting else index
            continue
        if line and (begun, within[index]) != (last, within[line[0]]):
            yield line
            line, length = [], 0
        last = begun
        if length < _HEAD and nodes[node.parent].tag not in RAW:
            line.append(index)
            length += len(node.text.strip())
    if line:
        yield line


def _part(nodes: Sequence[Node], line: Sequence[int], whole: re.Pattern[str], source: str) -> int | None:
    """Part the number at the head of a line; None where there is nothing to part."""
    text = "".join(nodes[index].text for index in line)
    found = whole.match(text)
    alone = None if found else _ALONE.match(text)
    if not (label := found or alone):
        return None
    position = label.end()
    for index in line:
        size = len(nodes[index].text)
        if position < size:
            return _set_apart(nodes, index, position, source) if found or not position else None
        position -= size
    return None


def _set_apart(nodes: Sequence[Node], index: int, position: int, source: str) -> int | None:
    node = nodes[index]
    offset = _offset(node, position, source)
    if offset is None or _is_raised(nodes, index) or (not position and _is_raised(nodes, index - 1)):
        return None
    node.text = f"{node.text[:position]} {node.text[position:]}"
    return offset


def _is_raised(nodes: Sequence[Node], index: int) -> bool:
    return any(nodes[above].tag == "sup" for above in ancestors(nodes, index))


def _offset(node: Node, position: int, source: str) -> int | None:
    """Tell where in the source a place in a text stands; None where that is not certain."""
    raw, before = source[node.start : node.end], node.text[:position]
    if not position:
        return node.start
    at = raw.find(before.strip()) + len(before.strip())
    return node.start + at if html.unescape(raw[:at]) == before else None
