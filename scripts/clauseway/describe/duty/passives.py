"""What is always done, told of the thing it is done to: "is logged on the day", "are never taken away".

Every participle counts as done unless it tells a state ("is based on", "is closed"): acts are too many to list.
"""

from __future__ import annotations

from clauseway.describe.duty.acts import limits
from clauseway.describe.reading import Reading
from clauseway.describe.reading import grammar as g
from clauseway.describe.reading.negation import MODALS, to_nobody

Done = tuple[int, int, bool]
"""First token of a verb group, number behind its last one, and whether it is denied."""

_TELLS_OF_NOW = frozenset({"is", "are", "isn't", "aren't"})
_FINITE = _TELLS_OF_NOW | {"was", "were", "has", "have", "had", "do", "does", "don't", "doesn't", "did"}
_NO_PARTICIPLES = g.EPISTEMIC_PARTICIPLES | g.FOUND_SO | g.CONSEQUENCE_PARTICIPLES | g.DESCRIBED
_REMINDED = frozenset({"reminded", "advised", "assured", "warned"})
_NOTICED = frozenset({"seen", "heard"})  # "No phone is seen or heard"
_SET_DOWN = frozenset({"out", "down"})
_PLACES_IN_A_TEXT = frozenset({"above", "below", "here", "overleaf"})
_PARTS_OF_A_TEXT = frozenset({"annex", "appendix", "appendices", "paragraph", "part", "section", "table"})
_USED = frozenset({"for", "as", "only", "when", "where"})
_SUMMONED = frozenset({"at", "by", "immediately", "if", "in", "on", "to", "without"})
_GIVES_ENTRY = frozenset({"access", "protect", "secure"})
_BY_WHICH = frozenset({"by", "other"})
_DEFINES = frozenset({"mean", "meaning", "means"})
ENSURING = frozenset({"check", "checking", "checks", "ensure", "ensures", "ensuring", "see", "seeing", "sees", "sure"})
_KEPT_UP, _AGAIN_WITHIN = frozenset({"evaluated", "monitored", "reviewed"}), 5
_AGAIN = frozenset({"annually", "by", "each", "every", "regularly", "termly", "yearly"})
_NOT_EACH_TIME = frozenset({"always", "necessarily"})
_ITSELF = frozenset({"it", "this", "these", "they"})


def passive(reading: Reading, start: int, end: int) -> Done | None:
    """Give the first verb group in a sentence's range that tells what is done; nothing said of the policy itself."""
    tokens = reading.tokens
    words = tokens[start:end]
    if _TELLS_OF_NOW.isdisjoint(words) or any(_defines(words, k) for k, t in enumerate(words) if t in _DEFINES):
        return None
    skip = tokens[start] in g.SUBORDINATORS  # a condition without a comma: its verb is not the sentence's
    for k in range(start, end):
        word = tokens[k]
        if word in MODALS:
            return None
        if word in g.SUBORDINATORS and k > start:
            return None
        if word in g.RELATIVES and k > start:
            skip = tokens[k - 1] not in ENSURING and not _has_its_verb(tokens, k + 1, end)
            continue  # "see that no pupil is kept from", "Posts that break the law are passed"
        if word not in _FINITE:
            continue
        if skip:
            skip = False
            continue
        return (_done(reading, start, k, end) or _second(reading, start, k, end)) if word in _TELLS_OF_NOW else None
    return None


def _second(reading: Reading, start: int, first: int, end: int) -> Done | None:
    """Judge the second verb group of "Force is not a punishment and is never used as one", "Both are seen and told"."""
    tokens = reading.tokens
    for k in range(first + 2, end):
        if tokens[k] in MODALS or tokens[k] in g.SUBORDINATORS or tokens[k] in g.RELATIVES:
            return None
        if tokens[k] in _TELLS_OF_NOW and tokens[k - 1] in g.JOINS and "never" in tokens[k + 1 : k + 3]:
            return _done(reading, start, k, end, alone=True)
        if tokens[k] in _TELLS_OF_NOW and (joined := _joined_from(tokens, first, k)):
            return _done(reading, joined, k, end)
        if tokens[k] in _TELLS_OF_NOW and tokens[first + 1] in _NOTICED and "and" in tokens[first:k]:
            return _done(reading, tokens.index("and", first) + 1, k, end)
    return None


def _joined_from(tokens: list[str], first: int, k: int) -> int:
    """Give where the second clause of "Each is looked at by itself, and the decision is sent home" begins, else 0."""
    for j in range(k - 1, first + 1, -1):
        if tokens[j] in g.JOINS:
            return j + 1 if tokens[j - 1] == "," and k > j + 1 else 0
        if tokens[j] == ",":
            return 0
    return 0


