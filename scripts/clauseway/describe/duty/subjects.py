"""Who stands as the subject of a sentence that tells what is done, and where what tells which one ends."""

from __future__ import annotations

from itertools import pairwise

from clauseway.describe.duty.acts import NEGATED_DO, denies, does
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import PREPOSITIONS
from clauseway.describe.reading.negation import MODALS

SUBJECT_WITHIN, ADJECTIVES, _RELATIVE_WITHIN = 16, 2, 12
_NOT_BEFORE_A_VERB = g.DETERMINERS | PREPOSITIONS | g.COMMAS | g.JOINS
_NOT_BEFORE_A_SUBJECT = PREPOSITIONS | g.RELATIVES | g.BE | g.JOINS | g.SUBORDINATORS | g.DETERMINERS
_TELLING_WHICH = frozenset({"who", "whoever", "that", "of", "for", "in", "with", "without", "on", "("})
_BEHIND_AN_ACT = g.PARTICLES - {"as", "for", "it", "with"}
_NOT_BEFORE_WE = PREPOSITIONS | g.JOINS | g.SUBORDINATORS | {"than", "as"}
_ASIDE, _ASIDE_WITHIN = frozenset({"or", "and", "with", "together", "like", "as", "in", "our", "the", "who"}), 9
_NOR_WITHIN = 6
_HAS = frozenset({"has", "have", "is", "are"})
_DOS = NEGATED_DO | {"do", "does"}


def we_behind(tokens: list[str], start: int, end: int) -> int:
    """Give the "we" of the main clause of "Where more is needed we follow the plan", 0 where there is none.

    The "we" of the condition itself ("When we hear of it we act") stands at its head.
    """
    for k in range(start + 2, min(end - 1, start + SUBJECT_WITHIN)):
        if tokens[k] in g.COMMAS or tokens[k] in g.RELATIVES:
            return 0
        if tokens[k] == "we" and tokens[k - 1] not in _NOT_BEFORE_WE:
            return k
    return 0


def begins(tokens: list[str], start: int, place: int, opens: bool) -> int:
    """Give where the noun group that ends in a group of people begins, -1 where it is no subject.

    It stands at the head, behind a comma or "and", or ends an opening phrase: "In an emergency the leader".
    """
    bare = tokens[place] not in g.DETERMINERS and place - start > 1 and tokens[place - 1][0].isalnum()
    if opens and bare and tokens[place - 1] not in _NOT_BEFORE_A_SUBJECT:
        return place  # "If the count is wrong nobody moves"
    k, others = place - 1, 0
    while k >= start and others <= ADJECTIVES:
        word = tokens[k]
        if word in g.COMMAS or word in g.JOINS:
            return k + 1
        if word in g.DETERMINERS:
            return _determined(tokens, start, k, opens)
        if word in PREPOSITIONS:
            return -1
        others += not g.is_adverb(word)
        k -= 1
    return start if k < start and others <= ADJECTIVES else -1


def joined_by_nor(tokens: list[str], begin: int, actor: int) -> bool:
    """Tell "Neither the chair nor any member acts", "..., nor does anyone but the head speak"."""
    before = tokens[max(actor - _NOR_WITHIN, 0) : actor]
    if "nor" in tokens[max(begin - 2, 0) : begin + 1]:
        return True
    return "nor" in before and any(one == "nor" and other in {"do", "does"} for one, other in pairwise(before))


def _determined(tokens: list[str], start: int, k: int, opens: bool) -> int:
    """Judge a noun group that begins with an article at `k`: what stands before it must not govern it."""
    before = tokens[k - 1] if k > start else ""
    if not before or before in g.COMMAS or before in g.JOINS or g.is_adverb(before) or before in g.DETERMINERS:
        return k
    free = opens and k - start > 1 and before not in PREPOSITIONS and before not in g.RELATIVES
    return k if free and before[0].isalnum() else -1


def behind_relative(tokens: list[str], place: int, end: int) -> int:
    """Step over what tells which group: "A teacher who is ill tells", "Pupils with a plan take part"; else stay."""
    if place < end and tokens[place] == ",":
        return _behind_parenthesis(tokens, place, end)
    if place >= end or (tokens[place] not in _TELLING_WHICH and not g.is_gerund(tokens[place])):
        return place
    for k in range(place + 2, min(end, place + _RELATIVE_WITHIN)):
        if tokens[k] in _DOS and denies(tokens, k):
            return k  # "The person who is told does not question"
        if tokens[k] in _HAS or tokens[k] in g.SUBORDINATORS:
            break  # "A child who says no has a card, whatever the parent says"
        governed = tokens[k - 1] in _NOT_BEFORE_A_VERB and not tokens[k - 2][0].isdigit()  # "after 9 am report to"
        if governed or tokens[k - 1] == "to" or g.is_participle(tokens[k - 1]) or not does(tokens, k, end):
            continue
        follows = tokens[k + 1] if k + 1 < end else ""
        if tokens[k].endswith("s") or (
            tokens[place] == "with" and tokens[k] not in g.NOUN_LIKE and tokens[k] not in g.BE
        ):
            return k
        free = MODALS.isdisjoint(tokens[place:k]) and tokens[k - 1] not in g.PRONOUNS
        if free and (follows in g.DETERMINERS or follows in _BEHIND_AN_ACT):
            return k  # "Pupils in Year 7 sign the charter", "Adults who take PE change into"
    return place


def _behind_parenthesis(tokens: list[str], place: int, end: int) -> int:
    """Step over "The class teacher, with the SENCO, puts it into practice"; else stay."""
    if place + 1 >= end or tokens[place + 1] not in _ASIDE:
        return place
    for k in range(place + 2, min(end - 1, place + _ASIDE_WITHIN)):
        if tokens[k] == ",":
            return k + 1
    return place


def with_adverbs(tokens: list[str], place: int, floor: int) -> int:
    """Step back from a verb over what denies or colours it: "who is told never promises"."""
    while place > floor and (g.is_adverb(tokens[place - 1]) or denies(tokens, place - 1)):
        place -= 1
    return place
