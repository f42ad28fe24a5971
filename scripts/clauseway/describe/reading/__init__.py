"""A text read once for all who ask about it: its words, sentences, groups of people and words of duty."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from clauseway.describe.reading.cues import Cue, find_cues
from clauseway.describe.reading.grammar import CUES
from clauseway.describe.reading.mentions import ROLES, Mention, find_mentions
from clauseway.describe.reading.tokens import ENDERS, fold, sentences, span, tokenise

# Lead-ins and headings come again with every clause below them, and a clause is asked about twice.
_REMEMBERED = 2048
_MARKS = frozenset(CUES) | ENDERS
_KNOWN = _MARKS | frozenset(ROLES)


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What stands in a text."""

    text: str
    """The text as it is."""
    folded: str
    """The text in lower case with straight apostrophes, of the same length."""
    tokens: list[str]
    """Its words and marks, folded."""
    sentences: list[tuple[int, int]]
    """Token ranges of its sentences."""
    mentions: list[Mention]
    """Groups of people named in it."""
    cues: tuple[Cue, ...]
    """Words of duty, not yet judged."""

    def words(self, start: int, end: int) -> tuple[str, int, int]:
        """Give the words from one token up to another, and their offsets."""
        first, last = span(self.folded, self.tokens, start, end)
        return self.text[first:last], first, last


@lru_cache(maxsize=_REMEMBERED)
def read(text: str) -> Reading:
    """Read a text."""
    folded = fold(text)
    tokens = tokenise(folded)
    known = [place for place, token in enumerate(tokens) if token in _KNOWN]
    marked = [place for place in known if tokens[place] in _MARKS]
    bounds = sentences(tokens, marked)
    mentions = find_mentions(tokens, known)
    return Reading(text, folded, tokens, bounds, mentions, find_cues(tokens, bounds, mentions, marked))


__all__ = ["Cue", "Mention", "Reading", "read"]
