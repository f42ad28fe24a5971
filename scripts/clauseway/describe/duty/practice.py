"""Standing practice in the present tense: "Governors review the log each term", "Points are never taken away"."""

from __future__ import annotations

from clauseway.describe.duty.openings import behind_condition, behind_label
from clauseway.describe.findings import Evidence
from clauseway.describe.reading import Reading
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import named_between
from clauseway.describe.reading.negation import MODALS
from clauseway.model import Duty

Practice = tuple[Duty, tuple[Evidence, ...]]


def practice(reading: Reading) -> Practice | None:
    """Give the commitment that a text without a word of duty makes by telling what is done, if it makes one."""
    for sentence in reading.sentences:
        start, end = behind_label(reading, *sentence)
        start = behind_condition(reading, start, end)
        found = _active(reading, start, end) or _passive(reading, start, end)
        if found is not None:
            return found
    return None


def _active(reading: Reading, start: int, end: int) -> Practice | None:
    """Judge "The member of staff tells", "Headteacher – makes sure": a group with an act of everyday running."""
    tokens = reading.tokens
    if tokens[start] == "we" and start + 1 < end and tokens[start + 1] in g.PRACTICES:
        return Duty.MUST, (Evidence("standing-practice", *reading.words(start + 1, start + 2)),)
    first = next(iter(named_between(reading.mentions, start, end)), None)
    if first is None or first.end >= end or not all(_introduces(t) for t in tokens[start : first.start]):
        return None
    place, dash = first.end, False
    while place < end and (g.is_adverb(tokens[place]) or tokens[place] in g.COMMAS):
        dash = dash or tokens[place] in g.COMMAS - {","}
        place += 1
    if place >= end:
        return None
    word = tokens[place]
    known = word in g.PRACTICES or (word in {"make", "makes"} and tokens[place + 1 : place + 2] == ["sure"])
    known = known or tokens[place : place + 3] == ["sees", "to", "it"] or (first.role != "school" and _does(word))
    if known or (dash and (word in g.IMPERATIVES or word.removesuffix("s") in g.IMPERATIVES)):
        return Duty.MUST, (Evidence("standing-practice", *reading.words(place, place + 1)),)
    return None


def _does(word: str) -> bool:
    """Tell the act of one person in the third person: "The teacher takes the phone"."""
    stem = word.removesuffix("es") if word.removesuffix("es") in g.IMPERATIVES else word.removesuffix("s")
    return stem != word and stem in g.IMPERATIVES and stem not in g.STATES


def _introduces(word: str) -> bool:
    """Tell whether a word may stand in front of the one who acts."""
    return g.is_adverb(word) or word in g.DETERMINERS or word in g.JOINS


def _passive(reading: Reading, start: int, end: int) -> Practice | None:
    """Judge "is logged on the day", "are never taken away"; what is said of the policy itself is no rule."""
    tokens = reading.tokens
    for k in range(start, end):
        if tokens[k] in MODALS or tokens[k] in g.SUBORDINATORS or tokens[k] == "whose":
            return None
        if tokens[k] not in {"is", "are", "isn't", "aren't"} or tokens[k - 1] in g.RELATIVES:
            continue
        if any(t in g.DOCUMENT_HEADS for t in tokens[start:k]):
            return None
        place = k + 1
        while place < end and (g.is_adverb(tokens[place]) or tokens[place] in g.NEGATORS):
            place += 1
        negated = any(t in g.NEGATORS for t in tokens[k:place])
        return _done(reading, k, place, end, negated)
    return None


def _done(reading: Reading, k: int, place: int, end: int, negated: bool) -> Practice | None:
    word = reading.tokens[place] if place < end else ""
    never = "never" in reading.tokens[k:place] and g.is_participle(word)
    if word not in g.PRACTISED and not never:
        return None
    duty = Duty.MUST_NOT if negated else Duty.MUST
    return duty, (Evidence("standing-practice", *reading.words(k, place + 1)),)
