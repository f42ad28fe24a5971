"""The words of duty in a text: which verb group they form, whether negated, and in which part of the sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

import msgspec

from clauseway.describe.reading import grammar as g
from clauseway.describe.reading import negation
from clauseway.describe.reading.mentions import Mention
from clauseway.describe.reading.phrases import longest
from clauseway.describe.reading.places import MAIN, Place, find_place, own_subject
from clauseway.describe.reading.requests import is_request
from clauseway.model import Duty


class Cue(msgspec.Struct, frozen=True, gc=False):
    """A run of words that may state a duty."""

    start: int
    """Number of its first token."""
    end: int
    """Number behind its last token."""
    means: g.CueWords
    """The entry of the word list."""
    duty: Duty
    """What it says, negation counted."""
    negated: bool
    """Whether it is turned round."""
    verb: int
    """Number of the first token behind it that is no adverb or negator; the number of tokens where there is none."""
    sentence: int
    """Number of its sentence."""
    depth: int
    """0 in the main clause, 1 in a relative or reported clause, 2 in a condition, reason or comparison."""
    subject_from: int
    """Number of the first token of the part that holds its subject."""
    subject: str
    """`person`, `thing`, `there`, `this`, `same` (that of the cue before) or `none`."""
    note: str = ""
    """`double` where two negations cancel, `denied` where the subject denies, `inverted` where it follows as well."""
    said_by: str = ""
    """The word whose report the cue stands in ("reminded that ...")."""


_SPEAKERS = frozenset({"we", "i", "you"})
_LABEL_ENDS = g.COMMAS - {","} | {":"}
_OPENS_A_PHRASE = frozenset({"after", "at", "before", "during", "for", "in", "on", "once", "until", "with", "within"})
_NAMED_WITHIN = 5
_RATHER_THINGS = frozenset({"building", "meeting", "reading", "setting", "teaching", "training"})
_WHOEVER = frozenset({"anybody", "anyone", "everybody", "everyone", "those"})
_NOBODY = frozenset({"thing", "this", "there"})
_THIRD = frozenset({"they", "he", "she"})


class Spot(msgspec.Struct, frozen=True, gc=False):
    """Where a run of words of the list was met."""

    tokens: Sequence[str]
    start: int
    """Number of the first token of its sentence."""
    end: int
    """Number behind the last one."""
    sentence: int
    """Number of the sentence."""
    place: int
    """Number of its first token."""
    behind: int
    """Number behind its last token."""
    means: g.CueWords
    """Its entry."""
    people: Sequence[int]
    """Numbers of the tokens at which groups of people are named, ascending."""


def find_cues(
    tokens: Sequence[str], bounds: Sequence[tuple[int, int]], mentions: Sequence[Mention], marked: Sequence[int]
) -> tuple[Cue, ...]:
    """Give every cue of a text in order, still without judging whether its reading is possible.

    `marked` holds the numbers of all tokens that begin one, and perhaps of others.
    """
    found: list[Cue] = []
    people: list[int] | None = None
    sentence, free, last = 0, 0, len(tokens) - 1
    node_of, skipped = g.CUES.get, g.SKIPPED
    for place in marked:
        node = node_of(tokens[place])
        if node is None or place < free:
            continue
        following = tokens[place + 1] if place < last else ""
        if following not in node.following and following not in skipped:  # most cues are one word
            match = None if node.value is None else (place + 1, node.value)
        else:
            match = longest(tokens, place, node, skipped)
        if match is None:
            continue
        while sentence + 1 < len(bounds) and bounds[sentence][1] <= place:
            sentence += 1
        if people is None:
            people = [m.start for m in mentions]
        cue = _read(Spot(tokens, *bounds[sentence], sentence, place, *match, people), found)
        if cue is not None:
            free = match[0]
            found.append(cue)
    return tuple(found)


def _read(spot: Spot, found: list[Cue]) -> Cue | None:
    """Read one cue in its sentence, or None where the words are no cue there."""
    group = negation.Group(True, 0, -1, spot.place)
    needs = spot.means.needs
    if needs in {"be", "negated"}:
        group = negation.group(spot.tokens, spot.place, spot.start)
        if not _predicates(spot, group):
            return None
    elif needs in _MET and not _MET[needs](spot):
        return None
    anchor = group.modal if group.modal >= 0 else group.start
    carried = _carried(spot, group, found)
    where = find_place(spot.tokens, spot.start, anchor, spot.end)
    begin, subject = _subject(spot, where, anchor, found)
    if needs == "subject" and subject not in {"person", "same"}:
        return None
    return _judged(spot, where, begin, subject, negation.count(spot, group, carried, begin, anchor))


def _judged(spot: Spot, where: Place, begin: int, subject: str, counted: negation.Counted) -> Cue:
    """Put together what was read."""
    means, verb = spot.means, counted.verb
    negated, note = counted.outer > 0, ""
    turns_round = counted.denied or spot.tokens[spot.start] == "only"  # "Only in an emergency may staff"
    if turns_round and subject in {"none", "thing"} and verb in _near(spot):
        note = "inverted"
    elif counted.denied:
        note = "denied"
    turns = means.kind == "modal" or means.reading == "request"
    kindly = means.reading == "request" and g.reassures(spot.tokens, verb)
    if negated and turns and verb < spot.end and (spot.tokens[verb] in g.TURNING_VERBS or kindly):
        negated, note = False, "double"
    duty = means.negated if negated else means.duty
    if counted.inner and not negated:
        duty, negated = means.inner, True
    place, behind = spot.place, spot.behind
    return Cue(
        place, behind, means, duty, negated, verb, spot.sentence, where.depth, begin, subject, note, where.said_by
    )


def _near(spot: Spot) -> Sequence[int]:
    """Give the people named in the sentence of a spot."""
    return spot.people[bisect_left(spot.people, spot.start) : bisect_left(spot.people, spot.end)]


def _predicates(spot: Spot, group: negation.Group) -> bool:
    """Tell whether an adjective or participle is predicated: "is permitted", "not permitted", "Prohibited: ..."."""
    if not (group.be or group.negations or (_opens_a_part(spot, group.start) and _stands_alone(spot))):
        return False
    if group.modal < 0:
        return True
    modal = spot.tokens[group.modal]
    return modal == "would" or (modal in negation.GIVES_WAY and not spot.means.will_stays)


def _is_verb(spot: Spot) -> bool:
    """Tell "The policy bans" from the noun in "Bans are reviewed" and "the bans"."""
    if spot.place == spot.start or spot.tokens[spot.place - 1] in g.DETERMINERS:
        return False
    return spot.behind >= spot.end or spot.tokens[spot.behind] not in g.BE


def _someone_to(spot: Spot) -> bool:
    """Tell "It is for the panel to decide" from "It is for everyone who works here"."""
    named = next((place for place in _near(spot) if spot.behind <= place < spot.behind + _NAMED_WITHIN), -1)
    behind = spot.tokens[named + 1 : named + 4]
    place = behind.index("to") if named >= 0 and "to" in behind else -1
    return place >= 0 and behind[place + 1 : place + 2] != [] and behind[place + 1] not in g.DETERMINERS


def _is_act(spot: Spot) -> bool:
    """Tell "no parking" and "no running" from "no meeting" and "no building"."""
    word = spot.tokens[spot.behind] if spot.behind < spot.end else ""
    return g.names_an_act(word) and word not in _RATHER_THINGS


def _opens_with_nothing(spot: Spot) -> bool:
    """Tell the cue of "Nothing here prevents"; "Nothing stops infection like soap" leaves nothing free."""
    return spot.tokens[spot.start] == "nothing" and spot.tokens[spot.start + 1] in {"in", "here", "above"}


def _of_responsibility(spot: Spot) -> bool:
    """Tell "lies with" of a responsibility that its sentence named."""
    return "responsibility" in spot.tokens[spot.start : spot.place]


def _requests(spot: Spot) -> bool:
    """Tell an asking verb that asks something of someone."""
    return is_request(spot.tokens, spot.place, spot.behind, spot.start, set(_near(spot)), spot.means.needs)


_MET: dict[str, Callable[[Spot], bool]] = {
    "verb": _is_verb,
    "act": _is_act,
    "someone_to": _someone_to,
    "nothing": _opens_with_nothing,
    "responsibility": _of_responsibility,
    "request": _requests,
    "asked": _requests,
    "asker": _requests,
}
"""What must stand about a cue, by the name that its entry in the word list gives it."""


def _opens_a_part(spot: Spot, place: int) -> bool:
    """Tell the head of a sentence and what follows a dash or colon: "Mobile phones – forbidden"."""
    return place == spot.start or spot.tokens[place - 1] in _LABEL_ENDS


def _stands_alone(spot: Spot) -> bool:
    """Tell a verbless "Prohibited: ..." from the adjective in "Prohibited items will be kept"."""
    if spot.behind >= spot.end or not spot.tokens[spot.behind][0].isalpha():
        return True
    return spot.tokens[spot.behind] in {"to", "in", "on", "unless", "without", "at"}


def _carried(spot: Spot, group: negation.Group, found: list[Cue]) -> int:
    """Take back the "will" that only carries a cue ("will be permitted", "will have to"); give its negations."""
    if not found:
        return 0
    last = found[-1]
    needed = spot.means.reading == "need" and last.verb == spot.place and last.means.reading == "commitment"
    if needed or (group.modal >= 0 and last.start == group.modal):
        found.pop()
        return int(needed and (last.negated or last.means.duty == "must_not"))
    return 0


def _subject(spot: Spot, where: Place, anchor: int, found: list[Cue]) -> tuple[int, str]:
    """Give where the subject of a cue begins and what it is."""
    begin, tokens = where.subject_from, spot.tokens
    if begin == spot.start and tokens[begin] in _OPENS_A_PHRASE and not _denies_at_the_head(spot, begin):
        begin = max(begin, own_subject(tokens, begin + 2, anchor))  # "For a pupil with a plan the school will"
    spoken = anchor - 1
    while spoken > begin and g.is_adverb(tokens[spoken]):
        spoken -= 1
    if begin < spoken and tokens[spoken] in _SPEAKERS:
        return spoken, "person"  # "Parents know best, and we will": a new subject
    if begin < spoken and tokens[spoken] in _THIRD and tokens[spoken - 1] in g.JOINS:
        return spoken, "person"  # "Nothing here prevents a report, and they must"
    before = found[-1] if found and (found[-1].depth == MAIN or found[-1].said_by) else None
    if before is not None and before.sentence == spot.sentence and before.verb >= begin and where.depth == MAIN:
        k = anchor - 1
        while k > begin and (g.is_adverb(tokens[k]) or tokens[k] in g.COMMAS):
            k -= 1
        if tokens[k] in g.JOINS:
            return k, before.subject if before.subject in _NOBODY else "same"
        while k > before.end and tokens[k] not in g.JOINS and tokens[k] not in g.COMMAS:
            k -= 1
        begin = max(begin, k)
    return begin, _kind_of_subject(spot, begin, anchor)


def _denies_at_the_head(spot: Spot, begin: int) -> bool:
    """Tell "At no time will staff": what denies belongs to the clause, wherever its subject begins."""
    node = g.FRONTED.get(spot.tokens[begin])
    return node is not None and longest(spot.tokens, begin, node) is not None


def _kind_of_subject(spot: Spot, begin: int, anchor: int) -> str:
    k = anchor - 1
    while k >= begin and g.is_adverb(spot.tokens[k]):
        k -= 1
    if k < begin:
        return "none"
    last = spot.tokens[k]
    if last == "there":
        return "there"
    if last in {"it", "this", "these", "those", "which", "that"}:
        return "this"
    if last in g.BODIES:
        return "person"
    if spot.tokens[begin] in _WHOEVER and any(t in {"who", "whose"} for t in spot.tokens[begin + 1 : begin + 3]):
        return "person"  # "Those who have no phone may"
    named = bisect_left(spot.people, begin) < bisect_left(spot.people, anchor)
    return "person" if last in g.PRONOUNS or named else "thing"
