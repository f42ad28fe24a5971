"""In which part of its sentence a word of duty stands: main clause, relative or reported clause, or condition."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import PREPOSITIONS, ROLES

MAIN, RELATIVE, CONDITION = 0, 1, 2
_NOUN_GROUP = 3
_OWNED_WITHIN = 4
_BY = (PREPOSITIONS | {"by"}) - {"am"}  # "by 9.30 am the office will"
_OF_REASON = frozenset({"since", "than"})
_PERSONAL = frozenset({"he", "she", "they", "we", "you"})
_ENSURES = frozenset({"ensure", "ensures", "ensuring"})
_OPENERS = g.RELATIVES | _ENSURES | {"("}
_BREAKS = g.COMMAS | {":", ")"}
# Nothing else is of any concern here.
_PARTING = _BREAKS | _OF_REASON | g.SUBORDINATORS | g.OPENING_SUBORDINATORS | {"provided"} | _OPENERS
_MODALS = frozenset({"will", "would", "should", "must", "may", "can", "cannot", "shall", "could", "might"})
_FINITE = frozenset({"am", "are", "is", "was", "were", "has", "have", "had", "do", "does", "did", "cannot", "can't"})


class Place(msgspec.Struct, frozen=True, gc=False):
    """In which part of its sentence a cue stands."""

    depth: int
    """`MAIN`, `RELATIVE` or `CONDITION`."""
    subject_from: int
    """Number of the first token of the part that holds the cue's subject."""
    said_by: str = ""
    """The word whose report the cue stands in ("reminded that ...")."""


def find_place(tokens: Sequence[str], start: int, place: int, end: int) -> Place:
    """Read leftwards from a cue for the word that makes its clause a relative, a report or a condition."""
    comma = -1
    for k in [k for k in range(place - 1, start - 1, -1) if tokens[k] in _PARTING]:
        word = tokens[k]
        if word in _BREAKS:
            comma = k if comma < 0 else comma
            if word == ":":
                return Place(MAIN, k + 1)
        elif word in _OF_REASON:
            if _reason_or_comparison(tokens, start, k, place):
                return Place(CONDITION, k + 1)
        elif _subordinates(tokens, start, k):
            if not _closed(tokens, start, k, place, comma):
                return _subordinate(tokens, start, k, place, end, comma)
        elif comma < 0 and word in _OPENERS:
            found = _within(tokens, start, k, place)
            if found is not None:
                return found
    return Place(MAIN, start)


def _subordinates(tokens: Sequence[str], start: int, k: int) -> bool:
    """Tell whether the word at `k` opens a condition or the like; "services provided by others" does not."""
    word = tokens[k]
    if word == "provided":
        return tokens[k + 1] not in _BY and tokens[k + 1] not in _MODALS  # "the support provided should"
    if word == "because" and tokens[k + 1] == "of":
        return False  # "A child who misses lessons because of a sanction must"
    return word in g.SUBORDINATORS or (k == start and word in g.OPENING_SUBORDINATORS)


def _reason_or_comparison(tokens: Sequence[str], start: int, k: int, place: int) -> bool:
    """Tell "..., since children need to run about" and "more than a school can provide"; not "later than nine must"."""
    if tokens[k] == "since":
        return k > start and tokens[k - 1] in g.COMMAS
    return tokens[k] == "than" and "," not in tokens[k:place] and k < place - 1 and _short_subject(tokens, k, place)


def _closed(tokens: Sequence[str], start: int, k: int, place: int, comma: int) -> bool:
    """Tell whether a condition at `k` ends before the cue; "Whatever cannot be put right" has it in itself."""
    if tokens[k] == "whatever" and place == k + 1:
        return False
    if k > start + 1 and comma == place - 1 and "," not in tokens[k:comma]:
        return True  # "A teacher who cannot work, because they are ill, should": the comma closes the reason
    # "Visitors who are here when children are present must": the cue lies beyond the condition
    return k > start and comma < 0 and _complete(tokens, k + 1, place)


def _within(tokens: Sequence[str], start: int, k: int, place: int) -> Place | None:
    """Judge a bracket, relative or "ensure" at `k`, with no comma between it and the cue."""
    word = tokens[k]
    if word == "(":
        return Place(RELATIVE, k + 1)
    if word in _ENSURES and start < k < place - 1 and tokens[k + 1] not in g.RELATIVES:
        return Place(RELATIVE, k + 1, word)  # "to ensure pupils can": what is ensured
    if word not in g.RELATIVES:
        return None
    found = _relative(tokens, start, k, place)
    return None if found is None or (found.said_by and _complete(tokens, k + 1, place)) else found


