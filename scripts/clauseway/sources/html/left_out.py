"""What stands in a page and not in its text: for the report, and for the count of its words."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence

from clauseway.model import Place
from clauseway.sources.findings import COMMENT, PICTURE, Tally
from clauseway.sources.html.comments import SIGN
from clauseway.sources.html.elements import is_block, parts_words, shows_as_block
from clauseway.sources.html.paragraphs import Lines
from clauseway.sources.html.styles import Style
from clauseway.sources.html.tokens import Kind
from clauseway.sources.html.tree import Node, Page
from clauseway.sources.html.words import Mask
from clauseway.words import has_words

_PARTING = "<hr>"  # a mark at which words end
_WORDLESS = frozenset(["embedded page", "film or sound"])


def count_left_out(page: Page, outside: Mapping[int, str], parts: Mapping[int, str], lines: Lines) -> Tally:
    """Count what is left out, in the order of the page."""
    tally = Tally()
    for what, sample, offset in sorted(_pieces(page, outside, parts), key=lambda piece: piece[2]):
        tally.note(what, sample, Place(line=lines.at(offset)))
    return tally


def masks(
    page: Page, outside: Mapping[int, str], stated: Mapping[int, Style], notes: Iterable[int], source: str
) -> Iterator[Mask]:
    """Give the stretches of the source that hold no text of the page, or hold it in another way than as text."""
    yield from _left_out_masks(page.nodes, outside, source)
    yield from _odd_masks(page)
    seams = [*page.seams, *(offset for index in notes for offset in _ends(page.nodes[index]))]
    for index, style in stated.items():
        tag = page.nodes[index].tag
        if index not in outside and not is_block(tag) and shows_as_block(style.get("display", "")):
            seams += _ends(page.nodes[index])
    yield from (Mask(offset, offset, _PARTING) for offset in seams)


def _ends(node: Node) -> tuple[int, int]:
    return node.start, node.end


def _left_out_masks(nodes: Sequence[Node], outside: Mapping[int, str], source: str) -> Iterator[Mask]:
    for index, what in outside.items():
        node = nodes[index]
        if what or not source.startswith("</", _end_of_content(nodes, index)):
            yield Mask(node.start, node.end, _PARTING if parts_words(node.tag) else "")


def _odd_masks(page: Page) -> Iterator[Mask]:
    """Mask what parsers read in different ways: characters set apart, comments, tags with an open quote."""
    for node in page.nodes:
        if not node.tag and "<" in node.text and page.nodes[max(node.parent, 0)].tag in ("title", "xmp"):
            yield Mask(node.start, node.end, html.escape(node.text))
    for token in page.odd:
        if token.kind is Kind.TEXT:
            yield Mask(token.start, token.end, html.escape(token.text))
        elif token.kind is Kind.START:
            yield Mask(token.start, token.end, _as_plain_tag(token.text))
        elif token.kind is Kind.COMMENT and (not token.text or "--" in token.text or not token.closed):
            yield Mask(token.start, token.end)


def _as_plain_tag(tag: str) -> str:
    """Write a tag anew without what it states: a program or style stays one, another one parts words or not."""
    if tag in ("script", "style"):
        return f"<{tag}>"
    return _PARTING if parts_words(tag) else ""


def _end_of_content(nodes: Sequence[Node], index: int) -> int:
    """Give the offset behind the text of an element that holds only text."""
    last = nodes[nodes[index].last - 1]
    return last.end if not last.tag else -1


def _pieces(page: Page, outside: Mapping[int, str], parts: Mapping[int, str]) -> Iterator[tuple[str, str, int]]:
    for index, what in outside.items():
        node = page.nodes[index]
        sample = " ".join(" ".join(inner.text for inner in page.nodes[index : node.last]).split())
        if what and what != SIGN and (has_words(sample) or what in _WORDLESS):
            yield what, sample or node.attributes.get("src", ""), node.start
    for index, node in enumerate(page.nodes):
        if node.tag in ("img", "image") and not _is_in(page.nodes, index, parts):
            yield PICTURE, node.attributes.get("alt", ""), node.start
        elif node.tag == "embed":
            yield "embedded page", node.attributes.get("src", ""), node.start
    for token in page.odd:
        if token.kind is Kind.COMMENT and has_words(token.text) and not token.text.lstrip().startswith("[if"):
            yield COMMENT, token.text, token.start


def _is_in(nodes: Sequence[Node], index: int, parts: Mapping[int, str]) -> bool:
    """Whether an element stands in a part of the page's own."""
    while index > 0:
        if index in parts:
            return bool(parts[index])
        index = nodes[index].parent
    return False
