"""Sentences whose only verb is an infinitive: "To be worn in school", "All visitors to sign in"."""

from __future__ import annotations

from clauseway.describe.duty.acts import base_form
from clauseway.describe.duty.told import Practised
from clauseway.describe.reading import Reading
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import PREPOSITIONS, named_between
from clauseway.describe.reading.negation import MODALS
from clauseway.describe.reading.tokens import ENDERS
from clauseway.model import Duty
from clauseway.vocabulary import load

_DASHES, _LABEL_WITHIN, _SUBJECT_WITHIN = g.COMMAS - {","}, 5, 12
_FINITE = MODALS | (g.BE - {"be", "been"}) | {"has", "have", "had", "do", "does", "did", "need", "needs"}
# What goes on with an infinitive of its own: "the right to be heard", "time for pupils to talk".
_TAKES_AN_INFINITIVE = frozenset(load("duties")["takes_an_infinitive"])
_ACTS, _VERBS = g.IMPERATIVES - g.INNER_STATES, g.IMPERATIVES - g.NOUN_LIKE

_STANDING_FIRST = frozenset({"first", "last", "next", "only"})
_OF_ALL = frozenset({"all", "any", "each", "every"})
_LEFT_OPEN = frozenset(
    {"advised", "agreed", "announced", "arranged", "confirmed", "decided"}
)  # "Next review: to be confirmed"
_WANTS = frozenset({"deserve", "deserves", "hope", "hopes", "intend", "intends", "like", "likes", "want", "wants"})


def bidden(reading: Reading, start: int, end: int) -> Practised | None:
    """Give the infinitive that a sentence without another verb bids; an item that reads on from its stem is none."""
    if start == 0 and reading.text[:1].islower():
        return None  # "We would like: to be heard"
    return _at_the_head(reading.tokens, start, end) or _of_a_subject(reading, start, end)


def _at_the_head(tokens: list[str], start: int, end: int) -> Practised | None:
    """Judge "To be worn in school", "PE kit – to be in school every day"."""
    if tokens[start] not in {"to", "not"}:
        label = tokens[start : start + _LABEL_WITHIN]
        if _DASHES.isdisjoint(label):
            return None
        start += next(k for k, t in enumerate(label) if t in _DASHES) + 1
    place = start + (tokens[start : start + 1] == ["not"])
    duty = Duty.MUST_NOT if place > start else Duty.MUST
    return Practised(duty, start, place + 3, None) if _to_be_done(tokens, place, end) else None


def _of_a_subject(reading: Reading, start: int, end: int) -> Practised | None:
    """Judge "All visitors to sign in", "Phones not to be used in lessons", "Long hair to be tied back"."""
    tokens = reading.tokens
    if "to" not in tokens[start + 1 : min(end - 1, start + _SUBJECT_WITHIN)]:
        return None
    place = tokens.index("to", start + 1)
    subject = tokens[start:place]
    if not _FINITE.isdisjoint(tokens[start:end]) or not _TAKES_AN_INFINITIVE.isdisjoint(subject):
        return None
    if g.is_gerund(subject[0]) or not g.SUBORDINATORS.isdisjoint(subject) or not g.RELATIVES.isdisjoint(subject):
        return None
    if any(_acts(word) for word in subject[1:]):
        return None  # "No one deserves to be bullied", "We obtain consent for photographs to be used"
    if not _STANDING_FIRST.isdisjoint(subject):
        return None  # "The last member of staff to leave"
    begin = place - 1 if subject[-1] in {"not", "never"} else place
    named = [m for m in named_between(reading.mentions, start, begin) if m.end == begin]
    acts = bool(named) and tokens[place + 1] in _ACTS and _is_plain(tokens[start : named[0].start])
    whole = tokens[end - 1] in ENDERS or subject[0] in _OF_ALL or begin < place
    if not acts and not (whole and _to_be_done(tokens, place, end)):
        return None  # "Points to be considered"
    duty = Duty.MUST_NOT if begin < place or tokens[place + 1] == "not" else Duty.MUST
    return Practised(duty, begin, place + (2 if acts else 3), named[0] if acts else None)


def _acts(word: str) -> bool:
    """Tell a word that is hardly a noun: a verb, or the one who speaks."""
    return word in g.PRONOUNS or word in _WANTS or base_form(word) in _VERBS


def _is_plain(before: list[str]) -> bool:
    """Tell a group that stands at the head: "All", "Year 6", but nothing that would govern it."""
    return PREPOSITIONS.isdisjoint(before) and g.IMPERATIVES.isdisjoint(before) and g.COMMAS.isdisjoint(before)


def _to_be_done(tokens: list[str], place: int, end: int) -> bool:
    done = tokens[place + 2] if place + 2 < end else ""
    if done in _LEFT_OPEN:
        return False
    return tokens[place : place + 2] == ["to", "be"] and (g.is_participle(done) or done in PREPOSITIONS)
