"""Titles: which line names the policy, and where in a file another policy starts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from clauseway.model import BlockKind
from clauseway.structure.furniture import names_document, plain
from clauseway.structure.units import Unit
from clauseway.vocabulary import load

_HEAD_ZONE = 25
_MAX_MENU_WORDS = 5
# A line that opens so speaks of a document and does not name one: 'A model policy for schools'.
_ARTICLES = frozenset({"a", "an", "this", "these", "model"})
_MAX_TITLE_WORDS = 14
_SELF = re.compile(r"This (?:agreement|policy|code|procedure|contract|charter)\b")
_SENTENCE_END = re.compile(r"[.;:!,]$")


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    data = load("structure")
    policy = re.compile(rf"\b(?:{'|'.join(map(re.escape, data['policy_words']))})\b", re.IGNORECASE)
    return policy, frozenset(data["opening_heads"]), frozenset(data["appendix_words"])


@lru_cache(maxsize=1)
def _subjects() -> re.Pattern[str]:
    words = {word for kind in load("kinds")["kinds"].values() for word in kind if len(word) > 4}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})", re.IGNORECASE)


def names_subject(text: str) -> bool:
    """Whether a line begins with what policies are about: `Charging and Remissions`."""
    return _subjects().match(text) is not None


def could_be_title(unit: Unit) -> bool:
    """Whether a line has the form of a document's title: short, unnumbered, names a kind of document."""
    block = unit.block
    if block.kind in (BlockKind.ITEM, BlockKind.ROW) or unit.number is not None:
        return False
    words = block.text.split()
    return (
        plain(block.text) not in _words()[1]
        and len(words) <= _MAX_TITLE_WORDS
        and not _SENTENCE_END.search(block.text)
        and _begins_a_name(block.text)
        and words[0].lower() not in _ARTICLES
        and names_document(block.text)
        and not (words[0].lower() in load("structure")["question_words"] and words[0][0].isupper())
    )


def _begins_a_name(text: str) -> bool:
    """Whether a line begins with a capital, as `e-Safety` and `iPads` do too."""
    return any(letter.isupper() for letter in text.split(maxsplit=1)[0][:3]) and not text[:1].isdigit()


def find_title(running: Sequence[Unit]) -> int | None:
    """Index of the title among a policy's running text, or None.

    The first line at the head that names a kind of document; else a heading, or a short first line.
    """
    head = list(_head(running))
    for index in head:
        if could_be_title(running[index]) or _heads_all(running, index):
            return index
    for index in head:
        if running[index].block.kind is BlockKind.HEADING and plain(running[index].body) not in _words()[1]:
            return index
    first = next((i for i in head if running[i].block.kind is not BlockKind.ITEM), None)
    if first is not None and running[first].block.text.isupper() and not _is_subject(running[first]):
        below = (i for i in head if i > first and _is_subject(running[i]))
        first = next(below, first)  # above it stands the body that gave it out
    if first is None or not _is_short_line(running[first]) or plain(running[first].body) in _words()[1]:
        return None
    stands = running[first].block.bold or _stands_over_text(running, first) or names_subject(running[first].block.text)
    return first if stands else None


def _heads_all(running: Sequence[Unit], index: int) -> bool:
    """Whether a line is the one heading of the highest level and names what policies are about."""
    block = running[index].block
    levels = [unit.block.level for unit in running if unit.block.kind is BlockKind.HEADING]
    top = block.kind is BlockKind.HEADING and block.level == min(levels) and levels.count(block.level) == 1
    return top and len(levels) > 1 and names_subject(running[index].body)


def _head(running: Sequence[Unit]) -> Iterator[int]:
    """Indices up to the first paragraph that says something."""
    for index, unit in enumerate(running[:_HEAD_ZONE]):
        words = len(unit.block.text.split())
        if words > (_MAX_MENU_WORDS if unit.block.kind is BlockKind.ITEM else 25):
            return
        yield index


def _is_short_line(unit: Unit) -> bool:
    text = unit.block.text
    plain_line = unit.number is None and unit.block.kind is BlockKind.PARAGRAPH
    return plain_line and len(text.split()) <= 8 and not _SENTENCE_END.search(text) and text[:1].isupper()


