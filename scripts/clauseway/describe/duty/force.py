"""What lead-ins and headings hand on to the texts below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import structs

from clauseway.describe.duty.denials import avoids, forbids_below
from clauseway.describe.duty.impossible import ruled_out
from clauseway.describe.duty.openings import Opening, Opens, opening
from clauseway.describe.duty.passives import ENSURING
from clauseway.describe.duty.practice import practice
from clauseway.describe.duty.stems import NEEDS, last_place, last_word, means_to, needs_of_people, tells_signs
from clauseway.describe.duty.unlikely import stem_of
from clauseway.describe.findings import Evidence, Within
from clauseway.describe.reading import Cue, Reading, read
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import PREPOSITIONS
from clauseway.describe.reading.phrases import grow, longest
from clauseway.describe.reading.places import MAIN, RELATIVE
from clauseway.model import Duty
from clauseway.vocabulary import load

_DATA: dict[str, Any] = load("duties")
_PURPOSES = grow((g.phrase(w), True) for w in _DATA["purpose_leads"])
_WORN = grow((g.phrase(w), True) for w in _DATA["worn_leads"])
_IS_WORN = frozenset({"comprises", "consists", "includes", "is", "of"})
_PURPOSE_WITHIN = 3  # "so that we:" has no act between
_LISTINGS = grow((g.phrase(w), True) for w in _DATA["listing_leads"])
_NEGATIVE_HEADS = grow((g.phrase(w), True) for w in _DATA["negative_heads"])
_RESPONSES = grow((g.phrase(w), True) for w in _DATA["option_leads"])
_OPTIONS = grow((g.phrase(w), True) for w in [*_DATA["option_leads"], *_DATA["offered"]])
_CHOICES = grow((g.phrase(w), True) for w in _DATA["choices"])
_FORBIDDING = grow((g.phrase(w), True) for w in _DATA["forbidding_leads"])
_ADVICE = grow((g.phrase(w), True) for w in _DATA["advice_leads"])
_DUTY_HEADS = grow((g.phrase(w), True) for w in _DATA["duty_heads"])
_UNFINISHED = g.SUBORDINATORS | g.RELATIVES | {"for", "by", "of", "with", "about"}
_NOT_BEFORE_A_ROLE = g.SUBORDINATORS | g.RELATIVES | PREPOSITIONS | g.JOINS | g.IMPERATIVES | {"by", "as"}
_IN_ROLE_HEADINGS = frozenset({"the", "and", "or", "for", "all", "our"})
_CONDITIONS, _SUBJECT_WITHIN = frozenset({"provided", "providing", "condition"}), 6
_CASE_NOUNS = frozenset({"allegation", "complaint", "concern", "incident", "request"})
_DOUBTFUL = frozenset({"permission", "ability", "commitment"})
_WISHED = frozenset({"asked", "encouraged", "expected", "advised", "reminded", "urged"})
_HELPS = frozenset({"help", "support", "assist"})
_CASES = frozenset({"because", "if", "unless", "when", "whenever", "where", "while", "who", "whose"})
_NOBODY_WITHIN = 3
_IN_DOUBT = frozenset({"could", "might", "would"})
_BROKEN_OFF = _UNFINISHED | _IN_DOUBT
_CHECKING = frozenset({"check", "checking", "checks"})
_VERBS_OF_DENIAL = frozenset({"is", "are", "do", "does", "isn't", "aren't", "don't", "doesn't", "has", "have"})
ROLE_HEADING, ROLE_LEAD_IN = "heading-role", "lead-in-role"
SPELLED_OUT, _SPELLS = "lead-in-spelled-out", frozenset({"includes", "means"})
"""A stem whose items spell out what the sentence before it asks for: "This includes:"."""
_TURNED = {Duty.MUST: Duty.MUST_NOT, Duty.SHOULD: Duty.SHOULD_NOT, Duty.MAY: Duty.MUST_NOT}


class Force(msgspec.Struct, frozen=True):
    """A modality in force over a text."""

    duty: Duty
    """The modality; `none` for a purpose or a list of examples, which binds nobody."""
    evidence: Evidence
    """The words it comes from."""
    closed: bool = False
    """Whether the items only finish its sentence ("... where:", "... that:"), so that their own modals are no rules."""
    cases: bool = False
    """Whether the items tell of cases ("... a child who:", "... unless:"), so that a "not" in them turns nothing."""
    whole: bool = False
    """Whether the items are clauses of their own ("... will ensure that:"), whose "not" turns the duty."""


@lru_cache(maxsize=4096)
def norms(text: str) -> tuple[Cue, ...]:
    """Give the cues of a text that state a duty, in reading order."""
    reading = read(text)
    if not reading.cues:
        return ()
    return tuple([cue for cue in reading.cues if not ruled_out(cue, reading)]) or tuple(_added(reading))


def _added(reading: Reading) -> Iterator[Cue]:
    """Give the duties that a clause with no other adds in a relative: "takes the lead, which must not be delegated"."""
    for cue in reading.cues:
        after_comma = cue.subject_from > 1 and reading.tokens[cue.subject_from - 2] == ","
        if cue.depth == RELATIVE and after_comma and cue.means.kind == "modal" and not cue.means.reading:
            yield structs.replace(cue, depth=MAIN)


@lru_cache(maxsize=1024)
def stem_norms(text: str) -> tuple[Cue, ...]:
    """Give the duties of a stem or heading; "Behaviour that will not be tolerated" has its own in a relative clause."""
    reading = read(text)
    described = (
        c for c in reading.cues if c.depth == RELATIVE and not ruled_out(structs.replace(c, depth=MAIN), reading)
    )
    return norms(text) or tuple(described)


def turned(duty: Duty) -> Duty:
    """Turn a duty round; one that already forbids stays so.

    "Pupils must not: never run" is a colloquial double negation: nobody means that pupils must run.
    """
    return _TURNED.get(duty, duty)


@lru_cache(maxsize=1024)
def force_of_lead_in(text: str, level: int) -> Force | None:
    """Give what a lead-in says to its items, or None where it says nothing of duty."""
    force = _force_of_lead_in(text, level)
    if (force is None or force.evidence.rule == ROLE_LEAD_IN) and _denies(text):
        reading = read(text)
        return Force(Duty.MUST_NOT, _evidence("lead-in-negation", reading, 0, len(reading.tokens), level))
    if force is None:
        return None
    if last_word(read(text)) == "not" and force.evidence.rule == "lead-in-instruction":
        force = structs.replace(force, duty=turned(force.duty))  # "Help us by not:"
    if avoids(text) and not force.evidence.words.lower().endswith("not"):
        force = structs.replace(force, duty=turned(force.duty))
    return structs.replace(force, cases=names_cases(text), whole=_ensures(read(text)))


def _denies(text: str) -> bool:
    """Tell a stem that only names who does not: "Pupils do not:", "Nobody:", "Staff no longer:"."""
    tokens = read(text).tokens
    if tokens and tokens[0] in g.NEGATIVE_SUBJECTS and len(tokens) <= _NOBODY_WITHIN:
        return True
    if (tokens[:1] == ["neither"] and not read(text).cues) or _words_of(tokens)[-2:] == ["no", "longer"]:
        return True
    return g.SUBORDINATORS.isdisjoint(tokens) and g.RELATIVES.isdisjoint(tokens) and forbids_below(text)


def _words_of(tokens: Sequence[str]) -> list[str]:
    return [t for t in tokens if t[0].isalnum()]


def _ensures(reading: Reading) -> bool:
    """Tell a stem that breaks off at "ensure" or "make sure that"."""
    words = [t for t in _words_of(reading.tokens) if t != "that"]
    return words[-1:] != [] and words[-1] in ENSURING and words[-1] not in _CHECKING


def denied(reading: Reading) -> bool:
    """Tell whether the verb of a clause's first sentence or its subject is negated: "devices are not used"."""
    start, end = reading.sentences[0]
    if reading.tokens[start] in g.NEGATIVE_SUBJECTS:
        return True
    for k in range(start, end):
        word = reading.tokens[k]
        if word in g.SUBORDINATORS or word in g.RELATIVES or word in g.COMMAS:
            return False
        if word in _VERBS_OF_DENIAL:
            return word.endswith("n't") or any(t in g.NEGATORS for t in reading.tokens[k + 1 : k + 3])
    return False


