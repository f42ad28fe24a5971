"""What a stem shows by its shape: what people need, what something is used for, signs of something, its last word."""

from __future__ import annotations

from typing import Any

from clauseway.describe.reading import Reading
from clauseway.describe.reading import grammar as g
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("duties")
NEEDS, _WILL, _NEEDY = frozenset({"need", "needs"}), frozenset({"will"}), frozenset({"they", "you", "he", "she"})
_MEANS_TO = frozenset({"collect", "collects", "hold", "holds", "process", "processes", "use", "uses"})
_BEFALLS = frozenset(_DATA["befalls"])
_DESCRIBES = frozenset({"who", "being", "at", "experiencing", "suffering"})
_POSSIBLY = frozenset({"may", "can", "also"})


def means_to(reading: Reading) -> int:
    """Give the verb of "We use the data to:" and "The school collects it to:", 0 where there is none."""
    if last_word(reading) != "to":
        return 0
    schools = {m.end for m in reading.mentions if m.role == "school"}
    spoken = (k for k, t in enumerate(reading.tokens) if t in _MEANS_TO and k)
    return next((k for k in spoken if reading.tokens[k - 1] == "we" or k in schools), 0)


def needs_of_people(reading: Reading) -> bool:
    """Tell "Pupils will need:" and "For PE they need:" from "These are the things that some children need:"."""
    before = [t for t in reading.tokens if t[0].isalpha()][:-1]
    if not g.RELATIVES.isdisjoint(before):
        return False
    while before and (before[-1] in _WILL or g.is_adverb(before[-1])):
        before.pop()
    named = reading.mentions[-1].end if reading.mentions else 0
    return before[-1:] != [] and (before[-1] in _NEEDY or (named > 0 and reading.tokens[named - 1] == before[-1]))


def tells_signs(reading: Reading) -> bool:
    """Tell a stem that breaks off at "may" behind someone whom something befalls: "A child who is bullied may:"."""
    if not reading.mentions or not reading.cues or last_word(reading) not in _POSSIBLY:
        return False
    described = reading.tokens[reading.mentions[0].end : reading.cues[-1].start]
    return not _DESCRIBES.isdisjoint(described) and not _BEFALLS.isdisjoint(described)


def last_place(reading: Reading) -> tuple[int, int]:
    """Give the token range of a stem's last word."""
    place = max(k for k, t in enumerate(reading.tokens) if t[0].isalnum())
    return place, place + 1


def last_word(reading: Reading) -> str:
    """Give a stem's last word, nothing where it has none."""
    return next((t for t in reversed(reading.tokens) if t[0].isalnum()), "")
