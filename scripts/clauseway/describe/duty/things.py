"""What a thing does or has by rule: "The form goes to the office", "The plan states", "Jewellery is not for school"."""

from __future__ import annotations

from clauseway.describe.duty.acts import DENYING, base_form, denies, does
from clauseway.describe.duty.subjects import ADJECTIVES, SUBJECT_WITHIN
from clauseway.describe.duty.told import Practised
from clauseway.describe.reading import Reading
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.mentions import PREPOSITIONS, named_between
from clauseway.describe.reading.negation import MODALS
from clauseway.model import Duty

_ARRIVING = {
    "come": frozenset({"home", "off", "out", "with"}),
    "reach": frozenset({"the", "us"}),
    "follow": frozenset({"within"}),
}
_GOING = frozenset({"go", "goes", "stay", "stays"})
_WHITHER = frozenset({"to", "back", "home", "straight", "first", "in", "into", "outside", "at", "off", "with"})
_PARTS = MODALS | g.SUBORDINATORS | g.RELATIVES
_MOVES = frozenset({"appear", "begin", "enter", "go", "leave", "return", "start", "travel"})
_TAKES = frozenset({"take", "takes"})
_HELD_WHEN = frozenset(
    {"after", "as", "at", "before", "during", "each", "every", "in", "on", "the", "when", "where", "within"}
)
_MOVING = _GOING | _TAKES | g.PAPER_VERBS | {verb + ending for verb in _ARRIVING for ending in ("", "s", "es")}
_NOT_BEFORE_GOING = g.PRONOUNS | {"to"}
_HAS, _IS = frozenset({"has", "have", "is", "are"}), frozenset({"is", "are"})
_WHEREABOUTS = frozenset({"at", "available", "in", "near", "on", "present", "with", "within"})
_NO_THINGS = g.DOCUMENT_NOUNS | g.PRONOUNS
_HOLDS, _ONE = frozenset({"has", "have"}), frozenset({"a", "an", "its", "one", "their"})
_NEEDS, _PAPER_WITHIN = frozenset({"need", "needs", "require", "requires"}), 6
_NOT_BEFORE_HAVING = MODALS | g.NEGATORS | {"they", "to", "we", "you", "who", "that"}


def of_things(reading: Reading, start: int, end: int) -> Practised | None:
    """Give what a sentence's range tells of a thing, if it is so by rule."""
    tokens = reading.tokens
    if tokens[start : start + 2] == ["at", "least"]:
        return _at_least(tokens, start, end)
    there = _always_there(tokens, start, end)
    if there:
        return Practised(Duty.MUST, there, there + 2, None)
    paper = _provided_with(tokens, start, end) or _needs_paper(tokens, start, end)
    if paper:
        whose = named_between(reading.mentions, start, paper)
        needy = whose[0] if whose and tokens[paper] in _NEEDS else None
        return Practised(Duty.MUST, paper, paper + 1, needy)
    for k in range(start + 1, min(end, start + SUBJECT_WITHIN)):
        word = tokens[k]
        if word in _PARTS:
            return None
        if word in _IS and _not_for(tokens, k):
            return Practised(Duty.MUST_NOT, k, k + 3, None)
        if word in DENYING and denies(tokens, k) and tokens[k - 1] not in _NOT_BEFORE_GOING:
            return Practised(Duty.MUST_NOT, k, k + 2, None) if _denied_move(tokens, k, end) else None
        behind = _moves(tokens, start, k, end) if word in _MOVING else 0
        if behind:
            return Practised(Duty.MUST, k, behind, None)
    return None


def _always_there(tokens: list[str], start: int, end: int) -> int:
    """Give the verb of "There is always a first-aider on site", "A first-aider is always on site", else 0."""
    for k in range(start + 1, min(end - 2, start + SUBJECT_WITHIN)):
        if tokens[k] in g.SUBORDINATORS or tokens[k] in g.RELATIVES or tokens[k] in MODALS:
            return 0
        if tokens[k] in _IS and tokens[k + 1] == "always":
            placed = tokens[k + 2] in _WHEREABOUTS or tokens[k - 1] == "there"
            return k if placed and g.DOCUMENT_NOUNS.isdisjoint(tokens[start:k]) else 0
    return 0


