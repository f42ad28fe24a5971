"""A text as the finders of references look at it: its tokens with their places, and what stands around some words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import cache, cached_property
from typing import Generic, TypeVar

from clauseway.describe.reading import read
from clauseway.describe.reading.phrases import grow, longest
from clauseway.describe.reading.tokens import places
from clauseway.vocabulary import load

T = TypeVar("T")

_NEAR = 400  # characters of a sentence that are looked at on each side: text without full stops must not cost more
_END = re.compile(r"[.;!?](?=\s|$)")


class Text:
    """The tokens of a text, and where each stands."""

    def __init__(self, text: str) -> None:
        reading = read(text)
        self.text = text
        self.folded = reading.folded
        self.tokens = reading.tokens

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The offsets of each token."""
        return places(self.folded)

    def at(self, some: Container[str]) -> list[int]:
        """The places of tokens that are among some."""
        return [place for place, token in enumerate(self.tokens) if token in some]

    def words(self, start: int, end: int) -> str:
        """The words from one token up to another, as they stand."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]

    def token(self, place: int) -> str:
        """The token at a place; empty outside the text."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else ""

    def is_capital(self, place: int) -> bool:
        """Whether the token at a place begins with a capital letter."""
        return self.text[self.spans[place][0]].isupper()

    def sentence(self, start: int, end: int) -> str:
        """The sentence around some characters, in small letters, as far as it is near."""
        first, last = max(0, start - _NEAR), min(len(self.folded), end + _NEAR)
        before = [match.end() for match in _END.finditer(self.folded, first, start)]
        after = _END.search(self.folded, end, last)
        return self.folded[before[-1] if before else first : after.start() if after else last]

    def speaks_of_past(self, start: int, end: int) -> bool:
        """Whether the sentence says that what it names is past, or means whatever edition is current."""
        return _past().search(self.sentence(start, end)) is not None


@cache
def _past() -> re.Pattern[str]:
    data = load("references")
    return any_of((*data["past"], *data["living"]))


def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of any of some phrases, as whole words."""
    ways = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)")


class Names(Generic[T]):
    """Names by their words, looked for only where the rarest word of one stands."""

    def __init__(self, named: Iterable[tuple[str, T]]) -> None:
        some = list(named)
        self._tree = grow(some)
        offsets: dict[str, set[int]] = {}
        for name, _ in some:
            tokens = name.split()
            place = _rarest(tokens)
            offsets.setdefault(tokens[place], set()).add(place)
        self._offsets = {word: tuple(places) for word, places in offsets.items()}
        self.words = frozenset(self._offsets)
        """Words of which one stands wherever there is a name."""

    def starts(self, text: Text) -> list[int]:
        """The places where a name may begin."""
        offsets = self._offsets
        some = {place - back for place in text.at(self.words) for back in offsets[text.tokens[place]] if place >= back}
        return sorted(some)

    def longest(self, text: Text, place: int) -> tuple[int, T] | None:
        """The place behind the longest name that begins at a place, and what it stands for."""
        node = self._tree.get(text.token(place))
        return longest(text.tokens, place, node) if node else None

    def ends(self, text: Text, start: int, end: int) -> bool:
        """Whether a name begins at one place and ends before another."""
        following = self._tree
        node = None
        for place in range(start, end):
            node = following.get(text.tokens[place])
            if node is None:
                return False
            following = node.following
        return node is not None and node.value is not None


def _rarest(tokens: Sequence[str]) -> int:
    """The place of the least common word of a name: of those that are not everyday, the last of the longest."""
    everyday = _everyday()
    return max(range(len(tokens)), key=lambda place: (tokens[place] not in everyday, len(tokens[place]), place))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(load("references")["everyday"])