def _force_of_lead_in(text: str, level: int) -> Force | None:
    reading, found = read(text), stem_norms(text)
    listed = _named_outright(reading, level)
    if listed is not None:
        return listed
    purpose = _last(reading, _PURPOSES)
    if not found and any(releases(c, reading) for c in reading.cues):
        return Force(Duty.NONE, _evidence("lead-in-released", reading, *_last_cue(reading), level))
    closed = last_word(reading) in _UNFINISHED
    if found and not (purpose >= 0 and purpose > found[-1].start):
        cue = stem_of(found)
        wish = _wish(reading, cue)
        if wish >= 0:
            return Force(Duty.SHOULD, _evidence("lead-in-wish", reading, wish, wish + 1, level), closed)
        return Force(cue.duty, _evidence(f"lead-in-{cue.duty.value}", reading, cue.start, cue.end, level), closed)
    if purpose >= 0 and _goes_to_work(reading, purpose):
        return Force(Duty.MUST, _evidence(ROLE_LEAD_IN, reading, 0, len(reading.tokens), level))
    if purpose >= 0:
        return Force(Duty.NONE, _evidence("lead-in-purpose", reading, purpose, purpose + 1, level), closed)
    return _instruction(reading, level) or _practice_or_list(reading, found, level)


def _goes_to_work(reading: Reading, purpose: int) -> bool:
    """Tell "In order to keep children safe, we:": behind its purpose the stem ends in whoever acts."""
    own_end = last_word(reading) == "we" and len(_words_of(reading.tokens[purpose:])) > _PURPOSE_WITHIN
    return own_end or ("," in reading.tokens[purpose:] and _ends_in_role(reading))


