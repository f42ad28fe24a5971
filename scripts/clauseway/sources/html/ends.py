"""What stands below the text at the end of a page, and says what pages say of themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from clauseway.sources.html.elements import BLOCKS, attribute
from clauseway.sources.html.measure import Measure, measure
from clauseway.sources.html.names import part_of
from clauseway.sources.html.tree import Node
from clauseway.vocabulary import load

FOOT = "web page foot"
"""Why the end of a page is furniture."""
COOKIES = "cookie notice"
"""Why a notice about cookies is furniture."""

_NAMED = frozenset([FOOT, COOKIES, "web page menu", "web page sharing"])

_MOST = 60  # words of such a part
_SHARE = 0.25  # of the page's words that stand before it, at most
_BOXES = (BLOCKS - {"li", "dt", "dd", "tr", "body", "html", "head"}) | {"span", "font", "tr"}
_SENTENCE = 3  # words of the shortest sentence that is not taken for an address
_STOPS = (".", ";", ":", "?")
_NOT_WORDS = re.compile(r"[^\w\s©]+")
_BUTTONS = frozenset(["a", "button"])


def find_ends(nodes: Sequence[Node], skipped: Collection[int]) -> Mapping[int, str]:
    """Give the parts below the text that say of themselves that they are the page's, from its end upwards.

    `skipped` are elements of which it is known that they are no text.
    """
    counts = measure(nodes, skipped)
    found: dict[int, str] = {}
    end = len(nodes)
    for index in range(len(nodes) - 1, 0, -1):
        node = nodes[index]
        if node.tag not in _BOXES or counts.all[end] > counts.all[node.last]:
            continue
        if counts.words(nodes, index) > 0 and _is_foot(nodes, counts, index):
            found[index] = FOOT
            end = index
    return found


def _is_foot(nodes: Sequence[Node], counts: Measure, index: int) -> bool:
    if not _is_small(nodes, counts, index):
        return False
    lines = list(_lines(nodes, index))
    own = [line for line in lines if _is_own(line)]
    if any(_may_rule(line) for line in lines if line not in own):
        return False
    return bool(own) or part_of(nodes[index]) in _NAMED


def _is_small(nodes: Sequence[Node], counts: Measure, index: int) -> bool:
    said = counts.words(nodes, index)
    return said <= _MOST and said <= counts.all[index] * _SHARE


def find_cookie_lines(nodes: Sequence[Node], skipped: Collection[int]) -> Iterator[int]:
    """Give the parts that speak of cookies and have a button to accept them."""
    counts = measure(nodes, skipped)
    accepting = [0]
    speaking = [0]
    for index, node in enumerate(nodes):
        accepting.append(accepting[-1] + _accepts(nodes, counts, index))
        speaking.append(speaking[-1] + (not node.tag and "cookie" in node.text.lower()))
    skip = 1
    for index, node in enumerate(nodes):
        if index < skip or node.tag not in _BOXES or index in skipped or counts.words(nodes, index) > _MOST:
            continue
        if accepting[node.last] > accepting[index] and speaking[node.last] > speaking[index]:
            skip = node.last
            yield index


def _accepts(nodes: Sequence[Node], counts: Measure, index: int) -> bool:
    """Whether an element is a button with which people accept cookies."""
    node = nodes[index]
    is_button = node.tag in _BUTTONS or attribute(node.attributes, "role") == "button"
    if not is_button or not 0 < counts.words(nodes, index) <= 4:
        return False
    return _plain("".join(inner.text for inner in nodes[index : node.last])) in load("web")["cookie_buttons"]


def _lines(nodes: Sequence[Node], index: int) -> Iterator[str]:
    """Give the lines of a part."""
    line: list[str] = []
    for node in nodes[index : nodes[index].last]:
        if node.tag == "br" or node.tag in BLOCKS:
            yield "".join(line).strip()
            line = []
        else:
            line.append(node.text)
    yield "".join(line).strip()


def _plain(text: str) -> str:
    return " ".join(_NOT_WORDS.sub(" ", text.lower()).split())


def _is_own(line: str) -> bool:
    return bool(_own_lines().search(_plain(line)))


def _may_rule(line: str) -> bool:
    """Whether a line may say what someone does: a sentence, or one with a word that rules."""
    found = _plain(line).split()
    return (len(found) >= _SENTENCE and line.endswith(_STOPS)) or any(word in _ruling_words() for word in found)


@cache
def _own_lines() -> re.Pattern[str]:
    heads = "|".join(re.escape(head) for head in load("web")["foot_heads"])
    inner = "|".join(re.escape(part) for part in load("web")["foot_parts"])
    return re.compile(rf"^(?:{heads})(?![^\W\d_])|(?<!\w)(?:{inner})(?!\w)")


@cache
def _ruling_words() -> frozenset[str]:
    return frozenset(load("web")["ruling_words"])
