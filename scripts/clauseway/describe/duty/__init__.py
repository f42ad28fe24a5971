"""How strongly a clause binds: the modality in effect, lead-in and negation included.

Order of decision: a duty that the clause states in its own sentence; else that of its lead-in, turned round where
the clause itself is negated; else that of its own instruction ("Ensure ...", "Never ..."); else that of its heading;
else what it tells is always done, unless it stands under a heading of background; else what a cell of its row asks for,
or what a later sentence orders. What the tail of a list says counts where the stem says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import structs

from clauseway.describe.duty.answers import answer
from clauseway.describe.duty.cells import Cell, cells, context_of, counts, settled, tells
from clauseway.describe.duty.denials import breaks_off, forbids_below
from clauseway.describe.duty.force import (
    ROLE_HEADING,
    ROLE_LEAD_IN,
    SPELLED_OUT,
    Force,
    denied,
    force_of_heading,
    force_of_lead_in,
    names_cases,
    norms,
    releases,
    turned,
)
from clauseway.describe.duty.later import instructed_later
from clauseway.describe.duty.openings import Opening, Opens, opening
from clauseway.describe.duty.practice import practice, practised
from clauseway.describe.duty.rows import row
from clauseway.describe.duty.unlikely import main_of
from clauseway.describe.findings import Also, ClauseContext, Evidence, Within
from clauseway.describe.reading import Cue, Reading, read
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import PREPOSITIONS
from clauseway.describe.reading.negation import MODALS
from clauseway.model import Duty

_MEANS, _MEANS_WITHIN = frozenset({"mean", "means"}), 6
_NOT_BEFORE_A_SPEAKER = g.JOINS | g.SUBORDINATORS | g.COMPLEMENT_WORDS
_SAID = frozenset({"admission", "agreement", "assurance", "belief", "promise", "statement", "understanding"})
_POINTING_BACK = frozenset({"it", "them", "they", "these", "this", "those"})
_RULES = frozenset({"policy", "policies", "procedure", "procedures", "regulations"})
_NO_VERBS, _SHORT = g.DETERMINERS | g.PRONOUNS | g.SUBORDINATORS | PREPOSITIONS, 3
_GOES_ON = frozenset({"is", "are", "has", "have"})
_BEHIND_NOUNS = PREPOSITIONS | {"outside", "inside", "beyond"}
_NEGATIVE_FORMS = frozenset({Opens.NEGATION, Opens.NO})
_BIDDING = _NEGATIVE_FORMS | {Opens.VERB}


_Decided = tuple[Duty, tuple[Also, ...], tuple[Evidence, ...]]


def find_duty(clause: ClauseContext) -> _Decided:
    """Give the main duty of a clause, its further duties in reading order, and the words that decided."""
    if not read(clause.text).tokens:
        return Duty.NONE, (), (Evidence("no-word-of-duty"),)  # a stroke, a dash
    return _of_row(clause) if len(clause.cells) > 1 and not clause.lead_ins else _of_words(clause)


def _of_row(clause: ClauseContext) -> _Decided:
    """Judge a row of a table by the first of its cells that rules; the others may add duties."""
    ruling = [found for cell in cells(clause) for found in _of_cell(cell, clause)]
    if not ruling:
        return Duty.NONE, (), (Evidence("no-word-of-duty"),)
    duty, further, why = ruling[0]
    more = [Also(other, e.words, e.start, e.end) for other, _, (e, *_) in ruling[1:] if e.within is Within.TEXT]
    added = {one.duty: one for one in (*reversed(more), *reversed(further)) if one.duty is not duty}
    return duty, tuple(sorted(added.values(), key=lambda one: one.start)), why


def _of_cell(cell: Cell, clause: ClauseContext) -> Iterator[_Decided]:
    """Give what a cell rules, with its place in the row; nothing where it rules nothing."""
    done = settled(cell) or tells(cell)
    if done is None:
        duty, also, why = _of_words(context_of(cell, clause))
        if duty is not Duty.NONE and counts(cell, duty, why[0]):
            moved = (structs.replace(one, start=one.start + cell.start, end=one.end + cell.start) for one in also)
            yield duty, tuple(moved), cell.moved(why, clause.section_path)
    else:
        yield done[0], (), done[1]


def _of_words(clause: ClauseContext) -> _Decided:
    reading, found = read(clause.text), norms(clause.text)
    force = force_in(clause.lead_ins)
    if force is not None and force.duty is Duty.MAY and _of_signs(clause):
        force = structs.replace(force, duty=Duty.NONE, evidence=structs.replace(force.evidence, rule="lead-in-signs"))
    opened = opening(reading.text)
    main = _own_first(reading, found, opened, force)
    if main is not None and force is None and opened.form is Opens.OTHER and _told_before(clause, reading, main):
        told = practice(reading)
        if told is not None:
            return told[0], _also(reading, [n for n in found if n.duty is not told[0]], None), told[1]
    if main is not None:
        return main.duty, _also(reading, found, main), (_evidence(reading, main),)
    closed = _of_tail(clause.tail, force) if clause.tail else None
    duty, evidence = closed or _without_own(clause, reading, opened, force, found)
    rest = [n for n in found if n.duty != duty]
    return duty, _also(reading, rest, None), evidence


def _of_tail(tail: str, force: Force | None) -> tuple[Duty, tuple[Evidence, ...]] | None:
    """Give what the tail of a list says of its items: "... are not permitted.", "... he or she may go to the head".

    It counts where the stem says nothing, or only gives examples of what the tail goes on about.
    """
    reading, found = read(tail), norms(tail)
    if not found or reading.tokens[0] in g.SUBORDINATORS:
        return None  # "unless the head agrees" only narrows what the stem says
    examples = force is not None and force.duty is Duty.NONE and reading.tokens[0] in g.BE | MODALS
    if force is not None and not examples:
        return None
    main = main_of(found)
    return main.duty, (Evidence("tail", *reading.words(main.start, main.end), Within.TAIL),)


@lru_cache(maxsize=256)  # the items of a list share them
def force_in(lead_ins: tuple[str, ...]) -> Force | None:
    """Give the modality in force below lead-ins, outermost first; an inner one that says nothing of duty keeps it."""
    force: Force | None = None
    for level, text in enumerate(lead_ins):
        if force is not None and force.cases:
            break  # an inner stem only tells the case
        own = force_of_lead_in(text, level)
        if own is None:
            force = _passed_on(force, text)
            continue
        opened = opening(text)
        if force is not None and not norms(text) and own.duty is not Duty.NONE:
            own = _combine(force, own, opened, read(text), level)
        elif (
            force is not None
            and own.duty is Duty.NONE
            and force.duty is not Duty.NONE
            and own.evidence.rule in {"lead-in-examples", SPELLED_OUT}
        ):
            continue
        force = own
    return force


def _passed_on(force: Force | None, text: str) -> Force | None:
    """Give the force below an inner stem that adds a verb: "the leader: has with him: the list"."""
    if force is not None and names_cases(text):
        force = structs.replace(force, cases=True)
    if force is None or force.evidence.rule != ROLE_LEAD_IN:
        return force
    return structs.replace(force, evidence=structs.replace(force.evidence, rule="lead-in-role-stem"))


def _combine(force: Force, own: Force, opened: Opening, reading: Reading, level: int) -> Force:
    """Give what an inner stem without a modal of its own hands on: the outer one's duty, turned where it is negated."""
    force = structs.replace(force, cases=force.cases or own.cases)
    if force.duty is Duty.NONE:
        return force
    denied = own.evidence.rule == "standing-practice" and own.duty is Duty.MUST_NOT  # "see that nobody is kept from:"
    if denied or own.evidence.rule == "lead-in-options":
        return own
    if opened.form in _NEGATIVE_FORMS:
        evidence = Evidence("lead-in-negated-stem", *reading.words(opened.start, opened.end), Within.LEAD_IN, level)
        return Force(turned(force.duty), evidence)
    return force