def _is_subject(unit: Unit) -> bool:
    """Whether a short line speaks of what policies are about: `Staff use of social media`."""
    return _is_short_line(unit) and _subjects().search(unit.block.text) is not None


def _stands_over_text(running: Sequence[Unit], index: int) -> bool:
    """Whether another heading-like line follows, so that this one is the title and not the first heading."""
    return index + 1 < len(running) and (running[index + 1].number is not None or _is_short_line(running[index + 1]))


def find_starts(
    running: Sequence[Unit], title: int | None, edges: frozenset[int], dated: frozenset[int], stated: Sequence[str]
) -> tuple[int, ...]:
    """Indices at which a further policy starts, in order.

    `edges` are indices directly after a page break, a repeated motto or a school name; `dated` those directly
    above metadata. `stated` are the lines at which a person says the policies start; where they are given
    nothing else is looked for.
    """
    if stated:
        wanted = {plain(line) for line in stated[1:]}
        return tuple(i for i, unit in enumerate(running) if i != title and plain(unit.block.text) in wanted)
    if title is None:
        return ()
    first = running[title].block.text
    ranked = _ranked_with(running, title)
    marks: tuple[Callable[[int], bool], ...] = (
        lambda i: i in edges,
        lambda i: i in dated,
        lambda i: _opens(running, i),
        lambda i: _resembles(running[i].block.text, first),
        lambda i: _renumbers(running, i),
        lambda i: _speaks_of_itself(running, i),
        lambda i: _is_promised(running, i),
        lambda i: i in ranked,
    )
    later = (i for i in range(title + 1, len(running)) if _names_a_policy(running, i, first))
    return tuple(i for i in later if sum(mark(i) for mark in marks) >= _marks_needed(running[i].block.text, first))


def _ranked_with(running: Sequence[Unit], title: int) -> frozenset[int]:
    """Headings of the title's own level or above, where nothing but names of documents has that level."""
    top = running[title].block.level
    ranked = frozenset(i for i, unit in enumerate(running) if i != title and 0 < unit.block.level <= top)
    return ranked if all(could_be_title(running[i]) for i in ranked) else frozenset()


def _marks_needed(text: str, first: str) -> int:
    """A title that holds the whole first one is rather its repetition in a page's head."""
    return 3 if plain(first) in plain(text) or plain(text) in plain(first) else 2


def _names_a_policy(running: Sequence[Unit], index: int, first: str) -> bool:
    """Whether a line could be the title of another policy; two of the marks above must then bear it out."""
    text = running[index].block.text
    policy, _, appendices = _words()
    if not could_be_title(running[index]) or not policy.search(text) or running[index - 1].block.text.endswith(":"):
        return False
    return plain(text) != plain(first) and plain(text).split(" ")[0] not in appendices


def _opens(running: Sequence[Unit], index: int) -> bool:
    """Whether an opening heading follows (`Introduction`)."""
    return any(plain(unit.body) in _words()[1] for unit in running[index + 1 : index + 3])


def _resembles(text: str, first: str) -> bool:
    """Whether two titles share most of their words: `Social Networking Policy – Parents` and `– Staff`."""
    a, b = set(plain(text).split()), set(plain(first).split())
    return len(a & b) * 2 > min(len(a), len(b)) and len(a & b) >= 2


def _renumbers(running: Sequence[Unit], index: int) -> bool:
    """Whether numbering starts again at one shortly below."""
    before = any(unit.number is not None and unit.number.parts[-1] != "1" for unit in running[:index])
    after = [unit.number for unit in running[index + 1 : index + 4] if unit.number is not None]
    return before and bool(after) and set(after[0].parts) <= {"1", "0", "section", "part"}


def _speaks_of_itself(running: Sequence[Unit], index: int) -> bool:
    """Whether the text below begins by saying what it is: `This agreement is for …`."""
    return any(_SELF.match(unit.block.text) for unit in running[index + 1 : index + 3])


def _is_promised(running: Sequence[Unit], index: int) -> bool:
    """Whether the text below is a promise in the first person: `I will:`."""
    return any(unit.body.startswith("I ") for unit in running[index + 1 : index + 5])
