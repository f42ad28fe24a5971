"""Asking verbs: "we ask parents to", "the school expects that", "section 88 requires the governing body to"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from clauseway.describe.reading import grammar as g

_ASKED_WITHIN = 8


def is_request(tokens: Sequence[str], place: int, behind: int, start: int, people: Container[int], needs: str) -> bool:
    """Tell whether an asking verb at `place` asks something of someone, as its entry in the word list needs.

    `people` holds the numbers of the tokens at which a group of people is named.
    """
    if needs == "asker":
        return _asker(tokens, place, start)
    return _asked(tokens, behind, people) and (needs == "asked" or _asker(tokens, place, start))


def _asker(tokens: Sequence[str], place: int, start: int) -> bool:
    """Tell whether an asking verb has the school or its people as its subject: "we ask", "the school would ask"."""
    k = place - 1
    while k >= start and (g.is_adverb(tokens[k]) or tokens[k] in g.BEFORE_A_REQUEST or tokens[k].isdigit()):
        k -= 1  # "The Regulations 2024 require"
    if k >= start and tokens[k] == "and":
        k = next((j for j in range(start, min(start + 4, k)) if tokens[j] in g.ASKERS), start)
    return k >= start and tokens[k] in g.ASKERS


def _asked(tokens: Sequence[str], behind: int, people: Container[int]) -> bool:
    """Tell whether someone is asked behind the verb, or "that" follows."""
    after = behind
    while after < len(tokens) and tokens[after] in g.BEFORE_THE_ASKED:
        if tokens[after] == "that":
            return True
        after += 1
    for place in range(after, min(after + _ASKED_WITHIN, len(tokens))):
        if place in people or tokens[place] in {"you", "them", "those"}:
            return True
        if tokens[place] == "to" or tokens[place] in g.SUBORDINATORS:
            break
    return False