def _has_its_verb(tokens: list[str], place: int, end: int) -> bool:
    """Tell whether a relative clause begins with its own verb, so that the next one is the sentence's."""
    if place >= end or tokens[place] in _FINITE or tokens[place] in {"be", "have"}:
        return False
    if g.is_participle(tokens[place]):
        return True  # "The person who raised it is told"
    base = tokens[place].removesuffix("s")  # "who hurts another is": an -s on a verb known without it
    if base in g.IMPERATIVES or base in g.EPISTEMIC_VERBS:
        return True
    spoken = tokens[place] in g.PRONOUNS
    return spoken and place + 1 < end and tokens[place + 1] in g.IMPERATIVES  # "data that we hold are"


def _done(reading: Reading, start: int, k: int, end: int, *, alone: bool = False) -> Done | None:
    """Judge the verb group that begins at `k`; `alone`: it is the only one that tells what is done."""
    tokens, place = reading.tokens, k + 1
    while place < end and (g.is_adverb(tokens[place]) or tokens[place] in g.NEGATORS or _no_longer(tokens, place)):
        place += 1
    if place >= end or not g.AT_TIMES.isdisjoint(tokens[k:place]):
        return None
    if _of_the_document(tokens, start, k, tokens[place]) and not _kept_up(tokens, place):
        return None
    negated = any(t in g.NEGATORS or t == "longer" for t in tokens[k:place]) or "n't" in tokens[k]
    if negated and not _NOT_EACH_TIME.isdisjoint(tokens[k:place]):
        return None  # "Incidents are not always recorded"
    negated = negated and not limits(tokens, place - 2)  # "Parents are not only told but asked"
    if tokens[k - 1] in g.JOINS and k - start > 1 and not alone:
        negated = False  # "Visitors report to us and are not left"
    negated = negated or _nobody(tokens, start, k) or to_nobody(tokens, place, end) or "neither" in tokens[k:place]
    if not _act(tokens, place, end, negated):
        return None
    return k, place + 1, negated


def _no_longer(tokens: list[str], place: int) -> bool:
    """Tell both words of "are no longer taken"."""
    return tokens[place : place + 2] == ["no", "longer"] or tokens[place - 1 : place + 1] == ["no", "longer"]


def _nobody(tokens: list[str], start: int, k: int) -> bool:
    """Tell whether the subject denies: "No child is left", "In our school nobody is", "see that no pupil is"."""
    for j in range(start, k):
        governed = j > start and tokens[j - 1] in g.NOT_BEFORE_NO and tokens[j - 1] != "that"
        if tokens[j] in g.NEGATIVE_SUBJECTS and not governed:
            return True
    return False


def _of_the_document(tokens: list[str], start: int, k: int, done: str) -> bool:
    """Tell what is said of the policy itself; "it" and "they" stand for whatever the sentence before tells of."""
    subject = tokens[start:k]
    if len(subject) == 1 and subject[0] in _ITSELF:
        return not g.DOCUMENT_NOUNS.isdisjoint(tokens[:start]) or (start == 0 and done in g.PAPERWORK)
    return not g.DOCUMENT_NOUNS.isdisjoint(subject)


def _defines(words: list[str], k: int) -> bool:
    """Tell "A shed means a place in which"; not "by electronic means"."""
    return words[k] != "means" or _BY_WHICH.isdisjoint(words[max(k - 2, 0) : k])


def _kept_up(tokens: list[str], place: int) -> bool:
    """Tell "The policy is reviewed every three years", "... is monitored by the head": what is done again and again."""
    return tokens[place] in _KEPT_UP and not _AGAIN.isdisjoint(tokens[place + 1 : place + _AGAIN_WITHIN])


def _settled(word: str, following: str, negated: bool) -> bool | None:
    """Judge words that are acts or none by what follows: "is let off", "is called at once", "are drawn by somebody"."""
    if (word, following) in {("let", "off"), ("made", "up")}:
        return False
    if word == "called":
        return not following[:1].isalnum() or following in g.SUBORDINATORS or following in _SUMMONED
    if word == "alone":
        return negated
    return True if word == "drawn" and following in {"by", "up"} else None


def _act(tokens: list[str], place: int, end: int, negated: bool) -> bool:
    """Tell whether the word at `place` is the participle of an act."""
    word = tokens[place]
    following = tokens[place + 1] if place + 1 < end else ""
    if following == "that" and (word in _REMINDED or tokens[place - 2] == "it"):
        return False  # "Parents are reminded that the gates open", "It is accepted that"
    settled = _settled(word, following, negated)
    if settled is not None:
        return settled
    if following in _SET_DOWN and word in {"set", "laid"}:
        return False
    if following in _PLACES_IN_A_TEXT or (
        following == "in" and not _PARTS_OF_A_TEXT.isdisjoint(tokens[place + 2 : place + 4])
    ):
        return False
    if word == "referred":
        return following != "to" or "as" not in tokens[place + 2 : place + 5]
    if word in _NOTICED:
        return negated
    if word == "used":
        entry = following == "to" and not _GIVES_ENTRY.isdisjoint(tokens[place + 2 : place + 3])
        return negated or entry or following in _USED or "only" in tokens[place:end] or tokens[0] == "only"
    return word in g.PRACTISED or (g.is_participle(word) and word not in _NO_PARTICIPLES)