def _own_first(reading: Reading, found: Sequence[Cue], opened: Opening, force: Force | None) -> Cue | None:
    """Give the main duty that the clause states itself; None where a lead-in or its own instruction comes first."""
    if not found or (force is not None and _finishes(force, found, reading)):
        return None
    if opened.form is Opens.OTHER:
        own = [
            n for n in found if force is None or n.sentence == 0 or (force.duty is Duty.MAY and n.duty is Duty.MUST_NOT)
        ]
        return main_of(own) if own else None
    first = found[0]
    if first.start <= opened.start or _is_predicate(reading, opened, first):
        return main_of(found)
    if force is None and opened.form is Opens.GERUND and first.sentence == 0:
        return main_of(found)
    return None


def _is_predicate(reading: Reading, opened: Opening, cue: Cue) -> bool:
    """Tell a modality said of what stands at the head: "Support from an aide must not ...", "Hugging is permitted".

    The first word is then a noun or gerund and no instruction; between them stands no clause of its own.
    """
    between = reading.tokens[opened.end : cue.start]
    if cue.sentence or not between or not g.SUBORDINATORS.isdisjoint(between):
        return False
    if opened.form is Opens.VERB:
        return (
            g.PRONOUNS.isdisjoint(between)
            and (
                between[0] in g.PREPOSITIONS_OF_NOUNS or (between[0] in _BEHIND_NOUNS and _may_be_noun(reading, opened))
            )
            and between[-1] not in g.COMMAS
            and "," not in between
        )
    said = between[-1] in {"is", "are"} and between[-2:-1] not in (["that"], ["which"], ["who"])
    return opened.form is Opens.GERUND and cue.means.kind == "equivalent" and said


