"""Headings and stems that break off in a denial: what stands below is what nobody is to do, however it opens.

"You must not" over "1. Eat near the computers": the item only looks like an instruction.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from clauseway.describe.reading import grammar as g
from clauseway.describe.reading import read
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("duties")
_NOT, _BEFORE_NOT, _BEHIND_NOT = (frozenset(_DATA[f"denials_{name}"]) for name in ("end", "before", "behind"))
_DOS = frozenset({"do", "dos", "do's"})
_STOPPING = frozenset({"barred", "kept", "prevented", "stopped"})
_AVOIDING, _PREPOSITIONS = frozenset(_DATA["avoiding"]), frozenset({"from"})
_NOT_BEFORE_NEVER = g.JOINS | {"if", "when", "almost"}
_IN_DOUBT = frozenset({"could", "might", "would"})
_OPEN_ENDS = frozenset({"to", "able", "be", "must", "will", "should", "may", "can", "cannot", "not"})


@lru_cache(maxsize=1024)
def forbids_below(heading: str) -> bool:
    """Tell a heading that breaks off in a denial: "You must not", "Don'ts", "What we do not do", "Not allowed:"."""
    words = _words(heading)
    if "?" in heading or "if" in words:
        return False
    last = len(words) - 1
    while last > 0 and words[last] in _BEHIND_NOT:
        last -= 1
    if last < 0 or words[last] not in _NOT:
        return False
    before = words[last - 1] if last else ""
    told = words[last] == "never" and before not in _NOT_BEFORE_NEVER
    asked = words[last] == "not" and before == "what"  # "What not to do"
    if (
        words[last] in {"not", "never"}
        and last
        and before not in _BEFORE_NOT
        and not (g.is_adverb(before) or told or asked)
    ):
        return False
    return _DOS.isdisjoint(words[:last]) or before in _BEFORE_NOT  # "Dos and don'ts" heads both


@lru_cache(maxsize=1024)
def avoids(stem: str) -> bool:
    """Tell a stem that breaks off in a verb of keeping away: "Staff should avoid:", "Pupils must refrain from:"."""
    words = _words(stem)
    if words[-1:] == ["from"] and not _STOPPING.isdisjoint(words[-3:-1]):
        return True  # "Pupils are stopped from:"
    while words and (words[-1] in _PREPOSITIONS or g.is_adverb(words[-1])):
        words.pop()
    return words[-1:] != [] and words[-1] in _AVOIDING


@lru_cache(maxsize=1024)
def breaks_off(stem: str) -> bool:
    """Tell a stem without a duty that breaks off before its verb: "This may help to:", "It is not necessary to:"."""
    words = _words(stem)
    unfinished = len(words) > 1 and words[-1] in _OPEN_ENDS
    doubtful = words[-1:] != [] and words[-1] in _IN_DOUBT
    return doubtful or (unfinished and (bool(read(stem).cues) or not _NOT.isdisjoint(words)))


def _words(text: str) -> list[str]:
    return [t for t in read(text).tokens if t[0].isalpha()]
