"""How often a duty is negated, and where: in its verb group, behind it, by its subject or by its object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.phrases import longest
from clauseway.model import Duty

if TYPE_CHECKING:
    from clauseway.describe.reading.cues import Spot

MODALS = frozenset(
    {"will", "would", "should", "must", "may", "can", "cannot", "shall", "could", "might", "won't", "can't"}
)
GIVES_WAY = frozenset({"will", "would", "won't"})
_NEGATED_MODALS = frozenset({"cannot", "won't", "can't"})
_NEGATED_BE = frozenset({"isn't", "aren't", "wasn't", "weren't"})
_AUXILIARIES = frozenset({"are", "aren't", "did", "didn't", "do", "does", "doesn't", "don't", "is", "isn't"})
_ARTICLES = frozenset({"a", "an", "the", "have", "has"})
_PART_ENDS = g.COMMAS | g.SUBORDINATORS | g.RELATIVES | g.JOINS
_TO_NOBODY_REACH = 5
_WELSH_REACH, _REQUEST_REACH, _SUBJECT_REACH, _END_REACH = 9, 8, 8, 9
# "must not simply record a concern", "will not necessarily": what follows is not denied.
LIMITING = frozenset({"only", "just", "merely", "necessarily", "simply", "solely"})
_JOINED_REACH = 2  # "... and nobody should", "... and no pupil may"


class Group(msgspec.Struct, frozen=True, gc=False):
    """The verb group to the left of a predicate."""

    be: bool
    """Whether a form of "be" is in it."""
    negations: int
    """How many negators are in it."""
    modal: int
    """Number of the modal before it, -1 where there is none."""
    start: int
    """Number of its first token, the modal left out."""


class Counted(msgspec.Struct, frozen=True, gc=False):
    """The negations of a cue."""

    outer: int
    """Those that deny the duty ("is not allowed to"); two do not cancel, for nobody writes that."""
    inner: int
    """Those that deny what one is bound to ("is asked not to")."""
    denied: bool
    """Whether the subject or the opening of the clause denies ("no pupil may", "at no time")."""
    verb: int
    """Number of the verb behind the cue."""


def group(tokens: Sequence[str], place: int, floor: int) -> Group:
    """Read leftwards from a predicate over adverbs, negators and forms of "be"."""
    be, negations, k = False, 0, place - 1
    while k >= floor:
        word = tokens[k]
        if word in g.BE:
            be = True
        elif word in g.NEGATORS:
            negations += 1
            be = be or word in _NEGATED_BE
        elif word == "longer" and k > floor and tokens[k - 1] == "no":
            negations, k = negations + 1, k - 1  # "are no longer allowed"
        elif not (g.is_adverb(word) or word in g.LINKS or word in _ARTICLES):
            break
        k -= 1
    modal = k if k >= floor and tokens[k] in MODALS else -1
    return Group(be, negations, modal, k + 1)


def count(spot: Spot, verb_group: Group, carried: int, begin: int, anchor: int) -> Counted:
    """Count the negations of a cue whose subject begins at `begin` and whose verb group at `anchor`."""
    tokens, means = spot.tokens, spot.means
    verb, following = _behind(tokens, spot.behind, spot.end)
    if g.DENIALS.isdisjoint(tokens):
        welsh = means.kind == "modal" and means.reading == "welsh"
        return Counted(carried + (welsh and _welsh(tokens, spot.place, spot.behind, spot.end)), 0, False, verb)
    denied = _denied_subject(tokens, begin, anchor)
    outer = (
        carried
        + denied
        + verb_group.negations
        + (verb_group.modal >= 0 and tokens[verb_group.modal] in _NEGATED_MODALS)
    )
    if means.kind == "modal":
        outer += following + _inside(spot) + _denied_object(tokens, verb, spot.end)
        outer += not outer and denied_at_the_end(tokens, verb, spot.end)
        outer += means.reading == "welsh" and _welsh(tokens, spot.place, spot.behind, spot.end)
        return Counted(outer, 0, denied, verb)
    before = means.needs not in {"be", "negated"} and spot.place > spot.start and tokens[spot.place - 1] in g.NEGATORS
    return Counted(outer + before + _denying(spot, verb, following), _inner(spot, verb, following), denied, verb)


def _inside(spot: Spot) -> int:
    """Count the negators between the words of a cue: "will not consider", "has not to"."""
    return sum(t in g.NEGATORS for t in spot.tokens[spot.place : spot.behind])


def _to_follows(spot: Spot, verb: int) -> bool:
    return verb < spot.end and spot.tokens[verb] == "to"


def _denying(spot: Spot, verb: int, following: int) -> int:
    """Count the negators behind an equivalent that deny it ("please do not")."""
    if spot.means.reading == "request" and spot.tokens[spot.behind : spot.behind + 2] == [",", "no"]:
        return int(g.NO_TURN_AFTER_NO.isdisjoint(spot.tokens[spot.behind + 2 : spot.behind + 3]))  # "Please, no dogs"
    return following if spot.means.needs != "be" and not _to_follows(spot, verb) else 0


def _inner(spot: Spot, verb: int, following: int) -> int:
    """Count the negators that deny what is asked ("asked not to", "the right not to", "recommended that it not be")."""
    if spot.tokens[spot.behind - 1] == "to":
        return _inside(spot)
    if following and spot.means.needs != "be" and not _to_follows(spot, verb):
        return 0
    asked = spot.means.inner == Duty.SHOULD_NOT  # "It is vital that it is not lost" demands care
    return int(_not_to(spot.tokens, spot.behind, spot.end) or (asked and _that_not(spot.tokens, spot.behind, spot.end)))


def _that_not(tokens: Sequence[str], place: int, end: int) -> bool:
    """Tell "we ask that parents do not park", "it is recommended that no phone is brought": what is asked is denied."""
    if place < end and (tokens[place - 1] == "if" or tokens[place - 2 : place] == ["rather", "you"]):
        place -= 1  # "be grateful if parents did not", "would rather you did not"
    elif place >= end or tokens[place] != "that":
        return False
    if place + 1 < end and tokens[place + 1] in g.NEGATIVE_SUBJECTS:
        return True
    for k in range(place + 1, min(end - 1, place + _REQUEST_REACH)):
        if tokens[k] in _PART_ENDS or tokens[k] in MODALS:
            return False
        if tokens[k] in _AUXILIARIES:
            return tokens[k].endswith("n't") or tokens[k + 1] in g.NEGATORS
    return False


def _behind(tokens: Sequence[str], place: int, end: int) -> tuple[int, int]:
    """Step over adverbs and negators behind a modal: the number of the verb, and how many negations were met."""
    negations = 0
    while place < end:
        word = tokens[place]
        node = g.FRONTED.get(word)
        fronted = longest(tokens, place, node) if node is not None else None
        if fronted:
            negations, place = negations + 1, fronted[0]
            continue
        if word in g.NEGATORS:
            limited = word == "not" and place + 1 < end and tokens[place + 1] in LIMITING
            negations += not limited
        elif word in {"do", "does"} and place + 1 < end and tokens[place + 1] in g.NEGATORS:
            pass
        elif not (g.is_adverb(word) or (word in g.COMMAS and place + 1 < end and _skippable(tokens[place + 1]))):
            break
        place += 1
    return place, negations


def _skippable(word: str) -> bool:
    return g.is_adverb(word) or word in g.NEGATORS or word in g.FRONTED


def _denied_object(tokens: Sequence[str], verb: int, end: int) -> bool:
    """Tell "must have no contact", "should accept no gifts" and "must tell nobody" from "must be no later than"."""
    if denies_object(tokens, verb, end) or tokens[verb + 1 : verb + 2] == ["neither"]:
        return True
    if to_nobody(tokens, verb, end):
        return True
    if verb + 2 >= end or tokens[verb] not in g.DENYING_VERBS or tokens[verb + 1] != "no":
        return False
    return tokens[verb + 2] not in g.NO_TURN_AFTER_NO


def denied_at_the_end(tokens: Sequence[str], verb: int, end: int) -> bool:
    """Tell "may leave the site under no circumstances": a negation behind the verb, in the same part."""
    for k in range(verb + 1, min(verb + _END_REACH, end)):
        word = tokens[k]
        if word in _PART_ENDS:
            return False
        node = g.FRONTED.get(word)
        if node is not None and longest(tokens, k, node):
            return True
    return False


def denies_object(tokens: Sequence[str], verb: int, end: int) -> bool:
    """Tell "speak to nobody" and "say nothing"."""
    reach = tokens[verb + 1 : min(verb + 4, end)]
    if reach == ["nothing", "to", "chance"]:
        return False  # "Leave nothing to chance"
    if reach[:1] and reach[0] in {"to", "with", "about"}:
        reach = reach[1:]
    return reach[:1] in (["nobody"], ["nothing"], ["no-one"], ["none"]) or reach[:2] == ["no", "one"]


def to_nobody(tokens: Sequence[str], verb: int, end: int) -> bool:
    """Tell "are to be released to nobody but a named adult", "release children to no one who"."""
    for k in range(verb + 1, min(verb + _TO_NOBODY_REACH, end - 1)):
        if tokens[k] in _PART_ENDS:
            return False
        if tokens[k] in {"to", "with"}:
            return tokens[k + 1] in {"nobody", "no-one"} or tokens[k + 1 : k + 3] == ["no", "one"]
    return False


def _denied_subject(tokens: Sequence[str], start: int, place: int) -> bool:
    """Tell whether the subject or the opening of the clause denies: "No pupil may", "At no time should"."""
    if place > start and tokens[place - 1] in {"nor", "neither", "never"}:
        return True
    first = start
    while first < place and (g.is_adverb(tokens[first]) or tokens[first] in g.JOINS or tokens[first] in g.COMMAS):
        first += 1
    for k in range(first, place):
        word = tokens[k]
        if word in g.RELATIVES and k > first:
            return False  # "Data that is no longer needed will": the negation is not the cue's
        node = g.FRONTED.get(word)
        if node is not None and longest(tokens, k, node):
            return True
        if word in g.NEGATIVE_SUBJECTS and (
            k == first
            or (tokens[k - 1] in g.JOINS and place - k <= _JOINED_REACH)
            or (tokens[k - 1] not in g.NOT_BEFORE_NO and place - k <= _SUBJECT_REACH)
        ):
            return tokens[k + 1] not in g.NO_TURN_AFTER_NO
    return False


def _welsh(tokens: Sequence[str], place: int, behind: int, end: int) -> int:
    """Tell "ni ddylai" and "rhaid i staff beidio"."""
    before = place > 0 and tokens[place - 1] in g.WELSH_NEGATORS
    return before + any(t in g.WELSH_TURNS for t in tokens[behind : min(end, behind + _WELSH_REACH)])


def _not_to(tokens: Sequence[str], place: int, end: int) -> bool:
    """Tell "we ask parents not to park" by the "not to" soon behind the verb."""
    for k in range(place, min(end - 1, place + _REQUEST_REACH)):
        if tokens[k] in {"not", "never"} and tokens[k + 1] in {"to", "be"}:
            return True
        if tokens[k] == "to" or tokens[k] in g.COMMAS:
            return tokens[k] == "to" and k + 1 < end and tokens[k + 1] in {"not", "never"}
    return False