def _may_be_noun(reading: Reading, opened: Opening) -> bool:
    """Tell "Contact with former pupils should be avoided": its first word may be a noun."""
    return reading.tokens[opened.start] in g.NOUN_LIKE or reading.tokens[opened.start] == "contact"


def _tells(reading: Reading) -> bool:
    """Tell a verb in the third person at the head of an item ("counts heads")."""
    first = reading.tokens[0]
    return len(first) > 3 and first.endswith("s") and not first.endswith("ss") and first not in g.DETERMINERS


def _tells_of_role(reading: Reading) -> bool:
    """Tell an item that goes on from the group its stem ends in: "is available all day", "notice what is worn"."""
    first = reading.tokens[0]
    if _tells(reading) or first in _GOES_ON:
        return True
    if not reading.text[:1].islower() or len(first) <= _SHORT or first.endswith("ing") or first in _NO_VERBS:
        return False
    return not g.is_adverb(first) and not g.is_participle(first)


def _finishes(force: Force, found: Sequence[Cue], reading: Reading) -> bool:
    """Tell whether an item only finishes its lead-in's sentence: "We may share data where: we need to ..."."""
    if reading.tokens[0] in {"that", "how", "what", "why", "where", "whether", "who", "which"}:
        return True
    if reading.tokens[0] in g.DETERMINERS and _describes_a_thing(reading, found[0]):
        return True
    if force.cases and force.duty in (Duty.NONE, Duty.MAY) and found[0].start == 0:
        return True  # "... where the person: will not accept it"
    speaks = reading.tokens[0] in {"i", "we"} and found[0].means.reading == "commitment"
    speaks = speaks or found[0].means.reading == "request"
    return force.closed and not speaks and bool(found[0].means.reading)


def _describes_a_thing(reading: Reading, cue: Cue) -> bool:
    """Tell "the rewards they can earn", "an assurance that we will try": the cue only tells which thing is meant."""
    tokens, k = reading.tokens, cue.start - 1
    while k > 0 and g.is_adverb(tokens[k]):
        k -= 1
    if "that" in tokens[2:4] and tokens[1] in _SAID:
        return True
    before = tokens[k - 1] if k > 1 else ","
    plain = before[0].isalpha() and before not in _NOT_BEFORE_A_SPEAKER
    return tokens[k] in g.PRONOUNS and plain and g.BE.isdisjoint(tokens[:k])