def _wish(reading: Reading, cue: Cue) -> int:
    """Tell what a stem asks of those it names: "You can help us by:", "Parents will be encouraged to help by:".

    Gives the number of the token that tells, -1 where it asks nothing. The items are what they do.
    """
    if last_word(reading) not in {"by", "to"} or cue.negated or cue.duty not in (Duty.MAY, Duty.MUST):
        return -1
    for k in range(cue.end, min(cue.verb + 3, len(reading.tokens))):
        if reading.tokens[k] in _WISHED and cue.means.reading == "commitment" and reading.tokens[k - 1] == "be":
            return k
        if reading.tokens[k] in _HELPS and cue.means.reading == "ability" and last_word(reading) == "by":
            return k
    return -1


def _named_outright(reading: Reading, level: int) -> Force | None:
    """Judge a stem by what it calls its items: breaches, things that may be chosen, signs of something."""
    forbids, option, choice = _last(reading, _FORBIDDING), _last(reading, _OPTIONS), _last(reading, _CHOICES)
    worn = _last(reading, _WORN)
    if worn >= 0 and not reading.cues and set(_words_of(reading.tokens[worn + 1 :])) <= _IS_WORN:
        return Force(Duty.MUST, _evidence("lead-in-uniform", reading, worn, worn + 2, level))
    if forbids >= 0:
        return Force(Duty.MUST_NOT, _evidence("lead-in-forbids", reading, forbids, forbids + 1, level))
    if choice > option >= 0:
        return Force(Duty.MAY, _evidence("lead-in-options", reading, choice, choice + 2, level))
    if tells_signs(reading):
        return Force(Duty.NONE, _evidence("lead-in-outlook", reading, *_last_cue(reading), level))
    return None


def _instruction(reading: Reading, level: int) -> Force | None:
    """Judge a stem that advises, instructs or forbids in the imperative."""
    advice = _last(reading, _ADVICE)
    if advice >= 0:
        return Force(Duty.SHOULD, _evidence("lead-in-advice", reading, advice, advice + 2, level))
    opened = opening(reading.text)
    if opened.form in (Opens.NEGATION, Opens.NO):
        return Force(Duty.MUST_NOT, _evidence("lead-in-negation", reading, opened.start, opened.end, level))
    if opened.form is Opens.VERB:
        return Force(Duty.MUST, _evidence("lead-in-instruction", reading, opened.start, opened.end, level))
    return None


