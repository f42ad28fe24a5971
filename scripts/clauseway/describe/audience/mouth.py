"""In whose mouth or ear words are: "my child" is said by a parent, "your line manager" to staff."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from clauseway.describe.reading import read
from clauseway.describe.reading.grammar import phrase
from clauseway.describe.reading.phrases import grow, longest
from clauseway.describe.sentences import holds_any, shortest
from clauseway.model import Audience
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("roles")
_OWN_WORDS = grow((phrase(w), Audience(who)) for who, words in _DATA["own_words"].items() for w in words)
# Words of which one stands in every such phrase, and in few other texts.
_TELLING = frozenset({"you", "your", "my", "parent", "teachers", "behalf", "colleague", "colleagues"})
_LETTERS = shortest(_TELLING)
_ENOUGH, _SHARE = 2, 0.7


@lru_cache(maxsize=1024)
def mouth(text: str) -> Audience | None:
    """Give who speaks or is spoken to, where a text's own words tell."""
    if not holds_any(text.lower(), _LETTERS):
        return None  # nearly always so, and told of a whole document without reading it
    tokens = read(text).tokens
    if _TELLING.isdisjoint(tokens):
        return None
    for place, token in enumerate(tokens):
        if token in _OWN_WORDS:
            match = longest(tokens, place, _OWN_WORDS[token])
            if match is not None:
                return match[1]
    return None


def spoken_to(texts: Iterable[str]) -> Audience | None:
    """Give whom a whole document speaks to, where at least two of its texts tell and they nearly all agree."""
    votes = Counter(audience for audience in map(mouth, texts) if audience is not None)
    if not votes:
        return None
    audience, count = votes.most_common(1)[0]
    return audience if count >= _ENOUGH and count >= _SHARE * votes.total() else None
