"""The rules that tell whom a clause is for, in the order they are asked; the first that names anybody decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clauseway.describe.audience.actors import Found, actors, practitioners
from clauseway.describe.audience.case import Case, Stated, evidence, here
from clauseway.describe.audience.columns import in_a_column
from clauseway.describe.audience.heads import acts, heads
from clauseway.describe.audience.labels import label_of
from clauseway.describe.audience.mouth import mouth
from clauseway.describe.audience.statements import (
    applying,
    burdened,
    described,
    first_person,
    learning,
    of_a_row,
    of_conduct,
    spoken_of,
)
from clauseway.describe.audience.stems import addressed, led
from clauseway.describe.audience.unnamed import (
    BORNE_WITH,
    agentless,
    applicants,
    approaching,
    done_to_pupils,
    everyone_named,
    forbidden_conduct,
    not_put_up_with,
    thing,
    title,
    worn_or_carried,
)
from clauseway.describe.duty.force import norms
from clauseway.describe.duty.openings import Opens, opening
from clauseway.describe.findings import Evidence, Within
from clauseway.describe.reading import Reading, read
from clauseway.describe.reading.grammar import DETERMINERS

_WHOEVER = frozenset({"everyone", "anyone"})


def acting(case: Case) -> Stated:
    """Whoever acts in the clause or, where it reads on or names nobody, in its lead-in."""
    own = here(_own(case), case.reading)
    above = led(case) if case.decided.within is not Within.TEXT or not own or _reads_on(case.reading, own) else []
    if own and not above and _everyone(case, own):
        return heading_label(case) or own  # under "Duties of staff", "everyone" is all of them
    if own and not above and all(f.rule == "administration" for f, _ in own):
        return (
            heading(case) or applicants(case) or own
        )  # "Records must be kept" is staff's, but under "Parents" it is theirs
    return [*above, *own]


def _everyone(case: Case, own: Stated) -> bool:
    """Tell whether a clause names as the one who acts nobody but "everyone" or "anyone"."""
    mentions = case.reading.mentions
    if not any(m.role in _WHOEVER for m in mentions):
        return False
    named = [m for m in mentions for f, _ in own if m.start == f.start]
    return len(named) == len(own) and all(m.role in _WHOEVER for m in named)


def _own(case: Case) -> list[Found]:
    """Give who acts in the clause; under a lead-in that decides the duty, its first sentence only finishes the stem."""
    scene = case.scene(case.reading)
    if case.decided.rule == "standing-practice" and case.decided.within is Within.TEXT:
        return practitioners(scene)
    stated = norms(case.reading.text)
    if case.decided.within is Within.LEAD_IN:
        stated = tuple(n for n in stated if n.sentence > 0)
    if case.decided.rule == "opening-no":
        behind = case.reading.tokens.index("no") + 1
        tokens = case.reading.tokens
        denied = [m for m in scene.mentions if m.start == behind and acts(tokens, m.end, min(m.end + 1, len(tokens)))]
        if denied:  # "No pupil leaves the site", "No pupils"
            return [Found("own-actor", case.people.audiences(m.role), m.start, m.end) for m in denied]
    if case.decided.rule == "opening-verb" and stated and stated[0].sentence:
        return []  # "Tell an adult. Nobody will be cross": whoever is told to act comes first
    return actors(scene, stated) or _at_the_head(case)


def _at_the_head(case: Case) -> list[Found]:
    """Give the group with which a clause begins that takes its duty from a heading."""
    if case.decided.within is not Within.HEADING:
        return []
    tokens, end = case.reading.tokens, case.reading.sentences[0][1]
    chain = heads(tokens, case.people.mentions(case.reading), 0, end)
    if not chain or any(t not in DETERMINERS for t in tokens[: chain[0].start]):
        return []
    if chain[0].end == 1 and opening(case.reading.text).form is not Opens.OTHER:
        return []  # "monitors figures": no prefects
    return [Found("own-actor", case.people.audiences(m.role), m.start, m.end) for m in chain]


def _reads_on(reading: Reading, own: Stated) -> bool:
    """Tell whether the one who acts in the lead-in acts in the clause too."""
    opened = opening(reading.text)
    return opened.form is not Opens.OTHER and own[0][1].start >= len(reading.words(0, opened.end)[0])


def own_voice(case: Case) -> Stated:
    """The one in whose mouth or ear the clause's words are: "your child"."""
    speaker = mouth(case.clause.text)
    return [] if speaker is None else [(Found("voice", frozenset({speaker}), 0, 0), Evidence("voice"))]


def heading(case: Case) -> Stated:
    """Whom the innermost heading names that names anybody as the one addressed."""
    path = case.clause.section_path
    for level in reversed(range(len(path))):
        reading = read(path[level])
        speaker = mouth(path[level])
        if speaker is not None:
            found: Sequence[Found] = [Found("heading-voice", frozenset({speaker}), 0, len(reading.tokens))]
        elif "you" in reading.tokens:
            found = addressed(case.scene(reading))  # "If a child tells you": whoever is told, not the child
        else:
            found = label_of(path[level], case.people) or addressed(case.scene(reading))
            if found and found[0].rule == "voice" and not BORNE_WITH.isdisjoint(reading.tokens):
                continue  # "What we will not accept": others' conduct
        if found:
            return [(f, evidence(f, reading, Within.HEADING, level)) for f in found]
    return []


def heading_label(case: Case) -> Stated:
    """Whom the innermost heading names; "we" in the heading of a clause without a duty tells nothing."""
    return [one for one in heading(case) if one[0].rule not in {"voice", "heading-voice"}]


def in_the_tail(case: Case) -> Stated:
    """Whoever acts in the tail of the list, where that decides the duty."""
    reading = read(case.clause.tail)
    found = actors(case.scene(reading), norms(case.clause.tail))
    return [(f, evidence(f, reading, Within.TAIL, 0)) for f in found]


def counted_by_staff(case: Case) -> Stated:
    """The staff, for how many adults go with how many children."""
    return [one for one in in_a_column(case) if not one[0].end]


Rule = Callable[[Case], Stated]

FOR_DUTIES: tuple[Rule, ...] = (
    in_a_column,
    forbidden_conduct,
    not_put_up_with,
    acting,
    own_voice,
    heading,
    approaching,
    applicants,
    done_to_pupils,
    thing,
    title,
    everyone_named,
    worn_or_carried,
    agentless,
)
"""The rules for a clause that binds."""
FOR_STATEMENTS: tuple[Rule, ...] = (
    counted_by_staff,
    first_person,
    applying,
    of_conduct,
    of_a_row,
    described,
    learning,
    spoken_of,
    heading_label,
    title,
    burdened,
)
"""The rules for a clause that does not."""
FOR_TAILS: tuple[Rule, ...] = (in_the_tail, *FOR_STATEMENTS)
"""The rules for a clause that binds only through the tail of its list."""
