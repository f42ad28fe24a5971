"""What the texts of a policy mention: laws, guidance, bodies, policies, sections. Targets are not looked for here."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from clauseway.describe.reading import read
from clauseway.describe.references import laws, named, policies, sections
from clauseway.describe.references.text import Text, any_of
from clauseway.model import Mention, Mentions, Piece, ReferenceType, Role
from clauseway.vocabulary import load
from clauseway.vocabulary.policy_names import read_name
from clauseway.words import words

__all__ = ["find_references", "mentions_in"]

_SOUGHT = frozenset({Role.CLAUSE, Role.LEAD_IN, Role.TAIL})
_DOCUMENTS = frozenset({ReferenceType.LAW, ReferenceType.GUIDANCE})
_FEW_WORDS = 6
_LEVELS = re.compile(r"\d\.\d")


def find_references(pieces: Sequence[Piece]) -> Mentions:
    """What each clause, stem and tail of a policy mentions, piece by piece."""
    return tuple(_of_piece(piece) if piece.role in _SOUGHT else () for piece in pieces)


def _of_piece(piece: Piece) -> tuple[Mention, ...]:
    found = mentions_in(piece.text)
    if not found and piece.item and _lists_policies(piece):
        found = _listed(piece.text)
    if found and _is_history(piece):
        return tuple(msgspec.structs.replace(mention, past=True) for mention in found)
    return found


def mentions_in(text: str) -> tuple[Mention, ...]:
    """What a text mentions, in the order of the words."""
    # Most clauses mention nothing: one look at their words spares the finders all of them.
    there = _all_words().intersection(read(text).tokens)
    levels = _LEVELS.search(text)
    if not there and not levels:
        return ()
    whole = Text(text)
    known = list(named.find_named(whole)) if there & named.named_words() else []
    if there & laws.KINDS:
        known += _apart(laws.find_laws(whole), known)
    documents = [mention for mention in known if mention.type in _DOCUMENTS]
    # A policy may bear the name of a law (`our GDPR policy`), and guidance may be on policies.
    found = policies.find_policies(whole) if there & policies.policy_words() else ()
    covered = _Covered(documents)
    others = [one for one in found if not covered.holds(one)]
    named_here = sorted([*documents, *(one for one in others if one.names)], key=_order)
    placed = list(sections.find_sections(whole, named_here)) if there & sections.section_words() else []
    placed += _apart(sections.find_bare(whole), placed) if levels else ()
    covered = _Covered(others)
    known = [one for one in known if one.type not in _DOCUMENTS or one.year or not covered.holds(one)]
    if there & laws.described_words():
        known += _apart(laws.find_described(whole), [*known, *others, *placed])
    if there & sections.pointing_words():
        placed += _apart(sections.find_pointers(whole), [*placed, *others])
    return tuple(sorted((*known, *placed, *others), key=_order))


def _order(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.type


def _apart(some: Iterable[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """Those that share no letter with any of the others."""
    covered = _Covered(others)
    return (one for one in some if not covered.touches(one))


class _Covered:
    """The stretches of a text that some mentions cover, so that one look tells whether another touches them."""

    def __init__(self, some: Iterable[Mention]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for one in sorted(some, key=_order):
            if self._ends and one.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], one.end)
            else:
                self._starts.append(one.start)
                self._ends.append(one.end)

    def touches(self, mention: Mention) -> bool:
        """Whether a mention shares a letter with any of them."""
        last = bisect_left(self._starts, mention.end) - 1
        return last >= 0 and self._ends[last] > mention.start

    def holds(self, mention: Mention) -> bool:
        """Whether a mention stands within one of them, or within several that overlap."""
        last = bisect_right(self._starts, mention.start) - 1
        return last >= 0 and self._ends[last] >= mention.end


def _lists_policies(piece: Piece) -> bool:
    """Whether an item stands in a list of policies, by its stem or else its heading."""
    above = (piece.lead_ins or piece.section_path)[-1:]
    return any(_of_policies().search(text.lower()) and _as_listed().search(text.lower()) for text in above)


def _listed(text: str) -> tuple[Mention, ...]:
    """An item that is nothing but the name of a policy."""
    name = " ".join(words(text.lower()))
    topics, left = read_name(name)
    known = topics and not left and len(words(text)) <= _FEW_WORDS
    return (Mention(ReferenceType.POLICY, text, 0, len(text), (name,)),) if known else ()


def _is_history(piece: Piece) -> bool:
    """Whether a piece stands in a table or list of what was changed when."""
    return any(_histories().search(heading.lower()) for heading in piece.section_path[-1:])


@cache
def _all_words() -> frozenset[str]:
    return (
        named.named_words()
        | laws.KINDS
        | laws.described_words()
        | policies.policy_words()
        | sections.section_words()
        | sections.pointing_words()
    )


@cache
def _of_policies() -> re.Pattern[str]:
    return any_of(tuple(load("references")["lists_of"]))


@cache
def _as_listed() -> re.Pattern[str]:
    return any_of(tuple(load("references")["listed_as"]))


@cache
def _histories() -> re.Pattern[str]:
    return any_of(tuple(load("references")["histories"]))