def _practice_or_list(reading: Reading, found: Sequence[Cue], level: int) -> Force | None:
    """Judge a stem that tells what is always done, foretells something, or only lists."""
    kept_up = practice(reading)
    means = means_to(reading)
    if means and not found:
        return Force(Duty.NONE, _evidence("lead-in-purpose", reading, means, means + 1, level))
    if kept_up is not None and _last(reading, _LISTINGS) < 0:
        return Force(kept_up[0], structs.replace(kept_up[1][0], within=Within.LEAD_IN, level=level))
    if last_word(reading) in NEEDS and needs_of_people(reading):
        return Force(Duty.MUST, _evidence("lead-in-need", reading, *last_place(reading), level))
    if _foretells(reading, found) or (not found and reading.cues and names_cases(reading.text)):
        return Force(Duty.NONE, _evidence("lead-in-outlook", reading, *_last_cue(reading), level))
    return _listing(reading, level)


def _foretells(reading: Reading, found: Sequence[Cue]) -> bool:
    """Tell "Bullying can be:", "This will help us to:": what may or will be so, whatever the items say."""
    if found or not reading.cues:
        return False
    last = reading.cues[-1]
    return last.depth == MAIN and last.means.reading in _DOUBTFUL and not last.negated


def releases(cue: Cue, reading: Reading) -> bool:
    """Tell "Pupils do not have to:", "Staff are not required to:": what they are free from, not what they do."""
    denied = cue.means.reading == "need" and cue.start > 0 and reading.tokens[cue.start - 1] in g.NEGATORS
    return cue.depth == MAIN and (denied or (cue.negated and cue.duty is Duty.NONE))


def _last_cue(reading: Reading) -> tuple[int, int]:
    return reading.cues[-1].start, reading.cues[-1].end


def _listing(reading: Reading, level: int) -> Force | None:
    """Judge a lead-in without a duty of its own: responsibilities bind, examples and meanings do not."""
    duty, listing = _last(reading, _DUTY_HEADS), _last(reading, _LISTINGS)
    if duty >= 0:
        return Force(Duty.MUST, _evidence("lead-in-responsibilities", reading, duty, duty + 1, level))
    option = _last(reading, _RESPONSES)
    if listing >= 0 and option >= 0:
        return Force(Duty.MAY, _evidence("lead-in-options", reading, option, option + 1, level))
    if _only_roles(reading) or _ends_in_role(reading) or _told_of_role(reading) or last_word(reading) == "by":
        return Force(Duty.MUST, _evidence(ROLE_LEAD_IN, reading, 0, len(reading.tokens), level))
    negative = _last(reading, _NEGATIVE_HEADS)
    if negative >= 0 and not reading.cues:
        return Force(Duty.MUST_NOT, _evidence("lead-in-forbids", reading, negative, negative + 1, level))
    if listing >= 0:
        spelled = reading.tokens[reading.sentences[-1][0]] == "this" and reading.tokens[listing] in _SPELLS
        rule = SPELLED_OUT if spelled else "lead-in-examples"
        return Force(Duty.NONE, _evidence(rule, reading, listing, listing + 1, level))
    return None


@lru_cache(maxsize=1024)
def force_of_heading(text: str, level: int) -> Force | None:
    """Give what a heading ("Pupils must not", "Prohibited items", "Responsibilities") says to verbless items."""
    reading, found = read(text), stem_norms(text)
    if found:
        cue = stem_of(found)
        return Force(cue.duty, _heading("heading-modality", reading, cue.start, cue.end, level))
    negative = _last(reading, _NEGATIVE_HEADS)
    if negative >= 0 and not _asks(reading):
        return Force(Duty.MUST_NOT, _heading("heading-forbids", reading, negative, negative + 1, level))
    if _only_roles(reading):
        return Force(Duty.MUST, _heading(ROLE_HEADING, reading, 0, len(reading.tokens), level))
    duty = _last(reading, _DUTY_HEADS)
    if duty >= 0 and reading.tokens[0] != "if":  # "If the rules are broken": a case, and no rules
        return Force(Duty.MUST, _heading("heading-responsibilities", reading, duty, duty + 1, level))
    return None