def _relative(tokens: Sequence[str], start: int, k: int, place: int) -> Place | None:
    """Judge "who", "which" or "that" at `k`; None where the cue lies beyond its clause."""
    word = tokens[k]
    if word == "that" and k > start and tokens[k - 1] in g.COMPLEMENT_WORDS:
        said_by = tokens[k - 1]
        return Place(MAIN if said_by in g.TRANSPARENT else RELATIVE, k + 1, said_by)
    if k == start:
        return None
    if word == "whose" and place - k <= _OWNED_WITHIN:
        return Place(RELATIVE, k + 1)  # "Parents whose child may not be collected by a relative"
    return Place(RELATIVE, k + 1) if _short_subject(tokens, k, place) else None


def _short_subject(tokens: Sequence[str], relative: int, place: int) -> bool:
    """Tell whether what stands between a relative and a modal can only be the modal's subject.

    "phones which may", "rules that staff must", "steps that the school will"; but not "pupils who lie must".
    """
    words = [w for w in tokens[relative + 1 : place] if not g.is_adverb(w) and w not in g.BE and w not in g.NEGATORS]
    if not words:
        return True
    if tokens[relative] in {"who", "whose"} or len(words) > 3:
        return False
    if len(words) == 1:
        return words[0] in g.PRONOUNS or words[0] in ROLES
    return words[0] in g.DETERMINERS and (len(words) == 2 or words[-1] in ROLES)


def _subordinate(tokens: Sequence[str], start: int, k: int, place: int, end: int, comma: int) -> Place:
    """Judge "if", "when", "unless" ... at `k`."""
    before = tokens[k - 1] if k > start else ""
    opening = not before or before == "that" or (k == start + 1 and (before in g.JOINS or g.is_adverb(before)))
    if comma >= 0 and (opening or before in g.COMMAS or before == "," or _goes_on(tokens[comma + 1])):
        said_by = tokens[k - 2] if before == "that" and k - 2 >= start else ""
        return Place(MAIN, comma + 1, said_by if said_by in g.COMPLEMENT_WORDS else "")
    if not opening or (tokens[k] == "whatever" and place == k + 1):
        return Place(CONDITION, k + 1)
    own = own_subject(tokens, k + 1, place)
    governed = tokens[own - 1] in _BY and not g.is_gerund(tokens[k + 1])  # "Where the use of it is required"
    if own > k + 2 and not governed:
        return Place(MAIN, own)  # "When a pupil is late the office must": no comma between them
    if own == k + 1 and tokens[own] in _PERSONAL and any(tokens[j] in ROLES for j in range(place + 1, end)):
        return Place(CONDITION, own)  # "If they cannot agree the headteacher decides"
    if own == k + 1 and any(tokens[j] in _MODALS for j in range(place + 2, end)):
        return Place(CONDITION, own)  # "If I do not keep to this I could lose my place"
    if own < 0 and any(tokens[j] in _MODALS and tokens[j - 1] in ROLES for j in range(place + 3, min(end, place + 12))):
        return Place(CONDITION, k + 1)  # "If permission is refused the pupil must stay": its own subject comes later
    later = any(tokens[j] in g.COMMAS for j in range(place, min(end, place + 40)))
    return Place(CONDITION, k + 1) if later else Place(MAIN, k + 1)


def _goes_on(word: str) -> bool:
    """Tell whether a main clause can begin with a word behind the comma that ends a condition."""
    return word in g.JOINS or word in g.PRONOUNS or word in g.DETERMINERS or word in ROLES or word in g.ADVERBS


def own_subject(tokens: Sequence[str], begin: int, place: int) -> int:
    """Give where the noun group that ends right before a cue begins, -1 where none is recognised.

    An article, a pronoun or the bare name of a group opens it: "... the member of staff must", "... staff must".
    """
    k = place - 1
    while k > begin and (g.is_adverb(tokens[k]) or tokens[k] in g.NEGATORS):
        k -= 1
    if k < begin or tokens[k] in g.JOINS or tokens[k] in g.COMMAS:
        return -1
    if tokens[k] in g.PRONOUNS:
        return k
    for j in range(k, max(begin, k - _NOUN_GROUP) - 1, -1):
        if tokens[j] in g.DETERMINERS:
            return j if tokens[j - 1] not in g.JOINS else -1
        if tokens[j] in g.BE or tokens[j] in g.COMMAS or tokens[j] in g.JOINS:
            break
    return k if tokens[k] in ROLES and tokens[k - 1] not in g.JOINS else -1


def _complete(tokens: Sequence[str], begin: int, place: int) -> bool:
    """Tell whether a clause already has its own verb before a cue, so that the cue belongs to another one."""
    if tokens[place - 1] in g.JOINS or tokens[place - 1] in g.COMMAS:
        return False
    owned = False
    for k in range(begin, place):
        if tokens[k] in g.RELATIVES:
            owned = True
        elif tokens[k] in _FINITE:
            if not owned:
                return True
            owned = False
    return False