def _without_own(
    clause: ClauseContext, reading: Reading, opened: Opening, force: Force | None, found: Sequence[Cue]
) -> tuple[Duty, tuple[Evidence, ...]]:
    """Decide a clause that states no duty in its first sentence: lead-in, own instruction, heading, later sentence."""
    if force is not None:
        return _under(force, reading, opened)
    answered = answer(clause, reading)
    if answered is not None:
        return answered
    here = (_opening_evidence("opening", reading, opened),) if opened.form in _BIDDING else ()
    if opened.form in {Opens.NEGATION, Opens.VERB} and clause.lead_ins and breaks_off(clause.lead_ins[-1]):
        return Duty.NONE, here
    if opened.form is Opens.NEGATION and any(releases(c, reading) for c in reading.cues[:1]):
        return Duty.NONE, here  # "Are not expected to lift what is too heavy"
    if opened.form is Opens.NEGATION:
        return Duty.MUST if _tells_instead(reading) else Duty.MUST_NOT, here
    if opened.form is Opens.VERB:
        return _instructed(clause, here)
    headed = _headed(clause) if not clause.lead_ins else None
    if opened.form is Opens.NO and not (headed and headed.duty is Duty.NONE):
        return Duty.MUST_NOT, here
    if found:
        main = main_of(found)
        return main.duty, (_evidence(reading, main),)
    if headed is not None and _fits(headed, clause, opened):
        return _under(headed, reading, opened)
    cases = bool(clause.lead_ins) and names_cases(clause.lead_ins[-1])
    told = None if cases or _described(clause) else practice(reading)
    told = told or (row(clause.text) if not clause.lead_ins else None)
    return told or instructed_later(reading) or (Duty.NONE, (Evidence("no-word-of-duty"),))


def _instructed(clause: ClauseContext, here: tuple[Evidence, ...]) -> tuple[Duty, tuple[Evidence, ...]]:
    """Judge an instruction by the heading it stands under, which may forbid it."""
    level = len(clause.section_path) - 1
    if level >= 0 and not clause.lead_ins and forbids_below(clause.section_path[level]):
        heading = read(clause.section_path[level])
        evidence = Evidence("heading-denies", *heading.words(0, len(heading.tokens)), Within.HEADING, level)
        return Duty.MUST_NOT, (evidence, *here)
    return Duty.MUST, here


def _tells_instead(reading: Reading) -> bool:
    """Tell "Do not stand and watch; fetch an adult": the ban leads up to what is to be done instead."""
    if len(reading.sentences) < 2:
        return False
    (_, end), (start, _) = reading.sentences[:2]
    behind = reading.tokens[start]
    return reading.tokens[end - 1] == ";" and behind in g.IMPERATIVES and behind not in g.NOUN_LIKE


def _told_before(clause: ClauseContext, reading: Reading, main: Cue) -> bool:
    """Tell a practice that a sentence before the main duty tells of: "Requests are made in writing. They may be ...".

    A plain "must" or "should" in a sentence of its own subject is the rule, and the practice leads up to it.
    """
    if not main.sentence or _described(clause):
        return False
    done = practised(reading.text)
    if done is None or done.start >= reading.sentences[main.sentence][0]:
        return False
    led_up = reading.tokens[done.end : reading.sentences[main.sentence][0]]
    if "under" in led_up and not _RULES.isdisjoint(led_up):
        return False  # "Bullying is dealt with under the behaviour policy": it only points elsewhere
    plain = main.means.kind == "modal" and not main.means.reading
    return not plain or not _POINTING_BACK.isdisjoint(reading.tokens[main.subject_from : main.start])


def _of_signs(clause: ClauseContext) -> bool:
    """Tell a clause under a heading of signs: "A child may: be afraid to go home"."""
    return clause.section_path != () and not g.SIGN_HEADS.isdisjoint(read(clause.section_path[-1]).tokens)