def _asks(reading: Reading) -> bool:
    """Tell a heading that asks about a case: "What if I do not follow this?" forbids nothing."""
    return reading.text.rstrip().endswith("?") or "if" in reading.tokens


def _ends_in_role(reading: Reading) -> bool:
    """Tell a stem that ends in the one who acts: "Before the bus leaves, the leader:"; not "where the leader:"."""
    last = reading.mentions[-1] if reading.mentions else None
    if last is None or any(t[0].isalnum() for t in reading.tokens[last.end :]):
        return False
    before = [t for t in reading.tokens[: last.start] if t not in g.DETERMINERS]
    return not before or before[-1] not in _NOT_BEFORE_A_ROLE


def _told_of_role(reading: Reading) -> bool:
    """Tell a stem that is a group with what tells which: "The member of staff who receives it:"."""
    first = reading.mentions[0] if reading.mentions else None
    return (
        first is not None
        and not reading.cues
        and _last(reading, _NEGATIVE_HEADS) < 0
        and all(t in g.DETERMINERS for t in reading.tokens[: first.start])
        and reading.tokens[first.end : first.end + 1] in (["who"], ["that"])
        and last_word(reading) not in _BROKEN_OFF
    )


@lru_cache(maxsize=1024)
def names_cases(text: str) -> bool:
    """Tell whether a stem breaks off in a condition or description: "... a child who:", "... where the person:"."""
    reading = read(text)
    words = [t for t in reading.tokens if t[0].isalnum()]
    if words[-1:] == ["that"]:
        return len(words) > 1 and words[-2] not in g.COMPLEMENT_WORDS and words[-2] not in ENSURING
    if words[-1:] and words[-1] in _CASES:
        return True
    named = bool(reading.mentions) and not any(t[0].isalnum() for t in reading.tokens[reading.mentions[-1].end :])
    condition = max((k for k, t in enumerate(words) if t in _CONDITIONS), default=-1)
    if (
        condition >= 0
        and words[condition + 1 : condition + 2] == ["that"]
        and len(words) - condition <= _SUBJECT_WITHIN
    ):
        return True  # "... provided that such use:"
    subject = named or (words[-1:] != [] and (words[-1] in g.PRONOUNS or words[-1] in _CASE_NOUNS))
    before = words[-3:-1] if words[-2:-1] and words[-2] in g.DETERMINERS else words[-2:-1]
    return words[-2:-1] == ["because"] or (subject and not _CASES.isdisjoint(before))


def _only_roles(reading: Reading) -> bool:
    """Tell a heading that names a group and nothing else: "SLT", "Parents/Carers", "For staff:"."""
    named = {k for m in reading.mentions for k in range(m.start, m.end)}
    bare = [k for k, t in enumerate(reading.tokens) if t[0].isalpha() and t not in _IN_ROLE_HEADINGS]
    others = [reading.tokens[k] for k in bare if k not in named]
    return (
        bool(named)
        and bare[-1:] != []
        and bare[-1] in named
        and len(others) <= 1
        and not g.SUBORDINATORS.intersection(others)
    )


def _last(reading: Reading, tree: dict[str, Any]) -> int:
    """Give the number of the last token outside brackets at which a phrase of the tree begins, -1 where none does."""
    if tree.keys().isdisjoint(reading.tokens):
        return -1  # nearly always so
    last, brackets = -1, 0
    for place, token in enumerate(reading.tokens):
        brackets += (token == "(") - (token == ")")
        if not brackets and token in tree and longest(reading.tokens, place, tree[token]):
            last = place
    return last


def _evidence(rule: str, reading: Reading, start: int, end: int, level: int) -> Evidence:
    return Evidence(rule, *reading.words(start, end), Within.LEAD_IN, level)


def _heading(rule: str, reading: Reading, start: int, end: int, level: int) -> Evidence:
    return Evidence(rule, *reading.words(start, end), Within.HEADING, level)


__all__ = ["Force", "Opening", "force_of_heading", "force_of_lead_in", "norms", "turned"]