def _at_least(tokens: list[str], start: int, end: int) -> Practised | None:
    """Judge "At least one adult is a first-aider", "At least two staff go"."""
    finite = (
        k for k in range(start + 2, end) if tokens[k] in _HAS or (tokens[k].endswith("s") and does(tokens, k, end))
    )
    verb = next(finite, 0)
    return Practised(Duty.MUST, start, verb + 1, None) if verb else None


def _not_for(tokens: list[str], k: int) -> bool:
    """Tell the "is" of "Jewellery is not for school"; "This policy is not for visitors" forbids nothing."""
    denied = tokens[k + 2 : k + 3] == ["for"] and tokens[k + 1] in g.NEGATORS
    return denied and tokens[k - 1] not in _NO_THINGS


def _denied_move(tokens: list[str], k: int, end: int) -> bool:
    """Tell "A coach with no belts does not leave"."""
    following = tokens[k + 1] if k + 1 < end else ""
    moved = tokens[k + 2] if following == "not" and k + 2 < end else following
    return moved in _MOVES


def _moves(tokens: list[str], start: int, k: int, end: int) -> int:
    """Give the number behind a verb of `_MOVING` at `k` by which a thing goes somewhere, is held or states, else 0."""
    word, following = tokens[k], tokens[k + 1] if k + 1 < end else ""
    free = tokens[k - 1] not in _NOT_BEFORE_GOING
    sent = tokens[k - 1] == "it" and k - 1 == start and start > 0  # "If it is about the head, it goes to the chair"
    if word in _GOING and following in _WHITHER and (sent or free):
        return k + 1
    comes = following in _ARRIVING.get(base_form(word), ()) and free
    if comes and (word != base_form(word) or tokens[k - 1].endswith("s")):
        return k + 1  # "Coats come off", "Forms reach the office"
    if word in _TAKES and following == "place" and tokens[k + 2 : k + 3] and tokens[k + 2] in _HELD_WHEN:
        return k + 2
    return k + 1 if word in g.PAPER_VERBS and tokens[k - 1] in g.PAPERS else 0


def _needs_paper(tokens: list[str], start: int, end: int) -> int:
    """Give the verb of "An early help assessment needs the family's consent", else 0."""
    if _NEEDS.isdisjoint(tokens[start + 1 : start + SUBJECT_WITHIN]):
        return 0
    for k in range(start + 1, min(end - 1, start + SUBJECT_WITHIN)):
        if tokens[k] in g.SUBORDINATORS or tokens[k] in MODALS:
            return 0
        if tokens[k] in _NEEDS and tokens[k - 1] not in _NOT_BEFORE_HAVING and tokens[k - 1] not in g.DETERMINERS:
            ahead = tokens[k + 1 : min(end, k + _PAPER_WITHIN)]
            cut = next((j for j, t in enumerate(ahead) if t in g.COMMAS or t in PREPOSITIONS or t in _HAS), len(ahead))
            return k if not g.GRANTS.isdisjoint(ahead[:cut]) else 0
    return 0


def _provided_with(tokens: list[str], start: int, end: int) -> int:
    """Give the verb of "Every activity has a written assessment", "The teacher has a word with the parent", else 0."""
    if _HOLDS.isdisjoint(tokens[start + 1 : start + SUBJECT_WITHIN]):
        return 0
    for k in range(start + 1, min(end - 2, start + SUBJECT_WITHIN)):
        if tokens[k] in g.SUBORDINATORS:
            return 0
        if tokens[k] not in _HOLDS or tokens[k + 1] not in _ONE or tokens[k - 1] in _NOT_BEFORE_HAVING:
            continue
        for j in range(k + 2, min(end, k + ADJECTIVES + 3)):
            if tokens[j] in g.PAPERS_OF_PEOPLE or (tokens[j] in g.TALKS and tokens[j + 1 : j + 2] == ["with"]):
                return k
            if not tokens[j][0].isalpha() or tokens[j] in PREPOSITIONS:
                break
    return 0