def _described(clause: ClauseContext) -> bool:
    """Tell a clause under a heading of background, where the present tense describes."""
    return clause.section_path != () and not g.BACKGROUND.isdisjoint(read(clause.section_path[-1]).tokens)


def _under(force: Force, reading: Reading, opened: Opening) -> tuple[Duty, tuple[Evidence, ...]]:
    """Give the duty of an item under a modality in force, turned round where the item is negated."""
    if force.evidence.rule == SPELLED_OUT and opened.form is Opens.GERUND:
        return Duty.MUST, (force.evidence, _opening_evidence("listed-act", reading, opened))
    if force.evidence.rule == ROLE_LEAD_IN and opened.form is Opens.OTHER and not _tells_of_role(reading):
        return Duty.NONE, (force.evidence,)
    if opened.form is Opens.NEGATION and any(releases(c, reading) for c in reading.cues[:1]):
        return Duty.NONE, (_opening_evidence("released", reading, opened),)
    if opened.form is Opens.NEGATION and force.evidence.words.lower() == "includes":
        return Duty.MUST_NOT, (_opening_evidence("negated-item", reading, opened),)
    if force.duty is Duty.MAY and opened.form is Opens.OTHER and not force.cases and denied(reading):
        return Duty.NONE, (force.evidence,)  # "Charges may be made for: Children in care do not pay"
    if force.duty is Duty.MUST_NOT and opened.form is Opens.OTHER and reading.tokens[0] in g.TURNING_VERBS:
        return Duty.MUST, (force.evidence, _opening_evidence("turning-item", reading, opened))
    if force.whole and opened.form is Opens.OTHER and denied(reading):
        return turned(force.duty), (force.evidence,)
    if opened.form in _NEGATIVE_FORMS and force.duty is not Duty.NONE and not force.cases:
        return turned(force.duty), (force.evidence, _opening_evidence("negated-item", reading, opened))
    return force.duty, (force.evidence,)


def _fits(headed: Force, clause: ClauseContext, opened: Opening) -> bool:
    """Tell whether a clause takes its duty from a heading: a group's name alone makes only gerunds its duties."""
    tokens = read(clause.text).tokens
    if (opened.form is Opens.INFINITIVE and headed.evidence.rule == ROLE_HEADING) or not _MEANS.isdisjoint(
        tokens[:_MEANS_WITHIN]
    ):
        return False  # "Being ready means arriving on time"
    if opened.form is Opens.GERUND and tokens[opened.end : opened.end + 1] in (["is"], ["are"], ["can"], ["may"]):
        return False  # "Talking is sharing"
    return opened.form in {Opens.GERUND, Opens.INFINITIVE} or (clause.item and headed.evidence.rule != ROLE_HEADING)


def _headed(clause: ClauseContext) -> Force | None:
    """Give what the nearest heading says that says anything of duty."""
    if not clause.section_path:
        return None
    level = len(clause.section_path) - 1
    return force_of_heading(clause.section_path[level], level)


def _opening_evidence(rule: str, reading: Reading, opened: Opening) -> Evidence:
    return Evidence(f"{rule}-{opened.form.value}", *reading.words(opened.start, opened.end))


def _evidence(reading: Reading, cue: Cue) -> Evidence:
    rule = f"own-{cue.means.reading or cue.means.kind}"
    note = "two negations cancel" if cue.note == "double" else ""
    return Evidence(rule, *reading.words(cue.start, max(cue.end, min(cue.verb, cue.end + 4))), Within.TEXT, 0, note)


def _also(reading: Reading, found: Sequence[Cue], main: Cue | None) -> tuple[Also, ...]:
    """Give the duties beside the main one, each only once."""
    seen = {main.duty} if main is not None else set()
    further = []
    for cue in found:
        if cue.duty not in seen:
            seen.add(cue.duty)
            further.append(Also(cue.duty, *reading.words(cue.start, cue.end)))
    return tuple(further)
